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


# Of every page it is known what its address opens; here, that the browser has that address, with charts and drawings.
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


def test_what_was_chosen_on_one_page_stands_in_the_address_of_the_next(visit, stranger):
    page = visit.open("frequencies?by=year&texts=Chen+2014&texts=Sun+2024")
    page.locator("[data-testid=stSidebar]").get_by_text("Distinctiveness").click()
    visit.settle()
    assert "by=year" in page.url and "texts=Chen+2014&texts=Sun+2024" in page.url
    assert reopened(visit, stranger, "distinctiveness") == figures(visit)


@pytest.mark.parametrize(
    "query, said",
    [
        ("top_n=99", "“99” at “Terms a group”"),
        ("by=colour", "“colour” at “Group by”"),
        ("texts=Nobody", "“Nobody” at “Texts compared”"),
        ("compounds=perhaps", "“perhaps” at “Also inside compounds”"),
        ("terms=(a", "opens a bracket"),
    ],
)
def test_nonsense_in_an_address_gets_one_sentence_and_the_usual_view(visit, query, said):
    page = visit.open(f"frequencies?{query}")
    page.wait_for_selector(".main-svg")
    assert [said in words for words in page.locator("[data-testid=stAlert]").all_inner_texts()] == [True]
    assert page.locator("[data-testid=stException]").count() == 0


def test_a_wrong_search_keeps_the_last_good_view(visit):
    page = visit.open("trends")
    field = page.get_by_label("Words and phrases, parted by commas", exact=True)
    field.fill("peace")
    field.press("Enter")
    visit.settle()
    good = charts(visit)
    field.fill("(peace")
    field.press("Enter")
    visit.settle()
    assert "opens a bracket" in page.locator("[data-testid=stAlert]").inner_text()
    assert charts(visit) == good
