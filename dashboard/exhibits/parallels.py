"""Two texts beside each other: the phrases or topics that both have, and where to find them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import Corpus, OptionError, formula_places, shared_formulae, stop_words, topic_passages
from analysis.errors import require_at_least, require_one_of

from ..charts.parallels import parallel_strips
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .groups import group_styles
from .topics import TopicOptions, fitted

COLUMNS = [
    "link", "document_id", "other_document_id", "start", "end", "other_start", "other_end", "place", "other_place", "hits", "other_hits",
]  # fmt: skip
SHORTEST = 4


@dataclass(frozen=True)
class ParallelOptions:
    """first, second: two texts by document_id, or nothing for the first two; via: what links them; n: so many links."""

    first: str = ""
    second: str = ""
    via: Literal["phrase", "topic"] = "phrase"
    n: int = 12


def parallels(corpus: Corpus, options: ParallelOptions) -> Exhibit:
    """Where do two texts use the same phrase, or speak of the same topic?"""
    first, second = _two_texts(corpus, options)
    require_at_least("n", options.n, 1)
    require_one_of("via", options.via, ("phrase", "topic"))
    pair = corpus.select([first, second])
    found = _phrases(pair, first, second, options.n) if options.via == "phrase" else _topics(corpus, first, second)
    links = list(found)
    table = pd.DataFrame([_row(pair, link, first, second, found[link]) for link in links], columns=COLUMNS)
    styles = group_styles(corpus, "document_id")
    return Exhibit(
        name="parallels",
        options=options,
        title="What do both texts say in the same words?" if options.via == "phrase" else "Which topics do both texts have?",
        table=table,
        draw=lambda frame, theme: parallel_strips(frame, first, second, styles, theme),
        reading=_reading(table, styles, first, second, options.via),
        receipt=receipt(corpus, _METHODS[options.via], f"between {first} and {second}", _setting(pair, options.via)),
        find_passages=lambda row: found[row["link"]],
        find_search=lambda row: row["link"] if options.via == "phrase" else "",
    )  # fmt: skip


_METHODS = {
    "phrase": f"phrases of {SHORTEST} to 12 words that both texts have, longest first",
    "topic": "topics of which both texts have a passage; the strongest passage of each",
}


def _setting(pair: Corpus, via: str) -> str:
    if via == "phrase":
        return f"stop list {pair.stop_list}: no phrase of function words alone"
    return f"{TopicOptions().n_topics} topics (NMF, seed {TopicOptions().seed}) fitted on all texts"


def _two_texts(corpus: Corpus, options: ParallelOptions) -> tuple[str, str]:
    known = list(corpus.documents.index)
    if len(known) < 2:
        raise OptionError("There is one text only; choose another one to set beside it.")
    first = options.first or next(text for text in known if text != options.second)
    second = options.second or next(text for text in known if text != first)
    for name in (first, second):
        require_one_of("text", name, known)
    if first == second:
        raise OptionError("Choose two different texts to set them side by side.")
    return first, second


def _phrases(pair: Corpus, first: str, second: str, n: int) -> dict[str, pd.DataFrame]:
    """Every occurrence of the longest phrases that both texts have."""
    shared = shared_formulae(pair, shortest=SHORTEST, stop_words=stop_words(pair.stop_list))
    longest = shared.sort_values(["n", "count"], ascending=False, kind="stable")["term"].head(n)
    return {phrase: formula_places(pair, phrase) for phrase in longest}


def _topics(corpus: Corpus, first: str, second: str) -> dict[str, pd.DataFrame]:
    """The strongest passage of each topic in either text, for the topics that both have."""
    model = fitted(corpus, TopicOptions(stop_list=corpus.stop_list))
    found = {}
    for number, label in enumerate(model.labels, start=1):
        lines = [topic_passages(corpus, model, number, n=1, documents=[text]) for text in (first, second)]
        if all(len(line) for line in lines):
            found[label] = pd.concat(lines, ignore_index=True)
    return found


def _row(pair: Corpus, link: str, first: str, second: str, lines: pd.DataFrame) -> tuple:
    here, there = (lines[lines["document_id"] == text] for text in (first, second))
    one, other = here.iloc[0], there.iloc[0]
    places = [row["start"] / max(len(pair.text(row["document_id"])), 1) for row in (one, other)]
    return (
        link, first, second, int(one["start"]), int(one["end"]), int(other["start"]), int(other["end"]), *places, len(here), len(there),
    )  # fmt: skip


def _reading(table: pd.DataFrame, styles: Styles, first: str, second: str, via: str) -> str:
    one, other = styles[first].label, styles[second].label
    if table.empty:
        return f"{one} and {other} share no {via} (0 found). Choose another text, or go by the other kind of link."
    best = table.iloc[0]
    if via == "topic":
        return (
            f"{one} and {other} both have passages of {len(table)} topics. Click one, and both texts move to their "
            f"strongest passage; the first is “{best['link']}”."
        )
    return (
        f"The longest phrase that {one} and {other} share is “{best['link']}” ({best['hits']} and {best['other_hits']} times). "
        "A shared phrase is no proof of borrowing: names and set phrases recur. Click one, and both texts move to it."
    )
