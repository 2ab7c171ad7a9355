"""Sequences of words: against a slow loop and the counts of another program."""

from collections import Counter

import numpy as np
import pytest

from analysis import Corpus, OptionError, distinctive_terms, frequencies, keywords
from analysis.frequency import count_matrix
from analysis.metadata import group_documents
from analysis.ngrams import LENGTHS, ngram_ids, numbered, units

from .oracle import document_id
from .tables import rows


def slow(corpus: Corpus, n: int) -> Counter:
    words = corpus.words
    counted = Counter()
    for first, last in zip(words.paragraph_starts[:-1], words.paragraph_starts[1:], strict=True):
        terms = corpus.terms[words.term[first:last]].tolist()
        counted.update(" ".join(terms[place : place + n]) for place in range(len(terms) - n + 1))
    return counted


@pytest.mark.parametrize("n", LENGTHS)
def test_every_sequence_is_counted(corpus, n):
    found = units(corpus, n)
    names = found.names(np.arange(len(found)))
    totals = np.asarray(found.counts.sum(axis=0)).ravel()
    counted = {name: count for name, count in zip(names, totals, strict=True) if not name[:1].isdigit()}
    assert counted == slow(corpus, n)


@pytest.mark.parametrize("row", [row for row in rows("oracle_values.tsv") if row["statistic"].startswith("repeated 5")],
                         ids=lambda row: row["item"])  # fmt: skip
def test_repeated_sequences_are_those_of_another_program(reference_corpus, row):
    counted = slow(reference_corpus.select([document_id(row["item"])]), 5)
    found = units(reference_corpus.select([document_id(row["item"])]), 5)
    repeated = np.flatnonzero(found.counts.sum(axis=0) > 1)
    assert len(repeated) == int(row["value"].split(":")[0])
    for example in row["value"].split(": ")[1].split(" / "):
        name, count = example.rsplit(" x", 1)
        assert counted[name] == int(count) and name in set(found.names(repeated))


def test_sequences_stay_in_their_paragraph_and_skip_numbers():
    corpus = Corpus.from_texts({"a": "one two 2014 three\nfour", "b": "five"})
    found = units(corpus, 2)
    assert found.names(np.arange(len(found))).tolist() == ["one two", "two three"]
    assert found.counts.toarray().tolist() == [[1, 1], [0, 0], [0, 0]]


def test_sequences_are_in_alphabetical_order_word_by_word():
    corpus = Corpus.from_texts({"a": "b a b b a a c"})
    found = units(corpus, 2)
    assert found.names(np.arange(len(found))).tolist() == ["a a", "a b", "a c", "b a", "b b"]
    starts, ids = ngram_ids(corpus, 2)
    assert starts.tolist() == [0, 1, 2, 3, 4, 5] and ids.tolist() == [3, 1, 4, 3, 0, 2]


@pytest.mark.parametrize("text", ["", "one", "2014 2015 2016"])
def test_too_few_words_make_no_sequence(text):
    corpus = Corpus.from_texts({"a": text})
    assert len(units(corpus, 2)) == 0
    assert frequencies(corpus, n=2).empty


def test_counts_by_group_are_sums_over_paragraphs(corpus):
    groups = group_documents(corpus.documents, "year")
    for n in (1, 3):
        counted = units(corpus, n)
        matrix = count_matrix(corpus, groups, counted)
        assert matrix.shape == (4, len(counted))
        assert matrix.sum(axis=0).tolist() == np.asarray(counted.counts.sum(axis=0)).ravel().tolist()


def test_keyness_of_phrases_uses_the_same_cells_as_of_words(corpus):
    table = keywords(corpus, n=2, minimum_count=5).set_index(["group", "term"])
    row = table.loc[("sun-2024", "trust deficit")]
    assert (row["count"], row["reference_count"], row["words"]) == (16, 1, 8125)
    assert row["log_ratio"] == pytest.approx(np.log2((16 / 8125) / (1 / 6337)))


def test_phrases_have_tfidf(corpus):
    table = distinctive_terms(corpus, n=2).set_index(["group", "term"])
    assert table.loc[("duan-2022", "one belt"), "tfidf"] == pytest.approx(16 / 1968 * np.log(5))


@pytest.mark.parametrize("n", [0, 7, 1.5, "2"])
def test_other_lengths_are_refused(corpus, n):
    with pytest.raises(OptionError, match="n must be one of: 1, 2, 3, 4, 5, 6"):
        units(corpus, n)


def test_no_sequence_of_that_length_is_no_error():
    corpus = Corpus.from_texts({"a": "one two", "b": "three"})
    assert keywords(corpus, n=5).empty and distinctive_terms(corpus, n=5).empty


@pytest.mark.parametrize("bound", [7, 1000, 2**40, 2**63])
@pytest.mark.parametrize("size", [0, 1, 2, 500])
def test_values_are_numbered_as_numpy_numbers_them(size, bound):
    values = np.random.default_rng(size).integers(0, bound, size)
    values[: size // 2] = values[size // 2 : size // 2 * 2]
    _, first, ids = np.unique(values, return_index=True, return_inverse=True)
    found = numbered(values, bound)
    assert found[0].tolist() == ids.tolist() and found[1].tolist() == first.tolist()


@pytest.mark.parametrize("n", [1, 2, 3])
def test_units_are_counted_alike_by_paragraph_by_document_and_in_all(corpus, n):
    counted = units(corpus, n)
    assert counted.counts.sum(axis=0).tolist() == counted.by_document.sum(axis=0).tolist() == counted.totals.tolist()
    assert (counted.by_document > 0).sum(axis=0).tolist() == counted.document_frequency.tolist()
    if n > 1:
        alone = [sum(slow(corpus.select([document]), n).values()) for document in corpus.documents.index]
        assert counted.by_document.sum(axis=1).tolist() == alone
