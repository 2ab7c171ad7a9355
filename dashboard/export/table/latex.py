"""An exhibit's table for LaTeX, with booktabs and siunitx: the file holds every figure, the print is rounded."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ...exhibits.base import Exhibit
from ...exhibits.column import Column
from ...exhibits.columns import columns_of
from ..letters import sentence
from ..reproduce import command, link
from .cells import as_rows
from .latex_columns import YES_OR_NO, SetColumn, form, set_column, shape_for
from .latex_text import escaped, needs_other_letters

PREAMBLE = r"\usepackage[T1]{fontenc}", r"\usepackage{array,booktabs,graphicx,longtable,pdflscape,siunitx}"
_OTHER_LETTERS = (
    r"It has letters beyond Latin: compile with LuaLaTeX or XeLaTeX, with \usepackage{fontspec} in the place of fontenc, "
    "in a font that has them."
)
# More rows than this run on over the page.
_MOST_ON_A_PAGE = 30


def latex(exhibit: Exhibit) -> bytes:
    """The table with title and reading as caption, its receipt as a note, and a label; a comment names the packages.

    Columns of numbers hold all figures and are rounded by siunitx when they are printed. What is the same in every row
    stands in the note. A long table runs over pages, a wide one is set sideways. What is undefined is a dash.
    """
    described = columns_of(exhibit.name, exhibit.table.columns)
    same = [name for name in described if _is_same(exhibit.table[name])]
    same = same if len(same) < len(described) else []
    columns = [set_column(exhibit.table[name], column) for name, column in described.items() if name not in same]
    body = _body(exhibit, columns, _note(exhibit, {name: described[name] for name in same}))
    comments = [exhibit.title, link(exhibit), command(exhibit, "tex"), "In the preamble:", *PREAMBLE]
    comments += [_OTHER_LETTERS] if needs_other_letters("\n".join(body)) else []
    return "\n".join([*(f"% {' '.join(comment.split())}" for comment in comments), *body, ""]).encode()


def _is_same(values: pd.Series) -> bool:
    return len(values) > 1 and values.nunique(dropna=False) == 1


def _body(exhibit: Exhibit, columns: Sequence[SetColumn], note: str) -> list[str]:
    """The table as a float, or running over pages, upright or sideways."""
    shape = shape_for(columns)
    form_of_all = f"@{{}}{form(columns, shape)}@{{}}"
    head = [r"\toprule", " & ".join(column.head(shape) for column in columns) + r" \\", r"\midrule"]
    rows = [" & ".join(cells) + r" \\" for cells in zip(*(column.cells for column in columns), strict=True)]
    look = f"\\{shape.type}\\setlength{{\\tabcolsep}}{{3pt}}\\setlength{{\\LTcapwidth}}{{\\linewidth}}"
    caption, under = _caption(exhibit), rf"\par\medskip\raggedright\noindent {note}\par"
    if shape.sideways or len(rows) > _MOST_ON_A_PAGE:
        begin, end = (r"\begin{landscape}", r"\end{landscape}") if shape.sideways else (r"\begingroup", r"\endgroup")
        return [begin, look, *_long(form_of_all, caption, head, rows), under, end]
    short = [f"\\begin{{tabular}}{{{form_of_all}}}", *head, *rows, r"\bottomrule", r"\end{tabular}"]
    return [r"\begin{table}[htbp]", r"\centering", caption, look, *short, under, r"\end{table}"]


def _long(form_of_all: str, caption: str, head: list[str], rows: list[str]) -> list[str]:
    begin = [f"\\begin{{longtable}}{{{form_of_all}}}", rf"{caption}\\", *head, r"\endfirsthead", *head, r"\endhead"]
    return [*begin, r"\midrule", r"\endfoot", r"\bottomrule", r"\endlastfoot", *rows, r"\end{longtable}"]


def _caption(exhibit: Exhibit) -> str:
    label = f"\\label{{tab:{exhibit.name.replace('_', '-')}}}"
    return f"\\caption[{escaped(exhibit.title)}]{{{escaped(f'{sentence(exhibit.title)} {exhibit.reading}')}}}{label}"


def _note(exhibit: Exhibit, same: dict[str, Column]) -> str:
    """What is the same in every row, and the receipt."""
    rows = as_rows(exhibit.table[list(same)].head(1))
    said = [f"{column.heading}: {_said(rows[0][name])}" for name, column in same.items()]
    return escaped((f"The same in every row: {'; '.join(said)}. " if said else "") + exhibit.receipt.text())


def _said(value: object) -> str:
    if isinstance(value, bool):
        return YES_OR_NO[value]
    return "–" if value is None or value == "" else str(value)
