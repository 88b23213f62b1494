"""Clauses that their writer guesses at or hopes for, and those that are told of a thought, by what stands beside them.

Each sign names one way to say so, with a sentence that shows it.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.constituents import SUBJECTS
from pie_qg.lexicon import THOUGHTS
from pie_qg.tree import Tree


def is_guessed(tree: Tree, verb: int) -> bool:
    """Tell whether a clause shows one of the signs."""
    return any(sign(tree, verb) for sign in SIGNS)


def perhaps_so(tree: Tree, verb: int) -> bool:
    """ "Maybe the pipe leaked and the floor rotted.", "Hopefully, they will mend it.": no question says the adverb.

    "It was sold, perhaps in 1900.": sold it was. "It was probably sold": a question says "probably".
    """
    first = tree.first_conjunct(verb)
    return any(tree.word(one) in _PERHAPS for each in {verb, first} for one in tree.of(each, ("advmod",)) if one < each)


def told_of_thought(tree: Tree, verb: int) -> bool:
    """ "The complaint was that the lid leaked", "a common fear is that it breaks": somebody's, and nobody holds it.

    "My only complaint is that the lid leaks.": the writer holds that it does.
    """
    below = verb
    for above in tree.ancestors(verb):
        if tree.tokens[below].dep == "ccomp":
            nouns = tree.of(above, ("nsubj",)) if tree.tokens[above].lemma == "be" else ()
            if any(tree.tokens[one].lemma in THOUGHTS and not _is_own(tree, one) for one in nouns):
                return True
        elif tree.tokens[below].dep not in {"conj", "xcomp"}:
            return False
        below = above
    return False


def _is_own(tree: Tree, noun: int) -> bool:
    """ "my one complaint", "the only complaint that I have", "the complaint is that": whose it is, or nobody else's."""
    return any(tree.word(one) in _MINE for one in tree.subtree(noun))


def or_else(tree: Tree, verb: int) -> bool:
    """ "You must shut the lid or the soup will spill.": it will if you do not."""
    first = tree.tokens[verb].head
    if tree.tokens[verb].dep != "conj" or not tree.has(verb, SUBJECTS):
        return False
    joined = any(tree.word(one) == "or" for one in tree.of(first, ("cc",)) if one < verb)
    group = {tree.word(one) for one in tree.of(first, ("aux",))}
    told = tree.tokens[first].tag == "VB" and not tree.has(first, SUBJECTS)  # "Shut it or it will spill."
    has_to = tree.tokens[first].lemma in {"have", "need"} and tree.has(first, {"xcomp"})
    return joined and (told or has_to or bool(group & _MUST))


_PERHAPS = frozenset("perhaps maybe hopefully ideally conceivably".split())
_MINE = frozenset("i my mine we our ours only".split())
_MUST = frozenset("must should shall ought 'd better".split())

SIGNS: tuple[Callable[[Tree, int], bool], ...] = (
    perhaps_so,
    told_of_thought,
    or_else,
)
