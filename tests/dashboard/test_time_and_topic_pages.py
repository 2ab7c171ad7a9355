"""The pages Trends and Topics run by Streamlit's test runner: what each control does, and what a link reopens."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.exhibits import make

from .visiting import figures, open_page, words


def open_link(name: str, **query: object) -> AppTest:
    app = open_page(name, **query)
    assert not app.exception
    return app


def panels(app: AppTest) -> list[str]:
    notes = [note.get("text", "") for note in figures(app)[0]["layout"]["annotations"]]
    return [note.split("</b>")[0].removeprefix("<b>") for note in notes if note.startswith("<b>")]


def event_labels(app: AppTest) -> list[str]:
    texts = [trace["text"] for trace in figures(app)[0]["data"] if trace["mode"] == "markers+text"]
    return [label.strip() for text in texts for label in text]


def test_families_are_added_from_the_menu():
    app = open_link("trends")
    app.multiselect(key="trend_families").set_value(["@Belt and Road"]).run()
    assert panels(app) == ["trust", "global", "United States", "Belt and Road"]


def test_events_named_in_the_texts_are_shown_until_switched_off():
    app = open_link("trends")
    shown = event_labels(app)
    assert len(shown) == 14 and "Brexit referendum" in shown and "2008 financial crisis" not in shown
    app.toggle(key="trend_events").set_value(False).run()
    assert event_labels(app) == []


def test_a_link_reopens_ones_own_events():
    app = open_link("trends", trend_own="2018-03 Trade talks\n2019 Protests", trend_named=["Brexit referendum (2016)"])
    assert event_labels(app) == ["Brexit referendum", "<i>Trade talks</i>", "<i>Protests</i>"]


def test_an_event_that_cannot_be_read_gives_one_sentence_and_keeps_the_last_view():
    app = open_link("trends")
    app.text_area(key="trend_own").set_value("2018-13 Trade talks").run()
    assert "There is no day “2018-13”" in words(app) and "Below stands the last view" in words(app)
    assert len(figures(app)) == 1 and not app.exception


def test_topics_can_be_followed_over_the_years():
    app = open_link("trends", trend_of="topics")
    assert panels(app)[0].startswith("1 · ") and len(panels(app)) == 3
    # Another number of topics has other labels: nobody asked for those that are gone.
    app.slider(key="topics_k").set_value(4).run()
    assert not app.exception and not app.warning and len(panels(app)) == 3


@pytest.mark.parametrize("name", ["topics", "trends"])
@pytest.mark.parametrize("asked", ["abc", "-1", "10000", "²"])
def test_a_seed_that_is_none_is_said(name, asked):
    app = open_link(name, topics_seed=asked, trend_of="topics")
    assert [warning.value.replace("\\", "") for warning in app.warning] == [
        f"The address asks for “{asked}” at “Seed of the random start”, which can be 0 to 9999."
    ]
    assert app.number_input(key="topics_seed").value == 0


def test_the_seed_changes_the_model():
    app = open_link("topics", topics_seed="7")
    assert "seed 7" in words(app)


def test_shares_are_cells_or_dots_with_intervals():
    cells, dots = open_link("topics"), open_link("topics", topics_view="dots with intervals")
    assert figures(cells)[0]["data"][0]["type"] == "heatmap"
    assert all("error_x" in trace for trace in figures(dots)[0]["data"]) and len(figures(dots)[0]["data"]) == 5


def test_the_picker_shows_the_passages_of_a_topic_without_a_click(corpus):
    app = open_link("topics")
    assert "Where does topic 1 stand?" in words(app) and "passages · click one" in words(app)
    label = make(corpus, "topic_words").table.drop_duplicates("topic")["label"].iloc[4]
    app = open_link("topics", topics_topic=label)
    assert "Where does topic 5 stand?" in words(app) and "Duan ≥2022 14 of 15" in words(app)


def test_the_search_for_the_number_is_made_only_when_asked_for():
    assert "How many topics?" not in words(open_link("topics"))
    app = open_link("topics", topics_search="true")
    assert "How many topics?" in words(app) and "9 topics: of the numbers" in words(app)


def test_more_topics_than_paragraphs_give_one_sentence():
    app = open_link("topics", topics_k="15", texts=["Chen 2014"])
    assert "too many for 10 paragraphs" in words(app) and not figures(app)
