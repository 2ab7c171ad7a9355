"""The benchmarks still run, and none of the analyses is left out of them."""

import inspect
import re
import sys

import pytest

import analysis
from tests.benchmarks import large_index, measures
from tests.benchmarks.jobs import JOBS
from tests.benchmarks.large_texts import zipf_texts

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
    "write_index",
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


@pytest.mark.parametrize("name", ["parallax", "parallax, from texts read", "scikit-learn CountVectorizer"])
def test_all_programs_find_the_same_tokens(name):
    texts = dict(zipf_texts(6_000))
    assert JOBS["words"][name](texts)() == 6_000


def test_all_programs_find_the_sequences_inside_a_text():
    texts = {"a": "One two, two ones. Two two.", "b": "two two"}
    assert {name: job(texts)() for name, job in JOBS["sequences"].items()} == {name: 6 for name in JOBS["sequences"]}


def test_texts_of_a_seed_are_the_same_again():
    assert list(zipf_texts(3_000, seed=1)) == list(zipf_texts(3_000, seed=1)) != list(zipf_texts(3_000, seed=2))


def test_questions_to_a_large_index_are_answered(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["large_index", "--tokens", "20000"])
    monkeypatch.setattr(large_index, "WARM", 1)
    assert large_index.main() == 0
    assert "20,000 tokens" in capsys.readouterr().out
