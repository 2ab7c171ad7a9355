"""Trends of terms and topics: the exhibits against the analysis, and the honest time axis with its events."""

import pandas as pd
import pytest

from analysis import Corpus, OptionError, query_frequencies, stop_words, topic_model, topic_weights
from dashboard.charts.enlarged import enlarged
from dashboard.charts.theme import LIGHT, GroupStyle
from dashboard.charts.trends import trends_dot
from dashboard.exhibits import make

STYLES = {"a": GroupStyle("Ann 2014", 0), "b": GroupStyle("Bob 2022", 1)}


@pytest.fixture
def rates():
    rows = [("trust", "a", 2014.5, 30.0, 10.0, 60.0), ("trust", "b", 2022.5, 900.0, 800.0, 950.0), ("war", "a", 2014.5, 1.0, 0.5, 2.0), ("war", "b", 2022.5, 0.0, 0.0, 1.0)]  # fmt: skip
    table = pd.DataFrame(rows, columns=["term", "group", "time", "per_1000", "low", "high"])
    return table.assign(open_ended=False, words=100, count=1)


@pytest.fixture
def events():
    rows = [("First", "a", 2013.4, "2013-05"), ("Mine", "", 2018.5, "2018"), ("Last", "gone", 2022.4, "2022-05")]
    return pd.DataFrame(rows, columns=["term", "group", "time", "date"], index=[4, 5, 6])


def test_each_panel_has_its_own_scale_from_0(rates):
    fig = trends_dot(rates, STYLES, LIGHT)
    assert fig.layout.yaxis.range[0] == 0 and fig.layout.yaxis2.range[0] == 0
    assert fig.layout.yaxis.range[1] > 950 and fig.layout.yaxis2.range[1] < 3


def test_a_term_without_any_hit_or_interval_has_a_scale(rates):
    nothing = rates.assign(per_1000=0.0, low=0.0, high=float("nan"))
    assert trends_dot(nothing, STYLES, LIGHT).layout.yaxis.range == (0, 1)


def test_events_stand_at_their_dates_through_every_panel_and_answer_clicks(rates, events):
    fig = trends_dot(rates, STYLES, LIGHT, events=events)
    rules = [(shape.x0, shape.yref) for shape in fig.layout.shapes if shape.type == "line"]
    assert {time for time, _ in rules} == {2013.4, 2018.5, 2022.4} and len(rules) == 9
    labels, targets = fig.data[-2:]
    assert list(labels.customdata) == [4, 5, 6] and set(targets.customdata) == {4, 5, 6}
    assert list(labels.text) == [" First", " <i>Mine</i>", " Last"]
    assert "a text that is not compared" in labels.hovertext[2] and "no text" in labels.hovertext[1]


def test_events_stand_above_the_panels(rates, events):
    fig = trends_dot(rates, STYLES, LIGHT, events=events)
    assert fig.layout.yaxis3.domain[0] > fig.layout.yaxis.domain[1]
    assert fig.layout.height > trends_dot(rates, STYLES, LIGHT).layout.height


def test_an_event_widens_the_axis_by_its_year_only(rates, events):
    plain = trends_dot(rates, STYLES, LIGHT).layout.xaxis
    wide = trends_dot(rates, STYLES, LIGHT, events=events).layout.xaxis
    assert (plain.tickvals[0], wide.tickvals[0]) == (2014.5, 2013.5) and plain.tickvals[-1] == wide.tickvals[-1]


def test_a_label_that_is_a_tag_stays_words(rates, events):
    fig = trends_dot(rates, STYLES, LIGHT, events=events.assign(term="<a href='x'>"))
    assert "<a" not in fig.data[-2].text[0]


def test_too_many_years_for_a_label_each_leave_those_with_texts(rates):
    old = rates.assign(time=rates["time"].replace(2014.5, 1950.5))
    assert list(trends_dot(old, STYLES, LIGHT).layout.xaxis.tickvals) == [1950.5, 2022.5]


