"""Nouns that their verb goes with, said in the question."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("The navy played a major role in the war.", "What role did the navy play in the war?", "major role"),
        ("The kings took a softer stance in 1990.", "What stance did the kings take in 1990?", "softer stance"),
        ("The kings took a softer pillow in 1990.", "What did the kings take in 1990?", "softer pillow"),
    ],
)
def test_the_noun_is_said_with_its_verb(formed: Any, sentence: str, question: str, answer: str) -> None:
    assert (question, answer) in {(pair.question, pair.answer) for pair in formed(sentence)[0]}


@pytest.mark.parametrize("sentence", ["The council took steps in 1990.", "The two kings fought many wars in Norway."])
def test_the_noun_does_not_answer_alone(formed: Any, sentence: str) -> None:
    assert not [pair.answer for pair in formed(sentence)[0] if pair.rule == "object:thing"]
