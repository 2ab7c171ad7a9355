"""Forty visitors at once, each with texts of its own: `python -m tests.benchmarks.visitors`.

Each brings a text with a secret word, compares it with the bundled ones, and goes through the pages. Prints errors, words
of others that anybody was sent, how long the visitors waited, and the server's memory before, during and after. The exit
code is 1 where there was an error or a word got out.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time

import psutil

from .servers import Server, dashboard
from .visitor import Visitor, told

PROSE = "Trust and peace make security. Countries must trust the people of the world, and war is no order."
PAGES = (
    "frequencies",
    "distinctiveness",
    "concordance",
    "read",
    "profile",
    "dispersion",
    "trends",
    "concepts",
    "overview",
)


def secret(number: int) -> str:
    """A word that one visitor has and no other."""
    return f"zq{random.Random(number).randrange(10**9):09}x".translate(str.maketrans("0123456789", "abcdefghij"))


def text(number: int, sentences: int = 60) -> bytes:
    """A text of one visitor: all have the same length."""
    return "\n\n".join([f"{PROSE} The {secret(number)} is mine."] * sentences).encode()


async def visit(visitor: Visitor, number: int, interactions: int, pause: float) -> None:
    """One visit: bring a text, compare it, go through pages."""
    chance = random.Random(number)
    await visitor.arrive()
    await visitor.go_to("own_texts")
    await visitor.bring("essay.txt", text(number))
    await visitor.click("Compare")
    for step in range(interactions - 4):
        await asyncio.sleep(pause * chance.random())
        if step % 3 == 2:
            await visitor.again()
        else:
            await visitor.go_to(PAGES[(number + step) % len(PAGES)])


async def attend(port: int, size: int, interactions: int, pause: float) -> list[Visitor]:
    """All visits at once."""
    visitors = [Visitor(port) for _ in range(size)]
    await asyncio.gather(*(visit(visitor, number, interactions, pause) for number, visitor in enumerate(visitors)))
    return visitors


def leaks(visitors: list[Visitor]) -> list[str]:
    """Whose word was sent to whom; and whoever was never sent their own."""
    found = []
    for number, visitor in enumerate(visitors):
        content = bytes(visitor.received)
        others = [other for other in range(len(visitors)) if other != number and secret(other).encode() in content]
        found += [f"visitor {number} was sent the word of visitor {other}" for other in others]
        if secret(number).encode() not in content:
            found.append(f"visitor {number} was never sent its own word")
    return found


async def leave(visitors: list[Visitor]) -> None:
    """All pages are closed."""
    await asyncio.gather(*(visitor.leave() for visitor in visitors))


def memory(server: Server) -> float:
    """What the server holds, in MB."""
    return psutil.Process(server.process.pid).memory_info().rss / 1e6


async def run(server: Server, size: int, interactions: int, pause: float) -> int:
    """The whole class, and then silence."""
    # What all share is loaded and made with the first visitor; what is measured comes on top.
    begun = memory(server)
    await leave(await attend(server.port, 1, 4 + len(PAGES) * 2, 0))
    before, cpu = memory(server), server.cpu_seconds()
    visitors = await attend(server.port, size, interactions, pause)
    during = memory(server)
    faults = [error for visitor in visitors for error in visitor.errors]
    out = leaks(visitors)
    await leave(visitors)
    print(told(visitors))
    print(
        f"errors: {len(faults)}; words of others: {len(out)}; processor time of the server: {server.cpu_seconds() - cpu:.0f} s"
    )
    print("\n".join([*faults[:5], *out[:5]]))
    await asyncio.sleep(150)
    print(
        f"memory: {begun:.0f} MB at the start, {before:.0f} MB after one visitor, {during:.0f} MB at the end of the visits, {memory(server):.0f} MB after all had left"
    )
    return 1 if faults or out else 0


def main() -> int:
    """Read the command and run."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.visitors", description=__doc__)
    parser.add_argument("--visitors", type=int, default=40)
    parser.add_argument("--interactions", type=int, default=20)
    parser.add_argument("--pause", type=float, default=5, help="the longest pause between two clicks, in seconds")
    asked = parser.parse_args()
    with dashboard() as server:
        begun = time.monotonic()
        code = asyncio.run(run(server, asked.visitors, asked.interactions, asked.pause))
        print(f"{time.monotonic() - begun:.0f} s in all")
    return code


if __name__ == "__main__":
    sys.exit(main())
