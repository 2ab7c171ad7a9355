"""Every exhibit of the registry, made from the bundled texts: table, picture, words, receipt, passages."""

import json

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis import AnalysisError, Corpus, OptionError, QueryError, frequencies, keywords, query_frequencies
from analysis.concordance import PASSAGE_COLUMNS
from dashboard import glossary
from dashboard.charts.drawing import Drawing
from dashboard.charts.theme import DARK, LIGHT
from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.columns import COLUMNS, SPECIAL, columns_of
from dashboard.exhibits.findings import BUNDLED, FINDINGS

SAMPLES = [(name, {}) for name in EXHIBITS] + [("finding", {"which": which}) for which in FINDINGS]
BY_YEAR = (
    "top_terms", "term_rates", "term_heatmap", "word_cloud", "keywords", "distinctive_terms", "topic_shares", "company", "network", "evenness", "similarity", "correspondence", "tree",
    "lockwords", "formulae", "silences", "asked_silences", "concepts", "concept_variants", "modality", "obligation", "actors",
    "diversity", "readability", "sentence_lengths", "keyness_scatter", "word_shift", "agreement", "advice", "attribution", "attribution_confidence",
)  # fmt: skip
SAMPLES += [(name, {"by": "year"}) for name in BY_YEAR]

SAMPLES += [("word_cloud", {"which": which}) for which in ("comparison", "commonality")]
SAMPLES += [("top_terms", {"n_gram": 2}), ("term_heatmap", {"terms": "trust, security", "fair": True})]
SAMPLES += [("keywords", {"fair": True}), ("distinctive_terms", {"fair": True})]
SAMPLES += [("term_rates", {"fair": True}), ("term_rates", {"view": "panels"})]
SAMPLES += [("diversity", {"fair": True}), ("diversity_along", {"window": 50}), ("similarity", {"fair": True})]
SAMPLES += [
    ("topic_shares", {"view": "dots"}),
    ("trends", {"events": ("Brexit referendum", "AI Initiative"), "own_events": "2018 Trade war"}),
    ("topic_trends", {"topics": (5, 8), "events": ("Brexit referendum",)}),
]


@pytest.fixture(scope="module")
def made(corpus, exhibits):
    """Each sample made once."""
    return {
        index: make(corpus, name, **options) if options else exhibits[name]
        for index, (name, options) in enumerate(SAMPLES)
    }


each_sample = pytest.mark.parametrize(
    "index", range(len(SAMPLES)), ids=[f"{name}-{'-'.join(map(str, options.values()))}" for name, options in SAMPLES]
)


@each_sample
def test_the_table_is_numbered_and_not_empty(made, index):
    table = made[index].table
    assert list(table.index) == list(range(len(table))) and len(table) > 0


@each_sample
def test_the_reading_is_sentences_with_numbers(made, index):
    reading = made[index].reading
    assert any(character.isdigit() for character in reading)
    assert reading[-1] in ".”" and " nan" not in reading


@each_sample
def test_the_receipt_names_corpus_texts_words_and_method(made, corpus, index):
    text = made[index].receipt.text()
    assert corpus.name in text and corpus.fingerprint[:12] in text and "sun-2024 8,125 words" in text
    assert made[index].receipt.method in made[index].receipt.brief()


@each_sample
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_picture_is_drawn_from_the_table_in_either_theme(made, index, theme):
    figure = made[index].figure(theme)
    drawn = figure.wide + figure.narrow if isinstance(figure, Drawing) else figure.to_json()
    assert theme.ground in drawn and "NaN" not in drawn


@each_sample
def test_every_mark_leads_to_a_row(made, index):
    figure, table = made[index].figure(), made[index].table
    if isinstance(figure, go.Figure):
        rows = {row for trace in figure.data if trace.customdata is not None for row in trace.customdata}
        assert rows == set(table.index)
    else:
        assert 'data-row="0"' in figure.wide + figure.narrow or len(table) > 5


@each_sample
def test_every_row_leads_to_its_passages(made, corpus, index):
    exhibit = made[index]
    for row in exhibit.table.index[:12]:
        lines = exhibit.passages(row)
        assert set(PASSAGE_COLUMNS) <= set(lines.columns)
        if "count" in exhibit.table:
            assert len(lines) == exhibit.table.at[row, "count"]
        for line in lines.head(2).itertuples():
            assert corpus.text(line.document_id)[line.start : line.end] == line.node


@each_sample
def test_a_sentence_is_found_again_by_the_exhibits_search(made, index):
    assert isinstance(made[index].search(0), str)


@each_sample
def test_the_same_options_make_the_same_exhibit(made, corpus, index):
    name, options = SAMPLES[index]
    again = make(corpus, name, **options)
    pd.testing.assert_frame_equal(again.table, made[index].table)
    figure, other = again.figure(), made[index].figure()
    assert figure == other if isinstance(figure, Drawing) else figure.to_json() == other.to_json()


@each_sample
def test_every_column_is_described_and_told_apart_by_its_heading(made, index):
    exhibit = made[index]
    described = columns_of(exhibit.name, exhibit.table.columns)
    headings = [column.heading for column in described.values()]
    assert list(described) == list(exhibit.table.columns) and len(set(headings)) == len(headings)
    assert all(column.meaning.endswith(".") for column in described.values())


