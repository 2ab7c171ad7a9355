"""Reading a corpus stays cheap: it must not load what only a screen or a model needs."""

import subprocess
import sys

import pytest

from .tables import ROOT, TEXTS

HEAVY = ["streamlit", "plotly", "sklearn", "wordcloud", "numba", "matplotlib"]
PROGRAM = f"""
import sys
from analysis import load_corpus
assert len(load_corpus({str(TEXTS)!r}).documents) == 5
print(*{{name.partition(".")[0] for name in sys.modules}})
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    program = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return set(program.stdout.split())


@pytest.mark.parametrize("package", HEAVY)
def test_reading_the_texts_does_not_load(loaded, package):
    # That pandas is seen shows that the list is the list of what was loaded.
    assert "pandas" in loaded
    assert package not in loaded
