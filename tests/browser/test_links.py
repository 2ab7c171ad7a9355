"""A copied link reopens the view exactly: the same figures, mark for mark."""

import pytest

from .test_pages import wait_for_picture

_FIGURES = """
() => {
  const roots = [document];
  for (let i = 0; i < roots.length; i++)
    for (const element of roots[i].querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  const all = selector => roots.flatMap(root => [...root.querySelectorAll(selector)]);
  return [
    ...all(".js-plotly-plot").map(chart => JSON.stringify([chart.data, chart.layout.xaxis, chart.layout.annotations])),
    ...all(".root > svg, .root .block").map(drawn => drawn.outerHTML),
    ...all("[data-testid=stMain] [data-testid=stMarkdown]").map(words => words.innerText),
  ];
}
"""


def figures(visit) -> list[str]:
    """What is drawn and said, once it has come to rest."""
    # A drawing is set only when it comes near the screen.
    for exhibit in visit.page.locator("[class*=st-key-exhibit_]").all():
        exhibit.scroll_into_view_if_needed()
    visit.settle()
    return visit.page.evaluate(_FIGURES)


def charts(visit) -> list[str]:
    """The charts alone, without the words round them."""
    return [figure for figure in figures(visit) if figure.startswith("[[")]


def reopened(visit, stranger, name: str) -> list[str]:
    """The figures that a stranger sees who opens the address."""
    stranger.page.goto(visit.page.url)
    stranger.settle()
    wait_for_picture(stranger, name)
    return figures(stranger)


# What the address of every page opens, Streamlit's test runner sees; here, that the browser has it and draws all of it.
@pytest.mark.parametrize("name", ["frequencies", "company", "clouds"])
def test_the_link_of_a_changed_view_gives_the_same_figures(visit, stranger, name):
    page = visit.open(name)
    wait_for_picture(visit, name)
    before = page.evaluate(_FIGURES)
    sidebar = page.locator("[data-testid=stSidebar]")
    sidebar.get_by_text("Yang 2015").click()
    visit.settle()
    sidebar.get_by_text("year", exact=True).click()
    visit.settle()
    found = reopened(visit, stranger, name)
    after = figures(visit)
    assert after == found != []
    assert after != before
