"""A full disk and a folder that cannot be written end in one clear line, with what was there before whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PIE_QG = Path(sys.executable).with_name("pie-qg")
pytestmark = pytest.mark.slow


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    folder.mkdir(exist_ok=True)
    mount = subprocess.run(["mount", *options, str(folder)], capture_output=True, text=True, check=False)
    if mount.returncode:
        pytest.skip(f"a file system cannot be mounted here: {mount.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def corpus(folder: Path, passages: int) -> Path:
    path = folder / "corpus.jsonl"
    text = "In {}, the ferry sank near Dover. The crew was saved by another boat in the morning. " * 20
    path.write_text("".join(json.dumps({"text": text.format(*range(n, n + 20))}) + "\n" for n in range(passages)))
    return path


def generate(given: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [PIE_QG, "generate", given, "-o", out, "--set", "paraphrase.method=identity", "-q", *more]
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=300)


def contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_full_disk(tmp_path: Path, workers: str) -> None:
    given = corpus(tmp_path, 96)
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=3m", "tmpfs") as disk:
        assert generate(given, disk / "run", "--limit", "2").returncode == 0
        before = contents(disk / "run")
        done = generate(given, disk / "run", "--workers", workers)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
        assert "cannot be written: No space left on device" in done.stderr
        assert contents(disk / "run") == before
        freed = subprocess.run(["mount", "-o", "remount,size=50m", str(disk)], check=False)
        assert freed.returncode == 0
        again = generate(given, disk / "run", "--workers", workers)
        assert again.returncode == 0, again.stderr
        assert len(contents(disk / "run")["qa.jsonl"]) > len(before["qa.jsonl"])


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    given = corpus(tmp_path, 3)
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=5m", "tmpfs") as disk:
        assert generate(given, disk / "run").returncode == 0
        before = contents(disk / "run")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for out in (disk / "run", disk / "other"):
            done = generate(given, out, "--seed", "3")
            assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
            assert "cannot be written: Read-only file system" in done.stderr
        assert contents(disk / "run") == before
        assert os.listdir(disk) == ["run"]
