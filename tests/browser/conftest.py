"""One server and one browser for all browser tests of a process."""

import os
from collections.abc import Iterator

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.servers import Server, dashboard
from tests.chromium import executable, launch

from . import rest


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
        self.size = page.viewport_size
        self.listeners = {
            "console": lambda message: message.type == "error" and self._note(message),
            "pageerror": lambda error: self.errors.append(str(error)),
            "request": lambda request: self._watch(request.url),
        }
        for event, listener in self.listeners.items():
            page.on(event, listener)

    def open(self, address: str = "") -> Page:
        """Go to an address of the dashboard and wait until it stands."""
        self.page.goto(f"{self.server.url}/{address}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until Streamlit is at rest and has drawn."""
        rest.wait(self.page)

    def leave(self) -> None:
        """Leave the tab as a new one: nothing open, nobody listening, the window and the mouse where they were."""
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)
        self.page.goto("about:blank")
        self.page.emulate_media(color_scheme="null")
        self.page.set_viewport_size(self.size)
        self.page.mouse.move(0, 0)

    def _note(self, message) -> None:
        # Streamlit asks for its own health under a page's address first and then where it is: harmless.
        if "/_stcore/" not in (message.location or {}).get("url", ""):
            self.errors.append(message.text)

    def _watch(self, url: str) -> None:
        if not url.startswith((self.server.url, "data:", "blob:")):
            self.foreign.append(url)


LAPTOP = {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="session")
def desk(browser) -> Iterator[Page]:
    """The tab of a computer's browser."""
    yield from _tab(browser, **LAPTOP)


@pytest.fixture(scope="session")
def other_desk(browser) -> Iterator[Page]:
    """The tab of another computer's browser."""
    yield from _tab(browser, **LAPTOP)


@pytest.fixture(scope="session")
def pocket(browser) -> Iterator[Page]:
    """The tab of a phone's browser."""
    yield from _tab(browser, viewport={"width": 390, "height": 844}, has_touch=True)


def _tab(browser: Browser, **options) -> Iterator[Page]:
    """
    The one tab of a browser of its own. It is kept: each visit opens its page anew, and is a visitor of its own to the
    server, but the browser has compiled the scripts already, which is two thirds of the work of opening a page.
    A second tab in front of it would leave it one picture a second.
    """
    # What moves while a page loads is drawn sixty times a second and looked at by nobody.
    context = browser.new_context(reduced_motion="reduce", **options)
    # Only what never comes waits so long; what comes late on a busy machine is no fault.
    context.set_default_timeout(60_000)
    rest.watch(context)
    yield context.new_page()
    context.close()


def _visit(tab: Page, server: Server) -> Iterator[Visit]:
    visit = Visit(tab, server)
    yield visit
    visit.leave()


@pytest.fixture
def visit(desk, server) -> Iterator[Visit]:
    """A visitor at a laptop's screen."""
    yield from _visit(desk, server)


@pytest.fixture
def stranger(other_desk, server) -> Iterator[Visit]:
    """A second visitor, at the same time, at another computer."""
    yield from _visit(other_desk, server)


@pytest.fixture
def phone(pocket, server) -> Iterator[Visit]:
    """A visitor with a phone."""
    yield from _visit(pocket, server)


@pytest.fixture
def lecturer(desk, server) -> Iterator[Visit]:
    """A visitor whose screen is a projector's."""
    for visit in _visit(desk, server):
        desk.set_viewport_size({"width": 1280, "height": 720})
        yield visit
