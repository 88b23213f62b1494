"""Whether a question about a verb of saying, or what answers it, has what was said.

"Ada said in May that the mill had burned." may be asked about; that she said, and no more, tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from pie_qg.english import base
from pie_qg.questions.nouns import may_be_who, noun_class
from pie_qg.tree import Tree

# Verbs of saying, and the prepositions that lead to what is said: "she insisted on a vote".
_SAYING: dict[str, frozenset[str]] = {
    **dict.fromkeys("say state assert allege remark mention reveal confirm claim reiterate note".split(), frozenset()),
    "add": frozenset({"to"}),
    "announce": frozenset({"of"}),
    "explain": frozenset({"about"}),
    "insist": frozenset({"on", "upon"}),
    "stress": frozenset(),
    "declare": frozenset({"against", "for"}),
}
# Verbs whose object is who hears, and the prepositions that lead to what he hears: "she told them of the fire".
_TELLING: dict[str, frozenset[str]] = {
    "tell": frozenset({"about", "of"}),
    "ask": frozenset({"about", "after", "for"}),
    "assure": frozenset({"of"}),
    "remind": frozenset({"about", "of"}),
    "warn": frozenset({"about", "against", "of"}),
}
# Verbs that stand after what somebody says: "The mill burned, she wrote."
REPORTING = frozenset(
    "say state write announce report explain add warn note claim argue insist remark confirm reveal declare comment "
    "observe reply suggest recall tell think".split()
)
_CONTENT = ("ccomp", "xcomp", "oprd", "acomp", "attr")
_SAID_PASSIVE = frozenset({"nsubjpass", "csubjpass"})


def content_left_out(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The mill burned, Ada said in a letter.", "Ada told the paper.": "Who said in a letter?" asks for nothing."""
    word, there = base(tree.tokens[verb]), said | answer
    if word not in _SAYING and word not in _TELLING:
        return False
    objects = list(tree.of(verb, ("dobj",)))
    hearers = [one for one in objects if word in _TELLING and _hears(tree, one)]
    told = [*tree.of(verb, (*_CONTENT, "prep")), *(one for one in objects if one not in hearers)]
    if word in _SAYING:  # "news [announced in May]", "it was said"
        told += [*tree.of(verb, _SAID_PASSIVE), *_described(tree, verb)]
    told += [one for hearer in hearers for one in tree.of(hearer, ("prep",))]
    led = _SAYING.get(word) or _TELLING.get(word) or frozenset()
    return not any(tree.subtree(one) & there for one in told if tree.tokens[one].dep != "prep" or tree.word(one) in led)


def _described(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the noun that a relative clause, or a participle, is about."""
    return (tree.tokens[verb].head,) if tree.tokens[verb].dep in {"acl", "relcl"} else ()


def _hears(tree: Tree, index: int) -> bool:
    """ "told the agency", "asked Congress"; but "told a story", "asked a question"."""
    token = tree.tokens[index]
    body = noun_class(token.lemma.lower()) in {"group", "organization"}
    return body or token.pos in {"PROPN", "PRON"} or may_be_who(tree, index)


SIGNS: tuple[Callable[[Tree, Set[int], Set[int], int], bool], ...] = (content_left_out,)
