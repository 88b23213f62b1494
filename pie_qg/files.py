"""Files that appear under their name only when they are whole."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from pie_qg.errors import InputError

_PART = ".part"


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that takes its name when the block ends well; until then, what was there before stays.

    Raises InputError where the disk is full or the folder cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}{_PART}")
    with _told(path):
        try:
            with temporary.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
            sync_folder(path.parent)
        finally:
            temporary.unlink(missing_ok=True)


def is_part(name: str) -> bool:
    """Return whether a file of this name is what a killed process left of a file that was not whole."""
    return name.startswith(".") and name.endswith(_PART)


def write_json(path: Path, content: Any) -> None:
    """Write a JSON file, indented; numbers are written in full, unrounded."""
    with whole_file(path) as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n")


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they are missing; raises InputError where that cannot be."""
    with _told(path):
        path.mkdir(parents=True, exist_ok=True)


def move_together(names: Sequence[str], source: Path, target: Path) -> None:
    """Move files into a folder in the order of their names, with nothing left to write that could fail for space."""
    with _told(target):
        for name in names:
            (source / name).replace(target / name)
        sync_folder(target)


def remove_folder(path: Path) -> None:
    """Remove a folder and all in it, as far as that can be."""
    shutil.rmtree(path, ignore_errors=True)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlast a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error
