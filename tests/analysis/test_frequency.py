"""How often terms and searches occur, by group."""

from collections import Counter

import numpy as np
import pandas as pd
import pytest

from analysis import (
    Corpus,
    OptionError,
    Query,
    QueryError,
    Tokenization,
    frequencies,
    lexicon,
    parse,
    query_frequencies,
)
from analysis.frequency import (
    FREQUENCY_DTYPES,
    count_matrix,
    hits_by_paragraph,
    per_1000,
    sparse_counts,
    variant_frequencies,
    words_by_group,
)
from analysis.intervals import paragraph_bootstrap, wilson
from analysis.metadata import group_documents
from analysis.ngrams import units

from .tables import DOCUMENTS, by_text, rows

COLUMNS = ["group", "term", "count", "words", "per_1000", "low", "high", "interval", "texts", "n_texts"]


@pytest.fixture(scope="module")
def small() -> Corpus:
    """Ten words by Chen in two texts, five by Sun in one; the figures are no words."""
    return Corpus.from_texts(
        pd.DataFrame(
            {
                "text": ["trust and trust 2014\nthe China", "trust the the the the", "China and China’s 5 trust us"],
                "author": ["Chen", "Chen", "Sun"],
                "year": [2014, 2015, 2024],
            },
            index=["a", "b", "c"],
        )
    )


def test_counts_by_hand(small):
    found = frequencies(small, intervals=False).set_index(["group", "term"])["count"]
    assert found.to_dict() == {
        ("a", "trust"): 2, ("a", "and"): 1, ("a", "the"): 1, ("a", "china"): 1, ("a", "us"): 0,
        ("b", "trust"): 1, ("b", "and"): 0, ("b", "the"): 4, ("b", "china"): 0, ("b", "us"): 0,
        ("c", "trust"): 1, ("c", "and"): 1, ("c", "the"): 0, ("c", "china"): 2, ("c", "us"): 1,
    }  # fmt: skip


def test_rates_are_per_thousand_words_without_numbers(small):
    table = frequencies(small, by="author", terms=["trust"], intervals=False).set_index("group")
    assert table["words"].to_dict() == {"Chen": 10, "Sun": 5}
    assert table["count"].to_dict() == {"Chen": 3, "Sun": 1}
    assert table["per_1000"].to_dict() == {"Chen": 300.0, "Sun": 200.0}


def test_a_term_is_in_so_many_texts_of_its_group(small):
    table = frequencies(small, by="author", terms=["trust", "china"], intervals=False).set_index(["group", "term"])
    assert table["texts"].to_dict() == {
        ("Chen", "trust"): 2, ("Chen", "china"): 1, ("Sun", "china"): 1, ("Sun", "trust"): 1,
    }  # fmt: skip
    assert table["n_texts"].tolist() == [2, 2, 1, 1]


def test_columns_are_fixed(small):
    assert list(FREQUENCY_DTYPES) == COLUMNS
    for table in (
        frequencies(small, draws=10),
        frequencies(small, intervals=False),
        frequencies(small, terms=[]),
        frequencies(small, minimum_count=99),
        query_frequencies(small, ["trust"], draws=10),
        query_frequencies(small, []),
    ):
        assert table.columns.tolist() == COLUMNS


@pytest.mark.parametrize("options", [{"terms": []}, {"terms": ["nowhere"]}, {"minimum_count": 99}])
def test_nothing_to_list_is_an_empty_table(small, options):
    assert len(frequencies(small, **options)) == 0


@pytest.mark.parametrize("minimum_count", [0, -3])
def test_a_minimum_below_one_is_refused(small, minimum_count):
    with pytest.raises(OptionError, match="minimum_count must be at least 1"):
        frequencies(small, minimum_count=minimum_count)


def test_rows_stand_by_group_then_rate_then_term(small):
    table = frequencies(small, by="year", intervals=False)
    assert table["group"].tolist() == ["2014"] * 5 + ["2015"] * 5 + ["2024"] * 5
    assert table.loc[table["group"] == "2014", "term"].tolist() == ["trust", "and", "china", "the", "us"]
    assert table.loc[table["group"] == "2024", "term"].tolist() == ["china", "and", "trust", "us", "the"]
    assert table.index.tolist() == list(range(15))


def test_groups_of_the_five_texts_stand_in_order_of_time(corpus):
    table = frequencies(corpus, by="author", terms=["trust"], intervals=False)
    assert table["group"].tolist() == ["Chen Jimin", "Yang Jiechi", "Dong Chunling", "Huimin Duan", "Sun Jisheng"]


def test_stop_words_and_minimum_count_shorten_the_list(small):
    assert set(frequencies(small, stop_words=["the", "and"], intervals=False)["term"]) == {"trust", "china", "us"}
    assert set(frequencies(small, minimum_count=3, intervals=False)["term"]) == {"trust", "the", "china"}
    # The minimum is over all groups together, and stop words stay in the denominator.
    table = frequencies(small, by="corpus", minimum_count=3, stop_words=["the"], intervals=False)
    assert table["words"].tolist() == [15, 15]


