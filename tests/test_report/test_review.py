"""The review's server answers its own page alone, and what it takes is on the disk before it says so."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from pie_qg.errors import InputError
from pie_qg.report.review import TOKEN, ReviewServer, open_review
from pie_qg.report.session import open_session
from pie_qg.reviews import read_verdicts
from tests.runs import CONTEXT, make_run, pair

ASTRAL = "𝔘𝔫𝔦 is cold. 𝔘𝔫𝔦 is warm."


@pytest.fixture
def run(tmp_path: Path) -> Path:
    answers = {"text": ["cold"], "answer_start": [7]}
    return make_run(tmp_path / "run", [pair(0), pair(1), pair(2, context=ASTRAL, answers=answers), pair(3)])


@pytest.fixture
def server(run: Path) -> Iterator[ReviewServer]:
    with open_review(run) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def send(
    server: ReviewServer, path: str, body: Any = None, *, method: str | None = None, **headers: str
) -> tuple[int, Any, Any]:
    """Return status, content and headers; the token and the JSON content type are sent unless `headers` say else."""
    given = {TOKEN: server.token, "Content-Type": "application/json"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    content = None if body is None else json.dumps(body)
    connection.request(method or ("GET" if body is None else "POST"), path, content, given)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, json.loads(text) if answer.getheader("Content-Type") == "application/json" else text, answer


def test_a_verdict_is_saved_and_the_next_pair_named(server: ReviewServer, run: Path) -> None:
    status, state, _ = send(server, "/pairs/0", {"verdict": "accept"})
    assert (status, state["next"], state["reviewed"], state["total"]) == (200, 1, 1, 4)
    assert read_verdicts(run)["p0"].verdict == "accept"
    assert send(server, "/pairs/0")[1]["verdict"] == "accept"


def test_a_review_goes_on_where_it_stopped(run: Path) -> None:
    with open_session(run) as session:
        session.judge(0, "accept")
        assert session.judge(1, "reject")["next"] == 2
    with open_session(run) as session:
        assert session.state() == {"total": 4, "reviewed": 2, "accept": 1, "reject": 1, "edit": 0, "next": 2}
        session.judge(3, "accept")
        assert session.judge(2, "accept")["next"] is None


def test_an_edit_counts_as_javascript_does(server: ReviewServer, run: Path) -> None:
    near = len(ASTRAL[:15].encode("utf-16-le")) // 2
    edit = {"question": "Who is it?", "answer": "𝔘𝔫𝔦", "near": near}
    assert send(server, "/pairs/2", {"verdict": "edit", "edit": edit})[0] == 200
    edited = read_verdicts(run)["p2"].edit
    assert edited is not None
    assert edited["answers"] == {"text": ["𝔘𝔫𝔦"], "answer_start": [13]}
    shown = send(server, "/pairs/2")[1]
    assert (shown["question"], shown["answer"]) == ("Who is it?", "𝔘𝔫𝔦")
    assert ASTRAL.encode("utf-16-le")[2 * shown["mark"][0] : 2 * shown["mark"][1]].decode("utf-16-le") == "𝔘𝔫𝔦"


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        {"verdict": "maybe"},
        {"verdict": "edit"},
        {"verdict": "edit", "edit": "x"},
        {"verdict": "edit", "edit": {"question": "Why?", "answer": "not there"}},
        {"verdict": "edit", "edit": {"question": 1, "answer": "Germany"}},
    ],
)
def test_what_is_no_verdict_is_told_and_nothing_is_saved(body: Any, server: ReviewServer, run: Path) -> None:
    status, content, _ = send(server, "/pairs/0", body)
    assert status == 422
    assert content["error"]
    assert read_verdicts(run) == {}


@pytest.mark.parametrize("path", ["/pairs/4", "/pairs/-1", "/pairs/x", "/elsewhere", "/../qa.jsonl"])
def test_there_is_nothing_else(path: str, server: ReviewServer) -> None:
    assert send(server, path)[0] == 422


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1"},
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {TOKEN: "wrong"},
        {TOKEN: ""},
    ],
)
@pytest.mark.parametrize("body", [None, {"verdict": "reject"}])
def test_strangers_are_refused(headers: dict[str, str], body: Any, server: ReviewServer, run: Path) -> None:
    status, content, _ = send(server, "/pairs/0", body, **headers)
    assert status == 403
    assert CONTEXT not in content
    assert read_verdicts(run) == {}


def test_its_own_page_is_no_stranger(server: ReviewServer) -> None:
    assert send(server, "/state", Origin=f"http://127.0.0.1:{server.server_port}")[0] == 200
    assert send(server, "/state", Host=f"localhost:{server.server_port}")[0] == 200


def test_a_form_of_another_page_is_refused(server: ReviewServer) -> None:
    assert send(server, "/pairs/0", {"verdict": "reject"}, Content_Type="text/plain")[0] == 415
    assert send(server, "/pairs/0", method="OPTIONS")[0] == 501


def test_the_page_needs_the_token_and_may_not_be_framed(server: ReviewServer) -> None:
    assert send(server, "/")[0] == 403
    assert send(server, "/?token=wrong")[0] == 403
    status, html, answer = send(server, f"/?token={server.token}", Host=f"127.0.0.1:{server.server_port}")
    assert status == 200
    assert server.token in html
    assert "frame-ancestors 'none'" in answer.getheader("Content-Security-Policy")
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_it_listens_on_loopback_alone(server: ReviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_a_sample_is_reviewed_where_it_is_asked_for(run: Path) -> None:
    with open_session(run, sample=2) as session:
        assert session.state()["total"] == 2
        ids = [session.pair(position)["id"] for position in range(2)]
    with open_session(run, sample=2) as session:
        assert [session.pair(position)["id"] for position in range(2)] == ids


def test_what_cannot_be_reviewed_is_told(run: Path, server: ReviewServer, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="another review is open"), open_review(run):
        pass
    with pytest.raises(InputError, match="no pair to review"), open_review(make_run(tmp_path / "empty", [])):
        pass
    other = make_run(tmp_path / "other", [pair()])
    with pytest.raises(InputError, match="choose another with --port"), open_review(other, port=server.server_port):
        pass
