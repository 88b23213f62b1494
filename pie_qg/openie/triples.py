"""Triples of a sentence: a relation each for what its clauses and its noun phrases say."""

from __future__ import annotations

from pie_qg.clauses import Clause, clauses
from pie_qg.openie.arguments import full_relation, triple
from pie_qg.openie.binary import binary_rows
from pie_qg.openie.confidence import confidence
from pie_qg.openie.facts import Fact, is_complete
from pie_qg.openie.nominal import nominal_facts
from pie_qg.openie.verbal import verbal_facts
from pie_qg.records import Sentence, Triple
from pie_qg.tree import Tree

SURE_ENOUGH = 0.45
"""Facts below this are seldom exact to the word (of gold tuples, fewer than one in ten), and are no binary ones."""


def triples(sentence: Sentence, *, binary: bool = False) -> list[Triple]:
    """Return the triples of a sentence, not yet placed in a passage; binary ones have no further arguments."""
    tree = Tree(sentence)
    analysed = clauses(sentence, tree)
    found = facts(tree, analysed)
    if binary:
        sure = [fact for fact in found if confidence(tree, fact) >= SURE_ENOUGH]
        rows = binary_rows(tree, sure, analysed)
        return _in_different_words([triple(tree, row.fact, confidence(tree, row.source)) for row in rows])
    return [triple(tree, fact, confidence(tree, fact)) for fact in found]


def _in_different_words(rows: list[Triple]) -> list[Triple]:
    """Return the rows, the first of those that read the same ("Assistant to the President", said twice of one)."""
    first: dict[tuple[str, ...], Triple] = {}
    for row in rows:
        words = (row.subject.text, full_relation(row), row.object.text)
        first.setdefault(words, row)
    return list(first.values())


def facts(tree: Tree, analysed: list[Clause]) -> list[Fact]:
    """Return the facts of a sentence: those of its clauses, then those of its noun phrases."""
    return [fact for fact in (*verbal_facts(tree, analysed), *nominal_facts(tree)) if is_complete(fact)]
