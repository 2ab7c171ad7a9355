"""The one place of caches: the corpus, its exhibits and their figures, keyed by fingerprint and options."""

from __future__ import annotations

import dataclasses
import gc
import hashlib
import os
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis import AnalysisError, Corpus, CorpusWarning, load_corpus
from analysis.cluster import Cluster
from analysis.texts.guard import FileReaders

from .charts.stage import Staged
from .charts.theme import THEMES, GroupStyle
from .classroom.shelf import LESSONS, Shelf
from .classroom.shelf import shelf as read_shelf
from .exhibits import make, usual_words, worked_examples
from .exhibits.base import Exhibit, Figure
from .exhibits.blind import BlindPassage, blind_round
from .exhibits.concordances import ConcordanceOptions, count_lines, lines_of
from .exhibits.groups import columns_to_group_by, group_styles, text_labels
from .exhibits.on_stage import on_stage
from .exhibits.plain_words import plain_words as explain
from .exhibits.word_list import WordList, effect
from .export.formats import Look, file_of
from .export.report import Entry, Kept, made

TEXTS = Path(os.environ.get("PARALLAX_CORPUS") or Path(__file__).parents[1] / "data" / "texts")
Made = TypeVar("Made")


def bundled_corpus() -> Corpus:
    """The texts in data/texts, or those that the dashboard was started with; read again when a file there has changed."""
    return _load(str(TEXTS), _stamp(TEXTS))


@st.cache_resource(max_entries=4, show_spinner=False)
def _load(path: str, stamp: tuple[tuple[str, int, int], ...]) -> Corpus:
    with warnings.catch_warnings():
        # The page shows `Corpus.problems`; the console need not repeat them.
        warnings.simplefilter("ignore", CorpusWarning)
        return load_corpus(path, workers=_workers())


def _workers() -> Cluster | None:
    """Those who count the shards of an index, where the dashboard was started with any."""
    processes, scheduler = os.environ.get("PARALLAX_WORKERS"), os.environ.get("PARALLAX_SCHEDULER")
    if not processes and not scheduler:
        return None
    return Cluster(processes=int(processes) if processes else None, scheduler=scheduler or None)


@st.cache_resource(show_spinner=False)
def readers() -> FileReaders:
    """The processes that read what visitors bring along; the same for all, and nothing of a file stays in them."""
    return FileReaders()


def shelf() -> Shelf:
    """The lessons in data/lessons, read again when a file there has changed."""
    return _shelf(str(LESSONS), _stamp(LESSONS))


@st.cache_resource(max_entries=2, show_spinner=False)
def _shelf(path: str, stamp: tuple[tuple[str, int, int], ...]) -> Shelf:
    return read_shelf(Path(path))


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file of a folder does, or the file itself."""
    files = folder.glob("*") if folder.is_dir() else [folder]
    return tuple(sorted((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.exists()))


def select(corpus: Corpus, documents: tuple[str, ...]) -> Corpus:
    """A corpus of the chosen texts only."""
    if documents == tuple(corpus.documents.index):
        return corpus
    return _kept(corpus, "select", {"documents": documents}, lambda: corpus.select(documents), large=True)


@dataclass(frozen=True)
class Labels:
    """What names the texts on every page: label and style by document_id, and the columns to group by."""

    texts: dict[str, str]
    styles: dict[str, GroupStyle]
    columns: list[str]


def labels(corpus: Corpus) -> Labels:
    """The labels of a corpus."""
    documents = corpus.documents
    return _kept(
        corpus, "labels", {},
        lambda: Labels(text_labels(documents), group_styles(corpus, "document_id"), columns_to_group_by(documents)),
    )  # fmt: skip


def word_list_effect(corpus: Corpus, words: WordList) -> str:
    """What a word list leaves of a corpus, in words."""
    return _kept(corpus, "word list", vars(words), lambda: effect(corpus, words))


def usual_search(corpus: Corpus, searches: str) -> str:
    """What a page looks for in a corpus before anybody has typed."""
    return _kept(corpus, "usual search", {"searches": searches}, lambda: usual_words.usual_search(corpus, searches))


def worked_example(corpus: Corpus, name: str) -> str:
    """A measure of the glossary worked on a corpus."""
    return _kept(corpus, "worked example", {"name": name}, lambda: worked_examples.worked_example(corpus, name))


def passages_to_guess(corpus: Corpus, n: int, seed: int, by: str = "author") -> tuple[BlindPassage, ...]:
    """A round of blind passages. AnalysisError where the texts allow none."""
    options = {"n": n, "seed": seed, "by": by}
    return _kept(corpus, "blind round", options, lambda: blind_round(corpus, n, seed, by=by))


def exhibit(corpus: Corpus, name: str, **options: object) -> Exhibit:
    """An exhibit, made once for a corpus and its options."""
    return _kept(corpus, f"exhibit {name}", options, lambda: make(corpus, name, **options))


def entry(corpus: Corpus, put_aside: Kept) -> Entry:
    """An entry of a report, made once. AnalysisError where it cannot be made of these texts."""
    return made(corpus, put_aside, select=select, make=exhibit)


def table(corpus: Corpus, name: str, **options: object) -> pd.DataFrame | None:
    """The table of an exhibit, or None where the analysis refuses, which the exhibit on the page says."""
    try:
        return exhibit(corpus, name, **options).table
    except AnalysisError:
        return None


@dataclass(frozen=True)
class Lines:
    """The lines of a concordance, of which only those that are looked at need be read."""

    total: int
    some: Callable[[int, int], pd.DataFrame]


def lines(corpus: Corpus, **options: object) -> Lines | None:
    """The lines of a search, by number: from the table of the exhibit where that has all of them, else from the texts.

    None where the analysis refuses.
    """
    listed = table(corpus, "concordance", **options)
    chosen = ConcordanceOptions(**options)
    if listed is None:
        return None
    total = count_lines(corpus, chosen)
    if total == len(listed) or chosen.voice != "all":
        return Lines(len(listed), lambda first, limit: listed.iloc[first : first + limit])
    return Lines(
        total,
        lambda first, limit: _kept(
            corpus, f"lines {first} {limit}", options, lambda: lines_of(corpus, chosen, first, limit), large=True
        ),
    )


def plain_words(corpus: Corpus, exhibit: Exhibit) -> str:
    """What the numbers of an exhibit mean, as Markdown."""

    def explained() -> str:
        styles = group_styles(corpus, getattr(exhibit.options, "by", "document_id"))
        return explain(exhibit, {group: style.label for group, style in styles.items()})

    return _kept(corpus, f"plain words {exhibit.name}", vars(exhibit.options), explained)


def picture(corpus: Corpus, name: str, theme: str, **options: object) -> tuple[Exhibit, Figure]:
    """An exhibit and its figure in one theme, ready to be sent."""

    def drawn() -> tuple[Exhibit, Figure]:
        made = exhibit(corpus, name, **options)
        figure = made.figure(THEMES[theme])
        return made, _Prepared(figure) if isinstance(figure, go.Figure) else figure

    return _kept(corpus, f"picture {name} {theme}", options, drawn)


def staged(exhibit: Exhibit, rows: pd.DataFrame, theme: str, width: int, height: int, corpus: Corpus) -> Staged:
    """The figure of an exhibit, or of some of its rows, as large as a place on the stage."""

    def fitted() -> Staged:
        fitted = on_stage(exhibit, rows, THEMES[theme], width, height)
        return fitted if fitted.chart is None else dataclasses.replace(fitted, chart=_Prepared(fitted.chart))

    place = f"staged {exhibit.name} {rows.index.tolist()} {theme} {width} {height}"
    return _kept(corpus, place, vars(exhibit.options), fitted)


def file(corpus: Corpus, exhibit: Exhibit, ending: str, look: Look = Look()) -> bytes:
    """An exhibit as a file. ExportError where it cannot be made here."""
    place = f"file {exhibit.name} {ending} {look}"
    return _kept(corpus, place, vars(exhibit.options), lambda: file_of(corpus, exhibit, ending, look), large=True)


@st.cache_resource(max_entries=256, ttl="1d", show_spinner=False)
def figure(key: str, _make: Callable[[], go.Figure]) -> go.Figure:
    """A figure that is not an exhibit's, made once and ready to be sent. key: all that decides it."""
    return _Prepared(_make())


