"""The numbers of the lessons, computed once more: from the analysis itself, by another way through the tables, and as counted elsewhere."""

import re

import pandas as pd
import pytest

from analysis import query_frequencies
from dashboard.classroom.lesson import exhibit_before
from dashboard.classroom.shelf import shelf
from dashboard.classroom.staging import exhibit_of, said_on
from dashboard.classroom.statements import references, told
from dashboard.exhibits.terms import families

LESSONS = shelf().lessons
NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?")


def said_in(lesson):
    """Every reference of a lesson that is one cell of a table: the screen's number, column and conditions."""
    for number, screen in enumerate(lesson.screens):
        texts = [each.text for each in screen.notices] + list(screen.words)
        for reference in (found for text in texts for found in references(text)):
            column, *conditions = (part.strip() for part in reference.split("|"))
            plain = [re.fullmatch(r"(\w+)=([^,]+)", condition) for condition in conditions]
            if " / " not in reference and re.fullmatch(r"\w+", column) and conditions and all(plain):
                yield number, reference, column, {found[1]: found[2] for found in plain}


CELLS = [
    pytest.param(name, *cell, id=f"{name}: {cell[1]}") for name, lesson in LESSONS.items() for cell in said_in(lesson)
]


def same(shown, value):
    """Is a number shown as the value rounded to its decimals?"""
    decimals = len(shown.partition(".")[2]) if "." in shown else 0
    return abs(float(shown.replace(",", "")) - value) <= 0.5 * 10**-decimals + 1e-9


@pytest.mark.parametrize("name, number, reference, column, wanted", CELLS)
def test_a_number_is_that_of_the_table_made_anew(corpus, name, number, reference, column, wanted):
    lesson = LESSONS[name]
    table = exhibit_of(corpus, exhibit_before(lesson, number)).table
    said = said_on(corpus, lesson, number)
    # Another way to the row than the lesson's: by the words that a reader sees.
    fits = [
        all(
            {str(row[key]).lower(), said.names.get(str(row[key]), "").lower()} & {value.lower()}
            for key, value in wanted.items()
        )
        for _, row in table.iterrows()
    ]
    rows, shown = table[fits], told(reference, said)
    if column == "rows":
        assert shown == str(len(rows))
        return
    assert len(rows) == 1
    value = rows[column].iloc[0]
    if pd.api.types.is_number(value):
        assert same(NUMBER.search(shown)[0], float(value))
    else:
        assert shown == said.names.get(str(value), str(value))


def of_words(cell):
    """Is it a count or rate of words by author, which the analysis gives by itself?"""
    name, number, _, column, wanted = cell.values
    shown = exhibit_before(LESSONS[name], number)
    by_author = shown.name in ("term_rates", "trends") and shown.options.get("by", "author") == "author"
    return by_author and column in ("count", "per_1000") and {"term", "group"} >= set(wanted)


RATES = [cell for cell in CELLS if of_words(cell)]


@pytest.mark.parametrize("name, number, reference, column, wanted", RATES)
def test_a_count_or_rate_of_words_is_that_of_the_analysis(corpus, name, number, reference, column, wanted):
    lesson = LESSONS[name]
    shown = exhibit_before(lesson, number)
    term = wanted.get("term") or shown.options["terms"]
    said = said_on(corpus, lesson, number)
    family = families()[term.lstrip("@")] if f"@{term.lstrip('@')}" in shown.options["terms"] else None
    table = query_frequencies(corpus, {term: family.query} if family else [term], by="document_id")
    documents = [
        row for row in table.itertuples() if wanted["group"].lower() in (row.group, said.names[row.group].lower())
    ]
    (row,) = documents
    assert same(NUMBER.search(told(reference, said))[0], getattr(row, column))


# Counted in the sources line by line, by hand and with another program.
COUNTED = {
    "trust": {"56", "16"},
    "frame": {"18.6", "16.8", "15.5", "27.0"},
    "obligation": {"14"},
    "counts": {"87", "17.5", "10.7"},
}


@pytest.mark.parametrize("name", COUNTED)
def test_what_was_counted_elsewhere_is_what_a_lesson_shows(corpus, name):
    lesson = LESSONS[name]
    shown = set()
    for number, screen in enumerate(lesson.screens):
        said = said_on(corpus, lesson, number)
        for each in screen.notices:
            shown |= {told(found, said) for found in references(each.text)}
    assert COUNTED[name] <= shown
