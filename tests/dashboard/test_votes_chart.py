"""Charts of votes, from tables of a few rows."""

import numpy as np
import pandas as pd

from dashboard.charts.theme import DARK, LIGHT
from dashboard.charts.votes import predictions_dot, votes_bars


def test_a_bar_has_its_votes_its_share_and_its_colour():
    table = pd.DataFrame({"answer": ["Ann", "Bob"], "votes": [3, 0], "share": [1.0, 0.0]})
    bar = votes_bars(table, LIGHT, colours={"Ann": "#123456"}).data[0]
    assert list(bar.x) == [3, 0] and list(bar.text) == [" <b>3</b>  100%", " 0"]
    assert list(bar.marker.color) == ["#123456", LIGHT.neutral]


def test_without_a_vote_there_is_a_chart_with_no_bar():
    table = pd.DataFrame({"answer": ["Ann", "Bob"], "votes": [0, 0], "share": [np.nan, np.nan]})
    fig = votes_bars(table, DARK)
    assert list(fig.data[0].text) == [" 0", " 0"] and fig.layout.template.layout.paper_bgcolor == DARK.ground


def test_an_answer_is_never_markup_and_takes_two_lines_at_most():
    table = pd.DataFrame({"answer": ["<b>x</b>", "a very long answer " * 5], "votes": [1, 1], "share": [0.5, 0.5]})
    first, second = votes_bars(table, LIGHT).layout.yaxis.ticktext
    assert first == "&lt;b&gt;x&lt;/b&gt;" and second.count("<br>") == 1


def test_a_prediction_is_a_dot_on_the_line_of_its_middle_half():
    table = pd.DataFrame(
        {
            "answer": ["A", "B"],
            "lower_quartile": [1.0, np.nan],
            "median": [2.0, np.nan],
            "upper_quartile": [4.0, np.nan],
            "n": [3, 0],
        }
    )
    line, dot = predictions_dot(table, LIGHT, low=0, high=10, unit="per 1,000 words").data
    assert list(line.x) == [1.0, 4.0] and list(dot.x) == [2.0] and list(dot.y) == [0]
