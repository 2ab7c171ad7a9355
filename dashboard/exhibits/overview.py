"""The front page: the texts in time, and five findings of the bundled corpus."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

import pandas as pd

from analysis import Corpus, keywords, query_frequencies, stop_words
from analysis.association import fisher_p
from analysis.concordance import CONCORDANCE_COLUMNS

from ..charts.panels import count_matrix, rate_panels
from ..charts.timeline import timeline as timeline_chart
from .base import Exhibit, lines_in, receipt
from .groups import dated, group_styles, is_open_ended, time_of
from .terms import families

# The texts the findings were made on; other corpora get the timeline alone.
BUNDLED = ("chen-2014", "yang-2015", "dong-2022", "duan-2022", "sun-2024")
RATE_METHOD = "hits per 1,000 words; 95 % paragraph bootstrap, 2,000 draws (Wilson where there is no hit)"


@dataclass(frozen=True)
class TimelineOptions:
    """words: how many distinctive words stand with each text."""

    words: int = 4


def timeline(corpus: Corpus, options: TimelineOptions) -> Exhibit:
    """Who wrote when, how much, as what, where, and in which words?"""
    table = corpus.documents.reset_index()
    table.insert(0, "group", table["document_id"])
    table["time"] = [time_of(row) for _, row in table.iterrows()]
    table["dated"] = [dated(row) for _, row in table.iterrows()]
    table["open_ended"] = [is_open_ended(row) for _, row in table.iterrows()]
    for column in ("role", "venue", "genre"):
        table[column] = table[column].fillna("") if column in table else ""
    table["distinctive"] = table["document_id"].map(_distinctive(corpus, options.words)).fillna("")
    columns = ["group", "document_id", "author", "title", "year", "dated", "time", "open_ended", "n_words", "n_paragraphs", "role", "venue", "genre", "distinctive"]
    styles = group_styles(corpus, "document_id")
    return Exhibit(
        name="timeline",
        options=options,
        title=corpus.name,
        table=table[columns],
        draw=lambda frame, theme: timeline_chart(frame, styles, theme),
        reading=_timeline_reading(corpus),
        receipt=receipt(corpus, "distinctive words: conservative Log Ratio, each text against the rest", "stop list en", "at least 3 hits in all texts"),
        find_passages=partial(_opening, corpus),
    )


def _distinctive(corpus: Corpus, n: int) -> dict[str, str]:
    if len(corpus.documents) < 2:
        return {}
    terms = keywords(corpus, stop_words=stop_words(), minimum_count=3)
    best = terms[terms["log_likelihood"] > 0].groupby("group").head(n)
    return best.groupby("group")["term"].agg(", ".join).to_dict()


def _timeline_reading(corpus: Corpus) -> str:
    documents = corpus.documents
    longest, shortest = documents["n_words"].idxmax(), documents["n_words"].idxmin()
    first = f"{len(documents)} texts, {int(documents['n_words'].sum()):,} words of running text"
    years = documents["year"].dropna()
    if len(years):
        first += f", {years.min()} to {years.max()}"
    ratio = documents.at[longest, "n_words"] / max(documents.at[shortest, "n_words"], 1)
    second = f"The longest, {documents.at[longest, 'author']}’s, has {ratio:.0f} times the words of the shortest, {documents.at[shortest, 'author']}’s, so texts are compared by rates per 1,000 words."
    return f"{first}. {second}" if len(documents) > 1 else f"{first}."


def _opening(corpus: Corpus, row: pd.Series) -> pd.DataFrame:
    """The first paragraph of a text as a line to open it by."""
    document = corpus.documents.index.get_loc(row["document_id"])
    stream = corpus.tokens
    first, text = int(stream.document_starts[document]), corpus.text(row["document_id"])
    if first == int(stream.document_starts[document + 1]):
        return pd.DataFrame(columns=CONCORDANCE_COLUMNS)
    start, end = int(stream.start[first]), int(stream.end[first])
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = (row["document_id"], 1, first, start, end, text[low:start], text[start:end], text[end : high if high > 0 else None])
    return pd.DataFrame([line], columns=CONCORDANCE_COLUMNS)


@dataclass(frozen=True)
class Finding:
    """One finding: its headline, the families it rests on, and the page that goes on from it."""

    headline: str
    families: tuple[str, ...]
    page: str
    chart: Literal["rates", "counts"] = "rates"

    def door(self) -> dict[str, str]:
        """The address of the page that goes on from here, with these families filled in."""
        terms = ", ".join(_typed(name) for name in self.families)
        return {"trend_terms" if self.page == "trends" else "terms": terms}


FINDINGS = {
    "frame": Finding("From a bilateral to a global frame", ("United States", "global", "China"), "trends"),
    "trust": Finding("Trust returns, but as a deficit", ("trust", "understanding", "trust deficit"), "trends"),
    "order": Finding("Win-win cooperation gives way to order and crisis", ("win-win", "cooperation", "international order", "crisis"), "trends"),
    "modality": Finding("From should to must", ("should", "must", "we"), "frequencies"),
    "names": Finding(
        "One idea under successive English names, and each text with its own initiative",
        ("community of common destiny", "community of human destiny", "community with a shared future", "mankind", "humanity", "Belt and Road", "Global Security Initiative", "security"),
        "frequencies",
        "counts",
    ),
}


@dataclass(frozen=True)
class FindingOptions:
    """which: a key of FINDINGS."""

    which: Literal["frame", "trust", "order", "modality", "names"] = "frame"


def finding(corpus: Corpus, options: FindingOptions) -> Exhibit:
    """What do the five bundled texts show at a glance, and in which sentences?"""
    chosen = FINDINGS[options.which]
    queries = {name: _query(name) for name in chosen.families}
    table = query_frequencies(corpus, queries).sort_values("term", key=lambda terms: terms.map(chosen.families.index), kind="stable")
    table = table.reset_index(drop=True)
    styles = group_styles(corpus, "document_id")
    chart = rate_panels if chosen.chart == "rates" else count_matrix
    return Exhibit(
        name="finding",
        options=options,
        title=chosen.headline,
        table=table,
        draw=lambda frame, theme: chart(frame, styles, theme),
        reading=_READINGS[options.which](_Numbers(table)),
        receipt=receipt(corpus, RATE_METHOD, "seed 0", "unit: hits of a search, also inside compounds"),
        find_passages=lambda row: lines_in(corpus, queries[row["term"]], [row["group"]]),
        find_search=lambda row: _typed(row["term"]),
    )


def _query(name: str):  # noqa: ANN202
    """A family, or one variant of a family, by its text."""
    known = families()
    if name in known:
        return known[name].query
    return known["community of shared destiny"].variant_queries()[name]


def _typed(name: str) -> str:
    """A family or a variant as a person would type it into a search."""
    return f"@{name}" if name in families() else name


class _Numbers:
    """Counts and rates of a finding by family and text, for its sentences."""

    def __init__(self, table: pd.DataFrame) -> None:
        self._table = table.set_index(["term", "group"])

    def count(self, term: str, group: str) -> int:
        return int(self._table.at[(term, group), "count"])

    def rate(self, term: str, group: str) -> str:
        return f"{self._table.at[(term, group), 'per_1000']:.1f}"

    def spread(self, term: str, group: str) -> str:
        row = self._table.loc[(term, group)]
        return f"{row['per_1000']:.1f} [{row['low']:.1f}–{row['high']:.1f}]"

    def rates(self, term: str) -> str:
        return ", ".join(self.rate(term, group) for group in BUNDLED)

    def total(self, term: str, groups: tuple[str, ...] = BUNDLED) -> int:
        return sum(self.count(term, group) for group in groups)


def _frame(n: _Numbers) -> str:
    return (
        f"In 2014 the United States is named {n.spread('United States', 'chen-2014')} times per 1,000 words, in 2024 {n.spread('United States', 'sun-2024')}; "
        f"“global” goes from {n.rate('global', 'chen-2014')} to {n.rate('global', 'sun-2024')}. "
        f"“China” itself becomes rarer at every step: {n.rates('China')}."
    )


def _trust(n: _Numbers) -> str:
    between = n.total("trust", ("yang-2015", "dong-2022", "duan-2022"))
    return (
        f"Trust stands at {n.rate('trust', 'chen-2014')} per 1,000 words in 2014 ({n.count('trust', 'chen-2014')} hits, with “understanding” {n.count('understanding', 'chen-2014')} times as the remedy) "
        f"and at {n.rate('trust', 'sun-2024')} in 2024, {n.count('trust deficit', 'sun-2024')} of {n.count('trust', 'sun-2024')} times as “trust deficit”. "
        f"The three texts between have it {between} times together."
    )


def _order(n: _Numbers) -> str:
    return (
        f"“Win-win” peaks in 2015 ({n.rate('win-win', 'yang-2015')} per 1,000 words) and is at {n.rate('win-win', 'sun-2024')} in 2024; cooperation falls from {n.rate('cooperation', 'duan-2022')} in Duan to {n.rate('cooperation', 'sun-2024')}. "
        f"“International order” reaches {n.rate('international order', 'sun-2024')} and crisis {n.rate('crisis', 'sun-2024')} in 2024."
    )


def _modality(n: _Numbers) -> str:
    ratios = ", ".join(f"{n.count('should', group)}:{n.count('must', group)}" for group in BUNDLED)
    earlier = BUNDLED[:-1]
    p = float(fisher_p(*(float(x) for x in (n.total("should", earlier), n.total("must", earlier), n.count("should", "sun-2024"), n.count("must", "sun-2024")))))
    return (
        f"Should to must, text by text: {ratios}; the four earlier texts together {n.total('should', earlier)}:{n.total('must', earlier)} against {n.count('should', 'sun-2024')}:{n.count('must', 'sun-2024')} (Fisher’s exact p = {p:.5f}). "
        f"“We” stands {n.count('we', 'yang-2015')} of {n.total('we')} times in Yang: the state speaking; some modals stand in quotations, which a click shows."
    )


def _names(n: _Numbers) -> str:
    shared = "community with a shared future"
    return (
        f"Common destiny ({n.count('community of common destiny', 'yang-2015')} times in 2015), human destiny ({n.count('community of human destiny', 'duan-2022')} in Duan) and a shared future ({n.count(shared, 'dong-2022')} in Dong, {n.count(shared, 'sun-2024')} in Sun) name one idea; mankind gives way to humanity ({n.count('humanity', 'sun-2024')} in 2024). "
        f"Of {n.total('Belt and Road')} mentions of the Belt and Road {n.count('Belt and Road', 'duan-2022')} are Duan’s, and security stands at {n.rate('security', 'dong-2022')} per 1,000 words in Dong, the text on the Global Security Initiative."
    )


_READINGS = {"frame": _frame, "trust": _trust, "order": _order, "modality": _modality, "names": _names}
