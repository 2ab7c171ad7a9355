"""Rules on the five raw sources: nothing but running text is left, no line of it is dropped, cut paragraphs are whole."""

import re
from functools import cache

import pandas as pd
import pytest

from analysis import REFERENCE, Corpus
from analysis.texts.blocks import Text
from analysis.texts.lines import Line, lines_of
from analysis.texts.roles import RULES, give_roles, paragraphs

from ...conftest import DATA, ROOT

TEXTS = ["chen-2014", "yang-2015", "dong-2022", "duan-2022", "sun-2024"]
# The lines that a page had cut off from the one before.
CUT = {
    "duan-2022": "57",
    "sun-2024": "19 35 49 63 87 97 109 121 131 157 165 179 189 201 213 221 235 247 267 279 293 313 329 342",
}


@cache
def source(text: str) -> tuple[tuple[int, ...], tuple[Line, ...]]:
    """The numbers of the lines that hold anything, and the lines."""
    content = (ROOT / "data" / "sources" / f"{text}.txt").read_text(encoding="utf-8")
    numbers = [number for number, line in enumerate(content.split("\n"), start=1) if line.strip()]
    return tuple(numbers), lines_of(content)


@cache
def found(text: str) -> dict[int, Line]:
    numbers, lines = source(text)
    return dict(zip(numbers, give_roles(lines), strict=True))


def numbers(listed: str) -> set[int]:
    """Line numbers; a-b is every line from a to b."""
    ends = [[int(end) for end in part.split("-")] for part in listed.split()]
    return {number for end in ends for number in range(end[0], end[-1] + 1)}


@cache
def true_roles(text: str) -> dict[int, str]:
    """The role of each line that is no running text, as the edition has it."""
    table = pd.read_csv(DATA / "source_roles.tsv", sep="\t", comment="#", dtype=str).query(
        "document_id == @text and role != 'body'"
    )
    roles = {
        number: role for role, lines in zip(table["role"], table["lines"], strict=True) for number in numbers(lines)
    }
    return {number: role for number, role in roles.items() if number in found(text)}


def counts() -> pd.DataFrame:
    """What data/README.md says of the rules, a row a text."""
    rows = []
    for text in TEXTS:
        given = {number for number, line in found(text).items() if line.role != "body"}
        joined = {number for number, line in found(text).items() if line.joins}
        other, cut = true_roles(text).keys(), numbers(CUT.get(text, ""))
        missed = ", ".join(map(str, sorted(other - given))) or "none"
        same = sum(found(text)[number].role == role for number, role in true_roles(text).items())
        rows.append(
            [
                f"`{text}`",
                len(other),
                len(other & given),
                missed,
                same,
                len(given - other),
                f"{len(cut & joined)} of {len(cut)}",
            ]
        )
    return pd.DataFrame(rows)


@pytest.mark.parametrize("text", TEXTS)
def test_no_line_of_running_text_is_dropped(text):
    assert {number for number, line in found(text).items() if line.role != "body"} <= true_roles(text).keys()


def test_nearly_all_other_lines_are_found():
    missed = [(text, number) for text in TEXTS for number in true_roles(text) if found(text)[number].role == "body"]
    assert len(missed) <= 0.05 * sum(len(true_roles(text)) for text in TEXTS)


@pytest.mark.parametrize("text", TEXTS)
def test_paragraphs_cut_by_a_page_are_joined_and_no_others(text):
    assert {number for number, line in found(text).items() if line.joins} == numbers(CUT.get(text, ""))


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_are_those_of_the_edition(text, reference_corpus):
    by_rule = Corpus([Text(text, paragraphs(source(text)[1]))], tokenization=REFERENCE)
    edition = reference_corpus.select([text])
    words = [" ".join(corpus.terms[corpus.words.term]) for corpus in (by_rule, edition)]
    # The dashes that one sentence lost are mended in the edition by hand.
    words[0] = words[0].replace("justice-enshrined", "justice enshrined").replace("charter-remains", "charter remains")
    assert words[0] == words[1]
    assert by_rule.n_paragraphs == edition.n_paragraphs


def test_note_marks_leave_the_words_and_lead_to_their_notes():
    blocks = paragraphs(source("sun-2024")[1])
    labels = [label for block in blocks for _, label in block.marks]
    assert labels == [str(number) for number in range(1, 33)]
    assert [block.label for block in blocks if block.role == "note"] == labels
    marks = [label for block in paragraphs(source("duan-2022")[1]) for _, label in block.marks]
    assert marks == ["1", "2", "3", "4"]


def test_without_rules_every_line_is_a_paragraph_as_it_stands():
    _, lines = source("sun-2024")
    blocks = paragraphs(lines, off=RULES)
    assert [block.text for block in blocks] == [line.text for line in lines]
    assert {block.role for block in blocks} == {"body"}


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_of_a_source_stands_in_some_block(text):
    def letters(texts) -> str:
        return re.sub(r"[\W\d_]|[⁰¹²³⁴-⁹]", "", "".join(texts))

    _, lines = source(text)
    blocks = paragraphs(lines)
    assert sorted(letters(line.text for line in lines)) == sorted(letters(block.text for block in blocks))


def test_the_table_in_the_readme_is_what_the_rules_find():
    readme = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    section = readme.split("## What the rules find by themselves", 1)[1].split("\n## ", 1)[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("| `")
    ]
    assert rows == counts().astype(str).to_numpy().tolist()
