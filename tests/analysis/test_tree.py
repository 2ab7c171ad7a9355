"""Which groups are nearest, and would other paragraphs say the same."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from scipy.cluster import hierarchy

from analysis import AnalysisError, Corpus, OptionError
from analysis.resampling import draw_weights
from analysis.similarity import MEASURES, score, similarities
from analysis.tree import LINKAGES, tree

COLUMNS = ["node", "left", "right", "members", "height", "size", "support"]


@pytest.fixture(scope="module")
def families() -> Corpus:
    """Two pairs of texts that share no word, in order of time a, b, c, d; a and c, b and d belong together."""
    peace, trade = "peace order peace trust\n", "trade belt road trade\n"
    texts = {"a": peace * 5, "b": trade * 4, "c": peace * 3 + "peace peace\n", "d": trade * 6 + "belt belt road\n"}
    return Corpus.from_texts(texts)


def plain_branches(distances: np.ndarray, linkage: str) -> list[frozenset[int]]:
    """The branches of a tree made step by step from their definition."""
    clusters = [frozenset([group]) for group in range(len(distances))]
    join = np.mean if linkage == "average" else np.max
    found = []
    while len(clusters) > 1:
        pairs = list(combinations(clusters, 2))
        apart = [join([distances[i, j] for i in one for j in other]) for one, other in pairs]
        one, other = pairs[int(np.argmin(apart))]
        clusters = [cluster for cluster in clusters if cluster not in (one, other)] + [one | other]
        found.append(one | other)
    return found


def plain_support(corpus: Corpus, measure: str, linkage: str, draws: int, seed: int) -> dict[frozenset[int], float]:
    """The support of each branch, every draw counted paragraph by paragraph."""
    counts = corpus.counts_by_paragraph.toarray()[:, corpus.is_word]
    document = corpus.tokens.document_of_paragraph
    support = {}
    for weights in draw_weights(document, draws, seed):
        table = np.zeros((len(corpus.documents), counts.shape[1]))
        for paragraph, times in enumerate(weights):
            table[document[paragraph]] += times * counts[paragraph]
        values = score(measure, table)
        distances = 1 - values if measure == "cosine" else values
        for branch in plain_branches(distances, linkage):
            support[branch] = support.get(branch, 0) + 1 / draws
    return support


@pytest.mark.parametrize("linkage", LINKAGES)
@pytest.mark.parametrize("measure", MEASURES)
def test_heights_are_those_of_scipy(corpus, measure, linkage):
    values = similarities(corpus, measure=measure)["value"].to_numpy()
    joins = hierarchy.linkage(1 - values if measure == "cosine" else values, linkage)
    found = tree(corpus, measure=measure, linkage=linkage, draws=0)
    assert found["height"].tolist() == pytest.approx(joins[:, 2].tolist())
    assert found["size"].tolist() == joins[:, 3].astype(int).tolist()


@pytest.mark.parametrize("linkage", LINKAGES)
@pytest.mark.parametrize("measure", MEASURES)
def test_support_agrees_with_plain_loops(corpus, measure, linkage):
    found = tree(corpus, measure=measure, linkage=linkage, draws=20, seed=3)
    expected = plain_support(corpus, measure, linkage, 20, 3)
    number = {document_id: place for place, document_id in enumerate(corpus.documents.index)}
    for members, support in zip(found["members"], found["support"], strict=True):
        branch = frozenset(number[member] for member in members.split("|"))
        assert support == pytest.approx(expected.get(branch, 0))


def test_joins_by_hand(families):
    found = tree(families, measure="jensen_shannon")
    assert found.columns.tolist() == COLUMNS
    # Within a pair the texts differ a little; pairs have no word in common.
    assert sorted(found["members"][:2]) == ["a|c", "b|d"]
    assert found.loc[2, ["left", "right", "members", "size"]].tolist() == [
        found.set_index("members").loc["a|c", "node"], found.set_index("members").loc["b|d", "node"], "a|b|c|d", 4,
    ]  # fmt: skip
    assert found["node"].tolist() == ["#1", "#2", "#3"] and found["height"].is_monotonic_increasing
    assert found.loc[2, "height"] == pytest.approx(1)
    pairs = found.set_index("members").loc[["a|c", "b|d"], ["left", "right"]]
    assert pairs.values.tolist() == [["a", "c"], ["b", "d"]]


@pytest.mark.parametrize("measure", MEASURES)
def test_a_branch_that_always_comes_back_has_full_support(families, measure):
    assert tree(families, measure=measure)["support"].tolist() == [1, 1, 1]


def test_a_branch_that_hangs_on_one_paragraph_has_little_support():
    # a is like c in one of its eight paragraphs, and else like nothing.
    texts = {
        "a": "peace peace peace\n" + "order trust will\n" * 7,
        "b": "trade belt road\n" * 8,
        "c": "peace war end\n" * 8,
    }
    found = tree(Corpus.from_texts(texts), measure="jensen_shannon", draws=500).set_index("members")
    # The one paragraph is in a draw with probability 1 − (7/8)⁸ = .66; without it the joins are a matter of ties.
    assert 0.6 < found.loc["a|c", "support"] < 0.72
    assert found.loc["a|b|c", "support"] == 1


def test_the_root_always_has_full_support(corpus):
    for measure in MEASURES:
        found = tree(corpus, measure=measure, draws=10)
        assert found["support"].iloc[-1] == 1 and found["size"].iloc[-1] == 5
        assert found["support"].between(0, 1).all()


def test_without_draws_there_is_no_support(corpus):
    found = tree(corpus, draws=0)
    assert found["support"].isna().all()
    pd.testing.assert_frame_equal(found.drop(columns="support"), tree(corpus, draws=5).drop(columns="support"))


def test_the_same_seed_gives_the_same_support(corpus):
    pd.testing.assert_frame_equal(tree(corpus, seed=4, draws=50), tree(corpus, seed=4, draws=50))
    assert tree(corpus, seed=4, draws=50)["support"].tolist() != tree(corpus, seed=5, draws=50)["support"].tolist()


def test_texts_of_one_paragraph_are_drawn_as_they_are():
    texts = {"a": "peace order trust", "b": "peace trade belt", "c": "trade belt road", "d": "war war end"}
    assert tree(Corpus.from_texts(texts), measure="jensen_shannon", draws=10)["support"].tolist() == [1, 1, 1]


def test_every_group_is_joined_exactly_once(corpus):
    found = tree(corpus, draws=0)
    sides = [*found["left"], *found["right"]]
    assert sorted(sides) == sorted([*corpus.documents.index, *found["node"][:-1]])
    members = dict(zip(found["node"], found["members"], strict=True))
    for row in found.itertuples():
        joined = "|".join(members.get(side, side) for side in (row.left, row.right))
        assert set(joined.split("|")) == set(row.members.split("|")) and len(row.members.split("|")) == row.size


def test_groups_can_be_any_column(corpus):
    found = tree(corpus, by="year", measure="jensen_shannon", draws=10)
    assert found["members"].iloc[-1] == "|".join(dict.fromkeys(corpus.documents["year"].astype(str)))
    assert len(found) == corpus.documents["year"].nunique() - 1


def test_two_groups_make_one_join():
    found = tree(Corpus.from_texts({"a": "peace order", "b": "peace trade"}), measure="jensen_shannon")
    assert found.values.tolist() == [["#1", "a", "b", "a|b", pytest.approx(0.5), 2, 1]]


def test_stop_words_and_the_length_of_the_list_change_the_tree(corpus):
    usual = tree(corpus, draws=0)["height"].tolist()
    assert tree(corpus, draws=0, most_frequent=20)["height"].tolist() != usual
    assert tree(corpus, draws=0, stop_words=["the", "of"])["height"].tolist() != usual


def test_a_draw_without_words_is_left_out():
    # Half of the draws of two paragraphs hold one twice: a quarter of them the year alone.
    texts = Corpus.from_texts({"a": "2014\npeace order", "b": "peace order", "c": "trade belt"})
    assert tree(texts, measure="jensen_shannon")["support"].tolist() == [1, 1]


def test_a_group_without_words_has_no_place():
    texts = Corpus.from_texts({"a": "peace order", "b": "2014", "c": "peace trade"})
    for measure in ("jensen_shannon", "cosine"):
        with pytest.raises(AnalysisError, match="not defined for b:"):
            tree(texts, measure=measure)
    with pytest.raises(AnalysisError, match="three such groups"):
        tree(texts)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"by": "corpus"}, "fewer than two"),
        ({"measure": "euclid"}, "cosine, jensen_shannon"),
        ({"linkage": "ward"}, "average, complete"),
        ({"draws": -1}, "at least 0"),
        ({"most_frequent": 0}, "at least 1"),
    ],
)
def test_impossible_options_are_refused(families, options, says):
    with pytest.raises(OptionError, match=says):
        tree(families, **options)
