"""The interval is repeatable, holds the mean, and is about as wide as theory has it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from pie_qg.reader.bootstrap import interval


def test_width_of_a_proportion() -> None:
    values = [100.0] * 300 + [0.0] * 700
    low, high = interval(values)
    assert low < 30 < high
    assert (high - low) / 2 == pytest.approx(100 * 1.96 * math.sqrt(0.3 * 0.7 / 1000), rel=0.1)
    assert interval(values) == (low, high)


def test_covers_the_true_mean_about_95_times_in_100() -> None:
    rng = np.random.default_rng(0)
    hits = 0
    for trial in range(200):
        low, high = interval(rng.normal(50, 20, size=200).tolist(), seed=trial)
        hits += low <= 50 <= high
    assert 180 <= hits <= 199


def test_too_few() -> None:
    assert interval([]) == (0.0, 0.0)
    assert interval([40.0]) == (40.0, 40.0)
