"""Windows of running words, equally long in every group, drawn at random."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .corpus import Corpus
from .errors import OptionError
from .metadata import Groups

DRAWS = 500


@dataclass(frozen=True, eq=False)
class Windows:
    """Windows of equal length, drawn from each group.

    words: for each group the places of its words in `Corpus.words`, in running order; first: groups × draws, where in
    that order each window begins; size: words a window.
    """

    words: tuple[np.ndarray, ...]
    first: np.ndarray
    size: int

    def __iter__(self) -> Iterator[list[np.ndarray]]:
        """Draw by draw, the places of the words of each group's window."""
        for starts in self.first.T:
            yield [words[start : start + self.size] for words, start in zip(self.words, starts, strict=True)]


def draw_windows(
    corpus: Corpus, groups: Groups, *, draws: int = DRAWS, seed: int = 0, window: int | None = None
) -> Windows:
    """Draw windows of `window` words from every group, by default as long as the shortest group.

    OptionError when there is no group, or one has no words, or fewer than `window`.
    """
    _require_whole("draws", draws)
    if window is not None:
        _require_whole("window", window)
    if not len(groups):
        raise OptionError("There are no texts to draw windows from; add at least one.")
    group = groups.of_document[corpus.words.document]
    words = tuple(np.flatnonzero(group == number) for number in range(len(groups)))
    lengths = np.array([len(each) for each in words])
    size = int(min(lengths) if window is None else window)
    short = [label for label, length in zip(groups.labels, lengths, strict=True) if length < max(size, 1)]
    if short:
        raise OptionError(f"There are too few words for a window in: {', '.join(short)}; leave them out.")
    first = np.random.default_rng(seed).integers(0, lengths[:, None] - size + 1, (len(words), int(draws)))
    return Windows(words, first, size)


def _require_whole(option: str, value: float) -> None:
    if not (value >= 1 and value % 1 == 0):
        raise OptionError(f"{option} must be a whole number of at least 1; not {value}.")
