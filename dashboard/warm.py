"""Work done ahead of the first visitor."""

from __future__ import annotations

import time

from analysis import AnalysisError

from . import cache
from .exhibits.findings import BUNDLED, FINDINGS

REST_AFTER_SECONDS = 8


def warm() -> None:
    """Make the front page's exhibits, load the slow libraries, then take all of it out of the garbage collector's sight."""
    try:
        corpus = cache.bundled_corpus()
        cache.picture(corpus, "timeline", "light")
        if tuple(corpus.documents.index) == BUNDLED:
            for which in FINDINGS:
                cache.picture(corpus, "finding", "light", which=which)
    except AnalysisError:
        # The page says what is wrong; there is nothing to prepare.
        return
    # The first visitor is opening the front page just now: the rest can wait until it stands.
    time.sleep(REST_AFTER_SECONDS)
    import sklearn.decomposition  # noqa: F401

    cache.freeze_memory()
