"""What else differs between the groups compared."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, clean_contrasts, confounds

from ..charts.confounds import confounds_card
from ..charts.theme import Styles
from .base import Exhibit, opening, receipt
from .groups import group_styles, listed, members_of


@dataclass(frozen=True)
class ConfoundOptions:
    """by: the column compared."""

    by: str = "author"


def confound_card(corpus: Corpus, options: ConfoundOptions) -> Exhibit:
    """What else differs between the sides of a comparison?"""
    table = confounds(corpus, by=options.by)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="confounds",
        options=options,
        title=f"What else differs, by {options.by.replace('_', ' ')}?",
        table=table,
        draw=lambda frame, theme: confounds_card(frame, styles, theme),
        reading=" ".join(filter(None, [inseparable(table, options.by, len(corpus.documents)), _nearest(corpus, options.by, styles)])),
        receipt=receipt(corpus, "metadata of the texts; red: changes with the groups, so it cannot be told apart from them"),
        find_passages=lambda row: pd.concat([opening(corpus, text) for text in members[row["group"]]], ignore_index=True),
        find_search=lambda row: "",
    )  # fmt: skip


def inseparable(table: pd.DataFrame, by: str, texts: int) -> str:
    """One sentence: what cannot be told apart from the groups; "" when nothing."""
    bound = table[table["relation"].isin(("inseparable", "nested"))]
    columns = [column.replace("_", " ") for column in dict.fromkeys(bound["column"])]
    # Year and genre matter most and are what a reader thinks of first.
    columns.sort(key=lambda column: {"author": 0, "year": 1, "genre": 2}.get(column, 3))
    groups = table["group"].nunique()
    if groups < 2 or not columns:
        return ""
    named = by.replace("_", " ") if by != "document_id" else "text"
    each = f"each {named} stands for one text" if groups == texts else f"{groups} groups are made of {texts} texts"
    return f"{named.capitalize()} cannot be told apart from {listed(columns)} here: {each}."


def _nearest(corpus: Corpus, by: str, styles: Styles) -> str:
    if len(styles) < 2:
        return "There is one group only, so nothing is compared."
    pairs = clean_contrasts(corpus, by=by)
    best = pairs[(pairs["same"] == pairs["same"].max()) & (pairs["same"] > 0)]
    if best.empty:
        return f"No two of the {len(styles)} groups agree in anything else."
    named = "; ".join(f"{styles[row.group].label} and {styles[row.other].label} (both the same {row.agree})" for row in best.head(3).itertuples())  # fmt: skip
    return f"Nearest to a clean contrast: {named}."
