"""Whether a question says all of what it begins to say: nothing in it waits for a word that was left out."""

from __future__ import annotations

from collections.abc import Set

from pie_qg.constituents import SUBJECTS
from pie_qg.english import base
from pie_qg.questions.valency import takes_object
from pie_qg.tree import Tree

# Nouns that say little without the infinitive that follows: "the ability to write".
TAKING_INFINITIVE = frozenset(
    "ability agreement ambition attempt authority capability capacity chance commitment decision desire effort "
    "failure freedom inability incentive intention need obligation opportunity permission plan power pressure promise "
    "refusal right tendency way willingness".split()
)


# Nouns that say little without the clause that follows: "the fact that it fell".
_TAKING_CLAUSE = frozenset(
    "argument assertion assumption belief claim conclusion fact fear hope hypothesis idea notion view".split()
)


def hangs(tree: Tree, said: Set[int], answer: Set[int]) -> bool:
    """Tell whether a word of a question waits for one that neither it nor its answer has.

    "engaged in the process of taming [a country]", "given the ability [to write wills]".
    """
    there = said | answer
    return any(_waits(tree, index, there) for index in said)


def _waits(tree: Tree, index: int, there: Set[int]) -> bool:
    token = tree.tokens[index]
    if token.dep == "prep":
        governed = tree.first(index, {"pobj", "pcomp", "prep"})
        return governed not in there and not tree.has(index, {"conj"})  # "to and from the city"
    if token.pos == "NOUN" and token.lemma in TAKING_INFINITIVE:
        infinitive = next((child for child in tree.of(index, ("acl",)) if tree.tokens[child].tag == "VB"), None)
        return infinitive is not None and infinitive not in there
    if token.pos == "NOUN" and token.lemma in _TAKING_CLAUSE:
        clause = tree.first(index, {"acl"})
        return clause is not None and tree.has(clause, SUBJECTS) and clause not in there
    if token.pos != "VERB" or token.tag not in {"VB", "VBG"} or token.dep in {"amod", "compound", "pobj", "dobj"}:
        return False
    own = tree.first(index, {"dobj", "ccomp", "xcomp"})
    if own is not None or token.dep == "acl":
        return own not in there if own is not None else token.tag == "VBG" and takes_object(base(token))
    shared = next((child for one in tree.of(index, ("conj",)) for child in tree.of(one, ("dobj",))), None)
    return shared is not None and shared not in there and takes_object(base(token))
