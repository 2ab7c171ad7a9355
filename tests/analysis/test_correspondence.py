"""Groups and words on one map."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2_contingency

from analysis import AnalysisError, Corpus, OptionError, stop_words
from analysis.correspondence import MAPS, correspondence, correspondence_analysis, correspondence_inertia

from .oracle import document_id
from .tables import DOCUMENTS, rows

COLUMNS = [
    "kind", "name", "count", "mass", "axis_1", "axis_2", "contribution_1", "contribution_2", "quality",
]  # fmt: skip
# The most frequent words of the five texts that are no function words.
WORDS = (
    "global international countries china development cooperation security world trust economic road new belt "
    "governance united relations mutual common order major system nations trade states community"
).split()
# Senior and junior managers and employees, and secretaries; none, light, medium and heavy smokers (Greenacre 1984).
SMOKERS = np.array([[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]])
PEERS = {row["statistic"]: row for row in rows("oracle_values.tsv") if row["statistic"].startswith("CA ")}


@pytest.fixture(scope="module")
def smokers():
    return correspondence_analysis(SMOKERS)


@pytest.fixture(scope="module")
def table() -> np.ndarray:
    return np.random.default_rng(3).poisson(4, (6, 9))


def test_the_table_of_other_programs_is_whole():
    assert list(PEERS) == ["CA total inertia", "CA row principal coords (dims 1-2, sign arbitrary)"]


def test_total_inertia_agrees_with_another_program(reference_corpus):
    found = correspondence_inertia(reference_corpus, terms=WORDS)
    assert found["inertia"].sum() == pytest.approx(float(PEERS["CA total inertia"]["value"]), abs=6e-7)


def test_coordinates_agree_with_another_program(reference_corpus):
    row = PEERS["CA row principal coords (dims 1-2, sign arbitrary)"]
    found = correspondence(reference_corpus, terms=WORDS).set_index("name").loc[document_id(row["item"])]
    expected = [float(value) for value in row["value"].split(";")]
    assert found[["axis_1", "axis_2"]].abs().tolist() == pytest.approx(np.abs(expected), abs=6e-6)


def test_inertia_of_the_smokers(smokers):
    assert smokers.total_inertia == pytest.approx(0.08518986, abs=1e-7)
    assert smokers.inertia == pytest.approx([0.074759, 0.010017, 0.000414], abs=1e-6)


def test_the_published_map_of_the_smokers(smokers):
    # As printed by the R package ca, in thousandths: coordinates, quality and contributions of the first two axes.
    rows = [[66, 194, 92, 800, 3, 214], [259, 243, 526, 465, 84, 551], [381, 11, 999, 1, 512, 3],
            [233, 58, 942, 58, 331, 152], [201, 79, 865, 133, 70, 81]]  # fmt: skip
    columns = [[393, 30, 994, 6, 654, 29], [99, 141, 327, 657, 31, 463], [196, 7, 982, 1, 166, 2],
               [294, 198, 684, 310, 150, 506]]  # fmt: skip
    for points, expected in [(smokers.rows, rows), (smokers.columns, columns)]:
        found = [points.principal, points.quality, points.contributions]
        found = np.column_stack([np.abs(values[:, :2]) for values in found])
        assert np.array_equal(np.round(found * 1000), expected)
    assert np.round(smokers.rows.masses * 1000).tolist() == [57, 93, 264, 456, 130]


def test_total_inertia_is_chi_squared_over_the_sum(table):
    found = correspondence_analysis(table)
    assert found.total_inertia == pytest.approx(chi2_contingency(table).statistic / table.sum())
    assert found.inertia.sum() == pytest.approx(found.total_inertia)
    assert np.array_equal(found.inertia, found.singular_values**2) and (np.diff(found.inertia) <= 0).all()


def test_the_axes_rebuild_the_table(table):
    found = correspondence_analysis(table)
    both = found.rows.principal @ found.columns.standard.T
    shares = np.outer(found.rows.masses, found.columns.masses) * (1 + both)
    np.testing.assert_allclose(shares, table / table.sum(), atol=1e-12)


def test_distances_are_chi_squared_distances_of_the_profiles(table):
    found = correspondence_analysis(table)
    profiles = table / table.sum(axis=1, keepdims=True)
    difference = (profiles[0] - profiles[4]) ** 2 / found.columns.masses
    distance = np.linalg.norm(found.rows.principal[0] - found.rows.principal[4])
    assert distance == pytest.approx(np.sqrt(difference.sum()))


def test_coordinates_are_scaled_as_they_are_called(table):
    found = correspondence_analysis(table)
    for points in (found.rows, found.columns):
        weighted = points.masses[:, None]
        np.testing.assert_allclose((weighted * points.principal**2).sum(axis=0), found.inertia)
        np.testing.assert_allclose((weighted * points.standard**2).sum(axis=0), 1)
        np.testing.assert_allclose((weighted * points.principal).sum(axis=0), 0, atol=1e-12)
        np.testing.assert_allclose(points.contributions.sum(axis=0), 1)
        np.testing.assert_allclose(points.quality.sum(axis=1), 1)


def test_a_group_stands_at_the_mean_of_its_words(table):
    # What makes the asymmetric map readable: rows are averages of the columns in standard coordinates.
    found = correspondence_analysis(table)
    means = table / table.sum(axis=1, keepdims=True) @ found.columns.standard
    np.testing.assert_allclose(found.rows.principal, means, atol=1e-12)


def test_turning_the_table_turns_rows_and_columns_round(table):
    found, turned = correspondence_analysis(table), correspondence_analysis(table.T)
    np.testing.assert_allclose(np.abs(found.rows.principal), np.abs(turned.columns.principal))
    np.testing.assert_allclose(found.inertia, turned.inertia)


def test_the_row_farthest_out_is_on_the_positive_side(table):
    for each in (table, table[::-1], SMOKERS):
        coordinates = correspondence_analysis(each).rows.principal
        farthest = np.abs(coordinates).argmax(axis=0)
        assert (coordinates[farthest, range(coordinates.shape[1])] > 0).all()
    # Of two as far out, the first, whichever of them rounding favours.
    assert correspondence_analysis([[3, 0], [0, 3]]).rows.principal.ravel().tolist() == pytest.approx([1, -1])


def test_a_table_k_times_as_large_has_the_same_map(table):
    small, large = correspondence_analysis(table), correspondence_analysis(table * 10**12)
    np.testing.assert_allclose(small.rows.principal, large.rows.principal, atol=1e-9)


def test_empty_rows_and_columns_are_left_out_and_named(table):
    gapped = np.insert(np.insert(table, 2, 0, axis=0), 5, 0, axis=1)
    found, expected = correspondence_analysis(gapped), correspondence_analysis(table)
    assert found.rows.kept.tolist() == [0, 1, 3, 4, 5, 6] and 5 not in found.columns.kept
    np.testing.assert_allclose(found.rows.principal, expected.rows.principal)


@pytest.mark.parametrize(
    ("table", "axes"),
    [([[1, 2, 3], [3, 2, 1]], 1), ([[1, 2], [2, 4]], 0), ([[5]], 0), ([[0, 0], [0, 0]], 0), (np.zeros((0, 3)), 0),
     ([[1, 2], [3, 4], [5, 7], [1, 1]], 1)],
)  # fmt: skip
def test_there_are_no_more_axes_than_differences(table, axes):
    found = correspondence_analysis(table)
    assert len(found.inertia) == axes == found.rows.principal.shape[1]
    assert np.isnan(found.total_inertia) == (not np.any(table))


def test_a_point_at_the_centre_has_no_quality():
    # Both rows have a third of the second word.
    assert np.isnan(correspondence_analysis([[1, 2, 3], [3, 2, 1]]).columns.quality[1]).all()


@pytest.mark.parametrize("table", [[[1, -1], [1, 1]], [[1, np.nan], [1, 1]], [[1, np.inf], [1, 1]], [1, 2]])
def test_tables_that_hold_no_counts_are_refused(table):
    with pytest.raises(AnalysisError):
        correspondence_analysis(table)


def test_groups_then_words_stand_in_the_table(reference_corpus):
    found = correspondence(reference_corpus, terms=WORDS[::-1])
    assert found.columns.tolist() == COLUMNS and found.index.tolist() == list(range(30))
    assert found["kind"].tolist() == ["group"] * 5 + ["term"] * 25
    assert found["name"].tolist()[:5] == DOCUMENTS
    # By count, of equal counts in alphabetical order, as they are listed above.
    assert found["name"].tolist()[5:] == WORDS
    assert found.loc[0, "count"] == 75 and found["mass"].sum() == pytest.approx(2)


def test_the_belt_draws_duan_to_its_place(reference_corpus):
    found = correspondence(reference_corpus, terms=WORDS).set_index("name")
    assert found.loc["duan-2022", "axis_1"] > 0.9
    assert set(found[found["kind"] == "term"]["contribution_1"].nlargest(2).index) == {"belt", "road"}
    assert found.loc["security", "contribution_2"] > 0.4 and found.loc["dong-2022", "axis_2"] > 0.9


def test_the_maps_differ_in_the_place_of_the_words_only(reference_corpus):
    asymmetric, symmetric = (correspondence(reference_corpus, terms=WORDS, map=map) for map in MAPS)
    singular = correspondence_inertia(reference_corpus, terms=WORDS)["singular_value"]
    words = asymmetric["kind"] == "term"
    same = [column for column in COLUMNS if not column.startswith("axis")]
    pd.testing.assert_frame_equal(asymmetric[same], symmetric[same])
    pd.testing.assert_frame_equal(asymmetric[~words], symmetric[~words])
    np.testing.assert_allclose(symmetric.loc[words, "axis_2"], asymmetric.loc[words, "axis_2"] * singular[1])


def test_the_most_frequent_words_are_taken_by_themselves(corpus):
    found = correspondence(corpus, stop_words=stop_words("en"), most_frequent=7)
    words = found[found["kind"] == "term"]
    assert len(words) == 7 and {"global", "international", "countries"} <= set(words["name"])
    assert words["count"].is_monotonic_decreasing
    assert len(correspondence(corpus)) == 30


def test_ties_among_the_most_frequent_are_taken_in_alphabetical_order():
    texts = Corpus.from_texts({"a": "peace order order trust", "b": "order trust peace war"})
    found = correspondence(texts, most_frequent=2)
    assert found["name"].tolist() == ["a", "b", "order", "peace"]


def test_as_many_axes_as_asked_for(corpus):
    found = correspondence(corpus, axes=3)
    assert [column for column in found if column.startswith("axis")] == ["axis_1", "axis_2", "axis_3"]
    assert (correspondence(corpus, axes=4)["quality"].round(9) == 1).all()
    assert (found["quality"] >= correspondence(corpus)["quality"]).all()


def test_inertia_is_shared_out_among_the_axes(corpus):
    found = correspondence_inertia(corpus)
    assert found.columns.tolist() == ["axis", "singular_value", "inertia", "share", "cumulative"]
    assert found["axis"].tolist() == [1, 2, 3, 4]
    assert found["share"].sum() == pytest.approx(1) == found["cumulative"].iloc[-1]


def test_what_has_no_place_stays_in_the_table_without_one():
    texts = Corpus.from_texts({"a": "trust order", "b": "", "c": "2014 order"})
    found = correspondence(texts, terms=["peace", "order", "trust"]).set_index("name")
    assert found.index.tolist() == ["a", "b", "c", "order", "trust", "peace"]
    assert found.loc[["b", "peace"], "count"].tolist() == [0, 0]
    assert found.loc[["b", "peace"]].drop(columns=["kind", "count"]).isna().all(axis=None)
    # Two groups have one axis, and it shows everything.
    assert found["axis_2"].isna().all() and found["contribution_2"].isna().all()
    assert found.loc[["a", "c", "order", "trust"], "quality"].tolist() == pytest.approx([1] * 4)


@pytest.mark.parametrize("texts", [{"a": "", "b": ""}, {"a": "trust order", "b": "trust order"}])
def test_without_a_difference_there_is_no_axis(texts):
    texts = Corpus.from_texts(texts)
    found = correspondence(texts)
    assert found.columns.tolist() == COLUMNS
    assert found[["axis_1", "axis_2", "contribution_1", "quality"]].isna().all(axis=None)
    inertia = correspondence_inertia(texts)
    assert len(inertia) == 0 and inertia.columns.tolist() == [
        "axis", "singular_value", "inertia", "share", "cumulative",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"by": "corpus"}, "fewer than two"),
        ({"by": "colour"}, "'colour'"),
        ({"map": "biplot"}, "asymmetric, symmetric"),
        ({"axes": 0}, "at least 1"),
        ({"most_frequent": 0}, "at least 1"),
    ],
)
def test_impossible_options_are_refused(corpus, options, says):
    with pytest.raises(OptionError, match=says):
        correspondence(corpus, **options)
