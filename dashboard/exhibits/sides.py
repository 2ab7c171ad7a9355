"""The two sides of a comparison: a group, and another one or all the rest."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Corpus, OptionError, concordance, keywords
from analysis.errors import require_one_of
from analysis.metadata import compared_groups

from ..charts.theme import GroupStyle
from .frequencies import exact
from .groups import group_styles, members_of
from .word_list import WordList

# So many sentences of each side come before the others.
_FIRST = 10


@dataclass(frozen=True, kw_only=True)
class PairOptions(WordList):
    """target, reference: groups of `by`; no target: the last group; no reference: all other groups together."""

    stop_list: str = "none"
    by: str = "author"
    target: str = ""
    reference: str = ""


@dataclass(frozen=True)
class Sides:
    """Both sides with their looks and texts; corpus: of these texts only."""

    corpus: Corpus
    target: str
    reference: str | None
    looks: tuple[GroupStyle, GroupStyle]
    texts: tuple[list[str], list[str]]

    @property
    def names(self) -> tuple[str, str]:
        """Labels of target and reference."""
        return self.looks[0].label, self.looks[1].label


def two_sides(corpus: Corpus, options: PairOptions) -> Sides:
    """The sides that are asked for. OptionError for an unknown group, or one against itself."""
    labels = compared_groups(corpus.documents, options.by, None).labels
    target = options.target or labels[-1]
    require_one_of("target", target, labels)
    styles, members = group_styles(corpus, options.by), members_of(corpus, options.by)
    if options.reference == target:
        raise OptionError(
            f"{styles[target].label} cannot be compared with itself; choose another group on either side."
        )
    if options.reference:
        require_one_of("reference", options.reference, labels)
        others = members[options.reference]
        look = styles[options.reference]
    else:
        others = [text for group in labels if group != target for text in members[group]]
        look = GroupStyle("the rest", None, f"{len(others):,} texts")
    chosen = {*members[target], *others}
    part = (
        corpus
        if len(chosen) == len(corpus.documents)
        else corpus.select([t for t in corpus.documents.index if t in chosen])
    )
    return Sides(part, target, options.reference or None, (styles[target], look), (members[target], others))


def compared_words(sides: Sides, options: PairOptions, alpha: float = 0.05) -> pd.DataFrame:
    """Keyness of the target against the reference: columns of `analysis.keywords` with target_count for count, and
    sure (the conservative log ratio is not 0)."""
    tested = keywords(
        sides.corpus,
        by=options.by,
        target=sides.target,
        stop_words=options.stop_words(),
        minimum_count=options.minimum_count,
        alpha=alpha,
    )
    return tested.rename(columns={"count": "target_count"}).assign(sure=tested["log_ratio_conservative"] != 0)


def sentences_of_both(sides: Sides, row: pd.Series) -> pd.DataFrame:
    """Concordance lines of a term: ten of the target, ten of the reference, then all others."""
    lines = concordance(sides.corpus, exact(row["term"]))
    here = lines["document_id"].isin(sides.texts[0])
    target, reference = lines[here], lines[~here]
    order = [target.head(_FIRST), reference.head(_FIRST), target.iloc[_FIRST:], reference.iloc[_FIRST:]]
    return pd.concat(order, ignore_index=True)
