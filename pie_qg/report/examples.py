"""Sampled pairs and rejects as the page's script takes them: each passage once, offsets in UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pie_qg.report.labels import answer_type
from pie_qg.results import Row, answer_of

_MADE_OF = ("sentence", "paraphrase", "divergence", "similarity", "triple", "rule", "confidence")
_SHOWN = frozenset({"question", "answer", "rule", "triple", "sentence", "paraphrase"})


def browser_data(pairs: Sequence[Row], rejects: Sequence[Row], contexts: dict[str, str]) -> dict[str, Any]:
    """Return `{passages, pairs, rejects}`; `contexts` has the text of passages (by id) that rejects came from."""
    passages: dict[tuple[str, str], int] = {}
    shown_pairs = [
        {**shown_pair(row), "passage": _place(passages, str(row.get("passage_id") or row["id"]), row["context"])}
        for row in pairs
    ]
    shown_rejects = [_reject(row, contexts, passages) for row in rejects]
    texts = [{"id": name, "text": text} for name, text in passages]
    return {"passages": texts, "pairs": shown_pairs, "rejects": shown_rejects}


def contexts_of(rows: Iterable[Row], wanted: set[str]) -> dict[str, str]:
    """Return the passages with these ids, by id, as far as pairs hold them."""
    return {row["passage_id"]: row["context"] for row in rows if row.get("passage_id") in wanted}


def utf16(text: str, place: int) -> int:
    """Return a place counted in code points as JavaScript counts it."""
    return place if text.isascii() else place + sum(ord(character) > 0xFFFF for character in text[:place])


def code_points(text: str, place: int) -> int:
    """Return a place counted by JavaScript in code points."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))


def sentence_span(row: Row) -> tuple[int, int] | None:
    """Return where in the context the sentence of a pair's answer stands, if that is known or can be found."""
    if isinstance(row.get("start"), int) and isinstance(row.get("end"), int):
        return row["start"], row["end"]
    sentence, context, answer = row.get("sentence"), row["context"], answer_of(row)
    if not sentence:
        return None
    at = answer[1] if answer else 0
    found = context.rfind(sentence, 0, at + len(sentence))
    if found < 0:
        found = context.find(sentence)
    return (found, found + len(sentence)) if found >= 0 else None


def shown_pair(row: Row) -> Row:
    """Return what a page shows of a pair, but for its passage."""
    context, answer, sentence = row["context"], answer_of(row), sentence_span(row)
    shown: Row = {
        "id": row["id"],
        "title": row.get("title") or "",
        "question": row["question"],
        "answer": answer[0] if answer else None,
        "mark": _utf16_span(context, answer[1], answer[1] + len(answer[0])) if answer else None,
        "from": _utf16_span(context, *sentence) if sentence else None,
        "question_type": row.get("question_type") or "other",
        "answer_type": answer_type(row.get("answer_type") or "other"),
    }
    return shown | {name: row[name] for name in _MADE_OF if name in row}


def _reject(row: Row, contexts: dict[str, str], passages: dict[tuple[str, str], int]) -> Row:
    name = str(row.get("passage_id", ""))
    candidate = row.get("candidate")
    shown: Row = {"passage_id": name, "stage": row.get("stage", ""), "reason": row.get("reason", "")}
    if name in contexts:
        shown["passage"] = _place(passages, name, contexts[name])
    if isinstance(candidate, dict):
        shown |= {key: value for key, value in candidate.items() if key in _SHOWN}
        other = {key: value for key, value in candidate.items() if key not in _SHOWN}
        return shown | ({"other": other} if other else {})
    return shown | ({"other": candidate} if candidate not in (None, "") else {})


def _place(passages: dict[tuple[str, str], int], name: str, text: str) -> int:
    return passages.setdefault((name, text), len(passages))


def _utf16_span(text: str, start: int, end: int) -> tuple[int, int]:
    return utf16(text, start), utf16(text, end)
