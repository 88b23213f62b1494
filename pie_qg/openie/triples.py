"""Triples of a sentence: a relation each for what its clauses and its noun phrases say."""

from __future__ import annotations

from pie_qg.clauses import clauses
from pie_qg.openie.arguments import triple
from pie_qg.openie.confidence import confidence
from pie_qg.openie.facts import Fact
from pie_qg.openie.nominal import nominal_facts
from pie_qg.openie.verbal import verbal_facts
from pie_qg.records import Sentence, Triple
from pie_qg.tree import Tree


def triples(sentence: Sentence) -> list[Triple]:
    """Return the triples of a sentence, not yet placed in a passage."""
    tree = Tree(sentence)
    return [triple(tree, fact, confidence(tree, fact)) for fact in facts(tree)]


def facts(tree: Tree) -> list[Fact]:
    """Return the facts of a sentence: those of its clauses, then those of its noun phrases."""
    analysed = clauses(tree.sentence, tree)
    return [*verbal_facts(tree, analysed), *nominal_facts(tree)]
