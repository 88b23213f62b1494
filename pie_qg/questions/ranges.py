"""Whether a phrase stops in the middle of a number, a date, a range or a rate."""

from __future__ import annotations

import re
from collections.abc import Callable, Set

from pie_qg.constituents import TIME_ENTITIES
from pie_qg.lexicon import MONTHS, UNITS_OF_TIME
from pie_qg.tree import Tree

_ROMAN = re.compile(r"[IVX]+")
_DIGITS = re.compile(r"\d[\d.,]*(?:st|nd|rd|th)?")
UP_TO = frozenset({"to", "through", "until", "–", "-"})


def number(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "World War [I]", "Windows NT [3.5]", "between 1 January and 15 [October]"."""
    token, after = tree.tokens[index], following(tree, index, there)
    if after is None:
        return False
    text = tree.tokens[after].text
    if token.pos == "PROPN" and token.text[:1].isupper():
        return bool(_ROMAN.fullmatch(text) or (_DIGITS.fullmatch(text) and tree.tokens[after].head <= index + 2))
    dated = token.pos == "NUM" or token.lemma.lower() in {"century", "millennium"}  # "the 5th century [BC]"
    return dated and tree.entity(index) == "DATE" and text in _DATE_ENDS


_DATE_ENDS = frozenset(MONTHS) | {"BC", "BCE", "AD", "CE"}


def range_of_numbers(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "in the 13th [to 17th centuries]", "from 5.4 [to 6.8]", "up from 8000 [to 7000 BC]"."""
    tokens = tree.tokens
    after = following(tree, index, there)
    if after is None or not _is_number(tree, index):
        return False
    if tokens[after].text.lower() in UP_TO:
        return any(_is_number(tree, one) for one in range(after + 1, min(after + 3, len(tokens))))
    return False


def _is_number(tree: Tree, index: int) -> bool:
    if tree.tokens[index].text.lower() in {"%", "percent"}:
        return True
    return tree.tokens[index].pos == "NUM" or bool(_DIGITS.fullmatch(tree.tokens[index].text))


def half_range(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "grew from 23 megawatts in 1923 [to 120 in 1956]", "ranges from 40 m [to 2,994 m]", "from Rome [to Oslo]"."""
    token = tree.tokens[index]
    if token.text.lower() != "from" and tree.tokens[token.head].text.lower() != "from":
        return False
    start = index if token.text.lower() == "from" else token.head
    nested = next((one for one in tree.of(start, ("prep",)) if tree.tokens[one].text.lower() in UP_TO), None)
    dated = any(  # "from 1769 until the war"
        tree.entity(one) in TIME_ENTITIES or tree.tokens[one].text in MONTHS for one in tree.of(start, ("pobj",))
    )
    if nested is not None and not dated:
        return not any(child in there for child in tree.of(nested, ("pobj",)))
    above = tree.tokens[start].head
    ends = [one for one in tree.of(above, ("prep",)) if one > start and tree.tokens[one].text.lower() in UP_TO]
    numbered = any(tree.tokens[one].pos == "NUM" for end in (start, *ends) for one in tree.subtree(end))
    after = max(tree.subtree(start)) + 1
    beside = ends[:1] == [after]
    if after < len(tree.tokens) and tree.tokens[after].text.lower() in {"until", "till"} and after not in there:
        return True
    return bool(ends) and (numbered or beside) and not any(child in there for child in tree.of(ends[0], ("pobj",)))


def measured_from(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "A few days [after the sale], it broke": since when they are counted, is the point."""
    after = following(tree, index, there)
    if after is None or tree.tokens[index].dep != "npadvmod" or tree.tokens[index].lemma not in UNITS_OF_TIME:
        return False
    return tree.word(after) in {"after", "before", "beyond", "past"} and tree.has(index, {"det", "nummod", "amod"})


def rate(tree: Tree, index: int, there: Set[int]) -> bool:
    """ "7.9 [per 100,000]", "three players [from each team]"."""
    after = following(tree, index, there)
    if after is None or after + 1 >= len(tree.tokens):
        return False
    numbered = tree.tokens[index].pos == "NUM" or tree.has(index, {"nummod"})
    each = tree.tokens[after].pos == "ADP" and tree.tokens[after + 1].text.lower() in {"each", "every"}
    return numbered and (tree.tokens[after].text.lower() == "per" or each)


def way(tree: Tree, index: int, answer: Set[int]) -> bool:
    """ "They made a voyage from Africa [to Brazil]": where it went is the voyage's, and no verb's."""
    if tree.tokens[index].text.lower() != "from" or tree.tokens[index].dep != "prep" or index == min(answer):
        return False
    after = max(tree.subtree(index)) + 1
    return after < len(tree.tokens) and after not in answer and tree.tokens[after].text.lower() == "to"


def or_more(tree: Tree, index: int, answer: Set[int]) -> bool:
    """ "90 % [or more] of the people"."""
    words = [token.text.lower() for token in tree.tokens[index + 1 : index + 3]]
    return index + 1 not in answer and len(words) == 2 and words[0] == "or" and words[1] in {"more", "less", "fewer"}


def unit(tree: Tree, index: int, answer: Set[int]) -> bool:
    """ "a rope to lengthen it by one [fathom]": a number whose unit the parser hangs elsewhere."""
    after = following(tree, index, answer)
    counted = index == max(answer) and index - 1 in answer and tree.tokens[index].tag == "CD"
    told = counted and tree.tokens[index].dep == "pobj" and tree.tokens[index].head == index - 1
    return told and after is not None and tree.tokens[after].tag in {"NN", "NNS"}


def following(tree: Tree, index: int, there: Set[int]) -> int | None:
    """Return the token after one, where a phrase stops at that."""
    return index + 1 if index + 1 < len(tree.tokens) and index + 1 not in there else None


Stop = Callable[[Tree, int, Set[int]], bool]

STOPS: tuple[Stop, ...] = (number, range_of_numbers, half_range, measured_from, rate)
STOPS_OF_ANSWERS: tuple[Stop, ...] = (or_more, way, unit)
"""Those that an answer must not stop at, though a question may."""
