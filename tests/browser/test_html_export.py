"""HTML files opened from the disk by a browser without a network: they draw, answer clicks, fit, print, and ask nobody."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from analysis import Corpus
from dashboard.exhibits import make
from dashboard.export.report import Entry, Report
from dashboard.export.web.evidence import MOST_A_ROW
from dashboard.export.web.page import exhibit_page, report_page

from .barriers import broken_rules
from .marks import expected_passages

SCREEN = {"width": 1440, "height": 900}
IN_REPORT = {
    "timeline": "Where they stand.",
    "term_rates": "",
    "modality": "",
    "topic_trends": "A note.\nOf two lines.",
}
HOSTILE = '</script><script>document.title="run"</script><img src=x onerror=document.title="run"> %{x} \u202eright'

# Where the marks of the chart stand on the screen, with the rows of the table they are of.
_MARKS = """
plot => {
  const box = plot.getBoundingClientRect(), found = [];
  for (const trace of plot._fullData) {
    if (!trace.customdata) continue;
    const x = plot._fullLayout[trace.xaxis.replace("x", "xaxis")], y = plot._fullLayout[trace.yaxis.replace("y", "yaxis")];
    [...trace.customdata].forEach((row, i) => found.push(
      { row: Array.isArray(row) ? row[0] : row, x: box.left + x._offset + x.d2p(trace.x[i]), y: box.top + y._offset + y.d2p(trace.y[i]) }
    ));
  }
  return found;
}
"""

# What listens to the size of the window has been called, and what it changed is laid out.
_TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Reader:
    """A page that is opened from the disk, with everything it said or asked for."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder
        self.said: list[str] = []
        self.asked: list[str] = []
        self.listeners = {
            "console": lambda message: self.said.append(message.text),
            "pageerror": lambda error: self.said.append(str(error)),
            "request": lambda request: self.asked.append(request.url),
        }
        for event, listener in self.listeners.items():
            page.on(event, listener)

    def open(self, content: bytes) -> Page:
        """Open a file and wait until its charts are drawn."""
        file = self.folder / "page.html"
        file.write_bytes(content)
        self.page.goto(file.as_uri())
        self.page.wait_for_selector("html[data-drawn]")
        return self.page

    def leave(self) -> None:
        """Leave the tab as a new one."""
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)
        self.page.goto("about:blank")
        self.page.emulate_media(media="null")
        self.page.set_viewport_size(SCREEN)
        self.page.mouse.move(0, 0)

    @property
    def foreign(self) -> list[str]:
        """What was asked for beside the file itself and what is inside it."""
        return [url for url in self.asked if not url.startswith(("data:", "blob:")) and not url.endswith("/page.html")]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A browser without a network; its one tab keeps the scripts that it has compiled."""
    context = browser.new_context(viewport=SCREEN, offline=True)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(tab: Page, tmp_path) -> Iterator[Reader]:
    """Somebody without a network who opens a file."""
    reader = Reader(tab, tmp_path)
    yield reader
    reader.leave()


@pytest.fixture(scope="module")
def exhibits(corpus):
    return {name: make(corpus, name) for name in IN_REPORT}


@pytest.fixture(scope="module")
def files(corpus, exhibits) -> dict[str, bytes]:
    """A page with a chart, one with a drawing, and a report of both."""
    entries = tuple(Entry(corpus, exhibits[name], note) for name, note in IN_REPORT.items())
    return {
        "chart": exhibit_page(corpus, exhibits["term_rates"]),
        "drawing": exhibit_page(corpus, exhibits["timeline"]),
        "report": report_page(Report("Trust, over the years", entries)),
    }


def shown(page: Page, figure: int = 1) -> list[str]:
    """The passages under a figure, spaces made one."""
    words = page.locator(f"#figure-{figure} .passages li .words")
    return [re.sub(r"\s+", " ", text).strip() for text in words.all_text_contents()]


def told(page: Page, figure: int = 1) -> str:
    return page.locator(f"#figure-{figure} .told").inner_text()


def expected(exhibit, row: int) -> list[str]:
    return expected_passages(exhibit.passages(row))[:MOST_A_ROW]


@pytest.mark.parametrize("kind", ["chart", "drawing", "report"])
def test_a_file_draws_asks_nobody_fits_and_has_no_barrier(reader, files, kind):
    page = reader.open(files[kind])
    for width, height in ((1440, 900), (1280, 720), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(_TWO_FRAMES)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert broken_rules(page) == {}
    assert page.locator(".plot .main-svg").count() >= (kind != "drawing")
    assert reader.said == [] and reader.foreign == []


def test_a_click_on_a_mark_of_a_chart_shows_its_passages(reader, files, exhibits):
    page, exhibit = reader.open(files["chart"]), exhibits["term_rates"]
    many = set(exhibit.table.index[exhibit.table["count"] > MOST_A_ROW])
    mark = next(mark for mark in page.locator(".plot").evaluate(_MARKS) if mark["row"] in many)
    page.mouse.click(mark["x"], mark["y"])
    row = int(mark["row"])
    assert shown(page) == expected(exhibit, row)
    ring = page.locator(".ring").bounding_box()
    assert abs(ring["x"] + ring["width"] / 2 - mark["x"]) < 2
    assert f"{MOST_A_ROW} of {exhibit.table.at[row, 'count']} passages" in told(page)
    page.get_by_role("button", name="Close").click()
    assert shown(page) == [] and told(page) == "" and page.locator(".ring").count() == 0
    assert reader.said == []


def test_a_mark_of_a_drawing_answers_the_keyboard(reader, files, exhibits):
    page = reader.open(files["drawing"])
    page.locator(".wide svg [data-row='3']").first.focus()
    page.keyboard.press("Enter")
    assert shown(page) == expected(exhibits["timeline"], 3)


def test_a_row_of_a_table_answers_in_its_own_figure_alone(reader, files, exhibits):
    page = reader.open(files["report"])
    page.locator("#figure-2 summary").first.click()
    page.locator("#figure-2 tr[data-row='4'] button").press("Enter")
    assert shown(page, 2) == expected(exhibits["term_rates"], 4)
    assert shown(page, 1) == shown(page, 3) == []


def test_a_phone_gets_the_drawing_that_is_made_for_it(reader, files):
    page = reader.open(files["drawing"])
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.locator(".narrow svg").is_visible() and not page.locator(".wide svg").is_visible()


def test_on_paper_folds_are_open_and_nothing_stands_beyond_the_edge(reader, files, exhibits):
    page = reader.open(files["report"])
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = "\n".join(sheet.extract_text() for sheet in printed.pages)
    assert "The first 20 of 25 rows" in text and "Click a mark" not in text and "Close" not in text
    assert all(exhibit.receipt.fingerprint[:12] in text and exhibit.title in text for exhibit in exhibits.values())
    # Open while it is printed, folded again afterwards.
    assert page.locator("details[open]").count() == 0
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 690, "height": 900})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    wide = "[...document.querySelectorAll('.drawing, .plot, details:not(.broad) table')].map(part => part.getBoundingClientRect().right)"
    assert max(page.evaluate(wide)) <= 690


def test_the_files_own_policy_forbids_to_ask_anybody(reader, files):
    page = reader.open(files["drawing"])
    refused = page.evaluate(
        """() => new Promise((done) => {
          addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
          document.body.append(Object.assign(new Image(), { src: "http://127.0.0.1:9/picture.png" }));
        })"""
    )
    assert refused == "img-src"


def test_words_of_a_text_never_run_and_are_shown_as_typed(reader):
    paragraph = f"Trust {HOSTILE} and trust again, said the <b>author</b>. Nothing more was said of security."
    texts = {name: "\n\n".join([paragraph] * 9) for name in ("one", "two")}
    documents = pd.DataFrame(
        {"author": [HOSTILE, "B"], "title": [HOSTILE] * 2, "year": [2001, 2002]}, index=pd.Index(texts, name="document_id")
    )  # fmt: skip
    corpus = Corpus.from_texts(texts, documents)
    entries = tuple(Entry(corpus, make(corpus, name), HOSTILE) for name in ("timeline", "term_rates"))
    page = reader.open(report_page(Report(HOSTILE, entries)))
    for figure in (1, 2):
        page.locator(f"#figure-{figure} td.behind button").first.evaluate("button => button.click()")
        assert HOSTILE.split()[0] in shown(page, figure)[0]
        assert page.locator(f"#figure-{figure} .note").inner_text().strip() == HOSTILE
    assert page.title() == HOSTILE
    assert page.locator("main img").count() == 0
    assert reader.said == [] and reader.foreign == []
