"""report, review, export and inspect as users meet them: real processes, a real Ctrl-C, a real kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from pie_qg.report.review import TOKEN
from pie_qg.reviews import read_verdicts
from tests.runs import MANIFEST, SCORES, make_run, pair, reject, unanswerable

PIE_QG = Path(sys.executable).with_name("pie-qg")
ENVIRONMENT = {**os.environ, "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}


def pie_qg(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [str(PIE_QG), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False, timeout=120)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return make_run(tmp_path / "run", [*(pair(n) for n in range(6)), unanswerable(6)], [reject()], SCORES, MANIFEST)


def test_report_says_where_it_is(run: Path) -> None:
    done = pie_qg("report", run)
    assert (done.returncode, done.stdout) == (0, f"the report is in {run / 'report.html'}\n")
    assert (run / "report.html").read_bytes().endswith(b"</html>\n")


def test_export_says_what_it_left_out(run: Path, tmp_path: Path) -> None:
    done = pie_qg("export", run, "--to", "squad", "-o", tmp_path / "out")
    assert done.returncode == 0
    assert done.stdout.startswith("note: left out as unanswerable: 1 ")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["README.md", "train.json", "validation.json"]


def test_inspect_tells_people_and_programs_the_same(run: Path) -> None:
    shown, told = pie_qg("inspect", run, "--samples", 2), pie_qg("inspect", run, "--samples", 2, "--json")
    summary = json.loads(told.stdout)
    assert summary["counts"]["pairs"] == 7
    assert summary["counts"]["unanswerable"] == 1
    assert summary["tallies"]["dropped"] == {"questions: too long": 1}
    assert len(summary["samples"]) == 2
    assert summary["missing"] == []
    for said in ("question types: where 7", "questions: too long 1", "55.5", summary["samples"][0]["question"]):
        assert said in shown.stdout


@pytest.mark.parametrize("command", ["report", "review", "inspect"])
def test_what_is_no_run_is_one_line_and_exit_code_2(command: str, tmp_path: Path) -> None:
    done = pie_qg(command, tmp_path / "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    told = "no such folder; give the folder that `pie-qg generate` or `pie-qg run` wrote"
    assert done.stderr == f"pie-qg: {tmp_path / 'nowhere'}: {told}\n"


@pytest.mark.parametrize("command", ["report", "review", "export", "inspect"])
def test_help_has_an_example(command: str) -> None:
    assert f"Example: pie-qg {command} " in pie_qg(command, "--help").stdout


@contextmanager
def reviewing(run: Path) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """Start a review; yield its process, its host and its token."""
    command = [str(PIE_QG), "review", str(run), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        url = urlsplit(process.stdout.readline().removeprefix("review at ").strip())
        try:
            yield process, url.netloc, parse_qs(url.query)["token"][0]
        finally:
            process.kill()


def accept(host: str, token: str, position: int) -> int:
    connection = HTTPConnection(host, timeout=20)
    headers = {TOKEN: token, "Content-Type": "application/json"}
    connection.request("POST", f"/pairs/{position}", json.dumps({"verdict": "accept"}), headers)
    return connection.getresponse().status


def test_ctrl_c_ends_a_review_and_says_how_far_it_came(run: Path) -> None:
    with reviewing(run) as (process, host, token):
        assert accept(host, token, 0) == 200
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert f"1 of 7 pairs have a verdict, in {run / 'reviews.jsonl'}" in rest


def test_a_kill_loses_no_verdict_and_locks_nobody_out(run: Path) -> None:
    with reviewing(run) as (process, host, token):
        assert [accept(host, token, position) for position in (0, 1)] == [200, 200]
        process.kill()
        process.wait(timeout=20)
    assert set(read_verdicts(run)) == {"p0", "p1"}
    with reviewing(run) as (_, host, token):
        assert accept(host, token, 2) == 200
    assert set(read_verdicts(run)) == {"p0", "p1", "p2"}
