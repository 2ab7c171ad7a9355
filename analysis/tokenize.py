"""From texts to the lexicon and the stream: paragraph by paragraph in Python, or compiled where there is much of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

import numpy as np

from .sentences import sentence_starts
from .stream import TokenStream, locked
from .texts.blocks import Text, block_starts
from .tokens import Tokenization

# From so many letters on, the compiled way is faster although its libraries must be loaded first.
COMPILED_FROM = 6_000_000
# So many are scanned at a time: an array of code points takes four bytes a letter.
CHUNK = 4_000_000


@dataclass(frozen=True, eq=False)
class _Found:
    """Tokens of some paragraphs. form: number in `forms`, which holds each once, in any order; start, end: in the
    document's text; opens: does a sentence begin with it; counts: tokens of each paragraph."""

    forms: list[str]
    form: np.ndarray
    start: np.ndarray
    end: np.ndarray
    opens: np.ndarray
    counts: np.ndarray


def tokenize(
    texts: Iterable[Text], tokenization: Tokenization, roles: Collection[str]
) -> tuple[np.ndarray, TokenStream]:
    """The lexicon (every distinct form, sorted) and the stream of the blocks of these roles.

    A block without a token is no paragraph; paragraphs, sentences and documents begin at tokens.
    """
    blocks, offsets, sizes = [], [], []
    for text in texts:
        before = len(blocks)
        for offset, block in zip(block_starts(text), text.blocks, strict=True):
            if block.role in roles:
                blocks.append(block.text)
                offsets.append(offset)
        sizes.append(len(blocks) - before)
    much = sum(map(len, blocks)) >= COMPILED_FROM and compiled_available()
    found = (_compiled if much else _plain)(blocks, offsets, tokenization)
    lexicon = locked(np.array(sorted(found.forms), dtype=object))
    numbers = {form: number for number, form in enumerate(lexicon)}
    new = np.array([numbers[form] for form in found.forms], np.int32)
    ends = np.cumsum([0, *found.counts])
    return lexicon, TokenStream(
        new[found.form] if len(new) else found.form,
        found.start,
        found.end,
        ends[np.cumsum([0, *sizes])],
        np.append(ends[:-1][found.counts > 0], ends[-1]),
        np.append(np.flatnonzero(found.opens), ends[-1]),
    )


@cache
def compiled_available() -> bool:
    """Is numba installed?"""
    return find_spec("numba") is not None


def _plain(blocks: Sequence[str], offsets: Sequence[int], tokenization: Tokenization) -> _Found:
    numbers: dict[str, int] = {}
    form: list[int] = []
    spans: list[tuple[int, int]] = []
    opens: list[int] = []
    counts = np.zeros(len(blocks), np.int64)
    for paragraph, (block, offset) in enumerate(zip(blocks, offsets, strict=True)):
        found = tokenization.spans(block)
        if not found:
            continue
        first = np.searchsorted([start for start, _ in found], sentence_starts(block))
        opens += [len(form) + int(token) for token in np.unique(first) if token < len(found)]
        form += [numbers.setdefault(block[start:end], len(numbers)) for start, end in found]
        spans += [(start + offset, end + offset) for start, end in found]
        counts[paragraph] = len(found)
    begins = np.zeros(len(form), bool)
    begins[opens] = True
    start, end = np.array(spans, np.int32).reshape(-1, 2).T.copy()
    return _Found(list(numbers), np.array(form, np.int32), start, end, begins, counts)


def _compiled(blocks: Sequence[str], offsets: Sequence[int], tokenization: Tokenization) -> _Found:
    from .code_points import code_points
    from .scanner import LEFT_OUT, Vocabulary, scan

    known, parts = Vocabulary(), []
    for chunk in _chunks(blocks):
        here, there = blocks[chunk], np.array(offsets[chunk], np.int64)
        bounds = np.cumsum([0, *map(len, here)])
        form, start, end, opens, counts = scan(code_points("".join(here)), bounds, there, known)
        parts.append(_Found([], form, start, end, opens, counts))
    scanned = _Found(known.forms(), *(np.concatenate([getattr(part, name) for part in parts]) for name in _ARRAYS))
    left = np.flatnonzero(scanned.counts == LEFT_OUT)
    if not len(left):
        return scanned
    plain = _plain([blocks[place] for place in left], [offsets[place] for place in left], tokenization)
    return _merged(scanned, plain, left)


_ARRAYS = ("form", "start", "end", "opens", "counts")


def _chunks(blocks: Sequence[str]) -> Iterator[slice]:
    """Slices of the paragraphs that hold about CHUNK letters each."""
    first, letters = 0, 0
    for place, block in enumerate(blocks):
        letters += len(block)
        if letters >= CHUNK or place == len(blocks) - 1:
            yield slice(first, place + 1)
            first, letters = place + 1, 0


def _merged(scanned: _Found, plain: _Found, left: np.ndarray) -> _Found:
    """Both in the order of the text. left: the paragraphs that were found the plain way."""
    forms = list(dict.fromkeys([*scanned.forms, *plain.forms]))
    number = {form: place for place, form in enumerate(forms)}
    counts = scanned.counts.copy()
    counts[left] = plain.counts
    is_plain = np.zeros(len(counts), bool)
    is_plain[left] = True
    of_token = np.repeat(is_plain, counts)
    again = np.array([number[form] for form in plain.forms], np.int32)
    merged = {}
    for name in _ARRAYS[:-1]:
        both = np.empty(len(of_token), getattr(scanned, name).dtype)
        both[~of_token] = getattr(scanned, name)
        both[of_token] = again[plain.form] if name == "form" and len(again) else getattr(plain, name)
        merged[name] = both
    return _Found(forms, **merged, counts=counts)
