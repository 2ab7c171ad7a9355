"""The values other programs computed on the five texts, read from tests/data/oracle_values.tsv."""

import re
from dataclasses import dataclass

from .tables import EXPECTED, rows


@dataclass(frozen=True)
class Case:
    """One value of another program: the four cells in the order of `association.score`, and what came out."""

    item: str
    peer: str
    cells: tuple[int, int, int, int]
    value: float

    def __str__(self) -> str:
        return f"{self.item.split(' (')[0]} {self.peer}"

    @property
    def sides(self) -> tuple[int, int, int, int]:
        """The cells as target and reference; of a word pair, the second word after the first and after all others."""
        o11, o12, o21, o22 = self.cells
        return self.cells if " vs " in self.item else (o11, o21, o12, o22)

    @property
    def contrast(self) -> tuple[str, str, str]:
        """Target, reference ("REST" or a text) and word of a keyness case."""
        target, reference, word = re.fullmatch(r"(\w+) vs (\w+): (\S+) \(.*\)", self.item).groups()
        return document_id(target), reference if reference == "REST" else document_id(reference), word


def document_id(name: str) -> str:
    """`sun2024` -> `sun-2024`."""
    return re.sub(r"(\d+)$", r"-\1", name)


def cases(statistic: str) -> list[Case]:
    """Every case of one statistic."""
    return [
        Case(row["item"], row["peer"], _cells(row["item"]), float(row["value"]))
        for row in rows("oracle_values.tsv")
        if row["statistic"] == statistic
    ]


def top_terms() -> list[tuple[str, list[tuple[str, float]]]]:
    """The terms of highest TF-IDF of each text, with their weights."""
    return [
        (
            document_id(row["item"]),
            [(term, float(weight)) for term, weight in re.findall(r"(\S+) ([\d.]+)", row["value"])],
        )
        for row in rows("oracle_values.tsv")
        if row["statistic"] == "tf-idf top 12 (stopped)"
    ]


def stopped_words() -> list[str]:
    """The words those lists leave out."""
    head = (EXPECTED / "oracle_values.tsv").read_text(encoding="utf-8")
    return re.search("# stop words: (.+)", head)[1].split()


def _cells(item: str) -> tuple[int, int, int, int]:
    numbers = {name: int(number) for name, number in re.findall(r"(\w+)=(\d+)", item)}
    if "a" in numbers:
        a, b, c, d = (numbers[name] for name in "abcd")
        return a, b, c - a, d - b
    # Word pairs: both, the first word without the second, the second without the first, neither.
    both, first, second, pairs = (numbers[name] for name in ("O11", "R1", "C1", "N"))
    return both, first - both, second - both, pairs - first - second + both


def rates(statistic: str) -> list[tuple[str, str, float, float, float]]:
    """Rates with their intervals by one method: document, word, rate, low, high."""
    found = []
    for row in rows("oracle_values.tsv"):
        if row["statistic"] == f"per-1000 rate, 95% {statistic}":
            name, word = row["item"].split(": ")
            found.append((document_id(name), word, *(float(number) for number in re.findall(r"[\d.]+", row["value"]))))
    return found


def word_by_paragraph(reference_corpus, document_id, word):
    """Counts of one word and sizes of the paragraphs of one text."""
    text = reference_corpus.select([document_id])
    counts = text.counts_by_paragraph[:, [text.terms.tolist().index(word)]].toarray()
    return counts, text.words_by_paragraph
