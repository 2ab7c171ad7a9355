"""Every page at a lecture hall's, a laptop's and a phone's size, light and dark: a picture of each, and no label cut."""

import os
from pathlib import Path

import pytest

from dashboard.pages import PAGES

from .labels import faults
from .test_pages import address, wait_for_picture

SIZES = {"1440": (1440, 900), "1280": (1280, 720), "390": (390, 844)}
TALLEST = 7000


def scrolling_charts(page) -> list[str]:
    """Charts of which a part lies off the edge: on a phone they are moved sideways, on a projector nobody does."""
    rooms = page.locator("[class*=st-key-room_]")
    wide = rooms.evaluate_all(
        "all => all.filter(room => room.scrollWidth > room.clientWidth + 1).map(room => room.className)"
    )
    return [f"a chart goes beyond the edge: {name.split('st-key-')[-1]}" for name in wide]


@pytest.mark.parametrize("name", PAGES)
def test_no_label_is_cut_or_overlaps_another_at_any_size_light_or_dark(visit, name, tmp_path):
    folder = Path(os.environ.get("PARALLAX_PICTURES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=scheme)
        page = visit.open(address(name))
        wait_for_picture(visit, name)
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            visit.settle()
            # The whole page at once: what lies further down is drawn only when it comes near the screen.
            whole = page.locator("[data-testid=stMain]").evaluate("element => element.scrollHeight")
            page.set_viewport_size({"width": width, "height": min(whole + 40, TALLEST)})
            visit.settle()
            page.screenshot(path=folder / f"{name}-{size}-{scheme}.png")
            wrong = faults(page) + (scrolling_charts(page) if width > 600 else [])
            if wrong:
                found[f"{size} {scheme}"] = wrong
    assert found == {}
