"""Every exhibit as SVG, PNG and PDF, read back by an XML parser, Pillow and pypdf."""

import dataclasses
import io
import json
from functools import cache

import numpy as np
import pytest
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from analysis import OptionError
from dashboard.charts.drawing import Drawing
from dashboard.exhibits import EXHIBITS, make
from dashboard.export.errors import ExportError
from dashboard.export.figure import browser, figures
from dashboard.export.figure.sheet import OWN
from dashboard.export.figure.sizes import SIZES
from dashboard.export.provenance import provenance

SVG = "{http://www.w3.org/2000/svg}"
each = pytest.mark.parametrize("name", EXHIBITS)
needed = pytest.mark.usefixtures("drawing_browser")


@pytest.fixture(scope="module")
def drawn(exhibits):
    """The SVG of each exhibit, made once."""
    return cache(lambda name: figures.svg(exhibits[name]))


@pytest.fixture
def drawn_once(drawn, monkeypatch):
    """Pictures and pages are printed from the SVG that is there already."""
    monkeypatch.setattr(figures, "svg", lambda exhibit, size, **_: drawn(exhibit.name))


def said(root) -> str:
    return squeezed(" ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")))


def squeezed(text: str) -> str:
    return " ".join(text.split())


@needed
@each
def test_the_vector_file_carries_title_reading_receipt_and_metadata(exhibits, drawn, name):
    exhibit, root = exhibits[name], etree.fromstring(drawn(name))
    for part in (exhibit.title, exhibit.reading, exhibit.receipt.text()):
        assert squeezed(part) in said(root)
    for field, value in provenance(exhibit).fields().items():
        assert root.find(f".//{{{OWN}}}{field.lower()}").text == value
    assert "data:font/woff2;base64," in root.find(f"{SVG}style").text
    assert "http" not in root.find(f"{SVG}style").text


@needed
@each
def test_the_vector_file_shows_every_value_of_the_figure(exhibits, drawn, name):
    figure, root = exhibits[name].figure(), etree.fromstring(drawn(name))
    if isinstance(figure, Drawing):
        own = etree.fromstring(figure.wide.encode())
        assert said(own) in said(root)
        for kind in ("circle", "rect", "path", "line"):
            assert len(root.findall(f".//{SVG}svg//{SVG}{kind}")) == len(own.findall(f".//{SVG}{kind}"))
        return
    for number, trace in enumerate(figure.data):
        places = points_of(root, number)
        if trace.type != "scatter" or "markers" not in (trace.mode or "") or trace.x is None:
            continue
        values = [(x, y) for x, y in zip(trace.x, trace.y, strict=True) if known(x) and known(y)]
        assert len(places) == len(values)
        for axis in (0, 1):
            if all(isinstance(value[axis], int | float | np.number) for value in values):
                assert on_one_scale([value[axis] for value in values], [place[axis] for place in places])


def known(value) -> bool:
    return value is not None and value == value


def points_of(root, number: int) -> list[tuple[float, float]]:
    """Where the marks of one trace stand."""
    has = "contains(concat(' ', @class, ' '), ' {} ')".format
    marks = root.xpath(f"//*[{has(f'tracetrace{number}')}]//*[{has('point')}]/@transform")
    return [tuple(float(part) for part in mark.removeprefix("translate(").split(")")[0].split(",")) for mark in marks]


def on_one_scale(values, places) -> bool:
    """Do the places follow the values, on a plain or a logarithmic axis?"""
    values, places = np.array(values, float), np.array(places)
    if len(values) == 0:
        return True
    if np.ptp(values) == 0:
        return np.ptp(places) < 0.02
    fits = []
    for scaled in (values, np.log10(values) if (values > 0).all() else values):
        slope, start = np.polyfit(scaled, places, 1)
        fits.append(np.abs(slope * scaled + start - places).max() < 0.02)
    return any(fits)


@needed
@each
def test_the_picture_has_its_size_its_density_and_its_metadata(exhibits, drawn_once, name):
    picture = Image.open(io.BytesIO(figures.png(exhibits[name], "double", 100)))
    picture.load()
    assert picture.width == 720 and [round(dots) for dots in picture.info["dpi"]] == [100, 100]
    about = provenance(exhibits[name])
    assert picture.text["Title"] == about.title and picture.text["Description"] == exhibits[name].reading
    assert picture.text["Receipt"] == exhibits[name].receipt.text() and picture.text["Link"] == about.link
    assert json.loads(picture.text["Options"])["exhibit"] == name
    assert len(picture.getcolors(1 << 24)) > 30


@needed
@each
def test_the_page_has_its_words_as_letters_and_its_metadata(exhibits, drawn_once, name):
    reader = PdfReader(io.BytesIO(figures.pdf(exhibits[name])))
    (page,) = reader.pages
    text = "".join(page.extract_text().split())
    for part in (exhibits[name].title, exhibits[name].reading, exhibits[name].receipt.text()):
        assert "".join(part.split()) in text
    assert float(page.mediabox.width) / 72 * 25.4 == pytest.approx(183, abs=0.5)
    assert reader.metadata.title == exhibits[name].title
    assert reader.metadata["/Fingerprint"] == exhibits[name].receipt.fingerprint
    assert "/CreationDate" not in reader.metadata


