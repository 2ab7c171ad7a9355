"""A class in the browser: eight phones vote, and one that is a real browser; the teacher sees it without a click."""

import asyncio
import re

from tests.benchmarks.live_class import open_a_room
from tests.benchmarks.phones import Phone, votes_reloads_votes_again

PHONES = 8


def class_votes(port: int, code: str) -> tuple[list, Phone]:
    """What the simulated phones did, and one of them."""

    async def attend() -> tuple[list, Phone]:
        phones = [Phone(port, code) for _ in range(PHONES)]
        found = await asyncio.gather(*(votes_reloads_votes_again(phone, 5, within=0.5) for phone in phones))
        return found, phones[0]

    return asyncio.run(attend())


def in_a_thread(work, *arguments):
    """Playwright has a loop of its own running in this thread."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work, *arguments).result()


def test_every_vote_of_a_class_reaches_the_teachers_screen_once(visit, phone):
    code = open_a_room(visit.page, visit.server)
    found, _ = in_a_thread(class_votes, visit.server.port, code)
    assert [vote[0] for votes in found for vote in votes] == [303] * 2 * PHONES
    joined = visit.page.get_by_text(re.compile(r"of \d+ phones? joined"))
    joined.get_by_text(f"{PHONES} votes", exact=True).wait_for()

    page = phone.page
    page.goto(f"{visit.server.url}/class?code={code.lower()}")
    page.get_by_role("button", name="Sun 2024").click()
    page.locator(".counted").wait_for()
    page.reload()
    page.get_by_role("button", name="Chen 2014").click()
    page.locator(".counted", has_text="Chen 2014").wait_for()
    joined.get_by_text(f"{PHONES + 1} votes", exact=True).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = page.locator("form button").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 48

    visit.page.get_by_role("button", name="Close voting").click()
    page.locator("main").get_by_text("Voting on this question is closed.").wait_for()
    visit.page.get_by_role("button", name="Close the room").click()
    visit.page.get_by_role("button", name="Close it for all").click()
    page.get_by_role("heading", name="This class is over").wait_for()
    assert visit.errors == phone.errors == visit.foreign == phone.foreign == []


def test_a_phone_votes_without_scripts(visit, browser):
    code = open_a_room(visit.page, visit.server)
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{visit.server.url}/class")
    page.get_by_label("Code on the screen").fill(code)
    page.get_by_role("button", name="Join").click()
    page.get_by_role("button", name="Dong 2022").click()
    assert page.locator(".counted").inner_text() == "Your vote is counted. Dong 2022"
    context.close()
    visit.page.get_by_role("button", name="Close the room").click()
    visit.page.get_by_role("button", name="Close it for all").click()
    visit.settle()
