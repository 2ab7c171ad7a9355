"""Reading an edition: what becomes of each piece of Markdown."""

import pytest

from analysis import CorpusError
from analysis.texts.blocks import ROLES, Block
from analysis.texts.markdown import read_markdown


def edition(content: str, front: str = "author: Chen Jimin"):
    return read_markdown("a", f"---\n{front}\n---\n\n{content}".encode(), "a.md")


def blocks(content: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in edition(content).blocks]


def test_paragraphs_are_body():
    assert edition("one two\n\nthree\n").blocks == (Block("body", "one two"), Block("body", "three"))


def test_lines_of_one_paragraph_are_joined_by_a_space():
    assert blocks("one\ntwo  \nthree\\\nfour") == [("body", "one two three four")]


def test_white_space_is_tidied():
    assert blocks("one\u00a0\u00a0two \t three  ") == [("body", "one two three")]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_carry_their_rank(level):
    assert edition(f"{'#' * level} The Call\n\none").blocks[0] == Block("heading", "The Call", level)


def test_the_paragraph_after_a_heading_is_body_again():
    assert edition("# The Call\n\none").blocks[1] == Block("body", "one", 0)


@pytest.mark.parametrize("role", ROLES)
def test_a_fence_gives_its_role_to_all_it_holds(role):
    content = f"before\n\n::: {role}\nfirst\n\nsecond\n:::\n\nafter"
    assert blocks(content) == [("body", "before"), (role, "first"), (role, "second"), ("body", "after")]


def test_a_heading_inside_a_fence_has_the_role_of_the_fence():
    assert edition("one\n\n::: boilerplate\n# Contents\n:::").blocks[1] == Block("boilerplate", "Contents", 1)


def test_a_fence_left_open_holds_the_rest():
    assert blocks("one\n\n::: boilerplate\ntwo\n\nthree") == [
        ("body", "one"),
        ("boilerplate", "two"),
        ("boilerplate", "three"),
    ]


def test_a_note_mark_is_taken_out_and_its_place_kept():
    block = edition("one two.[^1] Three.\n\n[^1]: The note.").blocks[0]
    assert block.text == "one two. Three."
    assert block.marks == ((8, "1"),)


def test_several_marks_keep_their_places_in_the_text_that_is_left():
    block = edition("ab[^1] cd[^2]\nef[^3]\n\n[^1]: x\n\n[^2]: y\n\n[^3]: z").blocks[0]
    assert (block.text, block.marks) == ("ab cd ef", ((2, "1"), (5, "2"), (8, "3")))


def test_a_mark_after_a_run_of_spaces_stands_within_the_text():
    block = edition("one  two   [^1]\n\n[^1]: x").blocks[0]
    assert (block.text, block.marks) == ("one two", ((7, "1"),))


def test_marks_are_placed_in_the_composed_text():
    block = edition("cafe\u0301 a[^1] b\n\n[^1]: x").blocks[0]
    assert (block.text, block.marks) == ("café a b", ((6, "1"),))


def test_notes_carry_their_label():
    assert edition("one[^7]\n\n[^7]: The note.").blocks[1] == Block("note", "The note.", label="7")


def test_references_are_notes_whose_label_begins_with_r():
    first, second = edition("one[^r2]\n\n[^r2]: The book.").blocks
    assert first.marks == ((3, "2"),)
    assert second == Block("reference", "The book.", label="2")


def test_every_paragraph_of_a_note_is_a_note():
    assert edition("one[^1]\n\n[^1]: First.\n\n    Second.").blocks[1:] == (
        Block("note", "First.", label="1"),
        Block("note", "Second.", label="1"),
    )


def test_a_note_marked_twice_is_there_once():
    first, *rest = edition("one[^1] two[^1]\n\n[^1]: x").blocks
    assert first.marks == ((3, "1"), (7, "1"))
    assert rest == [Block("note", "x", label="1")]


def test_a_mark_without_a_note_stays_in_the_text():
    assert blocks("one[^9] two") == [("body", "one[^9] two")]


@pytest.mark.parametrize("label", ["1", "r1"])
def test_a_note_without_a_mark_is_kept(label):
    assert ("The words." in [text for _, text in blocks(f"one\n\n[^{label}]: The words.")]) is True


def test_a_note_without_a_mark_leaves_the_body_as_it_is():
    assert edition("one\n\n[^1]: First.\n\n[^2]: Second.").blocks == (
        Block("body", "one"),
        Block("note", "First.", label="1"),
        Block("note", "Second.", label="2"),
    )


