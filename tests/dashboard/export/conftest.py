"""What the tests of exports share: the browser that draws, and texts that look like formulas."""

import os

import pandas as pd
import pytest

from analysis import Corpus
from dashboard.export.figure import browser


@pytest.fixture
def drawing_browser() -> None:
    """The browser that draws charts; without one the tests are skipped, unless they are required."""
    if not browser.found():
        if os.environ.get("PARALLAX_REQUIRE_BROWSER"):
            pytest.fail("The export tests are required, but there is no Chromium or Chrome.")
        pytest.skip("no Chromium or Chrome on this machine")


FORMULAS = ("=1+1", "@SUM(A1)", "+x", "-y", "|z", "%w", "＝1", "=HYPERLINK(1)")


@pytest.fixture(scope="session")
def formula_corpus() -> Corpus:
    """Texts whose authors, titles, names and sentences begin as formulas do."""
    texts = {f"{formula} {number}": f"{formula} trust is here.\nTwo trust." for number, formula in enumerate(FORMULAS)}
    about = pd.DataFrame(
        {"author": FORMULAS, "title": FORMULAS, "year": range(2000, 2000 + len(FORMULAS))}, list(texts)
    )
    return Corpus.from_texts(texts, about)
