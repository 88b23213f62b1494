"""Nouns that their verb goes with, said in the question."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("The navy played a major role in the war.", "What role did the navy play in the war?", "major role"),
        ("The kings took measures against fire.", "What measures did the kings take?", "measures against fire"),
        ("The kings took a softer pillow in 1990.", "What did the kings take in 1990?", "softer pillow"),
    ],
)
def test_the_noun_is_said_with_its_verb(formed: Any, sentence: str, question: str, answer: str) -> None:
    assert (question, answer) in {(pair.question, pair.answer) for pair in formed(sentence)[0]}


@pytest.mark.parametrize(
    "sentence",
    [
        "The council took steps in 1990.",
        "The two kings fought many wars in Norway.",
        "The kings took a softer stance in 1990.",
        "The council took bold new steps in 1990.",
        "The two kings played the same role for years in Norway.",
    ],
)
def test_the_noun_does_not_answer_alone(formed: Any, sentence: str) -> None:
    assert not [pair.answer for pair in formed(sentence)[0] if pair.rule == "object:thing"]


@pytest.mark.parametrize(
    ("sentence", "answer", "asked"),
    [
        ("Action was taken against the king of Norway in 1990.", "Action", False),
        ("Severe measures were taken against the king of Norway in 1990.", "Severe measures", True),
        ("Limestone was taken from the king of Norway in 1990.", "Limestone", True),
    ],
)
def test_what_was_done_tells_more_than_that_it_was(formed: Any, sentence: str, answer: str, asked: bool) -> None:
    assert (answer in {pair.answer for pair in formed(sentence)[0] if pair.rule == "subject:thing"}) is asked
