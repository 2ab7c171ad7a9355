"""What else differs between the groups compared, beside what they are compared by."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from .errors import OptionError
from .metadata import descriptive_columns, group_documents
from .result import from_rows

if TYPE_CHECKING:
    from .corpus import Corpus

CONFOUND_COLUMNS = {"group": "str", "column": "str", "value": "str", "values": "int64", "relation": "str"}
PAIR_COLUMNS = {"group": "str", "other": "str", "same": "int64", "columns": "int64", "agree": "str", "differ": "str"}
# What a text does not tell.
UNKNOWN = ("not known", "unknown")
# How a column stands to the one compared by, from the groups' point of view.
RELATIONS = {
    "inseparable": "changes whenever the group changes: no difference can be ascribed to one and not to the other",
    "nested": "one value a group, and some groups share it: these can be compared without it",
    "crossed": "several values inside a group",
    "same": "the same everywhere, so it explains no difference",
}


def confounds(corpus: Corpus, *, by: str = "document_id") -> pd.DataFrame:
    """Which other metadata of the texts change together with the groups?

    A row a metadata column (other than `by`) and group: group, column, value (the values of its texts, parted by
    " | "; "not known" where one is missing), values (how many different ones), relation (a key of RELATIONS, of the
    column as a whole). The length in words counts as such a column. Inseparable columns first, then nested, crossed
    and same ones; groups in their order.
    OptionError for an unknown column.
    """
    documents = corpus.documents
    groups = group_documents(documents, by)
    found = []
    for column in descriptive_columns(documents):
        if column == by:
            continue
        known = documents[column].astype(object).where(documents[column].notna(), "not known").astype(str)
        values = [list(dict.fromkeys(known[groups.of_document == number])) for number in range(len(groups.labels))]
        relation = _relation(values)
        found += [
            (label, column, " | ".join(here), len(here), relation)
            for label, here in zip(groups.labels, values, strict=True)
        ]
    words = documents["n_words"].groupby(groups.of_document).sum()
    lengths = [[f"{words[number]:,} words"] for number in range(len(groups.labels))]
    found += [
        (label, "length", *here, 1, _relation(lengths)) for label, here in zip(groups.labels, lengths, strict=True)
    ]
    rank = {relation: place for place, relation in enumerate(RELATIONS)}
    return from_rows(sorted(found, key=lambda row: rank[row[4]]), CONFOUND_COLUMNS)


def clean_contrasts(corpus: Corpus, *, by: str = "document_id") -> pd.DataFrame:
    """Which two groups differ in least beside what they are compared by?

    A row a pair of groups: group, other, same (metadata columns in which all their texts agree), columns (of all that
    differ somewhere), agree and differ (their names, parted by ", "). Most alike first, then in order of the groups.
    OptionError when there are not two groups.
    """
    table = confounds(corpus, by=by)
    groups = list(dict.fromkeys(table["group"]))
    if len(groups) < 2:
        raise OptionError(f"{by!r} sorts these texts into fewer than two groups, so there is nothing to compare.")
    varied = table[table["relation"] != "same"]
    values = varied.pivot(index="group", columns="column", values="value")
    single = varied.pivot(index="group", columns="column", values="values") == 1
    rows = []
    for one, other in combinations(groups, 2):
        agree = [
            column
            for column in dict.fromkeys(varied["column"])
            if single.at[one, column] and single.at[other, column] and values.at[one, column] == values.at[other, column]
            and values.at[one, column] not in UNKNOWN
        ]  # fmt: skip
        differ = [column for column in dict.fromkeys(varied["column"]) if column not in agree]
        rows.append((one, other, len(agree), len(agree) + len(differ), ", ".join(agree), ", ".join(differ)))
    return from_rows(sorted(rows, key=lambda row: -row[2]), PAIR_COLUMNS)


def _relation(values: list[list[str]]) -> str:
    """Of one column, from the values of each group."""
    flat = {value for here in values for value in here}
    if len(flat) == 1:
        return "same"
    if any(len(here) > 1 for here in values):
        return "crossed"
    return "inseparable" if len(flat) == len(values) else "nested"
