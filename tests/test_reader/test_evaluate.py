"""Several readers on several sets give an entry each, and files that the official scorer reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pie_qg.errors import InputError
from pie_qg.examples import Example
from pie_qg.reader.evaluate import entry, evaluate_readers
from pie_qg.reader.predict import Prediction, Span


def flat(path: Path, examples: list[Example]) -> str:
    lines = [
        json.dumps(
            {
                "id": e.id,
                "context": e.context,
                "question": e.question,
                "answers": {"text": list(e.answers), "answer_start": [start for start, _ in e.spans]},
            }
        )
        for e in examples
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_readers_and_sets(tiny_encoder: Path, examples: list[Example], tmp_path: Path) -> None:
    data = [flat(tmp_path / "a" / "dev.jsonl", examples[:4]), flat(tmp_path / "b" / "dev.jsonl", examples[4:7])]
    entries = evaluate_readers(data, [str(tiny_encoder), str(tiny_encoder)], predictions=tmp_path / "predictions")
    assert [(e["data"], e["n"]) for e in entries] == [(data[0], 4), (data[1], 3)] * 2
    assert {"reader", "data", "n", "em", "f1", "f1_interval", "question_type", "answer_length"} <= set(entries[0])
    json.dumps(entries)
    written = [json.loads(path.read_text()) for path in (tmp_path / "predictions").iterdir()]
    assert sorted(len(answers) for answers in written) == [3, 4]


def test_a_bad_reader_is_told_before_anything_loads(examples: list[Example], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        evaluate_readers([flat(tmp_path / "dev.jsonl", examples[:2])], ["./missing"])


def test_no_answer_split() -> None:
    examples = [Example("a", "Who?", "cat", ("cat",)), Example("b", "Who?", "cat")]
    span = (Span("cat", 0, 3, 1.0),)
    result = entry(examples, [Prediction("a", "cat", span, -1.0), Prediction("b", "cat", span, 1.0)])
    assert (result["f1"], result["has_answer"]["f1"], result["no_answer"]["f1"]) == (50.0, 100.0, 0.0)
    assert (result["best_f1"], result["best_f1_threshold"]) == (100.0, -1.0)
