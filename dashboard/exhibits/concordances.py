"""Every hit of a search: where it stands, and in what words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import Corpus, Query, concordance, parse
from analysis.concordance import CONCORDANCE_COLUMNS
from analysis.errors import require_one_of
from analysis.frequency import hits_by_document
from analysis.keeping import kept_with_corpus
from analysis.search import count_hits
from analysis.texts.blocks import ROLES

from ..charts.places import places_strip
from ..charts.theme import Styles
from .base import Exhibit, receipt
from .frequencies import unit
from .groups import group_styles, members_of, rows_for_texts
from .terms import named_queries

SORTS = {
    "text": "place in the text", "node": "the word itself", "L1": "first word to the left", "L2": "second word to the left",
    "L3": "third word to the left", "R1": "first word to the right", "R2": "second word to the right", "R3": "third word to the right",
}  # fmt: skip
VOICES = {"all": "all", "own": "outside quotation marks", "quoted": "in quotation marks"}
ROLE_NAMES = {role: role for role in ROLES} | {"body": "running text", "everything": "everything"}
LINE_WORDS = 16
# More lines than these nobody reads, and no eye tells their strokes apart; of more hits an even choice is listed.
MOST_LINES = 5_000


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
    hits, by = hits_by_document(searched, _query(options)), rows_for_texts(corpus)
    step = max(1, -(-sum(hits.values()) // MOST_LINES))
    table = _table(searched, options, by, step)
    styles = group_styles(corpus, by)
    named = options.query.strip().removeprefix("@")
    if options.voice == "all":
        in_groups = {label: sum(hits[text] for text in members) for label, members in members_of(searched, by).items()}
    else:
        in_groups = table["group"].value_counts().to_dict()
    return Exhibit(
        name="concordance",
        options=options,
        title=f"Where does “{named}” stand?",
        table=table,
        draw=lambda frame, theme: places_strip(frame, in_groups, styles, theme),
        reading=_reading(table, in_groups, styles, named, step),
        receipt=receipt(
            searched,
            "every hit of the search with its sentence",
            unit(options.compounds),
            "case-sensitive" if options.case_sensitive else "any case",
            f"sorted by {SORTS[options.sort]}",
            *([f"only {VOICES[options.voice]}"] if options.voice != "all" else []),
            *([f"every {step:,}th of {sum(hits.values()):,} hits in the table"] if step > 1 else []),
        ),
        find_search=lambda row: options.query,
        find_passages=lambda row: row[[*CONCORDANCE_COLUMNS, "role"]].to_frame().T.reset_index(drop=True),
    )


def count_lines(corpus: Corpus, options: ConcordanceOptions) -> int:
    """How many hits the search has, of any voice."""
    return count_hits(_searched(corpus, options.role), _query(options))


def lines_of(corpus: Corpus, options: ConcordanceOptions, first: int, limit: int) -> pd.DataFrame:
    """So many lines of the search, of any voice, from the one of that number on: a page costs the same however many
    there are, in the order of the text."""
    searched = _searched(corpus, options.role)
    return _with_roles(searched, _concordance(searched, options, first=first, limit=limit))


def _concordance(corpus: Corpus, options: ConcordanceOptions, **some: int) -> pd.DataFrame:
    context = "sentence" if options.context == "sentence" else LINE_WORDS
    sort = options.sort if options.sort in ("text", "node") else [options.sort, "node"]
    return concordance(corpus, _query(options), sort=sort, context=context, **some)


def _table(corpus: Corpus, options: ConcordanceOptions, by: str, step: int) -> pd.DataFrame:
    """The lines, or every so many-th, with the group of the text they stand in, their place in it (0 to 1) and the role
    of their block."""
    lines = _concordance(corpus, options, every=step)
    if options.voice != "all":
        lines = lines[lines["quoted"] == (options.voice == "quoted")].reset_index(drop=True)
    group_of = {text: label for label, members in members_of(corpus, by).items() for text in members}
    return _with_roles(corpus, lines.assign(group=lines["document_id"].map(group_of), place=places(corpus, lines)))


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


def _with_roles(corpus: Corpus, lines: pd.DataFrame) -> pd.DataFrame:
    """The lines with the role of the block that each hit stands in."""
    if len(corpus.roles) == 1:
        return lines.assign(role=corpus.roles[0])
    return lines.assign(role=[corpus.block_at(row.document_id, row.start)[1].role for row in lines.itertuples()])


def _reading(table: pd.DataFrame, hits: Mapping[str, int], styles: Styles, query: str, step: int) -> str:
    if table.empty:
        return (
            f"“{query}” stands in none of these texts: 0 hits. Check the spelling, search for a part of it with an "
            "asterisk, or look among the silences of the page Common ground."
        )
    shown = ", ".join(f"{style.label} {hits.get(group, 0):,}" for group, style in styles.items())
    first = table.iloc[0]
    context = f"…{first['left'][-60:].lstrip()}{first['node']}{first['right'][:60].rstrip()}…"
    where = f"{styles[first['group']].label}, paragraph {first['paragraph']}"
    quoted = int(table["quoted"].sum())
    voice = f", {quoted} of them in quotation marks" if quoted and step == 1 else ""
    some = f" The table and the picture have every {step:,}th." if step > 1 else ""
    total = sum(hits.values())
    return f"{total:,} hit{'s' if total > 1 else ''} of “{query}”{voice}: {shown}.{some} The first, in {where}: “{context}”"
