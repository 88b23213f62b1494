"""Which words of a phrase make an answer, and which stand in a question."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pie_qg.constituents import Constituent, core
from pie_qg.questions.narrow import is_narrow, is_open, narrowing, restrictions
from pie_qg.questions.nouns import noun_class
from pie_qg.questions.relating import (
    ASIDE,
    BRACKETS,
    CLAUSES,
    MAX_PHRASE,
    STOPS,
    bounded,
    following,
    related_words,
    task,
    told,
)
from pie_qg.tree import Tree

MAX_LIST = 12  # tokens of a list that still is one answer
_DETERMINERS = frozenset("the a an this that these those".split())
_OWN = frozenset("its their his her our my own".split())
_FOCUS = frozenset("such also only even just mainly mostly primarily especially particularly both either".split())
_SHARES = frozenset({"half", "double", "twice"})
_COUNTING = frozenset("few little dozen hundred thousand million billion number lot couple bit handful".split())
QUOTES = frozenset('"“”«»') | {"``", "''"}


def answer_tokens(tree: Tree, part: Constituent) -> tuple[int, ...]:
    """Return the words of a constituent that a person would mark as an answer: one stretch, no leading article.

    "the tall man in the hat, who left" → "tall man"; "a cat, a dog and a bird" → the whole list; "that he left" → "he
    left".
    """
    if part.clausal:
        return _clause_answer(tree, part)
    if (name := _name_beside(tree, part.head)) is not None:
        return strip_start(tree, name)
    kept = set(part.core) | defining(tree, part.head) | _before(tree, part.head) | _of(tree, part.head)
    kept |= related_words(tree, part.head) & set(part.span)
    if is_open(tree, part.head):  # "plants [that store water]"
        kept |= {index for one in restrictions(tree, part.head) for index in bounded(tree, one)} & set(part.span)
    kept |= {child for child in tree.of(part.head, ("predet",)) if tree.tokens[child].text.lower() in _SHARES}
    if is_narrow(tree, part.head):  # "the largest body [that keeps Latin]"
        kept |= {index for one in restrictions(tree, part.head) for index in tree.subtree(one)}
    whole = kept | _listed(tree, part.head)
    if whole == kept and _is_bare(tree, kept, part.head):
        kept |= following(tree, part)
    elif len(whole) <= MAX_LIST:
        kept = whole
    kept |= task(tree, part.head) & set(part.span)
    words = _before_there(tree, _before_bracket(tree, stretch(tree, kept, part.head), part.head))
    return strip_start(tree, whole_words(tree, words))


def whole_words(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Finish a word that a hyphen goes on with, or a name with its number: "mid" → "mid-century", "World War I"."""
    tokens = tree.tokens
    if words and words[-1] + 2 < len(tokens) and is_numbered(tree, words[-1]):
        words = (*words, words[-1] + 1)
    while words and words[-1] + 2 < len(tokens) and tokens[words[-1] + 1].text == "-":
        last, dash, following = (tokens[words[-1] + step] for step in range(3))
        if last.end != dash.start or dash.end != following.start:
            break
        words = (*words, words[-1] + 1, words[-1] + 2)
    return words


def is_numbered(tree: Tree, index: int) -> bool:
    """Tell whether a name ends with the number after it: "World War I", not "Windows 95 users"."""
    name, number, after = tree.tokens[index : index + 3]
    whole = bool(_NAME_NUMBER.fullmatch(number.text)) and after.pos not in {"NOUN", "PROPN", "NUM"}
    return name.pos == "PROPN" and name.text[0].isupper() and whole


_NAME_NUMBER = re.compile(r"[IVX]+|\d[\d.]*")


def _before_bracket(tree: Tree, words: tuple[int, ...], head: int) -> tuple[int, ...]:
    bracket = next(
        (place for place, index in enumerate(words) if index > head and tree.tokens[index].text == "("), None
    )
    return words[:bracket]


