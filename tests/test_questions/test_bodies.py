"""Governments, teams and tribes are asked for with "who" where they do what somebody does."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("sentence", "wh", "answer"),
    [
        ("Many nations signed the treaty.", "Who signed", "Many nations"),
        ("The charter was signed by several coastal states in 1950.", "Who signed", "several coastal states"),
        ("The French government approved the canal in 1900.", "Who approved", "French government"),
        ("The Swedish company announced a new engine in May.", "Who announced", "Swedish company"),
        ("An armed group attacked the fort in 1812.", "Who attacked", "armed group"),
        ("The valley was discovered by Nokia in 1990.", "Who discovered", "Nokia"),
        ("A union organizer told the miners a story.", "Who told", "union organizer"),
        # things that do what anything does, and places that a thing happens to
        ("The state of the bridge worried the king.", "What worried", "state of the bridge"),
        ("The Swedish company contains old mines in Kiruna.", "What contains", "Swedish company"),
        ("The Swedish band experienced a sharp rise in sales.", "What experienced", "Swedish band"),
        ("Manhattan hosts a large fair.", "What", "Manhattan"),
    ],
)
def test_a_body_that_acts_is_a_who(formed: Any, sentence: str, wh: str, answer: str) -> None:
    pairs, _ = formed(sentence)
    assert [pair for pair in pairs if pair.question.startswith(wh) and pair.answer == answer], [
        (pair.question, pair.answer) for pair in pairs
    ]
