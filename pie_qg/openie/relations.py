"""The relation of a clause: its verb group, and what English counts to it, with the arguments that are left."""

from __future__ import annotations

from dataclasses import dataclass

from pie_qg.clauses import Clause
from pie_qg.constituents import Constituent, constituents
from pie_qg.tree import Tree

CLOSE_COMPLEMENTS = frozenset({"xcomp"})
GOVERNED = frozenset({"object", "recipient"})
OUTSIDE_ADVERBS = frozenset({"WRB"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a clause says of its subject."""

    relation: frozenset[int]
    arguments: tuple[Constituent, ...]

    def below(self, clause: Clause) -> frozenset[int]:
        """Return what the relation took in from under the clause: "give" in "wanted to give"."""
        return self.relation - {clause.verb}


def predicate(tree: Tree, clause: Clause, by_verb: dict[int, Clause]) -> Predicate:
    """Return the relation and its arguments.

    "wanted to give Mary a book" → wanted to give | Mary, a book; "is famous for its wine" → is famous | for its wine.
    """
    relation = set(clause.verb_group) | _adverbs(tree, clause)
    arguments = _adjective_opened(tree, relation, list(clause.arguments))
    while (lower := _close_complement(tree, relation, arguments, by_verb)) is not None:
        below = by_verb[lower.head]
        relation |= set(below.verb_group) | _adverbs(tree, below)
        adjectives = [a for a in arguments if a.dep == "acomp" and a.head < lower.head]
        relation |= {index for adjective in adjectives for index in adjective.core if index < lower.head}
        kept = [argument for argument in arguments if argument is not lower and argument not in adjectives]
        arguments = _adjective_opened(tree, relation, [*kept, *below.arguments])
    relation |= _following_adverb(relation, arguments) | _stranded(tree, relation, arguments)
    return Predicate(frozenset(relation), tuple(a for a in arguments if a.head not in relation))


def _close_complement(
    tree: Tree, relation: set[int], arguments: list[Constituent], by_verb: dict[int, Clause]
) -> Constituent | None:
    """The infinitive or participle that shares the subject: no object stands before it.

    "is said to be", "was built to house": right after a passive verb, an infinitive of any label is one.
    """
    if any(argument.role in GOVERNED for argument in arguments):
        return None
    for argument in arguments:
        if argument.dep in CLOSE_COMPLEMENTS and argument.head in by_verb:
            return argument
        if argument.dep == "advcl" and argument.head in by_verb and _follows_passive(tree, relation, argument.head):
            return argument
    return None


def _follows_passive(tree: Tree, relation: set[int], verb: int) -> bool:
    to = max(relation) + 1
    passive = any(tree.tokens[index].dep == "auxpass" for index in relation)
    return passive and to < verb and tree.tokens[to].tag == "TO" and tree.tokens[to].head == verb


def _adverbs(tree: Tree, clause: Clause) -> set[int]:
    """Adverbs inside the verb group or right before it: "was first mentioned", "also suggests"."""
    first = clause.verb_group[0]
    return {
        index
        for index in tree.of(clause.verb, ("advmod",))
        if index < clause.verb
        and tree.tokens[index].tag not in OUTSIDE_ADVERBS
        and not tree.children[index]
        and (first < index or index + 1 in (clause.verb, first))
    }


def _following_adverb(relation: set[int], arguments: list[Constituent]) -> set[int]:
    """ "relies heavily on": the adverb between the verb and its preposition goes to the relation."""
    last = max(relation)
    if any(argument.role in GOVERNED for argument in arguments):
        return set()
    return {
        argument.head
        for argument in arguments
        if argument.dep == "advmod"
        and argument.head == last + 1
        and argument.span == (argument.head,)
        and any(other.preposition and other.preposition[0] == last + 2 for other in arguments)
    }


def _stranded(tree: Tree, relation: set[int], arguments: list[Constituent]) -> set[int]:
    """ "was referred to by": a preposition right after the verb that has lost its object."""
    last = max(relation)
    alone = (a.head for a in arguments if a.dep == "prep" and a.span == (a.head,))
    return {index for index in alone if index == last + 1 and tree.tokens[index].pos == "ADP"}


def _adjective_opened(tree: Tree, relation: set[int], arguments: list[Constituent]) -> list[Constituent]:
    """ "is famous for its wine": the adjective goes to the relation where it governs something."""
    opened: list[Constituent] = []
    for argument in arguments:
        inner = _governed_by_adjective(tree, argument) if argument.dep == "acomp" else []
        if not inner:
            opened.append(argument)
            continue
        relation |= {i for i in argument.span if i <= argument.head}
        opened.extend(inner)
    return opened


def _governed_by_adjective(tree: Tree, adjective: Constituent) -> list[Constituent]:
    if tree.has(adjective.head, ("conj",)):
        return []
    return [each for each in constituents(tree, adjective.head) if each.dep in ("prep", "xcomp")]