class _Prepared(go.Figure):
    """A figure turned into plain data once: Streamlit asks for that on every run, and it costs more than the rest."""

    def to_dict(self) -> dict:
        """The figure as plain data; nobody changes a cached figure, so the first answer holds."""
        if "_plain" not in vars(self):
            self._plain = super().to_dict()
        return self._plain


def _kept(
    corpus: Corpus, name: str, options: Mapping[str, object], make: Callable[[], Made], *, large: bool = False
) -> Made:
    """What was made of a corpus, made once: for all visitors of the bundled texts, of own texts for this visit alone.

    large: only a few of its kind are kept, for a selection of texts or a file can be as large as they are. The key is
    all that decides an answer. Colours depend on a text's rank in the whole corpus, so ranks belong to it, and the
    receipt names the corpus: two visitors may have the same texts under different names.
    """
    key = f"{_identity(corpus)} {name} {sorted(options.items())}"
    if _is_bundled(corpus):
        return (_few_for_all if large else _for_all)(key, make)
    if get_script_run_ctx() is None:
        # Outside of any visit, such as in a thread that makes a file, there is nowhere to keep it.
        return make()
    return (_few_for_this_visit if large else _for_this_visit)(key, make)


@st.cache_resource(max_entries=2048, ttl="1d", show_spinner=False)
def _for_all(key: str, _make: Callable[[], Made]) -> Made:
    return _make()


@st.cache_resource(max_entries=32, ttl="1h", show_spinner=False)
def _few_for_all(key: str, _make: Callable[[], Made]) -> Made:
    return _make()


@st.cache_resource(scope="session", max_entries=128, ttl="1d", show_spinner=False)
def _for_this_visit(key: str, _make: Callable[[], Made]) -> Made:
    return _make()


@st.cache_resource(scope="session", max_entries=4, ttl="1h", show_spinner=False)
def _few_for_this_visit(key: str, _make: Callable[[], Made]) -> Made:
    return _make()


def _identity(corpus: Corpus) -> str:
    """All of a corpus that decides an answer."""
    if corpus not in _IDENTITY:
        # As a digest, for the ranks of many texts are long and stand in every key.
        told = f"{corpus.fingerprint} {corpus.name!r} {sorted(corpus.ranks.items())}"
        _IDENTITY[corpus] = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    return _IDENTITY[corpus]


def _is_bundled(corpus: Corpus) -> bool:
    """Are all of its texts those of data/texts, not only equal to them?"""
    if corpus not in _FAMILY:
        bundled = {text.document_id: text for text in bundled_corpus().texts()}
        _FAMILY[corpus] = all(text is bundled.get(text.document_id) for text in corpus.texts())
    return _FAMILY[corpus]


_IDENTITY: WeakKeyDictionary[Corpus, str] = WeakKeyDictionary()
# Whether a corpus is of the bundled texts, while it lives.
_FAMILY: WeakKeyDictionary[Corpus, bool] = WeakKeyDictionary()


def freeze_memory() -> None:
    """Take everything loaded so far out of the garbage collector's sight: it collects after every run of a page."""
    gc.collect()
    gc.freeze()
