"""Blocks of plain texts."""

import pytest

from analysis.texts.blocks import Block, Text, plain_text, tidy


def _blocks(text: str) -> tuple[Block, ...]:
    return plain_text("a", text, {}).blocks


def test_each_line_that_is_not_empty_is_a_body_paragraph():
    assert _blocks("one two\n\n  three\n \u00a0\nfour\n") == (
        Block("body", "one two"),
        Block("body", "three"),
        Block("body", "four"),
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_part_paragraphs(line_end):
    assert [block.text for block in _blocks(f"one{line_end}two")] == ["one", "two"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\n\t"])
def test_a_text_without_words_has_no_blocks(text):
    assert _blocks(text) == ()


def test_tidy_makes_every_run_of_white_space_one_space():
    assert tidy("  one\u00a0 two\t\nthree\u2009four ") == "one two three four"


def test_tidy_composes_letters_and_leaves_signs_alone():
    assert tidy("cafe\u0301") == "café"
    assert tidy("‘it’s’ – “US$2.5” — 3 × ½ …") == "‘it’s’ – “US$2.5” — 3 × ½ …"


@pytest.mark.parametrize("lines", ["one two\nthree", "one\n\n\ntwo \n three", ""])
def test_a_plain_text_is_counted_as_its_blocks_are(lines):
    plain = plain_text("a", lines, {})
    made = [(start, run) for start, words in plain.runs(["body"]) for start, run in _parted(start, words)]
    assert made == list(Text("a", plain.blocks).runs(["body"]))
    assert list(plain.runs(["heading"])) == []


def _parted(start: int, words: str):
    for paragraph in filter(None, words.split("\n\n")):
        yield start, paragraph
        start += len(paragraph) + 2


def test_a_block_never_looks_like_two():
    text = Text("a", (Block("body", "one\n\ntwo"), Block("body", "three")))
    assert list(text.runs(["body"])) == [(0, "one  two"), (10, "three")]


@pytest.mark.parametrize("kind", [plain_text, lambda name, words, _: Text(name, plain_text(name, words, {}).blocks)])
def test_the_block_at_an_offset(kind):
    text = kind("a", "one two\n\nthree\nfour", {})
    words = "\n\n".join(block.text for block in text.blocks)
    for offset, letter in enumerate(words):
        if letter != "\n":
            start, block = text.block_at(offset)
            assert block.text[offset - start] == letter and words[start:].startswith(block.text)
