"""Words that say nothing by themselves: what they point to is in another clause, or in another sentence.

Each rule tells whether a word is one of its kind, and notes how the word is read.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from pie_qg.constituents import SUBJECTS
from pie_qg.lexicon import TIME_NOUNS
from pie_qg.questions.agreement import PRONOUNS
from pie_qg.questions.mention import Mention
from pie_qg.tree import Tree

_EMPTY = frozenset(
    "this that these those one ones another others former latter same such myself ourselves something someone anything "
    "everything nothing anyone none mine each here there then so both all some many most what it's who which whom "
    "whose".split()
)
_ABBREVIATIONS = frozenset({"IT", "WHO", "HIM", "HER", "HE", "SUCH", "SOME", "MOST", "BOTH"})
_POINTING = frozenset("this these those that".split())
# The parts of a phrase that do not tell which one is meant.
_UNTOLD = {"one": frozenset({"det"}), "ones": frozenset({"det", "amod", "compound", "nummod"})}
# Nouns that are shells for what another sentence says, and "the" before them does not tell which.
_SHELLS = frozenset(
    "kind sort type form component phase level position trend term parameter regard respect context method activity "
    "subject topic platform way manner figure alteration identification condition circumstance connection distinction "
    "view".split()
)
# Nouns that are of something, and "the" alone does not tell of what.
_OF_SOMETHING = frozenset("issue problem increase decrease decline rise reduction figure".split())
_PIECES = frozenset("part half portion section side piece".split())
_ORDINALS = frozenset("first second third fourth fifth last next".split())
_SAID_BEFORE = frozenset("such former latter aforementioned abovementioned aforesaid".split())
# "The same year", "the next month": counted from one that is named elsewhere.
_COUNTED_FROM = frozenset("same next following previous preceding".split())
_MEANT = frozenset({"NOUN", "PROPN", "ADP"})  # "the man who", "the house in which"
_SPANS = frozenset("year month decade century period season".split())


@dataclass(frozen=True, slots=True)
class Found:
    """The readings of a sentence as they are found."""

    sentence: int
    tree: Tree
    instead: dict[int, str] = field(default_factory=dict)
    unresolved: set[int] = field(default_factory=set)
    stands_for: dict[int, Mention] = field(default_factory=dict)
    owners: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Readings:
    """How the words of one sentence are read: other words for some tokens, and the tokens that say nothing alone."""

    instead: dict[int, str] = field(default_factory=dict)
    unresolved: frozenset[int] = frozenset()
    stands_for: dict[int, Mention] = field(default_factory=dict)
    """What pronouns and descriptions stand for, where that is known."""
    owners: dict[int, int] = field(default_factory=dict)
    """Possessives that stay, since the subject of their clause says whose, with that subject."""


def spelling(tree: Tree, index: int) -> str:
    """Return a word in lower case, "THAT" as well; "US", "IT" and "WHO" as they are."""
    text = tree.tokens[index].text
    shouted = text.isupper() and text.lower() in _EMPTY | _POINTING | {*PRONOUNS} and text not in _ABBREVIATIONS
    return text.lower() if len(text) == 1 or not text.isupper() or shouted else text


def relative(found: Found, index: int, word: str) -> bool:  # noqa: ARG001
    """ "whose", "which" before a noun: what it stands for is in another clause."""
    token = found.tree.tokens[index]
    fits = token.tag in {"WP$", "WDT", "WP"} and token.dep in {"poss", "det"}
    if fits:
        found.unresolved.add(index)
    return fits


def is_told(tree: Tree, index: int, said: Set[int]) -> bool:
    """ "the man who left": a relative pronoun whose noun is said right before it, with no comma."""
    if tree.tokens[index].tag not in {"WP$", "WDT", "WP"}:
        return False
    clause = next((one for one in tree.ancestors(index) if tree.tokens[one].dep == "relcl"), None)
    return clause is not None and tree.tokens[clause].head in said and tree.tokens[index - 1].pos in _MEANT


def demonstrative(found: Found, index: int, word: str) -> bool:
    """ "This theory" → the theory; but "that year", "this part of it" are said in the sentence before."""
    token = found.tree.tokens[index]
    if word not in _POINTING or token.dep != "det":
        return False
    noun = found.tree.tokens[token.head].lemma.lower()
    if noun in TIME_NOUNS | _SHELLS or (noun in _PIECES and found.tree.has(token.head, {"prep"})):
        found.unresolved.add(index)
    found.instead[index] = "the"
    return True


def empty(found: Found, index: int, word: str) -> bool:
    """ "Some left.", "the one", "larger ones", "foreign ones such as Milo": nobody knows who or what."""
    token = found.tree.tokens[index]
    stands_alone = token.pos in {"PRON", "ADV"} or token.dep in {"nsubj", "dobj", "pobj", "nsubjpass"} or word == "ones"
    if word not in _EMPTY or not stands_alone:
        return False
    labels = {
        found.tree.tokens[child].dep for child in found.tree.children[index] if not _exemplifies(found.tree, child)
    }
    if token.dep != "expl" and labels <= _UNTOLD.get(word, frozenset()):
        found.unresolved.add(index)
    return True


def _exemplifies(tree: Tree, index: int) -> bool:
    """ "foreign ones such as Milo", "German ones (among them Emden)": an example does not tell what they are."""
    token = tree.tokens[index]
    return token.dep in {"appos", "punct"} or (token.dep == "prep" and tree.tokens[index - 1].text.lower() == "such")


def ordinal(found: Found, index: int, word: str) -> bool:
    """ "The last is a legend.": the last of what?"""
    token = found.tree.tokens[index]
    children = found.tree.children[index]
    fits = word in _ORDINALS and token.dep in SUBJECTS | {"dobj", "pobj", "attr"}
    fits = fits and [found.tree.tokens[child].text.lower() for child in children] == ["the"]
    if fits:
        found.unresolved.add(index)
    return fits


def untold(found: Found, index: int, word: str) -> bool:
    """ "The problem was solved.", "the increase continues": what was the problem, and what increases?"""
    token = found.tree.tokens[index]
    fits = word == "the" and token.dep == "det" and token.head == index + 1
    fits = fits and found.tree.tokens[token.head].lemma.lower() in _OF_SOMETHING
    fits = fits and found.tree.tokens[token.head].pos == "NOUN" and len(found.tree.children[token.head]) == 1
    if fits:
        found.unresolved.add(index)
    return fits


def bare_number(found: Found, index: int, word: str) -> bool:
    """ "Two were built.": two of what?"""
    token = found.tree.tokens[index]
    fits = (token.dep in SUBJECTS and token.pos in {"NUM", "SYM"}) or word == "%"
    if fits and not found.tree.has(index, {"prep"}):
        found.unresolved.add(index)
    return fits


def backward(found: Found, index: int, word: str) -> bool:
    """ "such a plan", "the latter", "the aforementioned plan", "the same year": said before."""
    span = found.tree.tokens[found.tree.tokens[index].head].lemma.lower() in _SPANS
    fits = word in _SAID_BEFORE or (word in _COUNTED_FROM and span)
    if fits:
        found.unresolved.add(index)
    return fits
