"""The report in a browser: put aside on two pages, ordered, noted, saved; opened by a stranger just as it was."""

import io
import json
import zipfile

import pytest

from dashboard.export.session import Session, pack

from .test_links import figures
from .test_pages import wait_for_picture


def menu(visit, page: str):
    """Follow the menu, as a person does, and wait for what stands there."""
    visit.page.locator("[data-testid=stSidebarNav]").get_by_text(page).click()
    visit.settle()
    wait_for_picture(visit, page.lower())
    visit.settle()


def put_aside(visit, exhibit: str) -> None:
    visit.page.locator(f".st-key-{exhibit}_collect").get_by_role("button").first.click()
    visit.settle()


def report_of(visit) -> list[tuple[str, str]]:
    """Title and note of each entry on the page."""
    titles = visit.page.locator("h3").all_inner_texts()
    return list(zip(titles, [note.input_value() for note in visit.page.get_by_label("Your note").all()], strict=True))


def hand_over(visit, name: str, content: bytes) -> None:
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    visit.page.locator("input[type=file]").set_input_files(file)
    visit.page.locator("[data-testid=stAlert]").first.wait_for()
    visit.settle()


@pytest.fixture
def saved(visit) -> tuple[bytes, list[tuple[str, str]], list[str]]:
    """A session: the file, the report as its owner sees it, and the figures of Trends."""
    visit.open("trends?trend_terms=peace&texts=Chen+2014&texts=Sun+2024")
    wait_for_picture(visit, "trends")
    drawn = figures(visit)
    put_aside(visit, "trends")
    menu(visit, "Frequencies")
    visit.page.locator("[data-testid=stSidebar]").get_by_text("year", exact=True).click()
    visit.settle()
    put_aside(visit, "top_terms")
    visit.page.locator(".st-key-exhibit_top_terms").get_by_role("link", name="Report").click()
    visit.settle()
    wait_for_picture(visit, "report")
    assert visit.page.locator("[data-testid=stSidebarNav]").get_by_text("Report (2)").count() == 1
    visit.page.get_by_role("button", name="Down").first.click()
    visit.settle()
    visit.page.get_by_label("Your note").first.fill("Typed just before the click")
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Save this session").click()
    visit.settle()
    assert download.value.suggested_filename.endswith(".parallax")
    return download.value.path().read_bytes(), report_of(visit), drawn


def test_a_stranger_who_opens_a_session_finds_it_as_it_was(saved, stranger):
    content, report, drawn = saved
    assert [note for _, note in report] == ["Typed just before the click", ""]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        about = json.loads(archive.read("session.json"))
    assert [entry["name"] for entry in about["basket"]] == ["top_terms", "trends"]
    assert about["basket"][0]["note"] == "Typed just before the click"
    stranger.open("report")
    hand_over(stranger, "damaged.parallax", content[: len(content) // 2])
    assert "damaged or cut off" in stranger.page.locator("[data-testid=stAlert]").first.inner_text()
    assert report_of(stranger) == []
    hand_over(stranger, "handed in.parallax", content)
    stranger.page.get_by_text("2 exhibits in the report").wait_for()
    assert report_of(stranger) == report
    menu(stranger, "Frequencies")
    assert "by=year" in stranger.page.url and "texts=Chen+2014&texts=Sun+2024" in stranger.page.url
    menu(stranger, "Trends")
    assert "trend_terms=peace" in stranger.page.url
    assert [figure for figure in figures(stranger) if figure.startswith("[[")] == [
        figure for figure in drawn if figure.startswith("[[")
    ]
    assert stranger.errors == [] and stranger.foreign == []


def test_a_link_followed_after_opening_a_session_wins_over_it(visit, corpus):
    page = visit.open("report")
    hand_over(visit, "a.parallax", pack(Session(corpus, settings={"trend_terms": "peace", "by": "year"})))
    page.evaluate("history.pushState({}, '', '/trends?trend_terms=war')")
    page.evaluate("window.dispatchEvent(new PopStateEvent('popstate'))")
    visit.settle()
    assert page.get_by_label("Words and phrases, parted by commas", exact=True).input_value() == "war"
