"""What a "which" after a comma is about, where two nouns stand before it, or a person, or a whole clause."""

from __future__ import annotations

from pie_qg.constituents import SUBJECTS
from pie_qg.english import is_plural
from pie_qg.tree import Tree

# What is said of something that is done, or that is so.
_OF_DEEDS = frozenset(
    "annoying awesome awkward convenient cool cumbersome difficult disappointing disgusting easy embarrassing "
    "frustrating fun good great handy hard helpful important impressive inconvenient interesting neat nice odd "
    "pleasant ridiculous sad silly simple strange surprising tough tricky understandable unfortunate useful weird "
    "wonderful".split()
)


def is_either(tree: Tree, verb: int) -> bool:
    """ "the bank of the river, which marks the border": the one noun, or the other, unless their numbers tell.

    A name is one thing: "the Bank of England, which was founded in 1694".
    """
    about, word = tree.tokens[verb].head, tree.first(verb, SUBJECTS)
    if tree.tokens[verb].dep != "relcl" or word is None or tree.word(word) != "which":
        return False
    if _did_it(tree, about) or _is_of_deed(tree, about, verb):
        return True
    nearest = next((one for one in range(word - 1, about, -1) if tree.tokens[one].pos in {"NOUN", "PROPN"}), None)
    if nearest is None or tree.tokens[word - 1].text != "," or tree.tokens[nearest].dep != "pobj":
        return False
    if tree.tokens[about].text[:1].isupper():
        return False
    return is_plural(tree.tokens, nearest) == is_plural(tree.tokens, about)


def _did_it(tree: Tree, about: int) -> bool:
    """ "the mill, built by Ada Berg, which burned": no person is a "which"."""
    return tree.tokens[tree.tokens[about].head].dep == "agent" and tree.entity(about) == "PERSON"


def _is_of_deed(tree: Tree, about: int, verb: int) -> bool:
    """ "You screw it to the base, which is easy": to do so is."""
    told = (tree.tokens[one].lemma.lower() for one in tree.of(verb, ("acomp",)))
    return tree.tokens[about].dep == "pobj" and any(lemma in _OF_DEEDS for lemma in told)
