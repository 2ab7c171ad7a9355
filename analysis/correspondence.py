"""Which groups and words belong together on a map? Correspondence analysis."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .corpus import Corpus
from .errors import AnalysisError, require_at_least, require_one_of
from .result import stacked, typed
from .term_table import TermTable, term_table

MAPS = {
    "asymmetric": "groups in principal, terms in standard coordinates: a group stands at the mean of its terms",
    "symmetric": "both in principal coordinates: distances between groups and between terms, not across",
}
POINT_DTYPES = {"kind": "str", "name": "str", "count": "int64"}
INERTIA_DTYPES = {
    "axis": "int64", "singular_value": "float64", "inertia": "float64", "share": "float64", "cumulative": "float64",
}  # fmt: skip
# Singular values lie between 0 and 1; below this there is nothing but rounding.
_NOTHING = 1e-12


@dataclass(frozen=True, eq=False)
class Points:
    """The rows, or the columns, of a table on the axes; every array but the first two is points × axes.

    kept: which of them are not empty, and only these are here; masses: their shares of the table; principal: coordinates
    whose weighted mean square is the inertia of the axis; standard: coordinates whose weighted mean square is 1;
    contributions: share of the axis's inertia that the point makes (they add up to 1 along an axis); quality: share of
    the point's own inertia that the axis shows (cos², adds up to 1 over the axes; NaN for a point at the centre).
    """

    kept: np.ndarray
    masses: np.ndarray
    principal: np.ndarray
    standard: np.ndarray
    contributions: np.ndarray
    quality: np.ndarray


@dataclass(frozen=True, eq=False)
class CorrespondenceAnalysis:
    """The rows and columns of a table of counts on common axes, the axis of most inertia first.

    inertia: of each axis, the square of its singular value; total_inertia: their sum, χ² / sum of the table; NaN for a
    table without counts. The sides of an axis mean nothing: the row farthest out is put on the positive one.
    """

    rows: Points
    columns: Points
    singular_values: np.ndarray
    inertia: np.ndarray
    total_inertia: float


def correspondence_analysis(table: ArrayLike) -> CorrespondenceAnalysis:
    """On which axes do the rows of a table of counts differ most, and which columns pull them apart?

    There are at most min(rows, columns) − 1 axes: two rows have one. Empty rows and columns are left out.
    AnalysisError for a table that holds anything but counts. Source: Benzécri 1973; Greenacre 1984.
    """
    table = np.asarray(table, float)
    if table.ndim != 2 or not (np.isfinite(table) & (table >= 0)).all():
        raise AnalysisError("The table must hold a row a group and a column a term, each a count of 0 or more.")
    kept_rows, kept_columns = np.flatnonzero(table.sum(axis=1)), np.flatnonzero(table.sum(axis=0))
    shares = table[np.ix_(kept_rows, kept_columns)] / (table.sum() or 1)
    row_masses, column_masses = shares.sum(axis=1), shares.sum(axis=0)
    expected = np.outer(row_masses, column_masses)
    residuals = (shares - expected) / np.sqrt(expected)
    left, singular, right = _axes(residuals)
    sign = _sign_of_the_farthest(left / np.sqrt(row_masses)[:, None])
    return CorrespondenceAnalysis(
        rows=_points(left * sign, singular, row_masses, kept_rows),
        columns=_points(right * sign, singular, column_masses, kept_columns),
        singular_values=singular,
        inertia=singular**2,
        total_inertia=float((residuals**2).sum()) if len(kept_rows) else np.nan,
    )


def correspondence(
    corpus: Corpus,
    *,
    by: str = "document_id",
    terms: Collection[str] | None = None,
    most_frequent: int = 25,
    stop_words: Collection[str] = (),
    axes: int = 2,
    map: Literal["asymmetric", "symmetric"] = "asymmetric",
) -> pd.DataFrame:
    """Which groups use the same words, and which words draw them to their place?

    terms: these; without them the `most_frequent` words of all groups together that are no stop words. map: one of
    MAPS. A row a group (in the order of the groups), then a row a term (by count, then term): kind ("group" or
    "term"), name, count (in the table), mass (share of the table), axis_1, axis_2 (to `axes`): coordinates,
    contribution_1, contribution_2: share of the axis that the point makes (0 to 1), quality: share of the point's
    distance from the centre that these axes show (0 to 1; a point below about .5 is not where it seems to be).
    The centre is the average of all groups; a term lies towards the groups that use it more than average. Only the
    terms of the table count, and the side of an axis means nothing. A group or term without a count, and an axis that
    the table does not have, is NaN. OptionError when there are not two groups.
    Source: Benzécri 1973; Greenacre 1984.
    """
    require_one_of("map", map, MAPS)
    require_at_least("axes", axes, 1)
    table = _table(corpus, by, terms, most_frequent, stop_words)
    found = correspondence_analysis(table.counts)
    columns = found.columns.standard if map == "asymmetric" else found.columns.principal
    groups = _rows("group", table.labels, table.counts.sum(axis=1), found.rows, found.rows.principal, axes)
    words = _rows("term", table.terms, table.counts.sum(axis=0), found.columns, columns, axes)
    words = words.sort_values(["count", "name"], ascending=[False, True])
    return stacked([groups, words], {column: POINT_DTYPES.get(column, "float64") for column in groups})


def correspondence_inertia(
    corpus: Corpus,
    *,
    by: str = "document_id",
    terms: Collection[str] | None = None,
    most_frequent: int = 25,
    stop_words: Collection[str] = (),
) -> pd.DataFrame:
    """How much of the difference between the groups does each axis show?

    Options as in `correspondence`. A row an axis: axis (from 1), singular_value, inertia (its square; they add up to
    the total inertia, χ² / sum of the table), share (of the total, 0 to 1), cumulative. Empty when all groups use the
    terms in the same proportions.
    """
    found = correspondence_analysis(_table(corpus, by, terms, most_frequent, stop_words).counts)
    share = found.inertia / found.total_inertia
    axis = np.arange(1, len(share) + 1)
    values = [axis, found.singular_values, found.inertia, share, share.cumsum()]
    return typed(pd.DataFrame(dict(zip(INERTIA_DTYPES, values, strict=True))), INERTIA_DTYPES)


def _table(
    corpus: Corpus, by: str, terms: Collection[str] | None, most_frequent: int, stop_words: Collection[str]
) -> TermTable:
    """Counts of the chosen terms, or of the most frequent, ties in alphabetical order."""
    require_at_least("most_frequent", most_frequent, 1)
    if terms is None:
        table = term_table(corpus, by, stop_words=stop_words)
        chosen = np.sort(np.argsort(-table.counts.sum(axis=0), kind="stable")[:most_frequent])
        return TermTable(table.labels, table.terms[chosen], table.counts[:, chosen], table.words)
    table = term_table(corpus, by)
    # A chosen term that the texts do not have stays in the table, so that it is not passed over in silence.
    wanted = np.array(sorted(set(terms)), dtype=object)
    counts = pd.DataFrame(table.counts, columns=table.terms).reindex(columns=wanted, fill_value=0)
    return TermTable(table.labels, wanted, counts.to_numpy(np.int64), table.words)


def _axes(residuals: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Left vectors, singular values and right vectors of the axes that hold anything, vectors as columns."""
    if not residuals.size:
        return np.zeros((len(residuals), 0)), np.zeros(0), np.zeros((residuals.shape[1], 0))
    left, singular, right = np.linalg.svd(residuals, full_matrices=False)
    held = singular > _NOTHING
    return left[:, held], singular[held], right[held].T