def test_numbers_are_never_listed(small):
    assert frequencies(small, terms=["2014", "trust"], intervals=False)["term"].unique().tolist() == ["trust"]


def test_without_intervals_there_are_none(small):
    table = frequencies(small, intervals=False)
    assert table["low"].isna().all() and table["high"].isna().all()
    assert set(table["interval"]) == {"none"}


def test_few_paragraphs_get_wilson(small):
    row = frequencies(small, by="author", terms=["trust"]).iloc[0]
    low, high = wilson(3, 10)
    assert (row["interval"], row["low"], row["high"]) == ("wilson", 1000 * low, 1000 * high)


def test_many_paragraphs_get_the_bootstrap_of_their_own_text(corpus):
    table = frequencies(corpus, terms=["trust"], draws=300, seed=5).set_index("group")
    text = corpus.select(["sun-2024"])
    counts = text.counts_by_paragraph[:, [text.terms.tolist().index("trust")]]
    low, high = paragraph_bootstrap(counts, text.words_by_paragraph, draws=300, seed=5)
    assert table.loc["sun-2024", "interval"] == "bootstrap"
    assert table.loc["sun-2024", ["low", "high"]].tolist() == [1000 * low.item(), 1000 * high.item()]
    assert table.loc["duan-2022", "interval"] == "wilson" and table.loc["duan-2022", "count"] == 0


def test_intervals_of_a_group_are_drawn_inside_its_texts():
    # The first text always uses the word, the second never: drawn inside each, nothing can vary.
    corpus = Corpus.from_texts({"a": "trust\n" * 5, "b": "other\n" * 5})
    row = frequencies(corpus, by="corpus", terms=["trust"]).iloc[0]
    assert (row["interval"], row["low"], row["high"]) == ("bootstrap", 500.0, 500.0)


def test_level_and_seed_reach_the_intervals(corpus):
    options = {"by": "corpus", "terms": ["trust"], "draws": 200}
    wide, narrow, other = (frequencies(corpus, **options, **more).iloc[0] for more in ({}, {"level": 0.5}, {"seed": 1}))
    assert wide["low"] < narrow["low"] < narrow["high"] < wide["high"]
    assert (wide["low"], wide["high"]) != (other["low"], other["high"])


def test_the_same_question_has_the_same_answer(corpus):
    pd.testing.assert_frame_equal(
        frequencies(corpus, minimum_count=20, draws=50), frequencies(corpus, minimum_count=20, draws=50)
    )


def test_a_group_without_words_has_no_rate():
    table = frequencies(Corpus.from_texts({"a": "trust", "b": "", "c": "2014"})).set_index("group")
    assert table["count"].to_dict() == {"a": 1, "b": 0, "c": 0}
    assert table.loc[["b", "c"], ["per_1000", "low", "high"]].isna().all(axis=None)


@pytest.mark.parametrize(
    "ask",
    [lambda corpus: frequencies(corpus, by="colour"), lambda corpus: query_frequencies(corpus, ["x"], by="colour")],
)
def test_an_unknown_column_is_refused(small, ask):
    with pytest.raises(OptionError, match="author, year, title"):
        ask(small)


@pytest.mark.parametrize("row", rows("word_counts.tsv"), ids=lambda row: row["word"])
def test_frequent_words_of_the_five_texts(reference_corpus, row):
    table = frequencies(reference_corpus, terms=[row["word"]], intervals=False).set_index("group")
    assert [table.loc[document_id, "count"] for document_id in DOCUMENTS] == by_text(row)


@pytest.mark.parametrize("by", ["document_id", "author", "year", "genre", "translated", "corpus"])
def test_counts_agree_with_a_plain_counter(corpus, by):
    groups = group_documents(corpus.documents, by)
    matrix = count_matrix(corpus, groups)
    counters = [Counter() for _ in groups.labels]
    tokens = corpus.tokens_frame()
    for document, document_id in enumerate(corpus.documents.index):
        counters[groups.of_document[document]].update(tokens.loc[tokens["document_id"] == document_id, "term"])
    for number, counter in enumerate(counters):
        assert dict(zip(corpus.terms, matrix[number].tolist(), strict=True)) == {
            term: counter[term] for term in corpus.terms
        }
    assert words_by_group(corpus, groups).tolist() == [
        sum(count for term, count in counter.items() if not term[0].isdigit()) for counter in counters
    ]


# --- searches ---


def test_searches_are_counted_as_hits(small):
    table = query_frequencies(small, ["trust", "the the", "China"], by="author").set_index(["group", "term"])
    assert table["count"].to_dict() == {
        ("Chen", "trust"): 3, ("Chen", "the the"): 2, ("Chen", "China"): 1,
        ("Sun", "trust"): 1, ("Sun", "the the"): 0, ("Sun", "China"): 2,
    }  # fmt: skip
    assert table.loc[("Chen", "the the"), "per_1000"] == 200.0
    assert table["texts"].tolist() == [2, 1, 1, 1, 0, 1]


