"""The local engine: shards over this machine's cores, in order, with no more in flight than the workers need."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from multiprocessing.connection import wait

from pie_qg.engine.process import ProcessDiedError, WorkerProcess, start_process
from pie_qg.engine.shards import Shard
from pie_qg.engine.work import Job, ShardDone, ShardWorker
from pie_qg.errors import InputError

# A shard that waits for an earlier one to be told holds a few numbers; this many may wait for each worker.
_AHEAD = 8
# So many passages tried alone, and every one of them a death: it is not the passages.
_HOPELESS = 3


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_local(shards: Iterable[Shard], job: Job, workers: int) -> Generator[ShardDone, None, None]:
    """Run every shard and yield what is told of each, in the order of the shards.

    One worker is this process itself. Of several, one that dies is replaced and its shard done again; a passage
    that is the death of every process is set aside.
    Raises InputError where processes die whatever they are given, and what a stage raised; what is finished is kept.
    """
    if workers == 1:
        yield from map(ShardWorker(job).run, shards)
        return
    crew = _Crew(job, workers)
    try:
        yield from crew.run(iter(shards))
    finally:
        crew.stop()


class _Crew:
    """The processes of a run."""

    def __init__(self, job: Job, workers: int) -> None:
        self._job = job
        self._threads = max(1, cores() // workers)
        self._ahead = _AHEAD * workers
        self._free = [start_process(job, self._threads) for _ in range(workers)]
        self._busy: list[WorkerProcess] = []
        self._deaths: Counter[int] = Counter()

    def run(self, shards: Iterator[Shard]) -> Iterator[ShardDone]:
        told: dict[int, ShardDone] = {}
        following = 0
        more = True
        while more or self._busy or told:
            while more and self._free and len(told) + len(self._busy) < self._ahead:
                more = self._give(next(shards, None))
            for done in self._taken():
                told[done.index] = done
            while following in told:
                yield told.pop(following)
                following += 1

    def stop(self) -> None:
        workers = (*self._free, *self._busy)
        for worker in workers:
            worker.tell_to_stop()
        for worker in workers:
            worker.stop()

    def _give(self, shard: Shard | None, aside: frozenset[str] = frozenset()) -> bool:
        if shard is None:
            return False
        worker = self._free.pop()
        self._busy.append(worker)
        worker.give(shard, aside)
        return True

    def _taken(self) -> Iterator[ShardDone]:
        """Wait for at least one busy process and yield what the ready ones tell."""
        ready = wait([worker.connection for worker in self._busy]) if self._busy else []
        for worker in [each for each in self._busy if each.connection in ready]:
            try:
                yield worker.take()
            except ProcessDiedError:
                self._replace(worker)
            else:
                self._busy.remove(worker)
                self._free.append(worker)

    def _replace(self, dead: WorkerProcess) -> None:
        """Start another process on the shard that one died over; the second time, without what it died of."""
        shard = dead.shard
        assert shard is not None, "a process is busy with a shard"
        self._busy.remove(dead)
        dead.stop()
        self._deaths[shard.index] += 1
        if self._deaths[shard.index] > 2:
            raise InputError(_HELP)
        aside = self._deadly(shard) if self._deaths[shard.index] == 2 else frozenset()
        self._free.append(start_process(self._job, self._threads))
        self._give(shard, aside)

    def _deadly(self, shard: Shard) -> frozenset[str]:
        """Return the ids of the passages that kill a process on their own."""
        alone = Job(self._job.steps, self._job.keys)
        deadly: set[str] = set()
        worker = start_process(alone, self._threads)
        try:
            for number, passage in enumerate(shard.passages, 1):
                worker.give(Shard(shard.index, (passage,)))
                try:
                    worker.take()
                except ProcessDiedError:
                    deadly.add(passage.id)
                    if len(deadly) == number == min(_HOPELESS, len(shard.passages)) and number > 1:
                        raise InputError(_HELP) from None
                    worker.stop()
                    worker = start_process(alone, self._threads)
        finally:
            worker.stop()
        return frozenset(deadly)


_HELP = (
    "worker processes die, whatever they are given (killed, or out of memory); what is finished is kept: "
    "run the same command again to go on, with fewer --workers if memory ran out"
)
