"""Options of an exhibit as words: what a link, a command, a saved session and a lesson carry."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping, Sequence

from analysis import OptionError

from . import EXHIBITS, require_exhibit
from .base import Exhibit

_BOOLEANS = {"true": True, "false": False}
# Values of one option that are told before "and so many more".
_MANY = 5
_WHAT = {bool: "true or false", int: "a whole number", float: "a number"}


def given(exhibit: Exhibit) -> dict[str, object]:
    """The options of an exhibit that are not as usual, by name."""
    fields = dataclasses.fields(exhibit.options)
    chosen = {field.name: getattr(exhibit.options, field.name) for field in fields}
    usual = {field.name: field.default for field in fields} | exhibit.usual
    return {name: value for name, value in chosen.items() if value != usual[name]}


def as_words(value: object) -> str | list[str]:
    """One option as it is typed: a tuple becomes a list, one string each."""
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def in_words(options: Mapping[str, object]) -> str:
    """Options for a reader: `by: year · topics: 5, 8`; of a long list the beginning. "" where there are none."""
    return " · ".join(f"{name.replace('_', ' ')}: {_told(as_words(value))}" for name, value in options.items())


def _told(value: str | list[str]) -> str:
    parts = [value] if isinstance(value, str) else value
    rest = f" and {len(parts) - _MANY} more" if len(parts) > _MANY else ""
    return ", ".join(filter(None, parts[:_MANY])) + rest or "none"


def from_words(name: str, typed: Mapping[str, object]) -> dict[str, object]:
    """Typed options (strings, lists of strings, or values as JSON has them) of the exhibit `name` as its values.

    OptionError for an unknown exhibit or option, or a value of the wrong kind; whether a value of the right kind is
    allowed, the exhibit itself says.
    """
    require_exhibit(name)
    kinds = typing.get_type_hints(EXHIBITS[name].options)
    for option in typed:
        if option not in kinds:
            raise OptionError(f"The exhibit {name!r} has no option {option!r}; it has {', '.join(kinds)}.")
    return {option: _value(option, kinds[option], value) for option, value in typed.items()}


def _value(option: str, kind: object, value: object) -> object:
    if typing.get_origin(kind) is tuple:
        parts = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
        return tuple(_one(option, typing.get_args(kind)[0], part) for part in parts if part != "")
    if isinstance(value, Sequence) and not isinstance(value, str):
        if len(value) != 1:
            raise OptionError(f"{option} takes one value; {len(value)} were given.")
        value = value[0]
    return _one(option, kind, value)


def _one(option: str, kind: object, value: object) -> object:
    kind = kind if kind in _WHAT else str
    try:
        if kind is bool:
            return _BOOLEANS[str(value).strip().lower()]
        return kind(str(value))
    except (KeyError, ValueError):
        raise OptionError(f"{option} must be {_WHAT[kind]}; not {str(value)[:60]!r}.") from None
