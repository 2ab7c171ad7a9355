"""Common ground, third part: what a group never says though the others do, and whether its silence tells anything."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, query_frequencies, query_silences, silences
from analysis.errors import require_at_least
from analysis.intervals import clopper_pearson

from ..charts.silences import asked_dot, silences_dot
from ..charts.theme import Styles
from .base import Exhibit, lines_in, receipt
from .frequencies import RATE, exact, unit
from .groups import group_styles, members_of
from .native import Bars
from .term_tables import interval_of
from .terms import named_queries, typed
from .word_list import WordList

LEVEL = 0.95
METHOD = "highest rate that no hit allows: exact one-sided bound, level 0.95 (Clopper & Pearson 1934)"


@dataclass(frozen=True, kw_only=True)
class SilencesOptions(WordList):
    """by: column compared; n: words a group; minimum_groups: so many of the others have the word; rest as in WordList."""

    by: str = "author"
    n: int = 12
    minimum_groups: int = 2
    minimum_count: int = 5


def silent(corpus: Corpus, options: SilencesOptions) -> Exhibit:
    """Which words does each group never use though others do, and is it long enough for that to tell?

    Table: as analysis.silences, the n words of each group with most hits expected.
    """
    require_at_least("n", options.n, 1)
    require_at_least("minimum_groups", options.minimum_groups, 1)
    found = silences(
        corpus, by=options.by, stop_words=options.stop_words(), minimum_count=options.minimum_count, level=LEVEL
    )
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    # Two groups have but one other each.
    least = min(options.minimum_groups, max(len(members) - 1, 1))
    found = found[found["reference_groups"] >= least]
    table = found.groupby("group", sort=False).head(options.n).reset_index(drop=True)
    return Exhibit(
        name="silences",
        options=options,
        title="What does each never say, though others do?",
        table=table,
        draw=lambda frame, theme: silences_dot(frame, styles, theme),
        reading=_reading(found, styles),
        receipt=receipt(
            corpus,
            "words that a group lacks, by the hits expected at the others’ rate",
            METHOD,
            "p: Fisher’s exact test, q by Benjamini–Hochberg",
            f"in at least {least} of the other groups",
            *options.settings(),
        ),
        find_passages=lambda row: lines_in(corpus, exact(row["term"]), _others(members, row["group"])),
        native=Bars(
            "term",
            "group",
            "expected",
            "hits expected at the others’ rate; pale: the text may only be too short",
            styles,
            lists=True,
            pale=tuple(table.index[~table["telling"].astype(bool)]),
        ),
    )


def _others(members: dict[str, list[str]], group: str) -> list[str]:
    return [text for other, texts in members.items() if other != group for text in texts]


def _reading(found: pd.DataFrame, styles: Styles) -> str:
    if found.empty:
        return "0 words are missing from one group and frequent enough among the others. Lower the minimum count."
    telling = found[found["telling"]]
    if telling.empty:
        return (
            f"None of the {len(found)} absences tells anything: each text may only be too short for the word. "
            "Longer texts, or more frequent words, could tell."
        )
    best = telling.sort_values(["q_value", "expected"], ascending=[True, False], kind="stable").iloc[0]
    counts = "; ".join(
        f"{styles[group].label} {int(rows['telling'].sum())} of {len(rows)}"
        for group, rows in list(found.groupby("group", sort=False))[:6]
    )
    return (
        f"Surest: {styles[best['group']].label} never says “{best['term']}”, though {best['expected']:.1f} hits were to be expected at the others’ rate "
        f"(q {_rounded(best['q_value'])}, that is after allowing for all words tried). Absences that tell, the rest may be shortness: {counts}."
    )


def _rounded(q: float) -> str:
    return "< 0.001" if q < 0.001 else f"= {q:.2g}"


@dataclass(frozen=True)
class AskedOptions:
    """terms: searches parted by commas, @name for a family; compounds: also inside compounds."""

    terms: str = "trust deficit"
    by: str = "author"
    compounds: bool = True
    seed: int = 0


def asked_silences(corpus: Corpus, options: AskedOptions) -> Exhibit:
    """Who lacks the word I ask for, and what does that mean at this length of text?

    Table: a row a search and group: term, group, hits, words, per_1000, low, high; where there is no hit: others_hits,
    others_per_1000, expected, highest_per_1000 and telling (NaN elsewhere); verdict (in words).
    """
    queries = named_queries(options.terms, compounds=options.compounds)
    table = _asked_table(corpus, queries, options)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="asked_silences",
        options=options,
        title="Is a word avoided, or the text too short for it?",
        table=table,
        draw=lambda frame, theme: asked_dot(frame, styles, theme),
        reading=" ".join(_answer(rows, styles) for _, rows in list(table.groupby("term", sort=False))[:2]),
        receipt=receipt(corpus, "hits per 1,000 words", METHOD, interval_of(corpus), f"seed {options.seed}", unit(options.compounds)),
        find_passages=lambda row: lines_in(
            corpus, queries[row["term"]], members[row["group"]] if row["hits"] else _others(members, row["group"])
        ),
        find_search=lambda row: typed(options.terms, row["term"]),
        native=Bars("term", "group", "per_1000", RATE, styles, "low", "high"),
    )  # fmt: skip


def _asked_table(corpus: Corpus, queries: dict, options: AskedOptions) -> pd.DataFrame:
    absent = query_silences(corpus, queries, by=options.by, level=LEVEL).rename(
        columns={"reference_count": "others_hits", "reference_per_1000": "others_per_1000"}
    )
    rates = query_frequencies(corpus, queries, by=options.by, seed=options.seed).rename(columns={"count": "hits"})
    rates = rates[rates["words"] > 0][["term", "group", "hits", "words", "per_1000", "low", "high"]]
    columns = ["group", "term", "others_hits", "others_per_1000", "expected", "highest_per_1000", "telling"]
    table = rates.merge(absent[columns], how="left", on=["group", "term"])
    # A search without any hit anywhere has no rate to expect, but the bound holds all the same.
    nowhere = (table["hits"] == 0) & table["highest_per_1000"].isna()
    bound = 1000 * clopper_pearson(0, table["words"], 2 * LEVEL - 1)[1]
    table["highest_per_1000"] = table["highest_per_1000"].where(~nowhere, bound)
    table["verdict"] = [_verdict(row) for row in table.itertuples()]
    order = {name: place for place, name in enumerate(queries)}
    return table.sort_values("term", key=lambda terms: terms.map(order), kind="stable").reset_index(drop=True)


def _verdict(row) -> str:  # noqa: ANN001 -- a named tuple of the table
    if row.hits:
        return f"{row.hits:,} hit{'s' if row.hits > 1 else ''}"
    if pd.isna(row.expected):
        return "no hit, as everywhere"
    return f"expected {row.expected:.1f}: " + ("the silence tells" if row.telling else "may be too short")


def _answer(rows: pd.DataFrame, styles: Styles) -> str:
    """What the absences of one search mean, in one or two sentences."""
    term, absent = rows["term"].iloc[0], rows[rows["hits"] == 0]
    if absent.empty:
        return (
            f"“{term}” stands in every group, {rows['hits'].sum():,} times in all, so there is no silence to explain."
        )
    if len(absent) == len(rows):
        words = int(rows["words"].sum())
        bound = 1000 * float(clopper_pearson(0, words, 2 * LEVEL - 1)[1])
        return f"“{term}” stands in none of the texts; {words:,} words without a hit still allow a rate of up to {bound:.2f} per 1,000."
    told = "; ".join(
        f"{styles[row.group].label}: {row.expected:.1f} expected, up to {row.highest_per_1000:.1f} per 1,000 still possible against the others’ "
        f"{row.others_per_1000:.1f}"
        for row in absent.head(3).itertuples()
    )
    more = f"; and {len(absent) - 3} more" if len(absent) > 3 else ""
    telling = [styles[group].label for group in absent[absent["telling"].astype(bool)]["group"]]
    end = (
        f"The silence of {', '.join(telling)} tells something"
        if telling
        else "None of these silences tells: the texts may only be too short"
    )
    return f"No “{term}” in {told}{more}. {end}."
