"""What was found in the texts of a corpus: their lexicon and their stream, and what is known of both."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .form_set import FormSet
from .forms import Forms
from .postings import Postings
from .progress import Progress, silent
from .scripts import has_han
from .spellings import Spellings
from .stream import TokenStream, locked
from .texts.blocks import AnyText
from .tokenize import tokenize
from .tokens import Tokenization

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# Looking a form up in the postings takes as long as passing over so many tokens of the stream.
LOOK_UP = 2_000


@dataclass(frozen=True, eq=False)
class Contents:
    """The lexicon and the stream of some texts.

    words_by_paragraph: tokens of each paragraph that are no numbers; chinese_rule: what was done with the Chinese
    characters of the forms, "" where there are none; fingerprint: of the corpus, where it is known already;
    postings, spellings, counts: where each form stands, the forms as a search in any case sees them, and how often each
    term stands in each document, where that is known (an index knows it).
    """

    forms: Forms
    tokens: TokenStream
    words_by_paragraph: np.ndarray
    chinese_rule: str
    fingerprint: str = ""
    postings: Postings | None = None
    spellings: Spellings | None = None
    counts: csr_array | None = None

    @classmethod
    def of(
        cls,
        texts: Iterable[AnyText],
        tokenization: Tokenization,
        roles: Collection[str],
        progress: Progress = silent,
    ) -> Contents:
        """Tokenise texts, in their order."""
        written, tokens = tokenize(texts, tokenization, roles, progress)
        forms = Forms.of(written, tokenization)
        numbers = np.flatnonzero(forms.numbers.has(tokens.form))
        in_paragraph = np.bincount(tokens.paragraph_of(numbers), minlength=len(tokens.paragraph_starts) - 1)
        return cls(
            forms,
            tokens,
            locked(np.diff(tokens.paragraph_starts) - in_paragraph),
            tokenization.chinese_rule() if has_han("\n".join(written)) else "",
        )

    @cached_property
    def numbers(self) -> np.ndarray:
        """The tokens that are no words, in order."""
        return locked(self.places(self.forms.numbers, 0, len(self.tokens)))

    def places(self, chosen: FormSet, first: int, stop: int) -> np.ndarray:
        """Where these forms stand in a run of tokens, in order."""
        if self.postings is None or LOOK_UP * len(chosen) > stop - first:
            return first + np.flatnonzero(chosen.has(self.tokens.form[first:stop]))
        return first + self.postings.between(first, stop).of_forms(chosen)

    def count(self, chosen: FormSet) -> int:
        """How many tokens are of these forms."""
        return self.postings.count(chosen) if self.postings else int(np.count_nonzero(chosen.has(self.tokens.form)))

    def of_run(self, run: slice) -> Contents:
        """What is known of a run of documents, with the lexicon of all: nothing of the stream is copied."""
        documents = self.tokens.document_starts[run.start : run.stop + 1]
        first, stop = int(documents[0]), int(documents[-1])
        paragraphs = slice(*np.searchsorted(self.tokens.paragraph_starts, (first, stop)))
        return Contents(
            self.forms,
            self.tokens.of_run(run),
            self.words_by_paragraph[paragraphs],
            self.chinese_rule,
            postings=self.postings and self.postings.between(first, stop),
        )

    def of_documents(self, chosen: np.ndarray) -> Contents:
        """What tokenising some of the texts alone would find. chosen: a truth value a document."""
        tokens = self.tokens.of_documents(chosen)
        used = np.bincount(tokens.form, minlength=len(self.forms.written)) > 0
        number = np.cumsum(used, dtype=np.int32) - 1
        forms = self.forms.some(used)
        return Contents(
            forms,
            replace(tokens, form=number[tokens.form], letters=tokens.letters[used]),
            locked(self.words_by_paragraph[chosen[self.tokens.document_of_paragraph]]),
            self.chinese_rule if self.chinese_rule and has_han("\n".join(forms.written)) else "",
        )
