"""Events over the time axis: those the texts name, those a person types, and how their labels keep clear."""

import pytest

from analysis import Corpus, CorpusError, OptionError
from dashboard.charts.events import label_rows, label_widths, right_margin
from dashboard.exhibits.events import (
    chosen_events,
    event_passages,
    fits,
    named_events,
    offered,
    read_events,
    time_of_date,
    typed_events,
)


@pytest.mark.parametrize("label", named_events())
def test_a_bundled_event_is_named_where_it_says(corpus, label):
    event = named_events()[label]
    (line,) = event_passages(corpus, label, event.date).itertuples()
    assert (line.document_id, line.paragraph) == (event.text, event.paragraph)
    assert corpus.text(line.document_id)[line.start : line.end] == line.node


def test_the_events_stand_in_order_of_time_with_their_dates():
    dates = {label: event.date for label, event in named_events().items()}
    assert list(dates.values()) == sorted(dates.values(), key=time_of_date)
    assert dates["Brexit referendum"] == "2016-06-23" and dates["UN truce vote"] == "2023-10-27"
    assert dates["Russia–Ukraine war"] == "2022-02-24" and dates["Security Initiative"] == "2022-04-21"


@pytest.mark.parametrize(
    "written, time", [("2018", 2018.5), ("2018-03", 2018 + 2.5 / 12), ("2018-01-01", 2018.0), ("2020-12-31", 2020 + 365 / 365.25)]
)  # fmt: skip
def test_a_date_has_its_place_in_its_year(written, time):
    assert time_of_date(written) == pytest.approx(time)


@pytest.mark.parametrize("written", ["2018-13", "2018-02-30", "0000", "18", "2018-3", "March 2018", ""])
def test_what_is_no_date_is_refused_in_one_sentence(written):
    with pytest.raises(OptionError) as error:
        time_of_date(written)
    assert str(error.value).count(".") == 1


def test_typed_events_stand_on_lines_or_between_semicolons():
    events = typed_events("2018-03 Trade war; 2020 COVID-19\n\n 2021-01-06  Capitol ")
    assert [(event.date, event.label) for event in events] == [
        ("2018-03", "Trade war"),
        ("2020", "COVID-19"),
        ("2021-01-06", "Capitol"),
    ]
    assert typed_events(" ;\n ") == []


@pytest.mark.parametrize(
    "written, said",
    [("Trade war", "must begin with its date"), ("2018-03", "needs a name"), ("2018-14 x", "There is no day"), ("2018 " + "x" * 41, "too long")],
)  # fmt: skip
def test_a_typed_line_that_cannot_be_read_is_named(written, said):
    with pytest.raises(OptionError, match=said):
        typed_events(written)


def test_an_unknown_event_is_refused():
    with pytest.raises(OptionError, match="events must be one of"):
        chosen_events(("Nothing",), "")


def test_typed_and_named_events_stand_together_in_order_of_time():
    events = chosen_events(("Gaza conflict", "Brexit referendum"), "2018 Between")
    assert [event.label for event in events] == ["Brexit referendum", "Between", "Gaza conflict"]


@pytest.mark.parametrize("written, inside", [("2012-12-31", False), ("2013", True), ("2025-12", True), ("2026", False)])
def test_an_event_may_lie_a_year_outside_the_texts(written, inside):
    assert fits(typed_events(f"{written} x")[0], [2014, 2024]) is inside


def test_only_events_of_the_texts_at_hand_are_offered(corpus):
    assert list(offered(corpus)) == list(named_events())
    assert set(offered(corpus.select(["chen-2014"]))) == {"China–US relations", "Snowden disclosures"}
    assert offered(Corpus.from_texts({"a": "one"})) == {}


def test_an_event_that_no_text_names_has_no_sentence(corpus):
    assert event_passages(corpus, "My own", "2018").empty
    # The same name with another date is another event.
    assert event_passages(corpus, "Brexit referendum", "2017").empty


@pytest.mark.parametrize(
    "content, said",
    [
        ("[x", "cannot be read"),
        ('["x"]\ndate = "2018"', "needs date, text"),
        ('["x"]\ndate = "2018-13"\ntext = "a"\nparagraph = 1\nnamed = "b"', "entry 'x': There is no day"),
    ],
)
def test_a_faulty_file_of_events_names_the_entry(tmp_path, content, said):
    file = tmp_path / "events.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=said):
        read_events(file)


def clear(places, widths):
    """Does no label meet another label, or a rule that rises to a higher row?"""
    rows = label_rows(places, widths)
    for one, (start, width) in enumerate(zip(places, widths, strict=True)):
        for other, place in enumerate(places):
            if one != other and start < place < start + width and rows[other] >= rows[one]:
                return False
    return True


@pytest.mark.parametrize("pixels", [650, 700, 800, 1300])
def test_labels_of_the_bundled_events_keep_clear_at_any_width(pixels):
    events = [event for event in named_events().values() if fits(event, [2014, 2024])]
    places = [(event.time - 2013) / 12.2 * pixels for event in events]
    assert clear(places, label_widths([event.label for event in events]))


def test_labels_drawn_for_a_narrow_screen_keep_clear_on_a_wide_one():
    places, widths = [0, 30, 35, 200], [120, 60, 60, 60]
    rows = label_rows(places, widths)
    assert rows == [2, 1, 0, 0] and label_rows([place * 2 for place in places], widths) <= rows


def test_events_of_one_day_stand_in_rows():
    assert label_rows([10, 10, 10], [50, 50, 50]) == [2, 1, 0]


def test_the_last_label_has_room_on_the_right():
    assert right_margin([0.5], [100], room=800, least=20) == 20
    margin = right_margin([1.0], [100], room=800, least=20)
    assert margin == 100
