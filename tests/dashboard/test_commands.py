"""The command line: exhibits into files, what there is, and one sentence with an exit code where it cannot."""

import dataclasses
import os
import subprocess
import sys

import pytest
from lxml import etree

from analysis import shards
from dashboard import commands, index_command
from dashboard.exhibits import EXHIBITS, make
from dashboard.export.figure import browser, figures
from dashboard.export.report import kept
from dashboard.export.session import Session, pack

from ..conftest import ROOT


@pytest.fixture
def told(capsys):
    """Run a command; its exit code, what it printed and what it said beside."""

    def of(*words):
        try:
            code = commands.run(words)
        except SystemExit as end:
            code = end.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return of


def test_an_exhibit_goes_into_the_file_that_is_named(told, corpus, tmp_path):
    out = tmp_path / "who.svg"
    code, _, said = told("export", "obligation", "--by", "year", "--quotations", "false", "--out", str(out))
    assert code == 0 and str(out) in said
    assert out.read_bytes() == figures.svg(make(corpus, "obligation", by="year", quotations=False))


def test_the_ending_of_the_name_chooses_the_kind_of_file(told, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(commands, "file_of", lambda corpus, exhibit, ending, look: asked.append(ending) or b"x")
    for name, extra in (("a.png", []), ("a.pdf", []), ("a.unknown", []), ("a.png", ["--format", "svg"])):
        assert told("export", "timeline", "--out", str(tmp_path / name), *extra)[0] == 0
    assert asked == ["png", "pdf", "svg", "svg"]


def test_options_reach_the_exhibit_with_their_types(told, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(commands, "file_of", lambda corpus, exhibit, ending, look: seen.append(exhibit) or b"x")
    out = ("--out", str(tmp_path / "x.svg"))
    told("export", "keywords", "--fair", "--n", "3", "--alpha", "0.01", "--keep=-x", *out)
    told("export", "topic_trends", "--topics", "5", "8", "--events", *out)
    told("export", "term_rates", "--texts", "yang-2015", "sun-2024", "--terms", "trust, security", *out)
    keywords, topics, rates = (exhibit.options for exhibit in seen)
    assert (keywords.fair, keywords.n, keywords.alpha, keywords.keep) == (True, 3, 0.01, "-x")
    assert topics.topics == (5, 8) and topics.events == ()
    assert rates.terms == "trust, security" and set(seen[2].table["group"]) == {"Yang Jiechi", "Sun Jisheng"}


def test_standard_output_takes_a_file_too():
    command = [sys.executable, "-m", "dashboard", "export", "timeline", "--out", "-"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert etree.fromstring(done.stdout).tag.endswith("svg") and done.stderr == b""


@pytest.fixture
def session(corpus, tmp_path):
    """A session with two exhibits in its report, as a file."""
    basket = (kept(make(corpus, "timeline")), kept(make(corpus.select(["sun-2024", "yang-2015"]), "obligation")))
    file = tmp_path / "mine.parallax"
    file.write_bytes(pack(Session(corpus, basket, title="Two figures")))
    return file


def test_the_report_of_a_session_leaves_in_the_form_of_its_name(told, session, tmp_path):
    for name, begins in (("r.html", b"<!"), ("r.xlsx", b"PK"), ("r.zip", b"PK")):
        code, _, said = told("report", str(session), "--out", str(tmp_path / name))
        assert code == 0 and said.startswith("2 exhibits, as ")
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert "Two figures" in (tmp_path / "r.html").read_text(encoding="utf-8")
    first = (tmp_path / "r.html").read_bytes()
    told("report", str(session), "--out", str(tmp_path / "r.html"))
    assert (tmp_path / "r.html").read_bytes() == first


def test_a_session_is_a_corpus_as_well(told, session, corpus, tmp_path):
    out = tmp_path / "x.svg"
    assert told("export", "timeline", "--corpus", str(session), "--out", str(out))[0] == 0
    assert out.read_bytes() == figures.svg(make(corpus, "timeline"))


def test_a_session_that_cannot_be_used_is_one_sentence(told, corpus, session, tmp_path):
    damaged, empty = tmp_path / "damaged.parallax", tmp_path / "empty.parallax"
    damaged.write_bytes(session.read_bytes()[:-30])
    empty.write_bytes(pack(Session(corpus)))
    for words, sentence in (
        (["report", str(damaged)], "damaged or cut off"),
        (["report", str(empty)], "has no exhibits in its report"),
        (["report", str(tmp_path / "none.parallax")], "cannot be opened (no such file or directory)"),
        (["export", "timeline", "--corpus", str(damaged)], "damaged or cut off"),
    ):
        code, printed, said = told(*words)
        assert code == 1 and sentence in said and said.count("\n") == 1 and printed == ""


def test_what_there_is_is_listed_with_its_question(told):
    code, printed, _ = told("list")
    assert code == 0
    assert [line.split()[0] for line in printed.splitlines()] == list(EXHIBITS)
    assert all(line.rstrip().endswith("?") for line in printed.splitlines())


@pytest.mark.parametrize("name", EXHIBITS)
def test_the_options_of_each_exhibit_are_listed_and_answer_to_help(told, name):
    code, printed, _ = told("list", name)
    flags = [f"--{field.name.replace('_', '-')}" for field in dataclasses.fields(EXHIBITS[name].options)]
    assert code == 0 and all(flag in printed for flag in flags)
    code, printed, _ = told("export", name, "--help")
    assert code == 0 and all(flag in printed for flag in [*flags, "--format", "--out", "--texts"])


@pytest.mark.parametrize(
    "words, code, sentence",
    [
        (["export", "nothing"], 2, "exhibit must be one of: timeline"),
        (["export", "--out", "x.svg"], 2, "Name the exhibit first"),
        (["export", "keywords", "--n", "many"], 2, "n must be a whole number; not 'many'."),
        (["export", "keywords", "--n", "0"], 2, "n must be at least 1"),
        (["export", "keywords", "--unheard", "1"], 2, "unrecognized arguments"),
        (["export", "timeline", "--format", "doc"], 2, "format must be one of: svg"),
        (["export", "timeline", "--size", "huge"], 2, "size must be one of: single"),
        (["export", "timeline", "--format", "png", "--dpi", "fine"], 2, "dpi must be a whole number"),
        (["export", "term_rates", "--terms", "/[/"], 2, ""),
        (["export", "timeline", "--texts", "nobody"], 1, "There is no text 'nobody'; there are chen-2014"),
        (["export", "timeline", "--corpus", "/no/such/folder"], 1, "There is no folder 'folder'"),
        (["export", "timeline", "--out", "/no/such/folder/x.svg"], 1, "there is no such folder"),
        (["list", "nothing"], 2, "exhibit must be one of"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_an_exit_code(told, words, code, sentence):
    got, printed, said = told(*words)
    assert got == code and sentence in said and printed == ""
    assert "Traceback" not in said


def test_a_png_without_a_browser_is_one_sentence(told, tmp_path, monkeypatch):
    monkeypatch.setattr(browser, "found", lambda: False)
    browser._browser.cache_clear()
    code, _, said = told("export", "timeline", "--format", "png", "--out", str(tmp_path / "x.png"))
    browser._browser.cache_clear()
    assert code == 1 and "needs a Chrome or Chromium" in said and not list(tmp_path.iterdir())


def test_all_go_into_a_folder_and_what_fails_is_told_and_passed_over(told, tmp_path, monkeypatch):
    entries = {name: EXHIBITS[name] for name in ("timeline", "term_rates", "obligation")}
    monkeypatch.setattr(commands, "EXHIBITS", entries)
    monkeypatch.setattr(browser, "found", lambda: False)
    browser._browser.cache_clear()
    code, _, said = told("export-all", "--out", str(tmp_path / "new" / "folder"), "--by", "year")
    browser._browser.cache_clear()
    assert code == 1 and "2 of 3  term_rates.svg" in said and "2 of 3 files in" in said and "not made:" in said
    assert sorted(file.name for file in (tmp_path / "new" / "folder").iterdir()) == ["obligation.svg", "timeline.svg"]


def test_an_interrupted_command_says_so(told, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setitem(commands.COMMANDS, "list", interrupted)
    assert told("list") == (130, "", "Stopped.\n")


def test_an_unknown_command_names_those_there_are():
    done = subprocess.run([sys.executable, "-m", "dashboard", "exprot"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2 and "there are list, export, export-all, report" in done.stderr


@pytest.mark.parametrize("words", [["list"], ["export", "timeline", "--out", "-"]])
def test_a_reader_that_has_had_enough_is_no_error(words):
    command = [sys.executable, "-m", "dashboard", *words]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    process.wait()
    assert "Traceback" not in said and "Exception" not in said


def test_no_option_of_an_exhibit_hides_one_of_the_command():
    own = {"format", "out", "corpus", "texts", "size", "dpi"}
    for entry in EXHIBITS.values():
        assert not own & {field.name for field in dataclasses.fields(entry.options)}


def test_commands_run_under_a_plain_locale(tmp_path):
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    for words in (["list", "formulae"], ["export", "term_rates", "--terms", "“"]):
        done = subprocess.run(
            [sys.executable, "-m", "dashboard", *words], cwd=ROOT, capture_output=True, env=environment
        )
        assert b"Traceback" not in done.stderr and (done.stdout + done.stderr).isascii()


def test_texts_are_put_on_disk_as_an_index_that_every_command_takes(told, corpus, tmp_path):
    index, out = tmp_path / "five", tmp_path / "rates.csv"
    code, _, said = told("index", str(ROOT / "data" / "texts"), str(index))
    assert code == 0 and "5 texts, 14,578 tokens" in said
    assert told("index", "--check", str(index))[0] == 0
    assert told("export", "keywords", "--corpus", str(index), "--out", str(out))[0] == 0
    direct = tmp_path / "direct.csv"
    told("export", "keywords", "--out", str(direct))
    assert out.read_bytes() == direct.read_bytes()


def test_an_index_can_be_made_and_counted_by_other_processes(told, tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    source, one, other = str(ROOT / "data" / "texts"), tmp_path / "one", tmp_path / "other"
    assert told("index", source, str(one))[0] == told("index", source, str(other), "--workers", "1")[0] == 0
    assert (one / "manifest.json").read_bytes() == (other / "manifest.json").read_bytes()
    monkeypatch.setattr(shards, "TOKENS", 6_000)
    out = tmp_path / "rates.csv"
    assert told("export", "keywords", "--corpus", str(one), "--workers", "1", "--out", str(out))[0] == 0
    code, _, said = told("export", "keywords", "--workers", "1", "--out", str(out))
    assert code == commands.NOT_UNDERSTOOD and "shards of an index" in said
    code, _, said = told("export", "keywords", "--workers", "0", "--out", str(out))
    assert code == commands.NOT_UNDERSTOOD and "1 or more" in said


def test_a_damaged_index_and_a_folder_in_use_are_told_in_a_sentence(told, tmp_path):
    index = tmp_path / "five"
    told("index", str(ROOT / "data" / "texts"), str(index))
    (index / "form.npy").write_bytes(b"")
    code, _, said = told("index", "--check", str(index))
    assert code == commands.NOT_MADE and "damaged (form.npy has 0 bytes" in said
    code, _, said = told("index", str(ROOT / "data" / "texts"), str(ROOT / "data"))
    assert code == commands.NOT_MADE and "choose another name" in said
    code, _, said = told("index", str(ROOT / "data" / "texts"))
    assert code == commands.NOT_UNDERSTOOD and "index SOURCE INDEX" in said


def test_progress_is_one_line_on_a_screen_and_nothing_in_a_file(monkeypatch, capsys):
    index_command._show_progress("Words found", 0.5)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    index_command._show_progress("Words found", 0.5)
    index_command._show_progress("Words found", 1)
    assert capsys.readouterr().err == "\rWords found:  50%\rWords found: 100%\n"
