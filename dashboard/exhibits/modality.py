"""What must, should, will and can be: modal verbs by group, and must as a share of the words of duty."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import pandas as pd

from analysis import Corpus, OptionError, language_name, lexicon, query_frequencies
from analysis.association import score
from analysis.errors import require_one_of
from analysis.intervals import clopper_pearson

from ..charts.multiples import rate_multiples
from ..charts.shares import share_dots
from ..charts.theme import Styles
from .base import Exhibit, lines_in, receipt
from .frequencies import RATE, unit
from .groups import group_styles, members_of
from .native import Bars
from .term_tables import interval_of

# In the order of their force; "we" and "our" of the same lexicon are no modal verbs.
MODALS = ("must", "should", "need to", "will", "can", "may", "could", "would")
SCALES = {"shared": "One scale for all", "own": "Each panel its own"}


@dataclass(frozen=True)
class ModalityOptions:
    """by: column compared; quotations: whether words of others, in quotation marks, count; scale: a key of SCALES."""

    by: str = "author"
    quotations: bool = True
    scale: Literal["shared", "own"] = "shared"
    seed: int = 0


def _require_english(corpus: Corpus) -> None:
    if corpus.languages and "en" not in corpus.languages:
        spoken = " and ".join(language_name(code) for code in corpus.languages)
        raise OptionError(f"The words for must, should and will are listed for English; these texts are in {spoken}.")


def modality(corpus: Corpus, options: ModalityOptions) -> Exhibit:
    """How often does each group say must, should, need to, will, can, may, could and would?"""
    require_one_of("scale", options.scale, SCALES)
    _require_english(corpus)
    table = _rates(corpus, MODALS, options.by, options.quotations, options.seed)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="modality",
        options=options,
        title="What must be, what will be, what can be?",
        table=table,
        draw=lambda frame, theme: rate_multiples(frame, styles, theme, own_scale=options.scale == "own"),
        reading=_modality_reading(table, styles),
        receipt=receipt(corpus, "modal verbs per 1,000 words", interval_of(corpus), f"seed {options.seed}", counted(options.quotations), unit(True)),
        find_passages=lambda row: _lines(corpus, [row["term"]], members[row["group"]], options.quotations),
        find_search=lambda row: f"@{row['term']}",
        native=Bars("term", "group", "per_1000", RATE, styles, "low", "high"),
    )  # fmt: skip


def counted(quotations: bool) -> str:
    """What became of words in quotation marks, for a receipt."""
    return "quotations counted" if quotations else "hits inside quotation marks left out"


def _rates(corpus: Corpus, terms: tuple[str, ...], by: str, quotations: bool, seed: int) -> pd.DataFrame:
    """Rates of families of the modality lexicon, term by term, groups in their order."""
    queries = {term: lexicon("modality")[term].query for term in terms}
    table = query_frequencies(corpus, queries, by=by, quotations=quotations, seed=seed)
    return table.sort_values("term", key=lambda column: column.map(terms.index), kind="stable").reset_index(drop=True)


def _lines(corpus: Corpus, terms: list[str], documents: list[str], quotations: bool) -> pd.DataFrame:
    """The sentences of these modal verbs in the order of the text."""
    lines = pd.concat([lines_in(corpus, lexicon("modality")[term].query, documents) for term in terms])
    lines = lines.sort_values("position", kind="stable").reset_index(drop=True)
    return lines if quotations else lines[~lines["quoted"]].reset_index(drop=True)


def _modality_reading(table: pd.DataFrame, styles: Styles) -> str:
    used = table[table["count"] > 0]
    if used.empty:
        return "None of the 8 modal verbs stands in these texts."
    firsts = used.sort_values("per_1000", ascending=False, kind="stable").drop_duplicates("group").set_index("group")
    heads = "; ".join(
        f"{style.label} “{firsts.at[group, 'term']}” {firsts.at[group, 'per_1000']:.1f} "
        f"[{firsts.at[group, 'low']:.1f}–{firsts.at[group, 'high']:.1f}]"
        for group, style in list(styles.items())[:5]
        if group in firsts.index
    )
    few = int((table["count"] < 5).sum())
    return (
        f"The modal verb each uses most, per 1,000 words: {heads}. {few} of the {len(table)} rates rest on fewer than "
        "5 hits: look at the intervals before ranking."
    )


@dataclass(frozen=True)
class ObligationOptions:
    """by: column compared; quotations: whether words of others, in quotation marks, count."""

    by: str = "author"
    quotations: bool = True


def obligation(corpus: Corpus, options: ObligationOptions) -> Exhibit:
    """Of the times a group says should or must, how often does it say must?"""
    table = _shares(corpus, options)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    return Exhibit(
        name="obligation",
        options=options,
        title="Should it, or must it?",
        table=table,
        draw=lambda frame, theme: share_dots(
            frame.rename(columns={"should": "first", "must": "second"}), styles, theme, first="should", second="must"
        ),
        reading=_shares_reading(table, styles, _last_in_time(corpus, options.by)),
        receipt=receipt(
            corpus, "must as a share of all should and must", "95 % Clopper–Pearson interval, hits taken as independent",
            counted(options.quotations), unit(True),
        ),
        find_passages=lambda row: _lines(corpus, ["should", "must"], members[row["group"]], options.quotations),
        find_search=lambda row: "should|must",
        native=Bars(
            "group", "group", "share", "must as a share of all should and must, with 95 % interval", styles, "low", "high", form="0%"
        ),
    )  # fmt: skip


def _shares(corpus: Corpus, options: ObligationOptions) -> pd.DataFrame:
    """A row a group: group, should, must, count (both), share (of must, NaN where there is neither), low, high."""
    rates = _rates(corpus, ("should", "must"), options.by, options.quotations, 0)
    labels = list(dict.fromkeys(rates["group"]))
    table = rates.pivot(index="group", columns="term", values="count").loc[labels, ["should", "must"]].reset_index()
    table.columns.name = None
    table["count"] = table["should"] + table["must"]
    table["share"] = table["must"] / table["count"].where(table["count"] > 0)
    table["low"], table["high"] = clopper_pearson(table["must"], table["count"])
    return table


def _shares_reading(table: pd.DataFrame, styles: Styles, last: str | None) -> str:
    used = table[table["count"] > 0]
    if used.empty:
        return "Neither “should” nor “must” stands in these texts: 0 hits."
    ratios = ", ".join(f"{styles[row.group].label} {row.should}:{row.must}" for row in table.head(6).itertuples())
    ratios += f" and {len(table) - 6} more" if len(table) > 6 else ""
    top = used.loc[used["share"].idxmax()]
    if last in set(used["group"]) and len(used) > 1:
        second = _last_against_earlier(table, last, styles)
    else:
        second = (
            f"“Must” weighs most in {styles[top['group']].label}: {_share(top)} of its {top['count']} words of duty."
        )
    return f"Should to must: {ratios}. {second}"


def _share(row: pd.Series) -> str:
    return f"{row['share']:.0%} [{row['low']:.0%}–{row['high']:.0%}]"


def _last_against_earlier(table: pd.DataFrame, last: str, styles: Styles) -> str:
    """One sentence: the latest group against all dated before it, the effect first."""
    late, early = (
        table[table["group"] == last].iloc[0],
        table[table["group"] != last][["must", "should", "count"]].sum(),
    )
    p = float(score("fisher_p", late["must"], early["must"], late["should"], early["should"]))
    return (
        f"{styles[last].label} says must in {late['must']} of {late['count']} cases, {_share(late)}; all dated before it "
        f"together in {early['must']} of {early['count']}, {early['must'] / early['count']:.0%} (Fisher’s exact "
        f"p = {p:.{5 if p < 0.001 else 3}f}, hits taken as independent)."
    )


def _last_in_time(corpus: Corpus, by: str) -> str | None:
    """The latest group, where the groups follow each other in time; None where years are missing or overlap."""
    years, members = corpus.documents["year"], members_of(corpus, by)
    if len(members) < 2 or years.isna().any():
        return None
    spans = sorted((years[texts].min(), years[texts].max(), group) for group, texts in members.items())
    followed = all(first[1] <= second[0] for first, second in pairwise(spans))
    return spans[-1][2] if followed and spans[-1][0] > spans[-2][1] else None
