"""The address of a changed view opens that view again: the same figures, mark for mark, and the same words."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.pages import PAGES

from .visiting import figures, open_page

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


def test_what_was_chosen_on_one_page_stands_in_the_address_of_the_next():
    app = open_page("frequencies", by="year", texts=["Chen 2014", "Sun 2024"])
    app.switch_page(PAGES["distinctiveness"].file).run()
    assert dict(app.query_params) == {"by": "year", "texts": ["Chen 2014", "Sun 2024"]}
    assert shown(app) == shown(open_page("distinctiveness", **app.query_params))


@pytest.mark.parametrize(
    "query, said",
    [
        ({"top_n": "99"}, "“99” at “Terms a group”"),
        ({"by": "colour"}, "“colour” at “Group by”"),
        ({"texts": "Nobody"}, "“Nobody” at “Texts compared”"),
        ({"compounds": "perhaps"}, "“perhaps” at “Also inside compounds”"),
        ({"terms": "(a"}, "opens a bracket"),
    ],
)
def test_nonsense_in_an_address_gets_one_sentence_and_the_usual_view(query, said):
    app = open_page("frequencies", **query)
    told = [alert.value.replace("\\", "") for alert in (*app.warning, *app.info, *app.error)]
    assert [said in words for words in told] == [True] and not app.exception
    assert figures(app) == figures(open_page("frequencies"))


def test_a_wrong_search_keeps_the_last_good_view():
    app = open_page("trends")
    app.text_input(key="trend_terms").set_value("peace").run()
    good = figures(app)
    app.text_input(key="trend_terms").set_value("(peace").run()
    assert "opens a bracket" in app.info[0].value and figures(app) == good
