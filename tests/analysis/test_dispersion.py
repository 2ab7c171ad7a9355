"""How evenly words are spread: against published values, other formulae, hand calculation and the laws of the measures."""

import json
import math

import numpy as np
import pandas as pd
import pytest
from scipy.stats import entropy

from analysis import AnalysisError, Corpus, OptionError
from analysis.dispersion import MEASURES, dispersions, score

from .tables import DOCUMENTS, rows

COLUMNS = [
    "group", "term", "count", "per_1000", "parts", "range", "juilland_d", "carroll_d2", "rosengren_s", "gries_dp",
    "gries_dp_norm", "kl_divergence",
]  # fmt: skip
ROWS = [row for row in rows("oracle_values.tsv") if row["statistic"] == "dispersion over 5 texts"]
# Gries 2020: five parts of 9, 10, 10, 10 and 11 words.
PARTS = "b a m n i b e u p|b a s a t b e w q n|b c a g a b e s t a|b a g h a b e a a t|b a h a a b e a x a t".split("|")
# Lyne 1985: ALLEMAND in ten parts.
LYNE = ([2, 0, 1, 1, 3, 0, 3, 0, 0, 0], [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930])


@pytest.fixture(scope="module")
def small() -> Corpus:
    """trust in both texts of Chen, order in two paragraphs of three; six and four words."""
    return Corpus.from_texts(
        {"a": "the trust trust\nthe order 2014", "b": "the trust", "c": "the order\n1999\nthe order"},
        pd.DataFrame({"author": ["Chen", "Chen", "Sun"]}, index=["a", "b", "c"]),
    )


@pytest.fixture(scope="module")
def many() -> tuple[np.ndarray, np.ndarray]:
    """Counts of sixty words in seven parts of very unequal length, and those lengths."""
    sizes = np.array([40, 500, 60, 900, 75, 200, 1000])
    counts = np.random.default_rng(3).binomial(sizes[:, None], np.linspace(0.001, 0.3, 60))
    return counts[:, counts.sum(axis=0) > 0], sizes


def test_the_table_of_other_programs_is_whole():
    assert [row["item"] for row in ROWS] == ["trust", "cooperation", "china", "the", "belt"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["item"])
def test_values_over_the_five_texts_agree_with_another_program(reference_corpus, row):
    table = dispersions(reference_corpus).set_index("term").loc[row["item"]]
    peer = json.loads(row["value"])
    counts = json.loads(row["params"].removeprefix("v="))
    sizes = reference_corpus.documents["n_words"]
    assert (table["count"], table["parts"], table["range"]) == (sum(counts), 5, peer["range"])
    for name, key in [("juilland_d", "D"), ("gries_dp", "DP"), ("gries_dp_norm", "DPnorm"), ("kl_divergence", "KLD"),
                      ("rosengren_s", "S")]:  # fmt: skip
        assert table[name] == pytest.approx(peer[key], abs=6e-7)
        assert score(name, counts, sizes) == pytest.approx(peer[key], abs=6e-7)
    assert score("kl_divergence", counts, sizes, normalised="exponential") == pytest.approx(peer["KLDnorm"], abs=6e-7)


@pytest.mark.parametrize(
    ("name", "word", "value"),
    [
        ("juilland_d", "b", 0.968), ("gries_dp", "b", 0.02), ("kl_divergence", "b", 0.003),
        ("gries_dp_norm", "i", 1), ("kl_divergence", "i", 2.474), ("gries_dp", "q", 0.8), ("rosengren_s", "q", 0.2),
        ("gries_dp_norm", "x", 0.951), ("gries_dp", "a", 0.18), ("kl_divergence", "a", 0.137),
    ],
)  # fmt: skip
def test_the_worked_example_of_gries(name, word, value):
    counts = [part.split().count(word) for part in PARTS]
    sizes = [len(part.split()) for part in PARTS]
    assert score(name, counts, sizes) == pytest.approx(value, abs=6e-4)


