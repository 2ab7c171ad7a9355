"""Who is like whom: the heat map of all pairs, the words behind a cell, and the page of the three pictures."""

import pandas as pd
import pytest

from analysis import AnalysisError, Corpus, fair_similarities, pair_terms, similarities, stop_words
from analysis.similarity import MEASURES
from dashboard.charts.similarity import likeness, similarity_heatmap
from dashboard.charts.theme import DARK, LIGHT, GroupStyle
from dashboard.exhibits import make
from dashboard.exhibits.similarity import MEASURE_NAMES

from .visiting import figures, open_page, words

STYLES = {"a": GroupStyle("Ann 2014", 0, "100 words"), "b": GroupStyle("Bob ≥2022", 1), "c": GroupStyle("Cy 2024", 2)}


@pytest.fixture
def pairs():
    rows = [("a", "b", 0.2, "trust"), ("a", "c", 0.6, ""), ("b", "c", 0.4, "war, peace")]
    return pd.DataFrame(rows, columns=["group", "other", "value", "shared"])


def test_shades_follow_likeness_not_the_number(pairs):
    near, far = likeness(pairs["value"], "low"), likeness(pairs["value"], "high")
    assert near.idxmax() == 0 and near.idxmin() == 1
    assert far.idxmax() == 1 and far.idxmin() == 0
    assert near.max() == 1 and near.min() == pytest.approx(0.08)


def test_pairs_as_alike_have_one_shade():
    assert likeness(pd.Series([0.3, 0.3]), "low").tolist() == [0.5, 0.5]


def test_the_heat_map_is_a_triangle_with_the_value_in_each_cell(pairs):
    fig = similarity_heatmap(pairs, STYLES, LIGHT, nearer="low", scale="0: alike")
    cells = {(note.x, note.y): note.text for note in fig.layout.annotations if note.xref != "paper"}
    assert cells == {(0, 0): "<b>0.20</b>", (0, 1): "0.60", (1, 1): "0.40"}
    z = fig.data[0].z
    assert z.shape == (2, 2) and z[0, 0] == 1 and pd.isna(z[0, 1])


@pytest.mark.parametrize("theme, said", [(LIGHT, "Darker: more alike"), (DARK, "Brighter: more alike")])
def test_the_heat_map_says_which_way_its_shades_run(pairs, theme, said):
    fig = similarity_heatmap(pairs, STYLES, theme, nearer="low", scale="0: alike")
    assert said in fig.layout.annotations[-1].text and "0: alike" in fig.layout.annotations[-1].text


def test_at_equal_length_a_cell_shows_the_fair_value_and_how_often_the_rank_is_kept(pairs):
    fair = pairs.assign(fair_value=[0.5, 0.3, 0.4], low=0.1, high=0.9, holds=[0.034, 1.0, 0.5], window=742, draws=500)
    fig = similarity_heatmap(fair, STYLES, LIGHT, nearer="low", scale="0: alike")
    assert "0.50" in fig.layout.annotations[0].text and "keeps rank: 3%" in fig.layout.annotations[0].text
    assert fig.layout.annotations[1].text.startswith("<b>0.30")


def test_a_pair_without_a_value_has_no_shade(pairs):
    pairs.loc[1, "value"] = float("nan")
    fig = similarity_heatmap(pairs, STYLES, LIGHT, nearer="low", scale="")
    assert fig.layout.annotations[1].text == "–" and "nan" not in str(fig.data[1].hovertext)


def test_every_measure_can_be_chosen_and_has_a_plain_name():
    assert set(MEASURE_NAMES) == set(MEASURES) and next(iter(MEASURE_NAMES)) == "jensen_shannon"


@pytest.mark.parametrize("measure", MEASURES)
def test_the_values_are_those_of_the_analysis(corpus, measure):
    table = make(corpus, "similarity", measure=measure).table
    assert table["value"].tolist() == similarities(corpus, by="author", measure=measure)["value"].tolist()


def test_the_nearest_pair_by_whole_texts_hardly_ever_is_at_equal_length(corpus):
    exhibit = make(corpus, "similarity", fair=True)
    direct = fair_similarities(corpus, by="author")
    assert exhibit.table["fair_value"].tolist() == direct["fair_value"].tolist()
    assert (
        "Yang 2015 and Sun 2024 are nearest; cut to 742 running words each, they keep that rank in 3%"
        in exhibit.reading
    )


