"""Names that a clause tells to be somebody's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.somebody import is_he, is_leader
from pie_qg.records import Entity, Sentence
from pie_qg.tree import Tree


@pytest.mark.parametrize(
    ("sentence", "name", "told"),
    [
        ("Kadim took off his hat.", "Kadim", True),
        ("Kadim, who sold his hat, left the room.", "Kadim", False),  # who sold it tells it of the clause inside
        ("Kadim hurt himself in the hall.", "Kadim", True),
        # a ship has hers; somebody else may be he
        ("Kadim left her port in May.", "Kadim", False),
        ("The engineer said that Kadim sold his hat.", "Kadim", False),
        ("Kadim grew and the king lost his hat.", "Kadim", False),
    ],
)
def test_what_is_his_is_somebodys(parser: SpacyParser, sentence: str, name: str, told: bool) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    bare = Tree(_without_persons(tree))
    assert is_he(bare, next(index for index, one in enumerate(bare.tokens) if one.text == name)) == told


def _without_persons(tree: Tree) -> Sentence:
    return replace(tree.sentence, entities=tuple(one for one in tree.sentence.entities if one.label != "PERSON"))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [("Obama met the miners.", True), ("The Obama law was passed.", False), ("The Obama family left.", False)],
)
def test_a_leader_has_a_last_name(parser: SpacyParser, sentence: str, told: bool) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    place = next(index for index, one in enumerate(tree.tokens) if one.text == "Obama")
    assert is_leader(tree, Entity(place, place + 1, "ORG")) == told
