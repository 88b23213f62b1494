"""Clause analysis, an example sentence each."""

from __future__ import annotations

import pytest

from pie_qg.clauses import Clause, clauses
from pie_qg.parse import Parser, load_parser
from pie_qg.recipe import ParseConfig
from pie_qg.tree import Tree


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser(ParseConfig())


def _analyse(parser: Parser, text: str) -> tuple[Tree, dict[str, Clause]]:
    """Return the tree and each clause under its verb's word."""
    sentence = parser.parse([text])[0][0]
    tree = Tree(sentence)
    return tree, {tree.tokens[clause.verb].text: clause for clause in clauses(sentence, tree)}


SUBJECTS = [
    ("own", "The dog barked.", "barked", "main", "own", "The dog"),
    ("shared by coordination", "She founded a school and taught Latin.", "taught", "conjunct", "inherited", "She"),
    ("controlled by the subject", "The firm wants to sell it.", "sell", "infinitive", "controlled", "The firm"),
    ("controlled by the object", "He told Ann to leave.", "leave", "infinitive", "controlled", "Ann"),
    ("antecedent of a relative clause", "The man who left is old.", "left", "relative", "antecedent", "The man"),
    (
        "antecedent of a participle",
        "A road leading to the coast was closed.",
        "leading",
        "participial",
        "antecedent",
        "A road",
    ),
    (
        "doer of an infinitive",
        "He was the first man to walk there.",
        "walk",
        "infinitive",
        "antecedent",
        "the first man",
    ),
    ("participle beside the clause", "They won, beating Spain.", "beating", "adverbial", "controlled", "They"),
]


@pytest.mark.parametrize(
    ("text", "verb", "kind", "source", "subject"), [s[1:] for s in SUBJECTS], ids=[s[0] for s in SUBJECTS]
)
def test_subject(parser: Parser, text: str, verb: str, kind: str, source: str, subject: str) -> None:
    tree, found = _analyse(parser, text)
    clause = found[verb]
    assert clause.subject is not None
    assert (clause.kind, clause.subject_source, tree.text(clause.subject.core)) == (kind, source, subject)


def test_an_imperative_has_no_subject(parser: Parser) -> None:
    assert _analyse(parser, "Open the door.")[1]["Open"].subject is None


def test_verb_group_negation_modality_and_voice(parser: Parser) -> None:
    tree, found = _analyse(parser, "The tents could not have been blown up by the wind.")
    clause = found["blown"]
    assert tree.text(clause.verb_group) == "could not have been blown up"
    assert (clause.voice, clause.negated, clause.modal) == ("passive", True, clause.verb_group[0])
    assert [tree.text(each.core) for each in clause.by_role("agent")] == ["the wind"]


def test_a_conjunct_shares_the_auxiliaries(parser: Parser) -> None:
    tree, found = _analyse(parser, "The castle was built and destroyed in one year.")
    assert (tree.text(found["destroyed"].verb_group), found["destroyed"].voice) == ("was destroyed", "passive")


def test_a_copula_is_the_verb_and_its_predicate_the_attribute(parser: Parser) -> None:
    tree, found = _analyse(parser, "Lisbon is the capital of Portugal.")
    assert [tree.text(each.span) for each in found["is"].by_role("attribute")] == ["the capital of Portugal"]


ROLES = [
    ("He met us in March.", "time", "in", "March"),
    ("He met us last week.", "time", "", "last week"),
    ("He met us in Paris.", "place", "in", "Paris"),
    ("She gave the boy a book.", "recipient", "", "the boy"),
    ("They stayed because of the storm.", "reason", "because of", "the storm"),
    ("He ran quickly.", "manner", "", "quickly"),
    ("She said that he left.", "complement", "", "that he left"),
    ("They ran three miles.", "number", "", "three miles"),
    ("He spoke with the king.", "prepositional", "with", "the king"),
]


@pytest.mark.parametrize(("text", "role", "preposition", "words"), ROLES, ids=[case[0] for case in ROLES])
def test_role(parser: Parser, text: str, role: str, preposition: str, words: str) -> None:
    tree, found = _analyse(parser, text)
    (argument,) = next(iter(found.values())).by_role(role)
    assert (tree.text(argument.preposition), tree.text(argument.span)) == (preposition, words)


def test_the_gap_of_a_relative_clause_is_filled(parser: Parser) -> None:
    tree, found = _analyse(parser, "The town in which he lived was old.")
    argument = next(each for each in found["lived"].arguments if each.preposition)
    assert (tree.text(argument.preposition), tree.text(argument.span)) == ("in", "The town")


def test_a_clause_comes_after_the_one_that_it_hangs_under(parser: Parser) -> None:
    sentence = parser.parse(["He said that the man who left knew what she wanted and smiled."])[0][0]
    for place, clause in enumerate(clauses(sentence)):
        assert clause.parent is None or clause.parent < place


def test_a_reduced_relative_clause_is_passive_whatever_the_tagger_says(parser: Parser) -> None:
    text = "Annual meetings, held each year in a different American city, draw attendance from researchers."
    _, found = _analyse(parser, text)
    assert found["held"].voice == "passive"
