"""Every page at a lecture hall's, a laptop's and a phone's size, light and dark: a picture of each, no label cut, no
other host asked, and no barrier that a checker of accessibility finds, beyond three rules that Streamlit's own elements break."""

import os
from pathlib import Path

import pytest
from PIL import Image

from dashboard.pages import PAGES

from .barriers import barriers
from .labels import faults
from .test_marks import SEEN
from .test_pages import address, wait_for_picture

WIDTHS = (1440, 1280, 390)
# Tall enough for a whole page: what lies further down than the screen is drawn only when it comes near.
TALL = 6000
KEPT = os.environ.get("PARALLAX_PICTURES")

# Parts of pages that stand behind a choice.
BEHIND_A_CHOICE = (
    "frequencies?terms_as=a+panel+each&top_as=heat+map&fair=true",
    "distinctiveness?part=What+makes+the+difference",
    "distinctiveness?part=Do+the+methods+agree%3F&by=year",
    "distinctiveness?part=TF-IDF&fair=true",
    "trends?trend_of=topics",
    "trends?trend_own=2014-09+Some+event+of+my+own;2024-12-30+The+last+one+of+the+year",
    "concepts?concept_view=Modality",
    "concepts?concept_view=Actors&by=year",
    "topics?topics_view=dots+with+intervals&by=genre",
    "common_ground?ground=Set+phrases",
    "common_ground?ground=Set+phrases&phrase_words=4&phrase_n=30&by=year",
    "common_ground?ground=Silences&by=year",
    "clouds?cloud=what+parts+them",
    "similarity?like_view=Map",
    "similarity?like_view=Tree&by=year",
    "read?text=Yang+2015&beside=Sun+2024&find=trust",
    "whose_passage?passage_part=How+good+is+the+machine%3F&by=genre",
    "lessons?lesson=trust",
    "frequencies?differs=true",
    "concordance?texts=Chen+2014",
    "exhibit?show=similarity&with.by=year&of=chen-2014&of=dong-2022&of=sun-2024",
)


# Where marks are clicked, which is done in the dark, colours are looked at there.
LOOKED_AT_IN_LIGHT = {seen_at.partition("?")[0] or "overview" for seen_at, _, _ in SEEN.values()}


@pytest.mark.parametrize("name", PAGES)
def test_no_label_is_cut_or_overlaps_another_and_there_is_no_barrier_at_any_size_light_or_dark(visit, name, tmp_path):
    folder = Path(KEPT or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for scheme in ("light",) if name in LOOKED_AT_IN_LIGHT and not KEPT else ("light", "dark"):
        page = opened(visit, address(name), scheme)
        wait_for_picture(visit, name)
        # Colours move nothing: dark, one size is measured, and the others are there to be looked at.
        for width in WIDTHS if KEPT or scheme == "light" else WIDTHS[:1]:
            lay_out(visit, width)
            # A picture costs more than the checks: one is looked at here, the others only by people.
            if KEPT or (width, scheme) == (WIDTHS[0], "light"):
                keep_picture(page, width, folder / f"{name}-{width}-{scheme}.png")
            found[f"{width} {scheme}"] = faults(page) + (scrolling_charts(page) if width > 600 else [])
        found[f"barriers {scheme}"] = barriers(page)
    # An empty page has a handful of colours.
    assert len(Image.open(folder / f"{name}-1440-light.png").convert("RGB").getcolors(1 << 24)) > 100
    assert visit.errors == [] and visit.foreign == []
    assert page.locator("[data-testid=stException]").count() == 0
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("where", BEHIND_A_CHOICE)
def test_the_same_holds_for_what_stands_behind_a_choice(visit, where, tmp_path):
    folder = Path(KEPT or tmp_path)
    page, name = opened(visit, where, "light"), "".join(sign if sign.isalnum() else "-" for sign in where)
    page.locator(".main-svg, .root svg").first.wait_for()
    found = {"barriers": barriers(page)}
    for width in WIDTHS[1:]:
        lay_out(visit, width)
        if KEPT:
            keep_picture(page, width, folder / f"{name}-{width}.png")
        found[width] = faults(page) + (scrolling_charts(page) if width > 600 else [])
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


def opened(visit, where: str, scheme: str):
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.set_viewport_size({"width": WIDTHS[0], "height": TALL})
    return visit.open(where)


_SIDEBAR_STANDS = """(width) => {
  const sidebar = document.querySelector("[data-testid=stSidebar]");
  if (!sidebar) return true;
  const moves = sidebar.getAnimations({ subtree: true }).some((each) => each.playState === "running");
  return !moves && (width > 640 || sidebar.getBoundingClientRect().right <= 0);
}"""


def lay_out(visit, width: int) -> None:
    """The whole page at a width."""
    visit.page.set_viewport_size({"width": width, "height": TALL})
    # On a phone the sidebar folds itself up a moment after the window has got narrow, and moves while it does.
    visit.page.wait_for_function(_SIDEBAR_STANDS, arg=width)
    visit.settle()


def keep_picture(page, width: int, file: Path) -> None:
    """The page as a picture without the empty rest."""
    bottom = page.locator("[data-testid=stMainBlockContainer]").evaluate("page => page.getBoundingClientRect().bottom")
    page.screenshot(path=file, clip={"x": 0, "y": 0, "width": width, "height": min(bottom, TALL)})


def scrolling_charts(page) -> list[str]:
    """Charts of which a part lies off the edge: on a phone they are moved sideways, on a projector nobody does."""
    rooms = page.locator("[class*=st-key-room_]")
    wide = rooms.evaluate_all(
        "all => all.filter(room => room.scrollWidth > room.clientWidth + 1).map(room => room.className)"
    )
    return [f"a chart goes beyond the edge: {name.split('st-key-')[-1]}" for name in wide]
