"""How sure a score is: the 95 % interval of its mean, by bootstrap over the questions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

RESAMPLES = 2000
_AT_ONCE = 100


def interval(values: Sequence[float], *, seed: int = 0, level: float = 0.95) -> tuple[float, float]:
    """Return the percentile interval of the mean of the values (Efron & Tibshirani, 1993, ch. 13), in their unit.

    The same seed gives the same interval; one value, or none, gives an interval of no width.
    """
    scores = np.asarray(values, dtype=np.float64)
    if scores.size < 2:
        mean = float(scores.mean()) if scores.size else 0.0
        return mean, mean
    rng = np.random.default_rng(seed)
    means = np.concatenate(
        [
            scores[rng.integers(scores.size, size=(_AT_ONCE, scores.size))].mean(axis=1)
            for _ in range(RESAMPLES // _AT_ONCE)
        ]
    )
    tail = (1 - level) / 2
    low, high = np.quantile(means, [tail, 1 - tail])
    return float(low), float(high)
