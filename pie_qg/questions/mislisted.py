"""Signs that a parser has misread a list: what is joined to what, and where it ends.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.clauses import Clause
from pie_qg.constituents import SUBJECTS
from pie_qg.tree import Tree


def gapped_name(tree: Tree, clause: Clause) -> bool:
    """ "The Slavs called it Lipa, the Germans Linde": others call it so, each by a name of theirs."""
    names = [tree.conjuncts(one.head) for one in clause.by_role("attribute") if one.dep == "oprd"]
    return any(
        not tree.has(first, {"det"}) and any(tree.has(other, {"det"}) for other in rest) for first, *rest in names
    )


def number_and_adjective(tree: Tree, clause: Clause) -> bool:
    """ "It lost between 200 and 300 wounded and dead": the numbers count those, and are no list with them."""
    words = (index for one in clause.arguments for index in one.span if tree.tokens[index].dep == "conj")
    return any(
        tree.tokens[index].tag == "JJ"
        and tree.tokens[tree.tokens[index].head].pos == "NUM"
        and tree.tokens[index - 1].pos in {"NUM", "ADJ"}
        for index in words
    )


def number_after_noun(tree: Tree, clause: Clause) -> bool:
    """ "It brought to a head two disputes": the number is that of the noun after it."""
    late = (index for one in clause.arguments for index in one.span if tree.tokens[index].dep == "nummod")
    heads = (tree.tokens[index].head for index in late if index > tree.tokens[index].head)
    return any(_word(tree, child) in {"a", "an"} for head in heads for child in tree.of(head, ("det",)))


def preposition_and_verb(tree: Tree, clause: Clause) -> bool:
    """ "It was used for small works or combined with others": a verb is joined to a verb, and not to "for"."""
    late = (index for one in clause.arguments for index in one.preposition if index > clause.verb)
    return any(tree.tokens[child].pos == "VERB" for index in late for child in tree.of(index, ("conj",)))


def clause_in_list(tree: Tree, clause: Clause) -> bool:
    """ "It changed, as new squares, parks, and streets were built": the last of a list is the subject of a clause."""
    return any(_goes_on_as_clause(tree, one.head) for one in clause.arguments)


def _goes_on_as_clause(tree: Tree, noun: int) -> bool:
    """Tell whether a list without "and" is followed by ", and" and the subject of a clause."""
    listed = tree.conjuncts(noun)
    if len(listed) == 1 or any(tree.has(one, {"cc"}) for one in listed):
        return False
    comma = max(tree.subtree(noun)) + 1
    if comma + 2 >= len(tree.tokens) or tree.tokens[comma].text != "," or tree.tokens[comma + 1].dep != "cc":
        return False
    return any(tree.tokens[index].dep in SUBJECTS for index in (comma + 2, tree.tokens[comma + 2].head))


def _word(tree: Tree, index: int) -> str:
    return tree.tokens[index].text.lower()


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    gapped_name,
    number_and_adjective,
    number_after_noun,
    preposition_and_verb,
    clause_in_list,
)
