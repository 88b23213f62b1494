"""What is only guessed at, hoped for or thought by somebody, and what is told as a fact beside it."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.guesses import is_guessed
from pie_qg.tree import Tree


def _is_guessed(parser: SpacyParser, sentence: str, verb: str) -> bool:
    tree = Tree(parser.parse([sentence])[0][0])
    return is_guessed(tree, [token.text for token in tree.tokens].index(verb))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Maybe the pipe leaked and the floor rotted.", "leaked"),
        ("Maybe the pipe leaked and the floor rotted.", "rotted"),
        ("Hopefully, the council will mend the bridge.", "mend"),
        ("The complaint was that the lid leaked.", "leaked"),
        ("A common fear is that the dam will break.", "break"),
        ("The lid must be closed or you will spill the soup.", "spill"),
        ("You have to close it or you will spill the soup.", "spill"),
    ],
)
def test_is_guessed(parser: SpacyParser, sentence: str, verb: str) -> None:
    assert _is_guessed(parser, sentence, verb)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The mill was sold, perhaps in 1900.", "sold"),
        ("My only complaint is that the lid leaks.", "leaks"),
        ("The truth is that the dam broke.", "broke"),
        ("The pipe leaked or the tap dripped.", "dripped"),
    ],
)
def test_is_no_guess(parser: SpacyParser, sentence: str, verb: str) -> None:
    assert not _is_guessed(parser, sentence, verb)
