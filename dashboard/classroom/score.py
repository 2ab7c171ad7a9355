"""What a score in a round of guesses is worth, in words."""

from __future__ import annotations

from math import comb, sqrt


def by_chance(right: int, n: int, groups: int) -> float:
    """How probable is it to guess `right` of `n` or more, blindly, each of `groups` answers as likely? 0 to 1."""
    p = 1 / groups
    return sum(comb(n, hits) * p**hits * (1 - p) ** (n - hits) for hits in range(right, n + 1))


def score_in_words(you: int, machine: int, n: int, groups: int) -> str:
    """A person against the machine, and both against chance, in two or three honest sentences."""
    who = (
        "You and the machine were right equally often"
        if you == machine
        else (
            "You were right more often than the machine"
            if you > machine
            else "The machine was right more often than you"
        )
    )
    # Two shares of so few passages differ by chance alone by about this much (two standard errors at a half).
    luck = max(round(2 * sqrt(n / 2)), 1)
    return f"{who}. {_against_chance(you, n, groups)} With {n} passages a lead of up to {luck} may be luck."


def _against_chance(right: int, n: int, groups: int) -> str:
    said = f"Chance alone is right in 1 of {groups}, here in about {n / groups:.2g} of {n}"
    if right <= n / groups:
        return f"{said}."
    chance = by_chance(right, n, groups)
    often = "less than 1 %" if chance < 0.01 else f"{100 * chance:.0f} %"
    return f"{said}; {right} or more would come by chance in {often} of all rounds."
