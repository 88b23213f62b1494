"""Clauses that are so on a condition, which stands beside them.

Each sign names one way to say the condition, with a sentence that shows it.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.constituents import SUBJECTS
from pie_qg.tree import Tree


def is_conditional(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is not so by itself."""
    return any(sign(tree, verb) for sign in SIGNS)


def if_so(tree: Tree, verb: int) -> bool:
    """ "If it rains, the field floods."; but "Even if it rains, it floods.": so in any case."""
    conditions = (one for one in tree.of(verb, ("advcl",)) if tree.has(one, SUBJECTS))
    marks = (mark for one in conditions for mark in tree.of(one, ("mark",)))
    return any(tree.word(mark) in {"if", "lest"} and tree.word(mark - 1) != "even" for mark in marks)


def provided_that(tree: Tree, verb: int) -> bool:
    """ "The dam will break, provided that it rains."; but "a law, part of which provided that he pay" sets none."""
    provided = (one for one in tree.of(verb, ("prep", "advcl")) if tree.word(one) in {"provided", "providing"})
    alone = (one for one in provided if one and tree.tokens[one - 1].pos != "PRON" and not tree.has(one, SUBJECTS))
    return any(tree.has(one, {"pcomp", "ccomp"}) for one in alone)


def as_long_as(tree: Tree, verb: int) -> bool:
    """ "The pan is fine, as long as it is dry."; but "as long as it was wide" tells a length."""
    longs = (one for one in tree.of(verb, ("advmod",)) if tree.word(one) == "long" and one > 1)
    apart = (one for one in longs if tree.tokens[one - 2].text == "," and tree.word(one - 1) in {"as", "so"})
    return any(tree.has(one, {"advcl"}) for one in apart)


def but_for(tree: Tree, verb: int) -> bool:
    """ "If not for the guard, the house would burn.", "But for the guard it would have burned.": it did not."""
    group = {tree.word(one) for one in tree.of(verb, ("aux",))}
    unreal = "have" in group and bool(group & {"would", "could", "might"})
    for one in tree.of(verb, ("prep",)):
        before = [token.text.lower() for token in tree.tokens[max(0, one - 2) : one]]
        if tree.word(one) == "for" and (before == ["if", "not"] or (unreal and before[-1:] == ["but"])):
            return True
    return False


def to_do_so(tree: Tree, verb: int) -> bool:
    """ "To reach the island you will need a boat."."""
    before = (one for one in tree.of(verb, ("advcl",)) if one < verb and tree.tokens[one].tag == "VB")
    aims = any(tree.tokens[to].tag == "TO" for one in before for to in tree.of(one, ("aux",)))
    return aims and _is_supposed(tree, verb)


def in_such_a_case(tree: Tree, verb: int) -> bool:
    """ "In that case it will flood."."""
    starts = (tree.tokens[one : one + 3] for one in tree.of(verb, ("prep",)))
    cases = any(" ".join(token.text.lower() for token in start) in _CASES for start in starts)
    return cases and _is_supposed(tree, verb)


def _is_supposed(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[one].tag == "MD" for one in tree.of(verb, ("aux",)))


_CASES = frozenset({"in the case", "in the event", "in this case", "in that case", "in such cases"})

SIGNS: tuple[Callable[[Tree, int], bool], ...] = (
    if_so,
    provided_that,
    as_long_as,
    but_for,
    to_do_so,
    in_such_a_case,
)
