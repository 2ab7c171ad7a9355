"""Every number in plain words: a sentence for each measure and unit, and for each sign that an exhibit shows."""

import re
from functools import cache

import pytest

from analysis import load_corpus
from dashboard import glossary
from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.columns import COLUMNS
from dashboard.exhibits.plain_words import ON_AXES, SIGNS, explained, plain_words
from dashboard.exhibits.special_columns import SPECIAL
from dashboard.glossary.plain import TERMS, UNITS

from ..conftest import TEXTS

# What a newcomer cannot know, and by which words its explanation is found.
JARGON = {
    "Log Ratio": "Log Ratio", "G²": "G²", "MATTR": "MATTR", "MTLD": "MTLD", "HD-D": "HD-D", "Yule’s K": "Yule’s K",
    "DPnorm": "DPnorm", "NPMI": "NPMI", "logDice": "logDice", "TF-IDF": "TF-IDF", " bits": "bits", "Delta": "Delta",
    "per 1,000 words": "per 1,000 words", "95 % interval": "lines", "inertia": "inertia", "median": "median",
    "draws of paragraphs": "draws of paragraphs", "log-odds": "log-odds", "type–token ratio": "type–token ratio",
    "expected": "expected", "meetings": "meetings", "grade": "grade", "stability": "stability", "by chance": "chance",
    "beyond chance": "chance", "Hollow": "hollow", "multiple of the mean rate": "multiple of the mean rate",
}  # fmt: skip
PATTERNS = {r"\[\d[^\]]*–[^\]]*\]": "brackets", r"\bq = ": "**q**", r"\bp = |\(p under": "**p**", r"\d : \d": "colon"}
# A few topics are enough here, and pictures that take their time have no axis.
_TOPICS = {"n_topics": 3}
FEW = dict.fromkeys(("topic_shares", "topic_words", "topic_passages", "topic_trends"), _TOPICS) | {
    "topic_search": {"most": 3}
}
DRAWN_AT_LENGTH = ("word_cloud", "network", "diversity", "readability", "timeline", "company", "formulae")


@cache
def exhibit(name: str):
    return make(load_corpus(TEXTS), name, **FEW.get(name, {}))


def shown(name: str) -> str:
    """The reading of an exhibit, and the titles of its axes where Plotly draws it."""
    if name in DRAWN_AT_LENGTH:
        return exhibit(name).reading
    figure = exhibit(name).figure()
    layout = {} if hasattr(figure, "wide") else figure.layout.to_plotly_json()
    axes = [(value.get("title") or {}).get("text") for key, value in layout.items() if key[1:5] == "axis"]
    return "\n".join([exhibit(name).reading, *filter(None, axes)])


def said(name: str) -> str:
    return plain_words(exhibit(name)).replace("\\", "")


@pytest.mark.parametrize("name", glossary.MEASURES)
def test_every_measure_is_told_in_a_few_plain_words(name):
    plain = glossary.MEASURES[name].plain
    assert 20 < len(plain) < 200 and plain.endswith(".") and plain.count(". ") <= 2
    # No formula and no letter that stands for a quantity.
    assert not re.search(r"[\\$*=_α-ωΑ-Ω]|\b[A-Z]\b(?! )", plain)


def test_every_unit_of_a_column_is_told_in_plain_words():
    columns = [*COLUMNS.values(), *(column for special in SPECIAL.values() for column in special.values())]
    assert {column.unit for column in columns if column.unit} == set(UNITS)
    assert all(sentence.endswith(".") for sentence in UNITS.values())


def test_every_sign_has_its_words_and_every_word_its_sign():
    assert set(SIGNS) - set(glossary.MEASURES) == set(TERMS)
    assert {key for keys in ON_AXES.values() for key in keys} <= set(SIGNS)


@pytest.mark.parametrize("name", EXHIBITS)
def test_no_jargon_of_an_exhibit_is_left_unexplained(name):
    text, plain = shown(name), said(name)
    assert plain.startswith("- **")
    missing = [term for term, found in JARGON.items() if term in text and found not in plain]
    assert (
        missing + [pattern for pattern, found in PATTERNS.items() if re.search(pattern, text) and found not in plain]
        == []
    )


@pytest.mark.parametrize("name", EXHIBITS)
def test_no_example_shows_a_number_that_is_none(name):
    assert not {"nan", "inf", "None"} & set(re.findall(r"\w+", said(name)))


def test_a_rate_is_worked_on_the_first_number_of_the_reading():
    named = plain_words(exhibit("term_rates"), {"Chen Jimin": "Chen 2014"}).replace("\\", "")
    assert "Here 12.1: in 1,000 words of Chen 2014 “trust” stands about 12 times." in named
    assert "Here “trust” in Chen 2014: 12.1, but anything from 3.4 to 23.3 would be no surprise." in named


def test_numbers_of_other_measures_are_worked_too():
    row = exhibit("keywords").table.iloc[0]
    assert f"{row['log_ratio']:.1f}, so about {2 ** row['log_ratio']:.0f} times as often" in said("keywords")
    values = exhibit("diversity").table.set_index(["measure", "group"])["value"]
    assert f"of 100 words in a row about {values['mattr'].max() * 100:.0f} are different ones" in said("diversity")


def test_a_rare_word_is_worked_on_a_longer_stretch(corpus):
    told = plain_words(make(corpus, "term_rates", terms="snow")).replace("\\", "")
    assert re.search(r"Here 0\.\d: in 10,000 words of .* “snow” stands about (once|twice|\d times)\.", told)


def test_where_lengths_are_made_equal_the_lines_are_explained_as_such():
    shown = [item.shown for item in explained(make(load_corpus(TEXTS), "term_rates", fair=True))]
    assert "length-fair lines" in shown and "numbers in brackets, lines" not in shown


def test_words_of_a_visitor_are_no_markup(corpus):
    assert r"“global\*”" in plain_words(make(corpus, "term_rates", terms="global*"))
