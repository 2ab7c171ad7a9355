"""Visits to the dashboard by Streamlit's own test runner: a page opened by its address, and what is on it."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from analysis import Corpus
from dashboard.pages import PAGES

from ..conftest import ROOT

APP = str(ROOT / "dashboard" / "app.py")


def open_page(name: str, /, *, own: Corpus | None = None, **query: object) -> AppTest:
    """A page as a new visitor sees it who follows a link. own: the visitor's own texts; query: what the link asks for."""
    app = AppTest.from_file(APP, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    if own is not None:
        app.session_state["own_corpus"] = own
    return app.run() if name == "overview" else app.switch_page(PAGES[name].file).run()


def figures(app: AppTest) -> list[dict]:
    """The Plotly figures on the page, as they are sent."""
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def words(app: AppTest) -> str:
    """All prose on the page, without the escapes of Markdown."""
    elements = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.info, *app.warning]
    return "\n".join(element.value for element in elements).replace("\\", "")
