"""What sets a group apart: pairs, word shift, agreement of methods, length-fair lists."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis import Corpus, OptionError, agreement, disagreement, fair_keywords, keywords, word_shift
from dashboard.charts.agreement import ranks_grid
from dashboard.charts.contrast import HEIGHT, WIDTHS, axis_of, contrast_scatter, two_colours
from dashboard.charts.rates import panels_dot
from dashboard.charts.shift import shift_bars
from dashboard.charts.theme import DARK, LIGHT, GroupStyle
from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.fair_lists import fair_draws

ANN, BOB = GroupStyle("Ann 2014", 0, "100 words"), GroupStyle("Bob ≥2022", 1, "200 words")
SEVERAL, REST = GroupStyle("op-ed", None), GroupStyle("the rest", None)
SUN, YANG = "Sun Jisheng", "Yang Jiechi"


@pytest.fixture
def pair():
    rows = [
        ("trust", "target", True, 50, 12, 6.8, 1.9, 1.8, 0.9), ("belt", "reference", True, 4, 55, 0.5, 8.7, -4.1, -2.0),
        ("humanity", "target", False, 22, 1, 2.7, 0.2, 4.0, 0.0), ("actions", "target", True, 19, 0, 2.3, 0.0, 5.0, 0.5),
        ("<b>evil</b>", "target", False, 3, 0, 0.4, 0.0, 2.0, 0.0), ("both", "target", False, 3, 0, 0.4, 0.0, 2.0, 0.0),
    ]  # fmt: skip
    columns = ["term", "side", "sure", "target_count", "reference_count", "per_1000", "reference_per_1000", "log_ratio", "log_ratio_conservative"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def marks(fig):
    """x and y of each row of the table."""
    return {
        row: (x, y)
        for trace in fig.data
        if trace.customdata is not None
        for row, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }


def test_a_rate_stands_at_its_logarithm_and_zero_in_a_strip_of_its_own(pair):
    fig = contrast_scatter(pair, ANN, BOB, LIGHT, labelled=9)
    places = marks(fig)
    assert places[0] == (np.log2(1.9), np.log2(6.8)) and places[3][1] == np.log2(2.3)
    across = axis_of(pair["reference_per_1000"])
    assert across.low < places[3][0] < across.edge < np.log2(0.2)
    labels = dict(zip(fig.layout.xaxis.tickvals, fig.layout.xaxis.ticktext, strict=True))
    assert labels[across.zero] == "0" and labels[0.0] == "1"


def test_words_with_the_same_counts_are_set_out_side_by_side(pair):
    places = marks(contrast_scatter(pair, ANN, BOB, LIGHT, labelled=9))
    assert places[4] != places[5] and np.hypot(*np.subtract(places[4], places[5])) < 0.3


def test_colour_tells_the_side_and_filling_whether_it_is_beyond_chance(pair):
    fig = contrast_scatter(pair, ANN, BOB, LIGHT, labelled=9)
    looks = {
        row: (trace.marker.line.color, trace.marker.color == LIGHT.ground, trace.marker.symbol)
        for trace in fig.data
        for row in trace.customdata
    }
    assert looks[0] == (LIGHT.texts[0], False, "circle") and looks[1] == (LIGHT.texts[1], False, "diamond")
    assert looks[2] == (LIGHT.texts[0], True, "circle")


def test_two_groups_of_several_texts_are_told_apart():
    for theme in (LIGHT, DARK):
        assert len(set(two_colours(SEVERAL, REST, theme).values())) == 2


def test_the_line_of_equal_rates_is_labelled_and_words_beyond_chance_are_bold(pair):
    fig = contrast_scatter(pair, ANN, BOB, LIGHT, labelled=9)
    texts = [note.text for note in fig.layout.annotations]
    assert "same rate" in texts and "<b>trust</b>" in texts and "humanity" in texts
    line = next(shape for shape in fig.layout.shapes if shape.type == "line")
    assert line.x0 == line.y0 and line.x1 == line.y1
    assert not any("<b>evil" in text for text in texts)


@pytest.mark.parametrize("target", ["Chen Jimin", YANG, "Dong Chunling", "Huimin Duan", SUN])
@pytest.mark.parametrize("stop_list", ["none", "en"])
def test_words_beyond_chance_are_never_without_a_label_for_the_sake_of_the_line(corpus, target, stop_list):
    exhibit = make(corpus, "keyness_scatter", target=target, stop_list=stop_list)
    texts = [note.text for note in exhibit.figure().layout.annotations]
    sure = exhibit.table["term"][exhibit.table["sure"]].head(8)
    assert "same rate" in texts and all(f"<b>{term}</b>" in texts for term in sure)


def test_no_more_words_are_labelled_than_asked(pair):
    few = contrast_scatter(pair, ANN, BOB, LIGHT, labelled=2)
    words = {re.sub("<.*?>", "", note.text) for note in few.layout.annotations} & set(pair["term"])
    assert words == {"trust", "belt"}


def test_a_scatter_without_words_or_without_common_words_is_drawn(pair):
    contrast_scatter(pair.head(0), ANN, BOB, LIGHT, labelled=9)
    fig = contrast_scatter(pair.iloc[3:], ANN, BOB, LIGHT, labelled=9)
    assert set(marks(fig)) == {3, 4, 5}
    assert fig.layout.height == HEIGHT and fig.layout.meta["min_width"] == WIDTHS[0]


@pytest.fixture
def shifted():
    rows = [("road", "reference", 4, 60, 0.5, 9.6, 0.03, 0.5, True), ("a<b", "target", 19, 0, 2.3, 0.0, 0.015, 0.75, False)]  # fmt: skip
    return pd.DataFrame(rows, columns=["term", "side", "target_count", "reference_count", "per_1000", "reference_per_1000", "contribution", "cumulative", "sure"])  # fmt: skip


def test_a_bar_goes_to_the_side_that_uses_the_word_more_and_is_as_long_as_its_contribution(shifted):
    drawing = shift_bars(shifted, ANN, BOB, LIGHT)
    for form in (drawing.wide, drawing.narrow):
        bars = re.findall(
            r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="16.0" fill="(#\w+)" opacity="([\d.]+)"', form
        )
        (left, first, colour, full), (right, second, other, pale) = bars
        assert float(left) < float(right) and float(first) == pytest.approx(2 * float(second), abs=0.2)
        assert (colour, other) == (LIGHT.texts[1], LIGHT.texts[0]) and float(full) == 1 > float(pale)
        assert float(left) + float(first) == pytest.approx(float(right), abs=0.2)
        assert "a&lt;b" in form and "a<b" not in form and "9.6 : 0.5" in form and ">50%<" in form


def test_ranks_are_darker_and_bold_near_the_top():
    ranks = [1, 300, 2, 2]
    same = {
        "median_rank": 1.5,
        "count": 3,
        "per_1000": 1.0,
        "reference_per_1000": 0.1,
        "paragraphs": 2,
        "n_paragraphs": 9,
    }
    table = pd.DataFrame({"term": ["x", "x", "y", "y"], "method": ["tfidf", "log_ratio"] * 2, "label": ["TF-IDF", "Log Ratio"] * 2, "rank": ranks, "value": 1.0, **same})  # fmt: skip
    heat, targets, *numbers = ranks_grid(table, LIGHT, top=20).data
    assert heat.z[0][0] == 1 > heat.z[1][0] > heat.z[0][1] == 0
    shown = {text for trace in numbers for text in trace.text}
    assert shown == {"<b>1</b>", "300", "<b>2</b>"} and set(targets.customdata) == {0, 1, 2, 3}


def test_notes_stand_right_of_all_dots_and_intervals():
    table = pd.DataFrame({"group": ["a", "a"], "term": ["x", "y"], "value": [1.0, 2.0], "low": [-0.5, 1.0], "high": [2.0, 4.0], "note": ["93%", "7%"], "remark": ["holds", "no"], "count": 1, "words": 10, "per_1000": 1.0})  # fmt: skip
    fig = panels_dot(table, {"a": ANN}, LIGHT, value="value", low="low", high="high", note="note", unit="u<br>v")
    dots, notes = fig.data
    assert list(notes.text) == ["93%", "7%"] and min(notes.x) > 4.0 and fig.layout.xaxis.range[0] < -0.5
    assert max(fig.layout.xaxis.tickvals) <= 4.0 and "holds" in dots.text[0]


# What a dot, bar or cell says is what the analysis says.


def test_the_scatter_has_the_known_counts_and_the_rates_of_keyness(corpus):
    table = make(corpus, "keyness_scatter", target=SUN).table.set_index("term")
    counts = table[["target_count", "reference_count"]]
    assert counts.loc["global"].tolist() == [150, 56] and counts.loc["trust"].tolist() == [55, 12]
    assert counts.loc["belt"].tolist() == [4, 55] and table.loc["belt", "side"] == "reference"
    direct = keywords(corpus, by="author", target=SUN, minimum_count=3).set_index("term")
    for column in ("per_1000", "reference_per_1000", "log_ratio_conservative"):
        pd.testing.assert_series_equal(table[column], direct[column].loc[table.index])
    assert len(table) == 400 and set(direct.index[direct["log_ratio_conservative"] != 0]) <= set(table.index)


def test_a_pair_is_compared_without_the_other_texts(corpus):
    exhibit = make(corpus, "keyness_scatter", target=YANG, reference=SUN)
    table = exhibit.table.set_index("term")
    assert table.loc["global", ["target_count", "reference_count"]].tolist() == [5, 150]
    assert exhibit.title == "Yang 2015 against Sun 2024, word by word"
    both = corpus.select(["yang-2015", "sun-2024"])
    assert table.loc["we", "log_ratio_conservative"] == pytest.approx(
        keywords(both, by="author", target=YANG, minimum_count=3).set_index("term").loc["we", "log_ratio_conservative"]
    )


def test_a_dot_leads_to_the_sentences_of_both_sides(corpus):
    for name in ("keyness_scatter", "word_shift"):
        exhibit = make(corpus, name, target=SUN)
        row = exhibit.table.index[exhibit.table["term"] == "trust"][0]
        lines = exhibit.passages(row)
        assert len(lines) == 55 + 12 and set(lines["document_id"].head(10)) == {"sun-2024"}
        assert set(lines["document_id"].iloc[10:20]) <= {"chen-2014", "yang-2015", "dong-2022"}


def test_the_words_to_label_come_first_the_surest_ones_of_either_side_in_turn(corpus):
    table = make(corpus, "keyness_scatter", target=SUN).table
    assert table["sure"].head(10).all() and set(table["side"].head(2)) == {"target", "reference"}


def test_the_same_group_on_both_sides_is_refused_in_one_sentence(corpus):
    for name in ("keyness_scatter", "word_shift"):
        with pytest.raises(OptionError, match="Sun 2024 cannot be compared with itself"):
            make(corpus, name, target=SUN, reference=SUN)
        with pytest.raises(OptionError, match="must be one of"):
            make(corpus, name, target="Nobody")


@pytest.mark.parametrize("name", ["keyness_scatter", "word_shift", "agreement"])
def test_one_text_alone_has_nothing_to_be_compared_with(corpus, name):
    with pytest.raises(OptionError, match="fewer than two"):
        make(corpus.select(["sun-2024"]), name)


@pytest.mark.parametrize("name", ["keyness_scatter", "word_shift", "agreement"])
def test_a_minimum_count_that_nothing_reaches_is_said(corpus, name):
    exhibit = make(corpus, name, minimum_count=20_000)
    assert exhibit.table.empty and "Lower the minimum count" in exhibit.reading
    exhibit.figure()


@pytest.mark.parametrize("name", ["keyness_scatter", "word_shift", "agreement", "keywords", "distinctive_terms"])
def test_texts_without_years_or_authors_can_be_compared(name):
    texts = {f"t{number}": f"trust word{number} grows slowly here\nand word{number} stays put" for number in range(12)}
    options = {"minimum_count": 1, "by": "document_id"} | ({"fair": True} if "fair" in fields(name) else {})
    exhibit = make(Corpus.from_texts(texts), name, **options)
    exhibit.figure()
    assert exhibit.reading.endswith(".") and "nan" not in exhibit.reading


def fields(name: str) -> set[str]:
    return set(EXHIBITS[name].options.__dataclass_fields__)


def test_the_word_shift_is_that_of_the_analysis(corpus):
    table = make(corpus, "word_shift", target=SUN, n=10).table
    direct = word_shift(corpus, SUN, by="author", minimum_count=3).head(10)
    assert table["term"].tolist() == direct["term"].tolist() and table["term"].iloc[0] == "road"
    pd.testing.assert_series_equal(table["cumulative"], direct["cumulative"])


def test_the_reading_of_the_word_shift_states_the_share_reached(corpus):
    exhibit = make(corpus, "word_shift", target=SUN, n=24)
    assert f"The 24 words drawn make {exhibit.table['cumulative'].iloc[-1]:.0%} of the whole" in exhibit.reading


def test_a_title_follows_the_column_compared(corpus):
    assert make(corpus, "keywords", by="year").title == "Which words does each year use more than the rest?"
    assert make(corpus, "keywords", by="document_id").title == "Which words does each text use more than the rest?"
    assert make(corpus, "distinctive_terms", by="genre").title == "Which words are one genre’s own?"


def test_the_grid_of_methods_is_that_of_the_analysis_with_the_word_they_dispute(corpus):
    exhibit = make(corpus, "agreement", target=SUN, n=5)
    direct = agreement(corpus, SUN, by="author", minimum_count=3)
    assert disagreement(direct) in exhibit.reading
    terms = list(dict.fromkeys(exhibit.table["term"]))
    assert terms[:5] == direct["term"].head(5).tolist()
    assert re.search("“(.*?)”", disagreement(direct))[1] in terms and len(terms) in (5, 6)
    ranks = exhibit.table.pivot(index="term", columns="method", values="rank")
    expected = direct.set_index("term").loc[ranks.index, [f"rank_{name}" for name in ranks.columns]]
    assert ranks.to_numpy().tolist() == expected.to_numpy().tolist()


def test_a_length_fair_list_is_that_of_the_analysis(corpus):
    table = make(corpus, "keywords", fair=True, n=6).table
    direct = fair_keywords(corpus, SUN, by="author", top=6, draws=100)
    sun = table[table["group"] == SUN].reset_index(drop=True)
    assert sun["term"].tolist() == direct["item"].tolist() and sun["holds"].tolist() == direct["holds"].tolist()
    assert set(table["window"]) == {742} and set(table["draws"]) == {100}
    # The interval is that of the Log Ratio in the same windows.
    ratios = fair_keywords(corpus, SUN, by="author", measure="log_ratio", top=9999, draws=100).set_index("item")
    assert sun["fair_low"].tolist() == ratios.loc[sun["term"], "low"].tolist()


def test_a_length_fair_reading_counts_the_words_that_hold(corpus):
    for name in ("keywords", "distinctive_terms"):
        exhibit = make(corpus, name, fair=True)
        safe = int((exhibit.table["holds"] > 0.5).sum())
        assert f"{safe} of these {len(exhibit.table)} words" in exhibit.reading
        assert "742 words, 100 draws a group, seed 0" in exhibit.receipt.text()
        notes = [text for trace in exhibit.figure().data if trace.mode == "text" for text in trace.text]
        assert len(notes) == len(exhibit.table) and "100%" in notes


def test_length_fair_tfidf_takes_the_plain_formula_only(corpus):
    with pytest.raises(OptionError, match="choose “plain”"):
        make(corpus, "distinctive_terms", fair=True, variant="scikit-learn")


def test_more_groups_get_fewer_draws_each():
    assert [fair_draws(n) for n in (2, 5, 12, 200)] == [100, 100, 41, 20]
