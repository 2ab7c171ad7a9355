"""The whole catalogue of bad input through the page in a real browser: `python -m tests.benchmarks.bad_input`.

Prints, for each kind of file, how many got the answer they must get, and how long the slowest took; then how soon a good
file loads after the process that read another was killed. The exit code is 1 where an answer is wrong, a trace of the
program is on the screen, or the server has died.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import time

import psutil
from playwright.sync_api import Page, TimeoutError, sync_playwright

from tests.bad_input.case import PROSE, Case
from tests.bad_input.test_catalogue import KINDS, SECONDS
from tests.browser import rest
from tests.chromium import launch

from .servers import Server, dashboard

TRACES = re.compile(r"Traceback|line \d+, in |streamlit\.errors|0x[0-9a-f]{8}")
# More than a browser is handed at once by the program that drives it.
MOST_BYTES = 49_000_000


def main() -> int:
    """Run all files and the killed process."""
    with dashboard() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context()
        rest.watch(context)
        page = context.new_page()
        wrong = [problem for kind in _kinds() for problem in _kind(page, server, kind)]
        after = _after_a_kill(page, server)
        browser.close()
    print(f"a good file after a killed process: {after:.1f} s")
    print(f"{len(wrong)} files got a wrong answer" if wrong else "every file got its answer")
    return 1 if wrong or after > 3 else 0


def _kinds() -> list[object]:
    """The kinds of files named in the command, else all."""
    return [kind for kind in KINDS if not sys.argv[1:] or kind.__name__.rpartition(".")[2] in sys.argv[1:]]


def _kind(page: Page, server: Server, kind: object) -> list[str]:
    cases = kind.CASES
    wrong, slowest = [], (0.0, "")
    for case in cases:
        content = case.make()
        if len(content) > MOST_BYTES:
            continue
        seconds, problem = _one(page, server, case, content)
        slowest = max(slowest, (seconds, case.name))
        if problem:
            wrong.append(f"{case.name}: {problem}")
            print(wrong[-1], flush=True)
    print(
        f"{kind.__name__.rpartition('.')[2]:16} {len(cases) - len(wrong)} of {len(cases)}, slowest {slowest[0]:.1f} s ({slowest[1][:40]!r})",
        flush=True,
    )
    return wrong


def _one(page: Page, server: Server, case: Case, content: bytes) -> tuple[float, str]:
    """One file on a fresh page: how long its answer took, and what is wrong with it, if anything."""
    page.goto(f"{server.url}/own_texts")
    rest.wait(page)
    page.locator("input[type=file]").first.set_input_files(
        {"name": case.name, "mimeType": "application/octet-stream", "buffer": content}
    )
    # Handing a large file to the browser takes its driver longer than reading it takes the server.
    begun = time.monotonic()
    answers = page.locator("[data-testid=stDataFrame], [data-testid=stAlert]").or_(page.get_by_text("MB or smaller"))
    try:
        answers.first.wait_for(timeout=1000 * (SECONDS + 10))
        rest.wait(page)
    except TimeoutError:
        return time.monotonic() - begun, "no answer in time"
    seconds = time.monotonic() - begun
    return seconds, _fault(page, case, seconds)


def _fault(page: Page, case: Case, seconds: float) -> str:
    shown = page.locator("[data-testid=stMain]").inner_text()
    if TRACES.search(shown):
        return "a trace of the program is on the screen"
    if "XSS" in page.title():
        return "its script ran"
    if seconds > SECONDS:
        return f"took {seconds:.0f} s"
    loaded = page.locator("[data-testid=stDataFrame]").count() > 0
    if case.refused and (loaded or case.says not in shown):
        # A file over the limit of size is refused by the field itself.
        return "" if "MB" in case.says and "MB" in shown and not loaded else f"was to be refused: {shown[-200:]}"
    return "" if case.refused or loaded else f"was to be read: {shown[-200:]}"


def _after_a_kill(page: Page, server: Server) -> float:
    """Kill every process that reads while a large file is read; seconds until the next good file is on the screen."""
    page.goto(f"{server.url}/own_texts")
    rest.wait(page)
    field = page.locator("input[type=file]").first
    field.set_input_files({"name": "warm.txt", "mimeType": "text/plain", "buffer": b"The river was wide."})
    page.locator("[data-testid=stDataFrame]").wait_for(timeout=60_000)
    field.set_input_files({"name": "large.txt", "mimeType": "text/plain", "buffer": b"word\n\n" * 1_500_000})
    page.get_by_text("Reading 1 of 1").wait_for(timeout=60_000)
    for child in psutil.Process(server.process.pid).children(recursive=True):
        if "analysis.texts.reading_process" in " ".join(child.cmdline()):
            os.kill(child.pid, signal.SIGKILL)
    page.get_by_text("large.txt stopped the reader").wait_for(timeout=60_000)
    begun = time.monotonic()
    page.locator("input[type=file]").first.set_input_files(
        {"name": "good.txt", "mimeType": "text/plain", "buffer": PROSE.encode()}
    )
    page.get_by_text("Compare these 2 texts").wait_for(timeout=60_000)
    return time.monotonic() - begun


if __name__ == "__main__":
    sys.exit(main())
