"""Batches of like length, in an order that the seed and the epoch alone decide, so that a resumed training goes on
where it stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

BATCHES_SORTED_TOGETHER = 32
SHORT_FIRST = 0.25  # share of the batches, those of the shortest windows, that can come first


class LengthBuckets:
    """Indices of the windows of one epoch: shuffled, then sorted by length within runs of a few dozen batches.

    The batches themselves are shuffled too, so that the learning rate does not go with the length. With `short_first`,
    the first epoch begins with short windows, in which an answer is easier to find (sequence length warm-up: Li et al.,
    NeurIPS 2022).
    """

    def __init__(self, lengths: Sequence[int], batch_size: int, seed: int, *, short_first: bool = False) -> None:
        self.lengths = lengths
        self.batch_size = batch_size
        self.seed = seed
        self.short_first = short_first
        self.epoch = 0

    def set_epoch(self, epoch: int) -> None:
        """Choose the epoch; the Trainer calls it before each."""
        self.epoch = epoch

    def __len__(self) -> int:
        return len(self.lengths)

    def __iter__(self) -> Iterator[int]:
        rng = np.random.default_rng((self.seed, self.epoch))
        order = rng.permutation(len(self.lengths)).tolist()
        run = BATCHES_SORTED_TOGETHER * self.batch_size
        whole: list[list[int]] = []
        rest: list[list[int]] = []
        for begin in range(0, len(order), run):
            together = sorted(order[begin : begin + run], key=lambda i: -self.lengths[i])
            for first in range(0, len(together), self.batch_size):
                batch = together[first : first + self.batch_size]
                (whole if len(batch) == self.batch_size else rest).append(batch)
        for batch in self._in_order([whole[place] for place in rng.permutation(len(whole))]):
            yield from batch
        for batch in rest:  # a short batch anywhere else would shift those after it
            yield from batch

    def _in_order(self, batches: list[list[int]]) -> list[list[int]]:
        """Put the shortest first where that is wanted; the rest, and any other epoch, stay as they are."""
        if self.epoch or not self.short_first:
            return batches
        by_length = sorted(range(len(batches)), key=lambda place: max(self.lengths[i] for i in batches[place]))
        short = set(by_length[: int(len(batches) * SHORT_FIRST)])
        return [batches[place] for place in sorted(range(len(batches)), key=lambda place: place not in short)]
