"""A review of a run's pairs: which pair comes next, and what happens to a verdict."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from pie_qg.errors import InputError
from pie_qg.report.examples import code_points, shown_pair
from pie_qg.report.sample import Sample
from pie_qg.results import Results, Row, read_results
from pie_qg.reviews import EDIT, VERDICTS, ReviewLog, apply, edited, make_verdict, open_log
from pie_qg.squad import PAIRS


@dataclass
class Session:
    """The pairs under review, by position; safe to call from several threads."""

    results: Results
    log: ReviewLog
    file: IO[bytes]
    offsets: list[int]
    """Where in qa.jsonl the pair at each position starts."""
    judged: dict[int, str]
    """Position → verdict."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def state(self) -> dict[str, Any]:
        """Return how far the review is: `total, reviewed`, a count a verdict, and the `next` position, if any."""
        counts = {verdict: sum(given == verdict for given in self.judged.values()) for verdict in VERDICTS}
        return {"total": len(self.offsets), "reviewed": len(self.judged), **counts, "next": self._next(0)}

    def pair(self, position: int) -> dict[str, Any]:
        """Return what the page shows at a position; raises InputError where there is none."""
        with self._lock:
            row = self._row(position)
            verdict = self.log.verdicts.get(row["id"]) if position in self.judged else None
            shown = apply(row, verdict) or row
            return {
                **shown_pair(shown),
                "position": position,
                "text": row["context"],
                "verdict": verdict.verdict if verdict else None,
                "before": row["question"] if shown is not row else None,
            }

    def judge(self, position: int, verdict: str, edit: dict[str, Any] | None = None) -> dict[str, Any]:
        """Save a verdict, and return the state, its `next` being the next position with none after this one.

        `edit` has `question`, `answer` and, counted as JavaScript does, `near`. Raises InputError where it will not do.
        """
        with self._lock:
            row = self._row(position)
            self.log.add(make_verdict(row, verdict, _edit(row, edit) if verdict == EDIT else None))
            self.judged[position] = verdict
            return {**self.state(), "next": self._next(position)}

    def _row(self, position: int) -> Row:
        if not 0 <= position < len(self.offsets):
            raise InputError(f"there is no pair {position}; they go from 0 to {len(self.offsets) - 1}")
        self.file.seek(self.offsets[position])
        row: Row = json.loads(self.file.readline())
        return row

    def _next(self, after: int) -> int | None:
        total = len(self.offsets)
        places = ((after + step) % total for step in range(total))
        return next((place for place in places if place not in self.judged), None)


@contextmanager
def open_session(folder: str | Path, *, sample: int | None = None, seed: int = 0) -> Iterator[Session]:
    """Open a run's pairs, or a seeded sample of so many, for review, where the last review left off.

    Raises InputError where no run is, it has no pair, or another review is open on it.
    """
    results = read_results(folder)
    offsets, rows = _index(results, sample, seed)
    if not offsets:
        raise InputError(f"{results.folder}: this run has no pair to review; `pie-qg report` says why")
    with open_log(results.folder) as log, (results.folder / PAIRS).open("rb") as file:
        verdicts = {name: log.verdicts[name] for name in rows if name in log.verdicts}
        session = Session(results, log, file, offsets, {})
        for name, verdict in verdicts.items():
            if verdict.fits(session._row(rows[name])):
                session.judged[rows[name]] = verdict.verdict
        yield session


def _index(results: Results, sample: int | None, seed: int) -> tuple[list[int], dict[str, int]]:
    """Return the offsets of the lines in qa.jsonl, and each pair's position by id."""
    sizes = (len(line) for line in (results.folder / PAIRS).open("rb"))
    kept, offset = Sample(sample or 1 << 62, seed), 0
    for row, size in zip(results.pairs(), sizes, strict=True):
        kept.add(row["id"], {"id": row["id"], "offset": offset})
        offset += size
    rows = kept.rows()
    return [row["offset"] for row in rows], {row["id"]: position for position, row in enumerate(rows)}


def _edit(row: Row, edit: dict[str, Any] | None) -> Row:
    question, answer, near = (edit or {}).get("question"), (edit or {}).get("answer"), (edit or {}).get("near")
    if not isinstance(question, str) or not isinstance(answer, str) or not isinstance(near, int | None):
        raise InputError("an edit brings a question and an answer, both text")
    return edited(row, question, answer, None if near is None else code_points(row["context"], max(0, near)))
