"""Barcodes and evenness: strips and strokes, their numbers, what chance would do, and what must not happen."""

import pandas as pd
import pytest

from analysis import Corpus, OptionError, concordance, dispersions, random_spread, stop_words
from dashboard.charts.evenness import evenness_dot
from dashboard.charts.places import barcode_strips
from dashboard.charts.theme import LIGHT, GroupStyle
from dashboard.exhibits import make

STYLES = {"a": GroupStyle("Ann 2014", 0, "100 words"), "b": GroupStyle("Bob ≥2022", 1, "400 words")}


@pytest.fixture
def strips():
    rows = [("trust", "a", 100, 2, 1, 4, 0.9, 0.3, 0.8, True), ("trust", "b", 400, 1, 1, 9, 0.9, 0.8, 1.0, False), ("war", "a", 100, 0, 0, 4, float("nan"), float("nan"), float("nan"), False), ("war", "b", 400, 1, 1, 9, 0.9, 0.8, 1.0, False)]  # fmt: skip
    columns = ["term", "group", "n_words", "hits", "paragraphs", "n_paragraphs", "dp_norm", "low", "high", "bursts"]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def hits():
    rows = [("trust", "a", 0, 0.0), ("trust", "a", 50, 0.5), ("trust", "b", 200, 0.5), ("war", "b", 399, 1.0)]
    return pd.DataFrame(rows, columns=["term", "group", "word", "place"]).assign(left="<i>", node="x", right="")


def notes(fig):
    return [note.text for note in fig.layout.annotations]


def test_a_strip_is_as_long_as_its_text(hits, strips):
    fig = barcode_strips(hits, strips, STYLES, LIGHT, same_width=False)
    assert [shape.x1 for shape in fig.layout.shapes] == [100, 400, 100, 400]
    assert [list(trace.x) for trace in fig.data] == [[0, 50], [200], [], [399]]


def test_or_all_strips_are_as_wide_as_the_page(hits, strips):
    fig = barcode_strips(hits, strips, STYLES, LIGHT, same_width=True)
    assert {shape.x1 for shape in fig.layout.shapes} == {1}
    assert [list(trace.x) for trace in fig.data] == [[0.0, 0.5], [0.5], [], [1.0]]


def test_strips_stand_in_a_block_a_search_in_the_colours_of_the_texts(hits, strips):
    fig = barcode_strips(hits, strips, STYLES, LIGHT, same_width=False)
    assert [shape.y0 + 0.3 for shape in fig.layout.shapes] == [1, 2, 4, 5]
    assert fig.data[0].marker.color == fig.data[2].marker.color == LIGHT.texts[0]
    assert list(fig.layout.yaxis.ticktext) == ["Ann 2014", "Bob ≥2022"] * 2
    assert {"<b>trust</b>", "<b>war</b>"} <= set(notes(fig))


def test_the_numbers_stand_beside_the_strips_bursts_in_bold_and_no_hit_without_a_score(hits, strips):
    said = notes(barcode_strips(hits, strips, STYLES, LIGHT, same_width=False))
    assert "1 of 4" in said and any("none of 4" in note for note in said)
    assert sum("<b>0.90</b>" in note and "0.30–0.80" in note for note in said) == 1
    assert not any("nan" in note for note in said)


def test_every_stroke_is_a_row_and_words_of_a_text_are_no_markup(hits, strips):
    fig = barcode_strips(hits, strips, STYLES, LIGHT, same_width=False)
    assert [row for trace in fig.data for row in trace.customdata] == [0, 1, 2, 3]
    assert "<i>" not in fig.data[0].text[0] and "&lt;i&gt;" in fig.data[0].text[0]


def test_a_barcode_has_every_hit_with_the_known_numbers(corpus):
    exhibit = make(corpus, "barcode", terms="trust, security")
    counts = exhibit.table.groupby(["term", "group"]).size()
    assert [counts[("trust", text)] for text in ("chen-2014", "yang-2015", "dong-2022", "sun-2024")] == [9, 2, 1, 56]
    assert ("trust", "duan-2022") not in counts
    assert [counts["security"][text] for text in corpus.documents.index] == [3, 12, 39, 1, 28]
    assert "none of 15" in exhibit.figure().to_json()
    assert "32 of 112 paragraphs of Sun 2024 (56 hits)" in exhibit.reading


def test_places_are_running_words_of_the_text(corpus):
    table = make(corpus, "barcode", terms="trust").table
    assert table["place"].between(0, 1).all()
    words = corpus.documents["n_words"][table["group"]].to_numpy()
    assert (table["word"] < words).all() and (table["word"] >= 0).all()
    first = Corpus.from_texts({"a": "trust 1 2 3 in trust"})
    assert make(first, "barcode", terms="trust").table["word"].tolist() == [0, 2]


