"""Every format gives the same examples; every bad file is told in one line that says where."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pie_qg.errors import InputError
from pie_qg.examples import Example, read_examples, require_unique_ids

CONTEXT = "Ada Lovelace wrote the first programme in 1843, in London."
QUESTION = "When did she write it?"
START = CONTEXT.index("1843")
FLAT = {"id": "q1", "context": CONTEXT, "question": QUESTION, "answers": {"text": ["1843"], "answer_start": [START]}}
EXPECTED = Example("q1", QUESTION, CONTEXT, ("1843",), ((START, START + 4),))


def nested(qa: dict[str, Any], context: str = CONTEXT) -> dict[str, Any]:
    return {"version": "1.1", "data": [{"title": "Ada", "paragraphs": [{"context": context, "qas": [qa]}]}]}


def written(path: Path, content: Any) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


SQUAD_QA = {"id": "q1", "question": QUESTION, "answers": [{"text": "1843", "answer_start": START}]}
MRQA: dict[str, Any] = {
    "id": "c1",
    "context": CONTEXT,
    "qas": [
        {
            "qid": "q1",
            "question": QUESTION,
            "answers": ["1843"],
            "detected_answers": [{"text": "1843", "char_spans": [[START, START + 3]]}],
        }
    ],
}


def test_squad(tmp_path: Path) -> None:
    assert read_examples(written(tmp_path / "squad.json", nested(SQUAD_QA))) == [EXPECTED]


def test_flat_lines(tmp_path: Path) -> None:
    assert read_examples(written(tmp_path / "qa.jsonl", json.dumps(FLAT) + "\n\n")) == [EXPECTED]


def test_flat_list(tmp_path: Path) -> None:
    assert read_examples(written(tmp_path / "qa.json", [FLAT])) == [EXPECTED]


def test_parquet(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist([FLAT]), tmp_path / "qa.parquet")
    assert read_examples(tmp_path / "qa.parquet") == [EXPECTED]


def test_mrqa_skips_the_header_and_reads_inclusive_ends(tmp_path: Path) -> None:
    path = tmp_path / "NewsQA.jsonl.gz"
    path.write_bytes(gzip.compress((json.dumps({"header": {"dataset": "NewsQA"}}) + "\n" + json.dumps(MRQA)).encode()))
    assert read_examples(path) == [EXPECTED]


def test_unanswerable(tmp_path: Path) -> None:
    qa = {"id": "q2", "question": QUESTION, "answers": [], "is_impossible": True, "plausible_answers": []}
    document = nested(SQUAD_QA)
    document["data"][0]["paragraphs"][0]["qas"].append(qa)
    assert read_examples(written(tmp_path / "v2.json", document)) == [EXPECTED, Example("q2", QUESTION, CONTEXT)]


@given(before=st.text(), answer=st.text(min_size=1), after=st.text())
def test_offsets_count_code_points(
    tmp_path_factory: pytest.TempPathFactory, before: str, answer: str, after: str
) -> None:
    context = before + answer + after + " and so on"
    if not answer.strip():
        return
    record = {"context": context, "question": "Why?", "answers": {"text": [answer], "answer_start": [len(before)]}}
    path = tmp_path_factory.mktemp("flat") / "qa.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    [example] = read_examples(path)
    [(start, end)] = example.spans
    assert example.context[start:end] == answer


BAD = {
    "outside.json": (nested(SQUAD_QA | {"answers": [{"text": "1843", "answer_start": 900}]}), "q1"),
    "wrong.json": (nested(SQUAD_QA | {"answers": [{"text": "1844", "answer_start": START}]}), "q1"),
    "negative.json": (nested(SQUAD_QA | {"answers": [{"text": "n", "answer_start": -3}]}), "q1"),
    "no_start.json": (nested(SQUAD_QA | {"answers": [{"text": "1843"}]}), "q1"),
    "no_qas.json": ({"data": [{"paragraphs": [{"context": CONTEXT}]}]}, "paragraph 1"),
    "short.json": (nested(SQUAD_QA, context="Too short."), "q1"),
    "empty_list.json": ({"data": []}, "no question"),
    "number.json": ("3", "SQuAD"),
    "cut.json": ('{"data": [', "no JSON"),
    "line.jsonl": (json.dumps(FLAT) + "\n{oops\n", "line 2"),
    "text.jsonl": (json.dumps({"text": "A corpus."}), "line 1"),
    "list.jsonl": ("[1]", "line 1"),
    "answers.jsonl": (json.dumps(FLAT | {"answers": "1843"}), "q1"),
    "surrogate.jsonl": (json.dumps(FLAT | {"context": CONTEXT + "\ud800"}), "q1"),
    "what.pdf": ("%PDF-1.4", ".pdf"),
    "qa.parquet": ("no parquet", "qa.parquet"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_told_in_one_line(tmp_path: Path, name: str) -> None:
    content, told = BAD[name]
    with pytest.raises(InputError) as error:
        read_examples(written(tmp_path / name, content))
    message = str(error.value)
    assert name in message
    assert told in message
    assert "\n" not in message


def test_missing_empty_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.json", written(tmp_path / "empty.json", ""), tmp_path):
        with pytest.raises(InputError, match=str(path)):
            read_examples(path)


def test_truncated_gz(tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(MRQA).encode() * 50)[:-20])
    with pytest.raises(InputError, match="cut short"):
        read_examples(path)


def test_no_gz_at_all(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no sound"):
        read_examples(written(tmp_path / "false.jsonl.gz", "plain text"))


def test_not_utf8_says_where(tmp_path: Path) -> None:
    path = tmp_path / "latin.jsonl"
    path.write_bytes(json.dumps(FLAT).encode() + b"\n\xe9")
    with pytest.raises(InputError, match="line 2"):
        read_examples(path)


def test_a_set_without_an_answer(tmp_path: Path) -> None:
    path = written(tmp_path / "none.json", nested({"id": "q1", "question": QUESTION, "answers": []}))
    with pytest.raises(InputError, match="no question in it has an answer"):
        read_examples(path)


def test_training_needs_a_place(tmp_path: Path) -> None:
    qa = MRQA["qas"][0] | {"detected_answers": []}
    path = written(tmp_path / "none.jsonl", MRQA | {"qas": [qa]})
    assert read_examples(path)[0].answers == ("1843",)
    with pytest.raises(InputError, match="can learn nothing"):
        read_examples(path, training=True)


def test_ids_must_be_unique() -> None:
    with pytest.raises(InputError, match="'q1'"):
        require_unique_ids([EXPECTED, EXPECTED], "dev.json")


def test_shared_sets(shared: Path) -> None:
    assert len(read_examples(shared / "data" / "wiki.dev.json")) == 1557
    assert len(read_examples(shared / "data" / "reviews.dev.json")) == 1052


def test_a_csv_without_its_columns_is_told(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("id,question,context,answer\n1,Who?,It was Ada who did it.,Ada\n", encoding="utf-8")
    with pytest.raises(InputError, match="row 1: expected the columns question, context, answer and answer_start"):
        read_examples(path)
    path.write_text(
        "id,question,context,answer,answer_start\n1,Who?,It was Ada who did it.,Ada,here\n", encoding="utf-8"
    )
    with pytest.raises(InputError, match="'answer_start' a whole number"):
        read_examples(path)
