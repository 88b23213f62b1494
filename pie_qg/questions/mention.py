"""What a passage has named, and what its pronouns and descriptions may stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pie_qg.constituents import noun_phrase
from pie_qg.questions.agreement import also_within, number_of
from pie_qg.questions.nouns import NAME_HEADS, NAMED_CLASSES, noun_class
from pie_qg.questions.phrases import question_tokens
from pie_qg.tree import Tree

MAX_NAME = 6  # tokens


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that a later pronoun or description may stand for."""

    text: str
    head: str
    number: str
    """"he" for a person, "it" for one thing, "they" for several."""
    position: tuple[int, int]
    subject: bool
    main: bool = True
    """Whether the clause that it stands in is a main one."""
    kind: str = ""
    """The class of a name: river, university, …"""
    label: str = ""
    """The type of the named entity that it is."""
    tokens: tuple[int, ...] = ()
    """The words of the name that stands there; empty for what has no name."""
    within: frozenset[str] = frozenset()
    """The pronouns that stand for the other things of the phrase: "it" and "they" in "the king of the hills"."""
    sentence: int | None = None
    """The original sentence that `tokens` index into; None for the tree that is being read."""


def name_tokens(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the words of the name that a token heads, without article and genitive; none where it is no name."""
    entity = tree.entity_at.get(head)
    if entity is None or tree.tokens[head].pos != "PROPN":
        return ()
    if entity.first > 1 and tree.tokens[entity.first - 1].text == "and" and tree.tokens[entity.first - 2].tag == "JJ":
        return ()  # "the French and [Indian War]"
    words = [index for index in entity.indices if tree.tokens[index].tag != "POS"]
    return tree.trimmed(words[1:] if tree.tokens[words[0]].text.lower() == "the" else words)


def name_class(tree: Tree, head: int) -> str:
    """Return what a name says, or is known, to be: "Rhine" → river; "Battle of Hastings" → battle; else ""."""
    entity = tree.entity_at.get(head)
    if entity is None:
        return ""
    words = [tree.tokens[index].text for index in entity.indices]
    bare = [word for word in words if word.lower() != "the"]
    known = noun_class(" ".join(bare), exact=True)  # "the Americas" is no country
    if known in NAMED_CLASSES and not (known == "building" and len(bare) == 1):  # "the House" is none
        return known
    low = tree.tokens[head].text.lower()
    if tree.tokens[head].tag == "NNPS":  # "Quakers"
        return ""
    is_noun = low in NAME_HEADS or low in NAMED_CLASSES or noun_class(low) in {"school", "building", "organization"}
    return low if is_noun and tree.tokens[head].text[:1].isupper() and len(words) > 1 < len(low) - 1 else ""


def naming(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the words that name a thing again: not too many."""
    found = noun_phrase(tree, head, "subject")
    words = question_tokens(tree, found)
    words = words if len(words) <= MAX_NAME or tree.has(head, {"conj"}) else found.core
    return tuple(index for index in words if index != words[-1] or tree.tokens[index].tag != "POS")


def mention_of(tree: Tree, head: int, words: Sequence[int], text: str) -> Mention:
    """Return what a phrase mentions, as the subject of its sentence."""
    kind = name_class(tree, head) if tree.entity_at.get(head) else ""
    label, tokens = tree.entity(head), name_tokens(tree, head)
    text = re.sub(r"^an? ", "the ", text)  # "a professor … He": the professor
    number, lemma = number_of(tree, head), tree.tokens[head].lemma.lower()
    within = also_within(tree, words, head)
    return Mention(text, lemma, number, (0, head), True, True, kind, label, tokens, within)


def full_names(trees: Sequence[Tree]) -> dict[str, str]:
    """Return each person's last name with the longest form of the name that the passage has.

    A last name that two persons share is left out: "Marie Curie married Pierre Curie."
    """
    names: dict[str, str] = {}
    shared: set[str] = set()
    for tree in trees:
        for entity in tree.sentence.entities:
            if entity.label == "PERSON":
                last, full = tree.tokens[entity.stop - 1].text, tree.text(entity.indices)
                known = names.setdefault(last, full)
                if not is_same_person(known, full):
                    shared.add(last)
                names[last] = max(known, full, key=len)
    return {last: full for last, full in names.items() if last not in shared}


def is_same_person(one: str, other: str) -> bool:
    """ "Curie" may be "Marie Curie", and "Pierre Curie" may not."""
    ours, theirs = set(one.split()), set(other.split())
    return ours <= theirs or theirs <= ours
