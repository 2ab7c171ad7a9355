"""The code of a room: long, easy to type, not to be guessed."""

import math

import pytest

from dashboard.classroom.live.codes import (
    ALPHABET,
    LENGTH,
    WINDOW_SECONDS,
    WRONG_FROM_ONE,
    WRONG_IN_ALL,
    Guesses,
    new_code,
    read_code,
)


def test_a_code_has_39_bits_and_no_signs_that_look_alike():
    assert LENGTH * math.log2(len(set(ALPHABET))) >= 39
    assert not set(ALPHABET) & set("01OIL")


def test_codes_differ_and_are_read_as_they_are_written():
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200 and all(read_code(code) == code for code in codes)


@pytest.mark.parametrize("typed", ["abcd-efgh", "ABCDEFGH", " abcd efgh ", "AbCd–EfGh", "a-b-c-d-e-f-g-h"])
def test_capitals_hyphens_and_blanks_do_not_matter(typed):
    assert read_code(typed) == "ABCD-EFGH"


@pytest.mark.parametrize("typed", ["", "ABCD-EFG", "ABCD-EFGHJ", "ABCD-EFG0", "ÄBCD-EFGH", "x" * 10_000, "\0"])
def test_what_cannot_be_a_code_is_none(typed):
    assert read_code(typed) is None


def test_an_address_that_guesses_must_wait_a_minute_and_others_need_not():
    now = [0.0]
    guesses = Guesses(lambda: now[0])
    for _ in range(WRONG_FROM_ONE):
        assert not guesses.refused("a")
        guesses.wrong("a")
    assert guesses.refused("a") and not guesses.refused("b")
    now[0] = WINDOW_SECONDS
    assert not guesses.refused("a")


def test_guesses_from_many_addresses_are_counted_together():
    guesses = Guesses(lambda: 0.0)
    for number in range(WRONG_IN_ALL):
        guesses.wrong(str(number))
    assert guesses.refused("somebody else")
