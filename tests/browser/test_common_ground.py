"""The parts of Common ground that are not the first: no label cut at any size, and a band that answers the keyboard."""

import pytest

from dashboard.exhibits import make

from .labels import faults
from .test_layout import SIZES, TALLEST

PARTS = {
    "Set+phrases": ".root svg",
    "Silences": ".main-svg",
    "Set+phrases&phrase_words=4&phrase_n=30&by=year": ".root svg",
}


@pytest.mark.parametrize("part", PARTS)
def test_no_label_is_cut_or_overlaps_another(visit, part):
    found = {}
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=scheme)
        page = visit.open(f"common_ground?ground={part}")
        page.wait_for_selector(PARTS[part])
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            visit.settle()
            whole = page.locator("[data-testid=stMain]").evaluate("element => element.scrollHeight")
            page.set_viewport_size({"width": width, "height": min(whole + 40, TALLEST)})
            visit.settle()
            if wrong := faults(page):
                found[f"{size} {scheme}"] = wrong
    assert found == {} and visit.errors == []


def test_a_band_answers_the_keyboard(visit, corpus):
    table = make(corpus, "formulae").table
    row = table[(table["term"] == "the belt and road initiative") & (table["group"] == "Huimin Duan")].iloc[0]
    page = visit.open("common_ground?ground=Set+phrases")
    band = page.get_by_role("button", name="the belt and road initiative, Duan ≥2022: 8 times, carried")
    band.scroll_into_view_if_needed()
    band.focus()
    page.keyboard.press("Enter")
    visit.settle()
    assert page.locator(".passage").count() == row["count"] == 8
    assert page.locator(".passage b").first.inner_text().lower() == "the belt and road initiative"
