"""Names that a browser, Markdown or Plotly would take for more than words: on every page they are shown as typed."""

import json
import re
from collections.abc import Iterator

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis import Corpus
from dashboard.cache import labels
from dashboard.exhibits.groups import LONGEST_NAME
from dashboard.pages import PAGES
from dashboard.words import escape_markdown, reads_as_markup

from .visiting import open_page

EVIL = (
    "<b>EVIL</b><script>document.title='EVIL'</script>", "**EVIL** `code` _x_", "$EVIL^2$", ":red[EVIL] :material/home:",
    "%{x}<br>EVIL", "[EVIL](http://127.0.0.1:9/) ![EVIL](http://127.0.0.1:9/x.png)", "\u202eEVIL", "=EVIL+1", "EVIL" * 1250,
)  # fmt: skip
# What must not reach an element that reads Markdown, or a label of Plotly, as it stands.
RAW_IN_MARKDOWN = re.compile(r"(?<!\\)(<b>EVIL|\*\*EVIL|\$EVIL|:red\[EVIL|<br>EVIL|\[EVIL\]\()")
RAW_IN_PLOTLY = ("<b>EVIL</b><", "<script", "%{x}")
PROSE = "Trust and peace make security. Countries must trust the people of the world, and war is no order."
# The fields that are read as Markdown, in every kind of element; a menu's options are not.
MARKDOWN = {
    "markdown": "body", "heading": "body", "alert": "body", "button": "label", "download_button": "label", "page_link": "label",
    "link_button": "label", "checkbox": "label", "slider": "label", "selectbox": "label", "multiselect": "label", "text_input": "label",
    "text_area": "label", "number_input": "label", "metric": "label", "button_group": "label", "file_uploader": "label", "progress": "text",
}  # fmt: skip


@pytest.fixture(scope="module")
def evil() -> Corpus:
    ids = [f"t{number}" for number in range(len(EVIL))]
    sentences = {
        name: "\n\n".join([f"{PROSE} Number {name} speaks."] * (5 + number)) for number, name in enumerate(ids)
    }
    years = range(2000, 2000 + len(EVIL))
    about = pd.DataFrame({"author": EVIL, "title": EVIL, "genre": EVIL, "year": years}, index=ids)
    return Corpus.from_texts(sentences, about, name=EVIL[0])


def opened(corpus: Corpus, name: str, **query: str) -> AppTest:
    return open_page(name, own=corpus, **query)


def markdown_of(app: AppTest) -> Iterator[str]:
    """All that is read as Markdown on a page."""
    for node in (*app.main, *app.sidebar):
        kind = getattr(node, "type", "")
        proto = getattr(node, "proto", None)
        if proto is None:
            continue
        field = MARKDOWN.get(kind) or next((name for name in ("body", "label") if hasattr(proto, name)), "")
        yield from filter(None, (str(getattr(proto, field, "")), str(getattr(proto, "help", ""))))
        if "query_param_key" in dir(proto) and "style" in dir(proto):
            yield from (option.content for option in proto.options)


def test_a_name_is_escaped_or_has_nothing_to_escape():
    assert [name for name in EVIL[:6] if not reads_as_markup(name)] == []
    assert not any(
        reads_as_markup(name) for name in ("Sun 2024", "Duan ≥2022", "O’Neill (b)", "毛泽东", "J. R. Smith-Jones")
    )
    assert RAW_IN_MARKDOWN.search(" ".join(EVIL)) and not RAW_IN_MARKDOWN.search(escape_markdown(" ".join(EVIL)))


def test_a_long_name_is_cut_in_labels_and_whole_where_the_text_is_read(evil):
    assert max(map(len, labels(evil).texts.values())) <= LONGEST_NAME + len(" 2008")
    app = opened(evil, "read", text=labels(evil).texts["t8"])
    assert EVIL[8] in "".join(header.value for header in app.header)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_shows_evil_names_as_typed(evil, name):
    app = opened(evil, name)
    assert not app.exception
    shown = list(markdown_of(app))
    assert shown and [words[:200] for words in shown if RAW_IN_MARKDOWN.search(words)] == []
    for chart in app.get("plotly_chart"):
        told = json.loads(chart.proto.spec)
        texts = json.dumps(told, ensure_ascii=False)
        assert [raw for raw in RAW_IN_PLOTLY if raw in texts] == []
