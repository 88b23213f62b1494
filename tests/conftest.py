"""Fixtures that several test files share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared test material; the test skips where it is missing."""
    folder = Path(os.environ.get("PIE_QG_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no shared material at {folder} (set PIE_QG_SHARED)")
    return folder
