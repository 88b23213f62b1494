"""Where something is, is put, is bought or happens; and what is no place."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Anna Berg slept in the old shed in May.", "Where did Anna Berg sleep in May?", "old shed"),
        ("The old kettle hangs over the stove.", "Where does the old kettle hang?", "stove"),
        ("Anna Berg bought a brass kettle at Macy's.", "Where did Anna Berg buy a brass kettle?", "Macy's"),
        ("Anna Berg ordered the kettle from a small shop.", "Where did Anna Berg order the kettle?", "small shop"),
    ],
)
def test_a_site_is_asked_for_with_where(formed: Any, sentence: str, question: str, answer: str) -> None:
    pairs, _ = formed(sentence)
    assert (question, answer) in {(pair.question, pair.answer) for pair in pairs}


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berg believed in the market.",
        "Anna Berg worked on the road to Ghent.",
        "The guild invested in the mill.",
        "Anna Berg kept the kettle in case.",
        "Anna Berg got a letter from the baker.",
        "Anna Berg sat at the end of May.",
    ],
)
def test_not_all_that_is_called_like_a_place_is_one(formed: Any, sentence: str) -> None:
    pairs, _ = formed(sentence)
    assert not [pair.question for pair in pairs if pair.question.startswith("Where")]
