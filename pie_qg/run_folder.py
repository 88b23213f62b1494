"""The folder of a run: what belongs in it, whose it is, and the one run that may write to it."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from pie_qg.engine.shards import ShardStore
from pie_qg.errors import InputError
from pie_qg.files import write_json

MANIFEST, SCORES, READER, REPORT = "manifest.json", "scores.json", "reader", "report.html"
_WORK = ".work"
_CORPUS = "corpus.json"
_LOCK = "lock"
_OURS = frozenset(
    {
        MANIFEST,
        SCORES,
        READER,
        REPORT,
        _WORK,
        "squad.json",
        "qa.jsonl",
        "rejected.jsonl",
        "reviews.jsonl",
        "predictions",
    }
)


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A folder that one run writes, and that the next run over the same corpus may go on with."""

    path: Path

    @property
    def work(self) -> Path:
        return self.path / _WORK

    @property
    def store(self) -> ShardStore:
        return ShardStore(self.work / "shards")

    def manifest(self) -> dict[str, Any] | None:
        """Return the manifest of the finished run in this folder, or None."""
        return _read(self.path / MANIFEST)

    def clear_work(self) -> None:
        """Give back the space of the shards, once everything made from them is written."""
        shutil.rmtree(self.work, ignore_errors=True)


def check_folder(path: Path, fingerprints: dict[str, str]) -> RunFolder:
    """Return the run folder at `path`, changing nothing.

    Raises InputError where it holds files that no run wrote, or a run over another corpus.
    """
    if path.exists() and not path.is_dir():
        raise InputError(f"{path}: is a file; the output is a folder")
    folder = RunFolder(path)
    if not path.exists():
        return folder
    foreign = sorted(entry.name for entry in path.iterdir() if entry.name not in _OURS)
    if foreign:
        raise InputError(f"{path}: holds files that no run wrote ({', '.join(foreign[:3])}); choose another folder")
    before = folder.manifest() or _read(folder.work / _CORPUS)
    if before is None and any(path.iterdir()):
        raise InputError(f"{path}: holds files but no record of the run that wrote them; choose another folder")
    if before is not None and before.get("corpus") != fingerprints:
        raise InputError(f"{path}: holds a run over another corpus; choose another folder, or remove this one")
    return folder


@contextmanager
def claimed(folder: RunFolder, fingerprints: dict[str, str]) -> Iterator[RunFolder]:
    """Hold the folder for one run; raises InputError where another run holds it, or it cannot be written."""
    try:
        folder.work.mkdir(parents=True, exist_ok=True)
        lock = (folder.work / _LOCK).open("wb")
    except OSError as error:
        raise InputError(f"{folder.path}: cannot be written: {error.strerror}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InputError(
                f"{folder.path}: another run is writing here; wait for it, or choose another folder"
            ) from None
        write_json(folder.work / _CORPUS, {"corpus": fingerprints})
        yield folder


def _read(path: Path) -> dict[str, Any] | None:
    try:
        content = msgspec.json.decode(path.read_bytes())
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return content if isinstance(content, dict) else None
