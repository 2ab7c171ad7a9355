"""Ideas and the names they go by: families of expressions across groups, and one family opened into its variants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import Corpus, OptionError, lexicon, lexicon_names, query_frequencies, variant_frequencies
from analysis.errors import require_at_least, require_one_of
from analysis.lexicons import Family

from ..charts.concepts import rates_heatmap
from ..charts.theme import Styles
from .base import Exhibit, lines_in, receipt
from .frequencies import RATE, unit
from .groups import group_styles, members_of
from .native import Bars
from .term_tables import interval_of
from .terms import families

# What a lexicon is called on the screen; another file in the folder goes by its own name.
LEXICONS = {"concepts": "Ideas", "actors": "Actors", "modality": "Must, will, can", "stance": "How sure"}
ORDERS = {"peak": "By who uses it most", "difference": "Largest difference first", "lexicon": "As in the lexicon"}
SHADES = {"map": "One scale for all", "row": "Each row by itself"}


def lexicon_labels() -> dict[str, str]:
    """The lexicons there are, ideas first, by name and what they are called on the screen."""
    known = [name for name in LEXICONS if name in lexicon_names()]
    return {name: LEXICONS.get(name, name.replace("_", " ").capitalize()) for name in dict.fromkeys([*known, *lexicon_names()])}  # fmt: skip


@dataclass(frozen=True)
class ConceptsOptions:
    """lexicon: by name; by: column compared; n: families shown, those that differ most; contains: only families with
    these letters in their name or in a variant; order: a key of ORDERS; shade: a key of SHADES."""

    lexicon: str = "concepts"
    by: str = "author"
    n: int = 20
    contains: str = ""
    order: Literal["peak", "difference", "lexicon"] = "peak"
    shade: Literal["map", "row"] = "map"
    seed: int = 0


def concepts(corpus: Corpus, options: ConceptsOptions) -> Exhibit:
    """Which ideas, under all the names they go by, does each group use, and how much?"""
    require_at_least("n", options.n, 1)
    require_one_of("order", options.order, ORDERS)
    require_one_of("shade", options.shade, SHADES)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    if len(styles) < 2:
        raise OptionError("There is nothing to compare: choose a second text, or another column to group by.")
    tried = _matching(options.lexicon, options.contains)
    queries = {name: family.query for name, family in tried.items()}
    rates = query_frequencies(corpus, queries, by=options.by, seed=options.seed)
    table = _chosen(rates, options, list(tried))
    return Exhibit(
        name="concepts",
        options=options,
        title=_TITLES.get(options.lexicon, "Who uses which of these, and how much?"),
        table=table,
        draw=lambda frame, theme: rates_heatmap(frame, styles, theme, rows_alone=options.shade == "row"),
        reading=_concepts_reading(table, styles),
        receipt=receipt(
            corpus,
            "hits of a family, all its variants together, per 1,000 words (hits in brackets)",
            f"{table['term'].nunique()} of {len(tried)} families of the lexicon {options.lexicon}, those with the largest difference of rates between groups",
            interval_of(corpus),
            f"seed {options.seed}",
            unit(True),
        ),
        find_passages=lambda row: lines_in(corpus, queries[row["term"]], members[row["group"]]),
        find_search=lambda row: f"@{row['term']}",
    )


_TITLES = {
    "concepts": "Which ideas does each text live by?",
    "actors": "Who is spoken of, and by whom?",
    "modality": "What must be, what will be, what can be?",
    "stance": "How sure does each text sound?",
}


def _matching(name: str, contains: str) -> dict[str, Family]:
    """Families of a lexicon with these letters in their name or in one of their variants."""
    letters, known = contains.strip().lower(), lexicon(name)
    found = {key: family for key, family in known.items() if any(letters in text.lower() for text in (key, *family.variants))}  # fmt: skip
    if not found:
        raise OptionError(
            f"None of the {len(known)} families of this lexicon contains {contains.strip()!r}; try fewer letters."
        )
    return found


def _chosen(rates: pd.DataFrame, options: ConceptsOptions, names: list[str]) -> pd.DataFrame:
    """The families that differ most between groups, in the order asked for, groups in theirs."""
    grid = rates.pivot(index="term", columns="group", values="per_1000").reindex(names)
    # A group without any counted word has no rates, so it differs from nobody.
    grid = grid[list(dict.fromkeys(rates["group"]))].dropna(axis=1, how="all")
    grid = grid[grid.max(axis=1) > 0]
    if grid.empty:
        raise OptionError(f"None of the {len(names)} families tried stands in these texts; choose another lexicon.")
    difference = (grid.max(axis=1) - grid.min(axis=1)).sort_values(ascending=False, kind="stable")
    shown = list(difference.index[: options.n])
    if options.order == "lexicon":
        shown.sort(key=names.index)
    elif options.order == "peak":
        peak = grid.to_numpy().argmax(axis=1)
        shown.sort(key=dict(zip(grid.index, peak, strict=True)).get)
    return _in_order(rates[rates["term"].isin(shown)], shown)


def _in_order(table: pd.DataFrame, terms: list[str]) -> pd.DataFrame:
    """Rows by term in this order; groups keep theirs."""
    return table.sort_values("term", key=lambda column: column.map(terms.index), kind="stable").reset_index(drop=True)


def _concepts_reading(table: pd.DataFrame, styles: Styles) -> str:
    grid = table.groupby("term", sort=False)["per_1000"]
    widest = (grid.max() - grid.min()).idxmax()
    rows = table[(table["term"] == widest) & (table["words"] > 0)].sort_values(
        "per_1000", ascending=False, kind="stable"
    )
    most, least = rows.iloc[0], rows.iloc[-1]
    first = (
        f"The widest gap: “{widest}”, {_with_interval(most)} per 1,000 words in {styles[most['group']].label} against "
        f"{_with_interval(least)} in {styles[least['group']].label}."
    )
    return f"{first} {_spread_over_groups(table, len(styles))}{_caution(table, styles)}."


def _spread_over_groups(table: pd.DataFrame, groups: int) -> str:
    users = table[table["count"] > 0].groupby("term")["group"].nunique()
    if len(users) == 1:
        return f"It stands in {users.iloc[0]} of {groups} groups"
    shared, alone = int((users == groups).sum()), int((users == 1).sum())
    return f"Of the {len(users)} families shown, {shared} stand in every group and {alone} in one only"


def _caution(table: pd.DataFrame, styles: Styles) -> str:
    """What a zero in the shortest group that has one still allows."""
    zeros = table[(table["count"] == 0) & (table["words"] > 0)]
    if zeros.empty:
        return "; where intervals overlap widely, do not rank"
    row = zeros.loc[zeros["words"].idxmin()]
    return f"; a 0 is no proof: in {styles[row['group']].label} ({row['words']:,} words) no hit still allows up to {row['high']:.1f} per 1,000"


def _with_interval(row: pd.Series) -> str:
    rate = f"{row['per_1000']:.1f}" if row["count"] else "0"
    return f"{rate} [{row['low']:.1f}–{row['high']:.1f}]"


@dataclass(frozen=True)
class ConceptVariantsOptions:
    """family: by name, of any lexicon; by: column compared."""

    family: str = "community of shared destiny"
    by: str = "author"
    seed: int = 0


def concept_variants(corpus: Corpus, options: ConceptVariantsOptions) -> Exhibit:
    """By which of its names does each group call one idea?"""
    require_one_of("family", options.family, families())
    query = families()[options.family].query
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    rates = variant_frequencies(corpus, query, by=options.by, seed=options.seed)
    table = _found(rates, list(dict.fromkeys(query.variants)))
    return Exhibit(
        name="concept_variants",
        options=options,
        title=f"Which names does “{options.family}” go by?",
        table=table,
        draw=lambda frame, theme: rates_heatmap(frame, styles, theme, label_width=270),
        reading=_variants_reading(table, styles, options.family, list(dict.fromkeys(query.variants))),
        receipt=receipt(
            corpus,
            "hits of each variant per 1,000 words (hits in brackets), each place counted for one variant only",
            interval_of(corpus),
            f"seed {options.seed}",
            unit(True),
        ),
        find_passages=lambda row: _lines_of_variant(corpus, query, row["term"], members[row["group"]]),
        native=Bars("term", "group", "per_1000", RATE, styles, "low", "high"),
    )


def _lines_of_variant(corpus: Corpus, query, variant: str, documents: list[str]) -> pd.DataFrame:  # noqa: ANN001
    lines = lines_in(corpus, query, documents)
    return lines[lines["variant"] == variant].reset_index(drop=True)


def _found(rates: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """The variants with a hit, in the order of the groups that use them first, so that successive names step down."""
    groups = list(dict.fromkeys(rates["group"]))
    hits = rates[rates["count"] > 0]
    first = hits.groupby("term")["group"].agg(lambda used: min(map(groups.index, used))).to_dict()
    return _in_order(rates[rates["term"].isin(first)], sorted(first, key=lambda name: (first[name], names.index(name))))


def _variants_reading(table: pd.DataFrame, styles: Styles, family: str, names: list[str]) -> str:
    if table.empty:
        return f"None of the {len(names)} names of “{family}” stands in these texts."
    used = table[table["count"] > 0]
    parts = [
        f"“{name}” {', '.join(f'{row.count} in {styles[row.group].label}' for row in rows.itertuples(name='Row'))}"
        for name, rows in list(used.groupby("term", sort=False))[:4]
    ]
    found = used["term"].nunique()
    more = f"; and {found - 4} more" if found > 4 else ""
    return f"Hits by name: {'; '.join(parts)}{more}. {_names_a_group(used, styles)}{_absent(table, names)}"


def _names_a_group(used: pd.DataFrame, styles: Styles) -> str:
    several = used.groupby("group", sort=False)["term"].nunique()
    users, mixed = len(several), [styles[group].label for group in several.index[several > 1]]
    total = f"Together {used['count'].sum():,} hits in {users} of {len(styles)} groups"
    if not mixed:
        return f"{total}; each of them keeps to one name."
    return f"{total}; {', '.join(mixed[:5])} {'uses' if len(mixed) == 1 else 'use'} more than one name."


def _absent(table: pd.DataFrame, names: list[str]) -> str:
    absent = [name for name in names if name not in set(table["term"])]
    if not absent:
        return ""
    listed = f": {', '.join(absent)}" if len(absent) <= 3 else ""
    return (
        f" Looked for and not found{listed}." if listed else f" {len(absent)} more names were looked for and not found."
    )
