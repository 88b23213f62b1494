"""Asking a reader one question about some contexts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pie_qg.errors import InputError
from pie_qg.examples import Example
from pie_qg.reader.encoder import Reader
from pie_qg.reader.predict import Span, predict

_ENDS = ".!?。！？\n"
_CLOSERS = "\"'”’)]»"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, and where it stands."""

    text: str
    """Empty where the reader finds no answer in the context."""
    probability: float
    source: str
    """Name of the context."""
    start: int
    """Characters `start` to `end` of the context."""
    end: int
    sentence: str
    """The sentence around the answer: characters `sentence_start` and on of the context."""
    sentence_start: int


def ask(reader: Reader | str | Path, question: str, contexts: Mapping[str, str]) -> list[Answer]:
    """Return the best answer from each context (name → text), the most certain first; none comes last.

    The score of a span is a logit, so the answers of several contexts are ranked by it, and `probability` is among the
    spans of the answer's own context. Raises InputError for an empty question or context.
    """
    if not question.strip():
        raise InputError("the question is empty")
    for name, text in contexts.items():
        if not text.strip():
            raise InputError(f"{name}: is empty; there is nothing to find an answer in")
    found = predict(reader, [Example(name, question, text) for name, text in contexts.items()])
    ranked = sorted(found, key=lambda prediction: (not prediction.text, -_score(prediction.best)))
    answers = []
    for prediction in ranked:
        context = contexts[prediction.id]
        if not prediction.text:
            answers.append(Answer("", 0.0, prediction.id, 0, 0, "", 0))
            continue
        best = prediction.best[0]
        first, last = sentence_around(context, best.start, best.end)
        answers.append(
            Answer(best.text, best.probability, prediction.id, best.start, best.end, context[first:last], first)
        )
    return answers


def sentence_around(context: str, start: int, end: int) -> tuple[int, int]:
    """Return the start and end of the sentence, or sentences, that hold a span; stops end one where a space follows."""
    first = start
    while first > 0 and not _ends_at(context, first - 1):
        first -= 1
    last = max(end - 1, start)
    while last < len(context) and not _ends_at(context, last):
        last += 1
    while last + 1 < len(context) and context[last + 1] in _CLOSERS:
        last += 1
    last = min(last + 1, len(context))
    text = context[first:last]
    left = first + len(text) - len(text.lstrip().lstrip(_CLOSERS).lstrip())
    return min(left, start), max(first + len(text.rstrip()), end)


def _ends_at(context: str, at: int) -> bool:
    if context[at] == "\n":
        return True
    if context[at] not in _ENDS:
        return False
    after = context[at + 1 :].lstrip(_CLOSERS)[:1] if at + 1 < len(context) else " "
    return not after or after.isspace() or context[at] in "。！？"


def _score(best: tuple[Span, ...]) -> float:
    return best[0].score if best else float("-inf")
