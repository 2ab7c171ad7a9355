"""What a visitor, and all together, may bring along: each limit is crossed once, and says what to do."""

import gc

import pytest

from analysis import Corpus, CorpusError
from dashboard import limits, sessions
from dashboard.export.session import Session, pack
from dashboard.limits import require_room, require_room_beside
from dashboard.own_texts.collection import Collection, collection_of
from dashboard.own_texts.room import letters_of_others, require_room_for

FITS = {"n_bytes": limits.MOST_BYTES, "letters": limits.MOST_LETTERS, "texts": limits.MOST_TEXTS}


def own(letters: int) -> Collection:
    return collection_of(Corpus.from_texts({"a": ("peace " * letters)[:letters].strip()}))


@pytest.mark.parametrize(
    "what, said", [("n_bytes", "100 MB of files"), ("letters", "30 million letters"), ("texts", "2,000 texts")]
)
def test_a_visitor_has_so_much_room_and_no_more(what, said):
    require_room("a.txt", **FITS)
    with pytest.raises(CorpusError, match=rf"^a\.txt is left out, .*{said} at most: take out others first\.$"):
        require_room("a.txt", **FITS | {what: FITS[what] + 1})


def test_all_together_have_so_much_room_and_no_more():
    require_room_beside("a.txt", 1, others=limits.MOST_LETTERS_OF_ALL - 1)
    with pytest.raises(CorpusError, match=r"^a\.txt is left out, .*try again when others have left\.$"):
        require_room_beside("a.txt", 1, others=limits.MOST_LETTERS_OF_ALL)


def test_a_visit_that_ends_gives_its_room_back():
    gc.collect()
    mine, theirs = own(50), own(700)
    before = letters_of_others(mine)
    letters_of_others(theirs)
    assert letters_of_others(mine) - before == theirs.letters
    del theirs
    gc.collect()
    assert letters_of_others(mine) == before


def test_an_opened_session_needs_the_same_room_as_files(monkeypatch):
    texts = own(100)
    require_room_for("“Mine”", texts)
    monkeypatch.setattr(limits, "MOST_LETTERS", 99)
    with pytest.raises(CorpusError, match=r"^“Mine” is left out"):
        require_room_for("“Mine”", texts)


def test_a_session_without_room_changes_nothing(monkeypatch):
    told, changed = [], []
    monkeypatch.setattr(limits, "MOST_LETTERS", 3)
    monkeypatch.setattr(sessions.state, "tell", lambda *words: told.append(words))
    monkeypatch.setattr(sessions.state, "set_own_corpus", changed.append)
    sessions.reopen(pack(Session(Corpus.from_texts({"a": "Trust and peace."}, name="Mine"))))
    assert changed == [] and told[0][0] == "error" and "“Mine” is left out" in told[0][1]
