"""Where a pronoun may as well stand for another thing, or for somebody else, so that nobody should guess."""

from __future__ import annotations

from collections.abc import Set

from pie_qg.clauses import is_finite
from pie_qg.constituents import SUBJECTS
from pie_qg.lexicon import TIME_NOUNS
from pie_qg.questions.agreement import (
    BODIES,
    HE,
    IT,
    NO_ANTECEDENTS,
    PRONOUNS,
    SHE,
    THEY,
    is_any,
    is_main,
    number_of,
    own_subject,
)
from pie_qg.questions.nouns import noun_class
from pie_qg.tree import Tree

_UNSURE = frozenset({"", "ORG", "PRODUCT", "WORK_OF_ART", "FAC", "LAW"})
"""Types of entities that a tagger gives to a name that it does not know."""
_WITHIN = frozenset({"compound", "npadvmod", "nmod", "amod", "poss"})
"""Parts of a phrase that a pronoun does not stand for either."""


def named_here(tree: Tree, index: int) -> bool:
    """ "Sahak sent for the monk when he was ill.": a name of nobody knows what, which "he" may stand for."""
    before = (other for other in range(index) if tree.tokens[other].dep in SUBJECTS)
    return any(tree.tokens[other].tag == "NNP" and not tree.entity(other) for other in before)


def may_be_led(tree: Tree) -> bool:
    """ "Unlike the painter, Berg is shy. He …": Berg is somebody, it may be, whom no tagger knows."""
    return any(
        token.tag == "NNP"
        and token.dep in SUBJECTS
        and is_main(tree, token.head)
        and tree.entity(index) in _UNSURE
        and not tree.has(index, {"det"})
        for index, token in enumerate(tree.tokens)
    )


def has_other(tree: Tree, unresolved: Set[int]) -> bool:
    """ "A letter from Berg moved him. He …": he whom it moved is somebody else than Berg."""
    return any(PRONOUNS.get(tree.word(one)) in {HE, SHE} for one in unresolved)


def has_person_before(tree: Tree, index: int, *, anywhere: bool) -> bool:
    """ "The guards stopped the man and asked to search him.": him whom the clause before is about.

    `anywhere`: "I made it for my niece while she slept": the niece, and nobody whom a sentence before names aside.
    """
    if tree.tokens[index].dep in SUBJECTS | {"poss"} and not anywhere:
        return False
    before = (one for one in range(index) if tree.tokens[one].dep in {"dobj", "pobj", "dative"})
    return any(tree.tokens[one].pos in {"NOUN", "PROPN"} and number_of(tree, one) == HE for one in before)


def rivalled(tree: Tree, index: int, number: str, head: str) -> bool:
    """ "She took the wheel from it", "and called it a barn": an object may be any thing that its sentence named before.

    But not the subject of its own clause; and `head`, what is taken to be meant, is no rival of itself.
    """
    token = tree.tokens[index]
    if (number == THEY and _in_their_place(tree, index)) or _is_bound(tree, index, number):
        return True
    if _is_in_itself(tree, index, number):
        return True
    if number not in {IT, THEY} or token.dep == "poss" or (token.dep in SUBJECTS and _leads(tree, token.head)):
        return False
    own = own_subject(tree, index)
    before = (
        other for other in range(index) if other != own and _is_thing(tree, other) and not is_shell(tree, other, index)
    )
    return any(number_of(tree, other) == number and tree.tokens[other].lemma.lower() != head for other in before)


def _is_bound(tree: Tree, index: int, number: str) -> bool:
    """ "The rule is that each mill keeps what it earns.": any of them, and nothing that was named before."""
    subjects = (tree.first(above, SUBJECTS) for above in tree.ancestors(index))
    return any(
        one is not None and one < index and number_of(tree, one) == number and is_any(tree, sorted(tree.subtree(one)))
        for one in subjects
    )


