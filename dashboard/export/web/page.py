"""An exhibit, or a whole report, as one HTML file that needs no network and can ask none."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from analysis import Corpus

from ...charts.theme import LIGHT, SANS, SERIF
from ...exhibits.base import Exhibit
from ..figure import fonts
from ..report import Report
from ..sources import corpora, require_entries, sources
from .article import Article, article
from .evidence import MOST_A_PAGE

_FOLDER = Path(__file__).parent / "templates"
# How many rows of a table are printed on paper; the file holds all of them.
_PRINTED_ALONE, _PRINTED_IN_REPORT = 60, 20


def exhibit_page(corpus: Corpus, exhibit: Exhibit) -> bytes:
    """One exhibit as an HTML file: picture, words, table, sentences on a click, receipt, and how to make it again."""
    made = article(corpus, exhibit, most=MOST_A_PAGE)
    return _page("exhibit.html", made.title, [made], made.about.software, printed=_PRINTED_ALONE, article=made)


def report_page(report: Report) -> bytes:
    """A report as an HTML file: contents, every exhibit with its note, the texts. ExportError where it is empty."""
    require_entries(report)
    share = MOST_A_PAGE // len(report.entries) or 1
    made = [
        article(entry.corpus, entry.exhibit, number=number, note=entry.note, most=share)
        for number, entry in enumerate(report.entries, start=1)
    ]
    words = {"sources": sources(report), "corpora": corpora(report)}
    return _page("report.html", report.title, made, made[0].about.software, printed=_PRINTED_IN_REPORT, **words)


def _page(template: str, title: str, articles: Sequence[Article], software: str, **words: object) -> bytes:
    """A template with its styles, scripts and fonts inside, and a policy that lets it reach nothing outside."""
    scripts = [get_plotlyjs()] if any(made.chart for made in articles) else []
    scripts.append(_file("page.js"))
    body = _environment().get_template(template).render(title=title, articles=articles, software=software, **words)
    head = (
        _environment()
        .get_template("head.html")
        .render(
            title=title,
            articles=articles,
            software=software,
            policy=_policy(scripts),
            style=Markup(f"{fonts.embedded(body + title)}\n{_palette()}\n{_file('page.css')}"),
        )
    )
    ends = "".join(f"<script>{script}</script>\n" for script in scripts)
    # A text may bring half a letter, which no file can hold.
    return f"{head}{body}{ends}</body>\n</html>\n".encode("utf-8", "replace")


def _policy(scripts: Sequence[str]) -> str:
    """Only these scripts run, and nothing is loaded from anywhere; Plotly sets styles while it draws."""
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _palette() -> str:
    """The house's colours and faces by the names that page.css knows."""
    names = {
        "ground": LIGHT.ground, "panel": LIGHT.panel, "ink": LIGHT.ink, "muted": LIGHT.muted, "grid": LIGHT.grid,
        "accent": LIGHT.heat[1], "sans": SANS, "serif": SERIF,
    }  # fmt: skip
    return f":root{{{''.join(f'--{name}:{value};' for name, value in names.items())}}}"


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    """Templates in which every word is escaped, and a name that is not given is an error."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip
    made.filters["data"] = partial(htmlsafe_json_dumps, dumps=_compact)
    # A drawing is the project's own markup; it has escaped the words in it.
    made.filters["drawn"] = Markup
    return made


def _compact(value: object, **_: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
