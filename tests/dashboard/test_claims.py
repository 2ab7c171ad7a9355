"""The claim card and the worksheet under an exhibit, run by Streamlit's own test runner."""

import pytest

from .visiting import open_page, words

KEY = "term_rates_claim"


def said(app) -> str:
    return "\n".join(element.value for element in app.info).replace("\\", "")


@pytest.fixture
def panel():
    """The page of frequencies with the panel of the claim open."""
    app = open_page("frequencies")
    return app.segmented_control(key="term_rates_more").set_value("Claim").run()


def test_a_claim_without_a_sentence_is_asked_for_one(panel):
    assert not panel.exception and "Write the sentence that you claim" in said(panel)


def test_a_claim_is_shown_with_its_passages_and_as_text(panel):
    panel.text_area(key=f"{KEY}_sentence").set_value("Trust is *rare* <b>now</b>.").run()
    panel.text_input(key=f"{KEY}_against_query").set_value("zeppelin").run()
    shown = words(panel)
    assert not panel.exception and not panel.info
    assert r"**Trust is \*rare\* \<b\>now\</b\>\.**" in [element.value for element in panel.markdown]
    assert "Searched: row 1 · trust · Chen 2014. Found: 9; printed: 3." in shown.replace("\\", "")
    assert "No passage against was given. Searched: “zeppelin” in all texts" in shown.replace("\\", "")


def test_a_search_that_cannot_be_read_is_said(panel):
    panel.text_area(key=f"{KEY}_sentence").set_value("So it is.").run()
    panel.text_input(key=f"{KEY}_against_query").set_value("(trust").run()
    assert not panel.exception and "opens a bracket" in said(panel)


def test_a_sentence_is_kept_while_another_panel_is_open(panel):
    panel.text_area(key=f"{KEY}_sentence").set_value("So it is.").run()
    panel.segmented_control(key="term_rates_more").set_value("Method").run()
    panel.segmented_control(key="term_rates_more").set_value("Claim").run()
    assert panel.text_area(key=f"{KEY}_sentence").value == "So it is."


def test_worksheets_stand_among_the_files_of_an_exhibit():
    app = open_page("frequencies")
    app.segmented_control(key="term_rates_more").set_value("Export").run()
    app.button_group(key="term_rates_export_kind").set_value("worksheet_docx").run()
    assert not app.exception and app.toggle(key="term_rates_export_with_key").value
