"""Figures on the stage of a lecture: laid out for their place, with letters for the last row."""

import numpy as np
import pandas as pd
import pytest

from dashboard.charts.enlarged import enlarged, smallest_letters
from dashboard.charts.prediction import error_in_words, prediction_bars
from dashboard.charts.stage import LEAST_LETTERS, ground, staged
from dashboard.charts.theme import DARK, LIGHT, GroupStyle
from dashboard.exhibits import make
from dashboard.exhibits.on_stage import on_stage

PLACE = (1220, 496)


def test_every_length_grows_but_no_data_does(corpus):
    figure = make(corpus, "term_rates", terms="trust").figure()
    grown = enlarged(figure, 1000, 400, 2.0)
    assert smallest_letters(grown) == 2 * smallest_letters(figure)
    assert (grown.layout.width, grown.layout.height) == (1000, 400)
    assert grown.data[0].marker.size == 2 * figure.data[0].marker.size
    assert list(grown.data[0].x) == list(figure.data[0].x)
    assert list(grown.layout.xaxis.range) == list(figure.layout.xaxis.range)


def test_small_letters_are_raised_to_what_the_last_row_reads(corpus):
    grown = enlarged(make(corpus, "similarity").figure(), 1220, 496, 1.8, least=24)
    assert smallest_letters(grown) == 24


def test_a_chart_with_room_has_letters_for_the_last_row_and_a_full_one_as_large_as_may_be(corpus):
    assert staged(make(corpus, "term_rates", terms="trust").figure(), *PLACE).letters == LEAST_LETTERS
    full = staged(make(corpus, "topic_trends").figure(), *PLACE)
    assert 8 < full.letters < LEAST_LETTERS


def test_a_drawing_is_set_in_the_form_that_is_read_best(corpus):
    figure = make(corpus, "obligation").figure()
    made = staged(figure, *PLACE)
    width, height = (int(made.svg.split(f'{name}="')[1].split('"')[0]) for name in ("width", "height"))
    assert made.chart is None and width <= PLACE[0] and height <= PLACE[1]
    assert made.letters >= LEAST_LETTERS


def test_where_a_drawing_is_too_small_its_values_are_dots_with_the_same_intervals(corpus):
    exhibit = make(corpus, "actors", n=3)
    made = on_stage(exhibit, exhibit.table, LIGHT, *PLACE)
    assert made.letters >= LEAST_LETTERS and made.chart is not None
    drawn = {
        (float(x), float(x - low), float(x + high))
        for trace in made.chart.data
        for x, low, high in zip(trace.x, trace.error_x.arrayminus, trace.error_x.array, strict=True)
    }
    told = {(row.per_1000, row.low, row.high) for row in exhibit.table.itertuples()}
    assert np.array(sorted(drawn)) == pytest.approx(np.array(sorted(told)))
    rows = [row for trace in made.chart.data for row in trace.customdata]
    assert sorted(rows) == exhibit.table.index.tolist()


def test_some_rows_keep_their_place_in_the_table(corpus):
    exhibit = make(corpus, "keywords", n=6)
    some = exhibit.table[exhibit.table["group"] == "Sun Jisheng"]
    made = on_stage(exhibit, some, DARK, *PLACE)
    assert made.letters >= LEAST_LETTERS
    assert [
        row for trace in made.chart.data for row in (trace.customdata if trace.customdata is not None else ())
    ] == some.index.tolist()


def test_the_other_ground():
    assert (ground("light"), ground("dark")) == ("dark", "light")


@pytest.mark.parametrize(
    "guess, value, words", [(3, 1.5, "1.5 too high"), (1, 5.25, "4.2 too low"), (2, 2.01, "right")]
)
def test_an_error_in_words(guess, value, words):
    assert error_in_words(guess, value) == words


def test_a_prediction_shows_guess_value_interval_and_error():
    table = pd.DataFrame(
        {"group": ["a", "b"], "guess": [1.0, 4.0], "value": [2.0, 3.0], "low": [1.5, None], "high": [2.5, None]}
    )
    styles = {"a": GroupStyle("A", 0), "b": GroupStyle("B", 1)}
    figure = prediction_bars(table, styles, LIGHT, unit="hits", most=5)
    bars, first, second = figure.data
    assert list(bars.x) == [1.0, 4.0]
    assert (first.x[0], first.error_x.array[0], first.error_x.arrayminus[0]) == (2.0, 0.5, 0.5)
    assert second.error_x.array is None
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes] == [(1.0, 2.0), (4.0, 3.0)]
    assert [note.text for note in figure.layout.annotations] == ["1 too low", "1 too high"]


def test_where_nobody_guessed_no_error_is_drawn():
    table = pd.DataFrame({"group": ["a"], "guess": [float("nan")], "value": [2.0], "low": [1.5], "high": [2.5]})
    figure = prediction_bars(table, {"a": GroupStyle("A", 0)}, LIGHT, unit="hits", most=5)
    assert figure.layout.shapes == () and figure.layout.annotations == ()
    assert figure.layout.xaxis.title.text == "hits"
