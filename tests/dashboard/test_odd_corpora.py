"""Corpora that nobody plans for: every exhibit answers with itself or with one sentence."""

import plotly.graph_objects as go
import pytest

from analysis import AnalysisError, Corpus
from dashboard.charts.theme import LIGHT
from dashboard.exhibits import EXHIBITS, make

PROSE = "Trust and peace make security. Countries must trust the people of the world, and war is no order."
STOPS = "the of and to in a is that it as with for on are by be this have from at"
CORPORA = {
    "one word": {"a": "freedom"},
    "the same text twice": {"a": "\n".join([PROSE] * 6), "b": "\n".join([PROSE] * 6)},
    "stop words only": {"a": "\n".join([STOPS] * 6), "b": "\n".join([STOPS] * 3)},
    "hardly a letter": {"a": "1234 -- !!! 3.14 " * 30, "b": PROSE},
    "one endless word": {"a": "a" * 5000 + " " + PROSE, "b": "b" * 5000 + " " + PROSE},
}


@pytest.mark.parametrize("name", CORPORA)
def test_every_exhibit_answers(name):
    corpus = Corpus.from_texts(CORPORA[name])
    for exhibit in EXHIBITS:
        try:
            made = make(corpus, exhibit)
            made.figure(LIGHT)
            if len(made.table):
                made.passages(0)
        except AnalysisError as error:
            assert str(error).strip().endswith((".", "?")), exhibit


def test_many_texts_are_drawn_without_adding_notes_one_by_one(monkeypatch):
    # Plotly checks all notes again for each that is added: with a hundred texts that takes minutes.
    texts = {f"t{number}": "\n".join([PROSE] * (1 + number % 3)) for number in range(24)}
    added = []
    monkeypatch.setattr(go.Figure, "add_annotation", lambda figure, **note: added.append(note))
    for exhibit in ("similarity", "barcode", "silences"):
        make(Corpus.from_texts(texts), exhibit).figure(LIGHT)
    assert len(added) < 24
