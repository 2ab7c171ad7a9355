"""Blocks of plain texts."""

import pytest

from analysis.texts.blocks import Block, plain_blocks, tidy


def test_each_line_that_is_not_empty_is_a_body_paragraph():
    assert plain_blocks("one two\n\n  three\n \u00a0\nfour\n") == (
        Block("body", "one two"),
        Block("body", "three"),
        Block("body", "four"),
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_part_paragraphs(line_end):
    assert [block.text for block in plain_blocks(f"one{line_end}two")] == ["one", "two"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\n\t"])
def test_a_text_without_words_has_no_blocks(text):
    assert plain_blocks(text) == ()


def test_tidy_makes_every_run_of_white_space_one_space():
    assert tidy("  one\u00a0 two\t\nthree\u2009four ") == "one two three four"


def test_tidy_composes_letters_and_leaves_signs_alone():
    assert tidy("cafe\u0301") == "café"
    assert tidy("‘it’s’ – “US$2.5” — 3 × ½ …") == "‘it’s’ – “US$2.5” — 3 × ½ …"
