"""Which adverbials a question does without."""

from __future__ import annotations

import pytest

from pie_qg.constituents import constituents
from pie_qg.parse import SpacyParser
from pie_qg.questions.adverbials import is_dropped
from pie_qg.tree import Tree


@pytest.mark.parametrize(
    ("sentence", "phrase", "dropped"),
    [
        (
            "By then Ghent was a city of two halves: the cloth city to the west of Castle Bridge and the port to the "
            "east.",
            "to the east",
            True,
        ),
        ("The port lies to the east.", "to the east", False),
        (
            "The railway reached Spain in 1848, with Barcelona among the first cities to have a station.",
            "to have a station",
            True,
        ),
        ("The king sold the city to raise money.", "to raise money", False),
    ],
)
def test_what_says_something_of_other_words_is_dropped(
    parser: SpacyParser, sentence: str, phrase: str, dropped: bool
) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    found = [one for index in range(len(tree.tokens)) for one in constituents(tree, index)]
    one = next(one for one in found if tree.text(one.full) == phrase)
    assert is_dropped(tree, one) == dropped
