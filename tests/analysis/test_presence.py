"""Which paragraphs and windows hold which words."""

from itertools import pairwise

import numpy as np
import pytest

from analysis import Corpus, OptionError
from analysis.presence import boolean_documents

WORDS = ["trust", "global", "countries", "china", "deficit", "snow", "nowhere"]


def paragraphs_of(corpus: Corpus) -> list[list[str]]:
    """The words of each paragraph."""
    words = corpus.words
    starts = words.paragraph_starts.tolist()
    return [corpus.terms[words.term[start:end]].tolist() for start, end in pairwise(starts)]


def windows(paragraph: list[str], size: int) -> list[list[str]]:
    return [paragraph[start : start + size] for start in range(max(len(paragraph) - size + 1, 1))]


def forgetful(paragraph: list[str], size: int, words: list[str]) -> list[list[bool]]:
    """The windows of gensim 4.4.0, step by step: the word that leaves is struck out, though it may stand there again."""
    rows, standing = [], set()
    for number, window in enumerate(windows(paragraph, size)):
        standing = set(window) if number == 0 else (standing - {paragraph[number - 1]}) | {window[-1]}
        rows.append([word in standing for word in words])
    return rows


def test_the_documents_are_the_paragraphs(reference_corpus):
    expected = [[word in paragraph for word in WORDS] for paragraph in paragraphs_of(reference_corpus)]
    found = boolean_documents(reference_corpus, WORDS)
    assert found.shape == (201, 7) and found.dtype == bool
    assert found.tolist() == expected


@pytest.mark.parametrize("size", [2, 3, 10, 110, 100_000])
def test_the_documents_are_every_run_of_so_many_words_of_a_paragraph(reference_corpus, size):
    expected = [
        [word in window for word in WORDS]
        for paragraph in paragraphs_of(reference_corpus)
        for window in windows(paragraph, size)
    ]
    assert boolean_documents(reference_corpus, WORDS, window=size).tolist() == expected


@pytest.mark.parametrize("size", [2, 10, 110])
def test_the_windows_of_the_other_program_forget_a_word_that_is_there_twice(reference_corpus, size):
    expected = [row for paragraph in paragraphs_of(reference_corpus) for row in forgetful(paragraph, size, WORDS)]
    assert boolean_documents(reference_corpus, WORDS, window=size, window_rule="gensim").tolist() == expected


def test_windows_stay_inside_a_paragraph():
    corpus = Corpus.from_texts({"a": "trust builds order\nglobal trust", "b": "order"})
    found = boolean_documents(corpus, ["trust", "order", "global"], window=2)
    assert found.astype(int).tolist() == [[1, 0, 0], [0, 1, 0], [1, 0, 1], [0, 1, 0]]


def test_a_paragraph_as_long_as_the_window_is_one_window():
    corpus = Corpus.from_texts({"a": "trust builds order"})
    for size in (3, 4):
        assert boolean_documents(corpus, ["trust", "order"], window=size).tolist() == [[True, True]]


def test_numbers_are_no_words_and_a_paragraph_of_numbers_is_no_document():
    corpus = Corpus.from_texts({"a": "trust 2014 order\n2014 2015"})
    assert boolean_documents(corpus, ["trust", "2014"]).tolist() == [[True, False]]
    assert boolean_documents(corpus, ["trust", "order"], window=2).tolist() == [[True, True]]


@pytest.mark.parametrize("window", ["paragraph", 10])
@pytest.mark.parametrize("texts", [{}, {"a": ""}, {"a": "2014"}])
def test_without_words_there_are_no_documents(texts, window):
    assert boolean_documents(Corpus.from_texts(texts), ["trust"], window=window).shape == (0, 1)


@pytest.mark.parametrize("window", ["paragraph", 2])
def test_no_words_asked_for_are_no_columns(window):
    corpus = Corpus.from_texts({"a": "trust order"})
    assert boolean_documents(corpus, [], window=window).shape == (1, 0)


def test_any_script_can_be_asked_for():
    corpus = Corpus.from_texts({"a": "доверие мир", "b": "доверие"})
    assert boolean_documents(corpus, ["мир", "доверие"]).tolist() == [[True, True], [False, True]]


def test_the_corpus_is_left_as_it_was(reference_corpus):
    before = reference_corpus.counts_by_paragraph.data.copy()
    boolean_documents(reference_corpus, WORDS)[:] = True
    assert np.array_equal(reference_corpus.counts_by_paragraph.data, before)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"window": 1}, "window must be at least 2"),
        ({"window": "sentence"}, "window must be one of: paragraph"),
        ({"window": 10, "window_rule": "other"}, "boolean, gensim"),
    ],
)
def test_impossible_options_are_refused(reference_corpus, options, says):
    with pytest.raises(OptionError, match=says):
        boolean_documents(reference_corpus, WORDS, **options)
