"""How long are the sentences? Every one of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis import Corpus, CorpusError, sentence_counts, sentence_lengths, sentence_passages

from ..charts.sentence_stacks import sentence_stacks
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .groups import group_styles, members_of

# A picture of more dots would be slow to draw and no clearer.
MOST_DOTS = 3_000


@dataclass(frozen=True)
class SentenceLengthOptions:
    """by: column compared; seed: of the draws for the interval of the median."""

    by: str = "author"
    seed: int = 0


def sentence_length(corpus: Corpus, options: SentenceLengthOptions) -> Exhibit:
    """How long are the sentences of each group, in words?

    The table has a row a sentence: group, words, sentence (as written), and the columns of `analysis.sentence_counts`;
    of a large corpus only some, evenly through each group. Median and quartiles are of all sentences.
    """
    summary = sentence_lengths(corpus, by=options.by, seed=options.seed)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    table = _table(corpus, members)
    if table.empty:
        raise CorpusError("There is no sentence with a word in Latin letters in these texts; choose others.")
    return Exhibit(
        name="sentence_lengths",
        options=options,
        title="How long are the sentences?",
        table=table,
        draw=lambda frame, theme: sentence_stacks(frame, summary, styles, theme),
        reading=_reading(summary, styles),
        receipt=receipt(
            corpus,
            f"words in each of {int(summary['sentences'].sum()):,} sentences, numbers left out",
            *([] if len(table) == summary["sentences"].sum() else [f"{len(table):,} of them drawn, evenly through the texts"]),
            "bar: middle half; stroke: median; line: its 95 % paragraph bootstrap, 2,000 draws",
            f"seed {options.seed}",
        ),
        find_passages=lambda row: sentence_passages(corpus, row.to_frame().T).assign(remark=f"{row['words']} words"),
        find_search=lambda row: "",
    )  # fmt: skip


def _table(corpus: Corpus, members: dict[str, list[str]]) -> pd.DataFrame:
    sentences = sentence_counts(corpus)
    group_of = {document: group for group, documents in members.items() for document in documents}
    sentences.insert(0, "group", sentences["document_id"].map(group_of))
    room = MOST_DOTS // max(len(members), 1)
    kept = [_evenly(sentences[sentences["group"] == group], room) for group in members]
    table = pd.concat(kept, ignore_index=True)
    texts = {document: corpus.text(document) for document in table["document_id"].unique()}
    table["sentence"] = [texts[row.document_id][row.start : row.end] for row in table.itertuples()]
    return table


def _evenly(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    if len(rows) <= most:
        return rows
    return rows.iloc[np.linspace(0, len(rows) - 1, most).round().astype(int)]


def _reading(summary: pd.DataFrame, styles: Styles) -> str:
    known = summary[summary["sentences"] > 0].sort_values("median", kind="stable")
    shortest, longest = known.iloc[0], known.iloc[-1]
    top = known.loc[known["longest"].idxmax()]
    text = f"Half of the sentences of {styles[longest['group']].label} have {_median(longest)} words or more"
    if len(known) > 1:
        text += f", of {styles[shortest['group']].label} {_median(shortest)}"
    return (
        f"{text}. The longest has {top['longest']} words and stands in {styles[top['group']].label}; "
        "editors and translators shape sentences as well as authors do."
    )


def _median(row: pd.Series) -> str:
    interval = f" [{row['low']:.0f}–{row['high']:.0f}]" if pd.notna(row["low"]) else ""
    return f"{row['median']:g}{interval}"
