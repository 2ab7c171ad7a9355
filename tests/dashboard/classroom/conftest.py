"""What the tests of lessons share: the exhibits that their screens show, each made once a process."""

from collections.abc import Callable

import pytest

from analysis import Corpus
from dashboard.exhibits import make
from dashboard.exhibits.base import Exhibit


@pytest.fixture(scope="session")
def made() -> Callable[..., Exhibit]:
    """As `make`, but it remembers."""
    known = {}

    def remembered(corpus: Corpus, name: str, **options: object) -> Exhibit:
        key = f"{corpus.fingerprint} {name} {sorted(options.items())}"
        if key not in known:
            known[key] = make(corpus, name, **options)
        return known[key]

    return remembered