@pytest.mark.parametrize(
    ("name", "counts", "value", "tolerance"),
    [
        ("juilland_d", [0, 4, 3, 2, 1], 0.6464, 5e-5),
        ("carroll_d2", [2, 1, 1, 1, 0], 0.8277, 5e-5),
        ("gries_dp_norm", [2, 1, 0], 0.5, 1e-9),
        ("gries_dp", [3, 3, 3], 0.0, 1e-12),
    ],
)
def test_printed_values_of_equal_parts(name, counts, value, tolerance):
    assert score(name, counts) == pytest.approx(value, abs=tolerance)


@pytest.mark.parametrize(
    ("name", "value"), [("juilland_d", 0.6038797), ("rosengren_s", 0.4763652), ("gries_dp", 0.4990705)]
)
def test_printed_values_of_unequal_parts(name, value):
    assert score(name, *LYNE) == pytest.approx(value, abs=5e-7)


def test_the_variant_of_egbert_takes_the_shortest_part_with_the_word():
    shortest = 7959 / sum(LYNE[1])
    assert score("gries_dp_norm", *LYNE, minimum="occupied") == pytest.approx(score("gries_dp", *LYNE) / (1 - shortest))
    assert score("gries_dp_norm", *LYNE, minimum="occupied") == pytest.approx(0.5538, abs=5e-5)


def test_the_formulae_written_out_word_by_word(many):
    counts, sizes = many
    found = {name: score(name, counts, sizes) for name in MEASURES}
    n, share = len(sizes), [size / sum(sizes) for size in sizes]
    for word, v in enumerate(counts.T):
        f, rate = v.sum(), [count / size for count, size in zip(v, sizes, strict=True)]
        mean = sum(rate) / n
        deviation = math.sqrt(sum((value - mean) ** 2 for value in rate) / n)
        half = sum(abs(count / f - s) for count, s in zip(v, share, strict=True)) / 2
        expected = {
            "range": sum(v > 0),
            "juilland_d": 1 - deviation / mean / math.sqrt(n - 1),
            "carroll_d2": entropy(rate, base=2) / math.log2(n),
            "rosengren_s": sum(math.sqrt(s * count) for count, s in zip(v, share, strict=True)) ** 2 / f,
            "gries_dp": half,
            "gries_dp_norm": half / (1 - min(share)),
            "kl_divergence": entropy(v, np.array(share) * f, base=2),
        }
        assert {name: values[word] for name, values in found.items()} == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("name", MEASURES)
def test_a_spread_as_the_parts_are_long_has_its_known_value(name):
    even = MEASURES[name].even
    sizes = [100, 300, 50, 550]
    expected = len(sizes) if even is None else even
    assert score(name, [2, 6, 1, 11], sizes) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("name", MEASURES)
def test_the_direction_is_the_one_that_is_told(name):
    spread, heaped = score(name, [3, 3, 2, 4], [90, 100, 80, 110]), score(name, [11, 0, 1, 0], [90, 100, 80, 110])
    assert (spread > heaped) == (MEASURES[name].rises_with == "evenness")


@pytest.mark.parametrize("name", MEASURES)
def test_values_stay_between_even_and_all_in_the_shortest_part(many, name):
    counts, sizes = many
    bounds = score(name, np.column_stack([sizes, np.where(sizes == sizes.min(), sizes, 0)]), sizes)
    values = score(name, counts, sizes)
    assert (values >= bounds.min() - 1e-12).all() and (values <= bounds.max() + 1e-12).all()


