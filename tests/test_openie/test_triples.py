"""The rules of extraction, an example sentence each."""

from __future__ import annotations

import pytest

from pie_qg.openie.triples import triples
from pie_qg.parse import Parser

from .conftest import Extract

RULES = [
    ("active", "The committee approved the plan.", ["The committee | approved | the plan"]),
    ("passive with agent", "The bridge was built by Roman soldiers.", ["The bridge | was built by | Roman soldiers"]),
    ("passive without agent", "The bridge was built in 1932.", ["The bridge | was built in | 1932"]),
    ("copula and noun", "Lisbon is the capital of Portugal.", ["Lisbon | is | the capital of Portugal"]),
    ("copula and adjective", "The water was cold.", ["The water | was | cold"]),
    ("adjective that governs", "The region is famous for its wine.", ["The region | is famous for | its wine"]),
    ("ditransitive", "The king gave the general a castle.", ["The king | gave | a castle | the general"]),
    ("time and place apart", "She met him in Berlin in 1990.", ["She | met | him | in Berlin | in 1990"]),
    ("close infinitive", "The firm wants to sell its mines.", ["The firm | wants to sell | its mines"]),
    ("adjective and infinitive", "He was able to open a shop.", ["He | was able to open | a shop"]),
    ("passive and infinitive", "The ship was built to carry coal.", ["The ship | was built to carry | coal"]),
    ("subordinate clause", "They fled because the city burned in 1906.", ["the city | burned in | 1906"]),
    ("relative, subject", "Marie Curie, who won two prizes, left.", ["Marie Curie | won | two prizes"]),
    ("relative, object", "The novel that Tolkien wrote sold well.", ["Tolkien | wrote | The novel"]),
    ("relative of a predicate", "Ada is a chemist who works in Rome.", ["Ada | works in | Rome"]),
    ("participle, passive", "The town, founded in 1834, grew.", ["The town | was founded in | 1834"]),
    ("participle, active", "A road leading to the coast was closed.", ["A road | leading to | the coast"]),
    ("verbs share a subject", "She founded a school and taught Latin.", ["She | taught | Latin"]),
    ("objects shared out", "The farm sells milk and cheese.", ["The farm | sells | milk", "The farm | sells | cheese"]),
    ("subjects shared out", "Anna and Peter visited Rome.", ["Anna | visited | Rome", "Peter | visited | Rome"]),
    ("one possessor", "He lost his wife and children.", ["He | lost | his wife", "He | lost | his children"]),
    ("negation", "The army did not cross the river.", ["The army | did not cross | the river"]),
    ("modality", "The virus may harm the liver.", ["The virus | may harm | the liver"]),
    ("particle", "The soldiers blew up the bridge.", ["The soldiers | blew up | the bridge"]),
    ("adverb inside", "The city was first mentioned in 968.", ["The city | was first mentioned in | 968"]),
    ("existential", "There are two museums in the town.", ["two museums | There are in | the town"]),
    ("apposition", "Paris, the capital of France, is old.", ["Paris | is | the capital of France"]),
    ("title", "President Obama visited Kenya.", ["Obama | is | President"]),
    ("possession", "Nobody liked the company's plan.", ["the company | has | plan"]),
    ("said", "The report says that prices fell in May.", ["The report | says that | prices fell in May"]),
    ("what is said", "The report says that prices fell in May.", ["prices | fell in | May"]),
    ("adverb and preposition", "The church dates back to 1872.", ["The church | dates back to | 1872"]),
    ("stranded preposition", "The law was referred to by the judge.", ["The law | was referred to by | the judge"]),
]


@pytest.mark.parametrize(("sentence", "expected"), [rule[1:] for rule in RULES], ids=[rule[0] for rule in RULES])
def test_rule(extract: Extract, sentence: str, expected: list[str]) -> None:
    found = extract(sentence)
    assert set(expected) <= set(found), found


NOTHING_STATED = [
    ("condition", "If the river rises, we leave.", "the river"),
    ("indirect question", "He asked whether the king lied to him.", "the king"),
    ("linking phrase", "For example, the farm sells milk.", "For example"),
    ("no verb", "Two old houses.", "houses"),
]


@pytest.mark.parametrize(("sentence", "absent"), [c[1:] for c in NOTHING_STATED], ids=[c[0] for c in NOTHING_STATED])
def test_states_nothing_about(extract: Extract, sentence: str, absent: str) -> None:
    assert not [row for row in extract(sentence) if row.startswith(absent) or row.endswith(f"| {absent}")]


def test_attribution_is_kept_apart(parser: Parser) -> None:
    sentence = parser.parse(["The minister said that the bank lost the money."])[0][0]
    facts = {triple.relation.text: triple.attribution for triple in triples(sentence)}
    assert facts == {"said": "", "lost": "The minister"}


def test_arguments_know_their_roles_and_types(parser: Parser) -> None:
    sentence = parser.parse(["Einstein visited Princeton in 1933."])[0][0]
    (triple,) = triples(sentence)
    assert (triple.subject.entity, triple.object.role) == ("PERSON", "object")
    assert [(each.role, each.preposition, each.entity) for each in triple.more] == [("time", "in", "DATE")]


def test_confidence_orders_a_plain_fact_before_a_guess(parser: Parser) -> None:
    sentence = parser.parse(["The judge rejected the company's plan."])[0][0]
    plain, guess = sorted(triples(sentence), key=lambda triple: -triple.confidence)
    assert (plain.relation.text, guess.rule) == ("rejected", "possession")
    assert 0 < guess.confidence < plain.confidence < 1
