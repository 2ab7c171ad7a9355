"""A short name of just these texts, made from every letter of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from .texts.blocks import AnyText


def fingerprint_of(texts: Iterable[AnyText], options: Mapping[str, object]) -> str:
    """SHA-256 over options and texts, as one line of JSON. Text by text, so that they never stand in memory twice."""
    head = json.dumps({**options, "texts": []}, ensure_ascii=False)
    found = hashlib.sha256(head.removesuffix("]}").encode())
    for place, text in enumerate(texts):
        found.update(f"{', ' if place else ''}{text.as_json()}".encode())
    found.update(b"]}")
    return found.hexdigest()
