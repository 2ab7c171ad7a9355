"""Five findings of the bundled corpus, each a small picture and two sentences computed when shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import AnalysisError, Corpus, Query, query_frequencies
from analysis.association import score

from ..charts.panels import count_matrix, rate_panels
from .base import Exhibit, lines_in, receipt
from .frequencies import unit
from .groups import group_styles
from .term_tables import interval_of
from .terms import families

# The texts the findings were made on; other corpora get the timeline alone.
CHEN, YANG, DONG, DUAN, SUN = BUNDLED = ("chen-2014", "yang-2015", "dong-2022", "duan-2022", "sun-2024")
SHARED_FUTURE = "community with a shared future"


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
    "order": Finding(
        "Win-win cooperation gives way to order and crisis",
        ("win-win", "cooperation", "international order", "crisis"),
        "trends",
    ),
    "modality": Finding("From should to must", ("should", "must", "we"), "frequencies"),
    "names": Finding(
        "One idea under successive English names, and each text with its own initiative",
        (
            "community of common destiny",
            "community of human destiny",
            SHARED_FUTURE,
            "mankind",
            "humanity",
            "Belt and Road",
            "Global Security Initiative",
            "security",
        ),
        "frequencies",
        "counts",
    ),
}


@dataclass(frozen=True)
class FindingOptions:
    """which: a key of FINDINGS."""

    which: Literal["frame", "trust", "order", "modality", "names"] = "frame"


def finding(corpus: Corpus, options: FindingOptions) -> Exhibit:
    """What do the five bundled texts show at a glance, and in which sentences?

    AnalysisError for other texts.
    """
    missing = [text for text in BUNDLED if text not in corpus.documents.index]
    if missing:
        raise AnalysisError(f"The findings are about the five bundled texts; {missing[0]} is not among these.")
    chosen = FINDINGS[options.which]
    queries = {name: _query(name) for name in chosen.families}
    table = query_frequencies(corpus, queries).sort_values(
        "term", key=lambda terms: terms.map(chosen.families.index), kind="stable"
    )
    table = table.reset_index(drop=True)
    styles = group_styles(corpus, "document_id")
    chart = rate_panels if chosen.chart == "rates" else count_matrix
    return Exhibit(
        name="finding",
        options=options,
        title=chosen.headline,
        table=table,
        draw=lambda frame, theme: chart(frame, styles, theme),
        reading=_READINGS[options.which](_Numbers(corpus, queries, table)),
        receipt=receipt(corpus, "hits per 1,000 words", interval_of(corpus), "seed 0", unit(True)),
        find_passages=lambda row: lines_in(corpus, queries[row["term"]], [row["group"]]),
        find_search=lambda row: _typed(row["term"]),
    )


def _query(name: str) -> Query:
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

    def __init__(self, corpus: Corpus, queries: dict[str, Query], table: pd.DataFrame) -> None:
        self._corpus, self._queries = corpus, queries
        self._table = table.set_index(["term", "group"])

    def count(self, term: str, group: str) -> int:
        return int(self._table.at[(term, group), "count"])

    def quoted(self, term: str, group: str) -> int:
        return int(lines_in(self._corpus, self._queries[term], [group])["quoted"].sum())

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
    us, world = "United States", "global"
    return (
        f"In 2014 the United States is named {n.spread(us, CHEN)} times per 1,000 words, in 2024 {n.spread(us, SUN)}; "
        f"“global” goes from {n.rate(world, CHEN)} to {n.rate(world, SUN)}. "
        f"“China” itself becomes rarer at every step: {n.rates('China')}."
    )


def _trust(n: _Numbers) -> str:
    trust, deficit, remedy = "trust", "trust deficit", "understanding"
    return (
        f"Trust stands at {n.rate(trust, CHEN)} per 1,000 words in 2014 ({n.count(trust, CHEN)} hits, with "
        f"“understanding” {n.count(remedy, CHEN)} times as the remedy) and at {n.rate(trust, SUN)} in 2024, "
        f"{n.count(deficit, SUN)} of {n.count(trust, SUN)} times as “trust deficit”. "
        f"The three texts between have it {n.total(trust, (YANG, DONG, DUAN))} times together."
    )


def _order(n: _Numbers) -> str:
    win, cooperation, order, crisis = "win-win", "cooperation", "international order", "crisis"
    return (
        f"“Win-win” peaks in 2015 ({n.rate(win, YANG)} per 1,000 words) and is at {n.rate(win, SUN)} in 2024; "
        f"cooperation falls from {n.rate(cooperation, DUAN)} in Duan to {n.rate(cooperation, SUN)}. "
        f"“International order” reaches {n.rate(order, SUN)} and crisis {n.rate(crisis, SUN)} in 2024."
    )


def _modality(n: _Numbers) -> str:
    ratios = ", ".join(f"{n.count('should', text)}:{n.count('must', text)}" for text in BUNDLED)
    earlier = n.total("should", BUNDLED[:-1]), n.total("must", BUNDLED[:-1])
    latest = n.count("should", SUN), n.count("must", SUN)
    p = float(score("fisher_p", *earlier, *latest))
    return (
        f"Should to must, text by text: {ratios}; the four earlier texts together {earlier[0]}:{earlier[1]} against "
        f"{latest[0]}:{latest[1]} (Fisher’s exact p = {p:.5f}). "
        f"In Sun, {n.quoted('should', SUN)} should and {n.quoted('must', SUN)} must are words of others, in quotation "
        f"marks. “We” stands {n.count('we', YANG)} of {n.total('we')} times in Yang: the state speaking."
    )


def _names(n: _Numbers) -> str:
    road = "Belt and Road"
    return (
        f"Common destiny ({n.count('community of common destiny', YANG)} times in 2015), human destiny "
        f"({n.count('community of human destiny', DUAN)} in Duan) and a shared future ({n.count(SHARED_FUTURE, DONG)} in "
        f"Dong, {n.count(SHARED_FUTURE, SUN)} in Sun) name one idea; mankind gives way to humanity "
        f"({n.count('humanity', SUN)} in 2024). Of {n.total(road)} mentions of the Belt and Road {n.count(road, DUAN)} are "
        f"Duan’s, and security stands at {n.rate('security', DONG)} per 1,000 words in Dong, the text on the Global "
        "Security Initiative."
    )


_READINGS = {"frame": _frame, "trust": _trust, "order": _order, "modality": _modality, "names": _names}
