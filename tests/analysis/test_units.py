"""Counts by group, and cells of a sparse matrix."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from analysis import Corpus
from analysis.metadata import group_documents
from analysis.sparse import values_at


@pytest.mark.parametrize("seed", range(10))
def test_cells_are_those_of_the_whole_matrix(seed):
    dice = np.random.default_rng(seed)
    table = dice.integers(0, 4, (6, 9)) * (dice.random((6, 9)) < 0.5)
    table[2] = 0
    rows, columns = dice.integers(0, 6, 40), dice.integers(0, 9, 40)
    assert values_at(csr_array(table), rows, columns).tolist() == table[rows, columns].tolist()
    assert values_at(csr_array(table), rows[:0], columns[:0]).tolist() == []


def test_counts_by_group_are_kept_for_each_way_to_group():
    corpus = Corpus.from_texts({"a": "one two", "b": "two", "c": "two three"})
    counted = corpus.words_and_numbers
    corpus.documents["side"] = ["x", "y", "x"]
    first = counted.by_group(group_documents(corpus.documents, "side"))
    corpus.documents["side"] = ["x", "y", "y"]
    second = counted.by_group(group_documents(corpus.documents, "side"))
    assert (first.toarray().tolist(), second.toarray().tolist()) == ([[1, 1, 2], [0, 0, 1]], [[1, 0, 1], [0, 1, 2]])
    assert counted.by_group(group_documents(corpus.documents, "corpus")).toarray().tolist() == [[1, 1, 3]]
    assert corpus.terms.tolist() == ["one", "three", "two"]
