"""Questions that many rules ask about a stretch of a sentence before they touch it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from pie_qg.constituents import SUBJECTS
from pie_qg.lexicon import words
from pie_qg.tree import Tree

PAIRED = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’"}
QUOTES = words("\" '' `` “ ”")
FINITE_TAGS = words("VBD VBZ VBP MD")
THIRD_PERSON = words("he she it they him her them his its their hers theirs himself herself itself themselves")
CLAUSES = words("ROOT conj relcl acl advcl ccomp xcomp csubj csubjpass pcomp parataxis dep")


def stretch(tree: Tree, head: int) -> list[int] | None:
    """Return a token and all that hangs under it where that is one unbroken stretch, None where it is not."""
    found = sorted(tree.subtree(head))
    return found if unbroken(found) else None


def clause_stretch(tree: Tree, head: int, stop: int) -> list[int] | None:
    """Return a clause where it is one unbroken stretch, without the full stop that may hang on its verb."""
    found = sorted(tree.subtree(head) - {stop})
    return found if unbroken(found) else None


def unbroken(indices: Sequence[int]) -> bool:
    """Tell whether sorted indices follow each other without a gap."""
    return bool(indices) and indices[-1] - indices[0] + 1 == len(indices)


def tidy(tree: Tree, indices: Iterable[int]) -> bool:
    """Tell whether each bracket and quotation mark of some tokens has its partner among them."""
    awaited: list[str] = []
    quotes = 0
    for index in indices:
        text = tree.tokens[index].text
        if text in PAIRED:
            awaited.append(PAIRED[text])
        elif text in PAIRED.values() and (not awaited or awaited.pop() != text) and text != "’":
            return False
        quotes += text in ('"', "''", "``")
    return not awaited and quotes % 2 == 0


def has_word(tree: Tree, indices: Iterable[int], forms: Collection[str]) -> bool:
    """Tell whether any of some tokens is one of some words."""
    return any(tree.tokens[index].text.lower() in forms for index in indices)


def root(tree: Tree) -> int | None:
    """Return the root, None where a sentence has several or is cyclic."""
    found = [index for index, token in enumerate(tree.tokens) if token.head == index]
    return found[0] if len(found) == 1 else None


def auxiliaries(tree: Tree, verb: int) -> list[int]:
    """Return a verb's auxiliaries in order."""
    return sorted(tree.of(verb, ("aux", "auxpass")))


def is_finite(tree: Tree, verb: int) -> bool:
    """Tell whether a clause has a tense: "he left", "it was seen", not "to go", "having gone"."""
    helpers = auxiliaries(tree, verb)
    return tree.tokens[helpers[0] if helpers else verb].tag in FINITE_TAGS


def subject(tree: Tree, verb: int) -> int | None:
    """Return a verb's own subject where it has exactly one and stands before the verb."""
    found = list(tree.of(verb, SUBJECTS))
    return found[0] if len(found) == 1 and found[0] < verb else None


def full_stop(tree: Tree) -> int | None:
    """Return the sentence's final full stop, None where it ends in another way."""
    last = len(tree.tokens) - 1
    return last if last > 0 and tree.tokens[last].text == "." else None


def is_plain_name_or_noun(tree: Tree, head: int) -> bool:
    """Tell whether a phrase's head is a noun or a name, no pronoun, number or verb."""
    return tree.tokens[head].pos in ("NOUN", "PROPN")


def is_conditional(tree: Tree, verb: int) -> bool:
    """ "If it rains, the field is wet and the road is closed.": both of them only then."""
    conditions = (mark for one in tree.of(verb, ("advcl",)) if one < verb for mark in tree.of(one, ("mark",)))
    return any(tree.tokens[mark].text.lower() in ("if", "unless", "when", "once") for mark in conditions)
