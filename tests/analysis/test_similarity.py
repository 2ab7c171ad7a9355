"""How alike the words of groups are, and which words decide it."""

import math
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from scipy.spatial.distance import jensenshannon
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.metrics.pairwise import cosine_similarity

from analysis import AnalysisError, Corpus, OptionError
from analysis.similarity import MEASURES, pair_terms, score, similarities
from analysis.term_table import term_table

from .oracle import document_id, stopped_words
from .tables import DOCUMENTS, rows

COLUMNS = ["group", "other", "measure", "value", "terms", "dropped"]
PAIR_COLUMNS = ["term", "count", "other_count", "per_1000", "other_per_1000", "contribution", "share"]
# Statistics of other programs, and the measure and options that give them.
PEERS = {
    "cosine tf-idf (smooth_idf, l2)": ("cosine", {"variant": "scikit-learn"}),
    "cosine raw counts": ("cosine", {"weights": "counts"}),
    "JS distance": ("jensen_shannon", {"root": True}),
    "JSD (bits)": ("jensen_shannon", {}),
    "Burrows's Delta": ("burrows_delta", {}),
    "Cosine Delta": ("cosine_delta", {}),
}
ROWS = [row for row in rows("oracle_values.tsv") if row["statistic"] in PEERS]
# Every measure with every way of computing it.
WAYS = [
    ("cosine", {}), ("cosine", {"variant": "scikit-learn"}), ("cosine", {"weights": "counts"}),
    ("cosine", {"weights": "shares"}), ("jensen_shannon", {}), ("jensen_shannon", {"root": True}),
    ("jensen_shannon", {"base": math.e}), ("burrows_delta", {}), ("burrows_delta", {"most_frequent": 7}),
    ("cosine_delta", {}), ("cosine_delta", {"most_frequent": 7}),
]  # fmt: skip


@pytest.fixture(scope="module")
def small() -> Corpus:
    return Corpus.from_texts(
        {"a": "trust trust the 2014 the", "b": "the order order the", "c": "the trust", "d": "peace the order trust"},
        pd.DataFrame({"author": ["Chen", "Sun", "Chen", "Yang"]}, index=["a", "b", "c", "d"]),
    )


@pytest.fixture(scope="module")
def counts() -> np.ndarray:
    """Five groups of very unequal length and forty words, some of them rare."""
    random = np.random.default_rng(5)
    return random.poisson(random.gamma(0.5, 4, (5, 40)) * np.array([[1], [2], [5], [1], [20]]))


def test_the_table_of_other_programs_is_whole():
    assert [sum(row["statistic"] == name for row in ROWS) for name in PEERS] == [6, 4, 7, 5, 3, 4]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['statistic']} {row['item']}")
def test_values_agree_with_other_programs(reference_corpus, row):
    measure, options = PEERS[row["statistic"]]
    found = similarities(reference_corpus, measure=measure, **options).set_index(["group", "other"])["value"]
    pair = tuple(document_id(name) for name in row["item"].split("|"))
    assert found[pair] == pytest.approx(float(row["value"]), abs=6e-7)


def test_divergence_of_published_examples():
    assert score("jensen_shannon", [[1, 0, 0], [0, 1, 0]], root=True)[0, 1] == pytest.approx(1, abs=1e-12)
    # Seven words each, six of them in common.
    found = score("jensen_shannon", [[10] * 7 + [0], [0] + [10] * 7])
    assert found[0, 1] == pytest.approx(1 / 7, abs=1e-12)


def test_the_measures_by_hand():
    table = [[3, 1, 0], [1, 3, 0], [0, 2, 2]]
    assert score("cosine", table, weights="counts")[0, 1] == pytest.approx(6 / 10)
    # The second word is everywhere and weighs nothing; so the second group has the first word alone.
    assert score("cosine", table)[0].tolist() == pytest.approx([1, 1, 0])
    p, q, m = (0.75, 0.25), (0.25, 0.75), 0.5
    halves = [a / 2 * math.log2(a / m) + b / 2 * math.log2(b / m) for a, b in zip(p, q, strict=True)]
    assert score("jensen_shannon", table)[0, 1] == pytest.approx(sum(halves))
    # Shares of the most frequent word 1/4, 3/4, 1/2: deviation 1/4.
    assert score("burrows_delta", table, most_frequent=1)[0].tolist() == pytest.approx([0, 2, 1])
    assert score("cosine_delta", table, most_frequent=1)[0, 1] == pytest.approx(2)