def _in_their_place(tree: Tree, index: int) -> bool:
    """ "The pumps move the fluids to the tank, where they cool.": what is brought somewhere is there as well."""
    token = tree.tokens[index]
    verb = token.head
    if token.dep not in SUBJECTS or tree.tokens[verb].dep != "relcl":
        return False
    if not any(tree.tokens[one].text.lower() == "where" for one in tree.of(verb, ("advmod",))):
        return False
    others = (one for one in range(min(tree.subtree(verb))) if tree.tokens[one].tag == "NNS" and _is_thing(tree, one))
    return any(tree.tokens[one].dep not in SUBJECTS for one in others)


def _is_in_itself(tree: Tree, index: int, number: str) -> bool:
    """ "The lid has scratches on it.": on the lid, whatever was named before."""
    preposition = tree.tokens[index].head
    if tree.tokens[index].dep != "pobj" or tree.tokens[preposition].text.lower() not in {
        "in",
        "on",
        "inside",
        "within",
    }:
        return False
    verb = next((one for one in tree.ancestors(preposition) if tree.tokens[one].pos in {"VERB", "AUX"}), None)
    own = None if verb is None or tree.tokens[verb].lemma != "have" else own_subject(tree, verb)
    return own is not None and number_of(tree, own) == number


def _is_thing(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    timed = tree.entity(index) in NO_ANTECEDENTS or token.lemma.lower() in TIME_NOUNS
    return token.pos in {"NOUN", "PROPN"} and token.dep not in _WITHIN and not timed


def _leads(tree: Tree, verb: int) -> bool:
    """Tell whether a clause stands by itself: finite, and not what somebody said."""
    return is_finite(tree, verb) and tree.tokens[verb].dep != "ccomp"


def in_reason(tree: Tree, index: int, number: str) -> bool:
    """ "The town refused to buy the mill because it was old.": the mill was, or the town."""
    verb = tree.tokens[index].head
    above = tree.tokens[verb].head
    marks = {tree.word(one) for one in tree.of(verb, ("mark",))}
    if tree.tokens[index].dep not in SUBJECTS or tree.tokens[verb].dep != "advcl" or not marks & {"because", "since"}:
        return False
    verbs = [above, *tree.of(above, ("xcomp", "ccomp"))]
    objects = [one for each in verbs for one in tree.of(each, ("dobj",)) if one < index]
    return any(_is_thing(tree, one) and number_of(tree, one) == number for one in objects)


def is_shell(tree: Tree, subject: int, index: int) -> bool:
    """ "The best thing is that it folds.": a thing that a clause with "that" tells is not in the clause."""
    verb = tree.tokens[subject].head
    told = tree.of(verb, ("ccomp",)) if tree.tokens[verb].lemma == "be" else ()
    return any(index in tree.subtree(one) for one in told if one > verb)


def presents(tree: Tree) -> bool:
    """ "Before Ada, the last queen was Anna.": the sentence has come to somebody else than its first name."""
    return any(
        token.dep == "attr" and token.pos == "PROPN" and tree.entity(index) == "PERSON" and is_main(tree, token.head)
        for index, token in enumerate(tree.tokens)
    )


def presents_one(tree: Tree, kind: str) -> bool:
    """ "It has its own university", "a university was founded": a thing of a kind that has not been named."""
    return any(
        token.tag == "NN"
        and token.lemma.lower() == kind
        and token.dep not in _WITHIN | {"attr", "appos"}
        and any(tree.tokens[one].text.lower() not in {"the", "this", "that"} for one in tree.of(index, ("det", "poss")))
        for index, token in enumerate(tree.tokens)
    )


def brings(tree: Tree, subject: int) -> bool:
    """ "The court heard a case. It …": what a body deals with may be what the next sentence is on."""
    body = noun_class(tree.tokens[subject].lemma) in BODIES
    return body and any(
        token.dep == "dobj"
        and token.tag == "NN"
        and index > subject
        and _is_thing(tree, index)
        and number_of(tree, index) == IT
        and any(tree.word(one) in {"a", "an"} for one in tree.of(index, ("det",)))
        for index, token in enumerate(tree.tokens)
    )
