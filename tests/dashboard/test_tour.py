"""The guided tour: steps that lead to what there is, begun by a visitor alone, and kept in the address."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import state
from dashboard.pages import PAGES
from dashboard.tour import STEPS

from ..conftest import ROOT
from .visiting import open_page


def opened(**query: str) -> AppTest:
    return open_page("overview", **query)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.title)
def test_a_step_leads_to_a_page_whose_controls_know_its_view(step):
    page = PAGES[step.page]
    view = (ROOT / "dashboard" / page.file).read_text(encoding="utf-8")
    assert not page.hidden
    assert all(f'"{key}"' in view or (key == state.FAIR and page.fair) for key in step.view)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.title)
def test_a_step_is_said_in_two_sentences_and_says_what_to_try(step):
    assert step.words.count(". ") == 1 and step.words.endswith(".") and step.task.endswith(".")
    assert len(step.words) < 200 and len(step.title) < 45 and step.around


def test_the_tour_is_of_seven_steps():
    assert len(STEPS) == 7


def test_nobody_is_in_the_tour_who_did_not_begin_it():
    app = opened()
    assert "tour_step" not in app.session_state
    assert state.TOUR not in app.query_params


def test_the_address_keeps_the_step():
    app = opened(tour="1")
    assert app.session_state["tour_step"] == 1
    app.run()
    assert app.session_state["tour_step"] == 1 and app.query_params[state.TOUR] in ("1", ["1"])


@pytest.mark.parametrize("nonsense", ["0", "8", "x", "-1", "²"])
def test_a_step_that_there_is_not_begins_nothing(nonsense):
    app = opened(tour=nonsense)
    assert not app.exception and "tour_step" not in app.session_state