@pytest.mark.parametrize("name", MEASURES)
def test_neither_the_order_of_the_parts_nor_ten_times_the_text_matters(many, name):
    counts, sizes = many
    values = score(name, counts, sizes)
    np.testing.assert_allclose(score(name, counts[::-1], sizes[::-1]), values, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(score(name, counts * 10, sizes * 10), values, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("name", MEASURES)
def test_parts_of_size_0_are_no_parts(many, name):
    counts, sizes = many
    wider = np.insert(counts, 2, 0, axis=0)
    np.testing.assert_array_equal(score(name, wider, np.insert(sizes, 2, 0)), score(name, counts, sizes))


@pytest.mark.parametrize("name", MEASURES)
def test_one_word_is_a_column_of_many(many, name):
    counts, sizes = many
    found = score(name, counts, sizes)
    assert found.shape == (counts.shape[1],)
    assert np.ndim(score(name, counts[:, 4], sizes)) == 0
    assert score(name, counts[:, 4], sizes) == pytest.approx(found[4], rel=1e-12)


@pytest.mark.parametrize("name", MEASURES)
def test_a_word_that_does_not_occur_has_no_dispersion(name):
    expected = [0.0, 2.0] if name == "range" else [np.nan, score(name, [1, 2])]
    np.testing.assert_array_equal(score(name, [[0, 1], [0, 2]]), expected)


def test_one_part_alone():
    found = {name: float(score(name, [3], [10])) for name in MEASURES}
    undefined = {"juilland_d", "carroll_d2", "gries_dp", "gries_dp_norm"}
    assert {name for name, value in found.items() if math.isnan(value)} == undefined
    assert (found["range"], found["rosengren_s"], found["kl_divergence"]) == (1, 1, 0)


def test_no_part_at_all():
    assert score("range", []) == 0
    assert all(np.isnan(score(name, [], [])) for name in MEASURES if name != "range")
    assert score("gries_dp", np.zeros((3, 0))).shape == (0,)


def test_huge_counts_stay_exact():
    assert score("gries_dp_norm", [10**12, 10**12], [10**15, 3 * 10**15]) == pytest.approx(0.25 / 0.75)


@pytest.mark.parametrize(
    ("counts", "sizes", "says"),
    [
        ([1, -1], None, "0 or more"),
        ([1, np.nan], None, "0 or more"),
        ([1, 1], [4, -2], "0 or more"),
        ([1, 1], [4, np.inf], "0 or more"),
        ([1, 1], [4, 0], "part without words"),
        ([[1, 2], [0, 5]], [4, 0], "part without words"),
        ([1, 1, 1], [4, 4], "3 parts with counts, but 2"),
        ([1, 1], [[4, 4]], "2 parts with counts"),
        (3, None, "as a list"),
    ],
)
def test_impossible_counts_are_refused(counts, sizes, says):
    with pytest.raises(AnalysisError, match=says):
        score("gries_dp", counts, sizes)


@pytest.mark.parametrize("name", MEASURES)
def test_sizes_may_be_shares(many, name):
    counts, sizes = many
    assert score(name, counts, sizes / sizes.sum()) == pytest.approx(score(name, counts, sizes), nan_ok=True)


def test_unknown_measures_and_variants_are_refused():
    with pytest.raises(OptionError, match="gries_dp_norm"):
        score("dpnorm", [1, 2])
    with pytest.raises(OptionError, match="all, occupied"):
        score("gries_dp_norm", [1, 2], minimum="some")


def test_columns_are_fixed(small):
    for found in (dispersions(small), dispersions(small, by="author", over="paragraphs"), dispersions(small, n=2),
                  dispersions(small, minimum_count=99), dispersions(Corpus.from_texts({}))):  # fmt: skip
        assert found.columns.tolist() == COLUMNS
    assert len(found) == 0


def test_the_table_by_hand(small):
    found = dispersions(small, by="author", over="paragraphs").set_index(["group", "term"])
    trust = found.loc[("Chen", "trust")]
    # Paragraphs of 3, 2 and 2 words with 2, 0 and 1 of them.
    assert trust[["count", "parts", "range"]].tolist() == [3, 3, 2]
    assert trust["per_1000"] == pytest.approx(3000 / 7)
    assert trust["gries_dp"] == pytest.approx((2 / 3 - 3 / 7 + 2 / 7 + 1 / 3 - 2 / 7) / 2)
    # A paragraph that holds a number only is no part.
    assert found.loc[("Sun", "order"), ["parts", "range", "gries_dp"]].tolist() == [2, 2, 0]


def test_a_group_of_one_text_has_one_part(small):
    found = dispersions(small, by="document_id")
    assert (found["parts"] == 1).all() and (found["range"] == 1).all()
    assert found[["juilland_d", "carroll_d2", "gries_dp", "gries_dp_norm"]].isna().all(axis=None)
    assert found["term"].tolist() == ["order", "the", "trust", "the", "trust", "order", "the"]


@pytest.mark.parametrize("over", ["documents", "paragraphs"])
@pytest.mark.parametrize("n", [1, 2])
def test_the_table_holds_the_scores_of_its_counts(corpus, over, n):
    found = dispersions(corpus, over=over, n=n, minimum_count=3)
    tokens = corpus.tokens_frame()
    tokens = tokens[tokens["is_word"]]
    unit = "paragraph" if over == "paragraphs" else "document_id"
    sizes = tokens.groupby(unit, sort=False).size()
    for row in found.iloc[::200].to_dict("records"):
        words = row["term"].split()
        terms = [tokens.groupby("paragraph")["term"].shift(-step) for step in range(n)]
        hits = np.logical_and.reduce([series == word for series, word in zip(terms, words, strict=True)])
        counts = tokens[hits].groupby(unit).size().reindex(sizes.index, fill_value=0)
        assert (row["count"], row["parts"]) == (counts.sum(), len(sizes))
        expected = {name: float(score(name, counts, sizes)) for name in MEASURES}
        assert {name: row[name] for name in MEASURES} == pytest.approx(expected, rel=1e-9, abs=1e-12)


def test_every_group_is_measured_alone(corpus):
    found = dispersions(corpus, by="document_id", over="paragraphs")
    assert found["group"].unique().tolist() == DOCUMENTS
    alone = dispersions(corpus.select(["duan-2022"]), over="paragraphs").drop(columns="group")
    of_group = found[found["group"] == "duan-2022"].drop(columns="group").reset_index(drop=True)
    pd.testing.assert_frame_equal(of_group, alone)


def test_the_most_even_words_come_first(corpus):
    found = dispersions(corpus, by="author", over="paragraphs", minimum_count=2)
    for _, table in found.groupby("group"):
        keys = list(zip(table["gries_dp_norm"], table["term"], strict=True))
        assert keys == sorted(keys)
    assert found.index.tolist() == list(range(len(found)))
    assert set(dispersions(corpus)["term"].head(20)) & {"the", "of", "and"} == {"the", "of", "and"}


def test_the_minimum_is_inside_the_group_and_stop_words_are_left_out(small):
    assert set(dispersions(small, by="author", minimum_count=3)["term"]) == {"the", "trust"}
    assert set(dispersions(small, stop_words=["the"])["term"]) == {"trust", "order"}
    # Stop words stay in the size of the parts.
    assert dispersions(small, stop_words=["the"])["per_1000"].max() == pytest.approx(3000 / 11)
    assert set(dispersions(small, n=2, stop_words=["the"])["term"]) == {"trust trust"}


def test_texts_without_words_are_no_parts():
    found = dispersions(Corpus.from_texts({"a": "trust order", "b": "2014", "c": "trust 信任", "d": ""}))
    assert found.set_index("term")[["parts", "range"]].to_dict("index") == {
        "trust": {"parts": 2, "range": 2}, "order": {"parts": 2, "range": 1}, "信任": {"parts": 2, "range": 1},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("options", "says"),
    [({"over": "sentences"}, "documents, paragraphs"), ({"minimum_count": 0}, "at least 1"), ({"by": "colour"}, "'colour'"),
     ({"n": 9}, "n must be one of")],
)  # fmt: skip
def test_impossible_options_are_refused(small, options, says):
    with pytest.raises(OptionError, match=says):
        dispersions(small, **options)
