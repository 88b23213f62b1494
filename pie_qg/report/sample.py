"""A seeded sample of rows of any number, drawn in one pass, in memory for the sample alone."""

from __future__ import annotations

import hashlib
import heapq
from dataclasses import dataclass, field

from pie_qg.results import Row


@dataclass
class Sample:
    """Keeps the `size` rows whose keys hash lowest under the seed: the same rows whatever their order."""

    size: int
    seed: int
    seen: int = 0
    _heap: list[tuple[int, int, Row]] = field(default_factory=list)

    def add(self, key: str, row: Row) -> None:
        digest = hashlib.blake2b(f"{self.seed}\x00{key}".encode(errors="replace"), digest_size=8).digest()
        entry = (-int.from_bytes(digest, "big"), self.seen, row)
        self.seen += 1
        if len(self._heap) < self.size:
            heapq.heappush(self._heap, entry)
        elif self._heap and entry[:2] > self._heap[0][:2]:
            heapq.heapreplace(self._heap, entry)

    def rows(self) -> list[Row]:
        """Return the sample in the order in which its rows came."""
        return [row for _, _, row in sorted(self._heap, key=lambda entry: entry[1])]
