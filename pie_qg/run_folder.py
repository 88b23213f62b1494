"""The folder of a run: what belongs in it, whose it is, and the one run that may write to it."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import msgspec

from pie_qg.engine.store import ShardStore
from pie_qg.errors import InputError
from pie_qg.files import is_part, make_folder, remove_folder, write_json

MANIFEST, SCORES, READER, REPORT = "manifest.json", "scores.json", "reader", "report.html"
REFINED = "refined.json"
_WORK, _RECORD, _LOCK = ".work", "run.json", "lock"
_RESULTS = frozenset(
    {
        MANIFEST,
        SCORES,
        READER,
        REPORT,
        REFINED,
        "squad.json",
        "qa.jsonl",
        "rejected.jsonl",
        "reviews.jsonl",
        "predictions",
    }
)
_NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOTSUP, errno.ENOLCK})


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A folder that one run writes, and that the next run over the same corpus may go on with."""

    path: Path

    @property
    def work(self) -> Path:
        """The folder of what is needed until the run is done."""
        return self.path / _WORK

    @property
    def store(self) -> ShardStore:
        """The stages' results on the shards."""
        return ShardStore(self.work / "shards")

    @property
    def drafts(self) -> Path:
        """The folder where files are written that will take their places together."""
        return self.work / "drafts"

    def manifest(self) -> dict[str, Any] | None:
        """Return the manifest of the finished run in this folder, or None."""
        return _read(self.path / MANIFEST)

    def record(self) -> dict[str, Any] | None:
        """Return what the unfinished run in this folder noted of itself, or None."""
        return _read(self.work / _RECORD)

    def is_claimed(self) -> bool:
        """Return whether a run is writing here now."""
        try:
            with (self.work / _LOCK).open("rb") as lock:
                return not _try_lock(lock)
        except OSError:
            return False

    def clear_work(self) -> None:
        """Give back the space of the shards, once everything made from them is written."""
        for folder in (self.store.folder, self.drafts):
            remove_folder(folder)
        (self.work / _RECORD).unlink(missing_ok=True)


def check_folder(path: Path, fingerprints: dict[str, str]) -> RunFolder:
    """Return the run folder at `path`, changing nothing.

    Raises InputError where it holds files that no run wrote, a run over another corpus, or one that is at work.
    """
    folder = RunFolder(path)
    names = _names(path)
    foreign = [name for name in names if name not in _RESULTS and name != _WORK and not is_part(name)]
    if foreign:
        raise InputError(f"{path}: holds files that no run wrote ({', '.join(foreign[:3])}); choose another folder")
    if folder.is_claimed():
        raise _busy(folder)
    before = folder.manifest() or folder.record()
    if before is None and not _RESULTS.isdisjoint(names):
        raise InputError(f"{path}: holds files but no record of the run that wrote them; choose another folder")
    if before is not None and before.get("corpus") != fingerprints:
        raise InputError(f"{path}: holds a run over another corpus; choose another folder, or remove this one")
    return folder


def _names(path: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in path.iterdir())
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        raise InputError(f"{path}: is a file; the output is a folder") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


@contextmanager
def claimed(folder: RunFolder, record: dict[str, Any] | None = None) -> Iterator[RunFolder]:
    """Hold the folder for one run, which notes `record` of itself.

    Raises InputError where another run holds it, or it cannot be written.
    """
    with _locked(folder):
        if record is not None:
            write_json(folder.work / _RECORD, record)
        yield folder
        with suppress(OSError):  # where no work is left to go on with, nothing is left behind
            if os.listdir(folder.work) == [_LOCK]:
                remove_folder(folder.work)


def _locked(folder: RunFolder) -> IO[bytes]:
    """Return the lock file, open and locked; a run that ends removes it, so it may have to be made again."""
    path = folder.work / _LOCK
    while True:
        make_folder(folder.work)
        try:
            lock = path.open("wb")
        except FileNotFoundError:
            continue
        except OSError as error:
            raise InputError(f"{folder.path}: cannot be written: {error.strerror}") from error
        if not _try_lock(lock):
            lock.close()
            raise _busy(folder)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock.fileno()), path.stat()):
                return lock
        lock.close()


def _try_lock(lock: IO[bytes]) -> bool:
    """Lock the open file and return whether that could be; a file system that knows no locks counts as locked."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    return True


def _busy(folder: RunFolder) -> InputError:
    return InputError(f"{folder.path}: another run is writing here; wait for it, or choose another folder")


def _read(path: Path) -> dict[str, Any] | None:
    try:
        content = msgspec.json.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
    return content if isinstance(content, dict) else None
