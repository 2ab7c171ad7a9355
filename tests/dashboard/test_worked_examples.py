"""Each measure worked on the corpus at hand: the numbers are the analysis's own."""

import pytest

from analysis import Corpus, frequencies, keywords, similarities, stop_words
from dashboard import glossary
from dashboard.exhibits.worked_examples import worked_example


@pytest.mark.parametrize("name", glossary.MEASURES)
def test_every_measure_is_worked_with_numbers(corpus, name):
    said = worked_example(corpus, name)
    assert "Not for these texts" not in said and said[-1] in ".”" and "nan" not in said.split()
    assert name == "confounds" or any(character.isdigit() for character in said)


@pytest.mark.parametrize("name", sorted(set(glossary.MEASURES) - {"lda", "topic_search"}))
def test_one_small_text_gets_a_sentence_for_every_measure(name):
    said = worked_example(Corpus.from_texts({"a": "one two three four. five six"}), name)
    assert said.endswith((".", "”", "”."))


def test_the_rate_is_that_of_the_analysis(corpus):
    table = frequencies(corpus, terms=["global"], by="document_id").set_index("group")
    assert f"{table.at['sun-2024', 'per_1000']:.2f} per 1,000" in worked_example(corpus, "rate")


def test_keyness_is_worked_on_the_first_keyword(corpus):
    row = keywords(corpus, stop_words=stop_words(), minimum_count=3)
    row = row[row["group"] == "sun-2024"].iloc[0]
    assert f"a = {row['count']}" in worked_example(corpus, "log_likelihood")
    assert f"G² = {row['log_likelihood']:.3g}" in worked_example(corpus, "log_likelihood")
    assert f"{row['log_ratio_conservative']:.3g} (corrected" in worked_example(corpus, "log_ratio_conservative")


def test_similarity_is_that_of_the_analysis(corpus):
    row = similarities(corpus, measure="jensen_shannon").iloc[0]
    assert f"= {row['value']:.3g}" in worked_example(corpus, "jensen_shannon")
