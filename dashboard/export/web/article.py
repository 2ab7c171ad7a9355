"""One exhibit as the parts of a page: picture, words, table, sentences, and how to make it again."""

from __future__ import annotations

import json
from dataclasses import dataclass

from analysis import Corpus

from ...charts.drawing import Drawing
from ...exhibits.base import Exhibit
from .. import reproduce
from ..provenance import Provenance, provenance
from .evidence import Evidence, evidence
from .page_table import Column, columns

# A printed table of more letters in a row stands on a page laid on its side.
_UPRIGHT_LETTERS = 120
_USUAL_HEIGHT = 450


@dataclass(frozen=True)
class Chart:
    """A Plotly figure as plain data, its height, and the least width it can be read at (pixels)."""

    figure: dict[str, object]
    height: float
    least_width: float


@dataclass(frozen=True)
class Article:
    """What a template needs of one exhibit; `picture` is None where there is nothing to draw."""

    number: int
    title: str
    reading: str
    receipt: str
    note: str
    picture: Drawing | Chart | None
    columns: list[Column]
    evidence: Evidence
    about: Provenance
    python: str

    @property
    def anchor(self) -> str:
        """Its name in the page."""
        return f"figure-{self.number}"

    @property
    def broad(self) -> bool:
        """Is its table too wide for an upright page?"""
        return sum(column.letters for column in self.columns) > _UPRIGHT_LETTERS

    @property
    def drawing(self) -> Drawing | None:
        """Its picture, where that is drawn already."""
        return self.picture if isinstance(self.picture, Drawing) else None

    @property
    def chart(self) -> Chart | None:
        """Its picture, where the page is to draw it."""
        return self.picture if isinstance(self.picture, Chart) else None


def article(corpus: Corpus, exhibit: Exhibit, *, number: int = 1, note: str = "", most: int) -> Article:
    """The parts of one exhibit; `most`: how many passages it may bring along."""
    return Article(
        number=number,
        title=exhibit.title,
        reading=exhibit.reading,
        receipt=exhibit.receipt.text(),
        note=note.strip(),
        picture=_picture(exhibit),
        columns=columns(exhibit),
        evidence=evidence(corpus, exhibit, most),
        about=provenance(exhibit),
        python=reproduce.python_lines(exhibit),
    )


def _picture(exhibit: Exhibit) -> Drawing | Chart | None:
    if exhibit.table.empty:
        return None
    figure = exhibit.figure()
    if isinstance(figure, Drawing):
        return figure
    height = float(figure.layout.height or _USUAL_HEIGHT)
    return Chart(json.loads(figure.to_json()), height, float((figure.layout.meta or {}).get("min_width", 0)))
