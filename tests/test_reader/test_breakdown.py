"""Questions and answers fall into their classes."""

from __future__ import annotations

import pytest

from pie_qg.examples import Example
from pie_qg.reader.breakdown import answer_length, by_question_type, question_type


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who wrote it?", "who"),
        ("To whom was it sent?", "who"),
        ("In what year did it end?", "what"),
        ("How many are there?", "how many"),
        ("how does it work", "how"),
        ("Name the capital.", "other"),
        ("The somewhat whole thing?", "other"),
        ("Which one, and who has it?", "which"),
    ],
)
def test_question_type(question: str, expected: str) -> None:
    assert question_type(question) == expected


@pytest.mark.parametrize(
    ("answers", "expected"), [((), "none"), (("a b c",), "3–4"), (("a b c", "a"), "1"), (("a " * 40,), "9+")]
)
def test_answer_length(answers: tuple[str, ...], expected: str) -> None:
    assert answer_length(Example("x", "?", "", answers)) == expected


def test_groups_hold_every_question() -> None:
    examples = [Example(str(i), question, "") for i, question in enumerate(["Who?", "Who?", "Why?"])]
    groups = by_question_type(examples, [(1.0, 1.0), (0.0, 0.5), (0.0, 0.0)])
    assert {name: (score.n, score.f1) for name, score in groups.items()} == {"who": (2, 75.0), "why": (1, 0.0)}
