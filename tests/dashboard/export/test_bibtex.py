"""BibTeX, read back by another program."""

import re

import pytest
from pybtex.database import parse_string

from dashboard.export.bibtex import bibtex_entry, escaped, key_of
from dashboard.glossary.bibliography import Work, works

ODD = [
    "50 % of {x & y_z}",
    "#1 \\cmd ~ ^ $",
    'a "quoted" word',
    "one } brace",
    "two\nlines",
    "信任 – “trust”",
    "@misc{x,",
]


def read(*entries: Work):
    return parse_string("\n\n".join(map(bibtex_entry, entries)), "bibtex").entries


def printed(latex: str) -> str:
    """What LaTeX prints for a field, after its own decoding."""
    named = {
        "textbackslash": "\\",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciitilde": "~",
        "textasciicircum": "^",
    }
    bare = latex.removeprefix("{").removesuffix("}")
    return re.sub(r"\\(text\w+)\{\}|\\([&%$#_])", lambda found: named.get(found[1]) or found[2], bare)


def test_every_work_is_read_back_as_it_is():
    entries = read(*works().values())
    assert list(entries) == list(works())
    for key, work in works().items():
        fields, people = entries[key].fields, entries[key].persons
        assert entries[key].type == work.kind and printed(fields["title"]) == work.title
        assert fields["year"] == str(work.year or "n.d.")
        assert [str(person) for person in people["author"]] == list(work.authors)
        assert [str(person) for person in people.get("editor", [])] == list(work.editors)
        assert fields.get("doi", "") == work.doi and fields.get("journal", "") == work.journal.replace("&", r"\&")
        assert fields.get("pages", "").replace("--", "–") == work.pages


@pytest.mark.parametrize("title", ODD)
def test_any_title_and_any_name_keep_the_file_whole(title):
    entries = read(Work("odd", "misc", title, (title,), note=title), Work("next", "misc", "After it"))
    assert list(entries) == ["odd", "next"]
    assert printed(entries["odd"].fields["title"]) == " ".join(title.split())
    assert len(entries["odd"].persons["author"]) == 1


def test_capitals_of_a_title_are_protected():
    assert "title = {{HD-D and MTLD}}" in bibtex_entry(Work("x", "misc", "HD-D and MTLD"))


def test_a_name_is_parted_only_where_it_says_how():
    entry = read(Work("x", "misc", "T", ("Chen, Jimin", "Huimin Duan", "Ministry of Peace and War", "A, B, C")))["x"]
    names = [(" ".join(person.last_names), " ".join(person.first_names)) for person in entry.persons["author"]]
    assert names == [("Chen", "Jimin"), ("{Huimin Duan}", ""), ("{Ministry of Peace and War}", ""), ("{A, B, C}", "")]


def test_an_address_stands_word_for_word_and_cannot_break_the_file():
    fields = read(Work("x", "misc", "T", doi="10.1002/(A)1:8<8::B_C>3.0;2-E", url="http://h/a%20b{c}#d"))["x"].fields
    assert fields["doi"] == "10.1002/(A)1:8<8::B_C>3.0;2-E"
    assert fields["url"] == "http://h/a%20b%7Bc%7D#d"


def test_what_is_doubtful_of_a_date_is_a_note_and_no_date_is_said():
    known, unknown = read(
        Work("a", "misc", "T", year=2015, dated="date inferred", note="More"),
        Work("b", "misc", "T", dated="n.d., not before 2022"),
    ).values()
    assert (known.fields["year"], known.fields["note"]) == ("2015", "Date inferred. More")
    assert unknown.fields["year"] == "n.d., not before 2022" and "note" not in unknown.fields


def test_keys_are_plain_and_control_characters_are_left_out():
    assert key_of("Chén 2014 (ed.)") == "Chen-2014-ed" and key_of("信任") == ""
    assert escaped("a\x00b\x1bc") == "abc"
