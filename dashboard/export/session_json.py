"""A session as plain JSON and back: every value is checked before it is used, and what is missing is named."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, fields

import numpy as np

from analysis import Corpus, OptionError, Tokenization
from analysis.texts.blocks import ROLES, Block, Text

from ..exhibits.options import from_words
from .report import Basket, Kept

PLAIN = (str, int, float, bool, type(None))
LONGEST_NAME = 200


class ShapeError(ValueError):
    """JSON that is no session; the text names the place."""


def is_setting(value: object) -> bool:
    """Can a control's value stand in a session: words, a number, yes or no, or a list of such?"""
    parts = value if isinstance(value, list | tuple) else [value]
    return all(isinstance(part, PLAIN) and not (isinstance(part, float) and not math.isfinite(part)) for part in parts)


def corpus_as_json(corpus: Corpus) -> dict[str, object]:
    """What decides a corpus beside its texts."""
    return {
        "name": corpus.name,
        "fingerprint": corpus.fingerprint,
        "roles": list(corpus.roles),
        "tokenization": corpus.tokenization.options(),
        **({"chinese_rule": corpus.chinese_rule} if corpus.chinese_rule else {}),
    }


def texts_as_json(corpus: Corpus) -> list[dict[str, object]]:
    """The texts of a corpus with metadata and blocks; what a block does not have is left out."""
    return [
        {
            "document_id": text.document_id,
            "metadata": {str(key): _plain(value) for key, value in text.metadata.items()},
            "blocks": [
                {name: value for name, value in asdict(block).items() if value or name == "text"}
                for block in text.blocks
            ],
        }
        for text in corpus.texts()
    ]


def _plain(value: object) -> object:
    """A value of metadata as JSON has it. Others become words, as they do in the fingerprint."""
    value = value.item() if isinstance(value, np.generic) else value
    return value if isinstance(value, PLAIN) else str(value)


def corpus_from_json(about: object, texts: object) -> Corpus:
    """The corpus that `corpus_as_json` and `texts_as_json` describe. ShapeError, or AnalysisError from the corpus."""
    about = _part(about, dict, "corpus")
    tokenization = _part(about.get("tokenization"), dict, "corpus.tokenization")
    unknown = set(tokenization) - {option.name for option in fields(Tokenization)}
    if unknown:
        raise ShapeError(f"corpus.tokenization has {sorted(unknown)[0]!r:.60}")
    return Corpus(
        [_text(text, f"text {number}") for number, text in enumerate(_part(texts, list, "texts.json"), start=1)],
        name=_part(about.get("name"), str, "corpus.name"),
        tokenization=Tokenization(**tokenization),
        roles=[_part(role, str, "corpus.roles") for role in _part(about.get("roles"), list, "corpus.roles")],
    )


def fingerprint_as_saved(about: Mapping[str, object], corpus: Corpus) -> str:
    """The fingerprint of an opened corpus as it was where it was saved.

    Another library, or none, may find the words of Chinese here: the texts are the same all the same.
    """
    rule = about.get("chinese_rule")
    return corpus.fingerprint_under(rule) if corpus.chinese_rule and isinstance(rule, str) else corpus.fingerprint


def _text(text: object, where: str) -> Text:
    text = _part(text, dict, where)
    metadata = _part(text.get("metadata"), dict, f"the metadata of {where}")
    for value in metadata.values():
        _part(value, PLAIN, f"the metadata of {where}")
    blocks = _part(text.get("blocks"), list, f"the blocks of {where}")
    name = _part(text.get("document_id"), str, f"the name of {where}")
    return Text(name, tuple(_block(block, f"a block of {where}") for block in blocks), metadata)


def _block(block: object, where: str) -> Block:
    block = _part(block, dict, where)
    role, marks = _part(block.get("role"), str, where), _part(block.get("marks", []), list, where)
    if role not in ROLES:
        raise ShapeError(f"{where} has the role {role[:60]!r}")
    return Block(
        role,
        _part(block.get("text"), str, where),
        _part(block.get("level", 0), int, where),
        _part(block.get("label", ""), str, where),
        tuple(_mark(mark, where) for mark in marks),
    )


def _mark(mark: object, where: str) -> tuple[int, str]:
    mark = _part(mark, list, where)
    if len(mark) != 2:
        raise ShapeError(where)
    return _part(mark[0], int, where), _part(mark[1], str, where)


def basket_as_json(basket: Basket) -> list[dict[str, object]]:
    """The entries of a report, in order."""
    return [asdict(entry) | {"options": dict(entry.options), "documents": list(entry.documents)} for entry in basket]


def basket_from_json(entries: object) -> Basket:
    """The entries of a report. What is wrong only for this version (an exhibit or an option that it does not know) stays
    as it is: the report says so of that entry, and the others are shown."""
    return tuple(
        _entry(entry, f"entry {number}") for number, entry in enumerate(_part(entries, list, "basket"), start=1)
    )


def _entry(entry: object, where: str) -> Kept:
    entry = _part(entry, dict, where)
    name = _part(entry.get("name"), str, f"the name of {where}")
    options = settings_from_json(entry.get("options"), f"the options of {where}")
    documents = _part(entry.get("documents", []), list, f"the texts of {where}")
    try:
        options = from_words(name, options)
    except OptionError:
        options = {option: tuple(value) if isinstance(value, list) else value for option, value in options.items()}
    return Kept(
        name,
        options,
        tuple(_part(document, str, f"the texts of {where}") for document in documents),
        _part(entry.get("note", ""), str, f"the note of {where}"),
        _part(entry.get("fingerprint", ""), str, f"the fingerprint of {where}"),
    )


def settings_from_json(settings: object, where: str = "settings") -> dict[str, object]:
    """Values by name, each words, a number, yes or no, or a list of such. ShapeError for anything else."""
    settings = _part(settings, dict, where)
    for key, value in settings.items():
        if len(key) > LONGEST_NAME or not is_setting(value):
            raise ShapeError(f"{where}, {key[:60]!r}")
    return dict(settings)


def settings_as_json(settings: Mapping[str, object]) -> dict[str, object]:
    """The settings that JSON can hold, sorted by name."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in sorted(settings.items())
        if is_setting(value)
    }


def _part(value: object, kind: type | tuple[type, ...], where: str):  # noqa: ANN202 -- of the kind asked for
    """A value of this kind. Yes and no are no numbers, though Python takes them for such."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ShapeError(where)
    return value
