"""A class of phones on the real dashboard: `python -m tests.benchmarks.live_class`.

A teacher's page in a headless browser, and simulated phones that vote, reload and vote again; all on this machine, and
without the door to the network. Prints how many votes are counted, how long a vote takes to the teacher's screen, what
40 waiting phones cost the server, and how much a phone has to load. Needs Chromium; the processor time is read on Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
from playwright.sync_api import Page, sync_playwright

from dashboard.classroom.live import file
from dashboard.classroom.live.store import Store
from tests.chromium import launch

from .phones import Phone, votes_reloads_votes_again
from .servers import Server, dashboard

ANSWERS = 5
# Writes down when the page shows which number of votes.
_WATCH = r"""
() => {
  window.shown = [];
  const look = () => {
    for (const words of document.querySelectorAll("[data-testid=stMain] strong")) {
      const found = /^([\d,]+) votes?$/.exec(words.textContent);
      const votes = found ? Number(found[1].replace(",", "")) : 0;
      if (found && (!shown.length || shown.at(-1)[0] !== votes)) shown.push([votes, Date.now() / 1000]);
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
}
"""


def open_a_room(page: Page, server: Server) -> str:
    """Open a room and ask the first question as a teacher does. Returns the code."""
    page.goto(f"{server.url}/live_class")
    page.get_by_role("button", name="Open a room").click()
    page.get_by_role("button", name="Ask it").first.click()
    page.get_by_role("button", name="Close voting").wait_for()
    page.locator(".main-svg").first.wait_for()
    return page.get_by_role("link", name="Join in this browser").get_attribute("href").rpartition("/")[2]


class Class(threading.Thread):
    """The phones, in a thread of their own: the browser is driven by the main one."""

    def __init__(self, port: int, code: str, size: int, within: float, waiting: float) -> None:
        super().__init__(daemon=True)
        self.phones = [Phone(port, code) for _ in range(size)]
        self.within, self.waiting = within, waiting
        self.votes: list[list[tuple[int, float, float]]] = []
        self.voted, self.go_on = threading.Event(), threading.Event()

    def run(self) -> None:
        """Vote; then, when told, wait with the page open."""
        asyncio.run(self._attend())

    async def _attend(self) -> None:
        act = (votes_reloads_votes_again(phone, ANSWERS, self.within) for phone in self.phones)
        self.votes = await asyncio.gather(*act)
        self.voted.set()
        await asyncio.to_thread(self.go_on.wait)
        await asyncio.gather(*(phone.stay(self.waiting) for phone in self.phones))


def seconds_to_the_screen(first_votes: list[tuple[int, float, float]], shown: list[list[float]]) -> list[float]:
    """From sending a vote to the first moment at which the screen counted as many votes as had then been answered."""
    found = []
    for counted, (_, sent, _) in enumerate(sorted(first_votes, key=lambda vote: vote[2]), 1):
        found += [min(moment for votes, moment in shown if votes >= counted) - sent]
    return found


def page_bytes(phone: Phone, server: Server) -> int:
    """The page of a phone with its style and script."""
    import urllib.request

    parts = re.findall(r'(?:href|src)="(/class/phone[^"]+)"', phone.page)
    return len(phone.page.encode()) + sum(len(urllib.request.urlopen(server.url + part).read()) for part in parts)


def measure(size: int, within: float, waiting: float) -> dict[str, object]:
    """Run the class and return what is printed."""
    with dashboard() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        code = open_a_room(page, server)
        page.evaluate(_WATCH)
        room = Class(server.port, code, size, within, waiting)
        room.start()
        while not room.voted.is_set():
            page.wait_for_timeout(200)
        page.wait_for_function("size => shown.length && shown.at(-1)[0] >= size", arg=size, timeout=20_000)
        shown, alone = page.evaluate("shown"), _cpu(server, page, waiting)
        room.go_on.set()
        together = _cpu(server, page, waiting)
        room.join()
        browser.close()
        store = Store(file.place())
        kept = store.find(code)
        latency = seconds_to_the_screen([votes[0] for votes in room.votes], shown)
        return {
            "phones": size,
            "phones joined": store.n_joined(kept.number),
            "votes counted (a phone voted twice)": store.n_votes(kept.current),
            "votes refused": sum(vote[0] != 303 for votes in room.votes for vote in votes),
            "vote to the teacher's screen, p50 s": round(float(np.quantile(latency, 0.5)), 2),
            "vote to the teacher's screen, p95 s": round(float(np.quantile(latency, 0.95)), 2),
            "vote answered, p95 ms": round(
                1000 * float(np.quantile([v[2] - v[1] for vs in room.votes for v in vs], 0.95))
            ),
            "server, % of a core, teacher's page alone": round(100 * alone, 1),
            "server, % of a core, with the phones waiting": round(100 * together, 1),
            "bytes of a phone's page": page_bytes(room.phones[0], server),
        }


def _cpu(server: Server, page: Page, seconds: float) -> float:
    """Share of one core that the server uses over some seconds."""
    before, start = server.cpu_seconds(), time.monotonic()
    page.wait_for_timeout(1000 * seconds)
    return (server.cpu_seconds() - before) / (time.monotonic() - start)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=40)
    parser.add_argument("--within", type=float, default=20.0, help="seconds in which all vote")
    parser.add_argument("--waiting", type=float, default=30.0, help="seconds for which the server's work is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ[file.VARIABLE] = str(Path(folder) / "classes.sqlite")
        for name, value in measure(options.phones, options.within, options.waiting).items():
            print(f"{name:<48}{value}")


if __name__ == "__main__":
    main()
