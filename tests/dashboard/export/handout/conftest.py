"""What the tests of handouts share: pictures that no browser has to draw, and a small worksheet."""

import pytest

from dashboard.export.figure import fonts
from dashboard.export.handout import pictures
from dashboard.export.handout.handout import Figure, Handout, Passages, Question, Quote, Task, Text

from ..office.conftest import small_picture


@pytest.fixture
def drawn(monkeypatch) -> None:
    """Every figure can be drawn, at no cost, and fonts are not cut."""
    monkeypatch.setattr(fonts, "embedded", lambda letters: "")
    monkeypatch.setattr(pictures, "svg", lambda *asked: b"<svg/>")
    monkeypatch.setattr(pictures, "png", small_picture)
    monkeypatch.setattr(pictures, "can_be_drawn", lambda exhibit: True)


@pytest.fixture
def no_browser(monkeypatch) -> None:
    """A machine without a browser."""
    monkeypatch.setattr("dashboard.export.figure.browser.found", lambda: False)


@pytest.fixture
def small(exhibits) -> Handout:
    """A worksheet with every kind of part."""
    return Handout(
        "A lesson",
        "Look first.",
        (
            Text("To begin", ("One.", "Two.")),
            Figure(exhibits["term_rates"], caption=False),
            Question("Which one?", ("first", "second"), key="KEY-ONE"),
            Passages("Read", (Quote("no trust at all", "Chen 2014", "¶ 1", ((3, 8),)), Quote("some trust"))),
            Question("How many?", lines=2, key="KEY-TWO"),
            Task("Write.", lines=5),
        ),
        "the receipt",
    )