def test_the_unevenness_of_a_strip_is_that_of_the_analysis(corpus):
    # “governance” stands in no compound, so its hits are its term.
    table = make(corpus, "barcode", terms="governance").table.drop_duplicates("group").set_index("group")
    direct = dispersions(corpus, by="document_id", over="paragraphs")
    direct = direct[direct["term"] == "governance"].set_index("group").loc[table.index]
    assert table["hits"].tolist() == direct["count"].tolist()
    assert table["dp_norm"].to_numpy() == pytest.approx(direct["gries_dp_norm"].to_numpy())
    assert table["paragraphs"].tolist() == direct["range"].tolist()


def test_few_hits_are_never_called_a_burst():
    text = "\n".join(["trust trust trust"] + ["nothing of the kind was said here"] * 20)
    table = make(Corpus.from_texts({"a": text}), "barcode", terms="trust").table
    assert table["dp_norm"].iloc[0] > table["high"].iloc[0] and not table["bursts"].any()


def test_a_click_on_a_stroke_shows_its_sentence(corpus):
    exhibit = make(corpus, "barcode", terms="trust, @United States")
    last = exhibit.table.index[-1]
    (line,) = exhibit.passages(last).itertuples()
    assert corpus.text(line.document_id)[line.start : line.end] == line.node
    assert exhibit.search(last) == "@United States" and exhibit.search(0) == "trust"


def test_more_than_four_searches_are_refused(corpus):
    with pytest.raises(OptionError, match="up to 4"):
        make(corpus, "barcode", terms="a, b, c, d, e")


def test_no_hit_at_all_is_said(corpus):
    exhibit = make(corpus, "barcode", terms="zeppelin")
    assert exhibit.table.empty and "has a hit" in exhibit.reading


@pytest.fixture
def ranked():
    rows = [("even", "years", 21, 20, 40, 0.85, 0.8, 0.9), ("bursts", "road", 65, 22, 40, 0.84, 0.6, 0.7)]
    return pd.DataFrame(rows, columns=["list", "term", "count", "paragraphs", "parts", "dp_norm", "low", "high"])


def test_a_word_beyond_chance_is_filled_and_the_bar_is_what_chance_gives(ranked):
    fig = evenness_dot(ranked, LIGHT, style=GroupStyle("all texts", None))
    bar, even, other_bar, bursts = fig.data
    assert list(bar.x) == [0.8, 0.9, None] and list(other_bar.x) == [0.6, 0.7, None]
    assert list(even.marker.color) == [LIGHT.ground] and list(bursts.marker.color) == [LIGHT.neutral]
    assert "65 in 22" in fig.layout.yaxis2.ticktext[0]


def test_evenness_is_that_of_the_analysis_against_chance(corpus):
    table = make(corpus, "evenness").table
    direct = dispersions(corpus, over="paragraphs", stop_words=stop_words("en")).set_index("term")
    assert table["dp_norm"].to_numpy() == pytest.approx(direct.loc[table["term"], "gries_dp_norm"].to_numpy())
    row = table[table["term"] == "trust"].iloc[0]
    chance = random_spread("gries_dp_norm", row["count"], corpus.words_by_paragraph, draws=300)
    assert (row["chance"], row["low"], row["high"]) == chance and row["list"] == "bursts"
    even, bursts = (table.loc[table["list"] == name, "surplus"] for name in ("even", "bursts"))
    assert even.is_monotonic_increasing and bursts.is_monotonic_decreasing and even.max() <= bursts.min()
    assert table["term"].is_unique and (table["count"] >= 12).all()


def test_one_group_is_measured_over_its_own_paragraphs(corpus):
    exhibit = make(corpus, "evenness", group="Sun Jisheng")
    assert set(exhibit.table["parts"]) == {112} and "Sun 2024" in exhibit.title
    assert set(exhibit.passages(0)["document_id"]) == {"sun-2024"}
    assert len(exhibit.passages(0)) == exhibit.table["count"].iloc[0]
    assert set(make(corpus, "evenness", by="year", group="2022").table["parts"]) == {33}


def test_few_words_make_two_short_lists(corpus):
    table = make(corpus, "evenness", group="Chen Jimin", n=20).table
    assert table["term"].is_unique and (table["list"] == "bursts").any()


def test_a_text_of_one_paragraph_lists_nothing():
    exhibit = make(Corpus.from_texts({"a": "trust " * 30}), "evenness", minimum_count=1)
    assert exhibit.table.empty and "No word is frequent enough" in exhibit.reading
    assert len(concordance(Corpus.from_texts({"a": "trust " * 30}), "trust")) == 30