@pytest.mark.parametrize("base", [2, math.e, 10])
@pytest.mark.parametrize("root", [True, False])
def test_the_divergence_agrees_with_scipy(counts, base, root):
    found = score("jensen_shannon", counts, base=base, root=root)
    for i, j in combinations(range(5), 2):
        assert found[i, j] == pytest.approx(jensenshannon(counts[i], counts[j], base) ** (1 if root else 2), rel=1e-12)


def test_the_cosine_agrees_with_scikit_learn(counts):
    weights = TfidfTransformer().fit_transform(counts)
    np.testing.assert_allclose(score("cosine", counts, variant="scikit-learn"), cosine_similarity(weights), rtol=1e-12)
    np.testing.assert_allclose(score("cosine", counts, weights="counts"), cosine_similarity(counts), rtol=1e-12)


@pytest.mark.parametrize("most_frequent", [1, 10, 100])
def test_the_deltas_agree_with_plain_loops(counts, most_frequent):
    words = counts.sum(axis=1) + np.array([10, 0, 30, 5, 200])
    pooled = counts.sum(axis=0)
    chosen = [word for word in sorted(range(40), key=lambda word: (-pooled[word], word)) if pooled[word]]
    chosen = chosen[:most_frequent]
    z = []
    for word in chosen:
        rates = [counts[group, word] / words[group] for group in range(5)]
        mean = sum(rates) / 5
        deviation = math.sqrt(sum((rate - mean) ** 2 for rate in rates) / 4)
        z.append([(rate - mean) / deviation for rate in rates])
    burrows = score("burrows_delta", counts, words, most_frequent=most_frequent)
    cosine = score("cosine_delta", counts, words, most_frequent=most_frequent)
    for i, j in combinations(range(5), 2):
        assert burrows[i, j] == pytest.approx(sum(abs(of[i] - of[j]) for of in z) / len(z))
        product = sum(of[i] * of[j] for of in z)
        lengths = math.sqrt(sum(of[i] ** 2 for of in z) * sum(of[j] ** 2 for of in z))
        assert cosine[i, j] == pytest.approx(1 - product / lengths)


def test_ties_among_the_most_frequent_are_taken_in_the_order_of_the_columns():
    # Both words occur six times; only the first is taken, and there the groups are equally far apart.
    found = score("burrows_delta", [[1, 0], [2, 0], [3, 6]], [10, 10, 10], most_frequent=1)
    assert found[0].tolist() == pytest.approx([0, 1, 2])


@pytest.mark.parametrize(("name", "options"), WAYS, ids=str)
def test_every_measure_keeps_its_laws(counts, name, options):
    found, same = score(name, counts, **options), MEASURES[name].same
    assert np.array_equal(found, found.T)
    assert (np.diag(found) == same).all()
    closer = (lambda values: values <= same) if MEASURES[name].kind == "similarity" else (lambda values: values >= same)
    assert closer(found).all()
    order = np.array([3, 1, 4, 0, 2])
    np.testing.assert_allclose(score(name, counts[order], **options), found[np.ix_(order, order)], rtol=1e-9)


@pytest.mark.parametrize(("name", "options"), WAYS, ids=str)
def test_equal_rows_have_the_value_of_the_same(counts, name, options):
    twice = np.vstack([counts, counts[:1]])
    assert score(name, twice, **options)[0, 5] == pytest.approx(MEASURES[name].same, abs=1e-12)


@pytest.mark.parametrize(("name", "options"), WAYS, ids=str)
def test_a_text_ten_times_as_long_is_compared_alike(counts, name, options):
    # But the choice of the most frequent words looks at counts, so all groups grow.
    np.testing.assert_allclose(score(name, counts * 10**9, **options), score(name, counts, **options), atol=1e-9)


