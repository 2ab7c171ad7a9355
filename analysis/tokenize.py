"""From texts to the lexicon and the stream: paragraph by paragraph in Python, or compiled where there is much of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .batches import in_batches
from .compiled import compiled_available
from .progress import Progress, silent
from .sentences import sentence_starts
from .stream import TokenStream, locked, steps
from .texts.blocks import BLOCK_BREAK, AnyText
from .tokens import Tokenization

# From so many letters on, the compiled way is faster although its libraries must be loaded first.
COMPILED_FROM = 6_000_000
# So many are scanned at a time: few enough to stay in a processor's own memory while they are looked at again.
CHUNK = 1_000_000


# Of each run: its offset in its document, its words, and the number of its document.
Run = tuple[int, str, int]


@dataclass(frozen=True, eq=False)
class _Found:
    """Tokens of some paragraphs. form: number in `forms`, which holds each once, in any order; start: in the
    document's text; opens: does a sentence begin with it; counts, document: tokens and document of each paragraph."""

    forms: list[str]
    form: np.ndarray
    start: np.ndarray
    opens: np.ndarray
    counts: np.ndarray
    document: np.ndarray


def tokenize(
    texts: Iterable[AnyText], tokenization: Tokenization, roles: Collection[str], progress: Progress = silent
) -> tuple[np.ndarray, TokenStream]:
    """The lexicon (every distinct form, sorted) and the stream of the blocks of these roles.

    A block without a token is no paragraph; paragraphs, sentences and documents begin at tokens.
    """
    texts = list(texts)
    runs = [(*run, number) for number, text in enumerate(texts) for run in text.runs(roles)]
    letters = sum(len(words) for _, words, _ in runs)
    compiled = bool(runs) and letters >= COMPILED_FROM and compiled_available()
    found = (_compiled if compiled else _plain)(_told(runs, letters, progress), tokenization)
    order = sorted(range(len(found.forms)), key=found.forms.__getitem__)
    lexicon = locked(np.array([found.forms[place] for place in order], dtype=object))
    number = np.empty(len(order), np.int32)
    number[order] = np.arange(len(order))
    for step in steps(len(found.form)):
        found.form[step] = number[found.form[step]]
    of_document = np.bincount(found.document, weights=found.counts, minlength=len(texts)).astype(np.int64)
    return lexicon, TokenStream(
        found.form,
        found.start,
        np.fromiter(map(len, lexicon), np.int32, len(lexicon)),
        _starts(of_document),
        _starts(found.counts[found.counts > 0]),
        np.append(np.flatnonzero(found.opens), len(found.form)),
    )


def _told(runs: Sequence[Run], letters: int, progress: Progress) -> Iterator[Run]:
    """The runs; when some are done, it is told how many."""
    done = told = 0
    for run in runs:
        yield run
        done += len(run[1])
        if done - told >= CHUNK or run is runs[-1]:
            progress("Words found", done / max(letters, 1))
            told = done


def _starts(sizes: np.ndarray) -> np.ndarray:
    """Where parts of these sizes begin, with the end last."""
    return np.concatenate([[0], np.cumsum(sizes)])


def _plain(runs: Iterable[Run], tokenization: Tokenization) -> _Found:
    numbers: dict[str, int] = {}
    form: list[int] = []
    starts: list[int] = []
    opens: list[int] = []
    counts: list[int] = []
    documents: list[int] = []
    for offset, paragraph, document in _paragraphs(runs):
        found = tokenization.spans(paragraph)
        first = np.searchsorted([start for start, _ in found], sentence_starts(paragraph)) if found else []
        opens += [len(form) + int(token) for token in np.unique(first) if token < len(found)]
        form += [numbers.setdefault(paragraph[start:end], len(numbers)) for start, end in found]
        starts += [start + offset for start, _ in found]
        counts.append(len(found))
        documents.append(document)
    begins = np.zeros(len(form), bool)
    begins[opens] = True
    return _Found(
        list(numbers),
        np.array(form, np.int32),
        np.array(starts, np.int32),
        begins,
        np.array(counts, np.int64),
        np.array(documents, np.int64),
    )


def _paragraphs(runs: Iterable[Run]) -> Iterator[Run]:
    for offset, words, document in runs:
        for paragraph in words.split(BLOCK_BREAK):
            yield offset, paragraph, document
            offset += len(paragraph) + len(BLOCK_BREAK)


def _compiled(runs: Iterable[Run], tokenization: Tokenization) -> _Found:
    from .code_points import code_points
    from .scanner import LEFT_OUT, Vocabulary, scan

    known, parts, left = Vocabulary(), [], []
    for chunk in in_batches(runs, lambda run: len(run[1]), CHUNK):
        offsets, words, documents = zip(*chunk, strict=True)
        together = BLOCK_BREAK.join([*words, ""])
        letters = code_points(together)
        # A line break stands nowhere but in the two that part paragraphs.
        end = np.flatnonzero(letters == _LINE_BREAK)[::2]
        begin = np.concatenate([[0], end[:-1] + len(BLOCK_BREAK)])
        run_begins = _starts(np.fromiter(map(len, words), np.int64, len(words)) + len(BLOCK_BREAK))
        run = np.searchsorted(run_begins, begin, side="right") - 1
        offset = begin - run_begins[run] + np.array(offsets, np.int64)[run]
        found = _Found([], *scan(letters, begin, end, offset, known), np.array(documents, np.int64)[run])
        for place in np.flatnonzero(found.counts == LEFT_OUT):
            left.append((int(offset[place]), together[begin[place] : end[place]], int(found.document[place])))
        parts.append(found)
    arrays = {name: np.concatenate([getattr(part, name) for part in parts]) for name in (*_OF_TOKENS, *_OF_PARAGRAPHS)}
    scanned = _Found(known.forms(), **arrays)
    if not left:
        return scanned
    return _merged(scanned, _plain(left, tokenization), np.flatnonzero(scanned.counts == LEFT_OUT))


_OF_TOKENS, _OF_PARAGRAPHS = ("form", "start", "opens"), ("counts", "document")
_LINE_BREAK = ord("\n")


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
    for name in _OF_TOKENS:
        both = np.empty(len(of_token), getattr(scanned, name).dtype)
        both[~of_token] = getattr(scanned, name)
        both[of_token] = again[plain.form] if name == "form" and len(again) else getattr(plain, name)
        merged[name] = both
    return _Found(forms, **merged, counts=counts, document=scanned.document)
