"""Neighbouring words and the company of one word: against slow loops and the counts of other programs."""

import math
from collections import Counter
from random import Random

import pandas as pd
import pytest

from analysis import AnalysisError, Corpus, OptionError, QueryError, company, concordance
from analysis.association import MEASURES, score
from analysis.collocation import COLLOCATE_DTYPES, WORD_PAIR_DTYPES, collocates, meeting_places, word_pairs
from analysis.metadata import group_documents

from .oracle import cases

PAIRS = {case.item: case for name in ("G2", "MI", "t", "z", "Dice", "logDice", "MI3") for case in cases(name)}


@pytest.fixture(scope="module")
def small() -> Corpus:
    return Corpus.from_texts(
        {"a": "the trust deficit grows and the trust deficit stays 2014\ntrust the deficit", "b": "mutual trust"},
        pd.DataFrame({"author": ["Sun", "Sun"], "year": [2014, 2015]}, index=["a", "b"]),
    )


def words_by_paragraph(corpus: Corpus) -> list[list[str]]:
    words = corpus.words
    return [
        corpus.terms[words.term[first:last]].tolist()
        for first, last in zip(words.paragraph_starts[:-1], words.paragraph_starts[1:], strict=True)
    ]


def pairs_in_windows(paragraphs: list[list[str]], left: int, right: int) -> Counter:
    """Every word with every word in its window, one by one."""
    return Counter(
        (word, paragraph[other])
        for paragraph in paragraphs
        for place, word in enumerate(paragraph)
        for other in range(max(place - left, 0), min(place + right + 1, len(paragraph)))
        if other != place
    )


@pytest.mark.parametrize("item", PAIRS)
def test_the_counts_of_neighbours_are_those_of_other_programs(reference_corpus, item):
    first, second = item.split(" (")[0].split(" ")
    both, one, other, neither = PAIRS[item].cells
    table = word_pairs(reference_corpus).set_index(["group", "first", "second"])
    row = table.loc[("sun-2024", first, second)]
    assert row[["count", "first_count", "second_count"]].tolist() == [both, both + one, both + other]
    assert row["log_likelihood"] == pytest.approx(score("log_likelihood", both, one, other, neither))
    assert row["expected"] == pytest.approx((both + one) * (both + other) / 8013)


def test_neighbours_by_hand(small):
    table = word_pairs(small, by="corpus", minimum_count=2)
    assert (
        table[["first", "second", "count", "first_count", "second_count"]].to_numpy().tolist()
        == [
            ["trust", "deficit", 2, 3, 3],
            ["the", "trust", 2, 3, 3],
        ][::-1]
    )
    assert table["score"].tolist() == pytest.approx([14 + math.log2(4 / 6)] * 2)
    assert table["texts"].tolist() == [1, 1] and set(table["n_texts"]) == {2}


@pytest.mark.parametrize(("left", "right"), [(5, 5), (1, 0), (0, 3), (2, 7)])
def test_collocates_are_those_of_a_slow_loop(reference_corpus, left, right):
    corpus = reference_corpus.select(["dong-2022"])
    counted = pairs_in_windows(words_by_paragraph(corpus), left, right)
    table = collocates(corpus, "security", left=left, right=right, minimum_count=1, measure="mutual_information")
    node = sum(count for (first, _), count in counted.items() if first == "security")
    assert dict(zip(table["collocate"], table["count"], strict=True)) == {
        second: count for (first, second), count in counted.items() if first == "security"
    }
    for row in table.itertuples():
        second = sum(count for (_, other), count in counted.items() if other == row.collocate)
        assert row.expected == pytest.approx(node * second / counted.total())
        assert row.score == pytest.approx(math.log2(row.count / row.expected))
        assert row.left + row.right == row.count


def test_a_window_of_one_to_the_right_is_the_pair_of_neighbours(reference_corpus):
    pairs = word_pairs(reference_corpus, minimum_count=1)
    near = collocates(reference_corpus, "/trust/", left=0, right=1, minimum_count=1)
    expected = pairs[pairs["first"] == "trust"].set_index(["group", "second"])["score"]
    # A search also finds trust-rebuilding, which stands once in Sun.
    rest = near[near["group"] != "sun-2024"].set_index(["group", "collocate"])["score"]
    assert rest.to_dict() == pytest.approx({key: value for key, value in expected.items() if key[0] != "sun-2024"})