@pytest.mark.parametrize("name", MEASURES)
def test_an_empty_group_is_undefined_and_the_others_are_not(counts, name):
    found = score(name, np.vstack([counts, np.zeros(40)]))
    assert np.isnan(found[5]).all() and np.isnan(found[:, 5]).all()
    assert not np.isnan(found[:5, :5]).any()
    if name != "cosine":  # An empty group is one more for the idf.
        np.testing.assert_allclose(found[:5, :5], score(name, counts))


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("shape", [(3, 0), (3, 4)])
def test_nothing_to_compare_is_undefined(name, shape):
    assert np.isnan(score(name, np.zeros(shape))).all()
    assert np.isnan(score(name, np.zeros(shape), [5, 5, 5])).all()


@pytest.mark.parametrize("name", ["burrows_delta", "cosine_delta"])
def test_a_delta_needs_three_groups(counts, name):
    assert np.isnan(score(name, counts[:2])).all()
    assert not np.isnan(score(name, counts[:3])).any()
    assert np.isnan(score(name, counts[:3] * np.array([[1], [0], [1]]))).all()


def test_plain_weights_leave_two_groups_nothing_to_share(counts):
    assert score("cosine", counts[[2, 4]])[0, 1] == 0


def test_a_group_that_stands_at_the_average_has_no_direction():
    found = score("cosine_delta", [[10, 20], [20, 15], [15, 17.5]], [100, 100, 100])
    assert np.isnan(found[2]).all() and found[0, 1] == pytest.approx(2)


def test_words_that_all_use_alike_are_dropped_and_reported():
    # A tenth of each text is "the": the mean of three tenths is not exactly a tenth.
    texts = {"a": "the " + "x y y " * 3, "b": "the " * 10 + "x x y " * 30, "c": "the " * 100 + "x y z " * 300}
    found = similarities(Corpus.from_texts(texts), measure="burrows_delta")
    assert found["dropped"].tolist() == [1, 1, 1]
    assert "the" not in pair_terms(Corpus.from_texts(texts), "a", "b", measure="burrows_delta")["term"].tolist()


@pytest.mark.parametrize(("name", "options"), WAYS, ids=str)
def test_the_terms_of_a_pair_add_up_to_its_value(corpus, name, options):
    table = similarities(corpus, measure=name, **options)
    row = table.set_index(["group", "other"]).loc[("dong-2022", "sun-2024")]
    pair = pair_terms(corpus, "dong-2022", "sun-2024", measure=name, **options)
    assert pair["contribution"].sum() == pytest.approx(row["value"], rel=1e-12)
    assert pair["share"].sum() == pytest.approx(1) and (pair["contribution"] > 0).all()
    assert len(pair) == row["terms"] > 0
    keys = list(zip(-pair["contribution"], pair["term"], strict=True))
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", MEASURES)
def test_a_pair_reads_the_same_from_either_side(corpus, name):
    there = pair_terms(corpus, "chen-2014", "sun-2024", measure=name)
    back = pair_terms(corpus, "sun-2024", "chen-2014", measure=name)
    turned = {
        "count": "other_count",
        "other_count": "count",
        "per_1000": "other_per_1000",
        "other_per_1000": "per_1000",
    }
    pd.testing.assert_frame_equal(there, back.rename(columns=turned)[PAIR_COLUMNS])


def test_the_terms_of_a_pair_by_hand(small):
    found = pair_terms(small, "a", "d", weights="counts").set_index("term")
    assert found.index.tolist() == ["the", "trust"]
    assert found.loc["trust", ["count", "other_count", "per_1000", "other_per_1000"]].tolist() == [2, 1, 500, 250]
    assert found["contribution"].tolist() == pytest.approx([1 / math.sqrt(8)] * 2)
    assert found["share"].tolist() == pytest.approx([0.5, 0.5])


def test_rows_are_the_pairs_in_the_order_of_the_groups(corpus):
    for name in MEASURES:
        found = similarities(corpus, measure=name)
        assert list(zip(found["group"], found["other"], strict=True)) == list(combinations(DOCUMENTS, 2))
        assert (found["measure"] == name).all() and found.columns.tolist() == COLUMNS


