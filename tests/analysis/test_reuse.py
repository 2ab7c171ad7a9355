"""What groups share: set phrases, and sequences of n words."""

import math
import re
from collections import defaultdict

import numpy as np
import pandas as pd
import pytest

from analysis import Corpus, OptionError, stop_words
from analysis.reuse import repeated_ngrams, shared_formulae, shared_ngram_types, shared_ngrams

from .oracle import document_id
from .tables import rows

COLUMNS = ["term", "n", "count", "groups", "in_groups", "first_group", "last_group", "first_year", "last_year"]
PEER = [row for row in rows("oracle_values.tsv") if "5-gram types" in row["statistic"]]
SHARED = [row for row in PEER if row["statistic"].startswith("shared")]
REPEATED = [row for row in PEER if row["statistic"].startswith("repeated")]


def listed(row: dict[str, str]) -> tuple[int, list[str]]:
    """How many types another program found, and the first of them."""
    number, examples = row["value"].split(": ", 1)
    return int(number), examples.split(" / ")


def random_corpus(seed: int) -> Corpus:
    """Three texts of short paragraphs over three words, so that sequences repeat, overlap and run to the edges."""
    random = np.random.default_rng(seed)
    return Corpus.from_texts(
        {
            name: "\n".join(" ".join(random.choice(list("xyz"), size)) for size in random.integers(1, 12, 4))
            for name in "abc"
        }
    )


def plain_formulae(corpus: Corpus, shortest: int, longest: int) -> dict[str, int]:
    """Formulae and their counts, by the definition, word by word."""
    found = defaultdict(list)
    for document in corpus.documents.index:
        for block in corpus.blocks(document):
            words = ["<", *block.text.split(), ">"]
            for n in range(shortest, longest + 1):
                for start in range(1, len(words) - n):
                    found[" ".join(words[start : start + n])].append((document, words[start - 1], words[start + n]))

    def goes_on(neighbours: set[str]) -> bool:
        return len(neighbours) == 1 and not neighbours & {"<", ">"}

    return {
        term: len(places)
        for term, places in found.items()
        if len({document for document, _, _ in places}) > 1
        and not goes_on({before for _, before, _ in places})
        and (len(term.split()) == longest or not goes_on({after for _, _, after in places}))
    }


def test_the_rows_of_another_program_are_whole():
    assert (len(SHARED), len(REPEATED)) == (5, 5)


@pytest.mark.parametrize("row", SHARED, ids=lambda row: row["item"])
def test_shared_sequences_agree_with_another_program(reference_corpus, row):
    group, other = (document_id(name) for name in row["item"].split("|"))
    types, examples = listed(row)
    pairs = shared_ngrams(reference_corpus).set_index(["group", "other"])
    assert pairs.loc[(group, other), "types"] == types
    found = shared_ngram_types(reference_corpus).set_index(["group", "other"]).loc[[(group, other)], "term"]
    assert len(found) == types
    assert found.tolist()[:6] == examples


@pytest.mark.parametrize("row", REPEATED, ids=lambda row: row["item"])
def test_repeated_sequences_agree_with_another_program(reference_corpus, row):
    types, examples = listed(row)
    found = repeated_ngrams(reference_corpus)
    counts = found[found["group"] == document_id(row["item"])].set_index("term")["count"]
    expected = {term: int(count) for term, count in (re.fullmatch(r"(.+) x(\d+)", text).groups() for text in examples)}
    assert len(counts) == types
    assert counts[list(expected)].to_dict() == expected
    # Sequences of one count stand in no order there.
    assert counts.tolist()[: len(expected)] == list(expected.values())


def test_pairs_that_share_nothing_are_listed_too(reference_corpus):
    found = shared_ngrams(reference_corpus)
    assert found.columns.tolist() == ["group", "other", "n", "types"]
    assert len(found) == 10 and found["types"].is_monotonic_decreasing
    assert found.iloc[0].tolist() == ["yang-2015", "sun-2024", 5, 20]
    assert found.iloc[-1].tolist() == ["dong-2022", "duan-2022", 5, 0]


def test_sequences_of_a_pair_by_hand():
    corpus = Corpus.from_texts({"a": "we build trust\nwe build", "b": "so we build trust", "c": "trust"})
    found = shared_ngram_types(corpus, n=2)
    assert found.values.tolist() == [["a", "b", "build trust", 1, 1], ["a", "b", "we build", 2, 1]]
    assert repeated_ngrams(corpus, n=2).values.tolist() == [["a", "we build", 2]]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("longest", [3, 4, 12])
def test_formulae_are_those_of_the_definition(seed, longest):
    corpus = random_corpus(seed)
    found = shared_formulae(corpus, shortest=2, longest=longest)
    assert dict(zip(found["term"], found["count"], strict=True)) == plain_formulae(corpus, 2, longest)


def test_the_known_formulae_of_the_five_texts(corpus):
    found = shared_formulae(corpus).set_index("term")
    row = found.loc["based on the purposes and principles of the un charter"]
    assert row[["n", "count", "groups"]].tolist() == [10, 2, 2]
    assert row[["in_groups", "first_year", "last_year"]].tolist() == ["yang-2015 | sun-2024", 2015, 2024]
    # Stands by itself too, and in more texts.
    assert found.loc["and principles of the un charter", "groups"] == 3
    # Only ever inside a longer one.
    assert "on the purposes and principles of the un charter" not in found.index
    assert found.loc["to build a new", "groups"] == found["groups"].max() == 4


