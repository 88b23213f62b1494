"""What a pronoun stands for, and where it may stand for two things."""

from __future__ import annotations

from random import Random

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.resolve import Readings, Resolver
from pie_qg.tree import Tree


def _last(parser: SpacyParser, text: str) -> tuple[Tree, Readings]:
    """Return the last sentence of a passage and how its words are read."""
    trees = [Tree(sentence) for sentence in parser.parse([text])[0]]
    resolver = Resolver(trees, Random(0))
    return trees[-1], [resolver.read(place, tree) for place, tree in enumerate(trees)][-1]


def _at(tree: Tree, word: str) -> int:
    return [token.text.lower() for token in tree.tokens].index(word)


@pytest.mark.parametrize(
    ("text", "word", "stands_for"),
    [
        ("Marie Curie was born in Warsaw. She discovered radium.", "she", "Marie Curie"),
        ("Norway borders Sweden and Russia. Its capital grew fast.", "its", None),
        ("Connecticut is small. Its capital city is Hartford.", "its", "Connecticut's"),
        ("Peterson and Seligman wrote a book. They identified six virtues.", "they", "Peterson and Seligman"),
        ("The farmers grew wheat. They sold it in Rome.", "they", "the farmers"),
    ],
)
def test_a_pronoun_stands_for(parser: SpacyParser, text: str, word: str, stands_for: str | None) -> None:
    tree, readings = _last(parser, text)
    assert readings.instead.get(_at(tree, word)) == stands_for


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # of two things in one phrase
        ("The history of the city is long. It was sold in 1900.", "it"),
        ("The works of several ancient authors have survived. They were printed in Rome.", "they"),
        # of a thing that is not the sentence's own
        ("Mercantilism was the policy imposed by Britain on its colonies.", "its"),
        # of somebody who was named since
        ("George Bush won. The election of Bobby Jindal over Tom Hill was hailed. He is the first governor.", "he"),
        # of all alike
        ("Any claims against the policy are paid. They were dealt with in London.", "they"),
        # of what the sentence says it is
        ("The commuter lines carry passengers. They are the busiest stations in the country.", "they"),
        # of nothing
        ("Hunting was common. It became necessary to bring animals home.", "it"),
    ],
)
def test_a_pronoun_may_stand_for_two_things(parser: SpacyParser, text: str, word: str) -> None:
    tree, readings = _last(parser, text)
    assert _at(tree, word) in readings.unresolved


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The storm and its impacts were discussed.", "its"),
        ("They enslaved combatants and their villages.", "their"),
        ("Lincoln, who visited the area before his speech, was shocked.", "his"),
    ],
)
def test_a_pronoun_stays_where_its_clause_names_it(parser: SpacyParser, text: str, word: str) -> None:
    tree, readings = _last(parser, text)
    index = _at(tree, word)
    assert index not in readings.unresolved
    assert index not in readings.instead
