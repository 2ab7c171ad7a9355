"""Every exhibit's table for LaTeX: its numbers read back, and set by LaTeX itself where it is installed."""

import dataclasses
import re
import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest
from pypdf import PdfReader

from dashboard.exhibits import EXHIBITS, make
from dashboard.export.table.latex import PREAMBLE, latex
from dashboard.export.table.latex_text import escaped

each = pytest.mark.parametrize("name", EXHIBITS)
ODD = 'a\\b {c} $d$ & 50% #1 _x_ ^y^ ~z~ <w> |v| “q” ‘r’ "s" – — … [t] *u* --opt `x` é ﬁ χ² ≥ 1 − 2'


def rows_of(source: str) -> list[list[str]]:
    last_of_head = "\\endlastfoot\n" if r"\endlastfoot" in source else "\\midrule\n"
    body = re.split(r"\\bottomrule|\\end\{longtable\}", source.split(last_of_head)[1])[0]
    return [re.split(r"(?<!\\) & ", line.removesuffix(r" \\")) for line in body.strip().splitlines()]


def numbers_of(table: pd.DataFrame) -> list[tuple[int, np.ndarray]]:
    """The columns of numbers that differ from row to row, with their place among all that do."""
    told = [name for name in table if len(table) == 1 or table[name].nunique(dropna=False) > 1]
    kinds = pd.api.types
    numeric = [name for name in told if kinds.is_numeric_dtype(table[name]) and not kinds.is_bool_dtype(table[name])]
    return [(told.index(name), table[name].to_numpy(dtype=float, na_value=np.nan)) for name in numeric]


@each
def test_every_number_stands_in_the_file_in_all_its_figures(exhibits, name):
    rows, table = rows_of(latex(exhibits[name]).decode()), exhibits[name].table
    assert len(rows) == len(table) and len({len(row) for row in rows}) == 1
    for place, values in numbers_of(table):
        read = [float("nan") if row[place] == "{--}" else float(row[place]) for row in rows]
        np.testing.assert_array_equal(read, values)


@each
def test_caption_note_label_and_packages_are_there(exhibits, name):
    exhibit, source = exhibits[name], latex(exhibits[name]).decode()
    assert escaped(exhibit.reading) in source and escaped(exhibit.receipt.text()) in source
    assert f"\\label{{tab:{name.replace('_', '-')}}}" in source
    assert all(f"% {line}" in source for line in PREAMBLE)
    assert source.count("{") - source.count(r"\{") == source.count("}") - source.count(r"\}")


def test_what_is_the_same_in_each_row_moves_to_the_note(exhibits):
    source = latex(exhibits["keywords"]).decode()
    assert "The same in every row: measure: log\\_ratio\\_conservative" in source
    assert "reference,\\\\per 1,000\\\\words" in source


def test_a_long_table_runs_over_pages_and_a_wide_one_lies_sideways(exhibits):
    sources = {name: latex(exhibits[name]).decode() for name in ("obligation", "word_cloud", "barcode")}
    assert r"\begin{table}" in sources["obligation"] and "longtable}{" not in sources["obligation"]
    assert r"\begin{longtable}" in sources["word_cloud"] and "{landscape}" in sources["barcode"]


def test_signs_of_latex_are_written_as_themselves():
    assert escaped("50% & _x_ #1") == r"50\% \& \_x\_ \#1"
    assert escaped("a\\{b}$^~") == r"a\textbackslash{}\{b\}\$\textasciicircum{}\textasciitilde{}"
    assert escaped("--out\nnext\tone") == "-{}-out next one"


def test_letters_beyond_latin_are_said_in_the_head(exhibits):
    base = exhibits["term_rates"]
    foreign = dataclasses.replace(base, table=base.table.assign(term=["信任", *base.table["term"][1:]]))
    assert "LuaLaTeX" in latex(foreign).decode() and "信任" in latex(foreign).decode()
    assert "LuaLaTeX" not in latex(base).decode()


def test_an_empty_table_is_a_table(corpus):
    source = latex(make(corpus, "concordance", query="zeppelin")).decode()
    assert r"\toprule" in source and r"\bottomrule" in source


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no LaTeX on this machine")
def test_latex_sets_the_tables_and_every_odd_sign(exhibits, corpus, tmp_path):
    odd = dataclasses.replace(exhibits["obligation"], title=ODD, reading=ODD)
    odd = dataclasses.replace(odd, table=odd.table.assign(group=[f"[{ODD}", "*", *odd.table["group"][2:]]))
    empty = make(corpus, "concordance", query="zeppelin")
    chosen = [odd, empty, *(exhibits[name] for name in ("keywords", "barcode", "silences"))]
    body = "\n\\clearpage\n".join(latex(exhibit).decode() for exhibit in chosen)
    head = "\n".join([r"\documentclass[a4paper]{article}", r"\usepackage[margin=25mm]{geometry}", *PREAMBLE])
    (tmp_path / "t.tex").write_text(f"{head}\n\\begin{{document}}\n{body}\n\\end{{document}}", encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "t.tex"]
    made = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", errors="replace", timeout=120)
    if "siunitx.sty' not found" in made.stdout:
        pytest.skip("no siunitx in this LaTeX")
    assert made.returncode == 0, [line for line in made.stdout.splitlines() if line.startswith("!")]
    assert "Missing character" not in made.stdout
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "t.pdf").pages).split())
    assert "50% #1" in said and "understanding" in said and "13.48" in said and "13.477088948787062" not in said
