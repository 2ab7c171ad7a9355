"""The page of one exhibit in a real browser: its link, its address, its way on and back."""

from urllib.parse import parse_qs, urlsplit

import pytest

from .test_links import charts


def query(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_link_under_a_figure_opens_just_that_figure(visit, stranger, server):
    page = visit.open("frequencies?terms=trust%2C+peace+%26+order&by=year&texts=Chen+2014&texts=Sun+2024")
    page.wait_for_selector(".main-svg")
    first = page.locator(".st-key-exhibit_term_rates")
    first.get_by_text("Cite", exact=True).click()
    visit.settle()
    link = first.locator("code", has_text="/exhibit?").first.inner_text()
    assert link.startswith(server.url)
    shown = charts(visit)[0]
    stranger.page.goto(link)
    stranger.settle()
    stranger.page.wait_for_selector(".main-svg")
    stranger.settle()
    assert charts(stranger) == [shown]
    assert query(stranger.page) == {
        "show": ["term_rates"], "with.terms": ["trust, peace & order"], "with.by": ["year"], "of": ["chen-2014", "sun-2024"],
    }  # fmt: skip
    assert stranger.errors == [] and stranger.foreign == []


def test_the_address_stays_on_the_way_to_the_page_and_back(visit):
    page = visit.open("exhibit?show=keywords&with.by=genre&with.drop=china&of=dong-2022&of=sun-2024&with.n=5")
    page.wait_for_selector(".main-svg")
    asked = query(page)
    page.get_by_role("link", name="Go on in Distinctiveness").click()
    visit.settle()
    assert query(page)["by"] == ["genre"] and query(page)["texts"] == ["Dong 2022", "Sun 2024"]
    page.locator("[data-testid=stSidebar]").get_by_text("author", exact=True).click()
    visit.settle()
    page.go_back()
    page.wait_for_url("**/exhibit?**")
    visit.settle()
    page.wait_for_selector(".main-svg")
    assert query(page) == asked and "genre" in page.locator("h2").first.inner_text()


def test_the_card_of_what_differs_and_a_click_on_a_mark_leave_the_figure_as_the_link_has_it(visit):
    page = visit.open("exhibit?show=term_rates&with.terms=trust+deficit&with.by=year")
    page.wait_for_selector(".main-svg")
    title = page.locator("h2").first.inner_text()
    page.get_by_text("cannot be told apart").first.click()
    visit.settle()
    page.locator(".st-key-exhibit_confounds .root svg").wait_for()
    assert page.locator("[data-testid=stAlert]").count() == 0
    page.locator(".st-key-exhibit_one_term_rates .scatterlayer .trace:last-child .point").first.click(force=True)
    visit.settle()
    page.wait_for_selector(".passage")
    assert page.locator(".passage").count() == 16
    assert title in page.locator(".st-key-exhibit_one_term_rates h2").all_inner_texts()
    assert query(page)["with.terms"] == ["trust deficit"]


@pytest.mark.parametrize("where", ["exhibit?show=tree", "exhibit", "exhibit?show=nothing"])
def test_it_is_not_in_the_menu_and_fits_a_phone(phone, where):
    page = phone.open(where)
    page.locator(".root svg, [data-testid=stPageLink]").first.wait_for()
    assert page.locator("[data-testid=stSidebarNavLink]").count() > 10
    assert "One figure" not in page.locator("[data-testid=stSidebarNav]").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert phone.errors == []
