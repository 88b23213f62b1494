"""Whether a question says of anything, or in any case, what a sentence says of some things only, or in one case.

Each rule names one such loss, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from pie_qg.questions.narrow import QUANTIFIERS
from pie_qg.questions.phrases import QUOTES
from pie_qg.tree import Tree


def is_loosened(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """Tell whether what bounds a clause is in neither a question about it, which says some tokens, nor its answer."""
    return any(loss(tree, said | answer, verb) for loss in LOSSES)


def supposed(tree: Tree, there: Set[int], verb: int) -> bool:
    """ "A boat [without a keel] would drift": which boat it is, is the condition."""
    if not any(tree.word(index) == "would" for index in tree.of(verb, ("aux",))):
        return False
    subjects = [index for index in tree.of(verb, ("nsubj", "nsubjpass")) if _has(tree, index, _ANY)]
    told = (index for subject in subjects for index in tree.of(subject, ("prep",)) if tree.word(index) != "of")
    return any(index not in there for index in told)


def excepted(tree: Tree, there: Set[int], _verb: int) -> bool:
    """ "Every house—which was not of stone—burned.": those of stone did not."""
    every = (index for index in there if _has(tree, index, QUANTIFIERS))
    told = (index for head in every for index in tree.of(head, ("relcl",)) if tree.has(index, {"neg"}))
    return any(index not in there for index in told)


def contrasted(tree: Tree, _there: Set[int], verb: int) -> bool:
    """ "If they race, the first boat is given a cup and the last boat gets none.": the condition is of both."""
    first = tree.tokens[verb].head
    if tree.tokens[verb].dep != "conj" or not _subjects(tree, first) & _subjects(tree, verb):
        return False
    conditions = (one for one in tree.of(first, ("advcl",)) if one < first)
    return any(tree.word(mark) in {"if", "unless"} for one in conditions for mark in tree.of(one, ("mark",)))


def _subjects(tree: Tree, verb: int) -> set[str]:
    return {tree.tokens[index].lemma for index in tree.of(verb, ("nsubj", "nsubjpass"))}


def of_several(tree: Tree, there: Set[int], verb: int) -> bool:
    """ "Of the mills in the valley, only one is left.", "Among those who came, 20% stayed.": of others, more."""
    before = (one for one in tree.of(verb, ("prep",)) if one < verb and one not in there)
    if not any(tree.word(one) in {"of", "among"} for one in before):
        return False
    subjects = tree.of(verb, ("nsubj", "nsubjpass"))
    return any(
        tree.tokens[index].pos == "NUM" or tree.word(index) == "only"
        for subject in subjects
        for index in (subject, *tree.children[subject])
    )


def ranked(tree: Tree, there: Set[int], verb: int) -> bool:
    """ "They earn among the lowest wages": that they earn says something else."""
    after = verb + 1
    if after + 1 >= len(tree.tokens) or tree.word(after) != "among" or after in there:
        return False
    return any(tree.tokens[index].tag in {"JJS", "RBS"} for index in range(after + 1, min(after + 4, len(tree.tokens))))


def enough(tree: Tree, there: Set[int], verb: int) -> bool:
    """ "Enough salt is dug here to fill ten ships.": enough for what is left out."""
    words = [index for index in there if tree.word(index) == "enough"]
    purposes = [one for one in tree.of(verb, ("advcl", "xcomp")) if tree.tokens[one].tag == "VB" and one not in there]
    ends = (one for one in purposes if any(tree.tokens[to].tag == "TO" for to in tree.of(one, ("aux",))))
    return bool(words) and any(end > max(words) for end in ends)


def quite_some(tree: Tree, there: Set[int], verb: int) -> bool:  # noqa: ARG001
    """ "They hold quite a bit of sand": not a bit."""
    nouns = (index for index in there if tree.word(index) in {"bit", "few", "while"})
    return any(index > 1 and tree.word(index - 2) == "quite" and index - 2 not in there for index in nouns)


def unquoted(tree: Tree, there: Set[int], verb: int) -> bool:
    """ "He will put "Ghent first" and win": half of what a pair of short quotation marks holds says something else."""
    quotes = ((one, other) for one, other in tree.partner.items() if tree.tokens[one].text in QUOTES)
    for first, last in quotes:
        words = {one for one in range(first + 1, last) if tree.tokens[one].pos not in {"DET", "PUNCT"}}
        if last <= first + MAX_QUOTED and words & there and not words <= there | {verb}:
            return True
    return False


MAX_QUOTED = 6  # tokens


def _has(tree: Tree, head: int, determiners: frozenset[str]) -> bool:
    return any(tree.word(index) in determiners for index in tree.of(head, ("det",)))


_ANY = frozenset({"a", "an", "any"})

LOSSES: tuple[Callable[[Tree, Set[int], int], bool], ...] = (
    supposed,
    excepted,
    contrasted,
    of_several,
    ranked,
    enough,
    quite_some,
    unquoted,
)
