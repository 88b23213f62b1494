"""Whether a noun phrase is of somebody, one or many, so that "who" asks for it."""

from __future__ import annotations

from pie_qg.english import base
from pie_qg.questions.ask import Target
from pie_qg.questions.names import is_thing, is_used, is_word, is_work
from pie_qg.questions.nouns import PLACES, is_appliance, noun_class
from pie_qg.tree import Tree

# Words for many that are asked for as one thing, though WordNet has them for persons.
_CROWDS = frozenset("population nation public electorate majority minority half percentage".split())
# Nouns in the singular that are many persons, and take a verb in the plural.
_ALWAYS_MANY = frozenset("clergy folk gentry laity nobility peasantry personnel police populace".split())
# Words that say how many there are of what an of-phrase names.
_PARTS = frozenset("majority minority half third quarter percent number total handful group band body crowd".split())
_NUMBERS = frozenset("generation ten dozen score hundred thousand million billion".split())
# Whose head is somebody: "the head of state", not "the head of a nail".
_HEADED = frozenset(
    "state government household family department delegation mission school faculty staff ministry agency".split()
)
_KIN = frozenset(
    "brother sister cousin sibling twin parent father mother uncle aunt grandfather friend ancestor descendant "
    "forebear forerunner relative".split()
)
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
        and not _is_kin_of_thing(tree, head)
        and not _is_specimen(target)
        and not (name and (is_used(target) or is_word(target) or is_work(target)))
        and not (target.entity == "PERSON" and is_thing(target))
        and not (name and target.entity == "PRODUCT")  # "Charon, the largest of the moons"
        and all(_may_be_person(tree, one) for one in tree.conjuncts(head) if one != head)
    )


def _counted(tree: Tree, head: int) -> int:
    """ "a group of painters", "a third of the voters": those whose part or number a word says; else the word."""
    token = tree.tokens[head]
    several = token.tag == "NNS" and token.lemma not in _NUMBERS  # "thousands of workers"
    if token.lemma not in _PARTS | _NUMBERS or several:
        return head
    if token.lemma == "number" and any(tree.tokens[child].text.lower() == "the" for child in tree.of(head, ("det",))):
        return head
    nouns = (tree.first(one, ("pobj",)) for one in tree.of(head, ("prep",)) if tree.tokens[one].lemma == "of")
    counted = next((one for one in nouns if one is not None and tree.tokens[one].tag in _PLURALS), head)
    return counted if counted == head else _counted(tree, counted)  # "tens of thousands of workers"


def _says_person(tree: Tree, index: int) -> bool:
    """ "engineer", "leaders", "my family": the class of a noun; a group's plural has its singular's, if somebody's."""
    token = tree.tokens[index]
    if token.lemma in _CROWDS:
        return False
    if token.lemma.lower() in _ALWAYS_MANY:
        return True
    if token.lemma == "counterpart":  # "his Russian counterpart"; a thing has one, too
        return any(tree.word(child) in {"his", "her", "my"} for child in tree.of(index, ("poss",)))
    if token.lemma == "family":  # "the family of languages"
        bare = token.dep == "pobj" and not tree.children[index]  # "bread for family"
        return bare or any(tree.tokens[child].tag == "PRP$" for child in tree.of(index, ("poss",)))
    if token.lemma == "couple":
        return _is_pair_of_persons(tree, index)
    if token.lemma == "head":
        of = (noun for one in tree.of(index, ("prep",)) if tree.word(one) == "of" for noun in tree.of(one, ("pobj",)))
        return any(tree.tokens[noun].lemma in _HEADED for noun in of)
    known = noun_class(token.text)
    return known == "person" or (known == "group" and token.tag == "NNS" and noun_class(token.lemma) == "person")


def _is_pair_of_persons(tree: Tree, index: int) -> bool:
    """ "The couple met", "a young couple"; not "a couple of cups"."""
    definite = any(tree.word(child) in {"the", "this", "that"} for child in tree.of(index, ("det",)))
    told = definite or tree.has(index, {"amod", "compound"})
    return told and not any(tree.word(one) == "of" for one in tree.of(index, ("prep",)))


def _is_kin_of_thing(tree: Tree, index: int) -> bool:
    """ "It works as well as its big brother", "its wild ancestor": what a thing's brother is, is a thing.

    So is who is told to be a grass, or a bird.
    """
    told = (noun_class(tree.tokens[one].lemma) for one in tree.of(index, ("appos",)))
    if tree.tokens[index].lemma in _KIN and any(known in {"animal", "plant"} for known in told):
        return True
    return tree.tokens[index].lemma in _KIN and any(tree.word(one) == "its" for one in tree.of(index, ("poss",)))


def _is_specimen(target: Target) -> bool:
    """ "Adults weigh 90 kg", "a large individual can reach 3 metres": one of a kind of animals that is measured."""
    tree, head = target.tree, target.head
    verb = tree.tokens[tree.tokens[head].head]
    measures = base(verb) in _MEASURING and target.part.role == "subject"
    return measures and tree.tokens[head].lemma.lower() in _SPECIMENS and not tree.has(head, {"poss"})


_SPECIMENS = frozenset("adult individual juvenile female male adolescent infant youngster specimen".split())
_MEASURING = frozenset("attain average exceed grow measure range reach weigh".split())


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
