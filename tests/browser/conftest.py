"""One server and one browser for all browser tests of a process."""

import os
from collections.abc import Iterator
from contextlib import suppress

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, sync_playwright

from tests.benchmarks.servers import Server, dashboard
from tests.chromium import executable, launch


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[Server]:
    """The dashboard, started by its own command from another folder than its own."""
    with dashboard(cwd=tmp_path_factory.mktemp("elsewhere")) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless browser; without one the tests are skipped, unless they are required."""
    if executable() is None:
        if os.environ.get("PARALLAX_REQUIRE_BROWSER"):
            pytest.fail("The browser tests are required, but there is no Chromium or Chrome.")
        pytest.skip("no Chromium or Chrome on this machine")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


class Visit:
    """A page in the browser, with everything that went wrong on it."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page, self.server = page, server
        self.errors: list[str] = []
        self.foreign: list[str] = []
        page.on("console", lambda message: message.type == "error" and self._note(message))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._watch(request.url))

    def open(self, address: str = "") -> Page:
        """Go to an address of the dashboard and wait until it stands."""
        self.page.goto(f"{self.server.url}/{address}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until Streamlit is at rest and has drawn."""
        app = "[data-testid=stApp][data-test-connection-state=CONNECTED]"
        with suppress(TimeoutError):
            # A click takes a moment to reach the server; where it asks for nothing, there is no run to wait for.
            self.page.wait_for_selector(f"{app}[data-test-script-state=running]", timeout=250)
        self.page.wait_for_selector(f"{app}[data-test-script-state=notRunning]")
        self.page.wait_for_timeout(250)

    def _note(self, message) -> None:
        # Streamlit asks for its own health under a page's address first and then where it is: harmless.
        if "/_stcore/" not in (message.location or {}).get("url", ""):
            self.errors.append(message.text)

    def _watch(self, url: str) -> None:
        if not url.startswith((self.server.url, "data:", "blob:")):
            self.foreign.append(url)


@pytest.fixture(scope="session")
def desk(browser) -> Iterator[BrowserContext]:
    """A computer's browser that keeps what it has loaded; each visit is a page, and to the server a visitor, of its own."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()


@pytest.fixture(scope="session")
def pocket(browser) -> Iterator[BrowserContext]:
    """The same of a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    yield context
    context.close()


@pytest.fixture
def visit(desk, server) -> Iterator[Visit]:
    """A visitor at a laptop's screen."""
    page = desk.new_page()
    yield Visit(page, server)
    page.close()


@pytest.fixture
def phone(pocket, server) -> Iterator[Visit]:
    """A visitor with a phone."""
    page = pocket.new_page()
    yield Visit(page, server)
    page.close()


@pytest.fixture
def lecturer(desk, server) -> Iterator[Visit]:
    """A visitor whose screen is a projector's."""
    page = desk.new_page()
    page.set_viewport_size({"width": 1280, "height": 720})
    yield Visit(page, server)
    page.close()
