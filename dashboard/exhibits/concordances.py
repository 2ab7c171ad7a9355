"""Every hit of a search: where it stands, and in what words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import Corpus, Query, concordance, parse
from analysis.concordance import CONCORDANCE_COLUMNS
from analysis.errors import require_one_of
from analysis.keeping import kept_with_corpus
from analysis.texts.blocks import ROLES

from ..charts.places import places_strip
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .frequencies import unit
from .groups import group_styles
from .terms import named_queries

SORTS = {
    "text": "place in the text", "node": "the word itself", "L1": "first word to the left", "L2": "second word to the left",
    "L3": "third word to the left", "R1": "first word to the right", "R2": "second word to the right", "R3": "third word to the right",
}  # fmt: skip
VOICES = {"all": "all", "own": "outside quotation marks", "quoted": "in quotation marks"}
ROLE_NAMES = {role: role for role in ROLES} | {"body": "running text", "everything": "everything"}
LINE_WORDS = 16


@dataclass(frozen=True)
class ConcordanceOptions:
    """query: one search; case_sensitive: US is not us; compounds: trust also finds trust-rebuilding; sort: a key of
    SORTS; voice: a key of VOICES; role: the part of the texts that is searched, a key of ROLE_NAMES; context: whole
    sentences, or lines of so many words as fit a screen."""

    query: str = "trust deficit"
    case_sensitive: bool = False
    compounds: bool = True
    sort: str = "text"
    voice: Literal["all", "own", "quoted"] = "all"
    role: str = "body"
    context: Literal["sentence", "line"] = "sentence"


def concordance_lines(corpus: Corpus, options: ConcordanceOptions) -> Exhibit:
    """Where does a search stand in each text, and what stands around it?"""
    for name, value, allowed in (("sort", options.sort, SORTS), ("voice", options.voice, VOICES), ("role", options.role, ROLE_NAMES)):  # fmt: skip
        require_one_of(name, value, allowed)
    searched = _searched(corpus, options.role)
    table = _table(searched, options)
    styles = group_styles(corpus, "document_id")
    named = options.query.strip().removeprefix("@")
    return Exhibit(
        name="concordance",
        options=options,
        title=f"Where does “{named}” stand?",
        table=table,
        draw=lambda frame, theme: places_strip(frame, styles, theme),
        reading=_reading(table, styles, named),
        receipt=receipt(
            searched,
            "every hit of the search with its sentence",
            unit(options.compounds),
            "case-sensitive" if options.case_sensitive else "any case",
            f"sorted by {SORTS[options.sort]}",
            *([f"only {VOICES[options.voice]}"] if options.voice != "all" else []),
        ),
        find_search=lambda row: options.query,
        find_passages=lambda row: row[[*CONCORDANCE_COLUMNS, "role"]].to_frame().T.reset_index(drop=True),
    )


def _table(corpus: Corpus, options: ConcordanceOptions) -> pd.DataFrame:
    """The lines with the text they stand in, their place in it (0 to 1) and the role of their block."""
    context = "sentence" if options.context == "sentence" else LINE_WORDS
    sort = options.sort if options.sort in ("text", "node") else [options.sort, "node"]
    lines = concordance(corpus, _query(options), sort=sort, context=context)
    if options.voice != "all":
        lines = lines[lines["quoted"] == (options.voice == "quoted")].reset_index(drop=True)
    return lines.assign(group=lines["document_id"], place=places(corpus, lines), role=_roles(corpus, lines))


def _query(options: ConcordanceOptions) -> Query:
    if options.query.startswith("@"):
        (query,) = named_queries(options.query).values()
        return query
    return parse(options.query, case_sensitive=options.case_sensitive, compounds=options.compounds)


@kept_with_corpus(8)
def _searched(corpus: Corpus, role: str) -> Corpus:
    """The corpus with other parts of its texts searched."""
    if role == "body":
        return corpus
    return corpus.select(roles=list(ROLES) if role == "everything" else [role])


def places(corpus: Corpus, lines: pd.DataFrame) -> list[float]:
    """Place of each hit in its text, 0 its first counted word, 1 its last."""
    starts = dict(zip(corpus.documents.index, corpus.tokens.document_starts, strict=False))
    sizes = corpus.documents["n_tokens"]
    return [
        (row.position - starts[row.document_id]) / max(int(sizes[row.document_id]) - 1, 1) for row in lines.itertuples()
    ]


def _roles(corpus: Corpus, lines: pd.DataFrame) -> list[str]:
    """The role of the block each hit stands in."""
    return [corpus.block_at(row.document_id, row.start)[1].role for row in lines.itertuples()]


def _reading(table: pd.DataFrame, styles: Styles, query: str) -> str:
    counts = table["group"].value_counts()
    if counts.empty:
        return (
            f"“{query}” stands in none of these texts: 0 hits. Check the spelling, search for a part of it with an "
            "asterisk, or look among the silences of the page Common ground."
        )
    shown = ", ".join(f"{style.label} {counts.get(group, 0)}" for group, style in styles.items())
    first = table.iloc[0]
    context = f"…{first['left'][-60:].lstrip()}{first['node']}{first['right'][:60].rstrip()}…"
    where = f"{styles[first['group']].label}, paragraph {first['paragraph']}"
    quoted = int(table["quoted"].sum())
    voice = f", {quoted} of them in quotation marks" if quoted else ""
    return f"{len(table)} hits of “{query}”{voice}: {shown}. The first, in {where}: “{context}”"
