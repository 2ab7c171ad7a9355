"""A word, its collocates, and which of them meet each other."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, Query, collocates
from analysis.errors import require_at_least, require_one_of

from ..charts.network import network_radial
from ..charts.theme import Styles
from .base import Exhibit
from .company import COULD_BE_CHANCE, FEW, company_receipt, meetings, near_words, one_search
from .frequencies import exact
from .groups import group_styles, members_of
from .word_list import WordList

MOST_WORDS = 30
# A word is a group's when so much of its company with the node is there.
MOSTLY = 2 / 3
# So many links a word on the average stay readable.
LINKS_A_WORD = 1.2
COLUMNS = ["kind", "first", "second", "together", "expected", "log_dice", "log_likelihood", "mostly", "share"]


@dataclass(frozen=True, kw_only=True)
class NetworkOptions(WordList):
    """query: one search, the node; group: one group of `by`, "" for all texts; window: words on either side;
    together: meetings at the least; n: words, at most 30; the rest as in WordList."""

    query: str = "cooperation"
    by: str = "author"
    group: str = ""
    window: int = 5
    together: int = 3
    n: int = 20


def network(corpus: Corpus, options: NetworkOptions) -> Exhibit:
    """Which words stand near the node, and which of these stand near each other?

    The table has first the words (kind "word", first the node, second its collocate), then the links among them (kind
    "link"): together (meetings), expected (by chance), log_dice, log_likelihood; mostly and share: the group that has
    two thirds of the meetings or more ("" for none), and the share of the group that has most.
    """
    require_at_least("n", options.n, 1)
    members, styles = members_of(corpus, options.by), group_styles(corpus, options.by)
    require_one_of("group", options.group, ["", *members])
    name, node = one_search(options.query)
    near = _words(corpus, name, node, options)
    table = pd.concat([near, _links(corpus, near["second"], options)], ignore_index=True)[COLUMNS]
    documents = members[options.group] if options.group else list(corpus.documents.index)
    where = styles[options.group].label if options.group else "all texts"
    return Exhibit(
        name="network",
        options=options,
        title=f"The company of “{name}” in {where}",
        table=table,
        draw=lambda frame, theme: network_radial(frame, styles, theme, node=name),
        reading=_reading(table, styles, name, where, options.window),
        receipt=company_receipt(
            corpus,
            options,
            f"at least {options.together} meetings in {where}, more than by chance",
            "links between words: the same window, only where chance would rarely bring as many (G² ≥ 3.84)",
        ),
        find_passages=lambda row: meetings(
            corpus, node if row["kind"] == "word" else exact(row["first"]), row["second"], options.window, documents
        ),
        find_search=lambda row: ", ".join([options.query if row["kind"] == "word" else row["first"], row["second"]]),
    )


def _words(corpus: Corpus, name: str, node: Query, options: NetworkOptions) -> pd.DataFrame:
    """The collocates shown, the closest first, and the group that has most of each."""
    by = options.by if options.group else "corpus"
    found = near_words(corpus, node, options, by=by, minimum=options.together)
    found = found[found["together"] > found["expected"]]
    found = found[found["group"] == options.group] if options.group else found
    found = found.head(min(options.n, MOST_WORDS)).rename(columns={"collocate": "second"})
    if options.group:
        return found.assign(kind="word", first=name, mostly=options.group, share=1.0)
    each = near_words(corpus, node, options, by=options.by, minimum=1).set_index("collocate")
    shares = each["together"] / each.groupby(level=0)["together"].transform("sum")
    leading = pd.DataFrame({"group": each["group"], "share": shares}).sort_values("share", kind="stable")
    leading = leading[~leading.index.duplicated(keep="last")].reindex(found["second"])
    mostly = leading["group"].where(leading["share"] >= MOSTLY, "").to_numpy()
    return found.assign(kind="word", first=name, mostly=mostly, share=leading["share"].to_numpy())


def _links(corpus: Corpus, listed: pd.Series, options: NetworkOptions) -> pd.DataFrame:
    """Which listed words stand near each other, the closest pairs first, each pair once."""
    found = [_near_each_other(corpus, word, listed, options) for word in listed]
    if not found:
        return pd.DataFrame(columns=COLUMNS)
    links = pd.concat(found).sort_values(["log_dice", "first", "second"], ascending=[False, True, True])
    return links.head(round(LINKS_A_WORD * len(listed))).assign(kind="link", mostly="", share=float("nan"))


def _near_each_other(corpus: Corpus, word: str, listed: pd.Series, options: NetworkOptions) -> pd.DataFrame:
    found = collocates(
        corpus, exact(word), by=options.by if options.group else "corpus", left=options.window, right=options.window,
        minimum_count=options.together,
    )  # fmt: skip
    here = found["group"] == options.group if options.group else True
    once = found["collocate"].isin(listed) & (found["collocate"] > word)
    found = found[here & once & (found["log_likelihood"] >= COULD_BE_CHANCE)]
    return found.rename(columns={"node": "first", "collocate": "second", "count": "together", "score": "log_dice"})


def _reading(table: pd.DataFrame, styles: Styles, name: str, where: str, window: int) -> str:
    near, links = table[table["kind"] == "word"], table[table["kind"] == "link"]
    if near.empty:
        return (
            f"No word meets “{name}” often enough within {window} words in {where}, and more than by chance. "
            "Ask for fewer meetings (1 is the least) or a wider window."
        )
    first = ", ".join(f"{row.second} ({row.together:,})" for row in near.head(3).itertuples())
    said = f"Closest to “{name}” in {where} stand {first}: meetings within {window} words."
    if near["mostly"].nunique() > 1:
        owned = near.loc[near["mostly"] != "", "mostly"].value_counts(sort=False)
        named = ", ".join(f"{styles[group].label} ({owned[group]})" for group in owned.nlargest(3).index)
        said += f" Of {len(near)} words {int(owned.sum())} meet it mostly in one group, above all in {named}."
    if len(links):
        tie = links.iloc[0]
        said += f" Among themselves {tie['first']} and {tie['second']} are the closest ({tie['together']:,} together)."
    return f"{said} {FEW} meetings or fewer prove little."
