"""Which words of a phrase make an answer, and which stand in a question."""

from __future__ import annotations

from collections.abc import Iterable

from pie_qg.constituents import Constituent, core
from pie_qg.tree import Tree

MAX_LIST = 12  # tokens of a list that still is one answer
MAX_PHRASE = 9  # tokens of a noun phrase in a question, before what hangs on it is left out
_DETERMINERS = frozenset("the a an this that these those".split())
_FOCUS = frozenset("also only even just mainly mostly primarily especially particularly both either".split())
_ASIDE = frozenset({"appos", "parataxis", "advcl", "intj", "meta", "dep", "mark"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_BRACKETS = frozenset("()[]{}")
_STOPS = frozenset(",;:") | _BRACKETS | {"—", "--", "–"}


def answer_tokens(tree: Tree, part: Constituent) -> tuple[int, ...]:
    """Return the words of a constituent that a person would mark as an answer: one stretch, no leading article.

    "the tall man in the hat, who left" → "tall man"; "a cat, a dog and a bird" → the whole list; "that he left" → "he
    left".
    """
    if part.clausal:
        return _clause_answer(tree, part)
    kept = set(part.core)
    whole = kept | _listed(tree, part.head)
    if len(kept) == 1 and tree.tokens[part.head].pos == "NOUN" and whole == kept:
        kept = set(_with_modifier(tree, part.head))
    elif len(whole) <= MAX_LIST:
        kept = whole
    return strip_start(tree, stretch(tree, kept, part.head))


def _listed(tree: Tree, head: int) -> set[int]:
    """Return the words of the others in a list: "a cat, a dog and a bird" → "dog and a bird"."""
    words: set[int] = set()
    for one in tree.conjuncts(head):
        if tree.tokens[one].pos in {"VERB", "AUX"}:
            return set()
        if one != head:
            words.update(core(tree, one))
        words.update(tree.of(one, ("cc",)))
    return words


def _with_modifier(tree: Tree, head: int) -> tuple[int, ...]:
    """A bare noun says little: "interaction" → "interaction with the ground"."""
    first = tree.first(head, ("prep",))
    found = {head} if first is None else {head} | tree.subtree(first, below=_CLAUSES | _ASIDE)
    return tree.trimmed(found) if len(found) <= MAX_PHRASE else (head,)


def _clause_answer(tree: Tree, part: Constituent) -> tuple[int, ...]:
    kept = tree.subtree(part.head, {"mark", "parataxis", "punct", "meta"}, below={"parataxis"})
    ordered = stretch(tree, kept, part.head)
    while ordered and (tree.tokens[ordered[0]].tag == "TO" or tree.tokens[ordered[0]].dep == "mark"):
        ordered = ordered[1:]
    return cut_at_stop(tree, ordered, part.head)


def stretch(tree: Tree, kept: Iterable[int], head: int) -> tuple[int, ...]:
    """Return the longest run of kept tokens around the head; punctuation inside it other than brackets is no gap."""
    wanted = set(kept)
    first = last = head
    while (before := _next(tree, wanted, first, -1)) is not None:
        first = before
    while (after := _next(tree, wanted, last, 1)) is not None:
        last = after
    return tree.trimmed(range(first, last + 1))


def _next(tree: Tree, wanted: set[int], index: int, step: int) -> int | None:
    index += step
    while 0 <= index < len(tree.tokens):
        token = tree.tokens[index]
        if index in wanted:
            return index
        if token.pos not in {"PUNCT", "SYM"} or token.text in _BRACKETS:
            return None
        index += step
    return None


def strip_start(tree: Tree, indices: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out articles, demonstratives and focus words at the start, unless nothing would be left."""
    while len(indices) > 1 and tree.tokens[indices[0]].text.lower() in _DETERMINERS | _FOCUS:
        if tree.tokens[indices[0]].pos == "PRON" and tree.tokens[indices[0]].dep not in {"det", "advmod"}:
            break
        indices = indices[1:]
    return indices


def cut_at_stop(tree: Tree, indices: tuple[int, ...], head: int) -> tuple[int, ...]:
    """End a long stretch at the first comma, semicolon or bracket after its head."""
    if len(indices) <= MAX_LIST:
        return indices
    for place, index in enumerate(indices):
        if index > head and tree.tokens[index].text in _STOPS:
            return indices[:place]
    return indices


def question_tokens(tree: Tree, part: Constituent) -> tuple[int, ...]:
    """Return the words of a constituent that stand for it in a question: no aside, and not too many."""
    if part.clausal:
        kept = tree.subtree(part.head, {"parataxis", "punct", "meta"}, below={"parataxis"})
        return cut_at_stop(tree, tree.trimmed(kept), part.head)
    kept = tree.subtree(part.head, _ASIDE | _loose(tree, part.head), below=_ASIDE)
    if len(kept) > MAX_PHRASE:
        kept = tree.subtree(part.head, _ASIDE | _CLAUSES, below=_ASIDE | _CLAUSES)
    kept = set(_up_to_bracket(tree, kept, part.head))
    return tree.trimmed(kept) if len(kept) <= MAX_PHRASE + 3 else part.core


def _loose(tree: Tree, head: int) -> frozenset[str]:
    """A clause after a comma adds and does not define: "Ada, who left" → "Ada"."""
    loose = (
        tree.tokens[child].dep
        for child in tree.of(head, ("relcl", "acl"))
        if (edge := min(tree.subtree(child))) and tree.tokens[edge - 1].text in _STOPS
    )
    return frozenset(loose)


def _up_to_bracket(tree: Tree, kept: set[int], head: int) -> Iterable[int]:
    for index in sorted(kept):
        if index > head and (tree.tokens[index].text in _BRACKETS or tree.tokens[index].text in {";", ":", "—", "--"}):
            return
        if index < head or tree.tokens[index].text not in {",", '"', "“", "”"} or _between(tree, kept, index):
            yield index


def _between(tree: Tree, kept: set[int], index: int) -> bool:
    return index + 1 in kept and any(other < index for other in kept) and tree.tokens[index].text == ","