def _before_there(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """ "The settlers there" → "the settlers": where that is only the passage says. "The lid, not" → "the lid".

    "In shops yearly" → "shops".
    """
    if len(words) < 2:
        return words
    last = tree.tokens[words[-1]]
    pointing = last.dep == "advmod" and last.text.lower() in _POINTING
    return tree.trimmed(words[:-1]) if pointing or last.text.lower() == "not" else words


_POINTING = frozenset("there here then annually yearly monthly weekly daily".split())


def _of(tree: Tree, head: int) -> set[int]:
    """Return an of-phrase with all that it lists: "production of flax and corn"."""
    words: set[int] = set()
    for child in tree.of(head, ("prep",)):
        if tree.tokens[child].lemma == "of":
            found = tree.subtree(child, below=ASIDE | {"relcl", "acl"})
            whole = found | {index for noun in tree.of(child, ("pobj",)) for index in told(tree, noun)}
            words |= next((one for one in (whole, found) if len(one) <= MAX_PHRASE), set())
    return words


def _before(tree: Tree, head: int) -> set[int]:
    """Return what stands before a noun, lists and all: "German and Welsh settlers"."""
    before = (child for child in tree.of(head, ("amod", "compound", "nummod", "nmod")) if child < head)
    return {index for child in before for index in tree.subtree(child) if index < head}


def _name_beside(tree: Tree, head: int) -> tuple[int, ...] | None:
    """Return the name that stands beside a description: "his predecessor, Lowell Weicker" → Lowell Weicker."""
    if tree.entity(head) in {"PERSON", "ORG", "GPE", "LOC"} or tree.tokens[head].pos not in {"NOUN", "ADJ", "NUM"}:
        return None
    for child in tree.of(head, ("appos",)):
        entity = tree.entity_at.get(child)
        if entity is None or not entity.first or tree.tokens[child].pos != "PROPN" or tree.has(child, {"conj"}):
            continue
        between = set(range(head + 1, entity.first)) - tree.subtree(head)  # "a mill with wood from Lucca, the Po"
        if tree.tokens[entity.first - 1].text == "," and all(tree.tokens[index].pos == "PUNCT" for index in between):
            return tree.trimmed(entity.indices)
    return None


def _name_of_another(tree: Tree, head: int) -> tuple[int, ...] | None:
    """ "Another park, Hyde Park, is old" → Hyde Park: what follows says which one is meant."""
    if not any(tree.tokens[one].text.lower() == "another" for one in tree.of(head, ("det",))):
        return None
    for child in tree.of(head, ("appos",)):
        name = tree.trimmed(tree.subtree(child, ASIDE | {"relcl", "acl", "punct"}))
        if tree.tokens[child].pos == "PROPN" and tree.tokens[name[0] - 1].text == "," and not tree.has(child, {"conj"}):
            return name
    return None


def _is_bare(tree: Tree, kept: set[int], head: int) -> bool:
    """ "The doctrine", "interaction": a noun that nothing but an article stands with."""
    others = (tree.tokens[index].text.lower() for index in kept if index != head)
    return tree.tokens[head].pos == "NOUN" and all(word in _DETERMINERS for word in others)


def defining(tree: Tree, head: int) -> set[int]:
    """Return a name that follows without a comma: "the name Constantinople", 'the word "Islambol"'."""
    words: set[int] = set()
    for child in tree.of(head, ("appos",)):
        named = tree.subtree(child, ASIDE | {"cc", "conj", "relcl", "acl"})
        before = tree.tokens[min(named) - 1].text
        if child == head + 1 or (before not in STOPS and min(named) <= head + 2):
            words |= set(range(head + 1, min(named))) | named
    return words


def _listed(tree: Tree, head: int) -> set[int]:
    """Return the words of the others in a list: "a cat, a dog and a bird" → "dog and a bird"."""
    words: set[int] = set()
    for one in tree.conjuncts(head):
        if tree.tokens[one].pos in {"VERB", "AUX"}:
            return set()
        if one != head:
            words.update(core(tree, one), _before(tree, one), defining(tree, one), _of(tree, one))
            words.update(related_words(tree, one), told(tree, one))
        words.update(tree.of(one, ("cc",)))
    return words


def _clause_answer(tree: Tree, part: Constituent) -> tuple[int, ...]:
    kept = tree.subtree(part.head, {"mark", "parataxis", "punct", "meta"}, below={"parataxis"})
    kept.update(sorted(tree.of(part.head, ("mark",)))[1:])  # "because the time needed for it grew"
    ordered = stretch(tree, kept, part.head)
    while ordered and (tree.tokens[ordered[0]].tag == "TO" or tree.tokens[ordered[0]].dep == "mark"):
        ordered = ordered[1:]
    return cut_at_stop(tree, ordered, part.head)


def stretch(tree: Tree, kept: Iterable[int], head: int) -> tuple[int, ...]:
    """Return the longest run of kept tokens around the head; punctuation inside it other than brackets is no gap.

    A quotation mark whose partner is inside comes along.
    """
    wanted = set(kept)
    first = last = head
    while (before := _next(tree, wanted, first, -1)) is not None:
        first = before
    while (after := _next(tree, wanted, last, 1)) is not None:
        last = after
    words = range(first, last + 1)
    if sum(tree.tokens[index].text in QUOTES for index in words) % 2:
        if first and tree.tokens[first - 1].text in QUOTES:
            words = range(first - 1, last + 1)
        elif last + 1 < len(tree.tokens) and tree.tokens[last + 1].text in QUOTES:
            words = range(first, last + 2)
    return tree.trimmed(words)


def _next(tree: Tree, wanted: set[int], index: int, step: int) -> int | None:
    index += step
    while 0 <= index < len(tree.tokens):
        token = tree.tokens[index]
        if index in wanted:
            return index
        if token.pos not in {"PUNCT", "SYM"} or token.text in BRACKETS:
            return None
        index += step
    return None


def strip_start(tree: Tree, indices: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out articles, demonstratives, "its" and focus words at the start, unless nothing would be left."""
    listed = any(tree.tokens[index].dep == "cc" for index in indices)
    if len(indices) > 2 and _is_named_by_letter(tree, indices[1]):
        return indices[1:]
    while len(indices) > 1 and tree.tokens[indices[0]].text.lower() in _DETERMINERS | _FOCUS | _OWN:
        if tree.tokens[indices[0]].text.lower() == "both" and not listed:  # "both classes"
            break
        token, following = tree.tokens[indices[0]], tree.tokens[indices[1]]
        if token.dep == "amod" and token.text.lower() == "only":  # "the only source"
            break
        if token.text.lower() in {"my", "our"} and noun_class(following.lemma) == "person":  # "my uncle and I"
            break
        if following.text.lower() in _COUNTING or (token.pos == "PRON" and token.dep not in {"det", "advmod", "poss"}):
            break
        indices = indices[1:]
    return indices


def _is_named_by_letter(tree: Tree, index: int) -> bool:
    """ "the A team", "the A option": an "A" after an article is no article."""
    return tree.tokens[index].text == "A" and tree.word(index - 1) in {"the", "an", "a"}


def cut_at_stop(tree: Tree, indices: tuple[int, ...], head: int) -> tuple[int, ...]:
    """End a long stretch at the first comma, semicolon or bracket after its head."""
    if len(indices) <= MAX_LIST:
        return indices
    for place, index in enumerate(indices):
        if index > head and tree.tokens[index].text in STOPS and tree.tokens[index].head == head:
            return indices[:place]
    return indices


def question_tokens(tree: Tree, part: Constituent) -> tuple[int, ...]:
    """Return the words of a constituent that stand for it in a question: no aside, and not too many."""
    if part.clausal:
        kept = tree.subtree(part.head, {"parataxis", "punct", "meta"}, below={"parataxis"})
        return cut_at_stop(tree, tree.trimmed(kept), part.head)
    if (name := _name_of_another(tree, part.head)) is not None:
        return name
    named = defining(tree, part.head)
    kept = tree.subtree(part.head, ASIDE | _loose(tree, part.head), below=ASIDE) | named
    if len(kept) > MAX_PHRASE:
        kept = tree.subtree(part.head, ASIDE | CLAUSES, below=ASIDE | CLAUSES) | named
    kept |= {word for index in kept for word in defining(tree, index)}  # "a history of the word Islambol"
    kept = _before_aside(tree, kept, part.head)
    if len(kept) <= MAX_PHRASE:
        return whole_words(tree, tree.trimmed(kept | narrowing(tree, kept, part.span)))
    if len(kept) > MAX_PHRASE + 3:
        kept = {*part.core, *named, *related_words(tree, part.head)}
    return whole_words(tree, tree.trimmed(kept))


def _loose(tree: Tree, head: int) -> frozenset[str]:
    """A clause after a comma adds and does not define: "Ada, who left" → "Ada"."""
    labels = set()
    for child in tree.of(head, ("relcl", "acl")):
        edge = min(tree.subtree(child))
        if edge and tree.tokens[edge - 1].text in STOPS:
            labels.add(tree.tokens[child].dep)
    return frozenset(labels)


def _before_aside(tree: Tree, kept: set[int], head: int) -> set[int]:
    """End a phrase at a bracket or dash after its head, and at a comma that is not one of a list."""
    is_list = tree.has(head, {"conj"})
    found: set[int] = set()
    for index in sorted(kept):
        text = tree.tokens[index].text
        if index > head and (text in STOPS and (text != "," or not is_list)) and not _hyphen(tree, index):
            break
        found.add(index)
    return found


def _hyphen(tree: Tree, index: int) -> bool:
    """A dash that stands between two words without a space is part of a word."""
    after = index + 1 < len(tree.tokens) and tree.tokens[index].end == tree.tokens[index + 1].start
    return (
        tree.tokens[index].text in {"–", "—", "--"} and after and tree.tokens[index - 1].end == tree.tokens[index].start
    )