def test_searches_keep_their_order_and_their_names(small):
    queries = {"Z trust": "trust", "A folded": parse("US"), "M sensitive": parse("US", case_sensitive=True)}
    table = query_frequencies(small, queries)
    assert table["term"].tolist() == ["Z trust", "A folded", "M sensitive"] * 3
    assert table["group"].tolist() == ["a"] * 3 + ["b"] * 3 + ["c"] * 3
    assert table.loc[table["group"] == "c", "count"].tolist() == [1, 1, 0]


def test_one_search_alone_is_no_list_of_letters(small):
    of_list = query_frequencies(small, ["trust"])
    assert set(of_list["term"]) == {"trust"}
    for alone in ("trust", parse("trust"), [parse("trust")]):
        assert query_frequencies(small, alone).equals(of_list)


def test_a_search_for_one_word_counts_as_the_word_does(corpus):
    by_word = frequencies(corpus, terms=["must"], draws=100).set_index("group")
    by_search = query_frequencies(corpus, ["must"], draws=100).set_index("group")
    pd.testing.assert_frame_equal(by_word, by_search.loc[by_word.index])


def test_hits_by_paragraph_by_hand(small):
    assert hits_by_paragraph(small, "trust").tolist() == [2, 0, 1, 1]
    assert hits_by_paragraph(small, "nowhere").tolist() == [0, 0, 0, 0]
    assert hits_by_paragraph(small, "nowhere").dtype == np.int64


def test_a_search_that_cannot_be_read_is_refused(small):
    with pytest.raises(QueryError):
        query_frequencies(small, ["trust", "(a"])


def test_a_search_for_a_number_has_no_rate_where_there_are_no_words():
    table = query_frequencies(Corpus.from_texts({"a": "2014 2015", "b": "in 2014"}), ["2014"]).set_index("group")
    assert table["count"].to_dict() == {"a": 1, "b": 1}
    assert pd.isna(table.loc["a", "per_1000"])


def test_stop_words_hold_in_a_corpus_that_keeps_case():
    corpus = Corpus.from_texts({"a": "The trust"}, tokenization=Tokenization(case="keep"))
    assert frequencies(corpus, stop_words=["the"], intervals=False)["term"].tolist() == ["trust"]


@pytest.mark.parametrize("name", ["community of shared destiny", "Belt and Road", "China and the United States"])
def test_the_variants_of_a_family_add_up_to_it(corpus, name):
    family = lexicon("concepts")[name]
    whole = query_frequencies(corpus, {name: family.query}, draws=10).set_index("group")
    variants = variant_frequencies(corpus, family.query, draws=10)
    assert list(variants.columns) == list(FREQUENCY_DTYPES) and set(variants["term"]) == set(family.variants)
    assert variants.groupby("group")["count"].sum().to_dict() == whole["count"].to_dict()
    assert variants.groupby("group")["per_1000"].sum().to_dict() == pytest.approx(whole["per_1000"].to_dict())


def test_variants_can_be_typed_or_made_by_hand(small):
    typed = variant_frequencies(small, "trust|the the", by="corpus")
    assert dict(zip(typed["term"], typed["count"], strict=True)) == {"trust": 4, "the the": 2}
    made = variant_frequencies(small, Query("two", (("trust",), ("the", "the"))), by="corpus")
    assert made.equals(typed)
    with pytest.raises(QueryError):
        variant_frequencies(small, "(a")


def test_each_text_has_its_own_name_for_the_pair(corpus):
    table = variant_frequencies(corpus, lexicon("concepts")["China and the United States"].query, draws=10)
    first = table.drop_duplicates("group").set_index("group")["term"]
    assert first["dong-2022"] == "China and the United States" and first["sun-2024"] == "China U.S."


@pytest.mark.parametrize("n", [1, 2])
def test_counts_without_the_zeros_are_the_same_counts(corpus, n):
    groups, counted = group_documents(corpus.documents, "author"), units(corpus, n)
    by_group = sparse_counts(groups, counted)
    assert (by_group.toarray() == count_matrix(corpus, groups, counted)).all()
    assert by_group.nnz < by_group.shape[0] * by_group.shape[1] / 2


def test_rates_are_missing_where_there_are_no_words():
    assert per_1000(np.array([1, 2]), 4).tolist() == [250, 500]
    assert np.isnan(per_1000(np.array([0, 2]), np.array([0, 0]))).all()


def test_sequences_of_words_have_rates_and_intervals_like_words(corpus):
    table = frequencies(corpus, n=2, terms=["trust deficit", "win-win cooperation"]).set_index(["group", "term"])
    searched = query_frequencies(corpus, ["trust deficit", "win-win cooperation"]).set_index(["group", "term"])
    columns = ["count", "words", "per_1000", "low", "high", "interval", "texts", "n_texts"]
    assert table.sort_index()[columns].equals(searched.sort_index()[columns])


def test_sequences_neither_begin_nor_end_with_a_stop_word(corpus):
    table = frequencies(corpus, n=3, by="corpus", stop_words=["the", "of", "and", "in"], intervals=False)
    assert "belt and road" in set(table["term"]) and "the belt and" not in set(table["term"])
    ends = {word for term in table["term"] for word in (term.split()[0], term.split()[-1])}
    assert not ends & {"the", "of", "and", "in"}
