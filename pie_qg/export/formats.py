"""How each format is written: a function takes rows of qa.jsonl one by one, so that memory stays bounded."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain, groupby
from typing import IO, Any

from pie_qg.results import Row, answer_of, document

SUFFIXES = {"squad": ".json", "squad_v2": ".json", "mrqa": ".jsonl.gz", "parquet": ".parquet", "csv": ".csv"}
TEXT, NUMBER, SHARE, FLAG, JSON = "text", "number", "share", "flag", "json"
"""Kinds of columns."""
_KINDS: dict[type, str] = {str: TEXT, int: NUMBER, float: SHARE, bool: FLAG}
_BATCH = 2000


def write_squad(rows: Iterable[Row], file: IO[bytes], _split: str) -> None:
    """Write nested SQuAD v1.1; the rows must all have an answer."""
    _write_nested(rows, file, "1.1", lambda _row: {})


def write_squad_v2(rows: Iterable[Row], file: IO[bytes], _split: str) -> None:
    """Write nested SQuAD v2.0."""
    _write_nested(rows, file, "v2.0", lambda row: {"is_impossible": answer_of(row) is None})


def _write_nested(rows: Iterable[Row], file: IO[bytes], version: str, more: Callable[[Row], Row]) -> None:
    """Write an article a document, a paragraph at a time: one document may be the whole run."""
    file.write(b'{"version": "%s", "data": [' % version.encode())
    for number, (_, article) in enumerate(groupby(rows, key=document)):
        first = next(article)
        file.write(b'%s\n{"title": %s, "paragraphs": [' % (b"," if number else b"", _dump(first.get("title") or "")))
        paragraphs = groupby(chain([first], article), key=lambda row: row["context"])
        for place, (context, pairs) in enumerate(paragraphs):
            qas = [{**_qa(row), **more(row)} for row in pairs]
            file.write((b",\n" if place else b"\n") + _dump({"context": context, "qas": qas}))
        file.write(b"\n]}")
    file.write(b"\n]}\n")


def _qa(row: Row) -> Row:
    answers = zip(row["answers"]["text"], row["answers"]["answer_start"], strict=True)
    found = [{"text": text, "answer_start": start} for text, start in answers]
    return {"id": row["id"], "question": row["question"], "answers": found}


def write_mrqa(rows: Iterable[Row], file: IO[bytes], split: str) -> None:
    """Write the MRQA 2019 shared task's format: gzipped JSON lines, a header, then a context with its questions a line.

    Spans there are inclusive; tokens are spaCy's.
    """
    tokenizer = _tokenizer()
    # No name and no time in the gzip header, so that the same pairs give the same bytes.
    with gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0) as packed:
        packed.write(_dump({"header": {"dataset": "pie_qg", "split": split}}) + b"\n")
        for context, group in groupby(rows, key=lambda row: row["context"]):
            tokens = [(token.text, token.idx) for token in tokenizer(context)]
            pairs = list(group)
            qas = [_mrqa_qa(row, tokens, tokenizer) for row in pairs]
            line = {"id": str(pairs[0].get("passage_id") or pairs[0]["id"]), "context": context}
            packed.write(_dump({**line, "context_tokens": tokens, "qas": qas}) + b"\n")


@cache
def _tokenizer() -> Any:
    from spacy.lang.en import English

    return English().tokenizer


def _mrqa_qa(row: Row, tokens: list[tuple[str, int]], tokenizer: Any) -> Row:
    detected = []
    for text, start in zip(row["answers"]["text"], row["answers"]["answer_start"], strict=True):
        end = start + len(text)
        inside = [i for i, (token, at) in enumerate(tokens) if at < end and start < at + len(token)]
        spans = [[inside[0], inside[-1]]] if inside else []
        detected.append({"text": text, "char_spans": [[start, end - 1]], "token_spans": spans})
    asked = [(token.text, token.idx) for token in tokenizer(row["question"])]
    return {
        "id": row["id"],
        "qid": row["id"],
        "question": row["question"],
        "question_tokens": asked,
        "detected_answers": detected,
        "answers": list(row["answers"]["text"]),
    }


def columns(rows: Iterable[Row]) -> dict[str, str]:
    """Return the columns that the rows have and the kind of each; JSON where the values are nested or of two kinds."""
    kinds: dict[str, set[str]] = {}
    for row in rows:
        for name, value in row.items():
            kinds.setdefault(name, set()).update({_kind_of(value)} if value is not None else ())
    return {name: _kind(found) for name, found in kinds.items()}


def _kind_of(value: Any) -> str:
    if isinstance(value, int) and value.bit_length() > 63:
        return JSON
    return _KINDS.get(type(value), JSON)


def _kind(found: set[str]) -> str:
    if found == {NUMBER, SHARE}:
        return SHARE
    return found.pop() if len(found) == 1 else TEXT if not found else JSON


def write_parquet(rows: Iterable[Row], file: IO[bytes], kinds: dict[str, str]) -> None:
    """Write Parquet with a column a field; `answers` is a struct of two lists, as the Hub's SQuAD has it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {TEXT: pa.string(), NUMBER: pa.int64(), SHARE: pa.float64(), FLAG: pa.bool_(), JSON: pa.string()}
    answers = pa.struct([("text", pa.list_(pa.string())), ("answer_start", pa.list_(pa.int32()))])
    schema = pa.schema([(name, answers if name == "answers" else types[kind]) for name, kind in kinds.items()])
    with pq.ParquetWriter(file, schema) as writer:
        for batch in _batches(rows):
            flat = [{**_flat(row, kinds), "answers": row["answers"]} for row in batch]
            writer.write_table(pa.Table.from_pylist(flat, schema=schema))


def write_csv(rows: Iterable[Row], file: IO[bytes], kinds: dict[str, str]) -> None:
    """Write CSV with a header; `answers` becomes `answer` and `answer_start`, both empty where there is no answer.

    A field of the source that bears one of these names gets the prefix `record_`.
    """
    names = {name: f"record_{name}" if name in _CSV_ANSWER else name for name in kinds if name != "answers"}
    heading = list(names.values())
    at = heading.index("question") + 1
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.DictWriter(text, [*heading[:at], *_CSV_ANSWER, *heading[at:]])
    writer.writeheader()
    for row in rows:
        flat = _flat(row, kinds)
        answer = dict(zip(_CSV_ANSWER, answer_of(row) or ("", ""), strict=True))
        writer.writerow({heading: flat[name] for name, heading in names.items()} | answer)
    text.detach()


_CSV_ANSWER = ("answer", "answer_start")


def _flat(row: Row, kinds: dict[str, str]) -> Row:
    return {name: _cell(row.get(name), kind) for name, kind in kinds.items()}


def _cell(value: Any, kind: str) -> Any:
    return json.dumps(value, ensure_ascii=False) if kind == JSON and value is not None else value


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
