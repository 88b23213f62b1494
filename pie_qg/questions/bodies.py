"""Bodies that act as somebody does: governments, teams, tribes; "who" asks for them where they do something."""

from __future__ import annotations

from pie_qg.english import base
from pie_qg.questions.nouns import noun_class
from pie_qg.questions.valency import done_by_somebody
from pie_qg.tree import Tree

SPEECH = frozenset(
    "say argue note write claim believe think propose state suggest tell ask explain publish sign hypothesize theorize "
    "speculate contend conclude assert insist recall remark comment announce cite".split()
)
# What WordNet has things do as well, and a body does by its will.
_DEEDS = frozenset(
    "announce attack beat buy capture commit conquer debate fight invade issue kill maintain occupy play populate "
    "prohibit reject release restrict sail take tell".split()
)
# Bodies that WordNet has in another sense as well: "the forces of nature", "a party at home", "a state of mind".
_BODIES = frozenset(
    "army band club committee community company corporation council country electorate family firm force government "
    "group household leadership legislature party police power staff state team tribe troop union".split()
)
_OR_THINGS = frozenset("band community family force group party power state union".split())
_SURE = frozenset({"organization", "group", "country", "school", "unit"})
# What WordNet gives to somebody, and what says of a body how it is.
_STATES = frozenset("experience incline tend undergo".split())
# What only somebody does with his mind, so that a word in "-er" is of one who does something: "Baggers appreciate it".
_MINDS = frozenset(
    "admire adore appreciate believe desire despise dislike enjoy fear hate hope know love prefer regret think want "
    "wish wonder".split()
)
# Persons, or things of the kitchen and the desk.
_PERSONS_OR_THINGS = frozenset("creator operator organiser organizer publisher reformer trainer".split())


def is_deed(verb: str) -> bool:
    """Tell whether a verb, given as its infinitive, says what somebody does, or a body: "declare", not "contain"."""
    return verb in SPEECH or (verb not in _STATES and done_by_somebody(verb))


def deed(tree: Tree, verb: int) -> str:
    """Return the infinitive of what is done: "study" in "began to study", "studied"."""
    done = tree.first(verb, ("xcomp",)) if base(tree.tokens[verb]) in _PHASES else None
    return base(tree.tokens[verb if done is None else done])


_PHASES = frozenset("begin cease continue start stop".split())


def acts_as_body(tree: Tree, head: int, verb: int) -> bool:
    """ "Many nations signed the treaty", "an organizer told them": a noun of a body, or of a person, that does it."""
    token, doing = tree.tokens[head], base(tree.tokens[verb])
    if token.pos != "NOUN" or not (is_deed(doing) or doing in _DEEDS):
        return False
    lemma = token.lemma.lower()
    if lemma in _OR_THINGS and _is_of_things(tree, head):
        return False
    minds = doing in _MINDS and lemma.endswith(("er", "or")) and not noun_class(lemma)
    return minds or lemma in _BODIES | _PERSONS_OR_THINGS or noun_class(lemma) in _SURE


def _is_of_things(tree: Tree, head: int) -> bool:
    """ "the state of the bridge", "a family of languages"; not "the state of Ohio", "a party of workers"."""
    nouns = (tree.first(one, ("pobj",)) for one in tree.of(head, ("prep",)) if tree.tokens[one].lemma == "of")
    plain = [one for one in nouns if one is not None and tree.tokens[one].pos == "NOUN"]
    return any(noun_class(tree.tokens[one].lemma) not in {"person", "group", "organization"} for one in plain)
