"""Where a reader is good and where not: its scores by type of question and by length of answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pie_qg.examples import Example
from pie_qg.reader.score import Score, mean

QUESTION_TYPES = (
    ("how many", r"how (?:many|much)"),
    ("how", r"how"),
    ("who", r"who|whom|whose"),
    ("what", r"what|whats"),
    ("which", r"which"),
    ("when", r"when"),
    ("where", r"where"),
    ("why", r"why"),
)
_TYPE = re.compile(
    r"\b(?:" + "|".join(f"(?P<type{i}>{words})" for i, (_, words) in enumerate(QUESTION_TYPES)) + r")\b", re.IGNORECASE
)
ANSWER_LENGTHS = ((0, 0, "none"), (1, 1, "1"), (2, 2, "2"), (3, 4, "3–4"), (5, 8, "5–8"), (9, 10**9, "9+"))
"""Fewest and most words of an answer, and what they are called."""


def question_type(question: str) -> str:
    """Return the question's wh-word, the first that stands in it; "other" where there is none."""
    match = _TYPE.search(question)
    if match is None or match.lastgroup is None:
        return "other"
    return QUESTION_TYPES[int(match.lastgroup.removeprefix("type"))][0]


def answer_length(example: Example) -> str:
    """Return the length class, in words, of the shortest gold answer."""
    words = min((len(answer.split()) for answer in example.answers), default=0)
    return next(name for least, most, name in ANSWER_LENGTHS if least <= words <= most)


def by_question_type(examples: Sequence[Example], scores: Sequence[tuple[float, float]]) -> dict[str, Score]:
    """Return the mean score of each type of question that there is."""
    return _group(examples, scores, lambda example: question_type(example.question), [*dict(QUESTION_TYPES), "other"])


def by_answer_length(examples: Sequence[Example], scores: Sequence[tuple[float, float]]) -> dict[str, Score]:
    """Return the mean score of each length of answer that there is."""
    return _group(examples, scores, answer_length, [name for _, _, name in ANSWER_LENGTHS])


def _group(
    examples: Sequence[Example],
    scores: Sequence[tuple[float, float]],
    group: Callable[[Example], str],
    order: Sequence[str],
) -> dict[str, Score]:
    groups: dict[str, list[tuple[float, float]]] = {name: [] for name in order}
    for example, pair in zip(examples, scores, strict=True):
        groups[group(example)].append(pair)
    return {name: mean(pairs) for name, pairs in groups.items() if pairs}
