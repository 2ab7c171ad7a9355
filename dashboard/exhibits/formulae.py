"""Common ground, second part: set phrases that several groups share, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import pandas as pd

from analysis import Corpus, formula_counts, formula_places, shared_formulae, stop_words
from analysis.errors import require_at_least, require_between, require_one_of
from analysis.intervals import wilson

from ..charts.formulae import ALL, formulae_bands
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .groups import group_styles, members_of, time_of

THICKNESS = {"count": "times", "per_1000": "times per 1,000 words"}


@dataclass(frozen=True)
class FormulaeOptions:
    """by: column compared; n: phrases shown; shortest: words of a phrase at the least; minimum_groups: that have it.

    variants: also phrases that hold, or are part of, one already shown; thickness: a key of `THICKNESS`; phrases of
    nothing but words of the stop list are left out.
    """

    by: str = "author"
    n: int = 12
    shortest: int = 5
    minimum_groups: int = 2
    variants: bool = False
    thickness: Literal["count", "per_1000"] = "count"
    stop_list: str = "en"


def formulae(corpus: Corpus, options: FormulaeOptions) -> Exhibit:
    """Which set phrases do several groups share: who coined, carried, rested and dropped them?

    Table: a row a phrase and group, of each phrase first all groups together: term, n (words), group, count, status
    (see analysis.formulae.STATUSES; "shared" for all groups), words (of the group), per_1000, low, high (Wilson),
    in_groups (labels), time (years; NaN: not known). Phrases in the order of the first group that has them.
    """
    require_at_least("n", options.n, 1)
    require_between("shortest", options.shortest, 1, 13)
    require_one_of("thickness", options.thickness, THICKNESS)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    found = shared_formulae(
        corpus,
        by=options.by,
        shortest=options.shortest,
        stop_words=stop_words(options.stop_list),
        minimum_groups=options.minimum_groups,
    )
    chosen = found if options.variants else _without_variants(found)
    table = _by_group(corpus, chosen.head(options.n), options.by, styles, members)
    return Exhibit(
        name="formulae",
        options=options,
        title="Which set phrases do they share?",
        table=table,
        draw=lambda frame, theme: formulae_bands(
            frame, styles, theme, value=options.thickness, unit=THICKNESS[options.thickness]
        ),
        reading=_reading(chosen, min(options.n, len(chosen)), styles, members, options),
        receipt=receipt(
            corpus,
            f"phrases of {options.shortest} to 12 words in {options.minimum_groups} groups or more (maximal repeats, Gusfield 1997)",
            "every phrase" if options.variants else "of phrases that contain one another only the first",
            f"without phrases of nothing but words of the stop list {options.stop_list}",
            "chosen: most groups first, then longest",
        ),
        find_passages=lambda row: _passages(corpus, members, row),
    )


def _without_variants(found: pd.DataFrame) -> pd.DataFrame:
    """Of phrases that contain one another only the one listed first."""
    kept: list[str] = []
    for term in found["term"]:
        padded = f" {term} "
        if not any(padded in f" {other} " or f" {other} " in padded for other in kept):
            kept.append(term)
    return found[found["term"].isin(kept)].reset_index(drop=True)


def _by_group(
    corpus: Corpus, found: pd.DataFrame, by: str, styles: Styles, members: dict[str, list[str]]
) -> pd.DataFrame:
    """The counts of the phrases in all groups together and in each, groups and phrases in the order of time."""
    counts = formula_counts(corpus, found["term"].tolist(), by=by)
    words = {group: int(corpus.documents.loc[texts, "n_words"].sum()) for group, texts in members.items()}
    order = {group: place for place, group in enumerate(_in_time(corpus, members))}
    whole = found[["term", "count"]].assign(group=ALL, status="shared", words=sum(words.values()), place=-1)
    rows = counts.assign(words=counts["group"].map(words), place=counts["group"].map(order))
    table = pd.concat([whole, rows], ignore_index=True).merge(found[["term", "n", "groups"]])
    first = rows[rows["count"] > 0].groupby("term")["place"].min()
    last = rows[rows["count"] > 0].groupby("term")["place"].max()
    held = rows[rows["count"] > 0].sort_values("place").groupby("term")["group"]
    labels = held.agg(lambda groups: " · ".join(styles[group].label for group in groups))
    table = table.assign(
        first=table["term"].map(first), last=table["term"].map(last), in_groups=table["term"].map(labels),
        time=table["group"].map({group: _time(corpus, texts) for group, texts in members.items()}).astype(float),
    )  # fmt: skip
    table = _with_rates(table).sort_values(
        ["first", "groups", "last", "n", "term", "place"], ascending=[True, False, False, False, True, True]
    )
    columns = ["term", "n", "group", "count", "status", "words", "per_1000", "low", "high", "in_groups", "time"]
    return table[columns].reset_index(drop=True)


def _with_rates(table: pd.DataFrame) -> pd.DataFrame:
    low, high = wilson(table["count"], table["words"])
    return table.assign(per_1000=1000 * table["count"] / table["words"], low=1000 * low, high=1000 * high)


def _time(corpus: Corpus, texts: list[str]) -> float:
    """The time of a group: that of its first text whose year is known."""
    return pd.Series([time_of(document) for _, document in corpus.documents.loc[texts].iterrows()], dtype=float).min()


def _in_time(corpus: Corpus, members: dict[str, list[str]]) -> list[str]:
    """The groups in order of time; those of no known year last."""
    times = pd.Series({group: _time(corpus, texts) for group, texts in members.items()}, dtype=float)
    return times.sort_values(kind="stable", na_position="last").index.tolist()


def _passages(corpus: Corpus, members: dict[str, list[str]], row: pd.Series) -> pd.DataFrame:
    lines = formula_places(corpus, row["term"])
    if row["group"] == ALL:
        return lines
    return lines[lines["document_id"].isin(members[row["group"]])].reset_index(drop=True)


def _reading(
    chosen: pd.DataFrame, shown: int, styles: Styles, members: dict[str, list[str]], options: FormulaeOptions
) -> str:
    if chosen.empty:
        return (
            f"0 phrases of {options.shortest} words or more stand in {options.minimum_groups} of the {len(styles)} groups. "
            "Lower the number of words or of groups."
        )
    best = chosen.iloc[0]
    pairs = pd.Series(
        [pair for row in chosen["in_groups"] for pair in combinations(row.split(" | "), 2)]
    ).value_counts()
    one, other = (styles[group].label for group in pairs.index[0])
    some = f"Drawn: {shown} of {len(chosen)} shared phrases" if shown < len(chosen) else f"Shared phrases: {shown}"
    return (
        f"{some}; “{best['term']}” stands in {best['groups']} of {len(members)} groups ({best['count']} times). "
        f"{one} and {other} share most ({pairs.iloc[0]}), but long texts share more; "
        "a shared phrase proves no borrowing, for names and plain grammar recur."
    )
