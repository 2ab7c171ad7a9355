"""The report page and what leads to it: put aside, ordered, noted; saved as one file and opened by another visitor."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis import Corpus
from dashboard import report_files
from dashboard.exhibits import make
from dashboard.export.errors import ExportError
from dashboard.export.report import Kept, added, kept
from dashboard.export.reports import Form
from dashboard.export.session import Session, pack
from dashboard.pages import PAGES

from .visiting import open_page, words

SENTENCE = "Trust and peace make security. Countries must trust the people of the world, and war is no order."


def to(app: AppTest, page: str) -> AppTest:
    return app.switch_page(PAGES[page].file).run()


def with_two_exhibits() -> AppTest:
    """A visitor who has put two exhibits of two pages aside and stands on the report."""
    app = open_page("trends")
    app.button(key="trends_collect").click().run()
    to(app, "frequencies").text_input(key="terms").set_value("peace").run()
    app.button(key="term_rates_collect").click().run()
    return to(app, "report")


def opened(content: bytes) -> AppTest:
    """A new visitor who opens a session."""
    app = open_page("report")
    app.file_uploader[0].set_value(("a.parallax", content, "application/octet-stream")).run()
    return app


def titles(app: AppTest) -> list[str]:
    return [element.value for element in app.subheader]


def said(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.success, *app.warning, *app.error, *app.info]).replace("\\", "")


@pytest.fixture(scope="module")
def speeches() -> Corpus:
    """Other texts than the bundled ones."""
    texts = {f"speech-{n}": "\n".join([SENTENCE] * (20 + n)) for n in range(4)}
    about = pd.DataFrame({"author": list("ABAC"), "year": [2001, 2002, 2003, 2005], "party": list("xyxy")}, list(texts))
    return Corpus.from_texts(texts, about, name="Speeches & <more>")


@pytest.fixture(scope="module")
def foreign(speeches) -> bytes:
    """A session of them, with settings for every page, good and bad."""
    basket = added(added((), kept(make(speeches, "trends", terms="peace"))), Kept("hologram", {}))
    settings = {
        "texts": ["speech-0", "speech-1", "speech-3"], "by": "party", "fair": True, "drop": "war", "trend_terms": "war",
        "top_n": 99, "n_gram": 3, "compounds": "perhaps", "bogus": 1,
    }  # fmt: skip
    return pack(Session(speeches, basket, settings, "Mine"))


def test_an_empty_report_says_how_to_fill_it():
    app = open_page("report")
    assert "Under every exhibit stands “Add to report”" in said(app) and not app.exception


def test_what_is_put_aside_waits_in_its_order_with_reading_and_options(corpus):
    app = with_two_exhibits()
    assert titles(app) == ["1. How often, over the years?", "2. How much does each text use these words?"]
    assert make(corpus, "term_rates", terms="peace").reading in words(app) and "terms: peace" in words(app)
    links = [link.proto.url.split("&") for link in app.get("link_button")]
    assert [link[0] for link in links] == [
        "/exhibit?show=trends",
        "/exhibit?show=term_rates",
    ] and "with.terms=peace" in links[1]


def test_the_button_under_an_exhibit_takes_it_out_again():
    app = with_two_exhibits()
    to(app, "trends")
    assert app.button(key="trends_collect").label == "In the report"
    app.button(key="trends_collect").click().run()
    assert app.button(key="trends_collect").label == "Add to report"
    assert titles(to(app, "report")) == ["1. How much does each text use these words?"]


def test_the_same_exhibit_with_other_options_or_texts_is_another_one():
    app = with_two_exhibits()
    to(app, "trends").pills(key="texts").set_value(["chen-2014", "sun-2024"]).run()
    app.button(key="trends_collect").click().run()
    assert len(titles(to(app, "report"))) == 3 and "texts: Chen 2014, Sun 2024" in words(app)


def test_entries_are_moved_with_their_notes_and_taken_out():
    app = with_two_exhibits()
    app.text_area[0].set_value("A note of mine").run()
    next(button for button in app.button if button.label == "Down").click().run()
    assert titles(app)[1] == "2. How often, over the years?" and [area.value for area in app.text_area] == [
        "",
        "A note of mine",
    ]
    assert [button.disabled for button in app.button if button.label in ("Up", "Down")] == [True, False, False, True]
    next(button for button in app.button if button.label == "Take out").click().run()
    assert titles(app) == ["1. How often, over the years?"] and app.text_area[0].value == "A note of mine"


def test_the_title_and_the_notes_are_there_after_another_page():
    app = with_two_exhibits()
    app.text_input[0].set_value("My title").run()
    app.text_area[1].set_value("second").run()
    to(to(app, "methods"), "report")
    assert app.text_input[0].value == "My title" and app.text_area[1].value == "second"


def test_an_opened_session_shows_its_report_its_texts_and_its_settings(foreign):
    app = opened(foreign)
    assert "Opened: “Speeches & <more>”, 4 texts, 2 exhibits in the report." in said(app)
    assert titles(app)[0] == "1. How often, over the years?" and app.text_input[0].value == "Mine"
    # A link would open the exhibit of the bundled texts.
    assert not app.get("link_button")
    to(app, "frequencies")
    assert app.pills(key="texts").value == ["speech-0", "speech-1", "speech-3"] and app.toggle(key="fair").value
    assert app.segmented_control(key="by").value == "party" and app.segmented_control(key="n_gram").value == 3
    assert "A 2001" in app.pills(key="texts").options
    assert to(app, "trends").text_input(key="trend_terms").value == "war"


def test_a_setting_that_does_not_fit_is_told_once_and_is_as_usual(foreign):
    app = to(opened(foreign), "frequencies")
    assert "asks for “99” at “Terms a group”" in said(app) and "“perhaps” at “Also inside compounds”" in said(app)
    assert app.slider(key="top_n").value == 12 and app.toggle(key="compounds").value is True
    assert not app.run().warning


@pytest.mark.parametrize(
    "settings, left_out", [({"texts": ["nobody"]}, "texts"), ({"by": "colour", "fair": 1}, "by, fair")]
)
def test_a_choice_for_every_page_that_does_not_fit_is_told_at_once(corpus, settings, left_out):
    app = opened(pack(Session(corpus, settings=settings)))
    assert f"do not fit these texts and are as usual: {left_out}." in said(app)
    to(app, "trends")
    assert not app.exception and len(app.pills(key="texts").value) == 5


@pytest.mark.parametrize("name", PAGES)
def test_every_page_works_on_the_texts_of_a_file(foreign, name):
    app = to(opened(foreign), name)
    assert not app.exception and not app.error
    assert "your own texts" in words(app) and any(button.label == "Back to the bundled texts" for button in app.button)


def test_the_way_back_leads_to_the_bundled_texts_and_the_report_says_what_it_needs(foreign):
    app = to(opened(foreign), "frequencies")
    app.button(key="back").click().run()
    assert app.segmented_control(key="by").value == "author" and len(app.pills(key="texts").value) == 5
    to(app, "report")
    assert "put aside from other texts" in said(app) and len(titles(app)) == 2
    next(button for button in app.button if button.label == "Take out").click().run()
    assert titles(app) == ["1. hologram"] and not app.exception


def test_the_texts_of_one_visitor_are_seen_by_no_other(foreign, corpus):
    opened(foreign)
    stranger = open_page("trends")
    assert "Speeches" not in words(stranger) and f"corpus {corpus.fingerprint[:12]}" in words(stranger)


def test_the_same_texts_under_another_name_keep_their_names_apart(corpus):
    renamed = Corpus(corpus.texts(), name="Under another name")
    assert renamed.fingerprint == corpus.fingerprint
    from dashboard import cache

    assert cache.exhibit(corpus, "trends").receipt.corpus == corpus.name
    assert cache.exhibit(renamed, "trends").receipt.corpus == "Under another name"
    pair = cache.select(renamed, ("chen-2014", "sun-2024"))
    assert (cache.select(corpus, ("chen-2014", "sun-2024")).name, pair.name) == (corpus.name, "Under another name")


def test_a_session_of_the_bundled_texts_opens_on_the_bundled_texts(corpus):
    app = opened(pack(Session(corpus, (kept(make(corpus, "trends")),), {"by": "year"})))
    assert titles(app) == ["1. How often, over the years?"]
    to(app, "frequencies")
    assert app.segmented_control(key="by").value == "year" and "your own texts" not in words(app)


def test_opening_a_session_forgets_the_settings_it_does_not_have(corpus):
    app = to(open_page("frequencies"), "frequencies")
    app.slider(key="top_n").set_value(20).run()
    app.segmented_control(key="by").set_value("year").run()
    to(app, "report").file_uploader[0].set_value(("a.parallax", pack(Session(corpus)), "")).run()
    to(app, "frequencies")
    assert app.slider(key="top_n").value == 12 and app.segmented_control(key="by").value == "author"


@pytest.mark.parametrize(
    "damaged, sentence", [(lambda content: content[:-9], "damaged or cut off"), (lambda content: b"x", "no session")]
)
def test_a_damaged_file_is_told_and_changes_nothing(foreign, damaged, sentence):
    app = with_two_exhibits()
    app.text_area[0].set_value("stays").run()
    app.file_uploader[0].set_value(("a.parallax", damaged(foreign), "")).run()
    assert sentence in said(app) and not app.exception
    assert len(titles(app)) == 2 and app.text_area[0].value == "stays"
    assert to(app, "frequencies").text_input(key="terms").value == "peace"


def test_a_form_that_cannot_be_made_says_why_and_one_that_can_is_offered(monkeypatch):
    def refuse(form, report):
        raise ExportError("No browser was found.")

    form = Form("Paper", "txt", "text/plain", "nothing:here")
    monkeypatch.setattr(report_files, "REPORTS", {"paper": form})
    monkeypatch.setattr(Form, "make", refuse)
    app = with_two_exhibits()
    app.button(key="make").click().run()
    assert "No browser was found." in said(app) and not app.exception
    monkeypatch.setattr(Form, "make", lambda form, report: f"{report.title}: {len(report.entries)}".encode())
    app.button(key="make").click().run()
    assert next(button.label for button in app.get("download_button")) == "Download Paper"
    # What was made is not offered for a report that has changed since.
    next(button for button in app.button if button.label == "Take out").click().run()
    assert not any("Paper" in button.label for button in app.get("download_button"))
