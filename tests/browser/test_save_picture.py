"""A picture that is saved: what is on the screen, with its title, its words and its method, readable by other programs."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PIL import Image

from dashboard.exhibits import make

SVG = "{http://www.w3.org/2000/svg}"


def saved(page, key: str, ending: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.locator(f".st-key-exhibit_{key}").get_by_role("button", name=f"Save {ending.upper()}").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def words(file: Path) -> str:
    return " ".join(" ".join(text.itertext()) for text in ElementTree.parse(file).iter(f"{SVG}text"))


@pytest.mark.parametrize(
    "address, name, key", [("frequencies", "term_rates", "term_rates"), ("", "timeline", "timeline")]
)
def test_the_vector_file_holds_marks_legend_title_reading_and_method(visit, corpus, tmp_path, address, name, key):
    page = visit.open(address)
    page.wait_for_selector(f".st-key-exhibit_{key} svg")
    visit.settle()
    file, exhibit = saved(page, key, "svg", tmp_path), make(corpus, name)
    said = words(file)
    for part in (exhibit.title, exhibit.reading, exhibit.receipt.text()):
        assert " ".join(part.split()) in " ".join(said.split())
    for label in ("Chen", "Yang", "Dong", "Duan", "Sun"):
        assert label in said
    assert (
        file.suffix == ".svg"
        and len(list(ElementTree.parse(file).iter(f"{SVG}path")))
        + len(list(ElementTree.parse(file).iter(f"{SVG}circle")))
        > 5
    )
    assert visit.foreign == []


def test_the_pixel_file_is_three_times_as_fine_as_the_screen(visit, tmp_path):
    page = visit.open("frequencies")
    page.wait_for_selector(".st-key-exhibit_term_rates .main-svg")
    visit.settle()
    picture = Image.open(saved(page, "term_rates", "png", tmp_path))
    assert picture.width > 2500 and len(picture.convert("RGB").getcolors(1 << 24)) > 200
