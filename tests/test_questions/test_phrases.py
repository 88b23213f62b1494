"""Which words of a phrase make an answer."""

from __future__ import annotations

import pytest

from pie_qg.constituents import noun_phrase
from pie_qg.questions.phrases import answer_tokens
from pie_qg.records import Entity
from tests.test_questions.handmade import misread


@pytest.mark.parametrize(
    ("words", "place", "answer"),
    [
        ("They|PRP|nsubj|1 joined|VBD|ROOT|1 a|DT|det|3 club|NN|dobj|1 ,|,|punct|3 Union|NNP|appos|3", 5, "Union"),
        (
            "They|PRP|nsubj|1 joined|VBD|ROOT|1 a|DT|det|3 club|NN|dobj|1 with|IN|prep|1 help|NN|pobj|4 ,|,|punct|3 "
            "Union|NNP|appos|3",
            7,
            "club",
        ),
    ],
)
def test_a_name_far_from_a_description_is_no_answer(words: str, place: int, answer: str) -> None:
    tree = misread(words, Entity(place, place + 1, "ORG"))
    assert tree.text(answer_tokens(tree, noun_phrase(tree, 3, "object", "dobj"))) == answer
