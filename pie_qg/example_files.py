"""Labelled records of a file or a Hub data set, as they stand there, each with its place for messages."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pie_qg.errors import InputError
from pie_qg.hub import HUB, require_hub
from pie_qg.utf8 import decode


def file_records(path: Path) -> Iterator[tuple[str, Any]]:
    """Yield each record of a file and where it stands; raises InputError where the file is of no known format."""
    if path.is_dir():
        raise InputError(f"{path}: is a folder; name the data set's file")
    if not path.exists():
        raise InputError(f"{path}: no such file")
    if path.stat().st_size == 0:
        raise InputError(f"{path}: is empty")
    suffixes = [suffix.lower() for suffix in path.suffixes if suffix.lower() != ".gz"]
    kind = suffixes[-1] if suffixes else ""
    if kind == ".parquet":
        yield from _parquet_records(path)
    elif kind == ".csv":
        yield from _csv_records(path)
    elif kind == ".jsonl":
        yield from _json_lines(path)
    elif kind == ".json":
        yield from _json_records(path)
    else:
        raise InputError(f"{path}: no known data set format; expected .json, .jsonl, .jsonl.gz, .csv or .parquet")


def _read_bytes(path: Path) -> bytes:
    try:
        if path.suffix.lower() == ".gz":
            with gzip.open(path) as file:
                return file.read()
        return path.read_bytes()
    except EOFError:
        raise InputError(f"{path}: the .gz file is cut short; fetch it again") from None
    except (gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"{path}: is no sound .gz file ({error}); fetch it again") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from None


def _json_lines(path: Path) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(decode(_read_bytes(path), path).split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise InputError(f"{where}: is no JSON ({error})") from None
        if number == 1 and isinstance(record, dict) and "header" in record:
            continue
        yield where, record


def _json_records(path: Path) -> Iterator[tuple[str, Any]]:
    try:
        document = json.loads(decode(_read_bytes(path), path))
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"{path}: is no JSON ({error}); one record a line is named .jsonl") from None
    records = document.get("data") if isinstance(document, dict) else document
    if not isinstance(records, list):
        raise InputError(f"{path}: is no data set: expected SQuAD's 'data' list")
    for number, record in enumerate(records, 1):
        yield f"{path}, entry {number}", record


def _parquet_records(path: Path) -> Iterator[tuple[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        row = 0
        for batch in file.iter_batches():
            for record in batch.to_pylist():
                row += 1
                yield f"{path}, row {row}", record
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{path}: is no sound Parquet file ({str(error).splitlines()[0]})") from None


def _csv_records(path: Path) -> Iterator[tuple[str, Any]]:
    """Rows of `question, context, answer, answer_start`, the last two empty where the context does not answer."""
    try:
        for row, record in enumerate(csv.DictReader(io.StringIO(decode(_read_bytes(path), path), newline="")), 1):
            if None in (record.get("answer"), record.get("answer_start")):
                raise InputError(f"{path}, row {row}: expected the columns question, context, answer and answer_start")
            found = [(record["answer"], record["answer_start"])] if record["answer"] else []
            starts = [int(start) if start.isdecimal() else start for _, start in found]
            yield (
                f"{path}, row {row}",
                {**record, "answers": {"text": [text for text, _ in found], "answer_start": starts}},
            )
    except csv.Error as error:
        raise InputError(f"{path}: is no sound CSV file ({error})") from None


def hub_records(name: str, splits: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield each row of `hub:NAME#SPLIT`, or of the first of `splits` that `hub:NAME` has; raises InputError."""
    from datasets import config, load_dataset

    repository, _, split = name.removeprefix(HUB).partition("#")
    if not (Path(config.HF_DATASETS_CACHE) / repository.replace("/", "___").lower()).exists():
        require_hub(name)
    try:
        loaded = load_dataset(repository, split=split or None)
    except Exception as error:  # the Hub's client raises errors of many libraries
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise InputError(f"{name}: cannot be fetched from the Hugging Face Hub ({reason})") from None
    if not split:
        split = next((split for split in splits if split in loaded), next(iter(loaded)))
        loaded = loaded[split]
    for row, record in enumerate(loaded, 1):
        yield f"{name}#{split}, row {row}", record
