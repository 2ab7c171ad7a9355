"""What keeps somebody from using a page: the rules of accessibility that it breaks."""

from contextlib import suppress

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError

# The menu's sections stand as lists in lists without items of their own; the field for a file is named and yet mute.
STREAMLITS_OWN = {"list", "listitem", "presentation-role-conflict"}
AXE = Axe()


def barriers(page) -> dict[str, list[str]]:
    """Rules of accessibility that are broken, with the first elements that break them."""
    # What moves sideways is made reachable a moment after the page has got its width.
    with suppress(TimeoutError):
        page.wait_for_function(
            """() => [...document.querySelectorAll('[class*="st-key-room_"], .katex-display')].every(
                (room) => room.scrollWidth <= room.clientWidth || room.tabIndex === 0)""",
            timeout=5000,
        )
    return {rule: first for rule, first in broken_rules(page).items() if rule not in STREAMLITS_OWN}


def broken_rules(page) -> dict[str, list[str]]:
    """Every rule that is broken, with the first elements that break it."""
    # Telling in full of what is well takes three times as long as finding out what is not.
    found = AXE.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return {rule["id"]: [node["html"][:160] for node in rule["nodes"][:3]] for rule in found}
