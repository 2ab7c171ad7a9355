"""The address of a changed view opens that view again: the same figures, mark for mark, and the same words."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.pages import PAGES

from .visiting import open_page

# What is looked at: charts, drawings, and all that is said; not the controls.
SHOWN = ("plotly_chart", "bidi_component", "title", "header", "subheader", "markdown", "caption", "alert", "latex")

# Pages on which something is chosen for all pages; one figure alone has tests of its own.
CHOOSING = [name for name, page in PAGES.items() if (page.texts or page.by) and name != "exhibit"]


def shown(app: AppTest) -> list[tuple[str, bytes]]:
    """Kind and content of what is drawn and said, as it is sent to the browser."""
    return [
        (kind, element.proto.SerializeToString(deterministic=True)) for kind in SHOWN for element in app.main.get(kind)
    ]


def changed(name: str) -> AppTest:
    """A page with other texts and by year, as far as it lets one choose."""
    app = open_page(name)
    if PAGES[name].texts:
        app.pills(key="texts").set_value(["chen-2014", "dong-2022", "duan-2022", "sun-2024"]).run()
    if PAGES[name].by:
        app.segmented_control(key="by").set_value("year").run()
    return app


@pytest.mark.parametrize("name", CHOOSING)
def test_the_address_of_a_changed_view_gives_the_same_figures_and_words(name):
    app = changed(name)
    address = {key: values if len(values) > 1 else values[0] for key, values in app.query_params.items()}
    again = open_page(name, **address)
    assert not app.exception and not again.exception
    assert shown(again) == shown(app) != []
    assert shown(app) != shown(open_page(name))
