"""Questions that tear apart what belongs together, and questions that do not."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.torn import is_torn
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread


def _is_torn(tree: Tree, said: str, answer: str) -> bool:
    verb = next(index for index, token in enumerate(tree.tokens) if token.dep == "ROOT")
    words = {index for phrase in said.split(" … ") for index in _words(tree, phrase)}
    return is_torn(tree, words, _words(tree, answer), verb)


def _words(tree: Tree, phrase: str) -> set[int]:
    start = tree.sentence.text.index(phrase)
    stop = start + len(phrase)
    return {index for index, token in enumerate(tree.tokens) if start <= token.start and token.end <= stop}


@pytest.mark.parametrize(
    ("sentence", "said", "answer"),
    [
        (
            "The vote would lead to a clear majority of 3 out of 5 per state.",
            "The vote … out of 5 per state",
            "clear majority of 3",
        ),
        (
            "The vote would lead to a clear majority of 3 out of 5 per state.",
            "The vote … majority of 3 … out of 5 per state",
            "clear",
        ),
        (
            "Contact with traders led many Danes to change the order of their full name to given name followed by "
            "surname.",
            "Contact with traders … followed by surname",
            "given name",
        ),
    ],
)
def test_is_torn(parser: SpacyParser, sentence: str, said: str, answer: str) -> None:
    assert _is_torn(Tree(parser.parse([sentence])[0][0]), said, answer)


@pytest.mark.parametrize(
    ("words", "said", "answer"),
    [
        (
            "Bruges|NNP|nsubj|1 is|VBZ|ROOT|1 the|DT|det|3 town|NN|attr|1 with|IN|prep|1 old|JJ|amod|6 "
            "bridges|NNS|pobj|4",
            "Bruges … with old bridges",
            "town",
        ),
        (
            "Malting|NN|nsubj|1 is|VBZ|ROOT|1 a|DT|det|3 process|NN|attr|1 to|TO|aux|5 make|VB|advcl|1 sugar|NN|dobj|5",
            "Malting … to make sugar",
            "process",
        ),
        (
            "Malting|NN|nsubj|1 is|VBZ|ROOT|1 a|DT|det|4 simple|JJ|amod|4 process|NN|attr|1 to|TO|aux|6 "
            "make|VB|advcl|1 sugar|NN|dobj|6",
            "Malting … process to make sugar",
            "simple",
        ),
    ],
)
def test_what_a_predicate_says_is_torn_off(words: str, said: str, answer: str) -> None:
    assert _is_torn(misread(words), said, answer)


@pytest.mark.parametrize(
    ("sentence", "said", "answer"),
    [
        ("Bruges is the town with the oldest bridge.", "the town with the oldest bridge", "Bruges"),
        ("The vote led to a majority of 3 out of 5.", "a majority of 3 out of 5", "vote"),
    ],
)
def test_is_whole(parser: SpacyParser, sentence: str, said: str, answer: str) -> None:
    assert not _is_torn(Tree(parser.parse([sentence])[0][0]), said, answer)