def test_two_notes_of_one_label_are_both_kept_or_refused():
    # As where each section counts its notes from 1.
    try:
        words = [text for _, text in blocks("one[^1]\n\n[^1]: First.\n\ntwo[^1]\n\n[^1]: Second.")]
    except CorpusError:
        return
    assert {"First.", "Second."} <= set(words)


def test_the_numbers_of_a_list_belong_to_its_words():
    assert blocks("1. one\n2. two\n\n   more\n\nlast") == [
        ("body", "1. one"),
        ("body", "2. two"),
        ("body", "more"),
        ("body", "last"),
    ]


def test_the_inline_form_of_other_sources_stays_in_the_text():
    assert blocks("one ^[1] two") == [("body", "one ^[1] two")]


def test_a_line_that_looks_like_a_link_target_is_kept():
    assert "preamble" in " ".join(text for _, text in blocks("one\n\n[Charter]: preamble\n\ntwo"))


def test_a_year_that_opens_a_paragraph_is_kept():
    assert blocks("1984. It was a year.") == [("body", "1984. It was a year.")]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("*The Times* and **bold**", "The Times and bold"),
        (r"US\$1.04", "US$1.04"),
        ("5 * 3 and snake_case", "5 * 3 and snake_case"),
        ("<https://example.org/a?b=c>", "https://example.org/a?b=c"),
        ("[the words](https://example.org)", "the words"),
        ("a `b` c", "a b c"),
        ("‘x’ “y” 'z' -- ... (c)", "‘x’ “y” 'z' -- ... (c)"),
        ("x <b>y</b>", "x <b>y</b>"),
        ("<!-- x -->", "<!-- x -->"),
        ("    indented", "indented"),
        ("- first\n- second", "first second"),
        ("> quoted", "quoted"),
        ("```\nx\n```", "x"),
    ],
)
def test_markup_goes_and_words_stay(written, read):
    found = blocks(f"{written}\n\nlast")
    assert " ".join(text for _, text in found) == f"{read} last"
    assert {role for role, _ in found} == {"body"}


@pytest.mark.parametrize("mark", ["\r\n", "\r"])
def test_line_ends_of_every_system_are_read(mark):
    source = "---\nauthor: A\n---\n\none\n\ntwo".replace("\n", mark).encode()
    assert [block.text for block in read_markdown("a", source, "a.md").blocks] == ["one", "two"]


def test_a_byte_order_mark_is_no_hindrance():
    assert read_markdown("a", "\ufeff---\nauthor: A\n---\n\none".encode(), "a.md").blocks == (Block("body", "one"),)


def test_front_matter_becomes_words_and_numbers():
    front = (
        "author: ' Chen  Jimin '\nyear: 2014\ndate: 2014-09-02\ntranslated: yes\nrefereed: false\nvenue:\nshare: 0.5"
    )
    assert edition("one", front).metadata == {
        "author": "Chen Jimin",
        "year": 2014,
        "date": "2014-09-02",
        "translated": "yes",
        "refereed": "no",
        "venue": None,
        "share": 0.5,
    }


def test_the_text_is_named_by_its_document_id():
    assert edition("one").document_id == "a"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"one two", "no front matter"),
        ("---\nauthor: A\n---\n\ncaf\u00e9".encode("latin-1"), "not UTF-8 text (byte 0xe9 at position 22)"),
        (b"---\ntitle: [one\n---\n\none", "front matter cannot be read"),
        (b"---\nauthor: A\ntitle: x: y\n---\n\none", "line 3 of its front matter"),
        (b"---\ntitle: One\n---\n\none", "names no author"),
        (b"---\nauthor:\n---\n\none", "names no author"),
        (b"---\njust words\n---\n\none", "names no author"),
        (b"---\nauthor: A\n---\n\none\n\n::: footer\ntwo\n:::", "line 7: 'footer' is no role"),
        (b"---\nauthor: A\n---\n\n# Title\n", "no body text"),
        (b"---\nauthor: A\n---\n", "no body text"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_sentence(source, says):
    with pytest.raises(CorpusError) as caught:
        read_markdown("a", source, "a.md")
    sentence = str(caught.value)
    assert sentence.startswith("a.md") and says in sentence
    assert sentence.endswith(".") and "\n" not in sentence


def test_an_unknown_role_is_answered_with_the_roles_there_are():
    with pytest.raises(CorpusError, match=", ".join(ROLES)):
        edition("one\n\n::: footer\ntwo\n:::")
