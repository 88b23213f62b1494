"""Signs that a phrase, or a gap, stands at the wrong place of a parse, or that its place is empty.

Each rule names one sign, with a sentence where it may be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from pie_qg.clauses import Clause, is_finite
from pie_qg.constituents import SUBJECTS
from pie_qg.english import base
from pie_qg.questions.valency import takes_object
from pie_qg.tree import Tree


def made_nothing(tree: Tree, clause: Clause) -> bool:
    """ "Foil makes clean up after supper easier": what is made easier is the cleaning; but one does make sure."""
    after = clause.verb + 1
    if base(tree.tokens[clause.verb]) not in _MAKING or clause.by_role("object") or after >= len(tree.tokens):
        return False
    stated = tree.tokens[after].dep in {"ccomp", "xcomp"} and tree.tokens[after].head == clause.verb
    bare = stated and tree.tokens[after].pos == "ADJ" and not tree.has(after, SUBJECTS)
    return bare and tree.word(after) not in {"sure", "certain"}


_MAKING = frozenset("make keep leave render".split())


def gap_unfound(tree: Tree, clause: Clause) -> bool:
    """ "a bell that the nurses could use to call": it is the bell that they could use."""
    if clause.kind != "relative" or clause.voice == "passive" or clause.by_role("object"):
        return False
    lost = any(tree.word(index) == "that" for index in tree.of(clause.verb, ("mark",)))
    return lost and takes_object(base(tree.tokens[clause.verb]))


def joined_to_infinitive(tree: Tree, clause: Clause) -> bool:
    """ "I use it to hold the bag and depending on its size I fill it": no finite verb or participle goes on "to"."""
    verbs = [*_infinitives(tree, clause.verb)]
    assert clause.subject is not None
    if clause.kind == "conjunct" and tree.tokens[clause.subject.head].dep == "dobj":  # "used cloth to mix or spread it"
        verbs.append(tree.tokens[clause.verb].head)
    return any(
        tree.tokens[child].tag in {"VBD", "VBG"} and not tree.has(child, {"aux", "auxpass", *SUBJECTS})
        for verb in verbs
        if tree.tokens[verb].tag == "VB"
        for child in tree.of(verb, ("conj",))
    )


def _infinitives(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the infinitives under a verb: "have to try to go"."""
    for child in tree.of(verb, ("xcomp",)):
        yield child
        yield from _infinitives(tree, child)


def adverb_of_subject(tree: Tree, clause: Clause) -> bool:
    """ "The curtain, when paired a liner, is thick": what "when" or "where" leads has a subject of its own."""
    adverb = clause.relativizer is not None and tree.tokens[clause.relativizer].tag == "WRB"
    return clause.kind == "relative" and clause.subject_source == "antecedent" and adverb


def saying_in_phrase(tree: Tree, clause: Clause) -> bool:
    """ "I like the blue walls of course": that it is so, of course, and no walls of a course."""
    heads = [one.head for one in clause.arguments]
    if clause.subject is not None:
        heads.append(clause.subject.head)
    after = (index for head in heads for index in tree.of(head, ("prep",)) if index == head + 1)
    return any(tree.text(range(index, min(index + 2, len(tree.tokens)))).lower() in _SAYINGS for index in after)


_SAYINGS = frozenset({"of course", "in fact", "for sure", "in general", "at last", "at least", "by far"})


def two_complements(tree: Tree, clause: Clause) -> bool:
    """ "She learned how to cut the fruit he was buying": the clause says which fruit, and not what she learned."""
    finite = (child for child in tree.of(clause.verb, ("ccomp",)) if child > clause.verb and is_finite(tree, child))
    unled = any(not tree.has(child, {"mark"}) for child in finite)
    return unled and any(child > clause.verb for child in tree.of(clause.verb, ("xcomp",)))


def particle_after_phrase(tree: Tree, clause: Clause) -> bool:
    """ "I did a run without the heater on": the heater was not on; a particle stands by its verb or its object."""
    particles = list(tree.of(clause.verb, ("prt",)))
    return any(clause.verb < index < last for last in particles for index in tree.of(clause.verb, ("prep",)))


def noun_as_clause(tree: Tree, clause: Clause) -> bool:
    """ "It fit our queen size bed": a noun right after an object is the end of it, and no clause."""
    ends = {max(tree.subtree(one.head)) + 1 for one in clause.by_role("object") if one.dep == "dobj"}
    nouns = (child for child in tree.of(clause.verb, ("ccomp",)) if tree.tokens[child].pos in {"NOUN", "PROPN"})
    return any(min(tree.subtree(child)) in ends and not tree.has(child, SUBJECTS) for child in nouns)


def object_in_two(tree: Tree, clause: Clause) -> bool:
    """ "You have to use a great deal more salt": a deal more of salt, and no two things that are used."""
    for verb in _infinitives(tree, clause.verb):
        for one, other in pairwise(child for child in tree.of(verb, ("dobj",)) if child > verb):
            if max(tree.subtree(one)) + 1 == min(tree.subtree(other)) and tree.tokens[other].pos == "NOUN":
                return True
    return False


