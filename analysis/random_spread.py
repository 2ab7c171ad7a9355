"""How uneven would a word look if its occurrences were strewn at random? The measure of chance for dispersion."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from .dispersion import score
from .errors import require_at_least, require_between


class RandomSpread(NamedTuple):
    """A measure of dispersion under chance: its mean, and the limits between which it falls at the given level."""

    mean: float
    low: float
    high: float


def random_spread(
    name: str, count: int, sizes: ArrayLike, *, draws: int = 500, seed: int = 0, level: float = 0.95
) -> RandomSpread:
    """Which values of a measure of dispersion does chance alone give to a word of `count` occurrences?

    name: a key of `dispersion.MEASURES`; sizes: words of each part. Each occurrence falls on a word of the corpus at
    random, so a part gets them by its length (a multinomial distribution); drawn `draws` times. A rare word among many
    parts looks uneven however it lies: only a value beyond these limits says that it comes in bursts (or is kept
    apart). NaN for a word that does not occur. AnalysisError for an unknown name or sizes below 0.
    Source: simulation under the multinomial model; no printed table is used.
    """
    require_at_least("count", count, 0)
    require_at_least("draws", draws, 1)
    require_between("level", level, 0, 1)
    sizes = np.asarray(sizes, float)
    if count == 0 or not sizes.sum():
        return RandomSpread(np.nan, np.nan, np.nan)
    drawn = np.random.default_rng(seed).multinomial(count, sizes / sizes.sum(), size=draws)
    values = score(name, drawn.T, sizes)
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return RandomSpread(float(values.mean()), float(low), float(high))
