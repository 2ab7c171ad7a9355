"""A short name of just these texts, made from every letter of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from .texts.blocks import AnyText
from .tokens import Tokenization


def counted_as(tokenization: Tokenization, roles: Sequence[str], chinese_rule: str) -> dict[str, object]:
    """The options that a fingerprint tells apart. chinese_rule: "" where there is no Chinese."""
    options = tokenization.options() | ({"chinese_rule": chinese_rule} if chinese_rule else {})
    return {"tokenization": options, "roles": roles}


def fingerprint_of(texts: Iterable[AnyText], options: Mapping[str, object]) -> str:
    """SHA-256 over options and texts, as one line of JSON. Text by text, so that they never stand in memory twice."""
    head = json.dumps({**options, "texts": []}, ensure_ascii=False)
    found = hashlib.sha256(head.removesuffix("]}").encode())
    for place, text in enumerate(texts):
        found.update(f"{', ' if place else ''}{text.as_json()}".encode())
    found.update(b"]}")
    return found.hexdigest()
