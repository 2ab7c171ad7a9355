"""What do groups share? Set phrases of several words, and sequences of n words that two groups have."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np
import pandas as pd

from .corpus import Corpus
from .errors import require_at_least
from .metadata import Groups, compared_groups, group_documents
from .ngrams import ngram_ids
from .result import from_rows, typed

FORMULA_DTYPES = {
    "term": "str", "n": "int64", "count": "int64", "groups": "int64", "in_groups": "str", "first_group": "str",
    "last_group": "str", "first_year": "float64", "last_year": "float64",
}  # fmt: skip
PAIR_DTYPES = {"group": "str", "other": "str", "n": "int64", "types": "int64"}
SHARED_DTYPES = {"group": "str", "other": "str", "term": "str", "count": "int64", "other_count": "int64"}
REPEATED_DTYPES = {"group": "str", "term": "str", "count": "int64"}


def shared_formulae(
    corpus: Corpus,
    *,
    by: str = "document_id",
    shortest: int = 4,
    longest: int = 12,
    stop_words: Collection[str] = (),
    minimum_groups: int = 2,
) -> pd.DataFrame:
    """Which set phrases do several groups share?

    A formula is a sequence of `shortest` to `longest` words inside a paragraph (numbers left out; it may cross a full
    stop) that stands in at least `minimum_groups` groups and is *maximal*: not all its occurrences go on to the left,
    nor all to the right, with one and the same word. So a phrase is left out where it only ever stands inside one
    longer formula, and kept where it also stands by itself. What goes on beyond `longest` words is listed by its
    first `longest` words. Phrases of nothing but `stop_words` are left out.
    A row a formula: term, n (words), count (occurrences, overlapping ones too), groups (number that have it),
    in_groups (which, in order, parted by " | "), first_group and last_group (of the first and the last text that has
    it, in the order of the corpus), first_year and last_year (NaN without years). Sorted by groups, then n, then
    count, then term: what most groups share first.
    A shared phrase is no proof of borrowing: names and grammar are shared too, and long texts share more.
    OptionError when there are not two groups. Source: Gusfield 1997 (maximal repeats); Biber et al. 1999 (bundles).
    """
    require_at_least("shortest", shortest, 2)
    require_at_least("longest", longest, shortest)
    require_at_least("minimum_groups", minimum_groups, 2)
    groups = compared_groups(corpus.documents, by)
    found = pd.concat(_maximal_sequences(corpus, groups, range(shortest, longest + 1), minimum_groups))
    if stop_words:
        found = found[_with_content(corpus, found, stop_words)]
    if not len(found):
        return from_rows([], FORMULA_DTYPES)
    order = ["groups", "n", "count", "term"]
    table = _formula_table(corpus, groups, found)
    table = table.sort_values(order, ascending=[False, False, False, True], ignore_index=True)
    return typed(table, FORMULA_DTYPES)


def shared_ngrams(corpus: Corpus, *, n: int = 5, by: str = "document_id") -> pd.DataFrame:
    """How many sequences of n words do two groups share?

    A row a pair of groups: group, other (the later one), n, types (distinct sequences that both have; every stretch of
    n words inside a longer shared phrase counts). Sorted by types, then in order of the groups. Long texts share more,
    so pairs of unequal length must not be ranked by it. OptionError when there are not two groups.
    """
    groups = compared_groups(corpus.documents, by)
    shared = _shared_by_pair(corpus, groups, n)
    group, other = np.triu_indices(len(groups), 1)
    types = shared.groupby(["group", "other"]).size().reindex(zip(group, other, strict=True), fill_value=0)
    labels = np.array(groups.labels, object)
    table = pd.DataFrame({"group": labels[group], "other": labels[other], "n": n, "types": types.to_numpy()})
    return typed(table.sort_values("types", ascending=False, kind="stable", ignore_index=True), PAIR_DTYPES)


def shared_ngram_types(corpus: Corpus, *, n: int = 5, by: str = "document_id") -> pd.DataFrame:
    """Which sequences of n words do two groups share?

    A row a pair of groups and a sequence: group, other (the later one), term, count (in group), other_count. In order
    of the groups, then of the alphabet. OptionError when there are not two groups.
    """
    groups = compared_groups(corpus.documents, by)
    shared = _shared_by_pair(corpus, groups, n).sort_values(["group", "other", "sequence"])
    return typed(_named(corpus, groups, shared, n), SHARED_DTYPES)


def repeated_ngrams(corpus: Corpus, *, n: int = 5, by: str = "document_id") -> pd.DataFrame:
    """Which sequences of n words does a group use more than once?

    A row a group and a sequence it has at least twice: group, term, count. Sorted by group, then count, then term.
    Long texts repeat more, so the lengths of two groups' lists must not be compared.
    """
    groups = group_documents(corpus.documents, by)
    counted = _counts_by_group(corpus, groups, n)
    repeated = counted[counted["count"] > 1]
    repeated = repeated.sort_values(["group", "count", "sequence"], ascending=[True, False, True])
    return typed(_named(corpus, groups, repeated, n), REPEATED_DTYPES)


def shared_occurrences(
    corpus: Corpus, groups: Groups, n: int, *, minimum_groups: int = 2
) -> tuple[np.ndarray, np.ndarray]:
    """Where the sequences of n words that several groups have begin in `corpus.words`, and which one stands there."""
    starts, ids = ngram_ids(corpus, n)
    shared = _shared(ids, groups.of_document[corpus.words.document[starts]], minimum_groups)
    return starts[shared], ids[shared]


def years_of_documents(corpus: Corpus) -> np.ndarray:
    """The year of each document, NaN where it is not known."""
    return corpus.documents["year"].to_numpy(float, na_value=np.nan)


def word_at(corpus: Corpus, starts: np.ndarray, distance: int) -> np.ndarray:
    """The term that stands so many words after (or before) each of these words, −1 beyond the paragraph."""
    words = corpus.words
    paragraph, place = words.paragraph[starts], starts + distance
    inside = (place >= words.paragraph_starts[paragraph]) & (place < words.paragraph_starts[paragraph + 1])
    return np.where(inside, words.term[np.where(inside, place, starts)], -1).astype(np.int64)


def _shared(ids: np.ndarray, group: np.ndarray, minimum_groups: int) -> np.ndarray:
    """Which occurrences are of a sequence that so many groups have."""
    if not len(ids):
        return np.zeros(0, bool)
    size = group.max() + 1
    groups_with = np.bincount(np.unique(ids * size + group) // size)
    return groups_with[ids] >= minimum_groups


def _maximal_sequences(corpus: Corpus, groups: Groups, lengths: range, minimum_groups: int) -> Iterator[pd.DataFrame]:
    """Occurrences of the formulae of each length: n, sequence, start."""
    group = groups.of_document[corpus.words.document]
    starts, ids = shared_occurrences(corpus, groups, lengths[0], minimum_groups=minimum_groups)
    for n in lengths:
        after = word_at(corpus, starts, n)
        contained = _always_the_same(ids, word_at(corpus, starts, -1))
        # Nothing longer stands for what goes on beyond the longest.
        if n < lengths[-1]:
            contained |= _always_the_same(ids, after)
        yield pd.DataFrame({"n": n, "sequence": ids, "start": starts})[~contained]
        # Only what is shared can grow into something shared.
        longer = after >= 0
        starts, ids = starts[longer], ids[longer] * len(corpus.terms) + after[longer]
        _, ids = np.unique(ids, return_inverse=True)
        shared = _shared(ids, group[starts], minimum_groups)
        starts, ids = starts[shared], ids[shared]


def _always_the_same(ids: np.ndarray, word: np.ndarray) -> np.ndarray:
    """Which occurrences are of a sequence that has one and the same word there every time."""
    by_sequence = pd.Series(word).groupby(ids)
    least = by_sequence.transform("min").to_numpy()
    return (least == by_sequence.transform("max").to_numpy()) & (least >= 0)


def _with_content(corpus: Corpus, found: pd.DataFrame, stop_words: Collection[str]) -> list[bool]:
    """Which occurrences hold a word that is on no stop list."""
    content = corpus.content_words(stop_words)[corpus.words.term]
    return [content[start : start + n].any() for start, n in zip(found["start"], found["n"], strict=True)]


def _formula_table(corpus: Corpus, groups: Groups, found: pd.DataFrame) -> pd.DataFrame:
    """Occurrences summed up to a row a formula."""
    document = corpus.words.document[found["start"]]
    year = years_of_documents(corpus)[document]
    found = found.assign(document=document, group=groups.of_document[document], year=year)
    table = found.groupby(["n", "sequence"], as_index=False).agg(
        start=("start", "min"),
        count=("start", "size"),
        groups=("group", "nunique"),
        in_groups=("group", lambda numbers: " | ".join(groups.labels[number] for number in np.unique(numbers))),
        first=("document", "min"),
        last=("document", "max"),
        first_year=("year", "min"),
        last_year=("year", "max"),
    )
    label = np.array(groups.labels, object)[groups.of_document]
    term = [_phrase(corpus, start, n) for start, n in zip(table["start"], table["n"], strict=True)]
    return table.assign(term=term, first_group=label[table["first"]], last_group=label[table["last"]])


def _shared_by_pair(corpus: Corpus, groups: Groups, n: int) -> pd.DataFrame:
    """A row a pair of groups and a sequence that both have; `start` is one of its occurrences."""
    counted = _counts_by_group(corpus, groups, n)
    others = counted.rename(columns={"group": "other", "count": "other_count"})[["sequence", "other", "other_count"]]
    pairs = counted.merge(others, on="sequence")
    return pairs[pairs["group"] < pairs["other"]]


def _counts_by_group(corpus: Corpus, groups: Groups, n: int) -> pd.DataFrame:
    """A row a sequence and a group that has it; `start` is its first occurrence there."""
    require_at_least("n", n, 1)
    starts, ids = ngram_ids(corpus, n)
    group = groups.of_document[corpus.words.document[starts]]
    found = pd.DataFrame({"sequence": ids, "group": group, "start": starts})
    return found.groupby(["sequence", "group"], as_index=False).agg(count=("start", "size"), start=("start", "min"))


def _named(corpus: Corpus, groups: Groups, table: pd.DataFrame, n: int) -> pd.DataFrame:
    """The same table with groups and sequences in letters."""
    labels = np.array(groups.labels, object)
    named = {column: labels[table[column]] for column in ("group", "other") if column in table}
    return table.assign(**named, term=[_phrase(corpus, start, n) for start in table["start"]]).reset_index(drop=True)


def _phrase(corpus: Corpus, start: int, n: int) -> str:
    return " ".join(corpus.terms[corpus.words.term[start : start + n]])