def test_groups_can_be_any_column(small):
    found = similarities(small, by="author", weights="counts")
    assert found[["group", "other"]].values.tolist() == [["Chen", "Sun"], ["Chen", "Yang"], ["Sun", "Yang"]]
    # Chen: the 3, trust 3; Sun: the 2, order 2.
    assert found.loc[0, "value"] == pytest.approx(6 / (math.sqrt(18) * math.sqrt(8)))


def test_stop_words_and_rare_words_are_left_out(small):
    # The rates of the Deltas still are of all words of the text.
    assert term_table(small, "document_id", stop_words=["the"]).words.tolist() == [4, 4, 2, 4]
    assert term_table(small, "document_id", stop_words=["the"]).terms.tolist() == ["order", "peace", "trust"]
    assert term_table(small, "document_id", minimum_count=3).terms.tolist() == ["order", "the", "trust"]
    assert pair_terms(small, "a", "b", weights="counts", stop_words=["the"]).columns.tolist() == PAIR_COLUMNS
    assert len(pair_terms(small, "a", "b", weights="counts", stop_words=["the"])) == 0


def test_stop_words_change_the_value_but_not_the_sum_of_its_parts(reference_corpus):
    options = {"measure": "jensen_shannon", "stop_words": stopped_words(), "minimum_count": 3}
    value = similarities(reference_corpus, **options).loc[0, "value"]
    parts = pair_terms(reference_corpus, "chen-2014", "yang-2015", **options)
    assert parts["contribution"].sum() == pytest.approx(value) and 0 < value < 1


def test_a_text_without_words_is_undefined():
    empty = Corpus.from_texts({"a": "trust the order", "b": "2014", "c": "the trust", "d": ""})
    for name in MEASURES:
        values = similarities(empty, measure=name, weights="counts").set_index(["group", "other"])["value"]
        assert values.drop(("a", "c")).isna().all()
        assert np.isnan(values[("a", "c")]) == ("delta" in name)
        assert pair_terms(empty, "a", "b", measure=name)["contribution"].isna().all()


def test_other_scripts_are_compared():
    texts = Corpus.from_texts({"a": "доверие мир", "b": "доверие порядок", "c": "信任 和平"})
    values = similarities(texts, weights="counts")["value"].tolist()
    assert values == pytest.approx([0.5, 0, 0])


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"by": "corpus"}, "fewer than two"),
        ({"by": "colour"}, "'colour'"),
        ({"measure": "euclid"}, "cosine, jensen_shannon, burrows_delta, cosine_delta"),
        ({"weights": "ranks"}, "tfidf, counts, shares"),
        ({"variant": "smooth"}, "plain, scikit-learn"),
        ({"measure": "jensen_shannon", "base": 1}, "more than 1"),
        ({"measure": "cosine_delta", "most_frequent": 0}, "at least 1"),
        ({"minimum_count": 0}, "at least 1"),
    ],
)
def test_impossible_options_are_refused(small, options, says):
    with pytest.raises(OptionError, match=says):
        similarities(small, **options)


@pytest.mark.parametrize("pair", [("a", "x"), ("x", "a"), ("a", "a")])
def test_a_pair_must_be_two_groups(small, pair):
    with pytest.raises(OptionError, match="must be one of"):
        pair_terms(small, *pair)


@pytest.mark.parametrize(
    ("table", "words"),
    [([[1, -1], [1, 1]], None), ([[1, np.nan], [1, 1]], None), ([1, 2], None), ([[1, 2], [1, 1]], [2, 2]),
     ([[1, 2], [1, 1]], [5])],
)  # fmt: skip
def test_tables_that_hold_no_counts_are_refused(table, words):
    with pytest.raises(AnalysisError):
        score("cosine", table, words)


def test_every_measure_says_what_it_is():
    for measure in MEASURES.values():
        assert measure.label and measure.range and measure.direction and measure.source
        assert measure.same == (1 if measure.kind == "similarity" else 0)
