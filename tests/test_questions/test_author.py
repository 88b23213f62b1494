"""Whose "I" it is."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.author import Author, quoted_sentences
from pie_qg.questions.pointing import Found
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread


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


def test_mine_is_not_said_to_be_whose_what() -> None:
    found = Found(0, misread("Mine|PRP|nsubj|1 broke|VBD|ROOT|1"))
    assert Author("reviewer", True).reads(found, 0, "mine")
    assert found.unresolved == {0}
    assert not found.instead


def test_what_is_mine_is_the_authors() -> None:
    found = Found(0, misread("My|PRP$|poss|1 lid|NN|nsubj|2 broke|VBD|ROOT|2"))
    assert Author("reviewer", True).reads(found, 0, "my")
    assert found.instead == {0: "the reviewer's"}
