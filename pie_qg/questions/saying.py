"""Whether a question about a verb of saying, or what answers it, has what was said.

"Ada said in May that the mill had burned." may be asked about; that she said, and no more, tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from pie_qg.english import base
from pie_qg.questions.nouns import may_be_who
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
    "observe reply suggest".split()
)
_CONTENT = ("ccomp", "xcomp", "oprd", "acomp", "attr")
_SAID_PASSIVE = frozenset({"nsubjpass", "csubjpass"})


def content_left_out(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "The mill burned, Ada said in a letter.", "Ada told the paper.": "Who said in a letter?" asks for nothing."""
    word, there = base(tree.tokens[verb]), said | answer
    if word in _SAYING:
        told = tree.of(verb, (*_CONTENT, "dobj", *_SAID_PASSIVE))
    elif word in _TELLING:
        told = (*tree.of(verb, _CONTENT), *(one for one in tree.of(verb, ("dobj",)) if not _hears(tree, one)))
    else:
        return False
    led = _SAYING.get(word) or _TELLING.get(word) or frozenset()
    of = (one for one in tree.of(verb, ("prep",)) if tree.word(one) in led)
    return not any(tree.subtree(one) & there for one in (*told, *of))


def _hears(tree: Tree, index: int) -> bool:
    """ "told the paper", "asked Congress"; but "told a story", "asked a question"."""
    return tree.tokens[index].pos in {"PROPN", "PRON"} or may_be_who(tree, index)


SIGNS: tuple[Callable[[Tree, Set[int], Set[int], int], bool], ...] = (content_left_out,)
