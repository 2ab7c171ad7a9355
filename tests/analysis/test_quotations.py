"""Passages in quotation marks, straight and curly, and the hits inside them."""

import pytest

from analysis import Corpus, concordance, find
from analysis.frequency import query_frequencies
from analysis.quotations import quotation_spans, quoted


def spans(text: str) -> list[str]:
    return [text[start:end] for start, end in quotation_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no marks", []),
        ("", []),
        ('he said "yes" and "no"', ['"yes"', '"no"']),
        ("he said “yes” and ‘no’.", ["“yes”", "‘no’"]),
        ('questions: "Whose?", "Who?", and "What?"', ['"Whose?"', '"Who?"', '"What?"']),
        ("the ‘Belt and Road’ of China’s", ["‘Belt and Road’"]),
        ("don’t and countries’ and won't", []),
        ("‘a country’s right’ said", ["‘a country’s right’"]),
        ('"all of it"', ['"all of it"']),
        ('("in brackets")', ['("in brackets")'[1:-1]]),
        ('time—"Which way?"—he asked', ['"Which way?"']),
        ("“outer ‘inner’ outer”", ["“outer ‘inner’ outer”"]),
        ("„deutsch“ und «français» 「日本」", ["„deutsch“", "«français»", "「日本」"]),
        # A stray mark quotes nothing and spoils nothing.
        ('"About many along the "Belt and Road" and on', ['"Belt and Road"']),
        ('a stray "mark', []),
        ('a stray" mark and "a pair"', ['"a pair"']),
        ("a stray “mark and “a pair”", ["“a pair”"]),
        ("a stray mark” alone", []),
    ],
)
def test_marks_are_paired(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(("word", "inside", "hits"), [("should", 3, 6), ("must", 1, 14), ("we", 4, 6)])
def test_other_voices_in_the_text_of_sun(corpus, word, inside, hits):
    lines = concordance(corpus.select(["sun-2024"]), word)
    assert (int(lines["quoted"].sum()), len(lines)) == (inside, hits)


def test_a_quotation_never_crosses_a_paragraph():
    corpus = Corpus.from_texts({"a": 'he said "trust\ntrust" and trust'})
    assert quoted(corpus, find(corpus, "trust")).tolist() == [False, False, False]


def test_hits_in_quotation_marks_can_be_left_out(corpus):
    counts = [
        query_frequencies(corpus, ["should", "must"], quotations=quotations).set_index(["group", "term"])["count"]
        for quotations in (True, False)
    ]
    assert [[count.loc[("sun-2024", word)] for word in ("should", "must")] for count in counts] == [[6, 14], [3, 13]]


def test_nothing_found_is_nowhere():
    corpus = Corpus.from_texts({"a": "“trust”"})
    assert quoted(corpus, find(corpus, "absent")).tolist() == []
    assert quoted(corpus, find(corpus, "trust")).tolist() == [True]


def test_every_hit_of_a_common_word_is_judged_as_alone(corpus):
    hits = find(corpus, "the")
    together = quoted(corpus, hits)
    rows = range(0, len(hits), 37)
    assert together[rows].tolist() == [quoted(corpus, hits.take([row]))[0] for row in rows]
    assert 0 < together.sum() < len(hits) / 10
