"""What a score is worth: chance by the binomial distribution, said in words."""

import pytest

from dashboard.classroom.score import by_chance, score_in_words


@pytest.mark.parametrize(
    "right, n, groups, chance", [(0, 5, 5, 1.0), (5, 5, 5, 0.2**5), (1, 2, 2, 0.75), (8, 10, 5, 7.79e-5)]
)
def test_chance_is_the_tail_of_the_binomial_distribution(right, n, groups, chance):
    assert by_chance(right, n, groups) == pytest.approx(chance, rel=1e-3)


@pytest.mark.parametrize(
    "you, machine, said",
    [(7, 7, "equally often"), (8, 7, "more often than the machine"), (2, 9, "machine was right more often than you")],
)
def test_the_winner_is_named_and_what_may_be_luck(you, machine, said):
    words = score_in_words(you, machine, 10, 5)
    assert said in words and "1 of 5, here in about 2 of 10" in words and "a lead of up to 4 may be luck" in words


def test_how_often_blind_guessing_does_as_well_is_only_said_of_more_than_chance():
    assert "in less than 1 % of all rounds" in score_in_words(8, 5, 10, 5)
    assert "of all rounds" not in score_in_words(2, 5, 10, 5)
