"""Shards: slices of a corpus that go through the stages together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pie_qg.engine.keys import digest
from pie_qg.records import Item, Passage, encode

# Small enough that a kill costs seconds, large enough that batches fill; part of what a run's bytes depend on.
SHARD_SIZE, SMALLEST_SHARD = 32, 8
# A shard is at most this part of what is left of the corpus.
_SHARE = 4


@dataclass(frozen=True, slots=True)
class Shard:
    """Passages that go through the stages together."""

    index: int
    passages: tuple[Passage, ...]

    def items(self) -> list[Item]:
        """Return the passages as items that no stage has touched."""
        return [Item(passage) for passage in self.passages]

    def digest(self) -> str:
        """Return a digest of the passages."""
        return digest(*(encode(passage) for passage in self.passages))


def make_shards(passages: Iterable[Passage]) -> Iterator[Shard]:
    """Yield the passages in shards, whatever the number of workers: of `SHARD_SIZE`, and smaller towards the end.

    Reads ahead by as many passages as it takes to see the end of the corpus coming.
    """
    stream = iter(passages)
    ahead = deque(islice(stream, _SHARE * SHARD_SIZE))
    index = 0
    while ahead:
        group = tuple(ahead.popleft() for _ in range(_size(len(ahead))))
        yield Shard(index, group)
        ahead.extend(islice(stream, len(group)))
        index += 1


def count_shards(passages: int) -> int:
    """Return how many shards so many passages make."""
    full = max(0, passages // SHARD_SIZE - _SHARE)
    left, ends = passages - full * SHARD_SIZE, 0
    while left:
        left -= _size(left)
        ends += 1
    return full + ends


def _size(left: int) -> int:
    """Return the size of the next shard: a share of what is left, so that workers end at about the same time.

    Guided self-scheduling (Polychronopoulos and Kuck, 1987), within limits.
    """
    return min(left, max(SMALLEST_SHARD, min(SHARD_SIZE, left // _SHARE)))
