"""Runs of whole texts that share a lexicon: what is counted in each shard of a corpus adds up to what the corpus has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Protocol, TypeVar

import numpy as np

from .contents import Contents
from .errors import CorpusError, shortened
from .running_words import RunningWords
from .spellings import Spellings
from .texts.blocks import AnyText, Block
from .tokens import Tokenization

# About so many tokens a shard: enough that its lexicon is no burden, few enough that what is sorted fits into memory.
TOKENS = 1 << 24
# So many places one process looks at in a fraction of a second.
MANY_PLACES = 1 << 20

Partial = TypeVar("Partial")


class Shard:
    """Whole texts in running order with their words: a corpus, or a part of one that keeps the lexicon of the whole.

    run: which documents of the whole these are; forms: every distinct form as written, sorted; terms: what is counted,
    sorted; `term_of_form` leads from one to the other; is_word: which terms are no numbers. workers: those who count
    the shards, where it is not this process.
    """

    run = slice(None)
    workers: ShardWorkers | None = None
    _whole: Shard | None = None

    def __init__(self, texts: Mapping[str, AnyText], tokenization: Tokenization, contents: Contents) -> None:
        self._texts, self.tokenization, self.contents = texts, tokenization, contents
        self.tokens = contents.tokens
        self.forms, self.terms = contents.forms.written, contents.forms.terms
        self.term_of_form, self.is_word = contents.forms.term_of_form, contents.forms.is_word

    @cached_property
    def document_ids(self) -> tuple[str, ...]:
        """The names of the texts, in order."""
        return tuple(self._texts)

    @property
    def n_paragraphs(self) -> int:
        """Paragraphs that are counted."""
        return len(self.tokens.paragraph_starts) - 1

    @property
    def words_by_paragraph(self) -> np.ndarray:
        """Words in each paragraph, counted through the corpus."""
        return self.contents.words_by_paragraph

    @cached_property
    def words(self) -> RunningWords:
        """The words in running order, numbers left out."""
        return RunningWords(self.tokens, self.term_of_form, self.contents.numbers)

    def content_words(self, stop_words: Collection[str] = ()) -> np.ndarray:
        """Which terms are words and on no stop list, in whatever case: a truth value a term."""
        return self.contents.forms.content_words(stop_words)

    def block_at(self, document_id: str, offset: int) -> tuple[int, Block]:
        """The block that stands at an offset of a text, and where it begins: no other need be read."""
        return self._text(document_id).block_at(offset)

    def blocks_at(self, documents: np.ndarray, offsets: np.ndarray) -> list[tuple[int, Block]]:
        """The same for many places. documents: the number of the text of each."""
        texts = [self._text(self.document_ids[number]) for number in documents.tolist()]
        return type(texts[0]).blocks_at(texts, offsets.tolist()) if texts else []

    def _text(self, document_id: str) -> AnyText:
        if document_id not in self._texts:
            raise CorpusError(f"There is no text {document_id!r}; there are {shortened(self._texts)}.")
        return self._texts[document_id]

    def spellings(self, *, case_sensitive: bool) -> Spellings:
        """The lexicon as a search sees it."""
        if self._whole is not None:
            return self._whole.spellings(case_sensitive=case_sensitive)
        return self._cased_spellings if case_sensitive else self._folded_spellings

    @cached_property
    def _cased_spellings(self) -> Spellings:
        return Spellings.of(self.forms, replace(self.tokenization, case="keep"))

    @cached_property
    def _folded_spellings(self) -> Spellings:
        return self.contents.spellings or Spellings.folded(self.forms, self.tokenization)

    @cached_property
    def shard_runs(self) -> list[tuple[int, int]]:
        """The documents of each shard, by the first and the one after the last; one shard where there is little."""
        return runs_of(self.tokens.document_starts, TOKENS)

    def part(self, first: int, stop: int) -> Shard:
        """A run of the documents: this itself where they are all."""
        if stop - first == len(self._texts):
            return self
        run = slice(first, stop)
        texts = {name: self._texts[name] for name in self.document_ids[run]}
        part = Shard(texts, self.tokenization, self.contents.of_run(run))
        part.run, part._whole = run, self
        return part


class ShardWorkers(Protocol):
    """Others who count the shards of a corpus, in processes or on machines of their own."""

    def each(self, corpus: Shard, count: Callable[..., Partial], options: tuple[object, ...]) -> Iterable[Partial]:
        """`count(shard, *options)` of each shard, in the order of the shards, whatever becomes of a worker."""


def each_shard(corpus: Shard, count: Callable[..., Partial], *options: object) -> Iterable[Partial]:
    """What a function counts in each shard of a corpus, in their order.

    count: a function of a module, of a shard and of options; where the corpus has workers it is they who call it.
    """
    if _has_help(corpus):
        return corpus.workers.each(corpus, count, options)
    return (count(corpus.part(*run), *options) for run in corpus.shard_runs)


def each_share(
    corpus: Shard, count: Callable[..., Partial], *options: object, places: Callable[[], int | None] = lambda: None
) -> Iterable[Partial]:
    """As `each_shard`, for what takes little memory however much there is: without workers a corpus is one share.

    places: at how many it must be looked, where that is known: for a few, workers are not worth asking.
    """
    if _has_help(corpus) and ((known := places()) is None or known >= MANY_PLACES):
        return corpus.workers.each(corpus, count, options)
    return (count(corpus, *options),)


def _has_help(corpus: Shard) -> bool:
    return corpus.workers is not None and len(corpus.shard_runs) > 1


def runs_of(document_starts: np.ndarray, tokens: int) -> list[tuple[int, int]]:
    """Runs of whole documents of at most so many tokens each, or of one longer document."""
    runs, first, last = [], 0, len(document_starts) - 1
    while first < last:
        stop = int(np.searchsorted(document_starts, document_starts[first] + tokens, side="right")) - 1
        stop = min(max(stop, first + 1), last)
        runs.append((first, stop))
        first = stop
    return runs or [(0, 0)]
