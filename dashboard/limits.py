"""What one visitor may bring along: so much that no honest corpus meets it, so little that forty visitors fit."""

from __future__ import annotations

from analysis import CorpusError
from analysis.texts.reading import MOST_TEXTS

MOST_BYTES = 100_000_000
MOST_LETTERS = 30_000_000


def require_room(name: str, *, n_bytes: int, letters: int, texts: int) -> None:
    """CorpusError where what a visitor has, together with what a file adds, is more than is kept.

    name: of the file, as it is shown.
    """
    over = {
        f"{MOST_BYTES // 1_000_000} MB of files": n_bytes > MOST_BYTES,
        f"{MOST_LETTERS // 1_000_000} million letters": letters > MOST_LETTERS,
        f"{MOST_TEXTS:,} texts": texts > MOST_TEXTS,
    }
    met = next((limit for limit, is_over in over.items() if is_over), None)
    if met:
        raise CorpusError(f"{name} is left out, for a visitor can have {met} at most: take out others first.")
