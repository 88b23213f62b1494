"""The command line as users meet it: what it writes, and one line with exit code 2 for what will not do."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PIE_QG = Path(sys.executable).with_name("pie-qg")
TEXTS = (
    "The Danube rises in the Black Forest and flows through ten countries. It ends in the Black Sea.",
    "In 1898, Marie Curie discovered polonium with her husband Pierre in Paris.",
    "Mercury, which is the smallest planet, orbits the Sun every 88 days.",
    "Hm.",
)


def pie_qg(*arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}
    command = [str(PIE_QG), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=300)


def digests(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.glob("*.json*"))}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "texts.jsonl"
    records = ({"id": f"t{n % len(TEXTS)}-{n}", "title": f"T{n % 3}", "text": TEXTS[n % len(TEXTS)]} for n in range(40))
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def made(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("runs") / "made"
    done = pie_qg("generate", corpus, "-o", out, "--workers", 1)
    assert done.returncode == 0, done.stderr
    return out


def test_generate_writes_four_files_and_loses_no_passage(made: Path) -> None:
    assert {p.name for p in made.iterdir()} == {"squad.json", "qa.jsonl", "rejected.jsonl", "manifest.json"}
    rows = [json.loads(line) for line in (made / "qa.jsonl").open(encoding="utf-8")]
    rejects = [json.loads(line) for line in (made / "rejected.jsonl").open(encoding="utf-8")]
    assert {row["passage_id"] for row in [*rows, *rejects]} == {f"t{n % 4}-{n}" for n in range(40)}
    for row in rows:
        (answer,), (start,) = row["answers"]["text"], row["answers"]["answer_start"]
        assert row["context"][start : start + len(answer)] == answer
    assert len({row["id"] for row in rows}) == len(rows)
    manifest = json.loads((made / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["counts"]["pairs"] == len(rows)


def test_workers_change_no_byte(corpus: Path, made: Path, tmp_path: Path) -> None:
    done = pie_qg("generate", corpus, "-o", tmp_path / "out", "--workers", 2)
    assert done.returncode == 0, done.stderr
    assert digests(tmp_path / "out") == digests(made)


def test_a_finished_run_is_not_done_again(corpus: Path, made: Path) -> None:
    before = digests(made)
    done = pie_qg("generate", corpus, "-o", made, "--json")
    assert "nothing was done again" in json.loads(done.stdout)["notes"][0]
    assert digests(made) == before


def test_pairs_asked_for_in_vain_are_explained(corpus: Path, tmp_path: Path) -> None:
    done = pie_qg("generate", corpus, "-o", tmp_path / "out", "--pairs", 5000, "--limit", 3, "--json")
    (note,) = json.loads(done.stdout)["notes"]
    assert note.startswith("5000 pairs were asked for and ")
    assert "3 passages gave any" in note


def test_fewer_pairs_come_when_fewer_are_asked_for(corpus: Path, tmp_path: Path) -> None:
    done = pie_qg("generate", corpus, "-o", tmp_path / "out", "--pairs", 5, "--json")
    assert json.loads(done.stdout)["counts"]["pairs"] == 5


def faults(corpus: Path, made: Path, tmp_path: Path) -> list[tuple[list[object], str]]:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "thesis.doc").write_text("mine", encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text("Another corpus altogether is in this file.\n", encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text("a: [", encoding="utf-8")
    out = tmp_path / "out"
    return [
        (["generate", tmp_path / "none.txt", "-o", out], "no such file or folder"),
        (["generate", corpus, "-o", taken], "holds files that no run wrote (thesis.doc)"),
        (["generate", other, "-o", made], "holds a run over another corpus"),
        (["generate", corpus, "-o", other], "is a file; the output is a folder"),
        (["generate", corpus, "-o", out, "--recipe", broken], "not valid YAML"),
        (["generate", corpus, "-o", out, "--set", "openie.extracter=corenlp"], "unknown key openie.extracter"),
        (["run", "quikstart", "-o", out], "no such recipe"),
        (["train", tmp_path / "none.json", "-o", out], "none.json"),
        (["train", other, "-o", out], "other.txt"),
        (["train", corpus, "-o", out], "texts.jsonl"),
        (["evaluate", made / "squad.json", "--reader", tmp_path], str(tmp_path)),
    ]


def test_bad_input_is_one_line_and_changes_nothing(corpus: Path, made: Path, tmp_path: Path) -> None:
    before = digests(made)
    for arguments, told in faults(corpus, made, tmp_path):
        done = pie_qg(*arguments)
        assert done.returncode == 2, (arguments, done)
        assert told in done.stderr, arguments
        assert done.stderr.count("\n") == 1, done.stderr
        assert not (tmp_path / "out").exists(), arguments
    assert digests(made) == before
    assert (tmp_path / "taken" / "thesis.doc").read_text(encoding="utf-8") == "mine"


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    done = pie_qg("generate", tmp_path / "none.txt", "-o", tmp_path / "out", "--debug")
    assert done.returncode == 1
    assert "Traceback" in done.stderr


def test_every_command_has_help_with_an_example() -> None:
    listed = pie_qg("--help").stdout
    assert "Example: pie-qg " in listed
    for command in ("run", "generate", "train", "evaluate", "extract", "paraphrase", "status", "corpora"):
        assert command in listed
        assert f"Example: pie-qg {command}" in pie_qg(command, "--help").stdout


def test_verbose_tells_every_step_and_quiet_none(corpus: Path, tmp_path: Path) -> None:
    loud = pie_qg("generate", corpus, "-o", tmp_path / "loud", "--limit", 4, "--verbose")
    assert "passages: 4 of 4" in loud.stderr
    quiet = pie_qg("generate", corpus, "-o", tmp_path / "quiet", "--limit", 4, "--quiet")
    assert quiet.stderr == ""


def test_a_folder_s_other_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    for name in ("b.pdf", "c.html", "d.HTML", ".hidden"):
        (tmp_path / "notes" / name).write_bytes(b"x")
    done = pie_qg("generate", tmp_path / "notes", "-o", tmp_path / "out", "--json")
    (note,) = json.loads(done.stdout)["notes"]
    assert "not read: .html 2, .pdf 1" in note
