"""Pictures from five-row tables: what is drawn, where, and in which colour."""

import xml.etree.ElementTree as ElementTree

import pandas as pd
import pytest

from dashboard.charts.drawing import paragraph, words
from dashboard.charts.panels import count_matrix, rate_panels
from dashboard.charts.places import places_strip
from dashboard.charts.rates import panels_dot, terms_dot
from dashboard.charts.theme import DARK, LIGHT, GroupStyle, plain
from dashboard.charts.timeline import timeline
from dashboard.charts.topics import shares_heatmap
from dashboard.charts.trends import trends_dot

STYLES = {
    "a": GroupStyle("Ann 2014", 0, "100 words"),
    "b": GroupStyle("Bob ≥2022", 1, "200 words"),
    "all": GroupStyle("2 texts", None),
}


@pytest.fixture
def rates():
    rows = [("a", "trust", 3, 100, 30.0, 10.0, 60.0), ("b", "trust", 0, 200, 0.0, 0.0, 19.0), ("a", "war", 1, 100, 10.0, 2.0, 53.0), ("b", "war", 2, 200, 10.0, 3.0, 35.0)]  # fmt: skip
    return pd.DataFrame(rows, columns=["group", "term", "count", "words", "per_1000", "low", "high"])


def test_terms_stand_in_bands_and_groups_inside_them(rates):
    fig = terms_dot(rates, STYLES, LIGHT)
    first, second = fig.data
    assert list(first.x) == [30.0, 10.0] and list(first.customdata) == [0, 2]
    assert round(first.y[0]) == 0 and round(first.y[1]) == 1 and first.y[0] < second.y[0]
    assert list(fig.layout.yaxis.ticktext) == ["<b>trust</b>", "<b>war</b>"]
    assert "per 1,000 words" in fig.layout.xaxis.title.text


def test_very_small_rates_stand_at_the_axis_in_their_own_figures(rates):
    rates[["per_1000", "low", "high"]] /= 1_000_000
    assert terms_dot(rates, STYLES, LIGHT).layout.template.layout.xaxis.exponentformat == "none"


def test_an_interval_reaches_from_low_to_high(rates):
    trace = terms_dot(rates, STYLES, LIGHT).data[0]
    assert list(trace.error_x.array) == [30.0, 43.0] and list(trace.error_x.arrayminus) == [20.0, 8.0]


def test_no_hit_is_a_hollow_mark(rates):
    trace = terms_dot(rates, STYLES, LIGHT).data[1]
    assert list(trace.marker.color) == [LIGHT.ground, LIGHT.texts[1]]


def test_a_group_has_its_colour_and_its_shape(rates):
    first, second = terms_dot(rates, STYLES, DARK).data
    assert first.marker.line.color == DARK.texts[0] and second.marker.line.color == DARK.texts[1]
    assert first.marker.symbol != second.marker.symbol


def test_several_texts_together_have_no_texts_colour():
    assert STYLES["all"].colour(LIGHT) == LIGHT.neutral


@pytest.mark.parametrize("rank", range(20))
def test_there_is_a_colour_for_any_number_of_texts(rank):
    assert GroupStyle("x", rank).colour(LIGHT).startswith("#")


def test_panels_stand_side_by_side_on_one_scale(rates):
    fig = panels_dot(rates, STYLES, LIGHT, value="per_1000", low="low", high="high", unit="per 1,000 words")
    assert len(fig.data) == 2
    assert fig.layout.xaxis.range == fig.layout.xaxis2.range
    assert list(fig.layout.yaxis.ticktext) == ["trust", "war"]


def test_panels_break_into_lines(rates):
    fig = panels_dot(rates, STYLES, LIGHT, value="per_1000", unit="", across=1)
    assert fig.layout.yaxis.domain[0] > fig.layout.yaxis2.domain[1]


def test_an_empty_list_draws_an_empty_panel(rates):
    assert len(panels_dot(rates.head(0), STYLES, LIGHT, value="per_1000", unit="").data) == 0


@pytest.fixture
def dated(rates):
    times = {"a": 2014.5, "b": 2022.8}
    return rates.assign(time=rates["group"].map(times), open_ended=rates["group"] == "b")


def test_years_stand_at_true_distance_with_the_empty_ones_named(dated):
    fig = trends_dot(dated, STYLES, LIGHT)
    assert [list(trace.x) for trace in fig.data] == [[2014.5], [2022.8]] * 2
    labels = dict(zip(fig.layout.xaxis.tickvals, fig.layout.xaxis.ticktext, strict=True))
    assert "<b>2014</b>" in labels[2014.5] and "Ann<br>100" in labels[2014.5] and "<b>" not in labels[2018.5]
    assert any("no text 2015–2021" in note.text for note in fig.layout.annotations)


def test_no_line_crosses_the_empty_years_unless_asked(dated):
    assert {trace.mode for trace in trends_dot(dated, STYLES, LIGHT).data} == {"markers"}
    assert "lines" in {trace.mode for trace in trends_dot(dated, STYLES, LIGHT, connect=True).data}


