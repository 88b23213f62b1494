"""Phrases that say something else without what narrows them: "the only borough [that has no team]"."""

from __future__ import annotations

from collections.abc import Collection, Set

from pie_qg.tree import Tree

_NARROW = frozenset("only sole first last next earliest latest same".split())
_COUNTS = frozenset(
    "one number amount percentage share proportion rate type kind sort % percent".split()
)  # "the number of men who …"
_MANNERS = frozenset({"way", "manner", "extent", "degree"})  # "the way [people practised it]"
QUANTIFIERS = frozenset("all any every each".split())


def is_widened(tree: Tree, head: int, there: Set[int]) -> bool:
    """Tell whether a noun stands for more than it did, since what narrows it is not there."""
    if not is_narrow(tree, head):
        return False
    return not restrictions(tree, head) <= there or _bounded(tree, head, there)


def restrictions(tree: Tree, head: int) -> set[int]:
    """Return the clauses that say which things a noun means: "the ATM [that speaks Latin]", "ships [built here]".

    A clause after a comma adds and does not restrict. What a superlative is the most of does: "the oldest arena [in
    the league]".
    """
    found = set()
    scoped = _is_superlative(tree, head) or _counted_by(tree, head) in {"%", "percent"}
    for child in tree.of(head, ("relcl", "acl", "prep") if scoped else ("relcl", "acl")):
        edge = min(tree.subtree(child))
        if child > head and tree.tokens[edge - 1].text not in {",", "(", "–", "—"}:
            found.add(child)
    return found | _of_a_share(tree, head)


def _of_a_share(tree: Tree, head: int) -> set[int]:
    """ "60 percent of the people [over the age of 25]", where the parser has the age hang on the number."""
    if _counted_by(tree, head) not in {"%", "percent"}:
        return set()
    share = tree.tokens[tree.tokens[head].head].head
    return {one for one in tree.of(share, ("prep",)) if one > head and tree.tokens[one - 1].text != ","}


def narrowing(tree: Tree, words: Set[int], within: Collection[int]) -> set[int]:
    """Return the clause right after a phrase that says which things it means: "laws [that limit smoke in Ghent]".

    A long one is cut down to what it needs. What only the passage explains ("analyses it made") is left out.
    """
    last = max(words, default=-1)
    for head in sorted(words):
        for clause in tree.of(head, ("relcl", "acl")) if tree.tokens[head].pos == "NOUN" else ():
            found = _shortened(tree, clause)
            if found and min(found) == last + 1 and found <= set(within):
                return found
    return set()


def _shortened(tree: Tree, clause: int) -> set[int]:
    """ "that made salt [in the winter of the war]": the longest stretch of a clause that is not too long."""
    complete = tree.has(clause, {"dobj", "attr", "acomp"})
    for left_out in (_NOTHING, _CLAUSES, _CLAUSES | {"prep", "npadvmod"}) if complete else (_NOTHING, _CLAUSES):
        found = set(tree.trimmed(tree.subtree(clause, left_out, below=_CLAUSES if left_out else _NOTHING)))
        if 0 < len(found) <= MAX_CLAUSE and max(found) - min(found) == len(found) - 1:
            return set() if any(tree.tokens[index].tag in _PRONOUNS for index in found) else found
    return set()


MAX_CLAUSE = 12  # words of a clause that narrows a noun of a question
_CLAUSES = frozenset({"relcl", "acl", "appos", "parataxis", "cc", "conj", "punct"})
_NOTHING: frozenset[str] = frozenset()
_PRONOUNS = frozenset({"PRP", "PRP$"})


def is_narrow(tree: Tree, head: int) -> bool:
    """ "The only borough that …", "the first school to …", "all ships that …", "one of the two nations that …"."""
    if _is_superlative(tree, head) or tree.tokens[head].lemma in _MANNERS:
        return True
    if any(tree.tokens[child].text.lower() in QUANTIFIERS for child in tree.of(head, ("det", "predet"))):
        return True
    if _is_one(tree, head):
        return True
    return _counted_by(tree, head) in _COUNTS


def _is_one(tree: Tree, head: int) -> bool:
    """ "One plant [which stores water] is the cactus": one of those, and no other."""
    one = any(tree.tokens[child].text.lower() == "one" for child in tree.of(head, ("nummod",)))
    return one and tree.tokens[head].dep == "nsubj" and tree.tokens[head].pos == "NOUN"


def is_open(tree: Tree, head: int) -> bool:
    """ "Plants [that store water] grow here": a subject in the plural that nothing before it bounds."""
    token = tree.tokens[head]
    bounds = {"det", "poss", "nummod", "predet"}
    return token.tag == "NNS" and token.dep in {"nsubj", "nsubjpass"} and not tree.has(head, bounds)


def _counted_by(tree: Tree, head: int) -> str:
    """Return the word that says how many or how much: "number" of "the number of people"."""
    above = tree.tokens[tree.tokens[head].head]
    return tree.tokens[above.head].text.lower() if above.text.lower() == "of" else ""


def _is_superlative(tree: Tree, head: int) -> bool:
    """ "The oldest arena", "the only school", "the second reason", "the most common name", "the first to leave"."""
    token = tree.tokens[head]
    if token.pos in {"ADJ", "NOUN"} and token.dep == "attr" and token.text.lower() in _NARROW | {"second", "third"}:
        return True
    before = [child for child in tree.of(head, ("amod", "det", "advmod")) if child < head]
    words = {tree.tokens[child].text.lower() for child in before}
    tags = {tree.tokens[child].tag for child in before}
    ordinal = any(tree.entity(child) == "ORDINAL" for child in before)
    return bool(words & _NARROW or tags & {"JJS", "RBS"}) or ordinal or any(_is_most(tree, one) for one in before)


def _is_most(tree: Tree, adjective: int) -> bool:
    return any(tree.tokens[child].tag in {"RBS", "JJS"} for child in tree.of(adjective, ("advmod",)))


def _bounded(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "all areas [east of the line]", "the only school [to win]": where the parser has it hang on the verb."""
    after = index + 1
    if after < len(tree.tokens) and after not in there and tree.tokens[after].text.lower() in _BOUNDS:
        return True
    after = max(tree.subtree(index)) + 1
    if after + 1 >= len(tree.tokens) or tree.tokens[after].tag != "TO" or there & {after, after + 1}:
        return False
    return _is_superlative(tree, index)


_BOUNDS = frozenset("east west north south outside inside within except involved whose".split())
