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


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("They|PRP|nsubj|1 own|VBP|ROOT|1 the|DT|det|3 shops|NNS|dobj|1 yearly|RB|advmod|3", "shops"),
        # an "A" that is a name, and one that is an article
        ("They|PRP|nsubj|1 own|VBP|ROOT|1 the|DT|det|4 A|DT|det|4 team|NN|dobj|1", "A team"),
        ("They|PRP|nsubj|1 own|VBP|ROOT|1 their|PRP$|poss|4 own|JJ|amod|4 mill|NN|dobj|1", "mill"),
        ("They|PRP|nsubj|1 own|VBP|ROOT|1 a|DT|det|4 big|JJ|amod|4 team|NN|dobj|1", "big team"),
    ],
)
def test_where_an_answer_starts_and_ends(words: str, answer: str) -> None:
    tree = misread(words)
    noun = next(index for index, token in enumerate(tree.tokens) if token.dep == "dobj")
    assert tree.text(answer_tokens(tree, noun_phrase(tree, noun, "object", "dobj"))) == answer
