"""Signs that a parser has taken to pieces what is one: a name, a word with a hyphen, a saying, a comparison.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.clauses import Clause
from pie_qg.constituents import Constituent
from pie_qg.tree import Tree


def dash_as_hyphen(tree: Tree, clause: Clause) -> bool:
    """ "Half the town is awake - thanks to the bells": a hyphen with a space on each side joins no words."""
    inside = (index for one in _phrases(clause) if not one.clausal for index in one.span[1:-1] if index < one.head)
    return any(tree.tokens[index].text == "-" and _is_spaced(tree, index) for index in inside)


def _is_spaced(tree: Tree, dash: int) -> bool:
    before, hyphen, after = tree.tokens[dash - 1 : dash + 2]
    return hyphen.dep == "punct" and before.end < hyphen.start and hyphen.end < after.start and after.head != dash


def name_across(tree: Tree, clause: Clause) -> bool:
    """ "It was named by the Royal Society for the Protection of Owls": "for" is part of a name, and not of "named"."""
    leads = (
        one.preposition[0] for one in clause.arguments if tree.text(one.preposition).lower() in {"for", "of", "on"}
    )
    named = (first for first in leads if tree.entity(first) in _NAMES and tree.entity(clause.verb) not in _NAMES)
    return any(tree.entity_at[first].first < first for first in named)


_NAMES = frozenset({"ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})


def form_of_firm(tree: Tree, clause: Clause) -> bool:
    """ "It is printed by the Mill Society, Incorporated": how a firm is set up is part of its name."""
    return any(tree.word(one.head) in _FORMS and tree.word(one.head - 1) == "," for one in clause.arguments)


_FORMS = frozenset("incorporated inc inc. limited ltd ltd. llc l.l.c. corp corp. plc gmbh".split())


def noun_to_same_noun(tree: Tree, clause: Clause) -> bool:
    """ "The boats lie side by side", "The beds stood end to end": a noun, a preposition and the noun are an adverb."""
    return any(_is_doubled(tree, index) for one in clause.arguments for index in one.span)


def _is_doubled(tree: Tree, index: int) -> bool:
    if index + 2 >= len(tree.tokens) or tree.tokens[index].pos != "NOUN" or tree.tokens[index].dep == "pobj":
        return False
    return tree.tokens[index + 1].dep == "prep" and tree.word(index + 2) == tree.word(index)


def the_more_the_more(tree: Tree, clause: Clause) -> bool:
    """ "The more houses were sold, the poorer the town was": more than before, and no houses that are the more."""
    assert clause.subject is not None
    span = clause.subject.span
    commas = (index for index, token in enumerate(tree.tokens) if token.text == "," and index > clause.verb)
    return bool(span) and _the_more(tree, span[0]) and any(_the_more(tree, comma + 1) for comma in commas)


def _the_more(tree: Tree, start: int) -> bool:
    return tree.word(start) == "the" and start + 1 < len(tree.tokens) and tree.tokens[start + 1].tag in {"RBR", "JJR"}


def as_many_as(tree: Tree, clause: Clause) -> bool:
    """ "It had as many flags praising the king as the queen": as many as praised the queen, and no role of his."""
    noun = clause.antecedent
    if noun is None or tree.word(tree.tokens[noun].head) != "as" or tree.tokens[noun].dep != "pobj":
        return False
    return any(tree.text(one.preposition).lower() == "as" for one in clause.arguments)


def enough_to(tree: Tree, clause: Clause) -> bool:
    """ "Enough corn is thrown away to feed the town": how much, and not what for."""
    assert clause.subject is not None
    enough = any(
        tree.word(child) in {"enough", "sufficient"} for child in tree.of(clause.subject.head, ("amod", "det"))
    )
    return enough and any(one.clausal and one.role == "purpose" for one in clause.arguments)


def _phrases(clause: Clause) -> tuple[Constituent, ...]:
    return clause.arguments if clause.subject is None else (clause.subject, *clause.arguments)


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    dash_as_hyphen,
    name_across,
    form_of_firm,
    noun_to_same_noun,
    the_more_the_more,
    as_many_as,
    enough_to,
)
