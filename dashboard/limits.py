"""What visitors may bring along: so much that no honest corpus meets it, so little that forty visitors fit.

All limits of what comes in stand here or are named here. A million letters take about 35 MB of memory once they are a
corpus.
"""

from __future__ import annotations

from analysis import CorpusError
from analysis.texts.archive import MOST_MEMBERS, MOST_UNPACKED_BYTES
from analysis.texts.reading import MOST_FILE_BYTES, MOST_TEXTS
from analysis.texts.reading import MOST_LETTERS as MOST_LETTERS_OF_A_FILE

__all__ = [
    "MOST_BYTES",
    "MOST_FILE_BYTES",
    "MOST_LETTERS",
    "MOST_LETTERS_OF_ALL",
    "MOST_LETTERS_OF_A_FILE",
    "MOST_MEMBERS",
    "MOST_TEXTS",
    "MOST_UNPACKED_BYTES",
    "require_room",
    "require_room_beside",
]

# Of one visitor, and of all who are there at the same time.
MOST_BYTES = 100_000_000
MOST_LETTERS = 30_000_000
MOST_LETTERS_OF_ALL = 80_000_000


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


def require_room_beside(name: str, letters: int, *, others: int) -> None:
    """CorpusError where the letters of a visitor and those of all others together are more than is kept. It says
    nothing of the others but that they are there."""
    if letters + others > MOST_LETTERS_OF_ALL:
        raise CorpusError(
            f"{name} is left out, for the texts of all visitors together fill the room there is: bring a shorter text, "
            "or try again when others have left."
        )
