"""What a file's name says: author, year and title, and never more than stands there."""

import pytest

from analysis.texts.file_names import metadata_of_name, stem_of

NAMES = {
    "chen_2014_mutual_trust.txt": {"author": "Chen", "year": 2014, "title": "mutual trust"},
    "Sun Jisheng (2024) The Global Trust Deficit.pdf": {
        "author": "Sun Jisheng", "year": 2024, "title": "The Global Trust Deficit",
    },
    "yang-2015.docx": {"author": "Yang", "year": 2015, "title": "yang-2015"},
    "2015_speech.md": {"year": 2015, "title": "speech"},
    "essay.docx": {"title": "essay"},
    "two.dots.v1.txt": {"title": "two dots v1"},
    "1999-2003 essays.txt": {"title": "1999-2003 essays"},
    "order 66666.txt": {"title": "order 66666"},
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_parts_of_a_name_are_told(name):
    assert metadata_of_name(name) == NAMES[name]


@pytest.mark.parametrize("name", ["", ".txt", "___.txt", "=1+1.txt", "<b>.txt", "a" * 300])
def test_odd_names_say_little_and_break_nothing(name):
    assert set(metadata_of_name(name)) <= {"title"}


def test_the_ending_is_no_part_of_the_stem():
    assert [stem_of(name) for name in ("a.txt", "a.b.txt", "a", ".txt", "Vol. 3 of it")] == [
        "a",
        "a.b",
        "a",
        ".txt",
        "Vol. 3 of it",
    ]
