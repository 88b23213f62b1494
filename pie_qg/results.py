"""What a run left in its folder, for whatever shows it or hands it on: pairs, rejects, manifest, scores."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pie_qg.errors import InputError
from pie_qg.run_folder import MANIFEST, SCORES
from pie_qg.squad import PAIRS, REJECTED

Row = dict[str, Any]
_TEXTS = ("id", "context", "question")


@dataclass(frozen=True, slots=True)
class Results:
    """A finished run's folder; only qa.jsonl has to be there."""

    folder: Path
    manifest: Row
    """Empty where there is none."""
    scores: tuple[Row, ...]
    """As `evaluate` wrote them; empty where no reader has been scored."""

    @property
    def name(self) -> str:
        return self.folder.resolve().name

    def pairs(self) -> Iterator[Row]:
        """Yield the rows of qa.jsonl; raises InputError, naming the line, for one that is no pair."""
        for where, row in _rows(self.folder / PAIRS):
            _check(row, where)
            yield row

    def rejects(self) -> Iterator[Row]:
        """Yield the rows of rejected.jsonl; none where the file is missing."""
        path = self.folder / REJECTED
        if path.exists():
            yield from (row for _, row in _rows(path))


def read_results(folder: str | Path) -> Results:
    """Return the results of the run in `folder`; raises InputError where no run is."""
    path = Path(folder)
    if not path.is_dir():
        what = "is a file" if path.exists() else "no such folder"
        raise InputError(f"{path}: {what}; give the folder that `pie-qg generate` or `pie-qg run` wrote")
    if not (path / PAIRS).is_file():
        raise InputError(f"{path}: holds no finished run (no {PAIRS}); run `pie-qg generate CORPUS --out {path}` first")
    manifest, scores = _optional(path / MANIFEST, {}), _optional(path / SCORES, [])
    if not isinstance(manifest, dict) or not isinstance(scores, list):
        raise InputError(f"{path}: {MANIFEST} or {SCORES} is not as a run writes it; run `pie-qg generate` again")
    return Results(path, manifest, tuple(score for score in scores if isinstance(score, dict)))


def document(row: Row) -> str:
    """Return the document that a pair's passage belongs to: its title, else its file, else its id."""
    named = row.get("title") or row.get("source") or row.get("record") or row.get("passage_id")
    return str(named or row["id"])


def answer_of(row: Row) -> tuple[str, int] | None:
    """Return a pair's answer and where it starts in the context; None where the context does not answer."""
    answers = row["answers"]
    return (answers["text"][0], answers["answer_start"][0]) if answers["text"] else None


def _rows(path: Path) -> Iterator[tuple[str, Row]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            where = f"{path}, line {number}"
            try:
                row = json.loads(line)
            except ValueError as error:
                raise InputError(f"{where}: is no JSON ({error}); run `pie-qg generate` again") from None
            if not isinstance(row, dict):
                raise InputError(f"{where}: is no record; run `pie-qg generate` again")
            yield where, row


def _check(row: Row, where: str) -> None:
    missing = [name for name in _TEXTS if not isinstance(row.get(name), str)]
    if missing:
        raise InputError(f"{where}: '{missing[0]}' is no text; run `pie-qg generate` again")
    answers = row.get("answers")
    texts, starts = (answers.get("text"), answers.get("answer_start")) if isinstance(answers, dict) else (None, None)
    if not isinstance(texts, list) or not isinstance(starts, list) or len(texts) != len(starts):
        raise InputError(f"{where}: 'answers' is not {{text: […], answer_start: […]}}; run `pie-qg generate` again")
    for text, start in zip(texts, starts, strict=True):
        if not isinstance(text, str) or not isinstance(start, int) or not row["context"].startswith(text, start):
            raise InputError(f"{where}: an answer is not in the context where it says; run `pie-qg generate` again")


def _optional(path: Path, empty: Any) -> Any:
    if not path.exists():
        return empty
    try:
        return json.loads(path.read_bytes())
    except ValueError as error:
        raise InputError(f"{path}: is no JSON ({error}); remove it, or run again") from None
