"""Sayings that are said whole, and sayings torn apart."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.idioms import tears_idiom


@pytest.mark.parametrize(
    ("sentence", "question", "answer", "torn"),
    [
        ("The old rack gave up the ghost in May.", "rack give", "ghost", True),
        ("The old rack gave up the ghost in May.", "rack abandon ghost", "May", True),
        ("The old rack gave up the ghost in May.", "rack give ghost", "May", False),
        ("She took all the letters into consideration.", "she take letter", "consideration", True),
        ("She took all the letters into consideration.", "she take consideration", "letter", False),
        ("We cleaned it with elbow grease.", "we clean grease", "elbow", True),
        ("We cleaned it with elbow grease.", "we clean it", "elbow grease", False),
        ("The ghost gave her a letter.", "ghost give", "letter", False),
        ("They may mend the mill in the near future.", "what mend mill future", "near", True),
        ("I would much rather have two mills.", "I would much have mill", "two", True),
        ("The king had put the rebels to death.", "who king place to death", "rebel", True),
        ("The poet took his own life in 1937.", "poet take", "life", True),
        ("The water is kept ice cold in May.", "water keep cold", "ice", True),
        ("The guests came every now and then.", "guest come now", "then", True),
        ("The guests came every now and then.", "who come now and then", "guest", False),
    ],
)
def test_saying(parser: SpacyParser, sentence: str, question: str, answer: str, torn: bool) -> None:
    parsed = parser.parse([sentence])[0][0]
    assert tears_idiom(parsed, question.split(), answer.split()) == torn
