"""Which documents a reader learns from and which it is validated on; a document is never in both."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pie_qg.results import Row, document

TRAIN, VALIDATION = SPLITS = ("train", "validation")


@dataclass(frozen=True, slots=True)
class Split:
    """The documents that are for validation; all others are for training."""

    validation: frozenset[str]
    key: Callable[[Row], str] = document
    """The document of a row."""

    def of(self, row: Row) -> str:
        """Return the split that a row belongs to."""
        return VALIDATION if self.key(row) in self.validation else TRAIN


def split_documents(rows: Callable[[], Iterable[Row]], share: float, seed: int) -> Split:
    """Return a split whose validation documents hold about a share of the pairs, taken in an order made by the seed.

    Where all pairs are of one document (a file with a text a line and no titles), its records are split. Of two
    documents or more, each split gets one at least; a single record is all for training.
    """
    for key in (document, record):
        sizes = Counter(map(key, rows()))
        if len(sizes) > 1:
            return Split(_validation(sizes, share, seed) if share else frozenset(), key)
    return Split(frozenset())


def record(row: Row) -> str:
    """Return the record of the corpus that a pair's passage is, or is a piece of."""
    return str(row.get("record") or row.get("passage_id") or row["id"])


def _validation(sizes: Counter[str], share: float, seed: int) -> frozenset[str]:
    order = sorted(sizes, key=lambda name: hashlib.sha256(f"{seed}\x00{name}".encode(errors="replace")).digest())
    wanted, held = share * sizes.total(), 0
    chosen: list[str] = []
    for name in order[:-1]:
        if held + sizes[name] <= wanted:
            chosen.append(name)
            held += sizes[name]
    return frozenset(chosen or [min(order, key=lambda name: sizes[name])])
