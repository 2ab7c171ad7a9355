"""Topics: shares with intervals, strongest passages, the search for their number."""

import pandas as pd
import pytest

from analysis import OptionError, recommendation, search_topics, stop_words, topic_model, topic_passages
from dashboard.charts.theme import LIGHT, GroupStyle
from dashboard.charts.topics import search_dot, shares_dot, shares_heatmap, topic_rows
from dashboard.exhibits import make
from dashboard.exhibits.topic_passages import excerpts

STYLES = {"a": GroupStyle("Ann 2014", 0, "100 words"), "b": GroupStyle("Bob 2022", 1, "200 words")}


@pytest.fixture
def shares():
    return pd.DataFrame({"group": ["a", "a", "b", "b"], "topic": [1, 2] * 2, "label": ["1 · x, y, z", "2 · u, v, w"] * 2, "share": [0.1, 0.9, 0.6, 0.4], "low": [0.0, 0.8, 0.5, 0.3], "high": [0.2, 1.0, 0.7, 0.5], "stability": [0.5, 0.94] * 2})  # fmt: skip


def test_dots_stand_in_a_column_a_group_and_a_row_a_topic_in_per_cent(shares):
    first, second = shares_dot(shares, STYLES, LIGHT).data
    assert list(first.x) == [10.0, 90.0] and list(first.y) == [0, 1] and list(first.customdata) == [0, 1]
    assert list(second.customdata) == [2, 3] and second.marker.line.color == LIGHT.texts[1]


def test_dots_have_their_intervals(shares):
    trace = shares_dot(shares, STYLES, LIGHT).data[1]
    assert list(trace.error_x.array) == pytest.approx([10.0, 10.0])
    assert list(trace.error_x.arrayminus) == pytest.approx([10.0, 10.0])


def test_all_columns_have_one_scale(shares):
    fig = shares_dot(shares, STYLES, LIGHT)
    assert fig.layout.xaxis.range == fig.layout.xaxis2.range


@pytest.mark.parametrize("chart", [shares_heatmap, shares_dot])
def test_the_label_of_a_topic_is_never_cut_and_says_how_well_it_comes_back(shares, chart):
    long = "1 · internationalization, multilateralism, interconnectedness"
    fig = chart(shares.replace({"label": {"1 · x, y, z": long}}), STYLES, LIGHT)
    first, second = fig.layout.yaxis.ticktext
    assert "interconnectedness" in first and "…" not in first and first.count("<br>") == 2
    assert "comes back in other runs: 0.94" in second


def test_words_of_a_topic_are_no_markup(shares):
    assert "<b>x" not in "".join(topic_rows(shares.assign(label="1 · <b>x, y, z"), LIGHT).values())


@pytest.fixture
def search():
    return pd.DataFrame({"n_topics": [3, 4, 5], "coherence": [0.1, 0.3, -0.05], "stability": [1.0, 0.9, 0.5], "least_stable": 0.4, "smallest_share": 0.1, "recommended": [False, True, False]})  # fmt: skip


def test_the_recommended_number_alone_is_filled_and_named(search):
    fig = search_dot(search, LIGHT)
    for trace in fig.data:
        assert list(trace.customdata) == [0, 1, 2]
        assert list(trace.marker.color) == [LIGHT.ground, LIGHT.heat[1], LIGHT.ground]
    (note,) = [note for note in fig.layout.annotations if "recommended" in note.text]
    assert (note.x, note.y) == (4, 0.3)


def test_no_number_is_drawn_outside_its_axis(search):
    fig = search_dot(search, LIGHT)
    for axis, column in ((fig.layout.yaxis, "coherence"), (fig.layout.yaxis2, "stability")):
        assert axis.range[0] <= search[column].min() and axis.range[1] >= search[column].max()


def test_the_search_is_that_of_the_analysis_and_so_are_its_words(corpus):
    exhibit = make(corpus, "topic_search", most=5)
    direct = search_topics(corpus, ks=range(3, 6), stop_words=stop_words("en"))
    pd.testing.assert_frame_equal(exhibit.table, direct)
    assert exhibit.reading == recommendation(direct)


def test_a_number_leads_to_passages_of_one_of_its_topics(corpus):
    exhibit = make(corpus, "topic_search", most=4)
    model = topic_model(corpus, n_topics=4, runs=0, stop_words=stop_words("en"))
    candidates = [topic_passages(corpus, model, topic)["start"].tolist() for topic in range(1, 5)]
    assert exhibit.passages(1)["start"].tolist() in candidates


def test_the_passages_of_a_topic_begin_with_the_strongest_of_each_text(corpus):
    table = make(corpus, "topic_passages", topic=5).table
    texts = table["document_id"].nunique()
    assert table["document_id"].head(texts).is_unique and texts == 4
    for _, rows in table.groupby("document_id"):
        words = corpus.words_by_paragraph[corpus.tokens.document_of_paragraph == corpus.documents.index.get_loc(rows["document_id"].iloc[0])]  # fmt: skip
        strength = rows["weight"] * words[rows["paragraph"] - 1]
        assert strength.is_monotonic_decreasing
    assert (table["weight"] > 0.2).all() and table["place"].between(0, 1).all()


def test_the_passages_of_a_topic_are_all_of_them(corpus):
    table = make(corpus, "topic_passages", topic=5).table
    assert table["group"].value_counts().to_dict() == {"duan-2022": 14, "yang-2015": 5, "sun-2024": 4, "dong-2022": 1}


def test_a_stroke_leads_to_its_own_paragraph(corpus):
    exhibit = make(corpus, "topic_passages", topic=5)
    (line,) = exhibit.passages(3).itertuples()
    assert (line.document_id, line.paragraph) == tuple(exhibit.table.loc[3, ["document_id", "paragraph"]])


def test_an_unknown_topic_or_view_is_refused(corpus):
    with pytest.raises(OptionError, match="topic must be one of"):
        make(corpus, "topic_passages", topic=9)
    with pytest.raises(OptionError, match="view must be one of: heat, dots"):
        make(corpus, "topic_shares", view="pie")


@pytest.mark.parametrize("options", [{}, {"by": "year"}, {"view": "dots"}])
def test_readings_of_topics_are_short(corpus, options):
    assert len(make(corpus, "topic_shares", **options).reading) <= 345
    assert len(make(corpus, "topic_words").reading) <= 330


def test_either_view_shows_the_same_numbers(corpus):
    pd.testing.assert_frame_equal(make(corpus, "topic_shares").table, make(corpus, "topic_shares", view="dots").table)


def test_an_excerpt_keeps_whole_words_around_the_node_and_short_passages_whole():
    lines = pd.DataFrame({"left": ["aaa " * 100, "left "], "node": "trust", "right": [" bbb" * 100, " right."]})
    long, short = excerpts(lines, around=42).itertuples()
    assert long.left == "… " + "aaa " * 10 and long.right == " bbb" * 10 + " …"
    assert (short.left, short.node, short.right) == ("left ", "trust", " right.")
