"""Folders as `generate` leaves them, made by hand, so that what reads them is tested without a model."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

CONTEXT = "The Danube rises in Germany. In 1900 the Danube froze, and Germany was cold."
HOSTILE = "</script><script>document.title='run'</script>\u202e<img src=x onerror=alert(1)> 'q' \"Q\" & 𝔘𝔫𝔦"


def pair(number: int = 0, **changes: Any) -> dict[str, Any]:
    """Return a row of qa.jsonl."""
    row: dict[str, Any] = {
        "id": f"p{number}",
        "title": f"Rivers {number % 4}",
        "context": CONTEXT,
        "question": f"Where does the Danube rise, asked {number} times?",
        "answers": {"text": ["Germany"], "answer_start": [20]},
        "passage_id": f"passage-{number // 2}",
        "record": f"record-{number // 2}",
        "offset": 0,
        "sentence": CONTEXT[:28],
        "paraphrase": "Germany is where the Danube rises.",
        "triple": {"subject": "The Danube", "relation": "rises", "object": "in Germany", "more": [], "attribution": ""},
        "rule": "place:place",
        "question_type": "where",
        "answer_type": "GPE",
        "answerable": True,
        "confidence": 0.9,
    }
    return row | changes


def unanswerable(number: int, **changes: Any) -> dict[str, Any]:
    """Return a row of qa.jsonl whose passage does not answer it."""
    return pair(number, answers={"text": [], "answer_start": []}, answerable=False, **changes)


def reject(number: int = 0, **changes: Any) -> dict[str, Any]:
    """Return a row of rejected.jsonl."""
    candidate = {"question": f"Why {number}?", "answer": "cold", "rule": "reason"}
    row = {"passage_id": f"passage-{number}", "stage": "questions", "reason": "too long", "candidate": candidate}
    return row | changes


def make_run(
    folder: Path,
    pairs: Iterable[dict[str, Any]],
    rejects: Iterable[dict[str, Any]] | None = (),
    scores: list[dict[str, Any]] | None = None,
    manifest: dict[str, Any] | None = None,
) -> Path:
    """Write a run's files; `rejects`, `scores` and `manifest` are left out where they are None."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "qa.jsonl", pairs)
    if rejects is not None:
        _write(folder / "rejected.jsonl", rejects)
    for name, content in (("scores.json", scores), ("manifest.json", manifest)):
        if content is not None:
            (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return folder


MANIFEST = {
    "corpus": {"rivers.txt": "abc123"},
    "recipe": {"seed": 7, "corpus": {"path": "rivers.txt"}},
    "seed": 7,
    "versions": {"python": "3.12.0", "pie-qg": "0.1.0"},
    "counts": {"passages": 9, "sentences": 18, "triples": 20, "pairs": 8},
}
SCORES = [
    {"reader": "untrained", "data": "dev.json", "n": 50, "em": 1.0, "f1": 5.0},
    {
        "reader": "trained",
        "data": "dev.json",
        "n": 50,
        "em": 40.0,
        "f1": 55.5,
        "em_interval": [30.0, 50.0],
        "f1_interval": [45.0, 64.0],
        "question_type": {"who": {"n": 20, "em": 50.0, "f1": 61.0}, "why": {"n": 2, "em": 0.0, "f1": 0.0}},
    },
]


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
