"""How much of a topic comes back in another model."""

from itertools import permutations

import numpy as np
import pytest

from analysis import topic_stability

TOPICS = [["trust", "deficit", "mutual"], ["belt", "road", "silk"], ["order", "rules", "nations"]]


def overlap(one: list[str], other: list[str]) -> float:
    return len(set(one) & set(other)) / len(set(one) | set(other))


def test_the_same_topics_in_another_order_come_back_whole():
    shuffled = [["silk", "belt", "road"], ["rules", "order", "nations"], ["mutual", "trust", "deficit"]]
    assert topic_stability(TOPICS, shuffled).tolist() == [1, 1, 1]


def test_a_topic_without_a_word_in_common_does_not_come_back():
    others = [["trust", "deficit", "mutual"], ["belt", "road", "silk"], ["we", "our", "must"]]
    assert topic_stability(TOPICS, others).tolist() == [1, 1, 0]


def test_two_of_three_words_are_half_of_the_words_of_both():
    assert topic_stability([["trust", "deficit", "mutual"]], [["trust", "deficit", "gap"]]).tolist() == [0.5]


def test_no_topic_stands_for_two():
    # Both topics are nearest to the first rival; only one of them may have it.
    topics = [["trust", "deficit", "mutual"], ["trust", "deficit", "gap"]]
    others = [["trust", "deficit", "mutual"], ["gap", "belt", "road"]]
    assert topic_stability(topics, others).tolist() == [1, 1 / 5]


def test_the_sum_is_as_large_as_can_be_and_not_the_first_come_first_served():
    # The first topic gives way, so that the second, which has no other partner, gets one.
    topics = [["a", "b", "c", "d"], ["a", "b", "x", "y"]]
    others = [["a", "b", "c", "x"], ["a", "b", "c", "z"]]
    assert topic_stability(topics, others) == pytest.approx(
        [overlap(topics[0], others[1]), overlap(topics[1], others[0])]
    )


@pytest.mark.parametrize("seed", range(5))
def test_the_pairing_is_the_best_of_all(seed):
    random = np.random.default_rng(seed)
    words = np.array(list("abcdefghijkl"))
    topics, others = ([random.choice(words, 5, replace=False).tolist() for _ in range(5)] for _ in range(2))
    best = max(
        sum(overlap(topic, others[partner]) for topic, partner in zip(topics, order, strict=True))
        for order in permutations(range(5))
    )
    assert topic_stability(topics, others).sum() == pytest.approx(best)
    assert topic_stability(others, topics).sum() == pytest.approx(best)


def test_a_topic_without_a_partner_does_not_come_back():
    assert topic_stability(TOPICS, TOPICS[1:]).tolist() == [0, 1, 1]
    assert topic_stability(TOPICS[1:], TOPICS).tolist() == [1, 1]
    assert topic_stability(TOPICS, []).tolist() == [0, 0, 0]
    assert topic_stability([], TOPICS).tolist() == []


def test_a_topic_without_words_does_not_come_back():
    assert topic_stability([[], ["trust"]], [[], ["trust"]]).tolist() == [0, 1]
