"""Names, words, sayings and comparisons that a parser took to pieces, each in the sentence that its rule quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.clauses import Clause
from pie_qg.parse import SpacyParser
from pie_qg.questions import broken
from pie_qg.records import Entity
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread, shows


@pytest.mark.parametrize(
    ("sign", "sentence", "verb"),
    [
        (broken.noun_to_same_noun, "Beds are packed end to end.", "are"),
        (broken.noun_to_same_noun, "The boats lie side by side in the harbour.", "lie"),
        (
            broken.the_more_the_more,
            "They found that the more old houses were sold in a town, the more likely the council was to fail.",
            "sold",
        ),
        (broken.enough_to, "In Ghent, enough corn is wasted in shops yearly to feed ten towns.", "wasted"),
    ],
)
def test_what_was_taken_to_pieces(
    parser: SpacyParser, sign: Callable[[Tree, Clause], bool], sentence: str, verb: str
) -> None:
    assert shows(sign, Tree(parser.parse([sentence])[0][0]), verb)


@pytest.mark.parametrize(
    ("sign", "words", "verb"),
    [
        (
            broken.dash_as_hyphen,
            "The|DT|det|1 town|NN|nsubj|2 is|VBZ|ROOT|2 awake|JJ|amod|5 -|HYPH|punct|5 thanks|NNS|attr|2 to|IN|prep|5 "
            "bells|NNS|pobj|6",
            "is",
        ),
        (
            broken.form_of_firm,
            "It|PRP|nsubjpass|2 is|VBZ|auxpass|2 printed|VBN|ROOT|2 by|IN|agent|2 the|DT|det|5 Society|NNP|pobj|3 "
            ",|,|punct|7 Incorporated|NNP|oprd|2",
            "printed",
        ),
        (
            broken.as_many_as,
            "It|PRP|nsubj|1 had|VBD|ROOT|1 as|IN|prep|1 many|JJ|amod|4 flags|NNS|pobj|2 praising|VBG|acl|4 "
            "kings|NNS|dobj|5 as|IN|prep|5 queens|NNS|pobj|7",
            "praising",
        ),
    ],
)
def test_what_another_parser_may_read_right(sign: Callable[[Tree, Clause], bool], words: str, verb: str) -> None:
    assert shows(sign, misread(words), verb)


_NAMED = (
    "It|PRP|nsubjpass|2 was|VBD|auxpass|2 named|VBN|ROOT|2 by|IN|agent|2 the|DT|det|6 Royal|NNP|compound|6 "
    "Society|NNP|pobj|3 for|IN|prep|2 Owls|NNPS|pobj|7"
)


@pytest.mark.parametrize(("name", "across"), [(Entity(4, 9, "ORG"), True), (Entity(4, 7, "ORG"), False)])
def test_a_preposition_of_a_name_is_none_of_the_verb(name: Entity, across: bool) -> None:
    assert shows(broken.name_across, misread(_NAMED, name), "named") is across


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The army checked-out the mill in May.", "checked"),
        ("The mill covers a part of the land - which is large.", "covers"),
        ("The boats sailed from port to port.", "sailed"),
        ("The more popular mill was sold, and the king left.", "sold"),
        ("The guild sold enough corn in May.", "sold"),
        ("The journal was printed by the Society of Owls, a club.", "printed"),
        ("Men serving as guards left the town.", "serving"),
    ],
)
def test_what_was_left_whole(parser: SpacyParser, sentence: str, verb: str) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    assert not any(shows(sign, tree, verb) for sign in broken.SIGNS)
