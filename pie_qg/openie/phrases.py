"""Spans of subjects and arguments: what belongs to a phrase, and how coordination is shared out."""

from __future__ import annotations

from pie_qg.constituents import COORDINATION, Constituent, core
from pie_qg.openie.facts import Part
from pie_qg.tree import Tree

LOOSE = frozenset({"relcl", "appos", "parataxis", "dep", "meta", "intj"})
"""What hangs on a noun without being needed to know which one is meant."""
JOINING_MARKS = frozenset({",", ";", ":", "--", "-", "–", "—"})


def part(tree: Tree, constituent: Constituent, role: str | None = None) -> Part:
    """Return a constituent as one part, coordination and all, without what hangs loosely on it."""
    prefix = ""
    if constituent.dep == "antecedent":
        tokens = constituent.span
        prefix = "in" if constituent.role == "place" and not constituent.preposition else ""
    elif constituent.clausal:
        tokens = tree.span(constituent.head, without={"mark"}, below=frozenset())
    else:
        tokens = noun_phrase(tree, constituent.head)
    preposition = constituent.preposition
    if constituent.clausal and not preposition:
        preposition = tuple(tree.of(constituent.head, ("mark",)))
    return Part(role or constituent.role, constituent.head, tokens, preposition, constituent.core, prefix)


def noun_phrase(tree: Tree, head: int) -> tuple[int, ...]:
    """ "the man in the hat, who left" → "the man in the hat"."""
    return tree.trimmed(_closed_up(tree, tree.subtree(head, LOOSE, LOOSE)))


def shared_out(tree: Tree, constituent: Constituent, role: str | None = None) -> list[Part]:
    """Return a part for each conjunct: "tea and coffee" → tea, coffee; "his wit and charm" → his wit, his charm."""
    heads = tree.conjuncts(constituent.head)
    if not _is_shared_out(tree, constituent, heads):
        return [part(tree, constituent, role)]
    return [
        Part(
            role or constituent.role,
            head,
            tree.trimmed(conjunct(tree, head) | _shared_owner(tree, heads[0], head)),
            constituent.preposition,
            core(tree, head),
        )
        for head in heads
    ]


def conjunct(tree: Tree, head: int) -> set[int]:
    """Return the tokens of one conjunct without the others."""
    return _closed_up(tree, tree.subtree(head, LOOSE | COORDINATION, LOOSE))


def _is_shared_out(tree: Tree, constituent: Constituent, heads: list[int]) -> bool:
    """ "between A and B" means the pair; "the London and Scottish Railway" is one name."""
    if len(heads) == 1 or constituent.clausal:
        return False
    if any(tree.tokens[index].lemma.lower() == "between" for index in constituent.preposition):
        return False
    names = {tree.entity_at.get(head) for head in heads}
    return len(names) > 1 or None in names


def _shared_owner(tree: Tree, first: int, head: int) -> set[int]:
    """The possessor before the first conjunct, where a later one has nothing of its own before it."""
    if head == first or tree.tokens[head].pos != "NOUN" or tree.has(head, ("det", "poss", "nummod", "amod")):
        return set()
    return {index for owner in tree.of(first, ("poss",)) for index in tree.subtree(owner)}


def _closed_up(tree: Tree, kept: set[int]) -> set[int]:
    """Drop commas and dashes that only set off what was left out."""
    return {
        index
        for index in kept
        if not (tree.tokens[index].text in JOINING_MARKS and (index + 1 not in kept or index - 1 not in kept))
    }
