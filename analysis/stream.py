"""The running tokens of a corpus, as arrays."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .sentences import sentence_starts
from .texts.blocks import Text, block_starts
from .tokens import Tokenization


@dataclass(frozen=True, eq=False)
class TokenStream:
    """The running tokens of a corpus.

    form: id of each token's form in `Corpus.forms` (int32); start, end: its offsets in the document's text (int32).
    document_starts, paragraph_starts, sentence_starts: the token at which each begins, with the total number of
    tokens as last entry (int64), so that `np.diff` gives their sizes in tokens.
    """

    form: np.ndarray
    start: np.ndarray
    end: np.ndarray
    document_starts: np.ndarray
    paragraph_starts: np.ndarray
    sentence_starts: np.ndarray

    def __post_init__(self) -> None:
        for array in vars(self).values():
            array.setflags(write=False)

    def __len__(self) -> int:
        return len(self.form)

    @cached_property
    def paragraph(self) -> np.ndarray:
        """The paragraph each token stands in, counted through the corpus."""
        return np.repeat(np.arange(len(self.paragraph_starts) - 1), np.diff(self.paragraph_starts))

    @cached_property
    def document_of_paragraph(self) -> np.ndarray:
        """The document each paragraph belongs to."""
        return np.searchsorted(self.document_starts, self.paragraph_starts[:-1], side="right") - 1


def tokenize(
    texts: Iterable[Text], tokenization: Tokenization, roles: Collection[str]
) -> tuple[np.ndarray, TokenStream]:
    """The lexicon (every distinct form, sorted) and the stream of the blocks of these roles.

    A block without a token is no paragraph; paragraphs, sentences and documents begin at tokens.
    """
    forms: list[str] = []
    spans: list[tuple[int, int]] = []
    documents, paragraphs, sentences = [], [], []
    for text in texts:
        documents.append(len(forms))
        for offset, block in zip(block_starts(text), text.blocks, strict=True):
            found = tokenization.spans(block.text) if block.role in roles else []
            if not found:
                continue
            paragraphs.append(len(forms))
            first = np.searchsorted([start for start, _ in found], sentence_starts(block.text))
            sentences += [len(forms) + int(token) for token in np.unique(first) if token < len(found)]
            forms += [block.text[start:end] for start, end in found]
            spans += [(start + offset, end + offset) for start, end in found]
    lexicon = np.array(sorted(set(forms)), dtype=object)
    ids = {form: number for number, form in enumerate(lexicon)}
    stream = TokenStream(
        np.fromiter((ids[form] for form in forms), np.int32, len(forms)),
        *np.array(spans, np.int32).reshape(-1, 2).T.copy(),
        *(np.array([*begun, len(forms)], np.int64) for begun in (documents, paragraphs, sentences)),
    )
    return lexicon, stream
