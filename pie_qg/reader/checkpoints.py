"""The folder that a training works in: its key, its checkpoints, and how a whole reader takes its place."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pie_qg.errors import InputError
from pie_qg.files import write_json

KEY = "training_key.json"
_CHECKPOINT = re.compile(r"checkpoint-(\d+)")


def check_output(out: Path) -> None:
    """Raise InputError where the reader would take the place of something that is no reader."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out}: is a file; name a folder for the reader")
    if out.is_dir() and any(out.iterdir()) and not (out / "config.json").is_file():
        raise InputError(f"{out}: holds files that are no reader; name another folder, or empty it")


def work_folder(out: Path) -> Path:
    """Return the folder, beside the reader's own, that its training works in."""
    return out.absolute().with_name(f".{out.absolute().name}.part")


def open_work(out: Path, key: Mapping[str, Any]) -> Path:
    """Return the folder to train in: with the checkpoints of an interrupted training of the same key, or empty."""
    work = work_folder(out)
    if (work / KEY).is_file() and _read_key(work / KEY) == key:
        return work
    try:
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
    except OSError as error:
        raise InputError(f"{out}: cannot be written: {error.strerror or error}") from None
    write_json(work / KEY, dict(key))
    return work


def last_checkpoint(work: Path) -> Path | None:
    """Return the newest checkpoint that was written to its end, and remove those that were not.

    The Trainer writes a checkpoint's state file last, so one without it was cut short.
    """
    whole = []
    for folder in work.glob("checkpoint-*"):
        match = _CHECKPOINT.fullmatch(folder.name)
        if match and _is_json(folder / "trainer_state.json"):
            whole.append((int(match[1]), folder))
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return max(whole)[1] if whole else None


def finish(work: Path, out: Path) -> None:
    """Put the whole reader in its place, with what was there before kept until it is, and remove the rest."""
    sync_folder(work / "reader")
    replaced = work / "replaced"
    if out.exists():
        out.rename(replaced)
    out.parent.mkdir(parents=True, exist_ok=True)
    (work / "reader").rename(out)
    shutil.rmtree(work, ignore_errors=True)


def sync_folder(folder: Path) -> None:
    """Bring a folder's files to the disk."""
    for path in [*folder.rglob("*"), folder]:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _read_key(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None


def _is_json(path: Path) -> bool:
    try:
        json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return True