def object_after_phrase(tree: Tree, clause: Clause) -> bool:
    """ "She cooks in clay and copper pots": a bare noun after a phrase is the end of it, and not what she cooks."""
    phrases = [tree.subtree(index) for index in tree.of(clause.verb, ("prep",)) if index > clause.verb]
    objects = (one.head for one in clause.by_role("object") if one.dep == "dobj" and one.head > clause.verb)
    starts = (min(tree.subtree(head)) for head in objects)
    return any(
        tree.tokens[start].pos in {"NOUN", "PROPN"} and any(start - 1 in one for one in phrases) for start in starts
    )


def of_fragment(tree: Tree, clause: Clause) -> bool:
    """ "Older models the lid flew off.": no sentence is a noun alone, and the lid flew off no models."""
    about = clause.antecedent
    return clause.kind == "relative" and clause.relativizer is None and about is not None and _is_root(tree, about)


def _is_root(tree: Tree, index: int) -> bool:
    return tree.tokens[index].dep == "ROOT"


def used_for_nothing(tree: Tree, clause: Clause) -> bool:
    """ "I use a spoon to put in a cup": what is put there was said before, and is not the spoon."""
    if base(tree.tokens[clause.verb]) != "use" or not clause.by_role("object"):
        return False
    aims = (child for child in tree.of(clause.verb, ("xcomp", "advcl")) if tree.tokens[child].tag == "VB")
    taking = (child for child in aims if takes_object(base(tree.tokens[child])) and not tree.has(child, {"auxpass"}))
    return any(not tree.has(child, {"dobj", "ccomp", "xcomp", "conj"}) for child in taking)


def quality_in_phrase(tree: Tree, clause: Clause) -> bool:
    """ "The quilt is soft to the touch and warm": it is warm, and not soft to the warm."""
    qualities = (one.head for one in clause.arguments if one.dep == "acomp")
    nouns = (
        noun
        for head in (clause.verb, *qualities)
        for index in tree.of(head, ("prep",))
        for noun in tree.of(index, ("pobj",))
    )
    told = any(one.dep == "acomp" for one in clause.arguments)
    return told and any(
        tree.tokens[child].tag == "JJ" and not tree.has(child, {"det"})
        for noun in nouns
        if tree.tokens[noun].pos == "NOUN"
        for child in tree.of(noun, ("conj",))
    )


def place_as_duty(tree: Tree, clause: Clause) -> bool:
    """ "The hut has nowhere to sleep": there is no place for it, and nobody has to sleep."""
    after = clause.verb + 1
    has = tree.tokens[clause.verb].lemma == "have" and after + 1 < len(tree.tokens)
    return has and tree.word(after) in _PLACES and tree.tokens[after + 1].tag == "TO"


_PLACES = frozenset("nowhere somewhere anywhere everywhere elsewhere".split())


def state_after_comma(tree: Tree, clause: Clause) -> bool:
    """ "The cup was named after Ada, the mayor": who Ada is, and not what the cup was named."""
    states = (one for one in clause.by_role("attribute") if one.dep in {"oprd", "attr"} and one.span)
    starts = (min(one.span) for one in states if tree.tokens[one.head].pos in {"NOUN", "PROPN"})
    return any(start > clause.verb and tree.tokens[start - 1].text == "," for start in starts)


def doing_of_infinitive(tree: Tree, clause: Clause) -> bool:
    """ "The state is the first to fight a ban, closing ports and ending trade": who closes them, or what, is unsure."""
    verb = tree.first_conjunct(clause.verb)
    above = tree.tokens[verb].head
    doing = tree.tokens[clause.verb].tag == "VBG" and clause.subject_source in {"inherited", "controlled"}
    after = tree.tokens[verb].dep == "advcl" and above < verb
    return doing and after and tree.tokens[above].tag == "VB" and tree.tokens[above].dep in _SUBORDINATE


_SUBORDINATE = frozenset({"xcomp", "acl", "advcl", "pcomp", "relcl"})


def subject_in_bracket(tree: Tree, clause: Clause) -> bool:
    """ "The grips are soft (even my son can hold them) and can be cleaned": a bracket is closed, with all in it."""
    assert clause.subject is not None
    subject, shared = clause.subject.head, clause.subject_source == "inherited"
    brackets = ((first, last) for first, last in tree.partner.items() if tree.tokens[first].text in {"(", "["})
    return shared and any(first < subject < last < clause.verb for first, last in brackets)


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    made_nothing,
    gap_unfound,
    joined_to_infinitive,
    adverb_of_subject,
    saying_in_phrase,
    two_complements,
    particle_after_phrase,
    noun_as_clause,
    object_in_two,
    object_after_phrase,
    of_fragment,
    used_for_nothing,
    quality_in_phrase,
    place_as_duty,
    state_after_comma,
    doing_of_infinitive,
    subject_in_bracket,
)
