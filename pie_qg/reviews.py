"""People's verdicts on pairs: appended to reviews.jsonl as they are made, and applied when a data set is exported."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from pie_qg.errors import InputError
from pie_qg.results import Row, answer_of

REVIEWS = "reviews.jsonl"
ACCEPT, REJECT, EDIT = VERDICTS = ("accept", "reject", "edit")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person said of a pair, and the pair as that person saw it."""

    id: str
    verdict: str
    """accept, reject or edit."""
    seen: Row
    """The question and the answers as they were."""
    edit: Row | None = None
    """The question and the answers as they shall be."""

    def fits(self, row: Row) -> bool:
        """Say whether the pair is still the one that was judged; a later run may have given its id another."""
        return self.seen == _judged(row)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pairs have which verdict."""

    accept: int = 0
    reject: int = 0
    edit: int = 0
    outdated: int = 0
    """Verdicts on pairs that are no longer there as they were judged."""

    @property
    def reviewed(self) -> int:
        return self.accept + self.reject + self.edit


def make_verdict(row: Row, verdict: str, edit: Row | None = None) -> Verdict:
    """Return a verdict on a pair; `edit` is what `edited` returned, and given exactly where the verdict is edit."""
    if verdict not in VERDICTS or (verdict == EDIT) != (edit is not None):
        raise InputError(f"a verdict is one of {', '.join(VERDICTS)}, and an edit brings a question and an answer")
    return Verdict(row["id"], verdict, _judged(row), edit)


def edited(row: Row, question: str, answer: str, near: int | None = None) -> Row:
    """Return the question and answers that an edit makes of a pair; the answer stands where it is nearest to `near`.

    `near` is a character of the context, the old answer's start when not given. Raises InputError where the question
    is empty, or the answer is not in the context.
    """
    question, answer = question.strip(), answer.strip()
    if not question:
        raise InputError("the question is empty; write one, or reject the pair")
    old = answer_of(row)
    if not answer:
        if old is not None:
            raise InputError("the answer is empty; write one that stands in the passage, or reject the pair")
        return {"question": question, "answers": {"text": [], "answer_start": []}}
    start = nearest(row["context"], answer, near if near is not None else old[1] if old else 0)
    if start is None:
        raise InputError("the answer does not stand in the passage, word for word; select it there")
    return {"question": question, "answers": {"text": [answer], "answer_start": [start]}}


def nearest(context: str, answer: str, near: int) -> int | None:
    """Return where the answer stands in the context, nearest to a place; None where it does not."""
    starts = [start for start in range(len(context)) if context.startswith(answer, start)] if answer else []
    return min(starts, key=lambda start: abs(start - near), default=None)


def apply(row: Row, verdict: Verdict | None) -> Row | None:
    """Return the pair as its verdict wants it, None where that is a reject; one with no verdict stays as it is."""
    if verdict is None or verdict.verdict == ACCEPT or not verdict.fits(row):
        return row
    if verdict.edit is None:
        return None
    return {**row, **verdict.edit, "answerable": bool(verdict.edit["answers"]["text"])}


def tally(rows: Iterable[Row], verdicts: Mapping[str, Verdict]) -> Tally:
    """Return how many of the pairs have which verdict."""
    counts = dict.fromkeys(VERDICTS, 0)
    for row in rows:
        verdict = verdicts.get(row["id"])
        if verdict is not None and verdict.fits(row):
            counts[verdict.verdict] += 1
    return Tally(**counts, outdated=len(verdicts) - sum(counts.values()))


def read_verdicts(folder: Path) -> dict[str, Verdict]:
    """Return the last verdict on each pair, by the pair's id; a line cut short by a crash does not count.

    Raises InputError, naming the line, where the file is not as `pie-qg review` writes it.
    """
    path = folder / REVIEWS
    if not path.exists():
        return {}
    found = {}
    whole, _, _ = path.read_bytes().rpartition(b"\n")
    for number, line in enumerate(whole.split(b"\n") if whole else (), 1):
        verdict = _parse(line, f"{path}, line {number}")
        found[verdict.id] = verdict
    return found


class ReviewLog:
    """The verdicts of a run, held by one reviewer; each is on the disk before `add` returns."""

    def __init__(self, file: IO[bytes], verdicts: dict[str, Verdict]) -> None:
        self._file = file
        self.verdicts = verdicts

    def add(self, verdict: Verdict) -> None:
        self._file.write(_line(verdict))
        self._file.flush()
        os.fsync(self._file.fileno())
        self.verdicts[verdict.id] = verdict


@contextmanager
def open_log(folder: Path) -> Iterator[ReviewLog]:
    """Open a run's verdicts to add to them; raises InputError where another review holds them."""
    path = folder / REVIEWS
    try:
        file = path.open("ab")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InputError(f"{path}: another review is open on this run; go on there, or end it first") from None
        verdicts = read_verdicts(folder)
        _cut_torn_line(path, file)
        yield ReviewLog(file, verdicts)


def _cut_torn_line(path: Path, file: IO[bytes]) -> None:
    content = path.read_bytes()
    if content and not content.endswith(b"\n"):
        file.truncate(content.rfind(b"\n") + 1)


def _judged(row: Row) -> Row:
    return {"question": row["question"], "answers": row["answers"]}


def _line(verdict: Verdict) -> bytes:
    row: Row = {"id": verdict.id, "verdict": verdict.verdict, **verdict.seen}
    if verdict.edit is not None:
        row["edit"] = verdict.edit
    row["at"] = datetime.now(UTC).isoformat(timespec="seconds")
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"


def _parse(line: bytes, where: str) -> Verdict:
    try:
        row: Any = json.loads(line)
        edit = row.get("edit")
        verdict = Verdict(row["id"], row["verdict"], _judged(row), None if edit is None else _judged(edit))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"{where}: is no verdict; mend the line or remove it") from None
    if verdict.verdict not in VERDICTS or (verdict.verdict == EDIT) != (verdict.edit is not None):
        raise InputError(f"{where}: is no verdict; mend the line or remove it")
    return verdict
