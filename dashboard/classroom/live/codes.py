"""The code that lets a phone into a room: how it is made, typed and kept from being guessed."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable

# No 0, O, 1, I, L: what is read off a wall is typed right. 31 signs, so a code has 39.6 bits.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH, GROUP = 8, 4
# At this pace a code is guessed in one lesson of two hours with a chance of 1 in 20 million.
WRONG_FROM_ONE, WRONG_IN_ALL = 20, 300
WINDOW_SECONDS = 60.0


def new_code() -> str:
    """A code that nobody can foresee, in two groups: ABCD-EFGH."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{signs[:GROUP]}-{signs[GROUP:]}"


def read_code(typed: str) -> str | None:
    """What a person typed, as a code; capitals, hyphens and blanks do not matter. None where it cannot be one."""
    signs = "".join(sign for sign in typed[:40].upper() if sign not in " -–—_.\t")
    if len(signs) != LENGTH or not set(signs) <= set(ALPHABET):
        return None
    return f"{signs[:GROUP]}-{signs[GROUP:]}"


def digest(secret: str) -> bytes:
    """By what a secret is looked up: the time that takes says nothing about its letters."""
    return hashlib.sha256(secret.encode()).digest()


class Guesses:
    """Counts codes that led nowhere, by address and in all, and refuses for a minute where they are too many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._by_address: dict[str, deque[float]] = {}
        self._all: deque[float] = deque(maxlen=WRONG_IN_ALL)

    def refused(self, address: str) -> bool:
        """Must this address wait? A right code is then refused as well, or the answer would give it away."""
        with self._lock:
            own = self._recent(self._by_address.get(address, deque()))
            return len(own) >= WRONG_FROM_ONE or len(self._recent(self._all)) >= WRONG_IN_ALL

    def wrong(self, address: str) -> None:
        """A code from this address led nowhere."""
        with self._lock:
            now = self._clock()
            self._by_address = {other: times for other, times in self._by_address.items() if self._recent(times)}
            self._by_address.setdefault(address, deque(maxlen=WRONG_FROM_ONE)).append(now)
            self._all.append(now)

    def _recent(self, times: deque[float]) -> deque[float]:
        while times and times[0] <= self._clock() - WINDOW_SECONDS:
            times.popleft()
        return times
