"""Things in their order, so many together that they make about so much."""

import pytest

from analysis.batches import in_batches


@pytest.mark.parametrize(
    ("things", "batches"),
    [
        ("", []),
        (["a"], [["a"]]),
        (["aa", "b", "cccc", "d", "e"], [["aa", "b"], ["cccc"], ["d", "e"]]),
        (["", "", "abc", ""], [["", "", "abc"], [""]]),
    ],
)
def test_a_batch_ends_as_soon_as_it_is_enough(things, batches):
    assert list(in_batches(things, len, 3)) == batches


def test_a_batch_is_given_before_the_next_is_begun():
    taken = []
    batches = in_batches((taken.append(number) or number for number in range(10)), lambda _: 1, 4)
    assert next(batches) == [0, 1, 2, 3] == taken
