"""The adviser: which methods suit these texts."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, advice

from ..charts.lights import lights_card
from .base import Exhibit, opening, receipt
from .groups import listed

# The page on which each method stands.
PAGE_OF = {
    "concordance": "concordance", "rates": "frequencies", "keyness": "distinctiveness", "tfidf": "distinctiveness", "trends": "trends",
    "topics": "topics", "diversity": "profile", "readability": "profile", "families": "concepts", "similarity": "similarity",
    "map": "similarity", "company": "company", "phrases": "common_ground", "attribution": "whose_passage", "cloud": "clouds",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class AdviceOptions:
    """by: the column compared."""

    by: str = "author"


def advised(corpus: Corpus, options: AdviceOptions) -> Exhibit:
    """Which methods suit these texts?

    Table: as analysis.advice.
    """
    table = advice(corpus, by=options.by)
    shortest = corpus.documents["n_words"].idxmin()
    return Exhibit(
        name="advice",
        options=options,
        title="Which methods suit these texts?",
        table=table,
        draw=lights_card,
        reading=_reading(table),
        receipt=receipt(corpus, "rules of thumb on lengths, numbers and years; bounds in analysis/lights.py", f"by {options.by.replace('_', ' ')}"),
        # What limits a method most is the shortest text: its opening is what there is to read.
        find_passages=lambda row: opening(corpus, shortest),
        find_search=lambda row: "",
    )  # fmt: skip


def _reading(table: pd.DataFrame) -> str:
    counts = table["light"].value_counts()
    lights = [
        f"{counts.get(light, 0)} {says}"
        for light, says in (("green", "can be used"), ("amber", "need care"), ("red", "do not fit"))
    ]
    worst = table[table["light"] == "red"]
    told = f"Of {len(table)} methods {listed(lights)}."
    if len(worst):
        return f"{told} Not on these texts: {listed(worst['label'].str.lower().tolist())}."
    return f"{told} {table.loc[table['light'] == 'amber', 'reason'].iloc[0]}" if counts.get("amber") else told
