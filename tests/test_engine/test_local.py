"""Shards: kept when done, done again when anything that went in has changed, the same for any number of workers."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from pie_qg.engine.local import run_local
from pie_qg.engine.shards import SHARD_SIZE, Shard, count_shards, make_shards
from pie_qg.engine.store import ShardStore
from pie_qg.engine.work import DIED, Job, restored, results_kept
from pie_qg.errors import InputError
from pie_qg.pipeline import make_job
from pie_qg.records import Item, Passage
from pie_qg.stage import check_chain
from tests.test_engine import toy


def run(folder: Path, given: Sequence[Passage], workers: int = 1, setting: object = 0) -> list[Item]:
    folder.mkdir(exist_ok=True)
    job = make_job(toy.steps(folder, setting), "", ShardStore(folder / "shards"))
    done = list(run_local(make_shards(given), job, workers))
    assert [shard.index for shard in done] == list(range(len(done)))
    return [item for shard in make_shards(given) for item in kept(job, shard)]


def kept(job: Job, shard: Shard) -> list[Item]:
    return restored(job.steps, shard, results_kept(job, shard.index, shard.digest()))


def log(folder: Path) -> list[str]:
    lines = (folder / "log").read_text().splitlines() if (folder / "log").exists() else []
    (folder / "log").unlink(missing_ok=True)
    return lines


def test_every_passage_comes_out_in_order(tmp_path: Path) -> None:
    given = toy.passages(2 * SHARD_SIZE + 1)
    assert [item.passage for item in run(tmp_path, given)] == given


def test_workers_change_nothing(tmp_path: Path) -> None:
    given = toy.passages(5 * SHARD_SIZE + 3)
    assert run(tmp_path / "one", given) == run(tmp_path / "two", given, workers=2)


def test_finished_shards_are_kept(tmp_path: Path) -> None:
    given = toy.passages(SHARD_SIZE + 1)
    first = run(tmp_path, given)
    assert len(log(tmp_path)) == 2 * len(given)
    assert run(tmp_path, given) == first
    assert log(tmp_path) == []


def test_a_changed_setting_runs_that_stage_and_no_earlier_one(tmp_path: Path) -> None:
    given = toy.passages(3)
    run(tmp_path, given)
    log(tmp_path)
    run(tmp_path, given, setting=1)
    assert log(tmp_path) == ["echo p00000", "echo p00001", "echo p00002"]


def test_a_changed_passage_runs_its_shard_only(tmp_path: Path) -> None:
    given = toy.passages(SHARD_SIZE + 1)
    run(tmp_path, given)
    log(tmp_path)
    run(tmp_path, [*given[:-1], Passage(given[-1].id, "other text")])
    assert log(tmp_path) == [f"count {given[-1].id}", f"echo {given[-1].id}"]


def test_a_half_written_shard_is_done_again(tmp_path: Path) -> None:
    given = toy.passages(2)
    first = run(tmp_path, given)
    path = ShardStore(tmp_path / "shards").path("echo", 0)
    path.with_name(f".{path.name}.1.part").write_bytes(path.read_bytes()[:50])
    path.unlink()
    log(tmp_path)
    assert run(tmp_path, given) == first
    assert log(tmp_path) == ["echo p00000", "echo p00001"]


def test_poison_is_set_aside_alone(tmp_path: Path) -> None:
    given = [*toy.passages(3), Passage("bad", "poison"), *toy.passages(6)[3:]]
    items = run(tmp_path, given)
    assert [item.passage.id for item in items] == [passage.id for passage in given]
    (rejected,) = [reject for item in items for reject in item.rejects]
    assert (rejected.passage_id, rejected.stage) == ("bad", "echo")
    assert rejected.reason == "error: ValueError: cannot swallow this"
    assert all(item.paraphrases for item in items if item.passage.id != "bad")


def test_a_passage_that_kills_its_process_is_set_aside(tmp_path: Path) -> None:
    given = [*toy.passages(2 * SHARD_SIZE), Passage("end", "death"), *toy.passages(3 * SHARD_SIZE)[2 * SHARD_SIZE :]]
    items = run(tmp_path, given, workers=2)
    assert [item.passage for item in items] == given
    (rejected,) = [reject for item in items for reject in item.rejects]
    assert (rejected.passage_id, rejected.reason) == ("end", DIED)


def test_processes_that_die_of_everything_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="worker processes die, whatever they are given"):
        run(tmp_path, [Passage(f"p{n}", "death") for n in range(SHARD_SIZE)], workers=2)


def test_a_killed_process_is_replaced(tmp_path: Path) -> None:
    given = toy.passages(6 * SHARD_SIZE)
    job = make_job(toy.steps(tmp_path), "", ShardStore(tmp_path / "shards"))
    running = run_local(make_shards(given), job, 2)
    next(running)
    for child in multiprocessing.active_children():
        assert child.pid
        os.kill(child.pid, signal.SIGKILL)
    assert [shard.index for shard in running] == list(range(1, count_shards(len(given))))
    assert [item.passage for shard in make_shards(given) for item in kept(job, shard)] == given
    assert not any(item.rejects for shard in make_shards(given) for item in kept(job, shard))


def test_processes_end_with_the_run(tmp_path: Path) -> None:
    job = make_job(toy.steps(tmp_path), "", ShardStore(tmp_path / "shards"))
    running = run_local(make_shards(toy.passages(6 * SHARD_SIZE)), job, 2)
    next(running)
    running.close()
    assert multiprocessing.active_children() == []


def test_a_chain_with_a_gap_is_found_before_it_runs(tmp_path: Path) -> None:
    first, second = toy.steps(tmp_path)
    check_chain([first, second])
    with pytest.raises(ValueError, match="stage echo reads sentences, which no earlier stage writes"):
        check_chain([second])
