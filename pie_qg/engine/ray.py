"""The Ray engine: the same shards through the same stages, over the machines of a cluster.

A row is a shard: its passages, and a column of results a stage. Stages that follow each other on the same kind of
device share processes; a row goes from one kind to the next. Results come back to the driver, which keeps them
where the local engine does, so that either goes on where the other stopped.
"""

from __future__ import annotations

import logging
import os
import socket
import warnings
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Any

import msgspec

from pie_qg.engine.results import unpack
from pie_qg.engine.shards import Shard
from pie_qg.engine.work import ChainRunner, Job, ShardDone, StageDone, keep, restored, results_kept
from pie_qg.errors import InputError
from pie_qg.recipe import ClusterConfig
from pie_qg.records import Passage, encode
from pie_qg.stage import Step

if TYPE_CHECKING:
    from ray.data import Dataset

# So many shards (of 32 passages) go to the cluster at a time: enough that loading models is nothing beside the
# work, few enough that the driver's memory does not grow with the corpus.
_WAVE = 2048
# So often Ray tries a row again whose process died, and so often in vain we start Ray's work on what is left anew:
# machines leave, but a row may also be what killed them.
_RETRIES, _TRIES = 3, 3
# Seconds to wait for a cluster's address to answer.
_PATIENCE = 10
_SHARD, _PASSAGES, _DONE, _REFUSED = "shard", "passages", "done", "refused"

# Read when Ray is imported: no usage statistics, no log lines of its own on the terminal.
_ENVIRONMENT = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
# Ray's switch for machines that are no cluster: all its servers on 127.0.0.1. It goes by the systems where that is
# the default.
_LOOPBACK = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}

Row = dict[str, Any]


def run_on_ray(
    shards: Iterable[Shard], job: Job, config: ClusterConfig, workers: int | None = None
) -> Generator[ShardDone, None, None]:
    """Run every shard on Ray and yield what is told of each, as they end; `workers` overrides the recipe's.

    Raises InputError where Ray is not installed, its cluster is not reached, or a stage cannot be run there.
    """
    with _connected(config, workers):
        stream = iter(shards)
        while wave := list(islice(stream, _WAVE)):
            yield from _run_wave(wave, job, config, workers)


@contextmanager
def _connected(config: ClusterConfig, workers: int | None) -> Iterator[None]:
    os.environ.update(_ENVIRONMENT)
    if config.address is None:
        os.environ.update(_LOOPBACK)
    try:
        import ray
        import ray.data
    except ImportError:
        raise InputError("engine: ray is not installed; pip install 'pie-qg[ray]'") from None
    own = not ray.is_initialized()
    if own:
        _start(ray, config, workers)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)  # faults come as exceptions
    try:
        yield
    finally:
        if own:
            ray.shutdown()


def _start(ray: Any, config: ClusterConfig, workers: int | None) -> None:
    options: dict[str, Any] = {"log_to_driver": False, "logging_level": "error"}
    if config.address is None:
        from pie_qg.engine.local import cores

        processes = workers or config.workers
        cpus = cores() if processes is None else max(1, round(processes * config.cpus))
        options |= {"include_dashboard": False, "num_cpus": cpus}
    else:
        _check_reachable(config.address)
    try:
        with _silent():
            ray.init(address=config.address or "local", **options)
    except (ConnectionError, RuntimeError, ValueError) as error:
        where = config.address or "this machine"
        raise InputError(f"cluster.address: no Ray at {where}: {_first_line(error)}") from error


def _check_reachable(address: str) -> None:
    """Raise InputError where nothing answers at host:port: Ray itself would wait for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not port.isdigit():
        return
    try:
        socket.create_connection((host, int(port)), timeout=_PATIENCE).close()
    except OSError as error:
        raise InputError(f"cluster.address: no Ray at {address}: {error.strerror or error}") from None


@contextmanager
def _silent() -> Iterator[None]:
    """Keep from the terminal what Ray's own servers write to it as they start; faults come as exceptions."""
    kept = os.dup(2)
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _run_wave(wave: Sequence[Shard], job: Job, config: ClusterConfig, workers: int | None) -> Iterator[ShardDone]:
    digests = {shard.index: shard.digest() for shard in wave}
    sizes = {shard.index: len(shard.passages) for shard in wave}
    rows: dict[int, Row] = {}
    for shard in wave:
        kept = results_kept(job, shard.index, digests[shard.index])
        if len(kept) == len(job.steps):
            yield ShardDone(shard.index, len(shard.passages))
        else:
            rows[shard.index] = _row(shard, kept)
    for row in _all_done(rows, job, config, workers):
        index = int(row[_SHARD])
        yield ShardDone(index, sizes[index], tuple(_kept(job, index, digests[index], row)))


def _all_done(rows: dict[int, Row], job: Job, config: ClusterConfig, workers: int | None) -> Iterator[Row]:
    """Yield each row once it is done; where machines go away, those that are left are given to the others.

    Raises InputError where a stage refuses, and where rows fail again and again with none of them done.
    """
    tries = 0
    while rows:
        try:
            for row in _rows_done(list(rows.values()), job, config, workers):
                if row[_REFUSED]:
                    raise InputError(row[_REFUSED])
                del rows[int(row[_SHARD])]
                tries = 0
                yield row
        except _LostError as error:
            tries += 1
            if tries == _TRIES:
                raise InputError(
                    f"Ray stopped: {error}; what is finished is kept: run the same command again to go on, with "
                    "--engine local where a passage kills every process that works on it (that sets it aside)"
                ) from error


