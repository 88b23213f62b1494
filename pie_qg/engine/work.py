"""One shard through the chain of stages, picking up after the last stage that is already done."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from pie_qg.engine.shards import Shard, ShardStore, input_key, step_key
from pie_qg.errors import InputError
from pie_qg.records import Item, Reject
from pie_qg.stage import Stage, Step, reject

ERROR = "error: "


@dataclass(frozen=True, slots=True)
class ShardDone:
    """What a worker tells of a finished shard."""

    index: int
    passages: int
    seconds: dict[str, float] = field(default_factory=dict)
    """Time spent in each stage that was run now, not found done."""
    failed: dict[str, int] = field(default_factory=dict)
    """Passages set aside by each stage because it raised."""


class ShardWorker:
    """Runs shards; loads a stage's models when the first shard needs them."""

    def __init__(self, steps: Sequence[Step], store: ShardStore) -> None:
        self._steps = steps
        self._store = store
        self._loaded: set[str] = set()

    def run(self, shard: Shard) -> ShardDone:
        """Bring the shard through every stage, writing each stage's result."""
        keys = shard_keys(self._steps, shard)
        done = self._finished(shard.index, keys)
        items = self._resume(shard, done)
        seconds: dict[str, float] = {}
        failed: dict[str, int] = {}
        for step, key in list(zip(self._steps, keys, strict=True))[done:]:
            self._load(step.stage)
            start = time.perf_counter()
            items = run_tolerant(step.stage, items)
            seconds[step.stage.name] = time.perf_counter() - start
            failed[step.stage.name] = _failures(items, step.stage.name)
            self._store.write(step.stage.name, shard.index, key, items)
        return ShardDone(shard.index, len(shard.passages), seconds, failed)

    def _finished(self, index: int, keys: Sequence[str]) -> int:
        """Return how many stages, from the first, are behind the last one whose result is there."""
        for position in range(len(keys), 0, -1):
            if self._store.holds(self._steps[position - 1].stage.name, index, keys[position - 1]):
                return position
        return 0

    def _resume(self, shard: Shard, done: int) -> list[Item]:
        if done == len(self._steps):
            return []
        if done:
            return self._store.read(self._steps[done - 1].stage.name, shard.index)
        return [Item(passage) for passage in shard.passages]

    def _load(self, stage: Stage) -> None:
        if stage.name not in self._loaded:
            stage.load()
            self._loaded.add(stage.name)


def shard_keys(steps: Sequence[Step], shard: Shard) -> list[str]:
    """Return the key of each step's result for the shard, in order."""
    keys = []
    key = input_key(shard)
    for step in steps:
        key = step_key(step, key)
        keys.append(key)
    return keys


def run_tolerant(stage: Stage, items: Sequence[Item]) -> list[Item]:
    """Run the stage over the items that no earlier stage set aside.

    Where it raises, each is run once more alone, and those that raise again are set aside with the error.
    """
    fit = [item for item in items if not _set_aside(item)]
    try:
        done = iter(stage.run(fit))
    except InputError:
        raise
    except Exception:  # whatever a passage made the stage raise, the other passages are not lost
        done = (_run_alone(stage, item) for item in fit)
    return [item if _set_aside(item) else next(done) for item in items]


def _set_aside(item: Item) -> bool:
    return any(rejected.reason.startswith(ERROR) for rejected in item.rejects)


def _run_alone(stage: Stage, item: Item) -> Item:
    try:
        return stage.run([item])[0]
    except InputError:
        raise
    except Exception as error:  # as above; the error is kept with the passage
        reason = f"{ERROR}{type(error).__name__}: {error}".splitlines()[0]
        return reject(item, Reject(item.passage.id, stage.name, reason, item.passage.text[:200]))


def _failures(items: Sequence[Item], stage: str) -> int:
    return sum(any(r.stage == stage and r.reason.startswith(ERROR) for r in item.rejects) for item in items)
