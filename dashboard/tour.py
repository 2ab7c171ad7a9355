"""A guided tour for the first visit: seven steps from page to page, each pointing at one thing on a real view."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from . import elements, state
from .pages import PAGES


@dataclass(frozen=True)
class Step:
    """One step: the page and the view it leads to, its title, two sentences, and what to try.

    around: CSS selectors of what it points at; the first of them that is in sight counts. view: what controls of
    the page hold, by their names in the address.
    """

    page: str
    title: str
    words: str
    task: str
    around: tuple[str, ...]
    view: dict[str, str | bool] = field(default_factory=dict)

    def query(self) -> dict[str, str]:
        """What the address of the view says."""
        return {key: str(value).lower() if isinstance(value, bool) else value for key, value in self.view.items()}


STEPS = (
    Step(
        "overview",
        "Texts in time",
        "Each text stands at its true date, with its author and its length. "
        "Lengths differ much, so words are counted per 1,000 words.",
        "Click a text to see how it begins.",
        (".st-key-timeline",),
    ),
    Step(
        "overview",
        "From a mark to its sentences",
        "Behind every number stand sentences, and a click on its mark shows them. "
        "A click on a sentence opens the text at that place.",
        "Click a dot, then one of its sentences.",
        ('[class*="st-key-finding_"]', ".st-key-timeline"),
    ),
    Step(
        "frequencies",
        "A comparison that says how sure it is",
        "A dot is how often a text uses a word; the line through it shows where the rate may lie as well. "
        "Where two lines overlap much, do not say that one is more.",
        "Type another word over the chart.",
        (".st-key-term_rates",),
        {"terms": "trust, security", state.FAIR: False},
    ),
    Step(
        "frequencies",
        "Fair at unequal length",
        "Long texts have more of everything. Length-fair compares again on stretches as long as the shortest text.",
        "Turn Length-fair off and on: it stands in the sidebar.",
        (f".st-key-{state.FAIR}", ".st-key-term_rates"),
        {"terms": "trust, security", state.FAIR: True},
    ),
    Step(
        "trends",
        "An honest time axis",
        "Years stand at true distance, and no line crosses years without a text. "
        "What came along with the years, such as another author, is said in red above.",
        "Click a dot, or type a word of your own.",
        (".st-key-trends",),
        {"trend_terms": "trust, global"},
    ),
    Step(
        "trends",
        "What stands behind a chart",
        "Under each chart stand its table, its method, its files and how to cite it. "
        "“In plain words” above them explains every number.",
        "Open Method, then Export.",
        (".st-key-trends_more",),
        {"trend_terms": "trust, global"},
    ),
    Step(
        "concordance",
        "Read, and keep what you find",
        "Here stands every hit of a search with its sentence, and each opens its text. "
        "“Add to report” keeps a chart; the page Report makes one file of all you kept.",
        "Search for a word of your own.",
        (".st-key-exhibit_concordance",),
        {"find": "trust deficit"},
    ),
)


def offer() -> None:
    """One line that offers the tour to a first-time visitor; a click dismisses it for good in this browser."""
    if state.tour_step(len(STEPS)) is None and not state.tour_known():
        asked = elements.tour_offer(key="tour_offer")
        if asked:
            state.know_tour()
        if asked == "start":
            _go(1, STEPS[0].page)
        elif asked:
            st.rerun()


def again() -> None:
    """A quiet link that begins the tour, for whoever wants it later."""
    label, query = "Take the tour in seven steps", {state.TOUR: "1"}
    st.page_link(PAGES[STEPS[0].page].file, label=label, icon=":material/explore:", query_params=query)


def show(page: str) -> None:
    """The bar of the tour over a page, for a visitor who has begun it; nothing for all others."""
    number = state.tour_step(len(STEPS), in_address=not PAGES[page].hidden)
    if number is None:
        return
    state.know_tour()
    step = STEPS[number - 1]
    with st.container(key="tour_bar"):
        asked = elements.tour(
            {
                "number": number, "steps": len(STEPS), "title": step.title, "words": step.words, "task": step.task,
                "around": list(step.around), "elsewhere": page != step.page,
            },
            key="tour_steps",
        )  # fmt: skip
    if asked == "end" or (asked == "next" and number == len(STEPS)):
        state.end_tour()
        st.rerun()
    elif asked:
        _go(number + {"next": 1, "back": -1}.get(asked, 0), page)


def _go(number: int, page: str) -> None:
    """Lead from a page to the view of a step. Its controls forget what they held: the view is the step's."""
    step = STEPS[number - 1]
    state.begin_tour_step(number)
    if page == step.page:
        # Here the address follows the controls.
        for key, value in step.view.items():
            state.hold(key, value)
        st.rerun()
    state.forget(*step.view)
    st.switch_page(PAGES[step.page].file, query_params=step.query() | {state.TOUR: str(number)})
