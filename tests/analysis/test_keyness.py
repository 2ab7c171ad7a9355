"""Which words set a group apart from the rest."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2

from analysis import Corpus, OptionError, keywords
from analysis.association import MEASURES, score
from analysis.contingency import group_against_rest
from analysis.intervals import adjust
from analysis.keyness import typicality

from . import tables
from .oracle import cases, document_id
from .tables import DOCUMENTS

COLUMNS = [
    "group", "term", "count", "reference_count", "words", "reference_words", "per_1000", "reference_per_1000",
    "measure", "score", "log_ratio_conservative", "log_ratio", "log_likelihood", "p_value", "q_value", "empty_cell",
    "texts", "n_texts",
]  # fmt: skip


@pytest.fixture(scope="module")
def small() -> Corpus:
    return Corpus.from_texts(
        {"a": "trust trust trust the 2014", "b": "the the order order", "c": "the trust"},
        pd.DataFrame({"author": ["Chen", "Sun", "Chen"]}, index=["a", "b", "c"]),
    )


@pytest.fixture(scope="module")
def table(reference_corpus) -> pd.DataFrame:
    """Each of the five texts against the rest."""
    return keywords(reference_corpus)


@pytest.fixture(scope="module")
def contrasts(reference_corpus, table) -> dict[tuple[str, str], pd.DataFrame]:
    """The tables other programs have rows of, by target and reference."""
    two = keywords(reference_corpus.select(["chen-2014", "sun-2024"]))
    found = {(document_id, "REST"): rows for document_id, rows in table.groupby("group")}
    found["chen-2014", "sun-2024"] = two[two["group"] == "chen-2014"]
    return {names: rows.set_index("term") for names, rows in found.items()}


def test_columns_are_fixed(small):
    for found in (keywords(small), keywords(small, minimum_count=99), keywords(small, by="author", stop_words=["the"])):
        assert found.columns.tolist() == COLUMNS


def test_cells_by_hand(small):
    row = keywords(small, by="author").set_index(["group", "term"]).loc[("Chen", "the")]
    assert row[["count", "reference_count", "words", "reference_words"]].tolist() == [2, 2, 6, 4]
    assert row["per_1000"] == pytest.approx(1000 / 3) and row["reference_per_1000"] == 500
    assert (row["texts"], row["n_texts"], row["empty_cell"]) == (3, 3, False)


def test_group_against_rest_by_hand():
    cells = group_against_rest(np.array([[1, 2], [3, 4], [5, 6]]), np.array([10, 20, 30]), 1)
    assert [cells.o11.tolist(), cells.o12.tolist()] == [[3, 4], [6, 8]]
    assert [cells.o21.tolist(), cells.o22.tolist()] == [[17, 16], [34, 32]]


@pytest.mark.parametrize("case", cases("G2 4-cell"), ids=str)
def test_the_table_holds_the_values_of_other_programs(contrasts, case):
    target, reference, word = case.contrast
    row = contrasts[target, reference].loc[word]
    o11, o12, o21, o22 = case.cells
    assert row[["count", "reference_count", "words", "reference_words"]].tolist() == [o11, o12, o11 + o21, o12 + o22]
    assert abs(row["log_likelihood"]) == pytest.approx(case.value, abs=6e-7)
    assert np.sign(row["log_likelihood"]) == np.sign(o11 / (o11 + o21) - o12 / (o12 + o22))


def test_cooperation_in_sun_against_the_rest(contrasts):
    row = contrasts["sun-2024", "REST"].loc["cooperation"]
    assert row[["count", "words", "reference_count", "reference_words"]].tolist() == [27, 8125, 68, 6337]
    assert row["log_likelihood"] == pytest.approx(-30.1, abs=0.05)
    assert row["log_ratio"] == pytest.approx(-1.69, abs=0.005)


def test_must_alone_is_not_significant_in_sun(contrasts):
    row = contrasts["sun-2024", "REST"].loc["must"]
    assert row["log_likelihood"] == pytest.approx(3.68, abs=0.005)
    assert row["p_value"] > 0.05


def test_every_group_stands_against_all_others(reference_corpus, table):
    totals = table.groupby("term")["count"].sum()
    assert (table["count"] + table["reference_count"] == table["term"].map(totals)).all()
    assert (table["words"] + table["reference_words"] == 14_462).all()
    words = dict(zip(table["group"], table["words"], strict=True))
    assert words == reference_corpus.documents["n_words"].to_dict()


def test_every_group_lists_every_word(reference_corpus, table):
    assert table["group"].unique().tolist() == DOCUMENTS
    words = reference_corpus.terms[reference_corpus.is_word].tolist()
    for _, rows in table.groupby("group"):
        assert sorted(rows["term"]) == words


def test_measures_are_those_of_the_cells(table):
    cells = (
        table["count"],
        table["reference_count"],
        table["words"] - table["count"],
        table["reference_words"] - table["reference_count"],
    )
    for name, options in [("log_likelihood", {}), ("log_ratio", {}),
                          ("log_ratio_conservative", {"alpha": 0.05, "tests": 2_614})]:  # fmt: skip
        np.testing.assert_allclose(table[name], score(name, *cells, **options), rtol=1e-12, atol=1e-12)
    assert table["p_value"].to_numpy() == pytest.approx(chi2.sf(table["log_likelihood"].abs(), 1))
    assert (table["empty_cell"] == ((table["count"] == 0) | (table["reference_count"] == 0))).all()


def test_q_values_are_over_the_list_of_the_group(table):
    for _, rows in table.groupby("group"):
        assert rows["q_value"].to_numpy() == pytest.approx(adjust(rows["p_value"]))


def test_a_longer_list_is_more_conservative(reference_corpus, table):
    short = keywords(reference_corpus, minimum_count=50).set_index(["group", "term"])["log_ratio_conservative"]
    long = table.set_index(["group", "term"])["log_ratio_conservative"].loc[short.index]
    assert (short.abs() >= long.abs()).all() and (short.abs() > long.abs()).any()


def test_a_stricter_level_is_more_conservative(reference_corpus, table):
    strict = keywords(reference_corpus, alpha=0.001).set_index(["group", "term"])["log_ratio_conservative"]
    usual = table.set_index(["group", "term"])["log_ratio_conservative"].loc[strict.index]
    assert (strict.abs() <= usual.abs()).all() and (strict.abs() < usual.abs()).any()


def test_rows_stand_by_group_then_typicality(table):
    for _, rows in table.groupby("group"):
        keys = list(zip(-rows["log_ratio_conservative"], -rows["log_likelihood"], rows["term"], strict=True))
        assert keys == sorted(keys)
    assert table.index.tolist() == list(range(len(table)))


def test_the_most_typical_words_come_first_and_the_most_avoided_last(table):
    of_group = {document_id: rows["term"].tolist() for document_id, rows in table.groupby("group")}
    assert "understanding" in of_group["chen-2014"][:3]
    assert "security" in of_group["dong-2022"][:3]
    assert {"belt", "road"} <= set(of_group["duan-2022"][:3])
    assert "global" in of_group["yang-2015"][-3:]


def test_words_of_the_target_alone_are_the_most_typical():
    found = keywords(Corpus.from_texts({"a": "new new old both", "b": "old old old both gone"}), measure="percent_diff")
    of_target = found[found["group"] == "a"].set_index("term")
    assert np.isnan(of_target.loc["new", "score"]) and of_target.loc["new", "per_1000"] == 500
    assert of_target.index.tolist() == ["new", "both", "old", "gone"]
    assert typicality("percent_diff", np.array([np.nan, 5, np.nan]), np.array([1, 1, np.nan])).tolist()[:2] == [
        np.inf, 5,
    ]  # fmt: skip


def test_texts_are_those_of_the_whole_corpus(reference_corpus, table):
    terms = reference_corpus.tokens_frame().groupby("term")["document_id"].nunique()
    assert (table["texts"] == table["term"].map(terms)).all()
    assert (table["n_texts"] == 5).all()


def test_numbers_and_stop_words_are_not_listed(small):
    assert set(keywords(small)["term"]) == {"trust", "the", "order"}
    assert set(keywords(small, stop_words=["the"])["term"]) == {"trust", "order"}
    # Stop words stay in the denominator.
    assert keywords(small, stop_words=["the"])["words"].max() == 4


def test_the_minimum_is_over_all_groups(small):
    assert set(keywords(small, minimum_count=3)["term"]) == {"trust", "the"}


def test_two_groups_mirror_each_other(small):
    found = keywords(small, by="author").set_index(["group", "term"])
    for term in ("trust", "the", "order"):
        for measure in ("log_likelihood", "log_ratio", "log_ratio_conservative"):
            assert found.loc[("Chen", term), measure] == pytest.approx(-found.loc[("Sun", term), measure])


def test_a_group_without_words_has_no_values():
    found = keywords(Corpus.from_texts({"a": "trust order", "b": "", "c": "trust"})).set_index("group")
    assert found.loc["b", ["per_1000", "log_ratio", "log_likelihood", "p_value", "q_value"]].isna().all(axis=None)
    assert found.loc["b", "count"].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("by", "told"),
    [("corpus", "all texts together are fewer than two"), ("language", "by 'language' there are fewer than two")],
)
def test_one_group_alone_is_refused(corpus, by, told):
    with pytest.raises(OptionError, match=told):
        keywords(corpus, by=by)


def test_an_unknown_column_or_count_is_refused(small):
    with pytest.raises(OptionError, match="'colour'"):
        keywords(small, by="colour")
    with pytest.raises(OptionError, match="minimum_count must be at least 1"):
        keywords(small, minimum_count=0)


@pytest.mark.parametrize("alpha", [0, -0.05, 1.5])
def test_an_impossible_level_is_refused(small, alpha):
    with pytest.raises(OptionError, match="alpha"):
        keywords(small, alpha=alpha)


PRIORS = {
    "prior=pooled counts (a0=14462)": lambda size: {"alpha0": 14462.0},
    "priors=pooled counts, alpha_w=10": lambda size: {"alpha0": 14462.0, "variance": "full"},
    "prior=pooled shares, a0=500": lambda size: {},
    "uninformative alpha=0.01": lambda size: {"alpha_w": 0.01, "alpha0": 0.01 * size},
}


def log_odds_rows() -> list[dict[str, str]]:
    return [row for row in tables.rows("oracle_values.tsv") if row["statistic"].startswith("weighted log-odds")]


@pytest.mark.parametrize("row", log_odds_rows(), ids=lambda row: f"{row['item']} {row['params']}")
def test_the_highest_log_odds_agree_with_the_formula_of_another_program(reference_corpus, table, row):
    part = table[table["group"] == document_id(row["item"])]
    cells = [part["count"], part["reference_count"], part["words"] - part["count"]]
    cells.append(part["reference_words"] - part["reference_count"])
    z = score("log_odds_z", *cells, **PRIORS[row["params"]](len(part)))
    found = dict(zip(part["term"], np.round(z, 2), strict=True))
    expected = {term: float(value) for term, value in (pair.split(" ") for pair in row["value"].split("; "))}
    assert len(expected) == 12 and {term: found[term] for term in expected} == pytest.approx(expected, abs=0.0051)
    others = [value for term, value in found.items() if term not in expected]
    assert max(others) <= min(expected.values()) + 0.0051


@pytest.mark.parametrize("measure", MEASURES)
def test_a_list_can_be_sorted_by_any_measure(corpus, measure):
    found = keywords(corpus, target="dong-2022", measure=measure, minimum_count=5)
    assert found["measure"].unique().tolist() == [measure]
    key = typicality(measure, found["score"].to_numpy(), found["log_likelihood"].to_numpy())
    key = key[~np.isnan(key)]
    assert (np.diff(key) <= 1e-9).all()
    assert "security" in found["term"].head(8).tolist() or MEASURES[measure].compares == "words"


def test_a_target_gives_its_rows_alone(corpus, table):
    both = keywords(corpus)
    assert keywords(corpus, target="sun-2024").equals(both[both["group"] == "sun-2024"].reset_index(drop=True))
    with pytest.raises(OptionError, match="target must be one of"):
        keywords(corpus, target="nobody")
