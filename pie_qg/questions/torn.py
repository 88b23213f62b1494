"""Whether a question tears apart what belongs together: a share, a noun and what is said of it.

Each rule names one such tear, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from pie_qg.tree import Tree


def is_torn(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """Tell whether a question about a clause, which says some tokens and is answered by others, shows a tear."""
    return any(tear(tree, said, answer, verb) for tear in TEARS)


def share(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "It leads to a majority of 3 out of 5": the two numbers are one."""
    numbers = (index for index in said | answer if tree.tokens[index].pos == "NUM")
    counted = any([token.text for token in tree.tokens[index + 1 : index + 3]] == ["out", "of"] for index in numbers)
    return counted and min(answer) > verb


def predicate(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "It is the town with the oldest bridge", "a way to grow rice": nothing is "with" a bridge, or "to grow" it."""
    if tree.tokens[verb].lemma != "be" or min(answer) < verb:
        return False
    if not any(answer & tree.subtree(index) for index in tree.of(verb, ("attr",))):
        return False
    after = [index for index in tree.of(verb, ("prep", "advcl")) if index in said and index > max(answer)]
    return any(_word(tree, index) in {"with", "into"} or tree.tokens[index].tag == "VB" for index in after)


def followed(tree: Tree, said: Set[int], answer: Set[int], verb: int) -> bool:
    """ "They changed the order to first name followed by surname": what follows the gap hangs in the air."""
    after = max(answer) + 1
    if after >= len(tree.tokens) or after not in said or min(answer) < verb:
        return False
    return tree.tokens[after].tag == "VBN" and tree.tokens[after].dep in {"advcl", "acl"}


def _word(tree: Tree, index: int) -> str:
    return tree.tokens[index].text.lower()


TEARS: tuple[Callable[[Tree, Set[int], Set[int], int], bool], ...] = (
    share,
    predicate,
    followed,
)
