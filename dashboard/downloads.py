"""What a visitor takes away of one exhibit: its figure and its table as files, and how to make it again and cite it."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import AnalysisError, Corpus

from . import cache
from .charts.theme import LIGHT
from .exhibits.base import Exhibit
from .export import cite as citations
from .export import reproduce
from .export.figure import figures
from .export.figure.sizes import DPI, SIZES
from .export.files import file_name
from .export.formats import FORMATS, Format, Look
from .words import escape_markdown
from .worksheets import WORKSHEETS, worksheet

# Letters smaller than this, in points, few journals print.
_READABLE = 5
_FINENESS = {DPI: "300 dots an inch", 600: "600 dots an inch"}


def download(corpus: Corpus, exhibit: Exhibit, key: str) -> None:
    """Choose a kind of file, and get it."""
    ending = st.pills(
        "File",
        [*FORMATS, *WORKSHEETS],
        default="svg",
        required=True,
        key=f"{key}_kind",
        format_func=lambda kind: WORKSHEETS[kind] if kind in WORKSHEETS else FORMATS[kind].label,
    )
    if ending in WORKSHEETS:
        worksheet(corpus, exhibit, ending, key)
        return
    form, places = FORMATS[ending], st.columns(3, vertical_alignment="bottom")
    look = _look(corpus, exhibit, form, places, key) if form.sized else Look()
    try:
        with st.spinner("Making the file …"):
            content = cache.file(corpus, exhibit, ending, look)
    except AnalysisError as error:
        st.info(escape_markdown(str(error)), icon=":material/info:")
        return
    (places[-1] if form.sized else places[0]).download_button(
        f"Download · {_weight(len(content))}",
        content,
        file_name(exhibit.title, ending),
        form.mime,
        key=f"{key}_{ending}",
        icon=":material/download:",
        type="primary",
        on_click="ignore",
        width="stretch",
    )
    st.caption(form.help)


def cite(corpus: Corpus, exhibit: Exhibit, key: str) -> None:
    """How to cite the exhibit, and how to make it again by link, command and Python."""
    _citations(corpus, exhibit, key)
    host = (st.context.url or reproduce.HOST).split("/", 3)
    st.markdown(
        "**Make it again**: the link opens just this; the command writes it into a file; the lines give its table."
    )
    if reproduce.is_bundled(exhibit):
        st.code(reproduce.link(exhibit, "/".join(host[:3])), language=None, wrap_lines=True)
    else:
        st.caption(
            escape_markdown(
                f"Save the session on the page Report as {reproduce.session_name(exhibit)}: it holds these texts."
            )
        )
    st.code(reproduce.command(exhibit), language="bash", wrap_lines=True)
    st.code(reproduce.python_lines(exhibit), language="python", wrap_lines=True)


def _citations(corpus: Corpus, exhibit: Exhibit, key: str) -> None:
    """References to copy, and the same as a file for a reference manager."""
    st.markdown("**Cite**: the figure, the software, the corpus and its texts, and the works behind the method.")
    st.code(citations.text(corpus, exhibit), language=None, wrap_lines=True)
    st.download_button(
        "Download BibTeX",
        citations.bibtex(corpus, exhibit),
        file_name(exhibit.title, "bib"),
        "application/x-bibtex",
        key=f"{key}_bibtex",
        icon=":material/download:",
        on_click="ignore",
    )


def _look(corpus: Corpus, exhibit: Exhibit, form: Format, places: list[DeltaGenerator], key: str) -> Look:
    """Size on paper and fineness; a word of warning where letters would be too small to read."""
    names = {name: size.label for name, size in SIZES.items()}
    size = places[0].selectbox("Size on paper", list(names), index=1, key=f"{key}_size", format_func=names.get)
    dpi = DPI
    if form.dotted:
        dpi = places[1].selectbox("Fineness", list(_FINENESS), key=f"{key}_dpi", format_func=_FINENESS.get)
    _, figure = cache.picture(corpus, exhibit.name, LIGHT.name, **vars(exhibit.options))
    points = figures.smallest_type(figure, size)
    if points < _READABLE:
        st.caption(
            f":material/warning: At this size the smallest letters are {points:.1f} points high; few journals print "
            f"less than {_READABLE}. Take a larger size."
        )
    return Look(size, dpi)


def _weight(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(size / 1e3, 1):.0f} kB"
