"""Several readers on several labelled data sets: one table, and what each answered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pie_qg.examples import Example, read_examples, require_unique_ids
from pie_qg.files import write_json
from pie_qg.reader.bootstrap import interval
from pie_qg.reader.breakdown import by_answer_length, by_question_type
from pie_qg.reader.encoder import EMBEDDED_NAME, find_encoder, load_reader
from pie_qg.reader.predict import Prediction, predict
from pie_qg.reader.score import mean, score_one
from pie_qg.reader.threshold import best_threshold


def evaluate_readers(
    data: Sequence[str],
    readers: Sequence[str | None],
    *,
    name: str | None = None,
    predictions: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    **settings: Any,
) -> list[dict[str, Any]]:
    """Return one entry a reader and data set: `reader, data, n, em, f1` (percent, unrounded), and more (`entry`).

    A reader is a folder, or an encoder, whose question-answering head is then untrained. `predictions` is a folder
    that gets one file each, as the official scorer reads it (id → text). Further settings go to `predict`. Raises
    InputError for any data set or reader that will not do, before any of them is loaded.
    """
    sets = {source: read_examples(source) for source in data}
    for source, examples in sets.items():
        require_unique_ids(examples, source)
    for reader in readers:
        find_encoder(reader)
    entries = []
    for reader in readers:
        loaded = load_reader(reader)
        for source, examples in sets.items():
            found = predict(loaded, examples, progress=progress, **settings)
            shown = name or (EMBEDDED_NAME if reader is None else str(reader))
            if predictions is not None:
                _write_predictions(predictions, _file_name(reader, readers, source, data), found)
            entries.append({"reader": shown, "data": source, **entry(examples, found)})
    return entries


def entry(examples: Sequence[Example], predictions: Sequence[Prediction]) -> dict[str, Any]:
    """Return what there is to say about one reader on one data set, figures in percent.

    `n, em, f1`; `em_interval, f1_interval`: 95 % bootstrap intervals; `question_type, answer_length`: scores by each;
    where some questions have no answer also `has_answer, no_answer` and `best_em, best_f1` with their thresholds, as
    SQuAD v2.0's script gives them.
    """
    scores = [score_one(found.text, example.answers) for example, found in zip(examples, predictions, strict=True)]
    whole = mean(scores)
    result: dict[str, Any] = {
        **asdict(whole),
        "em_interval": interval([100 * em for em, _ in scores]),
        "f1_interval": interval([100 * f1 for _, f1 in scores]),
        "question_type": _as_dicts(by_question_type(examples, scores)),
        "answer_length": _as_dicts(by_answer_length(examples, scores)),
    }
    answerable = [bool(example.answers) for example in examples]
    if not all(answerable):
        result["has_answer"] = asdict(mean(pair for pair, has in zip(scores, answerable, strict=True) if has))
        result["no_answer"] = asdict(mean(pair for pair, has in zip(scores, answerable, strict=True) if not has))
        best = best_threshold(examples, predictions)
        result |= {"best_em": best.em, "best_em_threshold": best.em_at}
        result |= {"best_f1": best.f1, "best_f1_threshold": best.f1_at}
    return result


def _as_dicts(scores: Mapping[str, Any]) -> dict[str, Any]:
    return {name: asdict(score) for name, score in scores.items()}


def _write_predictions(folder: Path, name: str, found: Sequence[Prediction]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_json(folder / name, {prediction.id: prediction.text for prediction in found})


def _file_name(reader: str | None, readers: Sequence[str | None], source: str, sources: Sequence[str]) -> str:
    """Return `READER.DATA.json`; paths whose last names are the same are told apart by a hash of the whole."""
    return f"{_short(reader or EMBEDDED_NAME, [r or EMBEDDED_NAME for r in readers])}.{_short(source, sources)}.json"


def _short(path: str, among: Sequence[str]) -> str:
    stem = _stem(path)
    if sum(_stem(other) == stem for other in set(among)) > 1:
        stem += "-" + hashlib.sha256(path.encode()).hexdigest()[:6]
    return stem


def _stem(path: str) -> str:
    name = path.replace(":", "/").replace("#", "-").rstrip("/").rpartition("/")[2]
    for suffix in (".gz", ".jsonl", ".json", ".parquet"):
        name = name.removesuffix(suffix)
    return name or "reader"
