"""Where a topic stands: its passages in each text."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, topic_passages

from ..charts.places import places_strip
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .concordances import MOST_LINES, places
from .groups import group_styles, members_of, rows_for_texts
from .topics import TopicModelOptions, fitted, model_settings


@dataclass(frozen=True, kw_only=True)
class TopicPassagesOptions(TopicModelOptions):
    """topic: which, by number; the rest as in TopicModelOptions."""

    topic: int = 1


def passages_of_topic(corpus: Corpus, options: TopicPassagesOptions) -> Exhibit:
    """In which paragraphs does a topic stand? A row a paragraph with a fifth of it or more: the strongest of each text
    first, then the second strongest of each, and so on; columns of passages, label, weight (0 to 1), group, place."""
    model = fitted(corpus, options)
    by = rows_for_texts(corpus)
    group_of = {text: label for label, members in members_of(corpus, by).items() for text in members}
    lines = topic_passages(corpus, model, options.topic, n=min(corpus.n_paragraphs, MOST_LINES))
    lines = lines.assign(
        label=model.labels[options.topic - 1], group=lines["document_id"].map(group_of), place=places(corpus, lines)
    )
    turn = lines.groupby("document_id", sort=False).cumcount()
    table = lines.iloc[turn.argsort(kind="stable")].reset_index(drop=True)
    styles, hits = group_styles(corpus, by), table["group"].value_counts().to_dict()
    return Exhibit(
        name="topic_passages",
        options=options,
        title=f"Where does topic {options.topic} stand?",
        table=table,
        draw=lambda frame, theme: places_strip(frame, hits, styles, theme),
        reading=_passages_reading(corpus, table, styles, model.labels[options.topic - 1]),
        receipt=receipt(
            corpus, "paragraphs with more than a fifth of the topic", *model_settings(corpus, options, model)
        ),
        find_passages=lambda row: row.to_frame().T.reset_index(drop=True),
        find_search=lambda row: "",
    )


def excerpts(lines: pd.DataFrame, around: int = 280) -> pd.DataFrame:
    """Passages with at most so many letters on either side of the node, to be shown several at a time."""
    left = [text if len(text) <= around else "… " + _after_blank(text[-around:]) for text in lines["left"]]
    right = [text if len(text) <= around else _before_blank(text[:around]) + " …" for text in lines["right"]]
    return lines.assign(left=left, right=right)


def _passages_reading(corpus: Corpus, table: pd.DataFrame, styles: Styles, label: str) -> str:
    if table.empty:
        return f"No paragraph has more than a fifth of topic {label}."
    found = table["group"].value_counts()
    paragraphs = pd.Series(corpus.tokens.document_of_paragraph).value_counts()
    counts = ", ".join(
        f"{styles[text].label} {found[text]} of {paragraphs[number]}"
        for number, text in enumerate(corpus.documents.index)
        if text in found
    )
    first = table.iloc[0]
    return (
        f"Paragraphs with more than a fifth of topic {label}: {counts}. The strongest is paragraph {first['paragraph']} "
        f"of {styles[first['group']].label} ({first['weight']:.0%} of it)."
    )


def _after_blank(text: str) -> str:
    # Chinese, Japanese and Thai have none.
    return text.partition(" ")[2] or text


def _before_blank(text: str) -> str:
    return text.rpartition(" ")[0] or text
