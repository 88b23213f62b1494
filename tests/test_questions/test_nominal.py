"""What noun phrases say without a verb, each rule with its example."""

from __future__ import annotations

from typing import Any

import pytest

from pie_qg.questions.nominal import RULES


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Paris, the capital of France, grows quickly.", "What is the capital of France?", "Paris"),
        ("They met Ada Smith, a British army officer.", "Who was Ada Smith?", "British army officer"),
        ("The physicist Marie Curie left Paris.", "What was Marie Curie's profession?", "physicist"),
        ("The army camped in Dayton, Ohio.", "In what state is Dayton?", "Ohio"),
        (
            "The World Health Organization (WHO) published a report.",
            "What is the abbreviation for the World Health Organization?",
            "WHO",
        ),
        (
            "The firm makes metal fasteners such as bolts and rivets.",
            "What are some examples of metal fasteners?",
            "bolts and rivets",
        ),
        (
            "The firm makes usually wooden tools such as hammers and saws.",
            "What are some examples of wooden tools?",
            "hammers and saws",
        ),
        ("The peace was kept by the Ghent treaty of 1814.", "When was the Ghent treaty?", "1814"),
        ("They hold a spring festival called Yaoshang.", "What is the name of the spring festival?", "Yaoshang"),
    ],
)
def test_example(formed: Any, sentence: str, question: str, answer: str) -> None:
    found = {(pair.question, pair.answer) for pair in formed(sentence)[0]}
    assert (question, answer) in found, sorted(found)


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Islands such as Jamaica, Trinidad and Cuba grew sugar.", "In what"),
        ("The group (ABC) met in Paris.", "What does ABC stand for"),
        ("The champion Anna Smith left Paris.", "What was Anna Smith's profession"),
        ("The printer reads right-to-left scripts such as Arabic and Urdu.", "What are some examples"),
        ("Thomas Jefferson, the state of Virginia, was there.", "Who was Thomas Jefferson"),
    ],
)
def test_says_nothing(formed: Any, sentence: str, question: str) -> None:
    assert not [pair.question for pair in formed(sentence)[0] if pair.question.startswith(question)]


def test_every_rule_shows_an_example() -> None:
    assert all(rule.__doc__ and "→" in rule.__doc__ for rule in RULES)
