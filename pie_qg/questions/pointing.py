"""Words that say nothing by themselves: what they point to is in another clause, or in another sentence.

Each rule tells whether a word is one of its kind, and notes how the word is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pie_qg.constituents import SUBJECTS
from pie_qg.lexicon import TIME_NOUNS
from pie_qg.questions.mention import Mention
from pie_qg.tree import Tree

_EMPTY = frozenset(
    "this that these those one ones another others former latter same such myself ourselves something someone anything "
    "everything nothing anyone none each here there then so both all some many most what it's who which whom "
    "whose".split()
)
_POINTING = frozenset("this these those that".split())
_KINDS = frozenset("kind sort type".split())


@dataclass(frozen=True, slots=True)
class Found:
    """The readings of a sentence as they are found."""

    sentence: int
    tree: Tree
    instead: dict[int, str] = field(default_factory=dict)
    unresolved: set[int] = field(default_factory=set)
    stands_for: dict[int, Mention] = field(default_factory=dict)


def spelling(tree: Tree, index: int) -> str:
    """Return a word in lower case; "US" and "IT" as they are."""
    text = tree.tokens[index].text
    return text.lower() if len(text) == 1 or not text.isupper() else text


def relative(found: Found, index: int, word: str) -> bool:  # noqa: ARG001
    """ "whose", "which" before a noun: what it stands for is in another clause."""
    token = found.tree.tokens[index]
    fits = token.tag in {"WP$", "WDT", "WP"} and token.dep in {"poss", "det"}
    if fits:
        found.unresolved.add(index)
    return fits


def demonstrative(found: Found, index: int, word: str) -> bool:
    """ "This theory" → the theory; but "that year", "this kind of lens" are said in the sentence before."""
    token = found.tree.tokens[index]
    if word not in _POINTING or token.dep != "det":
        return False
    if found.tree.tokens[token.head].lemma.lower() in TIME_NOUNS:
        found.unresolved.add(index)
    if found.tree.tokens[token.head].lemma.lower() in _KINDS and found.tree.has(token.head, {"prep"}):
        found.unresolved.add(index)
    found.instead[index] = "the"
    return True


def empty(found: Found, index: int, word: str) -> bool:
    """ "Some left.", "others": nobody knows who."""
    token = found.tree.tokens[index]
    stands_alone = token.pos in {"PRON", "ADV"} or token.dep in {"nsubj", "dobj", "pobj", "nsubjpass"}
    if word not in _EMPTY or not stands_alone:
        return False
    if token.dep != "expl" and not found.tree.children[index]:
        found.unresolved.add(index)
    return True


def bare_number(found: Found, index: int, word: str) -> bool:
    """ "Two were built.": two of what?"""
    token = found.tree.tokens[index]
    fits = (token.dep in SUBJECTS and token.pos in {"NUM", "SYM"}) or word == "%"
    if fits and not found.tree.has(index, {"prep"}):
        found.unresolved.add(index)
    return fits


def backward(found: Found, index: int, word: str) -> bool:
    """ "such a plan", "the latter": said before."""
    if word in {"such", "former", "latter"}:
        found.unresolved.add(index)
    return word in {"such", "former", "latter"}
