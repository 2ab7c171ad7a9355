"""The compiled way finds what the plain way finds: the same forms, places, paragraphs and sentences."""

import random
import re
import subprocess
import sys

import numpy as np
import pytest

from analysis import Corpus, Tokenization
from analysis import tokenize as module
from analysis.code_points import BEYOND, letter_classes
from analysis.sentences import ABBREVIATIONS, BEFORE_FIGURE, SENTENCE_OPENERS
from analysis.texts.blocks import Block, Text
from analysis.tokens import FOREIGN as FOREIGN_SCRIPTS

from ..conftest import ROOT

pytest.importorskip("numba")

SIGNS = [*list(".!?…,;:-–—'’‘\"“”«»()[]¿¡_·%"), " ", "  ", "\xa0", "\u2009", "\t", "\x85"]
LETTERS = [*list("abcdilLzABCXZéßøŁœΣσЖжİıǅªº²½٣१"), "ﬁ", "\u200b", "\ufeff"]
WORDS = [*ABBREVIATIONS, *BEFORE_FIGURE, *SENTENCE_OPENERS, "U.S.", "a.m.", "win-win", "China’s", "3.5", "1,000", "x_y"]
FOREIGN = ["信任", "e\u0301", "\u200d", "中", "。", "שלום", "col·lega", "😀", "ไทย"]


def nonsense(seed: int, *kinds: list[str]) -> str:
    """Random text, thick with what the rules look at."""
    dice = random.Random(seed)
    return "".join(dice.choice(dice.choice(kinds)) for _ in range(dice.randint(0, 60)))


def both(blocks: list[str], monkeypatch, chunk: int = module.CHUNK, **options: str) -> list[Corpus]:
    """The same corpus, tokenised the plain way and the compiled way."""
    texts = [Text("a", tuple(Block("body", block) for block in blocks)), Text("b", (Block("body", "The end."),))]
    made = []
    for letters in (10**9, 0):
        monkeypatch.setattr(module, "COMPILED_FROM", letters)
        monkeypatch.setattr(module, "CHUNK", chunk)
        made.append(Corpus(texts, tokenization=Tokenization(**options)))
    return made


def assert_same(plain: Corpus, compiled: Corpus) -> None:
    assert plain.forms.tolist() == compiled.forms.tolist()
    assert plain.terms.tolist() == compiled.terms.tolist()
    for name, array in vars(plain.tokens).items():
        other = getattr(compiled.tokens, name)
        assert array.dtype == other.dtype and np.array_equal(array, other), name
    assert plain.fingerprint == compiled.fingerprint


@pytest.mark.parametrize("seed", range(40))
def test_both_ways_agree_on_what_the_compiled_one_knows(seed, monkeypatch):
    blocks = [nonsense(1000 * seed + number, SIGNS, LETTERS, WORDS, [" ", ". "]) for number in range(60)]
    assert_same(*both(blocks, monkeypatch, chunk=700))


@pytest.mark.parametrize("seed", range(10))
def test_both_ways_agree_where_paragraphs_are_left_to_the_plain_one(seed, monkeypatch):
    blocks = [
        nonsense(seed + number, SIGNS, LETTERS, WORDS, [" "], FOREIGN * (number % 3 == 0) or [" "])
        for number in range(60)
    ]
    assert_same(*both(blocks, monkeypatch, chunk=500))


def test_both_ways_agree_on_the_bundled_texts(corpus, monkeypatch):
    blocks = [block.text for text in corpus.texts() for block in text.blocks]
    assert_same(*both(blocks, monkeypatch))
    assert_same(*both(blocks, monkeypatch, case="keep", possessives="keep"))


def test_more_forms_than_there_is_room_for_at_first(monkeypatch):
    dice = random.Random(1)
    blocks = [" ".join(f"{dice.getrandbits(64):x}z" for _ in range(2_000)) for _ in range(60)]
    plain, compiled = both(blocks, monkeypatch, chunk=50_000)
    assert_same(plain, compiled)
    assert len(compiled.forms) > 1 << 16


@pytest.mark.parametrize("blocks", [[], [""], ["…"], ["", "a", ""], ["信任"], ["x" * 600_000, "y"], ["a1é2" * 9_000]])
def test_both_ways_agree_on_next_to_nothing(blocks, monkeypatch):
    assert_same(*both(blocks, monkeypatch))


def test_classes_are_those_of_python():
    dice = random.Random(2)
    for code in dice.sample(range(len(letter_classes())), 2_000):
        bits = int(letter_classes()[code])
        letter = chr(code)
        if bits & BEYOND:
            assert bits == BEYOND and (code >= 0x2C00 or re.fullmatch(FOREIGN_SCRIPTS, letter))
            continue
        assert bool(bits & 1) == bool(re.fullmatch(r"[^\W\d_]", letter))
        assert bool(bits & 8) == letter.isspace() == bool(re.fullmatch(r"\s", letter))


def test_forms_of_a_paragraph_begun_and_left_to_the_plain_way_are_not_in_the_lexicon(monkeypatch):
    plain, compiled = both(["only here a cómbined col·lecció", "there 𝒜 there", "here", "there"], monkeypatch)
    assert_same(plain, compiled)


def test_few_letters_are_not_worth_loading_it(monkeypatch):
    monkeypatch.setattr(module, "_compiled", lambda *_: pytest.fail("compiled for a small corpus"))
    Corpus.from_texts({"a": "Trust takes time."})


def test_the_bundled_texts_need_no_compiler_and_no_cluster():
    code = (
        "import sys, analysis; corpus = analysis.load_corpus('data/texts'); analysis.keywords(corpus); "
        "analysis.concordance(corpus, 'trust'); "
        "print([name for name in ('numba', 'llvmlite', 'dask', 'distributed') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
