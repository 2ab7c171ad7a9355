"""Labels of dots: none covers another, the dot of a labelled word or the frame, at any width."""

import numpy as np
import pytest

from dashboard.charts.elastic_labels import SPOTS, Box, Spot, box_of, dot_box, place_labels

NARROW, WIDE, HEIGHT = 700, 1300, 500
FRAME = Box(0, NARROW, 0, WIDE, 0, HEIGHT)


def cloud(seed: int, n: int = 120) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Dots crowded to the lower left, and words of all lengths."""
    random = np.random.default_rng(seed)
    share = random.beta(1.2, 3, n)
    texts = ["".join(random.choice(list("abilmw"), random.integers(1, 16))) for _ in range(n)]
    return np.outer(share, [NARROW, WIDE]), HEIGHT * (1 - random.beta(1.2, 3, n)), texts


def at(box: Box, share: float) -> tuple[float, float, float, float]:
    """A box at a width between the narrowest (0) and the widest (1)."""
    left, right = (a + share * (b - a) for a, b in ((box.left, box.left_wide), (box.right, box.right_wide)))
    return left, right, box.top, box.bottom


def touch(a: tuple, b: tuple) -> bool:
    return a[0] < b[1] - 1e-9 and b[0] < a[1] - 1e-9 and a[2] < b[3] - 1e-9 and b[2] < a[3] - 1e-9


@pytest.mark.parametrize("seed", range(6))
def test_no_two_labels_overlap_at_any_width(seed):
    x, y, texts = cloud(seed)
    placed = place_labels(x, y, texts, FRAME, most=60)
    boxes = {number: box_of(tuple(x[number]), y[number], texts[number], spot, 13) for number, spot in placed.items()}
    dots = {number: dot_box(tuple(x[number]), y[number], 5) for number in placed}
    assert len(placed) > 10
    for share in np.linspace(0, 1, 9):
        for one, box in boxes.items():
            left, right, top, bottom = at(box, share)
            assert left >= 0 and right <= NARROW + share * (WIDE - NARROW) and top >= 0 and bottom <= HEIGHT
            others = [*(b for number, b in boxes.items() if number != one), *(b for n, b in dots.items() if n != one)]
            assert not any(touch((left, right, top, bottom), at(other, share)) for other in others)


def test_labels_are_placed_in_the_same_way_each_time():
    assert place_labels(*cloud(3), FRAME, most=40) == place_labels(*cloud(3), FRAME, most=40)


def test_the_first_words_get_their_labels_first():
    x, y = np.array([[100.0, 190.0]] * 2), np.array([100.0, 100.0])
    # Both dots lie on one spot: the second one is under the label of none, but its own label finds no room to its right.
    assert place_labels(x, y, ["first", "second"], FRAME, most=1, covering=np.full(2, 9.0)) == {0: SPOTS[0]}


def test_a_label_at_the_right_edge_stands_to_the_left_of_its_dot():
    placed = place_labels(np.array([[690.0, 1290.0]]), np.array([250.0]), ["understanding"], FRAME, most=1)
    assert placed[0].xanchor == "right"


def test_a_label_that_would_cover_dots_is_left_out_or_moved():
    x = np.array([[100.0, 185.0], *([[100.0 + step, 185.0 + 1.86 * step] for step in range(8, 60, 6)])])
    y = np.full(len(x), 100.0)
    moved = place_labels(x, y, ["word"], FRAME, most=1, covering=np.zeros(len(x)))
    assert moved[0] != SPOTS[0]
    walls = [Box(0, 700, 0, 1300, 0, 94), Box(0, 700, 0, 1300, 106, 500), Box(0, 94, 0, 179, 94, 106)]
    assert place_labels(x, y, ["word"], FRAME, most=1, covering=np.zeros(len(x)), taken=walls) == {}


def test_a_label_keeps_off_what_is_taken():
    taken = box_of((100.0, 190.0), 100.0, "same rate", SPOTS[0], 13)
    placed = place_labels(np.array([[100.0, 190.0]]), np.array([100.0]), ["word"], FRAME, most=1, taken=[taken])
    assert box_of((100.0, 190.0), 100.0, "word", placed[0], 13).apart(taken)


def test_boxes_that_pass_each_other_as_the_chart_widens_are_not_apart():
    label, dot = Box(10, 30, 10, 30, 0, 10), Box(0, 5, 40, 45, 0, 10)
    assert not label.apart(dot)
    assert label.apart(Box(40, 50, 60, 70, 0, 10)) and label.apart(Box(0, 90, 0, 90, 10, 20))


def test_an_anchor_says_which_edge_of_the_label_stands_at_the_dot():
    right, left = (box_of((50, 50), 50, "word", Spot(0, 0, anchor, "middle"), 13) for anchor in ("left", "right"))
    assert right.left == 50 and left.right == 50 and right.top < 50 < right.bottom
