"""Questions about what stands before who says it."""

from __future__ import annotations

from random import Random

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.tree import Tree
from tests.test_questions.handmade import questions


def _asked(parser: SpacyParser, sentence: str) -> list[str]:
    return questions(Tree(parser.parse([sentence])[0][0]), Random(0))


def test_what_is_said_first_is_asked_with_who_said_it(parser: SpacyParser) -> None:
    asked = _asked(parser, "The mill burned down in May, Ada Byron said in a statement.")
    assert "Who said that the mill burned down in May?" in asked
    assert "What did Ada Byron say in a statement?" in asked
    assert "Who said in a statement?" not in asked


@pytest.mark.parametrize(
    "sentence",
    [
        '"The mill burned down in May," the mayor said.',
        "Second, there are the laws of the land, the mayor said.",
        "That was the end of the mill, the mayor said.",
        "But the mill burned down in May, the mayor said.",
    ],
)
def test_what_may_be_cut_or_is_quoted_is_not_asked(parser: SpacyParser, sentence: str) -> None:
    asked = _asked(parser, sentence)
    assert not [question for question in asked if question.startswith(("Who said that", "What did the mayor say"))]
