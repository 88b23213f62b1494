"""What is only supposed, sought, wished, feared or put off, and what is told as a fact beside it."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.unheld import is_unheld
from pie_qg.tree import Tree


def _is_unheld(parser: SpacyParser, sentence: str, verb: str) -> bool:
    tree = Tree(parser.parse([sentence])[0][0])
    return is_unheld(tree, [token.text for token in tree.tokens].index(verb))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        # on a condition
        ("If you told me that the goats danced, I would laugh.", "danced"),
        ("If there are two lamps that were made in Ghent, buy both.", "made"),
        ("I keep a torch here in case the lights fail.", "fail"),
        ("Nobody knows whether the lamp is a copy or shows a king.", "shows"),
        # sought, not had, only likened to
        ("I am looking for a lid that will fit the pot.", "fit"),
        ("She did not buy a pan that leaks oil.", "leaks"),
        ("It tastes like bread baked in a stone oven.", "baked"),
        ("I hate lids that require much strength.", "require"),
        ("I thought the lid might leak.", "leak"),
        # feared, asked for, foreseen
        ("I was worried that the lid would leak.", "leak"),
        ("I recommend that everyone own a scale.", "own"),
        ("I thought the metal was going to be thin.", "going"),
        ("We believed that the lamp would last for years.", "last"),
        # for a purpose
        ("I wanted it to work so I could make pies.", "make"),
        ("The mayor has to find a way so that all the towns can meet.", "meet"),
        # still to come
        ("It will not be long before the pan loses its handle.", "loses"),
        ("I hope to use it until I break the lid.", "break"),
        ("I have yet to find a better lid.", "have"),
        # one of two
        ("Either the pipe leaked or the tap dripped.", "leaked"),
        # hoped, alleged
        ("The court heard a rumour yesterday that the king had sold the mill.", "sold"),
        ("One day, I hope, boats will sail on this lake.", "sail"),
    ],
)
def test_no_fact(parser: SpacyParser, sentence: str, verb: str) -> None:
    assert _is_unheld(parser, sentence, verb)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("If you visit the hall, which was built in 1900, go early.", "built"),
        ("I bought a lid that fits the pot.", "fits"),
        ("She wants the lid that fits the pot.", "fits"),
        ("The firm needs Polish towns that trade in salt.", "trade"),
        ("I was glad that the lid fitted the pot.", "fitted"),
        ("The law required that he owned a mill.", "owned"),
        ("I thought that the metal was thin.", "was"),
        ("The lid is wide so that you can fill it easily.", "fill"),
        ("He lived there until he sold the mill.", "sold"),
        ("Nobody will see the plan until it is shown in March.", "shown"),
        ("You can either walk or take a bus.", "take"),
        ("She said that the king sold the mill.", "sold"),
    ],
)
def test_a_fact(parser: SpacyParser, sentence: str, verb: str) -> None:
    assert not _is_unheld(parser, sentence, verb)
