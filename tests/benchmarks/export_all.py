"""How long does a figure take on its way into a file? Every exhibit to SVG in one run, the browser warm.

`python -m tests.benchmarks.export_all` prints seconds of wall clock a figure (the browser is another process, so our
own processor time would not show it): the drawing alone, the exhibits made before.
"""

from __future__ import annotations

import statistics
import time

from analysis import load_corpus
from dashboard.exhibits import EXHIBITS, make
from dashboard.export.figure import browser, figures

from .servers import ROOT


def main() -> None:
    """Print the slowest figures, the median and the mean."""
    corpus = load_corpus(ROOT / "data" / "texts")
    exhibits = {name: make(corpus, name) for name in EXHIBITS}
    browser.chart({"data": [], "layout": {}}, 400, 300)
    figures.svg(exhibits["word_cloud"])
    seconds = {}
    for name, exhibit in exhibits.items():
        start = time.perf_counter()
        figures.svg(exhibit)
        seconds[name] = time.perf_counter() - start
    for name, spent in sorted(seconds.items(), key=lambda item: -item[1])[:5]:
        print(f"{name:20} {spent:.2f} s")
    mean, median = statistics.fmean(seconds.values()), statistics.median(seconds.values())
    print(f"{len(seconds)} figures, mean {mean:.2f} s, median {median:.2f} s, slowest {max(seconds.values()):.2f} s")


if __name__ == "__main__":
    main()
