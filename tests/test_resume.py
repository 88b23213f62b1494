"""A run that dies goes on where it was, and ends in the files that it would have ended in."""

from __future__ import annotations

import fcntl
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pie_qg.engine.shards import count_shards
from pie_qg.generation import Dataset, generate_dataset
from pie_qg.recipe import Recipe
from pie_qg.recipe_file import load_recipe
from pie_qg.run_folder import MANIFEST
from pie_qg.squad import DATASET_FILES
from tests.conftest import REPOSITORY

PIE_QG = Path(sys.executable).with_name("pie-qg")
SAMPLE = REPOSITORY / "corpora" / "sample" / "passages.jsonl"
FILES = (*DATASET_FILES, MANIFEST)


def recipe(corpus: Path, *changes: str) -> Recipe:
    return load_recipe("quickstart", [f"corpus.path={corpus}", "paraphrase.method=identity", *changes])


def generate(out: Path, *changes: str) -> Dataset:
    """Generate from a corpus of a few shards, beside `out`."""
    corpus = out.parent / "corpus.txt"
    corpus.write_text("".join(f"In {1900 + n}, the ferry sank near Dover.\n" for n in range(40)), encoding="utf-8")
    return generate_dataset(recipe(corpus, *changes), out, workers=1)


def contents(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in FILES}


def results(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in (out / ".work" / "shards").rglob("*.jsonl")}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "run"
    generate(out)
    return out


def test_the_space_of_the_shards_is_given_back(whole: Path) -> None:
    assert {path.name for path in whole.iterdir()} == set(FILES)


def test_a_finished_run_is_recognised(whole: Path) -> None:
    before = contents(whole)
    again = generate(whole)
    assert again.notes == (f"{whole} holds this very run already; nothing was done again",)
    assert contents(whole) == before


def test_a_file_that_was_tampered_with_is_made_again(whole: Path) -> None:
    before = contents(whole)
    with (whole / "qa.jsonl").open("a") as file:
        file.write("{}\n")
    generate(whole)
    assert contents(whole) == before


def test_a_death_before_the_files_are_in_place_loses_no_shard(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "run"
    with monkeypatch.context() as patch:
        patch.setattr("pie_qg.generation.move_together", _die)
        with pytest.raises(KeyboardInterrupt):
            generate(out)
    assert set(os.listdir(out)) == {".work"}
    again = generate(out)
    shards = count_shards(40)
    assert again.notes[0] == f"{shards} of {shards} shards were found done and were kept"
    assert all((out / name).read_bytes() == (whole / name).read_bytes() for name in DATASET_FILES)


def _die(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_changed_stage_is_run_again_and_none_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "run"
    with monkeypatch.context() as patch:
        patch.setattr("pie_qg.generation.move_together", _die)
        with pytest.raises(KeyboardInterrupt):
            generate(out)
    again = generate(out, "questions.per_passage=1")
    worked = {row.stage for row in again.table if row.seconds}
    assert worked == {"questions"}


class Killed:
    """A real `pie-qg generate`, killed at a random moment."""

    def __init__(self, out: Path, workers: int) -> None:
        self.out = out
        command = [PIE_QG, "generate", SAMPLE, "-o", out, "--set", "paraphrase.method=identity"]
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        self.process = subprocess.Popen(
            [*map(str, command), "--workers", str(workers), "-q"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment,
            start_new_session=True,
        )

    def kill(self, after: float) -> bool:
        """Return whether it was killed before it had ended; its processes are gone then, too."""
        try:
            _, told = self.process.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            return True
        assert self.process.returncode == 0, told
        return False


def run_killed(out: Path, kills: int, chance: random.Random, longest: float) -> int:
    """Kill and start again until the run ends or has been killed so often; return how often it was.

    What was finished before a kill is there after it, so that no kill costs more than the shard at hand.
    """
    done = 0
    while done < kills:
        before = results(out)
        if not Killed(out, workers=chance.choice((1, 2))).kill(chance.uniform(0, longest)):
            return done
        done += 1
        time.sleep(0.1)
        if (out / MANIFEST).exists():  # killed while it cleared away what is no longer needed
            break
        after = results(out)
        assert {name: after.get(name) for name in before} == before
    Killed(out, workers=2).kill(600)
    return done


@pytest.mark.slow
def test_killed_at_random_moments_a_run_ends_in_the_same_files(tmp_path: Path) -> None:
    """PIE_QG_KILLS sets how often; a run that ends before is followed by another."""
    kills = int(os.environ.get("PIE_QG_KILLS", "6"))
    chance = random.Random(int(os.environ.get("PIE_QG_SEED", "0")))
    start = time.monotonic()
    Killed(tmp_path / "whole", workers=1).kill(600)
    longest = time.monotonic() - start
    round_number = 0
    while kills > 0:
        out = tmp_path / f"killed-{round_number}"
        kills -= max(run_killed(out, kills, chance, longest), 0)
        assert contents(out) == contents(tmp_path / "whole")
        assert {path.name for path in out.iterdir()} == set(FILES)
        round_number += 1


def alive(group: int) -> list[str]:
    """Return the processes of a group that are at work still, those aside that only wait to be buried."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    fields = (line.split(maxsplit=2) for line in listed.splitlines())
    return [" ".join(rest) for pgid, *rest in fields if pgid == str(group) and not rest[0].startswith("Z")]


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_ends_all_and_says_how_to_go_on(tmp_path: Path, workers: int) -> None:
    run = Killed(tmp_path, workers)
    while not list((tmp_path / ".work" / "shards").glob("parse/*.jsonl")):
        assert run.process.poll() is None
        time.sleep(0.05)
    os.killpg(run.process.pid, signal.SIGINT)  # as a terminal does it
    _, told = run.process.communicate(timeout=60)
    assert run.process.returncode == 130
    assert told.decode() == "pie-qg: stopped; what is finished is kept: run the same command again to go on\n"
    deadline = time.monotonic() + 10
    while alive(run.process.pid):
        assert time.monotonic() < deadline, "processes of the run have outlived it"
        time.sleep(0.1)
    status = subprocess.run([PIE_QG, "status", tmp_path, "--json"], capture_output=True, text=True, check=True)
    assert json.loads(status.stdout)["state"] == "stopped"


def test_status_tells_a_run_that_is_at_work(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pie_qg.status import StageStatus, run_status

    assert run_status(whole).state == "finished"
    with monkeypatch.context() as patch:
        patch.setattr("pie_qg.generation.move_together", _die)
        with pytest.raises(KeyboardInterrupt):
            generate(tmp_path / "run")
    stopped = run_status(tmp_path / "run")
    assert (stopped.state, stopped.passages, stopped.pairs) == ("stopped", 40, None)
    shards = count_shards(40)
    assert stopped.stages == tuple(
        StageStatus(name, shards, shards) for name in ("parse", "paraphrase", "openie", "questions")
    )
    with (tmp_path / "run" / ".work" / "lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert run_status(tmp_path / "run").state == "at work"
