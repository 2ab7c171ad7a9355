"""Can what is much be done by compiled functions?"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec


@cache
def compiled_available() -> bool:
    """Is numba installed?"""
    return find_spec("numba") is not None
