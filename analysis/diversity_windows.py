"""Where is a text rich in words, and where does it repeat itself? The type–token ratio of a window that glides along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

import numpy as np
import pandas as pd

from .concordance import PASSAGE_DTYPES
from .corpus import Corpus
from .errors import require_at_least
from .result import from_rows, typed
from .running_diversity import WINDOW, window_types

ALONG_DTYPES = {
    "document_id": "str", "first": "int64", "window": "int64", "types": "int64", "ttr": "float64", "mean": "float64",
}  # fmt: skip
WINDOW_PASSAGE_DTYPES = {**PASSAGE_DTYPES, "types": "int64", "window": "int64"}


def diversity_along(corpus: Corpus, *, window: int = WINDOW, stretches: int = 160) -> pd.DataFrame:
    """How rich in words is each stretch of each text?

    window: running words looked at, numbers left out; stretches: at most so many a text, evenly through it, and no more
    than four a window. A row a stretch, in the order of the texts: document_id, first (the word of the text it begins
    with, from 0), window, types (different words in it), ttr (types / window, 0 to 1, higher: richer), mean (of all windows
    of the text: its MATTR). A text shorter than the window has no row. Ratios of another window must not be compared.
    Source: Covington & McFall 2010.
    """
    require_at_least("window", window, 1)
    require_at_least("stretches", stretches, 1)
    parts = [pd.DataFrame(columns=list(ALONG_DTYPES))]
    for document, document_id in enumerate(corpus.documents.index):
        types = _types(corpus, document, window)
        if len(types):
            first = np.arange(0, len(types), max(window // 4, -(-len(types) // int(stretches)), 1))
            shared = {"document_id": document_id, "window": window, "mean": types.mean() / window}
            parts.append(pd.DataFrame({**shared, "first": first, "types": types[first], "ttr": types[first] / window}))
    return typed(pd.concat(parts[1:] or parts, ignore_index=True), ALONG_DTYPES)


def window_passage(
    corpus: Corpus, document_id: str, first: int, *, window: int = WINDOW, stop_words: Collection[str] = ()
) -> pd.DataFrame:
    """The stretch of `window` words that begins with the word `first` of a text, as a list of one passage.

    Its node is the word that comes most often in it and is not among `stop_words`; ¶ stands between paragraphs, and
    what is not counted between them is left out. Columns of every list of passages, types and window.
    """
    start = _first_word(corpus, corpus.documents.index.get_loc(document_id)) + first
    return from_rows([_passage(corpus, start, window, corpus.content_words(stop_words))], WINDOW_PASSAGE_DTYPES)


def extreme_passages(
    corpus: Corpus,
    documents: Collection[str],
    *,
    window: int = WINDOW,
    n: int = 3,
    stop_words: Collection[str] = (),
) -> pd.DataFrame:
    """Which stretches of these texts repeat their words most, and which least?

    The `n` stretches of `window` words with the fewest different words, poorest first, then the `n` with the most,
    richest first; no two of them overlap, so a short text has fewer. A text shorter than the window is one stretch.
    Columns as `window_passage`.
    """
    require_at_least("n", n, 1)
    starts, types, size = _all_windows(corpus, documents, window)
    poorest = _apart(np.argsort(types, kind="stable"), starts, size, n, [])
    richest = _apart(np.argsort(-types, kind="stable"), starts, size, n, poorest)
    content = corpus.content_words(stop_words)
    chosen = [*poorest, *richest]
    return from_rows([_passage(corpus, int(starts[i]), int(size[i]), content) for i in chosen], WINDOW_PASSAGE_DTYPES)


def _first_word(corpus: Corpus, document: int) -> int:
    """Where in `Corpus.words` a text begins."""
    return int(np.searchsorted(corpus.words.document, document))


def _types(corpus: Corpus, document: int, window: int) -> np.ndarray:
    """Different words of every window of a text."""
    first, last = _first_word(corpus, document), _first_word(corpus, document + 1)
    if last - first < window:
        return np.zeros(0, int)
    return window_types(np.unique(corpus.words.term[first:last], return_inverse=True)[1], window=window)


def _all_windows(corpus: Corpus, documents: Collection[str], window: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of every window of these texts: its first word in the corpus, its types, its words."""
    starts, types, sizes = [np.zeros(0, int)], [np.zeros(0, int)], [np.zeros(0, int)]
    for document_id in documents:
        document = corpus.documents.index.get_loc(document_id)
        first, last = _first_word(corpus, document), _first_word(corpus, document + 1)
        if size := min(window, last - first):
            found = _types(corpus, document, size)
            starts.append(first + np.arange(len(found)))
            types.append(found)
            sizes.append(np.full(len(found), size))
    return np.concatenate(starts), np.concatenate(types), np.concatenate(sizes)


def _apart(order: np.ndarray, starts: np.ndarray, size: np.ndarray, n: int, taken: list[int]) -> list[int]:
    """The first `n` windows of an order that overlap neither one another nor those that are taken."""
    chosen: list[int] = []
    for window in order.tolist():
        near = [*taken, *chosen]
        if all(abs(starts[window] - starts[other]) >= min(size[window], size[other]) for other in near):
            chosen.append(window)
        if len(chosen) == n:
            break
    return chosen


def _passage(corpus: Corpus, first: int, window: int, content: np.ndarray) -> tuple:
    """The passage of the words `first` to `first + window` of the corpus."""
    words, stream = corpus.words, corpus.tokens
    position, term = words.token_of(np.arange(first, first + window)), words.term[first : first + window].tolist()
    often = Counter(number for number in term if content[number])
    common = max(often, key=often.get) if often and max(often.values()) > 1 else term[0]
    node = int(position[term.index(common)])
    document = int(words.document[first])
    document_id = corpus.documents.index[document]
    begun = int(np.searchsorted(stream.document_of_paragraph, document))
    paragraph = int(stream.paragraph_of(node)) - begun + 1
    start, end, text = int(stream.start[node]), int(stream.end_of(node)), corpus.text(document_id)
    left, right = _around(corpus, text, position, node)
    return document_id, paragraph, node, start, end, left, text[start:end], right, len(set(term)), len(term)


def _around(corpus: Corpus, text: str, position: np.ndarray, node: int) -> tuple[str, str]:
    """What stands before and after a token in a stretch, paragraph by paragraph."""
    stream = corpus.tokens
    left, right = [], []
    for paragraph in np.unique(stream.paragraph_of(position)):
        here = position[stream.paragraph_of(position) == paragraph]
        low, high = int(stream.start[here[0]]), int(stream.end_of(here[-1]))
        if here[-1] < position[-1]:
            # The paragraph goes on to its end, full stop and all.
            last = int(stream.paragraph_starts[paragraph + 1]) - 1
            stop = text.find("\n", int(stream.end_of(last)))
            high = stop if stop >= 0 else len(text)
        if here[0] <= node <= here[-1]:
            left.append(text[low : int(stream.start[node])])
            right.append(text[int(stream.end_of(node)) : high])
        else:
            (left if here[-1] < node else right).append(text[low:high])
    return " ¶ ".join(left), " ¶ ".join(right)
