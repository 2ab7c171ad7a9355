"""Passages: whole sentences of one paragraph, of a readable length, and every text has some."""

import numpy as np
import pytest

from analysis import Corpus, OptionError, cut_passages
from analysis.passages import LONGEST


@pytest.mark.parametrize("unit", ["run", "paragraph"])
def test_no_word_is_in_two_passages_and_none_leaves_its_paragraph(corpus, unit):
    cut = cut_passages(corpus, unit, minimum_words=1)
    assert cut.words.sum() == corpus.documents["n_words"].sum()
    assert (cut.first[1:] >= cut.stop[:-1]).all()
    assert (corpus.tokens.paragraph[cut.first] == corpus.tokens.paragraph[cut.stop - 1]).all()
    assert all("\n" not in cut.text(corpus, number) for number in range(len(cut)))


def test_runs_have_a_readable_length(corpus):
    words = cut_passages(corpus).words
    assert words.max() <= LONGEST and words.min() >= 20
    assert np.percentile(words, 75) >= 60


def test_runs_begin_and_end_with_their_sentences(corpus):
    cut = cut_passages(corpus)
    texts = [cut.text(corpus, number) for number in range(len(cut))]
    assert all(text == text.strip() and not text[0].islower() for text in texts)
    assert sum(text[-1] in '.”"?!:;)]' or text[-1].isdigit() for text in texts) >= len(texts) - 3


def test_a_run_takes_the_quotation_mark_before_it_along():
    sentence = "“One word after another makes a sentence of some length here.” "
    corpus = Corpus.from_texts({"a": sentence * 14})
    cut = cut_passages(corpus)
    assert len(cut) == 2 and all(cut.text(corpus, number)[0] == "“" for number in range(2))
    assert all(cut.text(corpus, number)[-1] == "”" for number in range(2))


def test_a_sentence_that_never_ends_is_one_passage():
    assert cut_passages(Corpus.from_texts({"a": "word " * 400})).words.tolist() == [400]


def test_a_text_of_short_paragraphs_keeps_its_longest():
    corpus = Corpus.from_texts({"a": "one two three\nfour five", "b": "word " * 30})
    assert cut_passages(corpus).words.tolist() == [3, 30]


def test_texts_without_a_word_have_no_passage():
    assert len(cut_passages(Corpus.from_texts({"a": "1 2 3", "b": ""}))) == 0


def test_an_unknown_unit_is_refused(corpus):
    with pytest.raises(OptionError, match="unit must be one of: run, paragraph"):
        cut_passages(corpus, "page")
