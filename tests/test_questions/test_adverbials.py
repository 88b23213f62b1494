"""Which adverbials a question does without."""

from __future__ import annotations

import pytest

from pie_qg.constituents import constituents
from pie_qg.parse import SpacyParser
from pie_qg.questions.adverbials import is_dropped, is_idiom
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread


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


@pytest.mark.parametrize(
    ("sentence", "phrase", "idiom"),
    [
        ("The farmers fled in large numbers.", "in large numbers", True),
        ("The mill was sold in its entirety.", "in its entirety", True),
        ("The boats will be for sale.", "for sale", True),
        ("The farmers fled in large boats.", "in large boats", False),
    ],
)
def test_of_a_saying_no_noun_is_asked_for(parser: SpacyParser, sentence: str, phrase: str, idiom: bool) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    found = [one for index in range(len(tree.tokens)) for one in constituents(tree, index)]
    assert is_idiom(tree, next(one for one in found if tree.text(one.full) == phrase)) is idiom


def test_a_saying_stays_one_with_what_hangs_on_it() -> None:
    tree = misread(
        "Jars|NNS|nsubjpass|2 were|VBD|auxpass|2 filled|VBN|ROOT|2 to|IN|prep|2 the|DT|det|5 brim|NN|pobj|3 "
        "with|IN|prep|5 oil|NN|pobj|6"
    )
    assert [tree.text(one.full) for one in constituents(tree, 2) if is_idiom(tree, one)] == ["to the brim with oil"]
