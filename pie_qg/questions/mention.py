"""What a passage has named, and what its pronouns and descriptions may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from pie_qg.questions.nouns import NAME_HEADS, NAMED_CLASSES, noun_class
from pie_qg.tree import Tree


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that a later pronoun or description may stand for."""

    text: str
    head: str
    number: str
    """"he" for a person, "it" for one thing, "they" for several."""
    position: tuple[int, int]
    subject: bool
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
    words = [index for index in range(entity.first, entity.stop) if tree.tokens[index].tag != "POS"]
    return tree.trimmed(words[1:] if tree.tokens[words[0]].text.lower() == "the" else words)


def name_class(tree: Tree, head: int) -> str:
    """Return what a name says, or is known, to be: "Rhine" → river; "Battle of Hastings" → battle; else ""."""
    entity = tree.entity_at.get(head)
    if entity is None:
        return ""
    words = [tree.tokens[index].text for index in range(entity.first, entity.stop)]
    bare = [word for word in words if word.lower() != "the"]
    known = noun_class(" ".join(bare), exact=True)  # "the Americas" is no country
    if known in NAMED_CLASSES and not (known == "building" and len(bare) == 1):  # "the House" is none
        return known
    low = tree.tokens[head].text.lower()
    if tree.tokens[head].tag == "NNPS":  # "Quakers"
        return ""
    is_noun = low in NAME_HEADS or low in NAMED_CLASSES or noun_class(low) in {"school", "building", "organization"}
    return low if is_noun and tree.tokens[head].text[:1].isupper() and len(words) > 1 < len(low) - 1 else ""
