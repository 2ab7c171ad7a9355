"""How much room the texts of all visitors take; a visit that ends gives its room back."""

from __future__ import annotations

from weakref import WeakValueDictionary

from ..limits import require_room, require_room_beside
from .collection import Collection

# Numbers are all that leaves this table. Nobody has to take a visit out of it: it is gone when its texts are.
_THERE: WeakValueDictionary[int, Collection] = WeakValueDictionary()


def letters_of_others(collection: Collection) -> int:
    """How many letters all other visitors have at the moment; from now on this one is counted as well."""
    _THERE[id(collection)] = collection
    return sum(other.letters for other in list(_THERE.values()) if other is not collection)


def require_room_for(name: str, collection: Collection) -> None:
    """CorpusError where the texts of an opened file are more than a visitor, or all together, can have."""
    others = letters_of_others(collection)
    require_room(name, n_bytes=0, letters=collection.letters, texts=len(collection.texts))
    require_room_beside(name, collection.letters, others=others)
