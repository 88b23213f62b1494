"""What a stage is: it reads some fields of an item, writes others, and knows nothing of files, shards or workers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from pie_qg.records import Item, Reject

Progress = Callable[[int, int | None], None]
"""Called with the passages done and, where it is known, their number."""


@runtime_checkable
class Stage(Protocol):
    """Items in, items out: as many, in the same order, and the same for the same input and seed."""

    name: str
    reads: tuple[str, ...]
    """Fields of `Item` that must have been written by an earlier stage."""
    writes: tuple[str, ...]

    def load(self) -> None:
        """Load the models; called once a worker, before the first `run`. `__init__` loads nothing."""

    def run(self, items: Sequence[Item]) -> list[Item]:
        """Return the items with this stage's fields filled in and its rejects appended."""


@dataclass(frozen=True, slots=True)
class Step:
    """A stage in its place in a pipeline."""

    stage: Stage
    settings: tuple[object, ...]
    """All that the stage was made from; with the input and the source, all that its result depends on."""
    on_gpu: bool = False
    """Whether it is worth a GPU, where a cluster has one."""


def check_chain(steps: Sequence[Step]) -> None:
    """Raise ValueError where a stage reads a field that no earlier one has written."""
    written = {"passage"}
    for step in steps:
        missing = set(step.stage.reads) - written
        if missing:
            raise ValueError(
                f"stage {step.stage.name} reads {', '.join(sorted(missing))}, which no earlier stage writes"
            )
        written.update(step.stage.writes)


def seed_for(seed: int, stage: str, record_id: str) -> int:
    """Return a 63-bit seed made of the run's seed, the stage and the record alone, so that shards change nothing."""
    digest = hashlib.sha256(f"{seed}\x00{stage}\x00{record_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1


def reject(item: Item, *rejects: Reject) -> Item:
    """Return the item with rejects appended."""
    return replace(item, rejects=(*item.rejects, *rejects))
