"""Coherence of lists of words."""

import math
from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from analysis import AnalysisError, Corpus, OptionError, pair_coherence, stop_words, topic_coherence, topic_model
from analysis.association import score as association
from analysis.coherence import MEASURES, c_v, npmi, score, u_mass, uci
from analysis.presence import boolean_documents

from .tables import rows

COLUMNS = ["word", "other", "together", "word_documents", "other_documents", "n_documents", "value"]
MIXED = "trust belt china pandemic snow".split()
PAIRWISE = [name for name, measure in MEASURES.items() if measure.pairwise]


def oracles() -> list[tuple[str, list[str], str]]:
    """Measure, words and value, digits as printed, of the other program."""
    found = [row for row in rows("oracle_values.tsv") if row["statistic"].startswith("coherence ")]
    assert len(found) == 8
    return [
        (
            row["statistic"].removeprefix("coherence ").removeprefix("c_"),
            row["item"].split(": ")[1].split(),
            row["value"],
        )
        for row in found
    ]


# What the other program does by default: the documents, and the number inside the logarithm.
OTHER_PROGRAM = {
    "u_mass": ("coherence_u_mass", {"window": "paragraph"}, {}),
    "npmi": ("coherence_npmi", {"window": 10, "window_rule": "gensim"}, {"epsilon": 1e-12}),
    "uci": ("coherence_uci", {"window": 10, "window_rule": "gensim"}, {}),
    "v": ("coherence_c_v", {"window": 110, "window_rule": "gensim"}, {}),
}


@pytest.fixture(scope="module")
def holds() -> np.ndarray:
    """Eight documents and five words: the first two often together, the fourth in every one, the fifth in none."""
    return np.array(
        [
            [1, 1, 0, 1, 0], [1, 1, 0, 1, 0], [1, 1, 1, 1, 0], [1, 0, 0, 1, 0],
            [0, 1, 0, 1, 0], [0, 0, 1, 1, 0], [0, 0, 1, 1, 0], [0, 0, 0, 1, 0],
        ],
        bool,
    )  # fmt: skip


@pytest.fixture(scope="module")
def model(corpus):
    return topic_model(corpus, n_topics=4, runs=0, stop_words=stop_words())


# --- the measures ---


@pytest.mark.parametrize(("name", "words", "printed"), oracles(), ids=lambda value: str(value)[:12])
def test_the_other_program_has_the_same_values(reference_corpus, name, words, printed):
    measure, documents, options = OTHER_PROGRAM[name]
    found = score(measure, boolean_documents(reference_corpus, words, **documents), **options)
    assert f"{found:.6f}" == printed


def test_windows_that_forget_nothing_give_other_values(reference_corpus):
    # The other program strikes a word out of a window when an earlier occurrence leaves it: .567 in the place of .452.
    words = "trust deficit global mutual countries".split()
    assert score("coherence_c_v", boolean_documents(reference_corpus, words, window=110)) == pytest.approx(
        0.452290, abs=5e-7
    )


@pytest.mark.parametrize(
    ("measure", "expected"),
    [(u_mass, -0.693147181), (npmi, -0.113282753), (uci, -0.182321557)],
    ids=["u_mass", "npmi", "uci"],
)
@pytest.mark.parametrize("epsilon", [1e-12, 1e-15])
def test_printed_pairs(measure, expected, epsilon):
    # Documents 2, 3, 4 with the first word and 3, 5 with the second, of five: one has both.
    both, first, second = np.array(1), np.array(3), np.array(2)
    assert float(measure(both, first, second, 5, epsilon=epsilon)) == pytest.approx(expected, abs=1e-9)


def test_u_mass_asks_for_the_weaker_word_given_the_stronger():
    both, often, seldom = np.array(2), np.array(8), np.array(4)
    assert float(u_mass(both, seldom, often, 20)) == pytest.approx(math.log(2 / 8))
    assert float(u_mass(both, often, seldom, 20)) == pytest.approx(math.log(2 / 4))


