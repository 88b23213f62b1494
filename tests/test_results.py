"""A run's folder is read as it is; what is wrong with it is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from pie_qg.errors import InputError
from pie_qg.results import answer_of, document, read_results
from tests.runs import MANIFEST, SCORES, make_run, pair, reject, unanswerable


def test_all_of_a_run_is_read(tmp_path: Path) -> None:
    results = read_results(make_run(tmp_path, [pair(0), unanswerable(1)], [reject()], SCORES, MANIFEST))
    assert [answer_of(row) for row in results.pairs()] == [("Germany", 20), None]
    assert [row["reason"] for row in results.rejects()] == ["too long"]
    assert (results.manifest, list(results.scores)) == (MANIFEST, SCORES)


def test_a_run_needs_its_pairs_alone(tmp_path: Path) -> None:
    results = read_results(make_run(tmp_path, [], rejects=None))
    assert (list(results.pairs()), list(results.rejects()), results.manifest, results.scores) == ([], [], {}, ())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: is no JSON"),
        ("[]", "line 2: is no record"),
        ('{"id": "x"}', "line 2: 'context' is no text"),
        ('{"id": "x", "context": "c", "question": "q"}', "line 2: 'answers' is not"),
        (
            '{"id": "x", "context": "c", "question": "q", "answers": {"text": ["d"], "answer_start": [0]}}',
            "line 2: an answer is not in the context",
        ),
    ],
)
def test_a_broken_line_is_named(line: str, said: str, tmp_path: Path) -> None:
    results = read_results(make_run(tmp_path, [pair()]))
    with (tmp_path / "qa.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(InputError, match=said):
        list(results.pairs())


def test_what_is_no_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        read_results(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"holds no finished run \(no qa.jsonl\)"):
        read_results(tmp_path)


def test_a_document_is_the_title_else_the_file_else_the_record() -> None:
    assert document(pair(title="T", source="f.txt")) == "T"
    assert document(pair(title="", source="f.txt")) == "f.txt"
    assert document(pair(5, title="")) == "record-2"
