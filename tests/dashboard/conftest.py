"""What the tests of the dashboard share: every exhibit of the bundled texts, made once a process."""

from collections.abc import Iterator, Mapping

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.context import ContextProxy

from analysis import Corpus
from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.base import Exhibit


class _Made(Mapping):
    """Exhibits by name, made when first asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.made = corpus, {}

    def __getitem__(self, name: str) -> Exhibit:
        if name not in self.made:
            self.made[name] = make(self.corpus, name)
        return self.made[name]

    def __iter__(self):
        return iter(EXHIBITS)

    def __len__(self):
        return len(EXHIBITS)


@pytest.fixture(scope="session")
def exhibits(corpus) -> Mapping[str, Exhibit]:
    """Every exhibit with its usual options."""
    return _Made(corpus)


@pytest.fixture(autouse=True)
def at_home(monkeypatch) -> None:
    """Pages are run as on this machine's screen; Streamlit's test runner has a stand-in for the visitor's address."""
    monkeypatch.setattr(ContextProxy, "ip_address", None)


@pytest.fixture(autouse=True, scope="session")
def no_elements_of_other_packages() -> Iterator[None]:
    """The test runner looks for such elements in every installed package, each time a page is opened; there is none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", list)
        yield