def test_u_mass_of_mimno_adds_one_to_the_count():
    value = u_mass(np.array(2), np.array(4), np.array(8), 20, epsilon=1, added_to="count")
    assert float(value) == pytest.approx(math.log((2 + 1) / 8))


def test_a_pair_that_never_meets():
    never = (np.array(0), np.array(4), np.array(8), 20)
    with np.errstate(divide="ignore", invalid="ignore"):
        assert float(npmi(*never)) == -1
    assert float(npmi(*never, epsilon=1e-12)) == pytest.approx(math.log(1e-12 / (0.2 * 0.4)) / -math.log(1e-12))
    assert float(uci(*never)) == pytest.approx(math.log(1e-12 / (0.2 * 0.4)))
    assert float(u_mass(*never)) == pytest.approx(math.log(1e-12 / 0.4))


def test_words_that_are_never_apart_have_an_npmi_of_one_and_strangers_of_nothing():
    assert float(npmi(np.array(4), np.array(4), np.array(4), 20)) == pytest.approx(1)
    assert float(npmi(np.array(2), np.array(4), np.array(10), 20)) == pytest.approx(0)


def test_npmi_is_that_of_two_by_two_tables():
    random = np.random.default_rng(0)
    cells = random.integers(1, 50, (4, 100))
    both, first, second = cells[0], cells[0] + cells[1], cells[0] + cells[2]
    totals = cells.sum(axis=0)
    found = [npmi(*pair) for pair in zip(both, first, second, totals, strict=True)]
    np.testing.assert_allclose(found, association("npmi", *cells), rtol=1e-12)


def test_a_word_of_no_document_and_two_words_of_every_one_have_no_value():
    with np.errstate(divide="ignore", invalid="ignore"):
        for measure in (npmi, uci, u_mass):
            for first, second in ((0, 3), (3, 0)):
                assert np.isnan(measure(np.array(0), np.array(first), np.array(second), 5))
        assert np.isnan(npmi(np.array(5), np.array(5), np.array(5), 5))


@pytest.mark.parametrize("measure", [npmi, uci, u_mass])
def test_huge_counts_are_no_trouble(measure):
    big = 10**9
    assert float(measure(np.array(big), np.array(3 * big), np.array(2 * big), 5 * big)) == pytest.approx(
        float(measure(np.array(1), np.array(3), np.array(2), 5)), abs=1e-9
    )


def test_the_score_is_the_mean_over_pairs(holds):
    documents = holds[:, :3]
    for name, measure in (("coherence_npmi", npmi), ("coherence_uci", uci), ("coherence_u_mass", u_mass)):
        values = []
        for earlier, later in combinations(range(3), 2):
            both = (documents[:, earlier] & documents[:, later]).sum()
            values.append(measure(both, documents[:, later].sum(), documents[:, earlier].sum(), 8))
        assert score(name, documents) == pytest.approx(np.mean(values))


def test_c_v_is_the_mean_cosine_of_each_word_and_the_list(reference_corpus):
    documents = boolean_documents(reference_corpus, MIXED, window=110)
    total = len(documents)

    def confirm(one: int, other: int) -> float:
        share = np.mean(documents[:, one] & documents[:, other]) + 1e-12
        return math.log(share / (np.mean(documents[:, one]) * np.mean(documents[:, other]))) / -math.log(share)

    vectors = [[confirm(one, other) for other in range(5)] for one in range(5)]
    whole = [sum(column) for column in zip(*vectors, strict=True)]
    cosines = [
        sum(x * y for x, y in zip(vector, whole, strict=True)) / (math.hypot(*vector) * math.hypot(*whole))
        for vector in vectors
    ]
    assert score("coherence_c_v", documents) == pytest.approx(np.mean(cosines))
    together = documents.T.astype(int) @ documents
    alone = together.diagonal()
    np.testing.assert_allclose(c_v(together, alone[:, None], alone[None, :], total), cosines)


@pytest.mark.parametrize("name", MEASURES)
def test_words_of_no_document_are_left_out(holds, name):
    assert score(name, holds[:, [0, 1, 2, 4]]) == pytest.approx(score(name, holds[:, :3]))


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("columns", [[], [0], [4], [0, 4], [4, 4]])
def test_fewer_than_two_words_have_no_coherence(holds, name, columns):
    assert math.isnan(score(name, holds[:, columns]))


