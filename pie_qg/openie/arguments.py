"""From a fact's parts to the arguments of a `Triple`: their words, their places, their types."""

from __future__ import annotations

from pie_qg.openie.facts import Fact, Part
from pie_qg.records import Argument, Sentence, Triple
from pie_qg.tree import Tree


def triple(tree: Tree, fact: Fact, confidence: float) -> Triple:
    """Return the triple that a fact of a sentence is, not yet placed in a passage."""
    relation = tree.text(fact.relation) if _in_order(fact.relation) else _joined(tree, fact.relation)
    first, *more = fact.arguments
    return Triple(
        subject=_argument(tree, fact.subject),
        relation=Argument(f"{fact.implied} {relation}".strip(), fact.relation, "relation"),
        object=_argument(tree, first),
        more=tuple(_argument(tree, each) for each in more),
        attribution=fact.attribution,
        confidence=confidence,
        rule=fact.rule,
    )


def _in_order(tokens: tuple[int, ...]) -> bool:
    return list(tokens) == sorted(tokens)


def _joined(tree: Tree, tokens: tuple[int, ...]) -> str:
    return " ".join(tree.tokens[index].text for index in tokens)


def _argument(tree: Tree, part: Part) -> Argument:
    preposition = " ".join(tree.tokens[index].text for index in part.preposition) or part.prefix
    return Argument(tree.text(part.tokens), part.tokens, part.role, preposition, _entity(tree, part))


def _entity(tree: Tree, part: Part) -> str:
    """The type of the name that the head belongs to; "the president of France" is no name."""
    return tree.entity(part.head)


def place(argument: Argument, parsed: Sentence, original: Sentence) -> tuple[int, int] | None:
    """Return where an argument stands in the passage, or None where its words are not one stretch of the original.

    Where the parse is that of the original, its own tokens say where; in a paraphrase the words are looked for in
    the original sentence, and the occurrence nearest in order is taken.
    """
    tokens = argument.tokens
    if not tokens or tokens[-1] - tokens[0] + 1 != len(tokens):
        return None
    start, end = parsed.tokens[tokens[0]].start, parsed.tokens[tokens[-1]].end
    if parsed.text[start:end] != argument.text:
        return None  # words were added: "was founded" of "founded"
    if parsed.text == original.text:
        return original.start + start, original.start + end
    words = parsed.text[start:end]
    found = _nearest(original.text, words, start / max(1, len(parsed.text)))
    return None if found is None else (original.start + found, original.start + found + len(words))


def _nearest(text: str, words: str, where: float) -> int | None:
    """The occurrence of words, whole ones only, whose relative position is nearest."""
    places = []
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() and words[:1].isalnum()) and not (after.isalnum() and words[-1:].isalnum()):
            places.append(at)
        at = text.find(words, at + 1)
    return min(places, key=lambda each: abs(each / max(1, len(text)) - where)) if places else None


def full_relation(triple: Triple) -> str:
    """Return the relation with the preposition that leads to the object: "was born in"."""
    return f"{triple.relation.text} {triple.object.preposition}".strip()


def with_preposition(argument: Argument) -> str:
    """Return an argument's words after its preposition."""
    return f"{argument.preposition} {argument.text}".strip()
