"""How long until the first picture stands, beside an empty Streamlit app: `python -m tests.benchmarks.first_picture`.

Each round starts a fresh browser for either app and measures from the address to the picture (the empty app: to its
title). Needs Chromium; servers are started once, as the README says.
"""

from __future__ import annotations

import argparse
import statistics
import time

from playwright.sync_api import Playwright, sync_playwright

from tests.chromium import launch

from .servers import Server, dashboard, empty_app

PICTURES = {"empty": "h1", "overview": ".root svg"}


def seconds_to(playwright: Playwright, server: Server, selector: str) -> float:
    """Seconds from asking for the page to the element, in a browser that has never seen it."""
    browser = launch(playwright)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    start = time.perf_counter()
    page.goto(server.url)
    page.wait_for_selector(selector)
    elapsed = time.perf_counter() - start
    browser.close()
    return elapsed


def measure(rounds: int) -> dict[str, list[float]]:
    """Seconds by app, a value a round; the apps take turns."""
    found: dict[str, list[float]] = {name: [] for name in PICTURES}
    with dashboard() as ours, empty_app(own_settings=False) as empty, sync_playwright() as playwright:
        servers = {"empty": empty, "overview": ours}
        for _ in range(rounds):
            for name, selector in PICTURES.items():
                found[name].append(seconds_to(playwright, servers[name], selector))
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    found = measure(parser.parse_args().rounds)
    for name, values in found.items():
        print(f"{name:<10} first {values[0]:.2f} s, median {statistics.median(values):.2f} s")
    first = found["overview"][0] / found["empty"][0]
    median = statistics.median(ours / empty for ours, empty in zip(found["overview"], found["empty"], strict=True))
    print(f"ratio      first {first:.2f}, median {median:.2f}")


if __name__ == "__main__":
    main()
