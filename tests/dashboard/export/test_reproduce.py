"""An exhibit made again from what is shown under it: the Python lines, the link, the command."""

import re
import shlex
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from analysis import Corpus
from dashboard import command_line, commands
from dashboard.exhibits import EXHIBITS, make
from dashboard.exhibits.options import from_words
from dashboard.export.reproduce import (
    OPTION,
    SHOW,
    TEXTS,
    bundled_name,
    command,
    link,
    other_texts,
    python_lines,
    read_link,
)
from dashboard.export.session import Session, pack
from dashboard.export.table.tables import csv

from ...conftest import ROOT
from ..test_exhibits import SAMPLES

NAMES = [f"{name}-{'-'.join(map(str, options.values()))}" for name, options in SAMPLES]
# Values that a shell, an address or a parser of commands could take for something else.
AWKWARD = [
    ("top_terms", {"drop": "-china, us"}),
    ("top_terms", {"drop": "--format"}),
    ("term_rates", {"terms": "trust & security #1, 50%+, a=b, “信任”, it's"}),
    ("term_rates", {"terms": '$HOME `x` "y" \\ *'}),
    ("topic_trends", {"topics": ()}),
    ("trends", {"terms": "-isation|-ization", "events": ()}),
    ("trends", {"own_events": "2018-03 Trade war\n2020 COVID-19"}),
    ("trends", {"events": ("-one", "two, three", "--four=5")}),
    ("diversity", {"measures": ()}),
    ("concordance", {"query": "", "compounds": False, "case_sensitive": True}),
    ("keywords", {"alpha": 0.001, "fair": True, "n": 40}),
]


def options_only(name: str, options: dict):
    """The options of an exhibit, without the work of making it."""
    return EXHIBITS[name].options(**options)


class Bare:
    """As much of an exhibit as is needed to write down how it is made."""

    def __init__(self, name: str, options: dict, selected: tuple[str, ...] = ()) -> None:
        self.name, self.options, self.usual = name, options_only(name, options), {}
        self.receipt = type("Receipt", (), {"selected": selected, "corpus": bundled_name()})


def from_link(address: str) -> tuple[str, object, tuple[str, ...]]:
    name, typed, texts = read_link(parse_qs(urlsplit(address).query, keep_blank_values=True))
    return name, options_only(name, from_words(name, typed)), texts


def from_command(line: str) -> tuple[str, object, tuple[str, ...]]:
    """What the command line understands of a command."""
    words = shlex.split(line)
    assert words[:4] == ["python", "-m", "dashboard", "export"]
    name = words[4]
    asked = vars(command_line.exhibit_parser(name).parse_args(words[5:]))
    texts = tuple(asked["texts"] or ())
    assert (asked["format"], asked["out"]) == ("svg", f"{name}.svg")
    others = ("format", "out", "texts", "corpus", "size", "dpi")
    typed = {option: value for option, value in asked.items() if value is not None and option not in others}
    return name, options_only(name, from_words(name, typed)), texts


# Grouped by year, lines differ from those of another option in nothing.
MADE = [sample for sample in SAMPLES if sample[1] != {"by": "year"}]


@pytest.mark.parametrize("name, options", MADE, ids=[f"{name}-{options}" for name, options in MADE])
def test_the_python_lines_give_the_same_table(corpus, monkeypatch, name, options):
    monkeypatch.chdir(ROOT)
    exhibit, space = make(corpus, name, **options), {}
    exec(python_lines(exhibit), space)
    pd.testing.assert_frame_equal(space["exhibit"].table, exhibit.table)
    assert space["exhibit"].receipt == exhibit.receipt


def test_the_python_lines_take_the_same_texts(corpus, monkeypatch):
    monkeypatch.chdir(ROOT)
    exhibit, space = make(corpus.select(["sun-2024", "chen-2014"]), "top_terms"), {}
    exec(python_lines(exhibit), space)
    pd.testing.assert_frame_equal(space["exhibit"].table, exhibit.table)
    assert space["exhibit"].receipt.fingerprint == exhibit.receipt.fingerprint != corpus.fingerprint


def test_the_last_of_the_lines_is_the_table(corpus):
    assert python_lines(make(corpus, "timeline")).splitlines()[-1] == "exhibit.table"


@pytest.mark.parametrize("name, options", [*SAMPLES, *AWKWARD])
@pytest.mark.parametrize("texts", [(), ("sun-2024", "-odd id&=", "信任")], ids=["all", "some"])
def test_link_and_command_lead_to_the_same_options_and_texts(name, options, texts):
    exhibit = Bare(name, options, texts)
    assert from_link(link(exhibit)) == (name, exhibit.options, texts)
    assert from_command(command(exhibit)) == (name, exhibit.options, texts)


def test_what_is_as_usual_is_left_out(corpus):
    exhibit = make(corpus, "top_terms")
    assert link(exhibit, "http://host") == "http://host/exhibit?show=top_terms"
    assert command(exhibit) == "python -m dashboard export top_terms --format svg --out top_terms.svg"


def test_an_address_without_an_exhibit_asks_for_none():
    assert read_link({}) == ("", {}, ())


def test_options_may_be_typed_by_their_bare_names_too():
    assert read_link({"show": ["a", "b"], "of": ["", "x"], "n": ["1", "2"]}) == ("b", {"n": ["1", "2"]}, ("x",))


def test_no_control_of_a_page_has_a_name_of_the_link():
    pages = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "dashboard").rglob("*.py"))
    keys = set(re.findall(r'"(\w+)"', pages.replace('SHOW = "show"', "").replace('TEXTS = "of"', "")))
    assert SHOW not in keys and TEXTS not in keys and not any(key.startswith(OPTION) for key in keys)


@pytest.fixture
def foreign():
    return Corpus.from_texts({"a": "Trust is good. " * 20, "b": "Order is better. " * 20}, name="Two voices: mine")


def test_texts_of_ones_own_are_found_in_the_session_that_holds_them(foreign, tmp_path, monkeypatch):
    exhibit = make(foreign, "term_rates", terms="trust, order", by="document_id")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "two-voices-mine.parallax").write_bytes(pack(Session(foreign)))
    space = {}
    exec(python_lines(exhibit), space)
    pd.testing.assert_frame_equal(space["exhibit"].table, exhibit.table)
    words = shlex.split(command(exhibit, "csv"))
    assert commands.run(words[3:]) == 0
    assert (tmp_path / "term_rates.csv").read_bytes() == csv(exhibit)


def test_a_link_of_ones_own_texts_is_known_to_be_of_no_others(foreign, corpus):
    query = parse_qs(urlsplit(link(make(foreign, "term_rates", by="document_id"))).query)
    assert other_texts(query, corpus.fingerprint) and not other_texts(query, foreign.fingerprint)
    assert not other_texts(parse_qs(urlsplit(link(make(corpus, "timeline"))).query), foreign.fingerprint)
    assert read_link(query)[1] == {"by": ["document_id"]}
