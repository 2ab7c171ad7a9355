"""A file of classes for each test, and a room with a question."""

from collections.abc import Iterator

import pytest

from dashboard.classroom.live import phone
from dashboard.classroom.live.codes import Guesses
from dashboard.classroom.live.questions import Question
from dashboard.classroom.live.store import Store, the_store

from .asgi import Client

CHOICE = Question("which", "choice", "Which text?", ("Ann 2014", "Bob 2022", "Cy 2024"))
NUMBERS = Question("bars", "numbers", "How often?", ("Ann 2014", "Bob 2022"), unit="per 1,000 words", high=10.0)


@pytest.fixture
def store(tmp_path, monkeypatch) -> Iterator[Store]:
    monkeypatch.setenv("PARALLAX_CLASSES", str(tmp_path / "classes.sqlite"))
    monkeypatch.setattr(phone, "GUESSES", Guesses())
    opened = the_store()
    yield opened
    opened.close()


@pytest.fixture
def room(store):
    return store.open_room("Seminar")


@pytest.fixture
def asked(store, room):
    return store.ask(room.number, CHOICE)


@pytest.fixture
def client(store) -> Client:
    return Client()
