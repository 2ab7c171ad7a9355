"""Groups and words on one map: correspondence analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import AnalysisError, Corpus, correspondence, correspondence_inertia
from analysis.concordance import PASSAGE_COLUMNS
from analysis.correspondence import MAPS
from analysis.errors import require_at_least, require_one_of

from ..charts.map import POOR, correspondence_map
from ..charts.theme import GroupStyle, Styles
from .base import Exhibit, lines_in, receipt, spread
from .frequencies import exact
from .groups import group_styles, members_of, named_column
from .native import Points
from .word_list import WordList

MAP_NAMES = {
    "symmetric": "Texts and words at one scale (symmetric)",
    "asymmetric": "Texts at the mean of their words (asymmetric)",
}
# Of each word so many sentences come first, so that the strongest word does not hide the others.
_FIRST = 4
# More groups than this are counted in a sentence, not named.
_NAMED = 3


@dataclass(frozen=True, kw_only=True)
class CorrespondenceOptions(WordList):
    """by: column compared; most_frequent: so many words; terms: these words instead, parted by commas; map: a key of
    MAPS; the rest as in WordList."""

    by: str = "author"
    minimum_count: int = 1
    most_frequent: int = 25
    terms: str = ""
    map: Literal["asymmetric", "symmetric"] = "symmetric"


def correspondence_exhibit(corpus: Corpus, options: CorrespondenceOptions) -> Exhibit:
    """Which groups use the same words, and which words draw them apart?"""
    require_one_of("map", options.map, MAPS)
    require_at_least("most_frequent", options.most_frequent, 2)
    chosen = _chosen(options)
    inertia = correspondence_inertia(corpus, **chosen)
    if inertia.empty:
        raise AnalysisError(
            "All groups use these words in the same proportions, so there is nothing to map; choose other words."
        )
    points = correspondence(corpus, **chosen, map=options.map)
    table = points.dropna(subset="axis_1").reset_index(drop=True)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    shares, pulls = inertia["share"].tolist()[:2], _pulls(corpus, chosen, len(styles))
    return Exhibit(
        name="correspondence",
        options=options,
        title=f"Which words draw them apart, by {named_column(options.by)}?",
        table=table,
        draw=lambda frame, theme: correspondence_map(frame, shares, styles, theme),
        reading=_reading(table, points, shares, styles),
        receipt=receipt(
            corpus,
            "correspondence analysis (Benzécri 1973; Greenacre 1984)",
            f"{options.map} map: {MAPS[options.map]}",
            f"{(table['kind'] == 'term').sum()} words, total inertia {inertia['inertia'].sum():.3f}",
            *([] if options.terms.strip() else options.settings()),
        ),
        find_passages=lambda row: _passages(corpus, row, pulls, members),
        find_search=lambda row: row["name"] if row["kind"] == "term" else _first(pulls[row["name"]], 1),
        find_remark=lambda row: _remark(row, pulls, styles),
        native=_points(table, shares, styles),
    )  # fmt: skip


def _points(table: pd.DataFrame, shares: list[float], styles: Styles) -> Points | None:
    """The map as points; none where there is one axis only."""
    if len(shares) < 2:
        return None
    across, up = (f"axis {axis}: {share:.0%} of all differences" for axis, share in enumerate(shares, start=1))
    return Points(
        "axis_1", "axis_2", "kind", across, up, {"term": GroupStyle("words", None)}, label="name", named="group",
        names=styles, labelled=len(table), square=True, pale=tuple(table.index[~(table["quality"] >= POOR)]),
    )  # fmt: skip


def _chosen(options: CorrespondenceOptions) -> dict[str, object]:
    """The words of the map, as options of the analysis."""
    typed = [word.strip().lower().replace("’", "'") for word in options.terms.split(",") if word.strip()]
    if not typed:
        return {"by": options.by, "most_frequent": options.most_frequent, "stop_words": options.stop_words()}
    if len(set(typed)) < 2:
        raise AnalysisError(
            "A map needs two words or more, parted by commas; leave the field empty for the most frequent ones."
        )
    return {"by": options.by, "terms": typed}


def _pulls(corpus: Corpus, chosen: dict[str, object], groups: int) -> pd.DataFrame:
    """How strongly each word (index) draws each group (columns) away from the average, below 0 where it is used less.

    The surplus of its share in the group, by the square root of its share in all: squared, these add up to the group's
    distance from the centre. All axes count, not only those of the map.
    """
    points = correspondence(corpus, **chosen, map="asymmetric", axes=groups).fillna(0.0).set_index("name")
    axes = [f"axis_{axis}" for axis in range(1, groups + 1)]
    of_groups, terms = points[points["kind"] == "group"], points[points["kind"] == "term"]
    return (terms[axes] @ of_groups[axes].T).mul(terms["mass"] ** 0.5, axis=0)


def _first(pulls: pd.Series, n: int) -> str:
    """The strongest words, parted by commas."""
    drawn = pulls.sort_values(ascending=False, kind="stable")
    return ", ".join(drawn[drawn > 1e-9].index[:n])


def _passages(corpus: Corpus, row: pd.Series, pulls: pd.DataFrame, members: dict[str, list[str]]) -> pd.DataFrame:
    """A word: its sentences in all texts. A group: its sentences with words of the map, those that draw it most first."""
    if row["kind"] == "term":
        return lines_in(corpus, exact(row["name"]), [document for texts in members.values() for document in texts])
    order = pulls[row["name"]].sort_values(ascending=False, kind="stable").index
    found = [lines_in(corpus, exact(term), members[row["name"]]).assign(term=term) for term in order]
    lines = pd.concat(found, ignore_index=True)
    return spread(lines, lines["term"], _FIRST)[[*PASSAGE_COLUMNS]]


def _remark(row: pd.Series, pulls: pd.DataFrame, styles: Styles) -> str:
    quality = f"The map shows {row['quality']:.0%} of its distance from the average of all groups"
    doubt = ", so it is not where it seems to be." if row["quality"] < POOR else "."
    if row["kind"] == "term":
        return f"“{row['name']}”: {row['count']} hits. {quality}{doubt}"
    drawn = _first(pulls[row["name"]], 5)
    return f"{styles[row['name']].label}: {f'drawn to its place by {drawn}' if drawn else 'at the centre'}. {quality}{doubt}"


def _reading(table: pd.DataFrame, points: pd.DataFrame, shares: list[float], styles: Styles) -> str:
    groups, terms = table[table["kind"] == "group"], table[table["kind"] == "term"]
    said = [_axis(number, share, groups, terms, styles) for number, share in enumerate(shares, start=1)]
    poor = [styles[name].label for name in groups["name"][groups["quality"] < POOR]]
    faint = int((terms["quality"] < POOR).sum())
    if poor or faint:
        named = poor if len(poor) <= _NAMED else [f"{len(poor)} of {len(groups)} groups"]
        listed = [*named, *([f"{faint} of {len(terms)} words"] if faint else [])]
        said.append(f"Hollow, since less than half of their distance is shown: {', '.join(listed)}.")
    lost = points["name"][points["axis_1"].isna()]
    if len(lost):
        said.append(f"Not on the map, without a hit: {', '.join(lost[:5])}.")
    return " ".join(said)


def _axis(number: int, share: float, groups: pd.DataFrame, terms: pd.DataFrame, styles: Styles) -> str:
    """What one axis parts: the group that makes most of it, and the words on its side that make most of it."""
    axis, contribution = f"axis_{number}", f"contribution_{number}"
    most = groups.loc[groups[contribution].idxmax()]
    side = terms[terms[axis] * most[axis] > 0].sort_values(contribution, ascending=False, kind="stable")
    way = "Left to right" if number == 1 else "Upwards"
    words = f", by {', '.join(side['name'].head(3))}" if len(side) else ""
    return f"{way} ({share:.0%} of all differences) {styles[most['name']].label} is set apart{words}."
