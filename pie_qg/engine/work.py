"""One shard through the chain of stages, picking up after the last stage that is already done."""

from __future__ import annotations

import time
import traceback
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pie_qg.engine.results import pack, unpack
from pie_qg.engine.shards import Shard
from pie_qg.engine.store import ShardStore
from pie_qg.errors import InputError
from pie_qg.records import Item, Reject
from pie_qg.stage import Stage, Step, reject

ERROR = "error: "
DIED = f"{ERROR}the process that worked on it died (killed, or out of memory)"
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done to every shard, and where results are kept (nowhere: they are told)."""

    steps: tuple[Step, ...]
    keys: tuple[str, ...]
    """The key of each step, see `keys.chain_keys`."""
    store: ShardStore | None = None


@dataclass(frozen=True, slots=True)
class StageDone:
    """What a stage made of a shard."""

    stage: str
    content: bytes
    """The result as `results.pack` writes it; empty where it is in the store."""
    seconds: float
    taken: int
    """Passages that the stage ran on: those that no earlier stage set aside."""
    failed: int
    """Passages that it set aside because it raised."""
    error: str = ""
    """The first such error, with its passage and place."""


@dataclass(frozen=True, slots=True)
class ShardDone:
    """What is told of a finished shard: the stages that were run now; those found done are not among them."""

    index: int
    passages: int
    stages: tuple[StageDone, ...] = ()


class ChainRunner:
    """Runs steps over items; loads a stage's models when it is first run."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._loaded: set[str] = set()

    def run(self, position: int, items: Sequence[Item], aside: Collection[str] = ()) -> tuple[list[Item], StageDone]:
        """Run the step at `position`; passages whose id is in `aside` are set aside, as what their process died of."""
        stage = self._steps[position].stage
        if stage.name not in self._loaded:
            stage.load()
            self._loaded.add(stage.name)
        start = time.perf_counter()
        given = [_dead(item, stage) if item.passage.id in aside else item for item in items]
        content = pack(stage, items, run_tolerant(stage, given))
        seconds = time.perf_counter() - start
        made = unpack(stage, items, content)
        errors = [each for item in made for each in item.rejects if each.stage == stage.name and is_error(each)]
        taken = sum(not set_aside(item) for item in items)
        told = StageDone(stage.name, content, seconds, taken, len(errors), _told(errors[0]) if errors else "")
        return made, told


class ShardWorker:
    """Brings shards through every stage, keeping each stage's result."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._runner = ChainRunner(job.steps)

    def run(self, shard: Shard, aside: Collection[str] = ()) -> ShardDone:
        """Run the stages that have no result yet; see `ChainRunner.run` for `aside`."""
        digest = shard.digest()
        kept = results_kept(self._job, shard.index, digest)
        told: list[StageDone] = []
        if len(kept) < len(self._job.steps):
            items = restored(self._job.steps, shard, kept)
            for position in range(len(kept), len(self._job.steps)):
                items, done = self._runner.run(position, items, aside)
                told.append(keep(self._job, position, shard.index, digest, done))
        return ShardDone(shard.index, len(shard.passages), tuple(told))


def results_kept(job: Job, index: int, digest: str) -> list[bytes]:
    """Return the results that are in the store, from the first step to the last one that has any."""
    kept: list[bytes] = []
    if job.store is not None:
        for step, key in zip(job.steps, job.keys, strict=True):
            content = job.store.read(step.stage.name, index, key, digest)
            if content is None:
                break
            kept.append(content)
    return kept


def keep(job: Job, position: int, index: int, digest: str, done: StageDone) -> StageDone:
    """Put a result into the store, where there is one, and return what is left to tell of it."""
    if job.store is None:
        return done
    job.store.write(done.stage, index, job.keys[position], digest, done.content)
    return StageDone(done.stage, b"", done.seconds, done.taken, done.failed, done.error)


def restored(steps: Sequence[Step], shard: Shard, results: Sequence[bytes]) -> list[Item]:
    """Return a shard's items as the first steps left them, given their results."""
    items = shard.items()
    for step, content in zip(steps, results, strict=False):
        items = unpack(step.stage, items, content)
    return items


def run_tolerant(stage: Stage, items: Sequence[Item]) -> list[Item]:
    """Run the stage over the items that no earlier stage set aside.

    Where it raises, each is run once more alone, and those that raise again are set aside with the error.
    """
    fit = [item for item in items if not set_aside(item)]
    try:
        done = iter(_run(stage, fit) if fit else [])
    except InputError:
        raise
    except Exception:  # whatever a passage made the stage raise, the other passages are not lost
        done = (_run_alone(stage, item) for item in fit)
    return [item if set_aside(item) else next(done) for item in items]


def set_aside(item: Item) -> bool:
    """Return whether a stage has failed on the item, so that no later one is to see it."""
    return any(is_error(rejected) for rejected in item.rejects)


def is_error(rejected: Reject) -> bool:
    """Return whether this is the mark of a stage that failed, rather than of one that dropped something."""
    return rejected.reason.startswith(ERROR)


def _run(stage: Stage, items: Sequence[Item]) -> list[Item]:
    made = stage.run(items)
    if [item.passage.id for item in made] != [item.passage.id for item in items]:
        raise ValueError(f"stage {stage.name} returned other passages than it was given")
    return made


def _run_alone(stage: Stage, item: Item) -> Item:
    try:
        return _run(stage, [item])[0]
    except InputError:
        raise
    except Exception as error:  # as above; the error is kept with the passage
        reason = f"{ERROR}{type(error).__name__}: {error}".splitlines()[0][:_SHOWN]
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{frame.filename.rpartition('/')[2]}:{frame.lineno} in {frame.name}"
        candidate = {"text": item.passage.text[:_SHOWN], "where": place}
        return reject(item, Reject(item.passage.id, stage.name, reason, candidate))


def _dead(item: Item, stage: Stage) -> Item:
    return reject(item, Reject(item.passage.id, stage.name, DIED, {"text": item.passage.text[:_SHOWN]}))


def _told(rejected: Reject) -> str:
    where = rejected.candidate.get("where") if isinstance(rejected.candidate, dict) else None
    place = f" at {where}" if where else ""
    return f"{rejected.reason.removeprefix(ERROR)} (passage {rejected.passage_id!r}{place})"
