"""Adverbials that a parser has hung on the wrong verb: they tell of a noun, of another clause, or of a list.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.constituents import PLACE_ENTITIES, Constituent
from pie_qg.lexicon import UNITS_OF_TIME
from pie_qg.questions.phrases import QUOTES
from pie_qg.tree import Tree


def is_stray(tree: Tree, one: Constituent) -> bool:
    """Tell whether an adverbial shows one of the signs."""
    return any(sign(tree, one) for sign in SIGNS)


def at_one_end(tree: Tree, one: Constituent) -> bool:
    """ "It ranges from 40 m at the river to 90 m at the peak": each place is that of one end of a range."""
    if not one.preposition:
        return False
    word, beside = tree.word(one.preposition[0]), _beside(tree, one)
    if word in {"from", "to"} or not any(tree.word(index) == "to" for index in beside):
        return False
    starts = (index for index in beside if tree.word(index) == "from")
    return any(_has_number(tree, start) and word in _inner(tree, start) for start in starts)


def _has_number(tree: Tree, preposition: int) -> bool:
    return any(tree.tokens[index].pos == "NUM" for index in tree.subtree(preposition))


def _inner(tree: Tree, preposition: int) -> set[str]:
    """Return the prepositions that hang on another one, or on its noun."""
    heads = (preposition, *tree.of(preposition, ("pobj",)))
    return {tree.word(index) for head in heads for index in tree.of(head, ("prep",))}


def in_mid_range(tree: Tree, one: Constituent) -> bool:
    """ "They have a range from the note below the staff to the one above it": which note it begins with."""
    before = _before(tree, one)
    if before is None or not any(tree.word(index) == "to" for index in one.span):
        return False
    above = [before, *tree.ancestors(before)]
    return any(tree.word(index) == "from" and not _on_verb(tree, index) for index in above)


def _on_verb(tree: Tree, preposition: int) -> bool:
    return tree.tokens[tree.tokens[preposition].head].pos in {"VERB", "AUX"}


def of_company(tree: Tree, one: Constituent) -> bool:
    """ "It brought in new stamps, along with a crown on the envelope": where what comes along is.

    "It began in May, with Ada as its mayor": what Ada was.
    """
    before = _before(tree, one)
    if before is None or not one.preposition:
        return False
    while before and tree.word(before) != "with" and tree.tokens[before].pos != "PUNCT":
        before -= 1
    together = tree.word(before - 1) in {"together", "along"}
    if together and tree.word(one.preposition[0]) == "as":
        return False
    return tree.word(before) == "with" and tree.word(before - 1 - together) == ","


def of_clause_before(tree: Tree, one: Constituent) -> bool:
    """ "It took land that was given back years later", "a season made up of challenges to the cup": of the clause."""
    before = _before(tree, one)
    if before is None or one.clausal or one.role == "manner":
        return False
    verb = tree.tokens[_first(one)].head
    above = [index for index in (before, *tree.ancestors(before)) if index > verb]
    adverb = tree.tokens[_first(one)].dep in {"advmod", "npadvmod"} or not one.preposition
    clauses = {"relcl", "advcl"} if adverb else {"advcl"}
    return any(tree.tokens[index].dep in clauses for index in above)


def since_of_noun(tree: Tree, one: Constituent) -> bool:
    """ "The houses show all styles since the Gothic": what has been so since then would stand in the perfect."""
    if not one.preposition or tree.word(one.preposition[-1]) != "since":
        return False
    verb = tree.tokens[one.preposition[0]].head
    return tree.tokens[verb].tag in {"VBZ", "VBP", "VBD"} and not tree.has(verb, {"aux", "auxpass"})


def of_change(tree: Tree, one: Constituent) -> bool:
    """ "She oversaw a rise in sales to two million": what has risen is at that number."""
    if not one.preposition or tree.word(one.preposition[0]) != "to" or tree.tokens[one.head].pos != "NUM":
        return False
    objects = tree.of(tree.tokens[one.preposition[0]].head, ("dobj",))
    return any(tree.tokens[index].lemma in _CHANGES for index in objects)


_CHANGES = frozenset("increase rise growth decrease decline fall drop reduction change jump surge climb".split())


def out_of_bracket(tree: Tree, one: Constituent) -> bool:
    """ "In 1892, seeing that (though some towns had a cup) none was for all, he gave one": no town had it in 1892."""
    verb = tree.tokens[_first(one)].head
    brackets = ((first, last) for first, last in tree.partner.items() if tree.tokens[first].text in {"(", "["})
    return any(first < verb < last and not first < one.head < last for first, last in brackets)


def half_of_pair(tree: Tree, one: Constituent) -> bool:
    """ "It is broken down in the leaf and/or in the root": the other half hangs on another verb."""
    before = _before(tree, one)
    return before is not None and tree.word(before) in {"or", "and/or"}


def of_noun_with_to(tree: Tree, one: Constituent) -> bool:
    """ "He tore down temples to idols": whom the temples are for."""
    before = _before(tree, one)
    to = before is not None and bool(one.preposition) and tree.word(one.preposition[0]) == "to"
    return to and tree.tokens[before or 0].lemma in _TO


_TO = frozenset(
    "shrine temple altar monument memorial tribute homage hymn ode heir successor sequel prequel entrance "
    "exception alternative solution answer preface introduction".split()
)


def of_namesake(tree: Tree, one: Constituent) -> bool:
    """ "The mall is named for the gate in the wall": where the gate is."""
    before, verb = _before(tree, one), tree.tokens[_first(one)].head
    if before is None or not one.preposition or one.role == "time" or tree.tokens[verb].lemma not in {"name", "call"}:
        return False
    lead = next((index for index in (before, *tree.ancestors(before)) if tree.tokens[index].head == verb), before)
    return tree.word(lead) in {"for", "after"} and tree.word(one.preposition[0]) not in {"by", "as"}


def end_of_span(tree: Tree, one: Constituent) -> bool:
    """ "Jobs were lost from the peak in 2008 to the low in 2010": when they were, and nothing they were lost to."""
    if not one.preposition or tree.word(one.preposition[0]) != "to":
        return False
    dated = any(tree.entity(index) == "DATE" for index in one.span) and tree.entity(one.head) != "DATE"
    starts = (index for index in _beside(tree, one) if tree.word(index) == "from")
    return dated and any(not _has_number(tree, start) for start in starts)


def of_town(tree: Tree, one: Constituent) -> bool:
    """ "The wine came from Volterra in Tuscany": where the town is that it came from."""
    before = _before(tree, one)
    if before is None or not one.preposition or tree.word(one.preposition[-1]) != "in":
        return False
    named = tree.entity(before) in PLACE_ENTITIES and tree.entity(one.head) in PLACE_ENTITIES
    above = tree.tokens[before].head
    return named and tree.tokens[before].dep == "pobj" and tree.word(above) in {"from", "to"}


def how_often_above(tree: Tree, one: Constituent) -> bool:
    """ "I mop the tiles leading to the yard twice a week": how often I mop, and not how often they lead there."""
    verb = tree.tokens[_first(one)].head
    where = any(tree.tokens[child].tag == "WRB" for child in tree.of(verb, ("advmod",)))
    within = tree.tokens[verb].dep == "acl" or (tree.tokens[verb].dep == "relcl" and where)
    often = any(tree.word(index) in {"a", "an", "each", "every", "per"} for index in one.span)
    unit = tree.tokens[one.head].lemma in UNITS_OF_TIME | {"time", "morning", "night"}
    return (
        within
        and tree.tokens[verb - 1].text != ","
        and often
        and unit
        and one.dep == "npadvmod"
        and _is_last(tree, one)
    )


def _is_last(tree: Tree, one: Constituent) -> bool:
    """Tell whether nothing but a stop follows in the sentence."""
    return all(token.pos == "PUNCT" for token in tree.tokens[max(one.span, default=one.head) + 1 :])


def once_of_clause(tree: Tree, one: Constituent) -> bool:
    """ "Once the pads get wet, they tear": as soon as they do, and not one time."""
    verb = tree.tokens[one.head].head
    return tree.word(one.head) == "once" and tree.tokens[verb].dep == "advcl" and one.head == min(tree.subtree(verb))


def _first(one: Constituent) -> int:
    return one.preposition[0] if one.preposition else one.head


def _before(tree: Tree, one: Constituent) -> int | None:
    """Return the word right before an adverbial that follows its verb; none where a stop stands between."""
    start = min(one.full, default=one.head)
    late = start > tree.tokens[_first(one)].head and start > 1
    last = start - 2 if tree.tokens[start - 1].text in QUOTES else start - 1
    return last if late and tree.tokens[last].pos != "PUNCT" else None


def _beside(tree: Tree, one: Constituent) -> list[int]:
    """Return the other prepositions under the same verb."""
    first = one.preposition[0]
    return [index for index in tree.of(tree.tokens[first].head, ("prep",)) if index != first]


SIGNS: tuple[Callable[[Tree, Constituent], bool], ...] = (
    at_one_end,
    in_mid_range,
    of_company,
    of_clause_before,
    since_of_noun,
    of_change,
    out_of_bracket,
    half_of_pair,
    of_noun_with_to,
    of_namesake,
    end_of_span,
    of_town,
    how_often_above,
    once_of_clause,
)