class _LostError(Exception):
    """Ray gave up on rows: processes or machines died."""


def _kept(job: Job, index: int, digest: str, row: Row) -> Iterator[StageDone]:
    told = msgspec.json.decode(row[_DONE], type=list[StageDone])
    positions = {step.stage.name: position for position, step in enumerate(job.steps)}
    for done in told:
        position = positions[done.stage]
        yield keep(job, position, index, digest, replace(done, content=row[_column(position)]))


def _row(shard: Shard, kept: Sequence[bytes]) -> Row:
    """Return the row of a shard: its number, its passages, what is told of it, and the results that it has."""
    results = {_column(position): content for position, content in enumerate(kept)}
    return {_SHARD: shard.index, _PASSAGES: encode(shard.passages), _DONE: b"[]", _REFUSED: "", **results}


def _column(position: int) -> str:
    return f"result{position}"


def _rows_done(rows: list[Row], job: Job, config: ClusterConfig, workers: int | None) -> Iterator[Row]:
    import ray

    columns = [_column(position) for position in range(len(job.steps))]
    full = [{**dict.fromkeys(columns, b""), **row} for row in rows]
    table = ray.data.from_items(full, override_num_blocks=len(full))
    try:
        segments = _segments(job)
        kinds = [on_gpu for on_gpu, _ in segments]
        for on_gpu, positions in segments:
            table = _through(table, job, positions, _pool(kinds, on_gpu, config, workers))
        yield from chain.from_iterable(map(_rows, table.iter_batches(batch_size=None, batch_format="pyarrow")))
    except ray.exceptions.RayTaskError:
        raise  # a fault of a stage's load() or of this module: all of its traceback is wanted
    except ray.exceptions.RayError as error:
        raise _LostError(_first_line(error)) from error


def _rows(batch: Any) -> list[Row]:
    rows: list[Row] = batch.to_pylist()
    return rows


def _segments(job: Job) -> list[tuple[bool, list[int]]]:
    """Return the steps' positions in runs that share a kind of device, in order."""
    return [
        (on_gpu, list(group)) for on_gpu, group in groupby(range(len(job.steps)), key=lambda p: job.steps[p].on_gpu)
    ]


def _through(table: Dataset, job: Job, positions: list[int], pool: dict[str, Any]) -> Dataset:
    """Return the table with the results of some steps filled in by a pool of processes of their own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Ray has no other name yet for how often a row is tried again
        return table.map_batches(
            _Segment,
            fn_constructor_args=(job.steps, positions),
            batch_size=None,
            batch_format="pyarrow",
            ray_remote_args_fn=_tolerance,
            **pool,
        )


def _tolerance() -> dict[str, int]:
    return {"max_restarts": -1, "max_task_retries": _RETRIES}


def _pool(segments: Sequence[bool], on_gpu: bool, config: ClusterConfig, workers: int | None) -> dict[str, Any]:
    """Return size and place of the pool for a segment; segments of a kind share the cluster's devices of that kind."""
    import ray

    has = ray.cluster_resources()
    if on_gpu and has.get("GPU"):
        most = config.gpu_workers or int(has["GPU"] / config.gpus) // segments.count(True)
        return {"num_gpus": config.gpus, "compute": _sizes(most)}
    sharing = len(segments) if not has.get("GPU") else segments.count(False)
    each = min(config.cpus, has.get("CPU", 1) / sharing)
    most = workers or config.workers or int(has.get("CPU", 1) / each)
    return {"num_cpus": each, "compute": _sizes(most // sharing)}


def _sizes(most: int) -> Any:
    from ray.data import ActorPoolStrategy

    return ActorPoolStrategy(min_size=1, max_size=max(1, most))


class _Segment:
    """A process of the cluster: runs some steps of the chain over rows."""

    def __init__(self, steps: tuple[Step, ...], positions: list[int]) -> None:
        self._steps = steps
        self._positions = positions
        self._runner = ChainRunner(steps)

    def __call__(self, table: Any) -> Any:
        import pyarrow as pa

        return pa.Table.from_pylist([self._done(row) for row in table.to_pylist()], schema=table.schema)

    def _done(self, row: Row) -> Row:
        if row[_REFUSED]:
            return row
        try:
            return {**row, **self._made(row)}
        except InputError as error:  # Ray would bury it
            return {**row, _REFUSED: str(error)}

    def _made(self, row: Row) -> Row:
        """Return the columns that this process adds to a row."""
        passages = msgspec.json.decode(row[_PASSAGES], type=tuple[Passage, ...])
        before = [row[_column(position)] for position in range(self._positions[0])]
        items = restored(self._steps, Shard(row[_SHARD], passages), before)
        told = msgspec.json.decode(row[_DONE], type=list[StageDone])
        made: Row = {}
        for position in self._positions:
            if content := row[_column(position)]:  # an earlier run has done it
                items = unpack(self._steps[position].stage, items, content)
                continue
            items, done = self._runner.run(position, items)
            made[_column(position)] = done.content
            told.append(replace(done, content=b""))
        return {**made, _DONE: encode(told)}


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
