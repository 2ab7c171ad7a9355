"""How long the dashboard takes for links that ask for nonsense: `python -m tests.benchmarks.links`.

Prints the seconds of each and the errors; the exit code is 1 where there was one. Each page is visited once before.
"""

from __future__ import annotations

import asyncio
import sys

from .servers import dashboard
from .visitor import Visitor

LINKS = (
    "read?text=../../etc/passwd", "frequencies?texts=does-not-exist", "overview?corpus=../../etc/passwd", "overview?corpus=does-not-exist",
    "topics?topics_k=1e9", "topics?topics_k=-1", f"concordance?q={'a' * 20_000}", "concordance?q=%ff%fe", "concordance?q=%00",
    "concordance?q=%ED%A0%80", "trends?trend_terms=<script>document.title=1</script>", "trends?trend_terms=(a%2B)%2B%24",
    "frequencies?by=__class__", "frequencies?n=9007199254740993", "frequencies?drop=[[[[[[", "frequencies?view=None",
    "frequencies?" + "&".join(f"k{number}=1" for number in range(2000)),
    "exhibit?show=None", "exhibit?show=../../etc/passwd", "exhibit?show=__class__", "exhibit?show=<script>", "exhibit?show=term_rates&with.terms=",
    "exhibit?show=term_rates&with.__class__=1", "exhibit?show=term_rates&of=nobody", "exhibit?show=topic_table&with.k=1e9",
    "overview?present=1&at=1e9", "lessons?lesson=../../etc/passwd&at=999999999999", "whose_passage?round=-1",
)  # fmt: skip


async def follow(port: int) -> list[tuple[str, float, list[str]]]:
    """Every link, the seconds until its page stood, and the errors on it."""
    told, visitor = [], Visitor(port)
    await visitor.arrive()
    for page in dict.fromkeys(link.partition("?")[0] for link in LINKS):
        await visitor.go_to(page)
    for link in LINKS:
        page, _, visitor.query = link.partition("?")
        visitor.errors = []
        await visitor.go_to(page)
        told.append((link[:70], visitor.seconds[-1], visitor.errors))
    await visitor.leave()
    return told


def main() -> int:
    """Follow all links."""
    with dashboard() as server:
        told = asyncio.run(follow(server.port))
    for link, seconds, errors in told:
        print(f"{seconds:6.2f} s  {link}  {'; '.join(errors)}")
    print(f"slowest: {max(seconds for _, seconds, _ in told):.2f} s")
    return 1 if any(errors for *_, errors in told) else 0


if __name__ == "__main__":
    sys.exit(main())
