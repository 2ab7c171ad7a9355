"""Many texts on their time axis."""

from xml.etree import ElementTree

import pandas as pd
import pytest

from analysis import Corpus
from dashboard.charts.theme import DARK, LIGHT
from dashboard.charts.timeline_many import MOST_DISCS
from dashboard.exhibits import make


def corpus_of(n: int, years) -> Corpus:
    texts = {f"t{number:04d}": "Trust takes time. " * (1 + number % 7) for number in range(n)}
    return Corpus.from_texts(texts, pd.DataFrame({"year": [years(number) for number in range(n)]}, index=list(texts)))


def drawn(n: int, years=lambda number: 2000 + number % 13, theme=LIGHT):
    exhibit = make(corpus_of(n, years), "timeline")
    return exhibit, exhibit.figure(theme)


def elements(document: str, kind: str) -> list[ElementTree.Element]:
    return [element for element in ElementTree.fromstring(document).iter() if element.tag.endswith(kind)]


@pytest.mark.parametrize("n", [9, 12, 60, 200, MOST_DISCS])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_text_has_a_disc_inside_the_drawing_and_none_lies_on_another(n, theme):
    for document in (drawn(n, theme=theme)[1].wide, drawn(n, theme=theme)[1].narrow):
        root, discs = ElementTree.fromstring(document), elements(document, "circle")
        width, height = map(float, root.get("viewBox").split()[2:])
        places = [(float(disc.get("cx")), float(disc.get("cy")), float(disc.get("r"))) for disc in discs]
        assert len(places) == n == len({(x, y) for x, y, _ in places})
        assert all(r <= x <= width - r and r <= y <= height - r for x, y, r in places)


def test_counts_stand_only_where_they_have_room():
    drawing = drawn(400, lambda number: 1990 + number % 30)[1]
    assert ">14<" in drawing.wide and ">14<" not in drawing.narrow


def test_a_disc_leads_to_its_text():
    document = drawn(20)[1].wide
    rows = {element.get("data-row") for element in elements(document, "g") if element.get("data-row")}
    assert rows == {str(row) for row in range(20)}


def test_texts_without_a_year_stand_apart():
    document = drawn(20, lambda number: None if number % 4 == 0 else 2001)[1].wide
    assert "no year" in document and ">5<" in document and ">15<" in document
    assert "no year" in drawn(20, lambda number: None)[1].wide


def test_of_very_many_texts_there_is_a_bar_for_each_year():
    exhibit, figure = drawn(MOST_DISCS + 1, lambda number: 2000 + number % 3)
    assert len(elements(figure.wide, "rect")) >= 3 and not elements(figure.wide, "circle")
    assert len(exhibit.receipt.text()) < 2_500


def test_years_far_apart_are_gathered():
    document = drawn(30, lambda number: 1000 + 37 * number)[1].wide
    assert "1000–" in document and "1001" not in document