def test_topics_over_the_years_are_those_of_the_model(corpus):
    table = make(corpus, "topic_trends", topics=(8, 5)).table
    model = topic_model(corpus, n_topics=8, stop_words=stop_words("en"))
    direct = topic_weights(corpus, model).set_index(["topic", "group"])
    assert table["topic"].tolist() == [5] * 5 + [8] * 5
    for row in table.itertuples():
        assert (row.share, row.low, row.high) == tuple(direct.loc[(row.topic, row.group), ["share", "low", "high"]])
    duan = table[(table["topic"] == 5) & (table["group"] == "duan-2022")]
    assert duan["share"].item() == pytest.approx(0.63, abs=0.005)


def test_topics_are_drawn_in_per_cent(corpus):
    exhibit = make(corpus, "topic_trends", topics=(5,))
    shown = [value for trace in exhibit.figure().data for value in trace.y]
    assert sorted(shown) == pytest.approx(sorted(exhibit.table["share"] * 100))


def test_without_a_choice_the_largest_topics_are_shown(corpus):
    assert make(corpus, "topic_trends").table["topic"].unique().tolist() == [1, 2, 3]
    assert make(corpus, "topic_trends", n_topics=2).table["topic"].unique().tolist() == [1, 2]


def test_a_topic_that_the_model_has_not_is_refused(corpus):
    with pytest.raises(OptionError, match="topics must be one of: 1, 2, 3"):
        make(corpus, "topic_trends", n_topics=3, topics=(4,))


def test_the_arrow_of_an_open_date_stays_at_its_year_on_a_larger_figure(rates):
    fig = trends_dot(rates.assign(open_ended=True), STYLES, LIGHT)
    tails = [note.ax for note in fig.layout.annotations if note.showarrow]
    assert tails and tails == [note.ax for note in enlarged(fig, 1220, 496, 1.8).layout.annotations if note.showarrow]


def test_events_do_not_change_the_rates(corpus):
    table = make(corpus, "trends", terms="trust", events=("Brexit referendum",), own_events="2018 Mine").table
    rates = table[~table["event"]].set_index("group")["per_1000"]
    direct = query_frequencies(corpus, ["trust"]).set_index("group")["per_1000"]
    assert rates.to_dict() == direct.to_dict()
    assert table[table["event"]][["term", "group", "date", "count"]].values.tolist() == [
        ["Brexit referendum", "sun-2024", "2016-06-23", 1], ["Mine", "", "2018", 0],
    ]  # fmt: skip


def test_an_event_leads_to_the_sentence_that_names_it(corpus):
    exhibit = make(corpus, "trends", terms="trust", events=("Brexit referendum",))
    (line,) = exhibit.passages(5).itertuples()
    assert line.node == "Brexit referendum in 2016" and line.paragraph == 51 and exhibit.search(5) == ""


def test_an_event_too_far_away_is_left_out_with_a_word(corpus):
    exhibit = make(corpus, "trends", events=("China–US relations",), own_events="1990 Far")
    assert not exhibit.table["event"].any()
    assert "Not drawn, as too far from the texts: China–US relations (1979), Far (1990)." in exhibit.reading


def test_the_reading_is_short_and_says_what_cannot_be_told_apart(corpus):
    reading = make(corpus, "trends").reading
    assert len(reading) <= 330 and "no difference here can be ascribed to time alone" in reading
    assert "“trust” 12.1, 0.8, 0.9, 0, 6.9" in reading and "“global” 0, 2.0, 15.5, 16.8, 18.6" in reading
    assert len(make(corpus, "topic_trends").reading) <= 330


def test_many_texts_and_terms_still_make_a_short_reading():
    texts = {f"t{number}": "trust and war and peace and order" for number in range(12)}
    documents = pd.DataFrame({"author": ["A"] * 12, "year": range(2000, 2012)}, index=list(texts))
    reading = make(Corpus.from_texts(texts, documents), "trends", terms="trust, war, peace, order").reading
    assert "most in" in reading and "1 more in the picture" in reading and len(reading) <= 400
    assert "one author" not in reading


@pytest.mark.parametrize("name", ["trends", "topic_trends"])
def test_one_text_has_no_trend(corpus, name):
    with pytest.raises(OptionError, match="nothing to follow"):
        make(corpus.select(["sun-2024"]), name)


def test_texts_without_years_have_no_trend():
    with pytest.raises(OptionError, match="have a year"):
        make(Corpus.from_texts({"a": "trust", "b": "war"}), "trends", terms="trust")
