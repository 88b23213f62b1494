"""The Ray engine gives what the local one gives, whatever dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pie_qg.engine.local import run_local
from pie_qg.engine.shards import SHARD_SIZE, count_shards, make_shards
from pie_qg.engine.store import ShardStore
from pie_qg.engine.work import Job, restored, results_kept
from pie_qg.errors import InputError
from pie_qg.pipeline import make_job
from pie_qg.recipe import ClusterConfig
from pie_qg.records import Item, Passage
from tests.test_engine import toy

# Set before Ray is imported, here and in the processes that it starts.
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"
pytest.importorskip("ray", reason="Ray is not installed (pip install 'pie-qg[ray]')")
pytestmark = pytest.mark.slow

CONFIG = ClusterConfig()


@pytest.fixture(scope="module")
def ray_here() -> Iterator[None]:
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    yield
    ray.shutdown()


def job_in(folder: Path, delay: float = 0) -> Job:
    folder.mkdir(exist_ok=True)
    return make_job(toy.steps(folder, delay=delay), "", ShardStore(folder / "shards"))


def kept(job: Job, given: Sequence[Passage]) -> list[Item]:
    return [
        item
        for shard in make_shards(given)
        for item in restored(job.steps, shard, results_kept(job, shard.index, shard.digest()))
    ]


def files(job: Job) -> dict[str, bytes]:
    assert job.store
    folder = job.store.folder
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.jsonl")}


@pytest.mark.usefixtures("ray_here")
def test_the_same_results_as_on_one_machine(tmp_path: Path) -> None:
    from pie_qg.engine.ray import run_on_ray

    given = [*toy.passages(5 * SHARD_SIZE), Passage("bad", "poison")]
    local, ray = job_in(tmp_path / "local"), job_in(tmp_path / "ray")
    told = list(run_local(make_shards(given), local, 1))
    spread = sorted(run_on_ray(make_shards(given), ray, CONFIG), key=lambda done: done.index)
    shards = [(shard.index, len(shard.passages), 2) for shard in make_shards(given)]
    assert [(done.index, done.passages, len(done.stages)) for done in spread] == shards
    assert [[stage.error for stage in done.stages] for done in spread] == [
        [stage.error for stage in done.stages] for done in told
    ]
    assert files(ray) == files(local)


@pytest.mark.usefixtures("ray_here")
def test_it_goes_on_where_another_engine_stopped(tmp_path: Path) -> None:
    from pie_qg.engine.ray import run_on_ray

    given = toy.passages(3 * SHARD_SIZE)
    job = job_in(tmp_path)
    assert job.store
    list(run_local(make_shards(given), job, 1))
    job.store.path("echo", 1).unlink()
    (tmp_path / "log").unlink()
    told = sorted(run_on_ray(make_shards(given), job, CONFIG), key=lambda done: done.index)
    assert {done.index: [stage.stage for stage in done.stages] for done in told if done.stages} == {1: ["echo"]}
    assert len((tmp_path / "log").read_text().splitlines()) == told[1].passages
    assert [item.passage for item in kept(job, given)] == given


@pytest.mark.usefixtures("ray_here")
def test_a_worker_that_is_killed_is_replaced(tmp_path: Path) -> None:
    from pie_qg.engine.ray import run_on_ray

    given = toy.passages(12 * SHARD_SIZE)
    job = job_in(tmp_path, delay=0.3)
    running = run_on_ray(make_shards(given), job, CONFIG)
    done = [next(running)]
    workers = subprocess.run(["pgrep", "-f", "ray::MapWorker"], capture_output=True, text=True, check=True)
    for pid in workers.stdout.split():
        os.kill(int(pid), signal.SIGKILL)
    done.extend(running)
    assert sorted(shard.index for shard in done) == list(range(count_shards(len(given))))
    assert [item.passage for item in kept(job, given)] == given
    assert not any(item.rejects for item in kept(job, given))


@pytest.mark.usefixtures("ray_here")
def test_what_a_stage_refuses_is_told_as_it_is(tmp_path: Path) -> None:
    from pie_qg.engine.ray import run_on_ray

    with pytest.raises(InputError, match=r"^no such server$"):
        list(run_on_ray(make_shards([Passage("a", "refuse")]), job_in(tmp_path), CONFIG))


def test_a_node_that_goes_away_is_done_without(tmp_path: Path) -> None:
    """In a process of its own, as a process has one Ray."""
    script = Path(__file__).with_name("lose_a_node.py")
    done = subprocess.run([sys.executable, script, tmp_path], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert (
        f"{list(range(count_shards(16 * SHARD_SIZE)))}" in done.stdout.splitlines()
    )  # among what Ray has to say of a node it lost


def test_a_cluster_that_is_not_there_is_told() -> None:
    code = (
        "from pie_qg.engine.ray import run_on_ray; from pie_qg.recipe import ClusterConfig; "
        "list(run_on_ray([], None, ClusterConfig(address='127.0.0.1:1')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=False)
    assert "InputError: cluster.address: no Ray at 127.0.0.1:1" in done.stderr


def test_a_data_set_is_the_same_on_either_engine(tmp_path: Path) -> None:
    """The real stages, by way of the command line."""
    for engine in ("local", "ray"):
        command = [Path(sys.executable).with_name("pie-qg"), "generate", "sample", "-o", tmp_path / engine]
        changes = ["--limit", "70", "--engine", engine, "--workers", "2", "-q"]
        done = subprocess.run([*map(str, command), *changes], capture_output=True, text=True, timeout=600, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
    for name in ("squad.json", "qa.jsonl", "rejected.jsonl"):
        assert (tmp_path / "ray" / name).read_bytes() == (tmp_path / "local" / name).read_bytes()
