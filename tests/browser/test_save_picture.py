"""A picture that is saved: what is on the screen, with its title, its words and its method, readable by other programs."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PIL import Image

from dashboard.exhibits import make
from dashboard.export.figure import figures
from dashboard.export.figure.sheet import OWN
from dashboard.export.provenance import provenance

SVG = "{http://www.w3.org/2000/svg}"


def saved(page, key: str, ending: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.locator(f".st-key-exhibit_{key}").get_by_role("button", name=f"Save {ending.upper()}").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def words(root: ElementTree.Element) -> str:
    return " ".join(" ".join(" ".join(text.itertext()) for text in root.iter(f"{SVG}text")).split())


@pytest.mark.parametrize(
    "address, name, key", [("frequencies", "term_rates", "term_rates"), ("", "timeline", "timeline")]
)
def test_the_vector_file_holds_what_the_servers_own_file_holds(visit, corpus, tmp_path, address, name, key):
    page = visit.open(address)
    page.wait_for_selector(f".st-key-exhibit_{key} svg")
    visit.settle()
    exhibit = make(corpus, name)
    root = ElementTree.parse(saved(page, key, "svg", tmp_path)).getroot()
    said = words(root)
    for part in (exhibit.title, exhibit.reading, exhibit.receipt.text(), "Chen", "Yang", "Dong", "Duan", "Sun"):
        assert " ".join(part.split()) in said
    assert len([*root.iter(f"{SVG}path"), *root.iter(f"{SVG}circle")]) > 5
    server = ElementTree.fromstring(figures.svg(exhibit))
    assert (
        root.get("width") == server.get("width") and root.get("viewBox").split()[2] == server.get("viewBox").split()[2]
    )
    for field, value in provenance(exhibit).fields().items():
        assert root.find(f".//{{{OWN}}}{field.lower()}").text == value
    assert sorted(set(words(server).split())) == sorted(set(said.split()))
    assert visit.foreign == []


def test_the_pixel_file_has_600_dots_an_inch_and_says_what_it_is(visit, corpus, tmp_path):
    page = visit.open("frequencies")
    page.wait_for_selector(".st-key-exhibit_term_rates .main-svg")
    visit.settle()
    picture, about = Image.open(saved(page, "term_rates", "png", tmp_path)), provenance(make(corpus, "term_rates"))
    picture.load()
    assert picture.width == 4323 and [round(dots) for dots in picture.info["dpi"]] == [600, 600]
    assert len(picture.convert("RGB").getcolors(1 << 24)) > 200
    assert picture.text["Title"] == about.title and picture.text["Fingerprint"] == about.fingerprint
    assert picture.text["Description"] == about.description and picture.text["Link"] == about.link
