"""Where words stand in the texts, and whether they run through them or come in bursts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd

from analysis import Corpus, OptionError, Query, concordance, dispersions, random_spread
from analysis.concordance import CONCORDANCE_COLUMNS
from analysis.dispersion import score
from analysis.errors import require_at_least, require_one_of
from analysis.frequency import hits_by_paragraph

from ..charts.evenness import HEADS, evenness_dot
from ..charts.places import barcode_strips
from ..charts.theme import GroupStyle, Styles
from .base import Exhibit, lines_in, receipt
from .frequencies import exact, unit
from .groups import group_styles, members_of
from .native import Points
from .terms import named_queries, typed
from .word_list import WordList

MOST_SEARCHES = 4
# Fewer hits in a text do not tell a burst from chance.
ENOUGH = 5
DRAWS = 300
MEASURE = "DPnorm over paragraphs (Gries 2008; Lijffijt & Gries 2012): 0 even, 1 all in one place"
GLOSS = "Unevenness (DPnorm) runs from 0, even, to 1, all in one place; rare words score high by chance alone."


@dataclass(frozen=True)
class BarcodeOptions:
    """terms: up to four searches parted by commas; same_width: all texts as wide as the page; compounds: trust also
    finds trust-rebuilding; seed: of the draws that show what chance does."""

    terms: str = "trust, security, cooperation"
    same_width: bool = False
    compounds: bool = True
    seed: int = 0


def barcode(corpus: Corpus, options: BarcodeOptions) -> Exhibit:
    """Where does each search stand in each text, from its first word to its last?

    The table has a row a hit: term, group (the text), word (running words before it), place (0 to 1), the concordance
    line, and of the search in that text hits, paragraphs (with a hit), n_paragraphs, dp_norm, low and high (limits of
    dp_norm by chance), bursts (five hits or more, and dp_norm above the limits).
    """
    queries = named_queries(options.terms, compounds=options.compounds)
    if len(queries) > MOST_SEARCHES:
        raise OptionError(f"That is {len(queries)} searches; up to {MOST_SEARCHES} can be read at once. Take some out.")
    strips = pd.concat([_strips(corpus, name, query, options.seed) for name, query in queries.items()])
    strips = strips.reset_index(drop=True)
    lines = pd.concat([_places(corpus, name, query) for name, query in queries.items()])
    table = lines.merge(strips.drop(columns="n_words"), on=["term", "group"], how="left")
    styles = group_styles(corpus, "document_id")
    return Exhibit(
        name="barcode",
        options=options,
        title="Where do these words stand?",
        table=table,
        draw=lambda frame, theme: barcode_strips(frame, strips, styles, theme, same_width=options.same_width),
        reading=_barcode_reading(strips, styles),
        receipt=receipt(corpus, MEASURE, _chance(options.seed), unit(options.compounds)),
        find_passages=lambda row: row[CONCORDANCE_COLUMNS].to_frame().T.reset_index(drop=True),
        find_search=lambda row: typed(options.terms, row["term"]),
    )


def _places(corpus: Corpus, name: str, query: Query) -> pd.DataFrame:
    """Every hit, with the words of its text that stand before it."""
    lines = concordance(corpus, query)
    document = corpus.documents.index.get_indexer(lines["document_id"])
    first = corpus.words.first_from(corpus.tokens.document_starts[document])
    word = corpus.words.first_from(lines["position"]) - first
    last = np.maximum(corpus.documents["n_words"].to_numpy()[document] - 1, 1)
    return lines.assign(term=name, group=lines["document_id"], word=word, place=np.minimum(word / last, 1.0))


def _strips(corpus: Corpus, name: str, query: Query, seed: int) -> pd.DataFrame:
    """One search in each text: how often, in how many paragraphs, how unevenly, and what chance would do."""
    counts, sizes = hits_by_paragraph(corpus, query), corpus.words_by_paragraph
    rows = []
    for number, (document, n_words) in enumerate(corpus.documents["n_words"].items()):
        here = (corpus.tokens.document_of_paragraph == number) & (sizes > 0)
        hits = int(counts[here].sum())
        chance = random_spread("gries_dp_norm", hits, sizes[here], draws=DRAWS, seed=seed)
        uneven = score("gries_dp_norm", counts[here], sizes[here]) if here.any() else np.nan
        paragraphs = int((counts[here] > 0).sum())
        rows.append((name, document, n_words, hits, paragraphs, int(here.sum()), uneven, chance.low, chance.high))
    columns = ["term", "group", "n_words", "hits", "paragraphs", "n_paragraphs", "dp_norm", "low", "high"]
    strips = pd.DataFrame(rows, columns=columns)
    return strips.assign(bursts=(strips["hits"] >= ENOUGH) & (strips["dp_norm"] > strips["high"]))


def _barcode_reading(strips: pd.DataFrame, styles: Styles) -> str:
    if not strips["hits"].sum():
        return "None of these searches has a hit (0 in all texts). Check the spelling, or search for a part with an asterisk."
    top = strips.loc[strips["hits"].idxmax()]
    first = (
        f"“{top['term']}” stands in {top['paragraphs']} of {top['n_paragraphs']} paragraphs of "
        f"{styles[top['group']].label} ({top['hits']} hit{'' if top['hits'] == 1 else 's'})"
    )
    known = strips[strips["hits"] >= ENOUGH].dropna(subset="dp_norm")
    bursts = strips[strips["bursts"]]
    if bursts.empty:
        return f"{first}; no search comes in bursts beyond chance in any text. {GLOSS}"
    most = bursts.loc[(bursts["dp_norm"] - bursts["high"]).idxmax()]
    return (
        f"{first}. In {len(bursts)} of {len(known)} strips with {ENOUGH} hits or more they come in bursts (in bold), most of all "
        f"“{most['term']}” in {styles[most['group']].label}: {most['dp_norm']:.2f}, by chance {most['low']:.2f} to "
        f"{most['high']:.2f}. {GLOSS}"
    )


@dataclass(frozen=True, kw_only=True)
class EvennessOptions(WordList):
    """group: one group of `by`, "" for all texts; n: words a list; seed: of the draws that show what chance does; the
    rest as in WordList."""

    by: str = "author"
    group: str = ""
    n: int = 10
    minimum_count: int = 12
    seed: int = 0


def evenness(corpus: Corpus, options: EvennessOptions) -> Exhibit:
    """Which frequent words run through all paragraphs, and which come in bursts?

    The table has a row a word: list ("even" or "bursts"), term, count, per_1000, paragraphs (with the word), parts (all
    paragraphs), dp_norm, chance (its mean if hits were strewn at random), low and high (limits of 95 in 100 such
    draws), surplus (dp_norm − chance). Even: the smallest surplus first; bursts: the largest.
    """
    require_at_least("n", options.n, 1)
    members, styles = members_of(corpus, options.by), group_styles(corpus, options.by)
    require_one_of("group", options.group, ["", *members])
    documents = members[options.group] if options.group else list(corpus.documents.index)
    table = _two_lists(_against_chance(corpus, options, documents), options.n)
    style = styles[options.group] if options.group else GroupStyle("all texts", None)
    return Exhibit(
        name="evenness",
        options=options,
        title=f"Which words of {style.label} come in bursts?",
        table=table,
        draw=partial(evenness_dot, style=style),
        reading=_evenness_reading(table, style.label),
        receipt=receipt(
            corpus, MEASURE, _chance(options.seed), *options.settings(), f"at least {ENOUGH} in {style.label}"
        ),
        find_passages=lambda row: lines_in(corpus, exact(row["term"]), documents),
        native=_against_chance_points(table, style),
    )


def _against_chance_points(table: pd.DataFrame, style: GroupStyle) -> Points:
    """Unevenness across, what chance gives upwards; pale: a word that chance alone could have spread so."""
    by_chance = table["dp_norm"].between(table["low"], table["high"])
    return Points(
        "dp_norm", "chance", "list", "unevenness (DPnorm over paragraphs): 0 even, 1 all in one place",
        "by chance, with 95 % of the draws", {name: replace(style, label=head) for name, head in HEADS.items()}, label="term",
        low="low", high="high", labelled=len(table), pale=tuple(table.index[by_chance]), form="0.00",
    )  # fmt: skip


def _against_chance(corpus: Corpus, options: EvennessOptions, documents: list[str]) -> pd.DataFrame:
    """The words that may be listed, with what chance would make of words as frequent."""
    table = dispersions(
        corpus, by=options.by if options.group else "corpus", over="paragraphs", stop_words=options.stop_words(),
        minimum_count=ENOUGH,
    )  # fmt: skip
    totals = pd.Series(corpus.words_and_numbers.totals, corpus.terms)
    here = table["group"] == options.group if options.group else True
    table = table[here & (table["term"].map(totals) >= options.minimum_count) & table["gries_dp_norm"].notna()]
    inside = np.isin(corpus.tokens.document_of_paragraph, corpus.documents.index.get_indexer(documents))
    sizes = corpus.words_by_paragraph[inside & (corpus.words_by_paragraph > 0)]
    chance = {
        count: random_spread("gries_dp_norm", count, sizes, draws=DRAWS, seed=options.seed)
        for count in table["count"].unique()
    }
    limits = pd.DataFrame([chance[count] for count in table["count"]], table.index, ["chance", "low", "high"])
    table = table.join(limits).rename(columns={"gries_dp_norm": "dp_norm"})
    table = table.assign(surplus=table["dp_norm"] - table["chance"], paragraphs=table["range"].astype(int))
    return table.sort_values(["surplus", "term"])


def _two_lists(table: pd.DataFrame, n: int) -> pd.DataFrame:
    """The words farthest below chance and farthest above it; of few words, half and half."""
    n = min(n, (len(table) + 1) // 2)
    even, bursts = table.head(n), table.iloc[n:].tail(n).iloc[::-1]
    both = pd.concat([even.assign(list="even"), bursts.assign(list="bursts")], ignore_index=True)
    columns = [
        "list",
        "term",
        "count",
        "per_1000",
        "paragraphs",
        "parts",
        "dp_norm",
        "chance",
        "low",
        "high",
        "surplus",
    ]
    return both[columns]


def _evenness_reading(table: pd.DataFrame, where: str) -> str:
    if table.empty:
        return f"No word is frequent enough in {where} to be listed. Lower the minimum count or take all texts."
    bursts, even = table[table["list"] == "bursts"], table[table["list"] == "even"]
    beyond = int((bursts["dp_norm"] > bursts["high"]).sum())
    said = f"Most evenly spread in {where} for its frequency: {_told(even.iloc[0])}."
    if len(bursts):
        said += f" Most in bursts: {_told(bursts.iloc[0])}; words above chance on that list: {beyond} of {len(bursts)}."
    return f"{said} {GLOSS}"


def _told(row: pd.Series) -> str:
    return (
        f"{row['term']} ({row['count']} hits in {row['paragraphs']} of {row['parts']} paragraphs, "
        f"{row['dp_norm']:.2f} against {row['chance']:.2f} by chance)"
    )


def _chance(seed: int) -> str:
    return f"by chance: 95 % of {DRAWS} draws of as many hits at random, seed {seed}"
