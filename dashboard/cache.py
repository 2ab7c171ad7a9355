"""The one place of caches: the corpus, its exhibits and their figures, keyed by fingerprint and options."""

from __future__ import annotations

import dataclasses
import gc
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis import AnalysisError, Corpus, CorpusWarning, load_corpus
from analysis.texts.guard import FileReaders

from .charts.stage import Staged
from .charts.theme import THEMES, GroupStyle
from .classroom.shelf import LESSONS, Shelf
from .classroom.shelf import shelf as read_shelf
from .exhibits import make, worked_examples
from .exhibits.base import Exhibit, Figure
from .exhibits.blind import BlindPassage, blind_round
from .exhibits.groups import columns_to_group_by, group_styles, text_labels
from .exhibits.on_stage import on_stage
from .exhibits.plain_words import plain_words as explain
from .exhibits.word_list import WordList, effect
from .export.formats import Look, file_of
from .export.report import Entry, Kept, made

TEXTS = Path(__file__).parents[1] / "data" / "texts"
_KEEP = {"max_entries": 256, "ttl": "1d", "show_spinner": False}


def bundled_corpus() -> Corpus:
    """The texts in data/texts, read again when a file there has changed."""
    return _load(str(TEXTS), _stamp(TEXTS))


@st.cache_resource(max_entries=4, show_spinner=False)
def _load(path: str, stamp: tuple[tuple[str, int, int], ...]) -> Corpus:
    with warnings.catch_warnings():
        # The page shows `Corpus.problems`; the console need not repeat them.
        warnings.simplefilter("ignore", CorpusWarning)
        return load_corpus(path)


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
    """What changes when a file of a folder does."""
    return tuple(sorted((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in folder.glob("*")))


def select(corpus: Corpus, documents: tuple[str, ...]) -> Corpus:
    """A corpus of the chosen texts only."""
    if documents == tuple(corpus.documents.index):
        return corpus
    return _select(_key(corpus, "select", {}), documents, corpus)


@st.cache_resource(max_entries=32, ttl="1d", show_spinner=False)
def _select(key: str, documents: tuple[str, ...], _corpus: Corpus) -> Corpus:
    return _corpus.select(documents)


@dataclass(frozen=True)
class Labels:
    """What names the texts on every page: label and style by document_id, and the columns to group by."""

    texts: dict[str, str]
    styles: dict[str, GroupStyle]
    columns: list[str]


def labels(corpus: Corpus) -> Labels:
    """The labels of a corpus."""
    return _labels(_key(corpus, "labels", {}), corpus)


@st.cache_resource(max_entries=32, ttl="1d", show_spinner=False)
def _labels(key: str, _corpus: Corpus) -> Labels:
    return Labels(
        text_labels(_corpus.documents), group_styles(_corpus, "document_id"), columns_to_group_by(_corpus.documents)
    )


def word_list_effect(corpus: Corpus, words: WordList) -> str:
    """What a word list leaves of a corpus, in words."""
    return _word_list_effect(_key(corpus, "word_list", vars(words)), words, corpus)


@st.cache_data(**_KEEP)
def _word_list_effect(key: str, _words: WordList, _corpus: Corpus) -> str:
    return effect(_corpus, _words)


def worked_example(corpus: Corpus, name: str) -> str:
    """A measure of the glossary worked on a corpus."""
    return _worked_example(_key(corpus, "worked_example", {"name": name}), name, corpus)


@st.cache_data(**_KEEP)
def _worked_example(key: str, _name: str, _corpus: Corpus) -> str:
    return worked_examples.worked_example(_corpus, _name)


def passages_to_guess(corpus: Corpus, n: int, seed: int, by: str = "author") -> tuple[BlindPassage, ...]:
    """A round of blind passages. AnalysisError where the texts allow none."""
    return _passages_to_guess(_key(corpus, "blind_round", {"n": n, "seed": seed, "by": by}), n, seed, by, corpus)


@st.cache_resource(**_KEEP)
def _passages_to_guess(key: str, _n: int, _seed: int, _by: str, _corpus: Corpus) -> tuple[BlindPassage, ...]:
    return blind_round(_corpus, _n, _seed, by=_by)


def exhibit(corpus: Corpus, name: str, **options: object) -> Exhibit:
    """An exhibit, made once for a corpus and its options."""
    return _exhibit(_key(corpus, name, options), name, options, corpus)


def entry(corpus: Corpus, put_aside: Kept) -> Entry:
    """An entry of a report, made once. AnalysisError where it cannot be made of these texts."""
    return made(corpus, put_aside, select=select, make=exhibit)


def table(corpus: Corpus, name: str, **options: object) -> pd.DataFrame | None:
    """The table of an exhibit, or None where the analysis refuses, which the exhibit on the page says."""
    try:
        return exhibit(corpus, name, **options).table
    except AnalysisError:
        return None


@st.cache_resource(**_KEEP)
def _exhibit(key: str, _name: str, _options: dict[str, object], _corpus: Corpus) -> Exhibit:
    return make(_corpus, _name, **_options)


def plain_words(corpus: Corpus, exhibit: Exhibit) -> str:
    """What the numbers of an exhibit mean, as Markdown."""
    return _plain_words(_key(corpus, exhibit.name, vars(exhibit.options)), exhibit, corpus)


@st.cache_data(**_KEEP)
def _plain_words(key: str, _exhibit: Exhibit, _corpus: Corpus) -> str:
    styles = group_styles(_corpus, getattr(_exhibit.options, "by", "document_id"))
    return explain(_exhibit, {group: style.label for group, style in styles.items()})


def picture(corpus: Corpus, name: str, theme: str, **options: object) -> tuple[Exhibit, Figure]:
    """An exhibit and its figure in one theme, ready to be sent."""
    return _picture(_key(corpus, name, options), theme, name, options, corpus)


@st.cache_resource(**_KEEP)
def _picture(key: str, theme: str, _name: str, _options: dict[str, object], _corpus: Corpus) -> tuple[Exhibit, Figure]:
    made = exhibit(_corpus, _name, **_options)
    drawn = made.figure(THEMES[theme])
    return made, _Prepared(drawn) if isinstance(drawn, go.Figure) else drawn


def staged(exhibit: Exhibit, rows: pd.DataFrame, theme: str, width: int, height: int, corpus: Corpus) -> Staged:
    """The figure of an exhibit, or of some of its rows, as large as a place on the stage."""
    key = f"{_key(corpus, exhibit.name, vars(exhibit.options))} {rows.index.tolist()}"
    return _staged(key, theme, width, height, exhibit, rows)


@st.cache_resource(**_KEEP)
def _staged(key: str, theme: str, width: int, height: int, _exhibit: Exhibit, _rows: pd.DataFrame) -> Staged:
    fitted = on_stage(_exhibit, _rows, THEMES[theme], width, height)
    return fitted if fitted.chart is None else dataclasses.replace(fitted, chart=_Prepared(fitted.chart))


@st.cache_resource(**_KEEP)
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


def _key(corpus: Corpus, name: str, options: dict[str, object]) -> str:
    """All that decides an exhibit. Colours depend on a text's rank in the whole corpus, so ranks belong to it, and the
    receipt names the corpus: two visitors may have the same texts under different names."""
    return f"{corpus.fingerprint} {corpus.name!r} {sorted(corpus.ranks.items())} {name} {sorted(options.items())}"


def file(corpus: Corpus, exhibit: Exhibit, ending: str, look: Look = Look()) -> bytes:
    """An exhibit as a file. ExportError where it cannot be made here."""
    key = f"{_key(corpus, exhibit.name, vars(exhibit.options))} {ending} {look}"
    return _file(key, ending, look, exhibit, corpus)


@st.cache_data(max_entries=32, ttl="1h", show_spinner=False)
def _file(key: str, _ending: str, _look: Look, _exhibit: Exhibit, _corpus: Corpus) -> bytes:
    return file_of(_corpus, _exhibit, _ending, _look)


def freeze_memory() -> None:
    """Take everything loaded so far out of the garbage collector's sight: it collects after every run of a page."""
    gc.collect()
    gc.freeze()