def _sign_of_the_farthest(rows: np.ndarray) -> np.ndarray:
    """The sign, on each axis, of the row farthest out; of several as far out, of the first."""
    if not rows.size:
        return np.ones(rows.shape[1])
    distance = np.abs(rows)
    farthest = (distance > distance.max(axis=0) * (1 - _NOTHING)).argmax(axis=0)
    return np.sign(rows[farthest, np.arange(rows.shape[1])])


def _points(vectors: np.ndarray, singular: np.ndarray, masses: np.ndarray, kept: np.ndarray) -> Points:
    standard = vectors / np.sqrt(masses)[:, None]
    principal = standard * singular
    distance = (principal**2).sum(axis=1, keepdims=True)
    quality = principal**2 / np.where(distance > _NOTHING**2, distance, np.nan)
    return Points(kept, masses, principal, standard, contributions=vectors**2, quality=quality)


def _rows(
    kind: str, names: Sequence[str], counts: np.ndarray, points: Points, coordinates: np.ndarray, axes: int
) -> pd.DataFrame:
    """A row a group or term, also for those that are not in the analysis; as many axes as asked for."""
    shown = min(axes, coordinates.shape[1])
    on_axes = np.full((2, len(counts), axes), np.nan)
    on_axes[0, points.kept, :shown] = coordinates[:, :shown]
    on_axes[1, points.kept, :shown] = points.contributions[:, :shown]
    mass, quality = np.full((2, len(counts)), np.nan)
    mass[points.kept] = points.masses
    # Without an axis there is nothing to be shown well or badly.
    quality[points.kept] = points.quality[:, :shown].sum(axis=1) if shown else np.nan
    columns = {"kind": kind, "name": names, "count": counts, "mass": mass}
    for prefix, values in zip(("axis", "contribution"), on_axes, strict=True):
        columns |= {f"{prefix}_{axis + 1}": values[:, axis] for axis in range(axes)}
    return pd.DataFrame(columns | {"quality": quality})
