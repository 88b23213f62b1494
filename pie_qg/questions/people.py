"""Whether a noun phrase is of somebody, one or many, so that "who" asks for it."""

from __future__ import annotations

from pie_qg.questions.ask import Target
from pie_qg.questions.names import is_thing, is_used, is_word, is_work
from pie_qg.questions.nouns import PLACES, is_appliance, noun_class
from pie_qg.tree import Tree

# Words for many that are asked for as one thing, though WordNet has them for persons.
_CROWDS = frozenset("population nation public electorate majority minority half percentage".split())
# Words that say how many there are of what an of-phrase names.
_PARTS = frozenset("majority minority half third quarter percent number handful group band body crowd".split())
_PLURALS = frozenset({"NNS", "NNPS"})


def is_people(target: Target, answer: tuple[int, ...]) -> bool:
    """ "the engineer", "a group of engineers", "his predecessor, Ada Lovelace"; not "coffee maker"."""
    tree, head = target.tree, target.head
    if head not in answer and all(tree.entity(index) == "PERSON" for index in answer):
        return True
    name = tree.tokens[head].pos == "PROPN"
    return (
        _says_person(tree, _counted(tree, head))
        and not _is_product(target)
        and not is_appliance(tree, head)
        and not (name and (is_used(target) or is_word(target) or is_work(target)))
        and not (target.entity == "PERSON" and is_thing(target))
        and all(_may_be_person(tree, one) for one in tree.conjuncts(head) if one != head)
    )


def _counted(tree: Tree, head: int) -> int:
    """ "a group of painters", "a third of the voters": those whose part or number a word says; else the word."""
    token = tree.tokens[head]
    if token.lemma not in _PARTS or token.tag == "NNS":
        return head
    if token.lemma == "number" and any(tree.tokens[child].text.lower() == "the" for child in tree.of(head, ("det",))):
        return head
    nouns = (tree.first(one, ("pobj",)) for one in tree.of(head, ("prep",)) if tree.tokens[one].lemma == "of")
    return next((one for one in nouns if one is not None and tree.tokens[one].tag in _PLURALS), head)


def _says_person(tree: Tree, index: int) -> bool:
    """ "engineer", "leaders", "my family": the class of a noun; a group's plural has its singular's, if somebody's."""
    token = tree.tokens[index]
    if token.lemma in _CROWDS:
        return False
    if token.lemma == "family":  # "the family of languages"
        return any(tree.tokens[child].tag == "PRP$" for child in tree.of(index, ("poss",)))
    known = noun_class(token.text)
    return known == "person" or (known == "group" and token.tag == "NNS" and noun_class(token.lemma) == "person")


def _may_be_person(tree: Tree, index: int) -> bool:
    """ "the king and his heir", "Carter and Flint": what is listed beside a person is one, or is not known."""
    token = tree.tokens[index]
    known = noun_class(token.text)
    name = token.pos == "PROPN" and known not in PLACES
    makers = known == "organization" and token.tag == "NNS"  # "saxophonists and manufacturers"
    return name or token.tag == "PRP" or known == "" or makers or _says_person(tree, index)


def _is_product(target: Target) -> bool:
    """ "Internet Explorer", "Media Player": a name that ends with a word for a person, and no person's."""
    tree, head = target.tree, target.head
    bare = tree.has(head, {"compound"}) and not tree.has(head, {"det", "poss"})
    return tree.tokens[head].pos == "PROPN" and bare and not target.entity and target.part.role != "subject"
