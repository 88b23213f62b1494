"""One reader out of several: the mean of their weights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pie_qg.reader.encoder import load_reader, save_reader


def average(readers: Sequence[Path], out: Path) -> None:
    """Write the reader whose weights are the mean of those of the readers given, which share one encoder and head.

    Trained on different pairs from one start, they are near enough for the mean to read better than each of them
    (model soups: Wortsman et al., ICML 2022).
    """
    import torch

    mean, *others = (load_reader(path) for path in readers)
    with torch.no_grad():
        for place, other in enumerate(others, start=2):
            for weight, its in zip(mean.model.parameters(), other.model.parameters(), strict=True):
                weight.lerp_(its, 1 / place)
    save_reader(mean, out)
