"""Which answers tell something by themselves, and which questions say enough to be understood."""

from __future__ import annotations

from collections.abc import Collection

from pie_qg.constituents import SUBJECTS
from pie_qg.questions.agreement import PRONOUNS, number_of
from pie_qg.questions.narrow import restrictions
from pie_qg.questions.nouns import NAME_HEADS, NAMED_CLASSES, noun_class
from pie_qg.tree import Tree

DEMONSTRATIVE = frozenset("this that these those such".split())
_WHOSE = frozenset("its their his her".split())
_POINTING = DEMONSTRATIVE | _WHOSE | frozenset("our your my".split())
# Nouns that stand for what was named before when "the" and nothing else is with them.
_STANDS_IN = frozenset(
    "system network process group area region place work paper result belief phenomenon idea concept method approach "
    "practice term name word decision agreement event incident project program programme policy statement report "
    "document text author writer man woman father mother son daughter brother sister player member leader side "
    "capital borough government community country people population number amount rest majority thing fact case "
    "company organization site structure device model form type version version latter former structure hardware "
    "winner trade proposal plan instrument position".split()
)
# Nouns that tell nothing when they stand alone, whatever stands before them: "this product", "a term".
_SAYING_NOTHING = frozenset(
    "product item thing piece brand article unit problem issue style term opinion estimate".split()
)
# Who tells little without the clause that says which of them.
_ANYBODY = frozenset(
    "person individual human people man woman child boy girl adult user member participant player".split()
)
_MOMENTS = frozenset("moment instant time day way manner".split())
_ONE_MORE = frozenset({"other", "another", "similar", "latter", "aforementioned"})
_KINDS = frozenset("animal plant instrument food drink metal element sport game language body vehicle weapon".split())
_STANDING_CLASSES = NAMED_CLASSES | {"person", "group", "organization", "region", "place", "unit"}


def says_little(tree: Tree, answer: tuple[int, ...], known: Collection[str], first_person: bool = False) -> bool:
    """Tell whether an answer only points back: "this system", "its place", "the city" after the city's name.

    `known` holds the lemmas of the nouns that the passage had before. "The weather" tells enough, and so does
    "this kettle" where an author speaks of what is in front of him.
    """
    if not answer:
        return False
    if any(_stands_for_another(tree, index) for index in answer):
        return True
    head = next((index for index in reversed(answer) if tree.tokens[index].head not in answer), answer[-1])
    token = tree.tokens[head]
    if _ends_with_pronoun(tree, answer) or _is_of_this_class(tree, answer):
        return True
    if token.text.lower() in {"%", "percent"} and token.dep in SUBJECTS and not tree.has(head, {"prep"}):
        return True  # "70 percent voted for it", of whom another sentence tells
    if token.pos != "NOUN":
        return False
    before = {tree.tokens[index].text.lower() for index in tree.of(head, ("det", "poss", "predet", "amod"))}
    alone = len(answer) == 1
    lemma = token.lemma.lower()
    numbered = tree.has(head, {"nummod"})
    if not numbered and ((alone and lemma in _SAYING_NOTHING) or _is_one_more(tree, head)):
        return True
    if alone and lemma in _ANYBODY | _MOMENTS and restrictions(tree, head):  # "men [who sold boats]"
        return True
    if not numbered and alone and not first_person and _is_somethings(tree, head):
        return True
    if before & DEMONSTRATIVE:
        return not first_person or lemma in known
    if numbered or not alone or not before & ({"the"} | _POINTING):
        return False
    if noun_class(lemma) in _KINDS and lemma != noun_class(lemma):  # "the saxophone", of all of them
        return False
    named = noun_class(lemma) in _STANDING_CLASSES or lemma in NAME_HEADS or lemma in _STANDS_IN
    several_people = token.tag == "NNS" and noun_class(lemma) == "person"
    return (named or lemma in known) and not several_people


def _ends_with_pronoun(tree: Tree, answer: tuple[int, ...]) -> bool:
    """ "She opened a shop to support it.": nothing in the answer says what.

    "Laws protecting them" may be of what is asked about.
    """
    last = tree.tokens[answer[-1]].text.lower()
    number = PRONOUNS[last] if last in {"it", "them"} else ""
    nouns = (index for index in answer if tree.tokens[index].pos in {"NOUN", "PROPN"})
    return bool(number) and all(number_of(tree, index) != number for index in nouns)


def _is_of_this_class(tree: Tree, answer: tuple[int, ...]) -> bool:
    """ "Fats are examples of this class": of which?"""
    pointing = (index for index in answer if tree.tokens[index].text.lower() in DEMONSTRATIVE)
    return any(tree.tokens[tree.tokens[index].head].lemma in {"class", "category", "group"} for index in pointing)


def _is_one_more(tree: Tree, head: int) -> bool:
    """ "Another artist plays here", "the latter compound": a subject that is told from others named before."""
    before = {tree.tokens[index].text.lower() for index in tree.of(head, ("det", "amod")) if index < head}
    told = any(tree.tokens[index].text.lower() in {"of", "than", "to"} for index in tree.of(head, ("prep",)))
    return tree.tokens[head].dep in SUBJECTS and bool(before & _ONE_MORE) and "some" not in before and not told


def _is_somethings(tree: Tree, head: int) -> bool:
    """ "Its prevalence grew", "the prevalence of these grew": a subject that says nothing without whose or of what."""
    owned = any(tree.tokens[index].text.lower() in _WHOSE for index in tree.of(head, ("poss",)))
    part = any(tree.tokens[index].text.lower() == "of" for index in tree.of(head, ("prep",)))
    return tree.tokens[head].dep in SUBJECTS and (owned or part)


def _stands_for_another(tree: Tree, index: int) -> bool:
    """ "He likes doing this", "the latter is used", "I washed mine": of what is said elsewhere."""
    return tree.tokens[index].text.lower() in _FOR_ANOTHER and tree.tokens[index].dep != "det"


_FOR_ANOTHER = frozenset("this these latter mine".split())
