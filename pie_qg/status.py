"""How far a run has come, read off its folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pie_qg.errors import InputError
from pie_qg.run_folder import READER, SCORES, RunFolder


@dataclass(frozen=True, slots=True)
class StageStatus:
    """How many of the shards a stage has a result for."""

    stage: str
    done: int
    shards: int


@dataclass(frozen=True, slots=True)
class RunStatus:
    """What is done in the folder of a run, and what is at work."""

    folder: Path
    state: Literal["at work", "stopped", "finished"]
    stages: tuple[StageStatus, ...] = ()
    """Of an unfinished data set: every stage, in order."""
    passages: int = 0
    pairs: int | None = None
    """Pairs in the finished data set; None where there is none."""
    reader: bool = False
    scores: bool = False


def run_status(path: Path) -> RunStatus:
    """Return how far the run in the folder has come.

    Raises InputError where the folder holds no run.
    """
    folder = RunFolder(path)
    manifest, record = folder.manifest(), folder.record()
    if manifest is None and record is None:
        raise InputError(f"{path}: no run has been started here; pie-qg run or generate makes one")
    counts = (manifest or {}).get("counts", {})
    at_work = folder.is_claimed()
    return RunStatus(
        folder=path,
        state="at work" if at_work else "finished" if record is None else "stopped",
        stages=_stages(folder, record) if record else (),
        passages=(record or {}).get("passages", counts.get("passages", 0)),
        pairs=counts.get("pairs"),
        reader=(path / READER / "config.json").is_file(),
        scores=(path / SCORES).is_file(),
    )


def _stages(folder: RunFolder, record: dict[str, object]) -> tuple[StageStatus, ...]:
    keys, shards = record.get("stages"), record.get("shards")
    if not isinstance(keys, dict) or not isinstance(shards, int):
        return ()
    return tuple(StageStatus(stage, folder.store.count(stage, key), shards) for stage, key in keys.items())
