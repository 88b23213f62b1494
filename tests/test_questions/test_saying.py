"""Verbs of saying without what was said."""

from __future__ import annotations

import pytest

from pie_qg.questions.saying import SIGNS
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread, words_of

LETTER = "Mills|NNS|nsubj|1 burned|VBD|ccomp|4 ,|,|punct|4 Ada|NNP|nsubj|4 said|VBD|ROOT|4 in|IN|prep|4 May|NNP|pobj|5"
TOLD = "Ada|NNP|nsubj|1 told|VBD|ROOT|1 Congress|NNP|dobj|1 of|IN|prep|1 fires|NNS|pobj|3 today|NN|npadvmod|1"


def _shown(tree: Tree, said: str, answer: str, verb: int) -> bool:
    words = {index for phrase in said.split(" … ") for index in words_of(tree, phrase)}
    return any(sign(tree, words, words_of(tree, answer), verb) for sign in SIGNS)


@pytest.mark.parametrize(
    ("words", "said", "answer", "verb"),
    [
        (LETTER, "in May", "Ada", 4),
        (LETTER, "Ada", "May", 4),
        (TOLD, "Congress", "Ada", 1),
        (TOLD, "Ada", "Congress", 1),
        ("Ada|NNP|nsubj|1 asked|VBD|ROOT|1 Congress|NNP|dobj|1", "Ada", "Congress", 1),
        ("Ada|NNP|nsubj|1 told|VBD|ROOT|1 agency|NN|dobj|1", "agency", "Ada", 1),
    ],
)
def test_what_was_said_is_left_out(words: str, said: str, answer: str, verb: int) -> None:
    assert _shown(misread(words), said, answer, verb)


@pytest.mark.parametrize(
    ("words", "said", "answer", "verb"),
    [
        (LETTER, "Mills burned", "Ada", 4),
        (LETTER, "Ada … in May", "Mills burned", 4),
        (TOLD, "Congress of fires", "Ada", 1),
        (LETTER, "burned", "Mills", 1),
        ("Ada|NNP|nsubj|1 told|VBD|ROOT|1 stories|NNS|dobj|1", "Ada", "stories", 1),
        ("It|PRP|nsubjpass|2 was|VBD|auxpass|2 said|VBN|ROOT|2 in|IN|prep|2 May|NNP|pobj|3", "It", "May", 2),
        ("It|PRP|nsubj|1 added|VBD|ROOT|1 to|IN|prep|1 costs|NNS|pobj|2", "It", "costs", 1),
    ],
)
def test_what_was_said_is_there(words: str, said: str, answer: str, verb: int) -> None:
    assert not _shown(misread(words), said, answer, verb)
