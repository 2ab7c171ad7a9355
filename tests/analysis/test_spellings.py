"""A lexicon as a search sees it."""

import re

import pytest

from analysis import Corpus


@pytest.mark.parametrize("piece", ["trust", "t", "'s", "win", "-", "nowhere", "é"])
@pytest.mark.parametrize("case_sensitive", [True, False])
def test_looking_for_a_piece_first_changes_nothing(corpus, piece, case_sensitive):
    spellings = corpus.spellings(case_sensitive=case_sensitive)
    matches = re.compile(f".*{re.escape(piece)}.*").fullmatch
    assert spellings.matching(matches, piece).tolist() == spellings.matching(matches).tolist()


def test_a_lexicon_without_words_matches_nothing():
    spellings = Corpus.from_texts({"a": ""}).spellings(case_sensitive=False)
    assert spellings.matching(re.compile("a").fullmatch, "a").tolist() == []
