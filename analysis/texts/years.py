"""Years as people type them: what is a year, and what is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

EARLIEST, LATEST = 1, 9999
LONGEST = 40
# A day of a known year, however day and month are ordered; the time of the day does not matter.
_DAYS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)(?:-(?P<day>\d\d?)(?:[T ].*)?)?"),
    re.compile(r"(?P<day>\d\d?)[./](?P<month>\d\d?)[./](?P<year>\d{4})"),
)


def read_year(value: object) -> int | None:
    """The year that somebody typed, or None.

    A whole number from 1 to 9999, also as 1990.0, or a date with a year of four digits. Nothing is guessed: "circa
    1990", "1990s" and "[1990]" are no years, nor is a date that no calendar has.
    """
    typed = str(value).strip()
    if len(typed) > LONGEST:
        return None
    if re.fullmatch(r"\d{1,4}(?:\.0+)?", typed):
        year = int(typed.partition(".")[0])
        return year if EARLIEST <= year <= LATEST else None
    for form in _DAYS:
        found = form.fullmatch(typed)
        if found:
            return _year_of_day(found)
    return None


def _year_of_day(found: re.Match[str]) -> int | None:
    year, month, day = (int(found[part] or 1) for part in ("year", "month", "day"))
    # 3/12 and 12/3 are both a day: which is which does not change the year.
    month, day = (day, month) if month > 12 >= day else (month, day)
    longest = 29 if month == 2 else 31
    return year if EARLIEST <= year <= LATEST and 1 <= month <= 12 and 1 <= day <= longest else None


def years_not_read(typed: Mapping[str, object]) -> tuple[str, ...]:
    """One sentence on the years, by text, that were typed and are none; nothing where all are."""
    wrong = [str(value).strip()[:LONGEST] for value in typed.values() if _is_typed(value) and read_year(value) is None]
    if not wrong:
        return ()
    shown = ", ".join(f"“{value}”" for value in dict.fromkeys(wrong[:8])) + (" …" if len(wrong) > 8 else "")
    number = "1 year cannot be read and counts" if len(wrong) == 1 else f"{len(wrong)} years cannot be read and count"
    return (f"{number} as “no year” ({shown}): write four digits, such as 2014.",)


def _is_typed(value: object) -> bool:
    return value is not None and value == value and bool(str(value).strip())
