"""The Corpus: a table of documents, a lexicon and a stream of tokens.

Per word, work is done on the lexicon (each distinct form once); per token, it is a numpy operation on the stream.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from .contents import Contents
from .errors import require_one_of
from .fingerprint import counted_as, fingerprint_of
from .languages import languages_of
from .metadata import counted_documents, metadata_table, time_order
from .progress import Progress, silent
from .shards import Shard
from .stopwords import usual_stop_list
from .texts.blocks import BLOCK_BREAK, ROLES, AnyText, Block
from .texts.given import given_texts
from .tokens import Tokenization
from .units import Units, Words

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class Corpus(Shard):
    """An immutable corpus. Make one with `load_corpus` or `Corpus.from_texts`, or from texts with roles (`Text`).

    documents: a row a text, index `document_id`, in order of time; the metadata columns, `n_tokens`, `n_words`
    (tokens that are no bare numbers), `n_paragraphs`.
    forms: every distinct form as written, sorted; terms: what is counted, sorted; `term_of_form` leads from one to
    the other. ranks: place of each text, by document_id, in the corpus as it was loaded. problems: a sentence for
    each text that could not be read. contents: the lexicon and the stream of the texts, where they are known already.
    """

    def __init__(
        self,
        texts: Iterable[AnyText],
        *,
        name: str = "corpus",
        tokenization: Tokenization = Tokenization(),
        roles: Collection[str] = ("body",),
        problems: Iterable[str] = (),
        ranks: Mapping[str, int] | None = None,
        contents: Contents | None = None,
        progress: Progress = silent,
    ) -> None:
        for role in roles:
            require_one_of("roles", role, ROLES)
        self.name = name
        self.roles = tuple(role for role in ROLES if role in roles)
        self.problems = tuple(problems)
        texts = list(texts)
        metadata = metadata_table(texts)
        years = metadata["year"].to_dict()
        ordered = {text.document_id: text for text in sorted(texts, key=lambda text: time_order(text, years))}
        # A text keeps its place in the whole corpus when others are deselected, so that its colour stays.
        self.ranks = dict(ranks) if ranks else {document_id: rank for rank, document_id in enumerate(ordered)}
        super().__init__(
            ordered, tokenization, contents or Contents.of(ordered.values(), tokenization, self.roles, progress)
        )
        self.documents = counted_documents(metadata.loc[list(ordered)], self.tokens, self.words_by_paragraph)

    @classmethod
    def from_texts(
        cls,
        texts: Mapping[str, str] | pd.DataFrame,
        documents: pd.DataFrame | None = None,
        tokenization: Tokenization = Tokenization(),
        *,
        name: str = "corpus",
    ) -> Corpus:
        """A corpus of plain texts, each line that is not empty a body paragraph.

        texts: document_id -> text, or a DataFrame indexed by document_id with a column `text`; its other columns are
        metadata. documents: a DataFrame of metadata by document_id. CorpusError when a text is not a string or
        metadata names a document that is not there.
        """
        return cls(given_texts(texts, documents), name=name, tokenization=tokenization)

    def text(self, document_id: str) -> str:
        """All words of a document as the author wrote them, blocks parted by an empty line."""
        return BLOCK_BREAK.join(block.text for block in self.blocks(document_id))

    def blocks(self, document_id: str) -> tuple[Block, ...]:
        """The blocks of a document in order, each with its role. CorpusError for an unknown document."""
        return self._text(document_id).blocks

    def texts(self) -> tuple[AnyText, ...]:
        """All texts with their metadata and blocks, in order of time: what `Corpus(texts)` makes the same corpus from."""
        return tuple(self._texts.values())

    def block_starts(self, document_id: str) -> list[int]:
        """Offset of each block in `text(document_id)`."""
        return self._text(document_id).block_starts

    def select(
        self,
        documents: Collection[str] | None = None,
        *,
        roles: Collection[str] | None = None,
        tokenization: Tokenization | None = None,
    ) -> Corpus:
        """The same corpus with fewer documents, other roles counted, or another tokenisation."""
        wanted = dict.fromkeys(self._texts if documents is None else documents)
        for document_id in wanted:
            self._text(document_id)
        same_tokens = roles in (None, self.roles) and tokenization in (None, self.tokenization)
        return Corpus(
            [text for text in self._texts.values() if text.document_id in wanted],
            name=self.name,
            tokenization=tokenization or self.tokenization,
            roles=self.roles if roles is None else roles,
            problems=self.problems,
            ranks=self.ranks,
            contents=self._contents_of(wanted) if same_tokens else None,
        )

    def _contents_of(self, wanted: Collection[str]) -> Contents:
        if len(wanted) == len(self._texts):
            return self.contents
        return self.contents.of_documents(np.array([document_id in wanted for document_id in self._texts], bool))

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over texts, roles, metadata and options: two corpora that differ in a letter differ in it."""
        return self.contents.fingerprint or self.fingerprint_under(self.chinese_rule)

    def fingerprint_under(self, chinese_rule: str) -> str:
        """The fingerprint where Chinese is treated by this rule ("" for a corpus that has none).

        It tells apart a corpus that was changed from one whose words are only found by another library.
        """
        return fingerprint_of(self._texts.values(), counted_as(self.tokenization, self.roles, chinese_rule))

    @cached_property
    def chinese_rule(self) -> str:
        """What was done with the Chinese characters of the words that are counted, "" where there are none."""
        return self.contents.chinese_rule

    def describe_tokens(self) -> str:
        """What counts as a word here, in one line for a receipt."""
        return self.tokenization.describe(chinese=bool(self.chinese_rule))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the texts as far as they can be told, by code, sorted."""
        return tuple(sorted(set(self.language_of.values()) - {""}))

    @cached_property
    def language_of(self) -> dict[str, str]:
        """The code of each text's language by document_id, "" where it cannot be told, as `languages_of` finds it."""
        return languages_of(self._texts.values(), self.roles)

    @cached_property
    def stop_list(self) -> str:
        """The name of the stop list for these texts: that of their language, or those of their languages."""
        return usual_stop_list(self.languages)

    def tokens_frame(self) -> pd.DataFrame:
        """The stream as a long table, for people who want to look: a row a token.

        Columns: document_id, paragraph and sentence (counted through the corpus), form, term, is_word, start, end.
        """
        stream = self.tokens
        terms = self.term_of_form[stream.form]
        sentence = np.repeat(np.arange(len(stream.sentence_starts) - 1), np.diff(stream.sentence_starts))
        return pd.DataFrame(
            {
                "document_id": np.repeat(self.documents.index.to_numpy(), np.diff(stream.document_starts)),
                "paragraph": stream.paragraph,
                "sentence": sentence,
                "form": self.forms[stream.form],
                "term": self.terms[terms],
                "is_word": self.is_word[terms],
                "start": stream.start,
                "end": stream.end,
            }
        )

    @cached_property
    def words_and_numbers(self) -> Units:
        """Every term, counted."""
        return Words.of(self)

    @property
    def counts_by_paragraph(self) -> csr_array:
        """Counts of every term in every paragraph: paragraphs × terms. Not to be changed."""
        return self.words_and_numbers.counts

    def __repr__(self) -> str:
        return f"<Corpus {self.name!r}: {len(self.documents)} texts, {int(self.documents['n_words'].sum())} words>"
