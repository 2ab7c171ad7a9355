"""The teacher's page: a room opened, a class asked, votes seen, the class ended; each visitor in a room of its own."""

import json
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import visitor
from dashboard.classroom.live import door
from dashboard.classroom.live.store import Store, the_store

from ..visiting import open_page, words
from .live.test_store import device


@pytest.fixture
def store(tmp_path, monkeypatch) -> Iterator[Store]:
    monkeypatch.setenv("PARALLAX_CLASSES", str(tmp_path / "classes.sqlite"))
    yield the_store()
    door.shut_door()


def visit() -> AppTest:
    return open_page("live_class")


def opened(title: str = "Seminar") -> AppTest:
    app = visit()
    app.text_input(key="live_title").set_value(title)
    return app.button(key="live_start").click().run()


def asked(app: AppTest, key: str = "ready-trust") -> AppTest:
    return app.button(key=f"live_ask_{key}").click().run()


def alt(app: AppTest) -> str:
    return app.get("plotly_chart")[0].proto.alt


def test_the_page_opens_with_a_question_ready_and_makes_no_file(tmp_path, monkeypatch):
    monkeypatch.setenv("PARALLAX_CLASSES", str(tmp_path / "classes.sqlite"))
    app = visit()
    assert "Which text says “trust” most often" in words(app) and "Sun 2024" in words(app)
    assert list(tmp_path.iterdir()) == []


def test_votes_stand_on_the_page_until_the_class_is_closed(store):
    app = asked(opened())
    room = store.open_rooms()[0]
    assert room.title == "Seminar" and room.code in words(app)
    for number, answer in enumerate([4, 4, 0]):
        store.vote(room.number, room.current, device(number), answer)
    app.run()
    assert "3 votes** of 3 phones joined" in words(app)
    assert alt(app).endswith(
        "Chen 2014 1 vote, Yang 2015 0 votes, Dong 2022 0 votes, Duan ≥2022 0 votes, Sun 2024 2 votes."
    )
    app.button(key="live_vote").click().run()
    assert not store.current(store.room(room.number)).open and "closed" in words(app)
    app.button(key="live_close").click().run()
    assert store.open_rooms() == [] and [note.value for note in app.success] == ["The room is closed\\."]
    assert app.button(key="live_start") and not app.exception


def test_a_hidden_result_is_shown_when_voting_is_closed(store):
    app = asked(opened())
    app.toggle(key="live_hide").set_value(True).run()
    assert not app.get("plotly_chart") and "hidden until voting is closed" in words(app)
    app.button(key="live_vote").click().run()
    assert app.get("plotly_chart")


def test_a_question_of_ones_own_is_asked_and_a_wrong_one_is_refused_in_words(store):
    app = opened()
    app.segmented_control(key="live_kind").set_value("numbers").run()
    app.text_input(key="live_prompt_numbers").set_value("How many?")
    app.number_input(key="live_high").set_value(-1.0)
    app.text_area(key="live_answers_numbers").set_value("A\nB")
    next(button for button in app.button if button.label == "Ask it").click().run()
    assert "The lowest number must be less" in words(app) and store.open_rooms()[0].current is None
    app.number_input(key="live_high").set_value(20.0)
    next(button for button in app.button if button.label == "Ask it").click().run()
    question = store.current(store.open_rooms()[0]).question
    assert (question.prompt, question.answers, question.high) == ("How many?", ("A", "B"), 20.0)
    assert not app.exception and alt(app) == "How many? No votes yet."


def test_a_question_asked_before_can_be_shown_again(store):
    app = asked(asked(opened()), "ready-hardest")
    app.button(key="live_again_1").click().run()
    assert store.current(store.open_rooms()[0]).question.key == "ready-trust"


def test_two_teachers_have_rooms_of_their_own(store):
    first, second = asked(opened("First")), asked(opened("Second"), "ready-hardest")
    rooms = {room.title: room for room in store.open_rooms()}
    store.vote(rooms["First"].number, rooms["First"].current, device(1), 0)
    assert "1 vote** of 1 phone joined" in words(first.run()) and rooms["First"].code in words(first)
    assert "0 votes** of 0 phones joined" in words(second.run()) and rooms["First"].code not in words(second)