@pytest.mark.parametrize("measure", MEASURES)
def test_any_registered_measure_can_be_asked_for(corpus, measure):
    table = collocates(corpus, "trust", measure=measure, by="corpus")
    assert table["measure"].unique().tolist() == [measure]
    assert table["score"].tolist() == sorted(table["score"], reverse=True)
    row = table.iloc[len(table) // 2]
    assert not math.isnan(row["score"])


@pytest.mark.parametrize("measure", ["log_dice", "log_ratio_conservative"])
def test_every_group_is_a_list_of_its_own(corpus, measure):
    pairs = word_pairs(corpus, measure=measure)
    near = collocates(corpus, "cooperation", measure=measure)
    for document_id in corpus.documents.index:
        alone = corpus.select([document_id])
        here = pairs[pairs["group"] == document_id].reset_index(drop=True)
        assert here.equals(word_pairs(alone, measure=measure))
        here = near[near["group"] == document_id].reset_index(drop=True)
        assert here.equals(collocates(alone, "cooperation", measure=measure))


def test_a_ratio_compares_the_window_with_the_rest_of_the_text(small):
    # In the window of the one hit: "trust" once of one; elsewhere none of four pairs.
    row = collocates(small, "mutual", by="document_id", measure="log_ratio", minimum_count=1).iloc[0]
    assert (row["collocate"], row["count"]) == ("trust", 1)
    assert row["score"] == pytest.approx(math.log2((1 / 1) / (0.5 / 1)))


def test_windows_stay_in_their_paragraph_and_skip_numbers(small):
    table = collocates(small, "stays", minimum_count=1, left=9, right=9)
    assert set(table["collocate"]) == {"the", "trust", "deficit", "grows", "and"}
    assert "2014" not in set(collocates(small, "deficit", minimum_count=1)["collocate"])


def test_a_search_for_numbers_finds_no_company():
    corpus = Corpus.from_texts({"a": "In 2014 China and the world", "b": "In 2015 2016 China"})
    assert collocates(corpus, "/[0-9]+/", minimum_count=1).empty
    assert meeting_places(corpus, "/[0-9]+/", "china").empty
    # Beside a word a number does no harm.
    table = collocates(corpus, "in /[0-9]+/|2016", minimum_count=1, right=1, by="corpus")
    assert table[["collocate", "count", "node_count", "collocate_count"]].to_numpy().tolist() == [["china", 2, 2, 2]]


@pytest.mark.parametrize("seed", range(20))
def test_margins_fit_in_any_text_with_numbers(seed):
    random = Random(seed)
    texts = {
        name: "\n".join(" ".join(random.choices("a b c d 12 7".split(), k=random.randrange(9))) for _ in range(3))
        for name in "xyz"
    }
    for node in ("a", "12", "a b|7|c 12", "/.*/"):
        table = collocates(Corpus.from_texts(texts), node, left=2, right=seed % 3, minimum_count=1)
        assert (table["count"] <= table["collocate_count"] * table["node_count"]).all()
        assert (table["expected"] > 0).all() and table["log_likelihood"].notna().any() == bool(len(table))


def test_the_company_of_a_phrase_stands_outside_it(small):
    table = collocates(small, "trust deficit", minimum_count=1, left=1, right=1, by="corpus")
    assert dict(zip(table["collocate"], table["count"], strict=True)) == {"the": 2, "grows": 1, "stays": 1}


def test_stop_words_are_not_listed_but_stay_in_the_windows(small):
    with_them = collocates(small, "trust", minimum_count=1, by="corpus").set_index("collocate")
    without = collocates(small, "trust", minimum_count=1, by="corpus", stop_words=["the"]).set_index("collocate")
    assert set(with_them.index) - set(without.index) == {"the"}
    assert without.loc["deficit", "expected"] == with_them.loc["deficit", "expected"]


def test_a_search_with_other_words_in_its_family_has_one_name(corpus):
    table = collocates(corpus, "crisis|crises", by="corpus")
    assert table["node"].unique().tolist() == ["crisis|crises"]


def test_meeting_places_are_lines_of_the_concordance(corpus):
    met = meeting_places(corpus, "trust", "deficit", left=0, right=1)
    phrase = concordance(corpus, "trust deficit")
    assert met["position"].tolist() == phrase["position"].tolist()
    assert meeting_places(corpus, "trust", "nowhere").empty


@pytest.mark.parametrize("by", ["document_id", "year", "corpus"])
def test_texts_in_another_order_give_the_same_company(corpus, by):
    texts = {document_id: corpus.text(document_id) for document_id in corpus.documents.index}
    documents = corpus.documents[["author", "year", "title"]]
    there = Corpus.from_texts(texts, documents)
    back = Corpus.from_texts(dict(reversed(texts.items())), documents)
    assert collocates(there, "global", by=by).equals(collocates(back, "global", by=by))
    assert word_pairs(there, by=by).equals(word_pairs(back, by=by))


@pytest.mark.parametrize("texts", [{"a": ""}, {"a": "one"}, {"a": "2014 2015"}])
def test_nothing_to_pair_gives_an_empty_table(texts):
    corpus = Corpus.from_texts(texts)
    assert word_pairs(corpus).columns.tolist() == list(WORD_PAIR_DTYPES) and word_pairs(corpus).empty
    table = collocates(corpus, "one", minimum_count=1)
    assert table.columns.tolist() == list(COLLOCATE_DTYPES) and table.empty


def test_bad_options_are_answered_in_a_sentence(small):
    with pytest.raises(OptionError, match="log_dice"):
        collocates(small, "trust", measure="logdice")
    with pytest.raises(OptionError, match="log_dice"):
        word_pairs(small, measure="")
    with pytest.raises(OptionError, match="window is empty"):
        collocates(small, "trust", left=0, right=0)
    with pytest.raises(OptionError, match="left must be at least 0"):
        collocates(small, "trust", left=-1)
    with pytest.raises(OptionError, match="minimum_count"):
        word_pairs(small, minimum_count=0)
    with pytest.raises(QueryError):
        collocates(small, " ")
    with pytest.raises(AnalysisError, match="by must be one of"):
        collocates(small, "trust", by="colour")


@pytest.mark.parametrize("by", ["document_id", "author", "corpus"])
def test_what_windows_miss_is_the_same_for_few_groups_and_many(corpus, monkeypatch, by):
    groups = group_documents(corpus.documents, by)
    few = company.Edges(corpus, 3, 2).by_group(groups)
    monkeypatch.setattr(company, "FEW_GROUPS", 0)
    assert (few != company.Edges(corpus, 3, 2).by_group(groups)).nnz == 0 < few.nnz
