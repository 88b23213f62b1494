"""Several readers on several labelled data sets: one table, and what each answered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pie_qg.examples import read_examples, require_unique_ids
from pie_qg.files import write_json
from pie_qg.reader.encoder import load_reader
from pie_qg.reader.predict import predict
from pie_qg.reader.score import score


def evaluate_readers(
    data: Sequence[str], readers: Sequence[str | None], *, name: str | None = None, predictions: Path | None = None
) -> list[dict[str, Any]]:
    """Return one entry a reader and data set: `reader, data, n, em, f1`, in percent, unrounded.

    A reader is a folder, or an encoder, whose question-answering head is then untrained. `predictions` is a folder
    that gets one file each, as the official scorer reads it (id → text).
    """
    sets = {source: read_examples(source) for source in data}
    for source, examples in sets.items():
        require_unique_ids(examples, source)
    rows = []
    for reader in readers:
        loaded = load_reader(reader)
        for source, examples in sets.items():
            answers = {found.id: found.text for found in predict(loaded, examples)}
            result = score(examples, answers)
            if predictions is not None:
                predictions.mkdir(parents=True, exist_ok=True)
                write_json(predictions / f"{_stem(reader)}.{Path(source).stem}.json", answers)
            rows.append(
                {"reader": name or str(reader), "data": source, "n": result.n, "em": result.em, "f1": result.f1}
            )
    return rows


def _stem(reader: str | None) -> str:
    return Path(reader).name if reader else "encoder"