def test_an_open_date_has_an_arrow(dated):
    arrows = [note for note in trends_dot(dated, STYLES, LIGHT).layout.annotations if note.showarrow]
    assert len(arrows) == 2 and all(arrow.x > 2022.8 for arrow in arrows)


def test_texts_without_a_year_are_left_out_of_the_time_axis(dated):
    fig = trends_dot(dated.assign(time=float("nan")), STYLES, LIGHT)
    assert len(fig.data) == 0


def test_every_cell_of_a_heat_map_can_be_clicked():
    table = pd.DataFrame({"group": ["a", "b"] * 2, "topic": [1, 1, 2, 2], "label": ["1 · x", "1 · x", "2 · y", "2 · y"], "share": [0.1, 0.9, 0.9, 0.1], "low": 0.0, "high": 1.0, "stability": 0.5})  # fmt: skip
    heat, targets, *_ = shares_heatmap(table, STYLES, LIGHT).data
    assert heat.z.tolist() == [[0.1, 0.9], [0.9, 0.1]] and heat.hoverinfo == "skip"
    cells = {(round(x), y, row) for x, y, row in zip(targets.x, targets.y, targets.customdata, strict=True)}
    assert cells == {(0, 0, 0), (1, 0, 1), (0, 1, 2), (1, 1, 3)}


def test_hits_stand_where_they_are_in_the_text():
    table = pd.DataFrame({"group": ["a", "a"], "place": [0.0, 0.5], "left": "", "node": "trust", "right": ""})
    fig = places_strip(table, {"a": 2_000}, {"a": STYLES["a"], "b": STYLES["b"]}, LIGHT)
    assert list(fig.data[0].x) == [0.0, 0.5] and len(fig.data[1].x) == 0
    assert "Ann 2014</b>  2,000" in fig.layout.yaxis.ticktext[0] and fig.layout.yaxis.ticktext[1].endswith("  0")


def test_many_hits_are_pale_so_that_dense_places_are_dark():
    table = pd.DataFrame({"group": "a", "place": [0.5] * 600, "left": "", "node": "trust", "right": ""})
    marker = places_strip(table, {"a": 600}, {"a": STYLES["a"]}, LIGHT).data[0].marker
    assert marker.opacity == 0.25 and marker.line.width < 2
    few = places_strip(table.head(9), {"a": 9}, {"a": STYLES["a"]}, LIGHT).data[0].marker
    assert few.opacity == 1 and few.line.width == 2.2


def svg(document: str) -> ElementTree.Element:
    return ElementTree.fromstring(document)


def marks(document: str) -> list[str]:
    return [element.get("data-row") for element in svg(document).iter() if element.get("data-row")]


def test_a_panel_has_a_mark_for_every_row_in_either_width(rates):
    drawing = rate_panels(rates, STYLES, LIGHT)
    assert marks(drawing.wide) == marks(drawing.narrow)
    assert sorted(marks(drawing.wide)) == ["0", "1", "2", "3"]


def test_a_count_matrix_has_a_mark_where_there_is_a_hit(rates):
    assert sorted(marks(count_matrix(rates, STYLES, LIGHT).wide)) == ["0", "2", "3"]


@pytest.fixture
def texts():
    return pd.DataFrame({
        "group": ["a", "b"], "author": ["Ann", "Bob"], "year": pd.array([2014, 2022], "Int64"), "time": [2014.5, 2022.8],
        "open_ended": [False, True], "dated": ["2014", "2022 or later"], "n_words": [100, 400], "role": "scholar", "venue": "",
        "genre": "op-ed", "distinctive": "trust, war",
    })  # fmt: skip


def discs(document: str) -> list[tuple[float, float]]:
    found = [element for element in svg(document).iter() if element.tag.endswith("circle")]
    return [(float(disc.get("cx")), float(disc.get("r"))) for disc in found]


def test_the_timeline_keeps_true_distances_and_areas(texts):
    (x1, r1), (x2, r2) = discs(timeline(texts, STYLES, LIGHT).wide)
    years = 9
    assert (x2 - x1) / (940 - 60) == pytest.approx((2022.8 - 2014.5) / years, abs=0.001)
    assert r2 == pytest.approx(6.0) and r1 == 4.0


def test_the_timeline_names_the_empty_years_and_the_open_date(texts):
    drawn = timeline(texts, STYLES, LIGHT).wide
    assert "no text 2015–2021" in drawn and "2022 or later" in drawn and "<path" in drawn


def test_words_in_a_drawing_are_escaped():
    assert words(0, 0, "<b>&") == '<text x="0.0" y="0.0">&lt;b&gt;&amp;</text>'


def test_a_paragraph_is_cut_with_a_sign():
    block, lines = paragraph(0, 0, "one two three four five six", width=8, leading=10, most=2)
    assert lines == 2 and "…" in block


@pytest.mark.parametrize(
    "text, shown", [("<a>", "&lt;a&gt;"), ("%{x}", "% {x}"), ("x" * 70, "x" * 59 + "…"), ("R&D", "R&amp;D")]
)
def test_labels_are_disarmed(text, shown):
    assert plain(text) == shown
