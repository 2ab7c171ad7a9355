"""Lexical diversity in words: who is richest, by what may be compared, and what may not."""

from __future__ import annotations

import pandas as pd

from analysis.diversity import MEASURES

from ..charts.theme import Styles
from .groups import listed


def diversity_reading(table: pd.DataFrame, styles: Styles) -> str:
    """Two sentences on the whole groups: richest and poorest by robust measures; what the plain ratio would say."""
    known = table.dropna(subset="value")
    if known.empty:
        return "No group has enough words for these measures; choose others."
    if known["group"].nunique() == 1:
        values = listed([f"{_short(row.measure)} {_number(row.value)}" for row in known.itertuples()])
        return f"{styles[known['group'].iloc[0]].label}: {values}. With one group only there is nothing to rank."
    robust = known[known["comparable"]]
    sentences = [_robust(robust, styles)] if len(robust) else []
    sentences += [_bound(known, robust, styles)]
    return " ".join(filter(None, sentences))


def _robust(table: pd.DataFrame, styles: Styles) -> str:
    """Who is richest and poorest by the measures that hold for unequal lengths."""
    ends = {name: _ends(rows) for name, rows in table.groupby("measure", sort=False)}
    hold = "which holds" if len(ends) == 1 else "which hold"
    named = f"By {listed([_short(name) for name in ends])}, {hold} for unequal lengths,"
    if all(first["value"] == last["value"] for first, last in ends.values()):
        return f"{named} all {table['group'].nunique()} groups are equally rich."
    richest = {name: first["group"] for name, (first, _) in ends.items()}
    poorest = {name: last["group"] for name, (_, last) in ends.items()}
    if len(set(richest.values())) > 1 or len(set(poorest.values())) > 1:
        each = "; ".join(
            f"{_short(name)} {styles[first['group']].label} ({_number(first['value'])})"
            for name, (first, _) in ends.items()
        )
        return f"Measures that hold for unequal lengths do not agree on the richest: {each}. Where lines overlap, do not rank."
    first, last = next(iter(richest.values())), next(iter(poorest.values()))
    values = [", ".join(_number(end["value"]) for end in each) for each in zip(*ends.values(), strict=True)]
    doubt = "no other line reaches its own" if _sure(table, first) else "where lines overlap, do not rank"
    return f"{named} {styles[first].label} has the richest vocabulary ({values[0]}) and {styles[last].label} the poorest ({values[1]}); {doubt}."


def _sure(table: pd.DataFrame, group: str) -> bool:
    """Does the interval of a group lie apart from all others, by each measure?"""
    own, others = table[table["group"] == group], table[table["group"] != group]
    pairs = own.merge(others, on="measure")
    return bool(((pairs["low_x"] > pairs["high_y"]) | (pairs["high_x"] < pairs["low_y"])).all())


def _bound(known: pd.DataFrame, robust: pd.DataFrame, styles: Styles) -> str:
    """What the plain type–token ratio would say, and why not to listen to it."""
    ttr = known[known["measure"] == "ttr"].sort_values("value", ascending=False)
    if len(ttr) < 2:
        return "" if len(robust) else "Such values follow the length of a text; switch on “Length-fair” to rank them."
    first, last = ttr.iloc[0], ttr.iloc[-1]
    if last["words"] == ttr["words"].max() and last["value"] < first["value"]:
        return (
            f"The plain type–token ratio ranks {styles[last['group']].label} last ({_number(last['value'])}) only because it is the "
            "longest text: the ratio falls with length, so do not rank by it."
        )
    span = f"{_number(last['value'])} to {_number(first['value'])}"
    return f"The plain type–token ratio ({span}) falls as a text grows: do not rank by it."


def fair_diversity_reading(table: pd.DataFrame, styles: Styles) -> str:
    """Two sentences on windows of equal length: who is richest then, and how often the places hold."""
    window, draws = int(table["window"].iloc[0]), int(table["draws"].iloc[0])
    known = table.dropna(subset=["value", "other"])
    if known.empty:
        return f"No group has enough words for these measures in windows of {window:,} words."
    if known["group"].nunique() == 1:
        return f"{styles[known['group'].iloc[0]].label} is cut to windows of {window:,} words, which is all it has. With one group only there is nothing to rank."
    ttr = known[known["measure"] == "ttr"]
    cut = f"Cut to {window:,} words each, as many as the shortest has"
    first = f"{cut}, {_plain_ratio(ttr, styles)}" if len(ttr) else cut
    robust = known[known["measure"] != "ttr"]
    if robust.empty:
        return f"{first}. It keeps its place in few draws." if ttr["holds"].max() < 0.5 else f"{first}."
    ends = {name: _ends(rows.assign(value=rows["other"])) for name, rows in robust.groupby("measure", sort=False)}
    kept = " and ".join(
        _kept(ends, place, word, styles)
        for place, word in list(enumerate(("richest", "poorest")))[: robust["group"].nunique() - 1]
    )
    return f"{first}. In {draws} draws {kept}. Below half, a place is no place to report."


def _plain_ratio(ttr: pd.DataFrame, styles: Styles) -> str:
    """Whom the type–token ratio puts first at equal length, and where it stood when whole."""
    best = ttr.loc[ttr["value"].idxmax()]
    place = int((ttr["other"] > best["other"]).sum()) + 1
    even = "even " if place > 1 else ""
    return (
        f"{even}the type–token ratio puts {styles[best['group']].label} first ({_number(best['value'])}; whole, it stood at place "
        f"{place} of {len(ttr)} with {_number(best['other'])})"
    )


def _kept(ends: dict[str, tuple[pd.Series, pd.Series]], place: int, word: str, styles: Styles) -> str:
    """How often the group at one end stays there, by each measure where it is the same by all, else by the first."""
    rows = {name: each[place] for name, each in ends.items()}
    if len({row["group"] for row in rows.values()}) > 1:
        rows = dict(list(rows.items())[:1])
    label = styles[next(iter(rows.values()))["group"]].label
    return f"{label} stays the {word} by {listed([_short(name) for name in rows])} in {listed([share(row['holds']) for row in rows.values()])}"


def share(part: float) -> str:
    """A share in per cent that never says all where it is not all."""
    return ">99%" if 0.995 <= part < 1 else f"{part:.0%}"


def along_reading(table: pd.DataFrame, styles: Styles, *, left_out: list[str]) -> str:
    """Two sentences: the poorest stretch of all, and the text whose poorest is richest."""
    window, lowest = int(table["window"].iloc[0]), table.loc[table.groupby("group", sort=False)["types"].idxmin()]
    worst, best = lowest.loc[lowest["types"].idxmin()], lowest.loc[lowest["types"].idxmax()]
    first = (
        f"{styles[worst['group']].label} repeats itself most: of {window} words in a row only {worst['types']} are different "
        f"(from word {worst['first'] + 1:,} on)"
    )
    if len(lowest) > 1:
        first += f", while no stretch of {styles[best['group']].label} has fewer than {best['types']}"
    short = f" Too short for this window: {', '.join(left_out)}." if left_out else ""
    return f"{first}. A dip is a slogan, a list or a formula that comes again: click it and read.{short}"


def _ends(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """The row of the richest and of the poorest group by one measure."""
    rows = rows.sort_values("value", ascending=MEASURES[rows["measure"].iloc[0]].richer == "lower", kind="stable")
    return rows.iloc[0], rows.iloc[-1]


def _short(measure: str) -> str:
    return MEASURES[measure].label


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.4f}"  # fmt: skip
