"""The shortest words that still name an argument, and the shortest relation that leads to it."""

from __future__ import annotations

from dataclasses import replace

from pie_qg.constituents import ASIDE, COORDINATION
from pie_qg.lexicon import words
from pie_qg.openie.facts import Part
from pie_qg.tree import Tree

QUANTITIES = words(
    "number lot series range variety majority minority handful couple pair dozen hundred thousand million billion most "
    "some many few several all none one two three four five both each any half third quarter part rest kind type sort "
    "form percent % group set bit piece amount total average plenty"
)
"""Nouns that count or measure what follows "of" rather than name a thing of their own."""


def minimal_parts(tree: Tree, part: Part) -> list[Part]:
    """Return a minimal part for each conjunct; a clause stays whole."""
    if tree.tokens[part.head].pos in ("VERB", "AUX") or part.prefix:
        return [part]
    heads = _heads(tree, part)
    if len(heads) > 1:
        return [replace(part, head=head, tokens=minimal(tree, head)) for head in heads]
    shortest = set(minimal(tree, part.head))
    return [replace(part, tokens=tuple(index for index in part.tokens if index in shortest) or part.tokens)]


def minimal(tree: Tree, head: int) -> tuple[int, ...]:
    """ "the last king of France in the hall" → "the last king of France"."""
    kept = tree.subtree(head, COORDINATION | ASIDE | {"prep", "predet"}, below=COORDINATION | ASIDE)
    entity = tree.entity_at.get(head)
    if entity is not None:
        kept |= set(entity.indices)
    for preposition in tree.of(head, ("prep",)):
        if tree.tokens[preposition].lemma.lower() == "of" and not _is_shared(tree, head, preposition):
            kept |= tree.subtree(preposition, COORDINATION | ASIDE, below=COORDINATION | ASIDE)
    return tree.trimmed(tree.filled(kept))


def up_to(tree: Tree, relation: tuple[int, ...], argument: Part) -> tuple[int, ...]:
    """Return the relation as far as the word that governs the argument: "was used [to write] in" | Rome."""
    governor = tree.tokens[argument.preposition[0] if argument.preposition else argument.head].head
    if governor not in relation or tree.tokens[governor].pos == "ADJ":
        return relation
    active = not tree.has(governor, ("auxpass",))
    if active and any(index > governor and tree.tokens[index].dep in ("xcomp", "ccomp") for index in relation):
        return relation  # "tried to leave in" | May: what was tried cannot be left out
    return tuple(
        index
        for index in relation
        if index <= governor or (tree.tokens[index].head == governor and _small(tree, index))
    )


def counts_only(tree: Tree, head: int, preposition: int) -> bool:
    """ "a number of houses" names houses."""
    return tree.tokens[preposition].lemma.lower() == "of" and tree.tokens[head].lemma.lower() in QUANTITIES


def is_one_name(tree: Tree, head: int, inner: int) -> bool:
    """ "the University of Vienna" is one name."""
    return tree.entity_at.get(head) is not None and tree.entity_at.get(head) == tree.entity_at.get(inner)


def _small(tree: Tree, index: int) -> bool:
    return tree.tokens[index].dep in ("prt", "neg", "aux", "auxpass", "advmod")


def _is_shared(tree: Tree, head: int, preposition: int) -> bool:
    """ "the deaths of A and B": two facts, so that neither stands in "the deaths"; but "a pair of A and B"."""
    object_ = tree.first(preposition, ("pobj",))
    return object_ is not None and tree.has(object_, ("conj",)) and not counts_only(tree, head, preposition)


def _heads(tree: Tree, part: Part) -> list[int]:
    """The conjuncts that the part still holds (others were shared out before)."""
    if any(tree.tokens[index].lemma.lower() == "between" for index in part.preposition):
        return [part.head]
    inside = set(part.tokens)
    return [head for head in tree.conjuncts(part.head) if head in inside]