def test_no_description_of_a_column_is_left_over(made):
    columns = [(exhibit.name, column) for exhibit in made.values() for column in exhibit.table.columns]
    special = {(exhibit, column) for exhibit, own in SPECIAL.items() for column in own}
    assert special - set(columns) == set()
    assert set(COLUMNS) - {column for exhibit, column in columns if (exhibit, column) not in special} == set()


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_exhibit_has_its_measures_explained(name):
    assert all(measure in glossary.MEASURES for measure in glossary.FOR_EXHIBIT[name])


def test_an_unknown_exhibit_or_option_is_refused_with_what_there_is(corpus):
    with pytest.raises(OptionError, match="must be one of: timeline"):
        make(corpus, "nothing")
    with pytest.raises(OptionError, match="it has stop_list, drop, keep, minimum_count, by, n"):
        make(corpus, "top_terms", colour="red")


def test_term_rates_equal_the_analysis(corpus):
    table = make(corpus, "term_rates", terms="trust, security").table
    direct = query_frequencies(corpus, ["trust", "security"], by="author")
    merged = table.merge(direct, on=["group", "term"], suffixes=("", "_direct"))
    assert len(merged) == 10
    pd.testing.assert_series_equal(merged["per_1000"], merged["per_1000_direct"], check_names=False)


def test_top_terms_are_the_most_frequent_ones(corpus):
    table = make(corpus, "top_terms", n=5, stop_list="none").table
    direct = (
        frequencies(corpus, by="author", terms=None, intervals=False, minimum_count=3)
        .groupby("group", sort=False)
        .head(5)
    )
    assert list(table["term"]) == list(direct["term"])


def test_keywords_are_those_of_the_analysis(corpus):
    table = make(corpus, "keywords", n=3).table
    direct = keywords(corpus, by="author", minimum_count=3).groupby("group", sort=False).head(3)
    assert list(table["term"]) == list(direct["term"])


def test_the_findings_carry_the_printed_numbers(corpus):
    readings = {which: make(corpus, "finding", which=which).reading for which in FINDINGS}
    assert (
        "27.0" in readings["frame"]
        and "7.3" in readings["frame"]
        and "17.5, 15.0, 14.7, 11.7, 10.7" in readings["frame"]
    )
    assert (
        "12.1 per 1,000 words in 2014 (9 hits" in readings["trust"]
        and "6.9 in 2024, 16 of 56 times" in readings["trust"]
    )
    assert "3 times together" in readings["trust"]
    assert (
        "4.5 per 1,000" in readings["order"]
        and "0.4 in 2024" in readings["order"]
        and "17.3 in Duan to 3.4" in readings["order"]
    )
    assert "5:0, 12:2, 7:1, 1:1, 6:14" in readings["modality"] and "25:4 against 6:14" in readings["modality"]
    assert "p = 0.00009" in readings["modality"] and "20 of 30 times" in readings["modality"]
    assert "Of 59 mentions of the Belt and Road 51" in readings["names"] and "33.7" in readings["names"]


def test_a_texts_colour_stays_when_others_are_deselected(corpus):
    alone = make(corpus.select(["sun-2024", "dong-2022"]), "term_rates", terms="trust").figure()
    colours = {trace.name: trace.marker.line.color for trace in alone.data}
    assert colours == {"Dong 2022": LIGHT.texts[2], "Sun 2024": LIGHT.texts[4]}


def test_a_search_without_a_hit_is_said_not_drawn_empty(corpus):
    exhibit = make(corpus, "concordance", query="zeppelin")
    assert exhibit.table.empty and "stands in none of these texts" in exhibit.reading


def test_an_empty_search_is_refused(corpus):
    with pytest.raises(QueryError, match="Type one or more words"):
        make(corpus, "term_rates", terms=" , ")


def test_one_text_alone_cannot_be_compared(corpus):
    with pytest.raises(OptionError, match="fewer than two"):
        make(corpus.select(["sun-2024"]), "keywords")


def test_two_identical_texts_have_no_keywords():
    text = "trust among nations needs work\nwork builds trust"
    twins = Corpus.from_texts({"a": text, "b": text})
    exhibit = make(twins, "keywords", by="document_id", minimum_count=1)
    assert exhibit.table.empty and "No word is frequent enough" in exhibit.reading


def test_words_of_a_corpus_are_no_markup_in_a_picture():
    evil = Corpus.from_texts({"<b>x</b>": "one two three\nfour five", "b": "one two"})
    figure = json.dumps(make(evil, "term_rates", terms="one", by="document_id").figure().to_json())
    assert "<b>x" not in figure
    drawing = make(evil, "timeline").figure()
    assert "<b>x" not in drawing.wide + drawing.narrow


def test_the_timeline_works_without_years_and_with_one_text():
    one = Corpus.from_texts({"a": "one two three"})
    exhibit = make(one, "timeline")
    assert "undated" in exhibit.figure().wide
    assert exhibit.reading == "1 text, 3 words of running text."


def test_the_findings_name_the_bundled_texts(corpus):
    assert tuple(corpus.documents.index) == BUNDLED


def test_the_findings_say_that_they_are_about_the_bundled_texts(corpus):
    with pytest.raises(AnalysisError, match="sun-2024 is not among these"):
        make(corpus.select(list(BUNDLED[:-1])), "finding")
