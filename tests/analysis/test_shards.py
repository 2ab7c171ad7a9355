"""What is counted shard by shard is what is counted at once."""

import numpy as np
import pandas as pd
import pytest

from analysis import Corpus, frequencies, shards
from analysis.ngrams import LENGTHS, units
from analysis.quotations import quoted
from analysis.search import find
from analysis.shards import each_shard, runs_of


@pytest.fixture
def parted(corpus, monkeypatch):
    """The five texts in three shards."""
    monkeypatch.setattr(shards, "TOKENS", 6_000)
    parted = corpus.select()
    assert len(parted.shard_runs) == 3
    return parted


def same_table(one, other):
    assert one.shape == other.shape and one.dtype == other.dtype and (one != other).nnz == 0
    assert one.has_sorted_indices and one.nnz == other.nnz


@pytest.mark.parametrize("n", LENGTHS)
def test_units_of_shards_are_those_of_the_whole(corpus, parted, n):
    one, other = units(corpus, n), units(parted, n)
    assert np.array_equal(one.terms, other.terms)
    same_table(one.by_document, other.by_document)
    same_table(one.counts, other.counts)


def test_some_units_of_shards_are_those_of_the_whole(corpus, parted):
    chosen = np.array([700, 3, 1500])
    same_table(corpus.words_and_numbers.counts[:, chosen], parted.words_and_numbers.counts_of(chosen))
    table = frequencies(corpus, by="author", terms=["trust", "the"])
    pd.testing.assert_frame_equal(table, frequencies(parted, by="author", terms=["trust", "the"]))
    plain = frequencies(parted, by="year", n=2, minimum_count=5, intervals=False)
    full = frequencies(corpus, by="year", n=2, minimum_count=5)
    pd.testing.assert_frame_equal(plain[["group", "term", "count", "texts"]], full[["group", "term", "count", "texts"]])


def test_a_shard_is_a_run_of_texts_with_the_lexicon_of_the_whole(corpus, parted):
    for first, stop in parted.shard_runs:
        shard, alone = parted.part(first, stop), corpus.select(corpus.documents.index[first:stop])
        assert shard.document_ids == alone.document_ids and shard.run == slice(first, stop)
        assert shard.terms is corpus.terms and shard.n_paragraphs == alone.n_paragraphs
        assert np.array_equal(shard.words_by_paragraph, alone.words_by_paragraph)
        for name in ("start", "document_starts", "paragraph_starts", "sentence_starts"):
            assert np.array_equal(getattr(shard.tokens, name), getattr(alone.tokens, name)), name
        assert shard.forms[shard.tokens.form].tolist() == alone.forms[alone.tokens.form].tolist()
        assert shard.terms[shard.words.term].tolist() == alone.terms[alone.words.term].tolist()


@pytest.mark.parametrize("query", ["trust", "trust deficit", "political trust|trust*", "nothing at all"])
def test_hits_of_shards_are_those_of_the_whole(corpus, parted, query):
    found = find(corpus, query)
    parts = [(shard.tokens, find(shard, query), shard) for shard in each_shard(parted, lambda shard: shard)]
    moved, first = [], 0
    for tokens, hits, _ in parts:
        moved += (hits.position + first).tolist()
        first += len(tokens)
    assert moved == found.position.tolist()
    assert [bool(each) for _, hits, shard in parts for each in quoted(shard, hits)] == quoted(corpus, found).tolist()


def test_a_long_text_is_a_shard_of_its_own():
    assert runs_of(np.array([0, 10, 10, 95, 100, 101]), 20) == [(0, 2), (2, 3), (3, 5)]
    assert runs_of(np.array([0]), 20) == [(0, 0)]


def test_texts_without_words_are_in_a_shard(monkeypatch):
    monkeypatch.setattr(shards, "TOKENS", 2)
    corpus = Corpus.from_texts({"a": "", "b": "one two", "c": "", "d": "two three", "e": ""})
    assert units(corpus, 2).by_document.toarray().tolist() == [[0, 0], [1, 0], [0, 0], [0, 1], [0, 0]]
    assert units(Corpus([])).by_document.shape == (0, 0)
