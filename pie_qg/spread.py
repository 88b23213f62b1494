"""Which pairs to keep where only so many are wanted, in all or of a document: evenly over documents and passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pie_qg.records import Item, Reject, document
from pie_qg.stage import reject

REASON = "over its fair share"


def share_out(total: int, holdings: Sequence[int]) -> list[int]:
    """Return how much to take from each holding so that the takings sum to `total`, as evenly as can be.

    Where the holdings sum to less, all of it is taken.
    """
    takings = [0] * len(holdings)
    left = min(total, sum(holdings))
    while left:
        open_places = [i for i, holding in enumerate(holdings) if takings[i] < holding]
        each = max(1, left // len(open_places))
        for i in open_places:
            step = min(each, holdings[i] - takings[i], left)
            takings[i] += step
            left -= step
    return takings


@dataclass(frozen=True, slots=True)
class Quotas:
    """How many pairs each passage may keep."""

    of: Mapping[str, int]

    def apply(self, item: Item) -> Item:
        """Return the item with its pairs thinned out evenly to the quota, the others rejected."""
        quota = self.of[item.passage.id]
        size = len(item.pairs)
        if quota >= size:
            return item
        kept = {position * size // quota for position in range(quota)}
        dropped = [pair for position, pair in enumerate(item.pairs) if position not in kept]
        rejects = (
            Reject(item.passage.id, "questions", REASON, {"question": pair.question, "answer": pair.answer})
            for pair in dropped
        )
        pairs = tuple(pair for position, pair in enumerate(item.pairs) if position in kept)
        return reject(replace(item, pairs=pairs), *rejects)


def make_quotas(items: Iterable[Item], pairs: int | None, per_document: int | None) -> Quotas:
    """Return quotas that keep so many pairs in all, and of a document: evenly over documents, then their passages."""
    passages: dict[str, dict[str, int]] = {}
    for item in items:
        passages.setdefault(document(item.passage), {})[item.passage.id] = len(item.pairs)
    holdings = [sum(sizes.values()) for sizes in passages.values()]
    capped = holdings if per_document is None else [min(holding, per_document) for holding in holdings]
    shares = capped if pairs is None else share_out(pairs, capped)
    quotas: dict[str, int] = {}
    for share, sizes in zip(shares, passages.values(), strict=True):
        quotas.update(zip(sizes, share_out(share, list(sizes.values())), strict=True))
    return Quotas(quotas)
