"""The benchmarks still run, and none of the analyses is left out of them."""

import inspect
import re

import pytest

import analysis
from tests.benchmarks import measures

# Not analyses of a whole corpus with an answer of their own: searches, single lines of a table, sentences about one.
NOT_TIMED = {
    "correspondence_inertia",
    "find",
    "formula_places",
    "meeting_places",
    "most_topics",
    "pair_coherence",
    "sentence_passages",
    "shared_ngram_types",
    "window_passage",
}


@pytest.fixture(scope="module")
def tasks(corpus):
    return measures.quick(corpus) | measures.repeated(corpus)


def test_every_task_runs(tasks):
    for name, work in tasks.items():
        assert len(work()) if name.startswith(("freq", "key", "fair", "multi")) else work() is not None, name


def test_every_analysis_is_timed():
    source = inspect.getsource(measures)
    functions = {name for name in analysis.__all__ if inspect.isfunction(getattr(analysis, name))}
    analyses = {
        name for name in functions if next(iter(inspect.signature(getattr(analysis, name)).parameters), "") == "corpus"
    }
    assert {name for name in analyses - NOT_TIMED if not re.search(rf"\b{name}\(", source)} == set()
