"""The paragraphs behind a topic."""

import numpy as np
import pytest

from analysis import OptionError, TopicModel, stop_words, topic_model, topic_passages
from analysis.concordance import PASSAGE_COLUMNS


@pytest.fixture(scope="module")
def model(corpus) -> TopicModel:
    return topic_model(corpus, n_topics=5, runs=0, stop_words=stop_words())


@pytest.mark.parametrize("topic", range(1, 6))
def test_passages_carry_their_topic(corpus, model, topic):
    table = topic_passages(corpus, model, topic, n=4)
    assert len(table) == 4
    strongest = model.top_words(len(model.terms))[topic - 1]
    first = np.flatnonzero(np.r_[True, np.diff(corpus.tokens.document_of_paragraph) > 0])
    documents = corpus.documents.index.tolist()
    for row in table.itertuples():
        paragraph = first[documents.index(row.document_id)] + row.paragraph - 1
        assert row.weight == model.paragraph_weights[paragraph, topic - 1] > 0.2
        # The node is the strongest word of the topic that stands in the paragraph.
        terms = corpus.terms[corpus.counts_by_paragraph[[paragraph]].indices].tolist()
        node = next(term for term in strongest if term in terms)
        assert corpus.tokenization.term(row.node) == node
        assert corpus.tokens.paragraph[row.position] == paragraph


def test_passages_are_paragraphs_as_written(corpus, model):
    for row in topic_passages(corpus, model, 1, n=6).itertuples():
        assert corpus.text(row.document_id)[row.start : row.end] == row.node
        bodies = [block.text for block in corpus.blocks(row.document_id) if block.role == "body"]
        assert row.left + row.node + row.right == bodies[row.paragraph - 1]


def test_passages_with_most_words_on_the_topic_come_first(corpus, model):
    table = topic_passages(corpus, model, 2, n=8)
    strength = model.paragraph_weights[:, 1] * corpus.words_by_paragraph
    found = strength[corpus.tokens.paragraph[table["position"]]].tolist()
    assert found == sorted(found, reverse=True)
    eligible = np.where(model.paragraph_weights[:, 1] > 0.2, strength, -1)
    assert found == sorted(np.nan_to_num(eligible, nan=-1).tolist(), reverse=True)[:8]


def test_paragraphs_with_little_of_the_topic_are_no_passages(corpus, model):
    table = topic_passages(corpus, model, 2, n=10_000)
    assert len(table) == (model.paragraph_weights[:, 1] > 0.2).sum() < corpus.n_paragraphs
    assert table["weight"].min() > 0.2


def test_passages_can_be_of_some_texts_only(corpus, model):
    table = topic_passages(corpus, model, 1, n=3, documents=["dong-2022", "chen-2014"])
    assert len(table) > 0 and set(table["document_id"]) <= {"dong-2022", "chen-2014"}
    assert len(topic_passages(corpus, model, 1, documents=[])) == 0


def test_passages_have_the_columns_of_every_list_of_passages(corpus, model):
    for documents in (None, []):
        table = topic_passages(corpus, model, 1, documents=documents)
        assert table.columns.tolist() == [*PASSAGE_COLUMNS, "weight"]
        assert table["weight"].dtype == float


@pytest.mark.parametrize("topic", [0, 6, "1"])
def test_an_unknown_topic_is_refused(corpus, model, topic):
    with pytest.raises(OptionError, match="1, 2, 3, 4, 5"):
        topic_passages(corpus, model, topic)