def test_the_reading_names_the_nearest_and_the_farthest_pair_with_their_words(corpus):
    reading = make(corpus, "similarity").reading
    assert (
        "Yang 2015 and Sun 2024 are nearest (0.33); words of both but not of all: peace, global, cooperation" in reading
    )
    assert "Farthest are Chen 2014 and Duan ≥2022 (0.51), parted most by road" in reading
    assert "11 times the words" in reading and "Length-fair" in reading


def test_a_similarity_is_read_the_other_way_round(corpus):
    reading = make(corpus, "similarity", measure="cosine").reading
    assert "Yang 2015 and Sun 2024 are nearest (0.17)" in reading and "Chen 2014 and Duan ≥2022 (0.02)" in reading


@pytest.mark.parametrize("fair", [False, True])
def test_a_delta_of_five_texts_is_called_unstable(corpus, fair):
    assert "With 5 groups a Delta is unstable" in make(corpus, "similarity", measure="burrows_delta", fair=fair).reading


def test_behind_a_cell_stands_the_strongest_shared_word_in_both_texts(corpus):
    exhibit = make(corpus, "similarity", measure="burrows_delta")
    row = exhibit.table.index[(exhibit.table["group"] == "Yang Jiechi") & (exhibit.table["other"] == "Sun Jisheng")][0]
    shared = pair_terms(corpus, "Yang Jiechi", "Sun Jisheng", by="author", stop_words=stop_words("en"))["term"]
    assert exhibit.search(row) == shared[0] == "peace"
    lines = exhibit.passages(row)
    assert set(lines["document_id"]) == {"yang-2015", "sun-2024"} and set(lines["node"].str.lower()) == {"peace"}
    assert set(lines.head(20)["document_id"]) == {"yang-2015", "sun-2024"}
    assert "peace (5.3 and 2.1)" in exhibit.remark(row)


def test_two_texts_are_compared_by_shares_only(corpus):
    two = corpus.select(["chen-2014", "sun-2024"])
    assert "stand at 0.43" in make(two, "similarity").reading
    for name, measure in [("similarity", "cosine"), ("similarity", "burrows_delta"), ("tree", "cosine_delta")]:
        with pytest.raises(AnalysisError, match="cannot compare 2 groups"):
            make(two, name, measure=measure)


@pytest.mark.parametrize("name", ["similarity", "correspondence", "tree"])
def test_one_group_is_refused_in_one_sentence(corpus, name):
    with pytest.raises(AnalysisError, match="fewer than two"):
        make(corpus, name, by="language")


def test_texts_without_a_word_in_common_are_told_so():
    apart = Corpus.from_texts({"a": "peace order " * 9, "b": "trade road " * 9, "c": "war end " * 9})
    exhibit = make(apart, "similarity", by="document_id")
    assert exhibit.passages(0).empty and "share none" in exhibit.remark(0) and exhibit.search(0) == ""


def test_the_stop_list_changes_the_values(corpus):
    with_them, without = (make(corpus, "similarity", stop_list=name).table["value"] for name in ("none", "en"))
    assert (with_them != without).all()


def test_each_view_of_the_page_is_made_only_when_it_is_chosen():
    app = open_page("similarity")
    assert len(figures(app)) == 1 and "Who is like whom" in words(app)
    app.segmented_control(key="like_view").set_value("map").run()
    assert not app.exception and not figures(app) and "Which words draw them apart" in words(app)
    app.segmented_control(key="like_view").set_value("tree").run()
    assert not app.exception and "Who belongs together" in words(app) and "Who is like whom" not in words(app)


def test_the_measure_and_equal_length_change_the_heat_map():
    app = open_page("similarity")
    before = words(app)
    app.selectbox(key="like_measure").set_value("cosine").run()
    assert "(0.17)" in words(app) and words(app) != before
    app.toggle(key="fair").set_value(True).run()
    assert "keep that rank in 2%" in words(app) and not app.exception


def test_one_text_alone_has_nobody_to_be_like():
    app = open_page("similarity")
    app.pills(key="texts").set_value(["sun-2024"]).run()
    assert not app.exception and "fewer than two" in app.info[0].value.replace("\\", "")


def test_chosen_words_replace_the_most_frequent_ones_on_the_map():
    app = open_page("similarity", like_view="Map")
    assert [slider.key for slider in app.slider] == ["map_n"]
    app.text_input(key="map_terms").set_value("trust, order, peace").run()
    assert not app.exception and not app.slider and "3 words, total inertia" in words(app)
