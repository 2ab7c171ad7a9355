"""The errors of the analysis. Each text is one sentence a student can act on."""

from collections.abc import Iterable


class AnalysisError(ValueError):
    """Something asked for cannot be done; the text says what is wrong and what to do."""


class CorpusError(AnalysisError):
    """A text, a folder of texts or its metadata cannot be used."""


class QueryError(AnalysisError):
    """A search cannot be read."""


class OptionError(AnalysisError):
    """An option has a value that is not allowed."""


class CorpusWarning(UserWarning):
    """A text was left out of a corpus, or part of its metadata could not be used."""


# Of a longer list only so many names are told.
_NAMED = 40


def shortened(names: Iterable[object]) -> str:
    """Names in a sentence, of many the first ones and how many more there are."""
    names = list(map(str, names))
    more = len(names) - _NAMED
    return ", ".join(names) if more <= 0 else f"{', '.join(names[:_NAMED])} and {more:,} more"


def require_one_of(option: str, value: object, allowed: Iterable[object]) -> None:
    """Raise OptionError unless `value` is one of `allowed`; the text lists what is allowed."""
    allowed = list(allowed)
    if value not in allowed:
        raise OptionError(f"{option} must be one of: {shortened(allowed)}; not {value!r}.")


def require_between(option: str, value: float, low: float, high: float) -> None:
    """Raise OptionError unless `low` < `value` < `high`."""
    if not low < value < high:
        raise OptionError(f"{option} must lie between {low} and {high}; not {value}.")


def require_at_least(option: str, value: float, minimum: float) -> None:
    """Raise OptionError unless `value` >= `minimum`."""
    if not value >= minimum:
        raise OptionError(f"{option} must be at least {minimum}; not {value}.")
