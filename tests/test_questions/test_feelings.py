"""What an author feels about what he writes of."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "I bought a brass kettle. I am very happy with the lid.",
            "How does the author feel about the lid?",
            "very happy",
        ),
        ("I was disappointed with the lid.", "How did the author feel about the lid?", "disappointed"),
        ("I really love this kettle.", "How does the author feel about the kettle?", "really love"),
        ("I bought this kettle. I love its lid.", "What does the author love about the kettle?", "lid"),
        (
            "I use this kettle. My only complaint is the lid.",
            "What is the author's only complaint about the kettle?",
            "lid",
        ),
        (
            "I use this kettle. The only problem is that the lid is loose.",
            "What is the only problem with the kettle?",
            "the lid is loose",
        ),
    ],
)
def test_an_author_tells_what_he_feels(formed: Any, text: str, question: str, answer: str) -> None:
    pairs, _ = formed(text)
    assert (question, answer) in {(pair.question, pair.answer) for pair in pairs}


@pytest.mark.parametrize(
    "text",
    [
        "The king was happy with the lid. The king loved this kettle.",  # nobody says "I"
        "I am not happy with the lid. I do not love this kettle.",
        "I would love the lid. I might be happy with the lid.",
        "I love everything. I am happy with everything.",
    ],
)
def test_what_nobody_says_that_he_feels(formed: Any, text: str) -> None:
    pairs, _ = formed(text)
    assert not [pair.question for pair in pairs if pair.rule.startswith("feeling")]