@pytest.mark.parametrize("name", MEASURES)
def test_without_documents_there_is_no_coherence(name):
    assert math.isnan(score(name, np.zeros((0, 3), bool)))


def test_a_word_of_every_document_says_nothing_in_c_v(holds):
    assert score("coherence_c_v", holds[:, :4]) == pytest.approx(score("coherence_c_v", holds[:, :3]))


@pytest.mark.parametrize("name", ["coherence_npmi", "coherence_uci", "coherence_c_v"])
def test_the_order_of_the_words_matters_to_u_mass_only(reference_corpus, name):
    documents = boolean_documents(reference_corpus, MIXED)
    assert score(name, documents[:, ::-1]) == pytest.approx(score(name, documents))
    assert score("coherence_u_mass", documents[:, ::-1]) != pytest.approx(score("coherence_u_mass", documents))


def test_the_range_is_kept(holds):
    random = np.random.default_rng(1)
    for _ in range(50):
        documents = random.random((30, 6)) < random.random(6)
        assert -1 <= score("coherence_npmi", documents) <= 1
        assert -1 <= score("coherence_c_v", documents) <= 1 + 1e-12
        assert score("coherence_u_mass", documents) <= 1e-9


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("npmi", {}, "coherence_npmi, coherence_u_mass, coherence_uci, coherence_c_v"),
        ("coherence_npmi", {"epsilon": -1}, "epsilon must be at least 0"),
        ("coherence_uci", {"epsilon": 0}, "epsilon must lie between 0"),
        ("coherence_u_mass", {"epsilon": 0}, "epsilon must lie between 0"),
        ("coherence_u_mass", {"added_to": "both"}, "share, count"),
        ("coherence_c_v", {"epsilon": 0}, "epsilon must lie between 0"),
    ],
)
def test_impossible_options_of_a_measure_are_refused(holds, name, options, says):
    with pytest.raises(OptionError, match=says):
        score(name, holds, **options)


def test_something_else_than_a_table_is_refused():
    with pytest.raises(AnalysisError, match="documents × words"):
        score("coherence_npmi", [True, False])


# --- the pairs of a list ---


def test_the_pairs_of_a_list(reference_corpus):
    table = pair_coherence(reference_corpus, MIXED)
    assert table.columns.tolist() == COLUMNS
    assert len(table) == 10 and table.index.tolist() == list(range(10))
    held = {word: set(np.flatnonzero(boolean_documents(reference_corpus, [word])[:, 0])) for word in MIXED}
    for row in table.itertuples():
        assert MIXED.index(row.word) > MIXED.index(row.other)
        assert row.together == len(held[row.word] & held[row.other])
        assert (row.word_documents, row.other_documents) == (len(held[row.word]), len(held[row.other]))
        assert row.n_documents == 201
    assert table["value"].mean() == pytest.approx(score("coherence_npmi", boolean_documents(reference_corpus, MIXED)))


@pytest.mark.parametrize("measure", PAIRWISE)
def test_pairs_stand_by_value_then_words(reference_corpus, measure):
    table = pair_coherence(reference_corpus, [*MIXED, "nowhere"], measure=measure)
    keys = [(math.isnan(row.value), -row.value if row.value == row.value else 0, row.word, row.other)
            for row in table.itertuples()]  # fmt: skip
    assert keys == sorted(keys)


def test_a_word_in_no_paragraph_is_reported(reference_corpus):
    table = pair_coherence(reference_corpus, ["trust", "nowhere", "deficit", "2014"])
    lost = table[table["value"].isna()]
    assert sorted(zip(lost["word"], lost["other"], strict=True)) == [
        ("2014", "deficit"), ("2014", "nowhere"), ("2014", "trust"), ("deficit", "nowhere"), ("nowhere", "trust"),
    ]  # fmt: skip
    assert (lost["together"] == 0).all()
    assert table["value"].mean() == pytest.approx(pair_coherence(reference_corpus, ["trust", "deficit"])["value"][0])


