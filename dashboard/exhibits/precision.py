"""How many decimals a column of numbers is shown with. What is shown is rounded; what is kept never is."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

# Figures that a middling value of a column is shown with.
_FIGURES = 3
_MOST = 6


def decimals(values: pd.Series) -> int:
    """Decimals for a column of numbers: none for whole numbers, else three figures for a middling value."""
    known = values.dropna().to_numpy(dtype=float)
    known = np.abs(known[np.isfinite(known)])
    if (known == np.round(known)).all():
        return 0
    middling = float(np.median(known[known > 0]))
    return min(max(_FIGURES - 1 - math.floor(math.log10(middling)), 1), _MOST)
