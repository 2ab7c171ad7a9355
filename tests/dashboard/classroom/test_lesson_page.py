"""The page of lessons as an address asks for it, and a lecture whose class cannot be read."""

from dashboard.classroom.live.errors import ClassError
from dashboard.classroom.live.store import Store, the_store

from ..visiting import open_page, words


def test_an_address_that_asks_for_nothing_leads_to_the_first_step_or_the_shelf():
    for strange in ("²", "9" * 5000, "-1"):
        app = open_page("lessons", lesson="trust", present="1", at_step=strange)
        assert not app.exception and app.title[-1].value.startswith("Trust")
    shelf = open_page("lessons", lesson="![no](http://example.org/a.png)")
    assert r"\!\[no\]" in shelf.warning[0].value


def test_votes_that_cannot_be_read_are_said_in_a_sentence_on_the_stage(tmp_path, monkeypatch):
    monkeypatch.setenv("PARALLAX_CLASSES", str(tmp_path / "classes.sqlite"))
    app = open_page("lessons", lesson="trust", present="1", at_step="1")
    app.session_state["live_room"] = the_store().open_room("Seminar").number
    assert "0 of 0** phones have voted" in words(app.run())

    def unreadable(self, asked):
        raise ClassError("The classes cannot be read.")

    monkeypatch.setattr(Store, "n_votes", unreadable)
    app.run()
    assert not app.exception and app.error[0].value == r"The classes cannot be read\."
