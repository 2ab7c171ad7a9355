"""How the columns of a table look on the screen: headings for people, a line on each, numbers with a few decimals."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from .exhibits.base import Exhibit
from .exhibits.column import PROBABILITY, Column
from .exhibits.columns import columns_of
from .exhibits.precision import decimals
from .glossary.plain import UNITS


def column_looks(exhibit: Exhibit) -> dict[str, dict]:
    """For st.dataframe: only what is shown is rounded, not what is copied or sorted by."""
    described = columns_of(exhibit.name, exhibit.table.columns)
    return {name: _look(exhibit.table[name], column) for name, column in described.items()}


def _look(values: pd.Series, column: Column) -> dict:
    # The unit in plain words, for whoever does not know it.
    told = " ".join(filter(None, [column.help, UNITS.get(column.unit, "")]))
    if not pd.api.types.is_float_dtype(values):
        return st.column_config.Column(column.label, help=told)
    shown = "%.2g" if column.unit == PROBABILITY else f"%.{decimals(values)}f"
    return st.column_config.NumberColumn(column.label, help=told, format=shown)
