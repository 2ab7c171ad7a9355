"""Lines made tidy, text by text and in one pass over many: the same."""

import random
import sys
import unicodedata

import pytest

from analysis import Corpus
from analysis.texts import tidy_texts as module
from analysis.texts.blocks import plain_words
from analysis.texts.tidy_texts import tidy_texts

pytest.importorskip("numba")
from analysis.texts.tidy_pass import tidy_together

BLANKS = [chr(code) for code in range(0x10000) if chr(code).isspace()]
LETTERS = ["a", "B", "é", "’", "—", "“", "信", "ж", "ω", "7", "-", "\u200b"]
# Composing changes these, or what stands before them; the last have more than two bytes.
COMPOSED = ["e\u0301", "\u212b", "ᄒ\u1161\u11ab", "\u0958", "\u2000", "\u1e9b\u0323", "𝒜", "\U0001f600"]


@pytest.fixture(autouse=True)
def compiled(monkeypatch):
    monkeypatch.setattr(module, "COMPILED_FROM", 1)


def nonsense(dice: random.Random, signs: list[str], most: int = 60) -> str:
    return "".join(dice.choice(signs) for _ in range(dice.randrange(most)))


@pytest.mark.parametrize("chunk", [1, 200, 10**6])
@pytest.mark.parametrize(
    "signs",
    [["a", " ", "\n"], ["a", "b", " ", " ", "\r\n", "\n"], [*LETTERS, " ", "\n"], [*LETTERS, *BLANKS], [*LETTERS, *BLANKS, *COMPOSED]],
    ids=["plain", "windows", "letters", "blanks", "composed"],
)  # fmt: skip
def test_both_ways_agree(signs, chunk, monkeypatch):
    monkeypatch.setattr(module, "CHUNK", chunk)
    dice = random.Random(str(signs))
    texts = [nonsense(dice, signs) for _ in range(400)]
    assert tidy_texts(texts) == list(map(plain_words, texts))


def test_both_ways_agree_on_every_letter():
    letters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    texts = [f" {letter}e{letter}{letter} {letter}\n{letter}x" for letter in [*letters[:0x3100], *letters[0x3100::97]]]
    assert tidy_texts(texts) == list(map(plain_words, texts))


def test_halves_of_pairs_are_left_to_the_plain_way():
    texts = ["a \ud800 b", "a  b\n", "\udc00"]
    assert tidy_together(texts) == [None, "a b", None]
    assert tidy_texts(texts) == list(map(plain_words, texts))


@pytest.mark.parametrize("text", ["One two.\n\n Three\t four. \n", "“Curly” — and 3 × ½ …"])
def test_what_most_texts_hold_is_known(text):
    assert tidy_together([text]) == [plain_words(text)]


def test_no_letter_that_is_known_is_changed_by_one_before_it():
    from analysis.texts.tidy_pass import _kinds

    known = [chr(code) for code in range(0x2C00) if _kinds()[code] != 3]
    text = "".join(known)
    # Whatever stands before, nothing of it is composed with what follows.
    assert unicodedata.normalize("NFC", text) == text
    for before in "aAeEoOuUnN<>=ᄀ가ଁகೆෙဥ":
        assert all(unicodedata.normalize("NFC", before + letter) == before + letter for letter in known)


def test_a_corpus_is_the_same_either_way(corpus, monkeypatch):
    texts = {text.document_id: "\n".join(block.text for block in text.blocks) for text in corpus.texts()}
    one = Corpus.from_texts(texts)
    monkeypatch.setattr(module, "COMPILED_FROM", 10**9)
    assert Corpus.from_texts(texts).fingerprint == one.fingerprint


def test_few_letters_are_not_worth_loading_it(monkeypatch):
    monkeypatch.setattr(module, "COMPILED_FROM", 6_000_000)
    monkeypatch.setattr(module, "compiled_available", lambda: pytest.fail("asked for few letters"))
    assert tidy_texts(["a  b"]) == ["a b"]
