"""A process that works on one shard at a time, and ends with the process that started it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from pie_qg.engine.collector import seldom_collected
from pie_qg.engine.shards import Shard
from pie_qg.engine.work import Job, ShardDone, ShardWorker
from pie_qg.errors import InputError

_THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
# Seconds that a process gets to end before it is killed.
_PATIENCE = 5


class ProcessDiedError(Exception):
    """The process was killed, by the system or by what it worked on."""


@dataclass(slots=True)
class WorkerProcess:
    """The parent's hold on a process, and the shard that it is at work on."""

    process: SpawnProcess
    connection: Connection
    shard: Shard | None = None

    def give(self, shard: Shard, aside: frozenset[str] = frozenset()) -> None:
        """Hand the process a shard; passages in `aside` are set aside."""
        self.shard = shard
        with suppress(BrokenPipeError, ConnectionResetError):  # it died idle; `take` tells
            self.connection.send((shard, aside))

    def take(self) -> ShardDone:
        """Wait for the shard that was given and return what is told of it.

        Raises ProcessDiedError where the process died, and what the process raised.
        """
        try:
            told = self.connection.recv()
        except (EOFError, ConnectionResetError):
            raise ProcessDiedError from None
        self.shard = None
        if isinstance(told, ShardDone):
            return told
        raise told if isinstance(told, InputError) else RuntimeError(f"in a worker process:\n{told}")

    def tell_to_stop(self) -> None:
        """Ask the process to end at once; what it keeps are whole files, so only the shard at hand is lost."""
        self.connection.close()
        if self.shard is not None:
            self.process.terminate()

    def stop(self) -> None:
        """End the process, and wait until it has ended."""
        self.tell_to_stop()
        self.process.join(_PATIENCE)
        self.process.kill()
        self.process.join()


def start_process(job: Job, threads: int) -> WorkerProcess:
    """Start a process for the job, whose libraries use so many threads."""
    parents, childs = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(childs, job, threads), daemon=True)
    with _deaf_to_interrupts():
        process.start()
    childs.close()  # so that the end of the process is the end of the pipe
    return WorkerProcess(process, parents)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Start children with Ctrl-C blocked: a terminal sends it to all, and it is the parent's to answer."""
    resource_tracker.ensure_running()  # else the first start of a process runs it, and that unblocks the signal
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection, job: Job, threads: int) -> None:
    signal.signal(signal.SIGTERM, _end)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _set_threads(threads)
    worker = ShardWorker(job)
    with seldom_collected(), suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            shard, aside = connection.recv()
            connection.send(_told(worker, shard, aside))
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it is ending


def _told(worker: ShardWorker, shard: Shard, aside: frozenset[str]) -> ShardDone | InputError | str:
    try:
        return worker.run(shard, aside)
    except InputError as error:
        return InputError(str(error))
    except Exception:  # a fault of the engine or of load(): the parent raises it with this traceback
        return traceback.format_exc()


def _set_threads(threads: int) -> None:
    for name in _THREADS:  # read when the libraries are loaded
        os.environ[name] = str(threads)
    if "torch" in sys.modules:
        sys.modules["torch"].set_num_threads(threads)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(_PATIENCE)
        os._exit(1)


def _end(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(128 + signal.SIGTERM)  # by way of every `finally`: a stage may hold a server
