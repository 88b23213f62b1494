"""The parent's memory does not grow with the corpus."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("pass_through.py")
MOST_GROWTH = 150  # MB, from 1,000 to 100,000 passages


def peak(folder: Path, passages: int) -> int:
    """Return the peak memory, in MB, of a process that generates from so many passages."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, SCRIPT, folder, str(passages)], capture_output=True, text=True, check=False, timeout=1200
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout.splitlines()[-1])


@pytest.mark.slow
def test_a_hundred_times_the_passages_take_no_more_memory(tmp_path: Path) -> None:
    assert peak(tmp_path / "many", 100_000) - peak(tmp_path / "few", 1_000) <= MOST_GROWTH
