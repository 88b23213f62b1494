"""The local engine: shards over this machine's cores, in order, with no more in flight than the workers need."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from pie_qg.engine.shards import Shard, ShardStore
from pie_qg.engine.work import ShardDone, ShardWorker
from pie_qg.errors import InputError
from pie_qg.stage import Step

_worker: ShardWorker | None = None


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_shards(shards: Iterable[Shard], steps: Sequence[Step], store: ShardStore, workers: int) -> Iterator[ShardDone]:
    """Run every shard and yield what is told of each, in the order of the shards.

    Raises InputError where a worker died (out of memory, killed); what is finished is kept.
    """
    if workers == 1:
        worker = ShardWorker(steps, store)
        yield from map(worker.run, shards)
        return
    threads = max(1, cores() // workers)
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_start, initargs=(list(steps), store, threads))
    try:
        yield from _in_order(pool, shards, in_flight=2 * workers)
    except BrokenProcessPool:
        raise InputError(
            "a worker process died (killed, or out of memory); run the same command again to go on, "
            "with fewer --workers if memory ran out"
        ) from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, shards: Iterable[Shard], in_flight: int) -> Iterator[ShardDone]:
    waiting: deque[Future[ShardDone]] = deque()
    for shard in shards:
        waiting.append(pool.submit(_run, shard))
        if len(waiting) >= in_flight:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _start(steps: Sequence[Step], store: ShardStore, threads: int) -> None:
    import torch

    global _worker
    torch.set_num_threads(threads)
    _worker = ShardWorker(steps, store)


def _run(shard: Shard) -> ShardDone:
    assert _worker is not None, "the pool's initializer ran first"
    return _worker.run(shard)
