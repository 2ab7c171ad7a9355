"""The texts in time."""

from __future__ import annotations

from dataclasses import dataclass

from analysis import Corpus, keywords, stop_words

from ..charts.timeline import MOST_BLOCKS
from ..charts.timeline import timeline as timeline_chart
from .base import Exhibit, opening, receipt
from .groups import dated, group_styles, is_open_ended, time_of

COLUMNS = [
    "group", "document_id", "author", "title", "year", "dated", "time", "open_ended", "n_words", "n_paragraphs",
    "role", "venue", "genre", "distinctive",
]  # fmt: skip


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
        table[column] = table[column].astype(object).fillna("") if column in table else ""
    distinctive = _distinctive(corpus, options.words)
    table["distinctive"] = [distinctive.get(document_id, "") for document_id in table["document_id"]]
    styles = group_styles(corpus, "document_id")
    return Exhibit(
        name="timeline",
        options=options,
        title=corpus.name,
        table=table[COLUMNS],
        draw=lambda frame, theme: timeline_chart(frame, styles, theme),
        reading=_timeline_reading(corpus),
        receipt=receipt(
            corpus,
            *(
                (
                    "distinctive words: conservative Log Ratio, each text against the rest",
                    f"stop list {corpus.stop_list}",
                    "at least 3 hits in all texts",
                )
                if distinctive
                else ("each text at its year, its area by its words",)
            ),
        ),
        find_passages=lambda row: opening(corpus, row["document_id"]),
    )


def _distinctive(corpus: Corpus, n: int) -> dict[str, str]:
    # Of many texts there is no room for them in the drawing.
    if not 2 <= len(corpus.documents) <= MOST_BLOCKS:
        return {}
    terms = keywords(corpus, stop_words=stop_words(corpus.stop_list), minimum_count=3)
    best = terms[terms["log_likelihood"] > 0].groupby("group").head(n)
    return best.groupby("group")["term"].agg(", ".join).to_dict()


def _timeline_reading(corpus: Corpus) -> str:
    documents = corpus.documents
    first = f"{len(documents):,} text{'s' if len(documents) > 1 else ''}, {int(documents['n_words'].sum()):,} words of running text"
    years = documents["year"].dropna()
    if len(years) > 1:
        first += f", {years.min()} to {years.max()}"
    if len(documents) < 2:
        return f"{first}."
    longest, shortest = (documents.loc[getattr(documents["n_words"], which)()] for which in ("idxmax", "idxmin"))
    times = longest["n_words"] / max(shortest["n_words"], 1)
    if times < 1.5:
        return f"{first}. They are of about the same length."
    return (
        f"{first}. The longest, {longest['author']}’s, has {times:.0f} times the words of the shortest, "
        f"{shortest['author']}’s, so texts are compared by rates per 1,000 words."
    )
