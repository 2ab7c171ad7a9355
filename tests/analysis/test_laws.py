"""Laws that hold for every analysis: the order of the texts never matters, and equal texts do not differ."""

import numpy as np
import pandas as pd
import pytest

import analysis
from analysis import Corpus
from analysis.association import MEASURES

TEXTS = {
    "one": "Trust is the basis of order.\nThe order of the world needs trust, and trust needs time; order needs trust.",
    "two": "Peace and order, peace and development.\nThe development of the world needs peace and mutual trust.",
    "three": "“We must trust the order of the world”, he said.\nWe should build peace, and peace needs the world.",
}
ANALYSES = {
    "frequencies": lambda corpus: analysis.frequencies(corpus, n=2, draws=50),
    "query_frequencies": lambda corpus: analysis.query_frequencies(corpus, ["trust", "peace and order"], draws=50),
    "keywords": lambda corpus: analysis.keywords(corpus),
    "distinctive_terms": lambda corpus: analysis.distinctive_terms(corpus),
    "agreement": lambda corpus: analysis.agreement(corpus, "one", minimum_count=1),
    "rate_differences": lambda corpus: analysis.rate_differences(corpus, ["trust"], "one", draws=50),
    "collocates": lambda corpus: analysis.collocates(corpus, "order", minimum_count=1),
    "word_pairs": lambda corpus: analysis.word_pairs(corpus, minimum_count=1),
    "concordance": lambda corpus: analysis.concordance(corpus, "trust", sort=("R1", "L1")),
    "dispersions": lambda corpus: analysis.dispersions(corpus, over="paragraphs"),
    "lexical_diversity": lambda corpus: analysis.lexical_diversity(corpus),
    "readability_scores": lambda corpus: analysis.readability_scores(corpus),
    "similarities": lambda corpus: analysis.similarities(corpus, measure="burrows_delta"),
    "pair_terms": lambda corpus: analysis.pair_terms(corpus, "one", "two", measure="jensen_shannon"),
    "word_shift": lambda corpus: analysis.word_shift(corpus, "one"),
    "correspondence": lambda corpus: analysis.correspondence(corpus),
    "tree": lambda corpus: analysis.tree(corpus, measure="jensen_shannon", draws=20),
    "shared_formulae": lambda corpus: analysis.shared_formulae(corpus, shortest=3),
    "shared_ngrams": lambda corpus: analysis.shared_ngrams(corpus, n=2),
    "closest_passages": lambda corpus: analysis.closest_passages(corpus, sequence=2),
    "lockwords": lambda corpus: analysis.lockwords(corpus, minimum_count=1),
    "silences": lambda corpus: analysis.silences(corpus, minimum_count=1),
    "attributions": lambda corpus: analysis.attributions(corpus, analysis.attribution_model(corpus, minimum_words=1)),
    "fair_rates": lambda corpus: analysis.fair_rates(corpus, ["trust"], draws=20),
    "topic_weights": lambda corpus: analysis.topic_weights(
        corpus, analysis.topic_model(corpus, n_topics=2, runs=1), draws=20
    ),
}


@pytest.mark.parametrize("name", ANALYSES)
def test_the_order_of_the_texts_never_matters(name):
    there = ANALYSES[name](Corpus.from_texts(TEXTS))
    back = ANALYSES[name](Corpus.from_texts(dict(reversed(TEXTS.items()))))
    assert len(there) and there.equals(back)


@pytest.mark.parametrize("name", ANALYSES)
def test_the_same_again_is_the_same(name):
    corpus = Corpus.from_texts(TEXTS)
    assert ANALYSES[name](corpus).equals(ANALYSES[name](corpus))


@pytest.mark.parametrize("measure", [name for name in MEASURES if MEASURES[name].neutral is not None])
def test_no_word_is_typical_of_one_of_two_equal_texts(corpus, measure):
    text = corpus.text("chen-2014")
    table = analysis.keywords(Corpus.from_texts({"a": text, "b": text}), measure=measure)
    assert table["score"].to_numpy() == pytest.approx(MEASURES[measure].neutral, abs=1e-9)


def test_equal_texts_are_as_alike_as_can_be(corpus):
    text, other = corpus.text("chen-2014"), corpus.text("dong-2022")
    twins = Corpus.from_texts({"a": text, "b": text, "c": other})
    for name, measure in analysis.similarity.MEASURES.items():
        table = analysis.similarities(twins, measure=name, minimum_count=2)
        assert table["value"].iloc[0] == pytest.approx(measure.same, abs=1e-9), name
        assert np.isfinite(table["value"]).all()
    assert analysis.word_shift(Corpus.from_texts({"a": text, "b": text}), "a").empty
    assert analysis.silences(Corpus.from_texts({"a": text, "b": text})).empty


BY_AUTHOR = {
    "frequencies": lambda corpus: analysis.frequencies(corpus, by="author", n=2, intervals=False),
    "keywords": lambda corpus: analysis.keywords(corpus, by="author"),
    "distinctive_terms": lambda corpus: analysis.distinctive_terms(corpus, by="author"),
    "word_pairs": lambda corpus: analysis.word_pairs(corpus, by="author", minimum_count=1),
    "collocates": lambda corpus: analysis.collocates(corpus, "order", by="author", minimum_count=1),
    "dispersions": lambda corpus: analysis.dispersions(corpus, by="author", over="paragraphs"),
    "lexical_diversity": lambda corpus: analysis.lexical_diversity(corpus, by="author"),
    "readability_scores": lambda corpus: analysis.readability_scores(corpus, by="author"),
    "silences": lambda corpus: analysis.silences(corpus, by="author", minimum_count=1),
}


@pytest.mark.parametrize("name", BY_AUTHOR)
def test_what_the_texts_are_called_never_matters(name):
    # Other names put the texts in another order, so the groups stand in another order too.
    tables = []
    for names in (("a", "b", "c"), ("z", "y", "x")):
        called = dict(zip(names, TEXTS.values(), strict=True))
        authors = pd.DataFrame({"author": list(TEXTS)}, index=list(names))
        table = BY_AUTHOR[name](Corpus.from_texts(called, authors))
        tables.append(table.sort_values(table.columns.tolist(), ignore_index=True))
    assert tables[0].equals(tables[1]) and tables[0]["group"].nunique() == 3
