"""Spans of subjects and arguments: what belongs to a phrase, and how coordination is shared out."""

from __future__ import annotations

from pie_qg.constituents import COORDINATION, Constituent, core
from pie_qg.openie.facts import Part
from pie_qg.tree import Tree

LOOSE = frozenset({"relcl", "appos", "parataxis", "dep", "meta", "intj"})
"""What hangs on a noun without being needed to know which one is meant."""
QUOTES = frozenset({'"', "``", "“", "‘", "`", "«"})
LONGEST_QUOTED = 12
"""Tokens between quotation marks that still are a title rather than speech."""
JOINING_MARKS = frozenset({",", ";", ":", "--", "-", "–", "—"})


def part(tree: Tree, constituent: Constituent, role: str | None = None) -> Part:
    """Return a constituent as one part, coordination and all, without what hangs loosely on it."""
    prefix = ""
    if constituent.dep == "antecedent":
        tokens = constituent.span
        prefix = "in" if constituent.role == "place" and not constituent.preposition else ""
    elif constituent.clausal:
        tokens = _after_mark(tree, constituent.head)
    else:
        tokens = noun_phrase(tree, constituent.head)
    preposition = preposition_with_modifiers(tree, constituent.preposition)
    if constituent.clausal and not preposition:
        preposition = tuple(index for index in tree.of(constituent.head, ("mark",)) if index not in tokens)
    own = tuple(index for index in tokens if index not in preposition)
    return Part(role or constituent.role, constituent.head, own, preposition, constituent.core, prefix)


def _after_mark(tree: Tree, verb: int) -> tuple[int, ...]:
    """ "that he left" → "he left"."""
    kept = tree.span(verb)
    marks = set(tree.of(verb, ("mark",)))
    start = next((place for place, index in enumerate(kept) if index not in marks), 0)
    return tree.trimmed(kept[start:])


def preposition_with_modifiers(tree: Tree, preposition: tuple[int, ...]) -> tuple[int, ...]:
    """ "shortly after", "such as", "two years before": what stands before a preposition goes with it."""
    if not preposition:
        return ()
    first = preposition[0]
    before = {i for child in tree.children[first] if child < first for i in tree.subtree(child)}
    return tree.trimmed({*preposition, *before})


def noun_phrase(tree: Tree, head: int) -> tuple[int, ...]:
    """ "the man in the hat, who left" → "the man in the hat"."""
    return tree.trimmed(whole_names(tree, head, closed_up(tree, tree.subtree(head, LOOSE, LOOSE))))


def whole_names(tree: Tree, head: int, kept: set[int]) -> set[int]:
    """Add what the name or the quotation that the head stands in still lacks: "March 3, 1961", "“Alice: A Life”"."""
    entity = tree.entity_at.get(head)
    if entity is not None:
        kept = kept | set(entity.indices)
    for opening in range(head - 1, max(-1, head - LONGEST_QUOTED), -1):
        closing = tree.partner.get(opening, -1)
        if tree.tokens[opening].text in QUOTES and head < closing < opening + LONGEST_QUOTED:
            governed_inside = opening < tree.tokens[head].head < closing
            return kept if governed_inside else kept | set(range(opening, closing + 1))
    return kept


def shared_out(tree: Tree, constituent: Constituent, role: str | None = None) -> list[Part]:
    """Return a part for each conjunct: "tea and coffee" → tea, coffee; "his wit and charm" → his wit, his charm."""
    heads = tree.conjuncts(constituent.head)
    if not _is_shared_out(tree, constituent, heads):
        return [part(tree, constituent, role)]
    preposition = preposition_with_modifiers(tree, constituent.preposition)
    return [
        Part(
            role or constituent.role,
            head,
            tree.trimmed(conjunct(tree, head) | _shared_owner(tree, heads[0], head)),
            preposition,
            core(tree, head),
        )
        for head in heads
    ]


def conjunct(tree: Tree, head: int) -> set[int]:
    """Return the tokens of one conjunct without the others."""
    return whole_names(tree, head, closed_up(tree, tree.subtree(head, LOOSE | COORDINATION, LOOSE)))


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


def closed_up(tree: Tree, kept: set[int]) -> set[int]:
    """Return the tokens without commas, brackets and conjunctions that only set off what was left out."""
    ends = (min(kept), max(kept)) if kept else ()
    return {
        index
        for index in kept
        if not (tree.tokens[index].text in JOINING_MARKS and (index + 1 not in kept or index - 1 not in kept))
        and not (index in tree.partner and _is_empty_pair(tree, index, kept))
        and not (index in ends and tree.tokens[index].dep == "cc")
    }


def _is_empty_pair(tree: Tree, index: int, kept: set[int]) -> bool:
    first, last = sorted((index, tree.partner[index]))
    return not any(between in kept for between in range(first + 1, last))