def test_a_phrase_inside_one_longer_phrase_is_told_once():
    corpus = Corpus.from_texts({"a": "peace and common prosperity now", "b": "a peace and common prosperity"})
    assert shared_formulae(corpus, shortest=2)["term"].tolist() == ["peace and common prosperity"]


def test_a_phrase_that_also_stands_by_itself_is_kept():
    corpus = Corpus.from_texts({"a": "peace and common prosperity", "b": "peace and common prosperity\npeace and war"})
    found = shared_formulae(corpus, shortest=2)
    assert found[["term", "count"]].values.tolist() == [["peace and common prosperity", 2], ["peace and", 3]]


def test_a_long_shared_passage_is_listed_by_its_beginning():
    passage = " ".join("abcdefghijklmnopqrst")
    found = shared_formulae(Corpus.from_texts({"first": passage, "second": f"well {passage}"}), longest=12)
    assert found["term"].tolist() == [" ".join("abcdefghijkl")]


def test_phrases_stay_inside_a_paragraph_and_pass_over_numbers():
    corpus = Corpus.from_texts({"a": "we build\ntrust now", "b": "we build trust now"})
    assert shared_formulae(corpus, shortest=3).empty
    corpus = Corpus.from_texts({"a": "since 2014 trust grew", "b": "since trust grew"})
    assert shared_formulae(corpus, shortest=3)["term"].tolist() == ["since trust grew"]


def test_overlapping_occurrences_count():
    corpus = Corpus.from_texts({"a": "ha ha ha ha", "b": "ha ha"})
    found = shared_formulae(corpus, shortest=2)
    assert found[["term", "count"]].values.tolist() == [["ha ha", 4]]


def test_phrases_of_stop_words_alone_are_left_out(corpus):
    everything = shared_formulae(corpus)
    found = shared_formulae(corpus, stop_words=stop_words("en"))
    left_out = set(everything["term"]) - set(found["term"])
    assert left_out and set(found["term"]) < set(everything["term"])
    assert set(" ".join(left_out).split()) <= stop_words("en")


def test_first_and_last_follow_the_texts_not_the_groups():
    metadata = pd.DataFrame({"author": ["Sun", "Chen", "Sun"], "year": [2020, 2014, 2024]}, index=["a", "b", "c"])
    corpus = Corpus.from_texts({"a": "other words", "b": "we build trust", "c": "we build trust"}, metadata)
    row = shared_formulae(corpus, by="author", shortest=3).iloc[0]
    assert row.tolist() == ["we build trust", 3, 2, 2, "Chen | Sun", "Chen", "Sun", 2014, 2024]


def test_without_years_there_is_no_first_year():
    row = shared_formulae(Corpus.from_texts({"a": "we build trust", "b": "we build trust"}), shortest=3).iloc[0]
    assert math.isnan(row["first_year"]) and math.isnan(row["last_year"])


def test_more_groups_can_be_asked_for(corpus):
    found = shared_formulae(corpus, minimum_groups=3)
    assert (found["groups"] >= 3).all() and len(found)
    # A phrase that only two groups prolong stays: the longer one is no formula here.
    assert "and principles of the un charter" in found["term"].tolist()
    assert shared_formulae(corpus, minimum_groups=6).empty


def test_formulae_stand_by_groups_then_length_then_count_then_term(corpus):
    found = shared_formulae(corpus)
    keys = list(zip(-found["groups"], -found["n"], -found["count"], found["term"], strict=True))
    assert keys == sorted(keys)


@pytest.mark.parametrize("texts", [{"a": "", "b": ""}, {"a": "1 2 3 4 5", "b": "1 2 3 4 5"}, {"a": "one", "b": "one"}])
def test_texts_without_sequences_share_none(texts):
    corpus = Corpus.from_texts(texts)
    found = shared_formulae(corpus)
    assert found.columns.tolist() == COLUMNS and found.empty
    assert shared_ngrams(corpus)["types"].tolist() == [0]
    assert shared_ngram_types(corpus).columns.tolist() == ["group", "other", "term", "count", "other_count"]
    assert repeated_ngrams(corpus).columns.tolist() == ["group", "term", "count"]


def test_other_scripts_share_too():
    corpus = Corpus.from_texts({"a": "мир во всём мире", "b": "за мир во всём мире"})
    assert shared_formulae(corpus)["term"].tolist() == ["мир во всём мире"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"by": "corpus"}, "fewer than two"),
        ({"by": "colour"}, "'colour'"),
        ({"shortest": 1}, "shortest"),
        ({"longest": 3}, "longest"),
        ({"minimum_groups": 1}, "minimum_groups"),
    ],
)
def test_impossible_options_are_refused(corpus, options, says):
    with pytest.raises(OptionError, match=says):
        shared_formulae(corpus, **options)


@pytest.mark.parametrize("function", [shared_ngrams, shared_ngram_types, repeated_ngrams])
def test_a_sequence_has_a_word(corpus, function):
    with pytest.raises(OptionError, match="n must"):
        function(corpus, n=0)
