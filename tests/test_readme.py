"""The README does what it says: its commands run, in order, on a folder of text that is not ours to know."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
NOTES = {
    "rivers.txt": "The Danube rises in the Black Forest of Germany and flows through ten countries. "
    "In 1856, the Danube Commission was founded in Paris to keep the river open to ships. "
    "Engineers built a canal between the Danube and the Black Sea in 1984.",
    "stars.md": "Sirius is the brightest star in the night sky. Its companion, Sirius B, was discovered by "
    "Alvan Clark in 1862. Astronomers measured its mass with a telescope in Arizona.",
}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """The README's shell commands, `make` ones left out: those set up what already runs this test."""
    joined = "\n".join(blocks("sh")).replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.startswith(("make", "#"))]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a newcomer's: some notes, and nothing else."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "notes").mkdir()
    for name, text in NOTES.items():
        (folder / "notes" / name).write_text(text, encoding="utf-8")
    return folder


def run(command: str | list[str], folder: Path, shell: bool) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "HF_HUB_OFFLINE": "1"}
    return subprocess.run(
        command, shell=shell, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=900
    )


def test_the_commands_run(desk: Path) -> None:
    assert len(commands()) >= 5
    for command in commands():
        done = run(command, desk, shell=True)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def test_the_python_runs(desk: Path) -> None:
    assert blocks("python")
    for code in blocks("python"):
        script = desk / "example.py"
        script.write_text(code, encoding="utf-8")
        done = run([sys.executable, str(script)], desk, shell=False)
        assert done.returncode == 0, f"{code}\n{done.stderr}"


@pytest.mark.slow
def test_make_pipeline_runs() -> None:
    assert "make pipeline" in README
    out = REPOSITORY / "runs" / "readme"
    done = run(["make", "pipeline", f"OUT={out}"], REPOSITORY, shell=False)
    assert done.returncode == 0, done.stderr
    assert (out / "scores.json").exists()
