"""The verdicts of a reader on a sample: they are of real passages, and say what share is bad."""

from __future__ import annotations

import json
from pathlib import Path

VERDICTS = json.loads((Path(__file__).parent.parent / "verdicts_questions.json").read_text(encoding="utf-8"))[
    "verdicts"
]


def test_share_of_bad_pairs_is_what_we_report() -> None:
    bad = sum(verdict == "bad" for *_, verdict in VERDICTS)
    assert (len(VERDICTS), bad) == (200, 2)


def test_verdicts_are_of_spans_in_the_passages(shared: Path) -> None:
    lines = (shared / "data" / "wiki.passages.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {record["id"]: record["text"] for record in map(json.loads, lines)}
    for passage_id, start, length, verdict in VERDICTS:
        assert texts[passage_id][start : start + length].strip()
        assert start + length <= len(texts[passage_id])
        assert verdict in {"good", "bad"}
