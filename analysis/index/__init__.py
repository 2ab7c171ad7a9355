"""A corpus as a folder of arrays that are read from disk as they are needed: opens at once, however large."""

from .building import build_index
from .manifest import check_index, is_index
from .opening import open_index
from .writing import write_index

__all__ = ["build_index", "check_index", "is_index", "open_index", "write_index"]
