"""Expected values kept beside the tests, and counts laid out the way they are written there."""

import csv
from pathlib import Path

import numpy as np

from analysis import Corpus, Query, find

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "data" / "texts"
SOURCES = ROOT / "data" / "sources"
EXPECTED = ROOT / "tests" / "data"
DOCUMENTS = ["chen-2014", "yang-2015", "dong-2022", "duan-2022", "sun-2024"]


def rows(name: str) -> list[dict[str, str]]:
    """One table of tests/data: tab-separated, a header, `#` before comments, quotation marks are only text."""
    lines = (EXPECTED / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if line[:1] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE))


def by_text(row: dict[str, str]) -> list[int]:
    """The five counts of a row, in the order of the texts."""
    return [int(row[document_id]) for document_id in DOCUMENTS]


def hits_by_text(corpus: Corpus, query: Query | str) -> list[int]:
    """Hits of a search in each document, counted without the tables of frequencies."""
    paragraph = corpus.tokens.paragraph[find(corpus, query).position]
    counts = np.bincount(corpus.tokens.document_of_paragraph[paragraph], minlength=len(corpus.documents))
    return counts.tolist()


def terms_in_order(corpus: Corpus) -> list[str]:
    """What is counted, token by token."""
    return corpus.terms[corpus.term_of_form[corpus.tokens.form]].tolist()
