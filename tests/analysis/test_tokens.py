"""Text to tokens, tokens to terms."""

import re
from itertools import pairwise

import pytest

from analysis import REFERENCE, OptionError, Tokenization
from analysis.tokens import is_number


def forms(text: str) -> list[str]:
    return [text[start:end] for start, end in Tokenization().spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" — … !? ", []),
        ("Mutual trust.", ["Mutual", "trust"]),
        ("win-win", ["win-win"]),
        ("the twenty-first-century road", ["the", "twenty-first-century", "road"]),
        ("China–US — and", ["China", "US", "and"]),
        ("China’s China's", ["China’s", "China's"]),
        ("countries' ‘Belt’", ["countries", "Belt"]),
        ("-led co-", ["led", "co"]),
        ("U.S. and U.N.-led", ["U.S.", "and", "U.N.", "led"]),
        ("the U.S.", ["the", "U.S."]),
        ("e.g. this", ["e.g.", "this"]),
        ("end. Begin", ["end", "Begin"]),
        ("a. b", ["a", "b"]),
        ("2,500 and 2.9% in 2014.", ["2,500", "and", "2.9", "in", "2014"]),
        ("21st G7 COVID-19", ["21", "st", "G", "7", "COVID", "19"]),
        ("snake_case", ["snake", "case"]),
        ("Détente naïve", ["Détente", "naïve"]),
        ("简体 繁體", ["简体", "繁體"]),
        ("мир", ["мир"]),
    ],
)
def test_tokens_of_a_text(text, found):
    assert forms(text) == found


@pytest.mark.parametrize(
    ("form", "term"),
    [
        ("China", "china"),
        ("China’s", "china"),
        ("CHINA'S", "china"),
        ("Xi’s", "xi"),
        ("it’s", "it's"),
        ("It's", "it's"),
        ("that's", "that's"),
        ("let’s", "let's"),
        ("don’t", "don't"),
        ("U.S.", "u.s."),
        ("Win-win", "win-win"),
        ("2,500", "2,500"),
        ("Détente", "détente"),
    ],
)
def test_terms_fold_case_and_drop_possessives(form, term):
    assert Tokenization().term(form) == term


@pytest.mark.parametrize(
    "form", "it's he's she's that's this's what's who's where's when's how's why's there's here's let's".split()
)
def test_contractions_of_is_and_us_are_no_possessives(form):
    assert Tokenization().term(form) == form
    assert Tokenization().term(form.capitalize().replace("'", "’")) == form


def test_the_reference_keeps_possessives():
    assert REFERENCE.term("China’s") == "china's"
    assert Tokenization(possessives="keep") == REFERENCE


def test_case_can_be_kept():
    kept = Tokenization(case="keep")
    assert [kept.term(form) for form in ["China", "CHINA", "China’s", "It’s"]] == ["China", "CHINA", "China", "It's"]


@pytest.mark.parametrize("case", ["fold", "keep"])
@pytest.mark.parametrize("possessives", ["drop", "keep"])
def test_a_term_is_its_own_term(corpus, case, possessives):
    tokenization = Tokenization(case=case, possessives=possessives)
    for form in corpus.forms:
        assert tokenization.term(tokenization.term(form)) == tokenization.term(form)


@pytest.mark.parametrize("options", [{"case": "lower"}, {"possessives": "strip"}, {"case": None}])
def test_an_impossible_option_is_refused(options):
    with pytest.raises(OptionError, match="must be one of"):
        Tokenization(**options)


def test_options_and_description_tell_tokenisations_apart():
    every = [Tokenization(case, possessives) for case in ("fold", "keep") for possessives in ("drop", "keep")]
    assert len({each.describe() for each in every}) == len({str(each.options()) for each in every}) == 4


def test_spans_run_from_left_to_right_and_never_overlap(corpus):
    for document_id in corpus.documents.index:
        spans = Tokenization().spans(corpus.text(document_id))
        assert all(start < end for start, end in spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_no_letter_or_digit_stands_outside_a_token(corpus):
    for document_id in corpus.documents.index:
        text = corpus.text(document_id)
        rest = Tokenization().spans(text)
        between = [
            text[end:start] for (_, end), (start, _) in zip([(0, 0), *rest], [*rest, (len(text), 0)], strict=True)
        ]
        assert not re.search(r"[^\W_]", "".join(between))


@pytest.mark.parametrize(
    ("term", "number"), [("2014", True), ("2,500", True), ("st", False), ("g", False), ("", False)]
)
def test_numbers_begin_with_a_digit(term, number):
    assert is_number(term) is number
