"""Questions that lose a condition or a limit, and questions that lose nothing of it."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.loosened import is_loosened
from pie_qg.tree import Tree


def _words(tree: Tree, phrases: str) -> set[int]:
    found: set[int] = set()
    for phrase in phrases.split(" … "):
        start = tree.sentence.text.index(phrase)
        stop = start + len(phrase)
        found |= {index for index, one in enumerate(tree.tokens) if start <= one.start and one.end <= stop}
    return found


def _is_loosened(parser: SpacyParser, sentence: str, said: str, answer: str, verb: str) -> bool:
    tree = Tree(parser.parse([sentence])[0][0])
    at = next(index for index, token in reversed(list(enumerate(tree.tokens))) if token.text == verb)
    return is_loosened(tree, _words(tree, said), _words(tree, answer), at)


@pytest.mark.parametrize(
    ("sentence", "said", "answer", "verb"),
    [
        ("A boat without a keel would lose its course.", "its course", "A boat", "lose"),
        ("Every house—which was not made of stone—lost its roof.", "Every house", "its roof", "lost"),
        (
            "If they race, the first boat is given a cup and the last boat is given a spoon.",
            "the last boat",
            "a spoon",
            "given",
        ),
        ("Of the mills in the valley, only Ada Mill remains in use.", "in use", "Ada Mill", "remains"),
        ("Among those who came, 20% say that it rained.", "20%", "it rained", "say"),
        ("Enough salt is sold in Ghent each year to fill ten ships.", "in Ghent", "Enough salt", "sold"),
        ('The king wants to put "Ghent first" in May.', "Ghent … in May", "The king", "wants"),
        ("The barns hold quite a bit of sand in winter.", "a bit of sand", "The barns", "hold"),
        ("The weavers earn among the lowest wages because of the war.", "because of the war", "The weavers", "earn"),
    ],
)
def test_loses_a_condition(parser: SpacyParser, sentence: str, said: str, answer: str, verb: str) -> None:
    assert _is_loosened(parser, sentence, said, answer, verb)


@pytest.mark.parametrize(
    ("sentence", "said", "answer", "verb"),
    [
        ("A boat without a keel would lose its course.", "its course", "A boat without a keel", "lose"),
        ("A boat without a keel lost its course.", "its course", "A boat", "lost"),
        ("Every house, which was made of stone, lost its roof.", "Every house", "its roof", "lost"),
        ("The first boat is given a cup and the last boat is given a spoon.", "the last boat", "a spoon", "given"),
        ("Among others, Ada Byron has sold the mill.", "the mill", "Ada Byron", "sold"),
        ("The weavers live among the hills because of the war.", "because of the war", "The weavers", "live"),
    ],
)
def test_loses_none(parser: SpacyParser, sentence: str, said: str, answer: str, verb: str) -> None:
    assert not _is_loosened(parser, sentence, said, answer, verb)
