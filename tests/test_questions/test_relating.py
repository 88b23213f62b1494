"""Answers that keep what their noun says little without."""

from __future__ import annotations

import pytest

from pie_qg.clauses import clauses
from pie_qg.parse import SpacyParser
from pie_qg.questions.phrases import answer_tokens, question_tokens
from pie_qg.tree import Tree


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        # a noun with nothing but an article keeps what follows it
        ("The church kept the doctrine taught by Cyril.", "doctrine taught by Cyril"),
        ("The clerks used a program called Ledger.", "program called Ledger"),
        ("The town needs a bridge over the river.", "bridge over the river"),
        (
            "The traders reached lands that had never seen snow, like those of the south.",
            "lands that had never seen snow",
        ),
        ("The town needs a new bridge over the river.", "new bridge"),
        # when is the verb's, and examples tell nothing apart
        ("The king left the tower in 1902.", "tower"),
        ("The king kept the dogs as guards.", "dogs"),
        # what a thing is to do
        ("The lamp creates enough heat to melt the wax.", "enough heat to melt the wax"),
        ("The king refused the final order to burn the mill.", "final order to burn the mill"),
        (
            "The traders have permission from the king to sell salt.",
            "permission from the king to sell salt",
        ),
        # what a bare noun does that an "of" brings in, or a list
        ("The rules allow the use of words having two senses.", "use of words having two senses"),
        ("The rules allow the use of old words having two senses.", "use of old words"),
        ("The king taxed cattle and ships carrying salt.", "cattle and ships carrying salt"),
        # what it relates to
        ("The town wanted a better term for the old market.", "better term for the old market"),
    ],
)
def test_an_object_keeps_what_it_needs(parser: SpacyParser, sentence: str, answer: str) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    found = next(one for one in clauses(tree.sentence, tree)[0].arguments if one.role == "object")
    assert tree.text(answer_tokens(tree, found)) == answer


def test_a_time_says_when_without_its_clause(parser: SpacyParser) -> None:
    tree = Tree(parser.parse(["The mill had burnt down by the time they came home."])[0][0])
    found = next(one for one in clauses(tree.sentence, tree)[0].arguments if one.preposition)
    assert tree.text(answer_tokens(tree, found)) == "time"


def test_a_long_phrase_of_a_question_keeps_what_it_relates_to(parser: SpacyParser) -> None:
    sentence = "The rise came in response to the offer of a pardon to all the old soldiers of the northern armies."
    tree = Tree(parser.parse([sentence])[0][0])
    found = next(one for one in clauses(tree.sentence, tree)[0].arguments if one.preposition)
    assert tree.text(question_tokens(tree, found)).startswith("response to the offer")


def test_a_reason_is_said_from_its_start(parser: SpacyParser) -> None:
    tree = Tree(
        parser.parse(["The deaths fell because the length of time necessary for the trip was declining."])[0][0]
    )
    found = next(one for one in clauses(tree.sentence, tree)[0].arguments if one.clausal)
    assert tree.text(answer_tokens(tree, found)) == "the length of time necessary for the trip was declining"