@needed
@pytest.mark.parametrize("name", ["term_rates", "timeline"])
@pytest.mark.parametrize("make_file", [figures.svg, figures.png, figures.pdf], ids=["svg", "png", "pdf"])
def test_the_same_exhibit_gives_the_same_bytes(corpus, exhibits, name, make_file):
    assert make_file(make(corpus, name)) == make_file(exhibits[name])


@needed
@pytest.mark.parametrize("name", ["term_rates", "word_cloud"])
@pytest.mark.parametrize("size", SIZES)
def test_each_size_is_that_wide_on_paper(exhibits, name, size):
    root = etree.fromstring(figures.svg(exhibits[name], size))
    assert float(root.get("width").removesuffix("mm")) == SIZES[size].mm
    width, height = map(float, root.get("viewBox").split()[2:])
    assert float(root.get("height").removesuffix("mm")) / SIZES[size].mm == pytest.approx(height / width, abs=1e-3)
    if SIZES[size].height:
        assert width / height == pytest.approx(16 / 9)
    inner = root.find(f"{SVG}svg")
    assert float(inner.get("x")) >= 0 and float(inner.get("x")) + float(inner.get("width")) <= width + 0.1
    assert float(inner.get("y")) + float(inner.get("height")) < height


@needed
def test_a_picture_at_300_dots_an_inch_is_fine_enough_for_a_journal(exhibits):
    picture = Image.open(io.BytesIO(figures.png(exhibits["obligation"], "single")))
    assert picture.width == round(89 / 25.4 * 300)


def test_the_fonts_hold_letters_of_other_scripts_where_the_face_has_them(corpus):
    from dashboard.export.figure import fonts

    assert fonts.embedded("ж") != fonts.embedded("abc") == fonts.embedded("xyz")


def test_letters_too_small_to_read_are_known_beforehand(exhibits):
    sizes = ("single", "double")
    assert [figures.smallest_type(exhibits["top_terms"].figure(), size) > 5 for size in sizes] == [False, True]
    assert [figures.smallest_type(exhibits["obligation"].figure(), size) > 5 for size in sizes] == [True, True]


@each
def test_each_figure_has_letters_that_can_be_read_at_some_size(exhibits, name):
    figure = exhibits[name].figure()
    assert max(figures.smallest_type(figure, size) for size in SIZES) > 5


def test_a_size_or_density_that_there_is_not_is_refused_in_words(exhibits):
    with pytest.raises(OptionError, match="size must be one of: single, double, slide, poster"):
        figures.svg(exhibits["timeline"], "huge")
    for dpi in (0, 5000):
        with pytest.raises(OptionError, match="dpi must lie between"):
            figures.png(exhibits["timeline"], "double", dpi)


def test_more_dots_than_a_browser_draws_are_refused_in_words(exhibits, drawing_browser):
    with pytest.raises(ExportError, match="choose fewer dots an inch"):
        figures.png(exhibits["timeline"], "poster", 1200)


def test_without_a_browser_drawings_still_leave_as_vectors_and_the_rest_is_a_sentence(exhibits, monkeypatch):
    monkeypatch.setattr(browser, "found", lambda: False)
    browser._browser.cache_clear()
    try:
        assert figures.svg(exhibits["timeline"]).startswith(b"<?xml")
        for make_file, name in ((figures.svg, "term_rates"), (figures.png, "timeline"), (figures.pdf, "timeline")):
            with pytest.raises(ExportError, match="needs a Chrome or Chromium"):
                make_file(exhibits[name])
    finally:
        browser._browser.cache_clear()


@needed
def test_a_browser_that_died_is_said_and_the_next_file_gets_a_new_one(exhibits):
    figures.svg(exhibits["term_rates"])
    browser._browser().kaleido.subprocess.kill()
    browser._browser().kaleido.subprocess.wait()
    try:
        figures.svg(exhibits["term_rates"])
    except ExportError as error:
        assert "try once more" in str(error)
    assert figures.svg(exhibits["term_rates"]).startswith(b"<?xml")


@needed
def test_two_visitors_at_once_each_get_their_own_figure(exhibits):
    from concurrent.futures import ThreadPoolExecutor

    names = ["term_rates", "trends"] * 3
    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(lambda name: figures.svg(exhibits[name]), names))
    assert all(exhibits[name].title.encode() in svg for name, svg in zip(names, made, strict=True))
    assert made[0] == made[2] and made[1] == made[3]


def test_words_of_a_text_cannot_become_markup(corpus):
    exhibit = dataclasses.replace(make(corpus, "timeline"), title='<script>x</script> & "quotes"', reading="a < b & c.")
    root = etree.fromstring(figures.svg(exhibit))
    assert not root.findall(f".//{SVG}script") and '<script>x</script> & "quotes"' in said(root)
