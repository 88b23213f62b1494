"""Shards: slices of a corpus that go through the stages together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pie_qg.engine.keys import digest
from pie_qg.records import Item, Passage, encode

# Small enough that a kill costs seconds, large enough that batches fill; part of what a run's bytes depend on.
SHARD_SIZE = 32


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
    """Yield the passages in shards of `SHARD_SIZE`, whatever the number of workers."""
    stream = iter(passages)
    index = 0
    while group := tuple(islice(stream, SHARD_SIZE)):
        yield Shard(index, group)
        index += 1


def count_shards(passages: int) -> int:
    """Return how many shards so many passages make."""
    return -(-passages // SHARD_SIZE)
