"""Whose "I" it is."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.author import quoted_sentences
from pie_qg.tree import Tree


@pytest.mark.parametrize(
    ("passage", "quoted"),
    [
        ('"I sold the mill," Ada said.|My son wept.', {0, 1}),
        ('"I sold the mill in May.|My son wept."|The mill is gone.', {0, 1}),
        ('The sign says "Mill".|I bought it.', {0}),
        ('I bought the mill.|"I sold it," Ada said.|My son wept.', set()),
        ("I bought the mill.|My son wept.", set()),
    ],
)
def test_i_may_be_whoever_is_quoted(parser: SpacyParser, passage: str, quoted: set[int]) -> None:
    trees = [Tree(parser.parse([sentence])[0][0]) for sentence in passage.split("|")]
    assert quoted_sentences(trees) == quoted
