"""One reader a format: a file in, a stream of records out. Every fault is told with file and line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from pie_qg.corpus.files import CorpusFile
from pie_qg.corpus.records import CorpusRecord, from_fields
from pie_qg.errors import InputError
from pie_qg.hub import HUB
from pie_qg.utf8 import decode, read_text

Reader = Callable[[CorpusFile, str], Iterator[CorpusRecord]]


def read_records(file: CorpusFile, text_column: str) -> Iterator[CorpusRecord]:
    """Yield the records of one file, in its order.

    Raises InputError, naming file and line, at the first fault.
    """
    return _READERS[file.format](file, text_column)


def _lines(file: CorpusFile) -> Iterator[tuple[int, str]]:
    """Yield (number, line) without line ends; only a newline ends a line."""
    with file.path.open("rb") as stream:
        for number, raw in enumerate(stream, 1):
            yield number, decode(raw, file.path, number).removesuffix("\n").removesuffix("\r")


def _read_lines(file: CorpusFile, _text_column: str) -> Iterator[CorpusRecord]:
    stem = Path(file.name).stem
    for number, line in _lines(file):
        if line.strip():
            yield CorpusRecord(line, f"{file.path}: line {number}", file.name, f"{stem}-{number:06d}")


def _read_document(file: CorpusFile, _text_column: str) -> Iterator[CorpusRecord]:
    text = read_text(file.path)
    if text.strip():
        yield CorpusRecord(text, str(file.path), file.name, file.name, Path(file.name).stem)


def _read_jsonl(file: CorpusFile, text_column: str) -> Iterator[CorpusRecord]:
    stem = Path(file.name).stem
    for number, line in _lines(file):
        if not line.strip():
            continue
        where = f"{file.path}: line {number}"
        fields = parse_json(line, where)
        if not isinstance(fields, dict):
            raise InputError(f"{where}: not a JSON object; each line is one, with a field {text_column!r}")
        yield from_fields(
            fields, text_key=text_column, where=where, source=file.name, fallback_id=f"{stem}-{number:06d}"
        )


def parse_json(text: str, where: str) -> Any:
    """Return the value of a JSON text; raises InputError, told with `where`, where it is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: not valid JSON: {error.msg} at character {error.pos}") from None
    except (RecursionError, ValueError) as error:
        raise InputError(f"{where}: not readable JSON: {str(error) or 'nested too deep'}") from None


def _read_csv(file: CorpusFile, text_column: str) -> Iterator[CorpusRecord]:
    csv.field_size_limit(2**30)
    stem = Path(file.name).stem
    rows = csv.DictReader(io.StringIO(read_text(file.path), newline=""))
    if rows.fieldnames is None or text_column not in rows.fieldnames:
        raise InputError(
            f"{file.path}: no column {text_column!r}; it has {', '.join(map(repr, rows.fieldnames or []))}; "
            "name the right one with --text-column"
        )
    try:
        for number, row in enumerate(rows, 1):
            where = f"{file.path}: row {number}"
            fields = {key: value for key, value in row.items() if key is not None}
            if fields[text_column] is None:
                raise InputError(f"{where}: too few columns: no {text_column!r}")
            yield from_fields(
                fields, text_key=text_column, where=where, source=file.name, fallback_id=f"{stem}-{number:06d}"
            )
    except csv.Error as error:
        raise InputError(f"{file.path}: not readable as CSV: {error}") from None


def _read_parquet(file: CorpusFile, text_column: str) -> Iterator[CorpusRecord]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(file.path)
        if text_column not in table.schema_arrow.names:
            raise InputError(
                f"{file.path}: no column {text_column!r}; it has {', '.join(map(repr, table.schema_arrow.names))}; "
                "name the right one with --text-column"
            )
        rows = (row for batch in table.iter_batches(batch_size=1024) for row in batch.to_pylist())
        yield from _from_rows(rows, file, text_column)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{file.path}: not readable as Parquet: {_first_line(error)}") from None


def _from_rows(rows: Iterator[dict[str, Any]], file: CorpusFile, text_key: str) -> Iterator[CorpusRecord]:
    stem = file.name.removeprefix(HUB).replace("/", "-") if file.format == "hub" else Path(file.name).stem
    for number, row in enumerate(rows, 1):
        where = f"{file.path}: row {number}"
        yield from_fields(row, text_key=text_key, where=where, source=file.name, fallback_id=f"{stem}-{number:06d}")


def _read_squad(file: CorpusFile, _text_column: str) -> Iterator[CorpusRecord]:
    stem = Path(file.name).stem
    content = parse_json(read_text(file.path), str(file.path))
    if not isinstance(content, dict) or not isinstance(content.get("data"), list):
        raise InputError(
            f"{file.path}: a .json corpus is a SQuAD file, and this has no list 'data'; for records, use .jsonl"
        )
    number = 0
    for article in content["data"]:
        for paragraph in _paragraphs(article, file.path):
            number += 1
            fields = {"text": paragraph["context"], "title": article.get("title")}
            yield from_fields(
                fields,
                text_key="text",
                where=f"{file.path}: paragraph {number}",
                source=file.name,
                fallback_id=f"{stem}-{number:06d}",
            )


def _paragraphs(article: Any, path: Path) -> list[dict[str, Any]]:
    paragraphs = article.get("paragraphs") if isinstance(article, dict) else None
    if not isinstance(paragraphs, list) or not all(isinstance(p, dict) and "context" in p for p in paragraphs):
        raise InputError(f"{path}: not a SQuAD file: an entry of 'data' has no 'paragraphs' with a 'context' each")
    return paragraphs


def _read_hub(file: CorpusFile, text_column: str) -> Iterator[CorpusRecord]:
    from datasets import load_dataset

    name = str(file.path).removeprefix(HUB)
    try:
        rows = load_dataset(name, split="train", streaming=file.first is not None)
        first = next(iter(rows))
    except Exception as error:  # datasets raises a dozen kinds, from its own to those of its HTTP client
        raise InputError(f"hub:{name}: cannot be loaded from the Hugging Face Hub: {_first_line(error)}") from None
    if text_column not in first and "context" in first:
        rows, text_column = _distinct(rows, "context"), "context"
    yield from islice(_from_rows(iter(rows), file, text_column), file.first)


def _distinct(rows: Any, key: str) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for row in rows:
        if row[key] not in seen:
            seen.add(row[key])
            yield {key: row[key], "title": row.get("title")}


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


_READERS: dict[str, Reader] = {
    "lines": _read_lines,
    "document": _read_document,
    "jsonl": _read_jsonl,
    "csv": _read_csv,
    "parquet": _read_parquet,
    "squad": _read_squad,
    "hub": _read_hub,
}
