"""What a "which" after a comma is about, where two nouns stand before it."""

from __future__ import annotations

from pie_qg.constituents import SUBJECTS
from pie_qg.english import is_plural
from pie_qg.tree import Tree


def is_either(tree: Tree, verb: int) -> bool:
    """ "the bank of the river, which marks the border": the one noun, or the other, unless their numbers tell.

    A name is one thing: "the Bank of England, which was founded in 1694".
    """
    about, word = tree.tokens[verb].head, tree.first(verb, SUBJECTS)
    if tree.tokens[verb].dep != "relcl" or word is None or tree.word(word) != "which":
        return False
    nearest = next((one for one in range(word - 1, about, -1) if tree.tokens[one].pos in {"NOUN", "PROPN"}), None)
    if nearest is None or tree.tokens[word - 1].text != "," or tree.tokens[nearest].dep != "pobj":
        return False
    if tree.tokens[about].text[:1].isupper():
        return False
    return is_plural(tree.tokens, nearest) == is_plural(tree.tokens, about)
