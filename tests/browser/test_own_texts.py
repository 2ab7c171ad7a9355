"""One's own texts in a browser: bad files get a sentence, good ones are corrected by a click and compared."""

import re

import pytest

from tests.bad_input.case import PROSE
from tests.bad_input.docx_files import CASES as WORD
from tests.bad_input.name_files import CASES as NAMES
from tests.bad_input.pdf_files import CASES as PDF
from tests.bad_input.zip_files import CASES as ZIP

from .barriers import barriers
from .labels import faults

CHEN = f"Trust and River\n\nBy Chen Jimin\n\n{PROSE}\n\n{PROSE}\n\nPhoto: the river, Getty Images\n\n{PROSE}\n"
YANG = f"Peace and Order\n\n{PROSE} Peace takes time and patience, and so does trust.\n\nPeace is made by many hands.\n"
TRACES = re.compile(r"Traceback|File \"|line \d+, in |streamlit\.|Error:")
QUICK = (
    "docx_bad",
    "docx_xxe",
    "docx_is_odt",
    "docx_ok",
    "pdf_enc",
    "pdf_page_loop",
    "pdf_scan",
    "pdf_ok",
    "zip_rar",
    "zip_bad_crc",
    "zip_odd",
)


def bring(visit, *files: tuple[str, bytes]) -> None:
    """Hand files over and wait until they are read."""
    sent = [{"name": name, "mimeType": "application/octet-stream", "buffer": content} for name, content in files]
    visit.page.locator("input[type=file]").first.set_input_files(sent)
    visit.page.locator("[data-testid=stDataFrame], [data-testid=stAlert]").first.wait_for()
    visit.settle()


def says(visit) -> str:
    return visit.page.locator("[data-testid=stMain]").inner_text()


def panel(visit, name: str) -> None:
    visit.page.get_by_role("radio", name=name).click()
    visit.settle()


@pytest.fixture
def page(visit):
    visit.open("own_texts")
    return visit


def test_bad_files_get_a_sentence_each_and_good_ones_load(page):
    cases = [case for case in (*WORD, *PDF, *ZIP) if case.name.startswith(QUICK)]
    files = [(case.name, case.make()) for case in cases]
    # The same words under every odd name would count once.
    files += [(case.name, f"{PROSE} {number}".encode()) for number, case in enumerate(NAMES)]
    bring(page, *files)
    alerts = page.page.locator("[data-testid=stAlert]").all_inner_texts()
    for case in (*cases, *NAMES):
        if case.refused:
            assert any(case.name in alert and case.says in alert for alert in alerts), case.name
    assert not TRACES.search(says(page))
    assert "XSS" not in page.page.title() and page.foreign == [] and page.errors == []


def test_a_click_changes_a_role_and_the_count(page):
    bring(page, ("chen_2014.txt", CHEN.encode()))
    panel(page, "What counts")
    lines = page.page.locator(".line")
    assert [line.get_attribute("class").split()[1] for line in lines.all()] == [
        "heading",
        "byline",
        "body",
        "body",
        "caption",
        "body",
    ]
    counted = page.page.locator(".brush.body .count")
    before = int(counted.inner_text())
    page.page.locator(".brush.note").click()
    lines.nth(3).click()
    page.page.locator(".line.note").wait_for()
    page.settle()
    assert int(counted.inner_text()) == before - len(PROSE.split())
    page.page.get_by_role("button", name="Undo 1 by hand").click()
    page.settle()
    assert int(counted.inner_text()) == before


def test_a_rule_can_be_switched_off(page):
    bring(page, ("chen_2014.txt", CHEN.encode()))
    panel(page, "What counts")
    page.page.locator("[data-testid=stPopover]").get_by_role("button", name="Rules").click()
    page.page.locator("[data-testid=stPopoverBody]").get_by_text("Captions", exact=True).click()
    page.settle()
    page.page.keyboard.press("Escape")
    assert page.page.locator(".line.caption").count() == 0


def test_texts_are_compared_and_the_bundled_ones_come_back_with_one_click(page):
    bring(page, ("chen_2014_trust.txt", CHEN.encode()), ("yang_2015_peace.txt", YANG.encode()))
    page.page.get_by_role("button", name="Compare these 2 texts").click()
    page.page.get_by_role("heading", name="Your texts").wait_for()
    page.settle()
    sidebar = page.page.locator("[data-testid=stSidebar]")
    assert "Chen 2014" in sidebar.inner_text() and "Sun 2024" not in sidebar.inner_text()
    sidebar.get_by_role("button", name="Back to the bundled texts").click()
    page.settle()
    assert "Sun 2024" in sidebar.inner_text() and page.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_panel_has_a_barrier_or_a_label_that_is_cut(visit, scheme):
    visit.page.emulate_media(color_scheme=scheme)
    visit.open("own_texts")
    visit.page.get_by_text("Try it").click()
    visit.settle()
    found = {}
    for name in ("Texts", "What counts", "Author, year, title"):
        panel(visit, name)
        found |= {(name, "barriers"): barriers(visit.page), (name, "labels"): faults(visit.page)}
    assert {where: wrong for where, wrong in found.items() if wrong} == {}
