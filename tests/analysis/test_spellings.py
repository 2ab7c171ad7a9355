"""A lexicon as a search sees it."""

import re

import pytest

from analysis import Corpus


@pytest.mark.parametrize("piece", ["trust", "t", "'s", "win", "-", "nowhere", "é"])
@pytest.mark.parametrize("case_sensitive", [True, False])
def test_looking_for_a_piece_first_changes_nothing(corpus, piece, case_sensitive):
    spellings = corpus.spellings(case_sensitive=case_sensitive)
    matches = re.compile(f".*{re.escape(piece)}.*").fullmatch
    assert spellings.matching(matches, piece).ids.tolist() == spellings.matching(matches).ids.tolist()


@pytest.mark.parametrize("word", ["trust", "win", "win-win", "china", "china's", "s", "nowhere"])
@pytest.mark.parametrize("compounds", [True, False])
def test_a_word_is_found_by_itself_and_among_the_parts_of_compounds(corpus, word, compounds):
    spellings = corpus.spellings(case_sensitive=False)
    pattern = rf"(?:.*[-'])?(?:{word})(?:[-'].*)?" if compounds else word
    expected = spellings.matching(re.compile(pattern).fullmatch).ids.tolist()
    assert spellings.of_spelling(word, compounds=compounds).ids.tolist() == expected


def test_a_lexicon_without_words_matches_nothing():
    spellings = Corpus.from_texts({"a": ""}).spellings(case_sensitive=False)
    assert spellings.matching(re.compile("a").fullmatch, "a").ids.tolist() == []
