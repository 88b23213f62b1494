"""Whether a text holds what a clause says to be so, or tells what somebody fears, hopes, doubts or denies."""

from __future__ import annotations

from pie_qg.english import base
from pie_qg.tree import Tree

_DOUBTED = frozenset(
    "suppose assume presume imagine pretend worry fear hope wish doubt deny reject dispute question refute expect "
    "dream guess bet".split()
)
_DENYING = frozenset({"never", "wrongly", "falsely", "nor"})
_CLAIMS = frozenset("claim allegation rumor rumour suggestion accusation".split())
_KNOWN = frozenset({"fact", "discovery", "proof", "evidence", "finding", "observation", "result"})


def is_held(tree: Tree, verb: int) -> bool:
    """Tell whether nothing that a clause hangs under takes it back.

    "Groups worry that it will fall", "there is no reason to think that it fell", "the idea that it fell".
    """
    below = verb
    for above in tree.ancestors(verb):
        token, dep = tree.tokens[above], tree.tokens[below].dep
        if dep == "acl" and tree.has(below, {"mark"}) and token.pos == "NOUN" and token.lemma not in _KNOWN:
            return False
        if dep in {"ccomp", "acl", "relcl"} and _takes_back(tree, above):
            return False
        below = above
    return True


def _takes_back(tree: Tree, head: int) -> bool:
    """ "never felt that", "no reason to", "wrongly assumed that", "wish that"."""
    token = tree.tokens[head]
    if token.pos in {"VERB", "AUX"}:
        words = {tree.tokens[child].text.lower() for child in tree.children[head]}
        claimed = any(tree.tokens[child].lemma in _CLAIMS for child in tree.of(head, ("nsubjpass",)))
        polled = any(tree.entity(child) == "PERCENT" for child in tree.of(head, ("nsubj",)))
        return base(token) in _DOUBTED or tree.has(head, {"neg"}) or bool(words & _DENYING) or claimed or polled
    return any(tree.tokens[child].text.lower() == "no" for child in tree.of(head, ("det",)))
