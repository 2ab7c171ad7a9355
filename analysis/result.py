"""The tables that analyses return: fixed columns of fixed types, also where nothing was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike


def typed(table: pd.DataFrame, dtypes: Mapping[str, str]) -> pd.DataFrame:
    """The columns named in `dtypes`, in that order and of those types ("str", "int64", "float64", "bool", …)."""
    chosen = table[list(dtypes)]
    # Most columns are of their type already, and asking costs less than turning them into what they are.
    found = chosen.dtypes.to_dict()
    others = {name: dtype for name, dtype in dtypes.items() if found[name] != dtype}
    return chosen.astype(others) if others else chosen


def from_columns(columns: Mapping[str, ArrayLike | pd.Index], dtypes: Mapping[str, str]) -> pd.DataFrame:
    """A table of columns of one length. Each is made as its type wants it, several times as fast as turned into it."""
    arrays = {
        name: pd.array(columns[name], dtype="str") if dtype == "str" else np.asarray(columns[name], dtype)
        for name, dtype in dtypes.items()
    }
    return pd.DataFrame(arrays, copy=False)


def stacked(parts: Iterable[pd.DataFrame], dtypes: Mapping[str, str]) -> pd.DataFrame:
    """One table of several, one under the other, rows numbered from 0; columns and types as in `dtypes`."""
    # A part without a row has no types to go by, and would spoil those of the others.
    filled = [part for part in parts if len(part)]
    return typed(pd.concat(filled, ignore_index=True), dtypes) if filled else from_rows([], dtypes)


def from_rows(rows: Iterable[object], dtypes: Mapping[str, str]) -> pd.DataFrame:
    """A table of rows, each a tuple in the order of `dtypes` or a mapping by column."""
    return typed(pd.DataFrame(list(rows), columns=list(dtypes)), dtypes)