def test_a_room_is_gone_on_with_after_a_restart(store):
    asked(opened("Before"))
    again = visit()
    room = store.open_rooms()[0]
    assert "Before, opened" in words(again)
    again.button(key=f"live_go_{room.number}").click().run()
    assert room.code in words(again) and alt(again)


def test_a_damaged_file_is_told_in_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "bad").write_bytes(b"nothing" * 500)
    monkeypatch.setenv("PARALLAX_CLASSES", str(tmp_path / "bad"))
    app = visit()
    assert "is damaged and was left as it is" in app.error[0].value.replace("\\", "") and not app.exception


def test_the_switch_opens_the_door_and_the_last_room_shuts_it(store, monkeypatch):
    from dashboard.classroom import live_room

    monkeypatch.setattr(live_room, "addresses", lambda: ["127.0.0.1"])
    app = opened()
    assert "Off: no phone can reach this room" in words(app)
    app.toggle(key="live_door").set_value(True).run()
    url = door.opened().url
    assert url.removeprefix("http://") in words(app)
    (picture,) = app.get("image")
    assert f"QR code of the address {url}/class/{store.open_rooms()[0].code}" in str(picture.proto)
    app.button(key="live_close").click().run()
    assert door.opened() is None


def test_without_a_network_a_sentence_says_so(store, monkeypatch):
    from dashboard.classroom import live_room

    monkeypatch.setattr(live_room, "addresses", lambda: [])
    assert "This machine is in no network" in words(opened())


def lecture(number: int) -> None:
    from dashboard import state
    from dashboard.classroom import in_class, live_panel
    from dashboard.classroom.live.questions import Question

    if number:
        state.hold(live_panel.ROOM, number)
    question = Question("step", "numbers", "How many?", ("A", "B"), high=10.0)
    in_class.show_waiting(question)
    import streamlit as st

    st.dataframe(live_panel.tally(question))


def test_a_lecture_asks_the_visitors_own_room_once_and_has_its_tally(store):
    room = store.open_room("Lecture")
    app = AppTest.from_function(lecture, args=(room.number,), default_timeout=60).run()
    current = store.current(store.room(room.number))
    assert current.question.key == "step" and f"code {room.code}" in words(app)
    for number in range(3):
        store.vote(room.number, current.number, device(number), (float(number), 1.0))
    app.run()
    assert app.dataframe[0].value["median"].tolist() == [1.0, 1.0]
    assert "3 of 3** phones have voted" in words(app)
    assert len(store.asked(room.number)) == 1 and not app.exception


def test_a_lecture_without_a_room_asks_nobody(store):
    app = AppTest.from_function(lecture, args=(0,), default_timeout=60).run()
    assert not words(app) and app.dataframe[0].value["n"].tolist() == [0, 0] and not app.exception
    assert store.open_rooms() == []


def test_the_figure_is_made_anew_only_when_the_room_has_changed(store, monkeypatch):
    from dashboard.classroom import live_panel

    app = asked(opened())
    before = json.loads(app.get("plotly_chart")[0].proto.spec)
    monkeypatch.setattr(live_panel, "votes_bars", None)
    assert json.loads(app.run().get("plotly_chart")[0].proto.spec) == before and not app.exception


def test_a_student_in_the_class_room_cannot_lead_the_class(store, monkeypatch):
    store.open_room("Seminar")
    monkeypatch.setattr(visitor, "at_this_machine", lambda: False)
    app = visit()
    assert not app.exception and not app.button and "led on the machine that runs Parallax" in words(app)
    assert "Seminar" not in words(app)


@pytest.mark.parametrize("address, here", [(None, True), ("192.168.1.7", True), ("192.168.1.8", False)])
def test_the_teacher_is_known_by_the_machine(monkeypatch, address, here):
    monkeypatch.setattr(visitor, "addresses", lambda: ["192.168.1.7"])
    monkeypatch.setattr(visitor, "st", SimpleNamespace(context=SimpleNamespace(ip_address=address)))
    assert visitor.at_this_machine() is here