def test_words_are_asked_for_as_they_are_counted_and_once(corpus):
    pd.testing.assert_frame_equal(
        pair_coherence(corpus, ["Trust", "China’s", "TRUST"]), pair_coherence(corpus, ["trust", "china"])
    )


def test_each_measure_has_the_documents_of_its_authors(reference_corpus):
    for measure, window in (("coherence_npmi", "paragraph"), ("coherence_u_mass", "paragraph"), ("coherence_uci", 10)):
        assert MEASURES[measure].window == window
        pd.testing.assert_frame_equal(
            pair_coherence(reference_corpus, MIXED, measure=measure),
            pair_coherence(reference_corpus, MIXED, measure=measure, window=window),
        )
    assert MEASURES["coherence_c_v"].window == 110


@pytest.mark.parametrize("words", [[], ["trust"], ["trust", "trust"]])
def test_fewer_than_two_words_have_no_pairs(reference_corpus, words):
    table = pair_coherence(reference_corpus, words)
    assert table.columns.tolist() == COLUMNS and len(table) == 0


@pytest.mark.parametrize("texts", [{}, {"a": ""}, {"a": "2014"}, {"a": "trust"}])
@pytest.mark.parametrize("measure", PAIRWISE)
def test_a_corpus_without_the_words_has_pairs_without_values(texts, measure):
    table = pair_coherence(Corpus.from_texts(texts), ["trust", "order"], measure=measure)
    assert len(table) == 1 and table["value"].isna().all()


def test_any_script_has_coherence():
    corpus = Corpus.from_texts({"a": "доверие мир\nдоверие мир\nпорядок"})
    assert pair_coherence(corpus, ["доверие", "мир"])["value"].tolist() == pytest.approx([1])


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"measure": "coherence_c_v"}, "coherence_npmi, coherence_u_mass, coherence_uci"),
        ({"window": 1}, "window must be at least 2"),
        ({"window": "text"}, "window must be one of: paragraph"),
        ({"window_rule": "x"}, "boolean, gensim"),
    ],
)
def test_impossible_options_are_refused(reference_corpus, options, says):
    with pytest.raises(OptionError, match=says):
        pair_coherence(reference_corpus, MIXED, **options)


def test_one_text_is_no_list_of_words(reference_corpus):
    with pytest.raises(OptionError, match="must be a list of words"):
        pair_coherence(reference_corpus, "trust deficit")


# --- the topics of a model ---


@pytest.mark.parametrize("measure", MEASURES)
def test_the_coherence_of_a_topic_is_that_of_its_strongest_words(corpus, model, measure):
    table = topic_coherence(corpus, model, n=6, measure=measure)
    assert table.columns.tolist() == ["topic", "label", "coherence", "pairs_left_out"]
    assert table["topic"].tolist() == [1, 2, 3, 4] and table["label"].tolist() == model.labels
    for words, found in zip(model.top_words(6), table["coherence"], strict=True):
        documents = boolean_documents(corpus, words, window=MEASURES[measure].window)
        assert found == pytest.approx(score(measure, documents))
    assert table["pairs_left_out"].tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize("measure", MEASURES)
def test_another_corpus_may_lack_the_words(corpus, model, measure):
    first, second, third = model.top_words(3)[0]
    other = Corpus.from_texts({"a": f"{first} {second}\n{first}\n{second} 2014\nelse"})
    table = topic_coherence(other, model, n=3, measure=measure)
    assert table["pairs_left_out"][0] == 2 and not math.isnan(table["coherence"][0])
    nothing = topic_coherence(Corpus.from_texts({"a": f"{third}\nelse"}), model, n=3, measure=measure)
    assert nothing["pairs_left_out"][0] == 3 and math.isnan(nothing["coherence"][0])


def test_impossible_topic_options_are_refused(corpus, model):
    with pytest.raises(OptionError, match="n must be at least 2"):
        topic_coherence(corpus, model, n=1)
    with pytest.raises(OptionError, match="measure must be one of"):
        topic_coherence(corpus, model, measure="npmi")
