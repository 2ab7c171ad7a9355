"""Passages for paper: short enough to be read in class, the words that were found marked in each."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

import pandas as pd

from analysis import Corpus

from ...exhibits.base import Exhibit, whereabouts
from ...exhibits.groups import listed, text_labels
from .handout import Question, Quote, letter

# Shorter passages say little, longer ones are cut round what was found.
_LEAST, _MOST = 50, 420
# Rows of a table that are looked at, passages of each.
_ROWS, _EACH = 40, 3
# So many more of the same texts are looked at before no other text is hoped for.
_SPARE = 40


def quote(line, labels: Mapping[str, str]) -> Quote:  # noqa: ANN001 -- a named tuple of passages
    """One line of a concordance as a passage for paper."""
    left, node, right = (re.sub(r"\s+", " ", part) for part in (line.left, line.node, line.right))
    left, right = left.lstrip(), right.rstrip()
    room = max(_MOST - len(node), 0)
    before = min(len(left), max(room // 2, room - len(right)))
    left, right = _end(left, before), _beginning(right, room - before)
    marked = ((len(left), len(left) + len(node)),) if node.strip() else ()
    return Quote(left + node + right, labels[line.document_id], whereabouts(line), marked)


def _end(text: str, most: int) -> str:
    """The last letters of a text, cut at a blank where there is one."""
    if len(text) <= most:
        return text
    kept = text[len(text) - most :]
    return "… " + (kept.partition(" ")[2] or kept)


def _beginning(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return (text[:most].rpartition(" ")[0] or text[:most]) + " …"


def three_passages(corpus: Corpus, exhibit: Exhibit) -> list[Quote]:
    """Up to three passages behind an exhibit, of different texts where there are any, in no telling order."""
    labels, chosen, spare = text_labels(corpus.documents), {}, {}
    for line in _candidates(exhibit):
        made = quote(line, labels)
        if made.text in chosen or made.text in spare:
            continue
        (spare if made.who in {other.who for other in chosen.values()} else chosen)[made.text] = made
        if len(chosen) == 3 or len(spare) == _SPARE:
            break
    return sorted([*chosen.values(), *spare.values()][:3], key=lambda made: _mixed(made.text))


def _candidates(exhibit: Exhibit) -> Iterator:
    """Passages row by row, the first row of every group before all others; those of a good length first."""
    table = exhibit.table
    rows = table.index
    if "group" in table:
        rows = rows[table.groupby("group", sort=False).cumcount().to_numpy().argsort(kind="stable")]
    for row in rows[:_ROWS]:
        lines = exhibit.passages(row)
        if lines.empty:
            continue
        lines = lines.groupby("document_id", sort=False).head(_EACH)
        length = lines["left"].str.len() + lines["node"].str.len() + lines["right"].str.len()
        apt = length.between(_LEAST, _MOST)
        yield from pd.concat([lines[apt], lines[~apt]]).itertuples()


def _mixed(text: str) -> str:
    """A place in an order that tells nothing and is the same on each run."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def whose(passages: list[Quote]) -> Question | None:
    """Which of the passages is from one of the texts; None where they are all from one."""
    texts = [passage.who for passage in passages]
    alone = [number for number, text in enumerate(texts) if texts.count(text) == 1]
    if len(set(texts)) < 2 or not alone:
        return None
    right = min(alone, key=lambda number: _mixed(f"{passages[number].source} {passages[number].text}"))
    letters = tuple(letter(number) for number in range(len(passages)))
    key = f"{letters[right]} ({passages[right].source}). " + " ".join(
        f"{letters[number]} is from {passage.source}." for number, passage in enumerate(passages) if number != right
    )
    prompt = f"One of the passages {listed(letters)} is from {texts[right]}. Which one do you think? Underline the words that tell you."
    return Question(prompt, letters, key=key)
