"""How to ask for a time: what year, what decade, on what day, since when, how long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pie_qg.lexicon import MONTHS, TIME_NOUNS, UNITS_OF_TIME
from pie_qg.questions.ask import Ask, Target

_MONTHS = "|".join(MONTHS)
_YEAR = re.compile(r"^(?:the year )?(?:c\. ?|ca\. ?)?(?:(?:1\d|20)\d\d|\d{1,5} ?(?:BC|BCE|AD|CE))$")
_YEARS = re.compile(r"^(?:1\d|20)\d\d ?[-–—/] ?\d{2,4}$")
_DATE_NOUNS = (
    (_YEAR, "year"),
    (re.compile(r"\d0'?s$"), "decade"),
    (re.compile(r"(?:\d(?:st|nd|rd|th)|\w+(?:th|first|second|third))[ -]century$", re.IGNORECASE), "century"),
    (re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$", re.IGNORECASE), "day"),
    (re.compile(rf"^(?:{_MONTHS})$"), "month"),
    (re.compile(rf"^(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})|(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?)\b"), "date"),
)
_PART_OF_TIME = re.compile(
    r"(?:the )?(?:start|beginning|end|middle|turn|height|close|rest|course|\w+ half|\w+ part)\b", re.IGNORECASE
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_BOUNDED = frozenset({"since", "until", "till"})
_NO_SPAN = frozenset({"by", "in", "around", "about", "within"})
_LASTING = UNITS_OF_TIME | frozenset("time while period season era age weekend".split())
_RELATIVE = frozenset({"before", "after"})
_FROM_ANOTHER = ("following ", "next ", "previous ", "same ", "preceding ")  # times that only the passage explains
_NO_TIME = frozenset("time times moment age point now today period".split()) | {"same period", "same time"}
_TURN = re.compile(r"(?:first|last|second|third|\w+th|half the) time\b", re.IGNORECASE)  # which time, and not when
LENGTHENED = frozenset({"for", "over", "throughout"})


def is_year(text: str) -> bool:
    """Tell whether a number is a year or a span of years: "1994", "1937–1938"."""
    return bool(_YEAR.match(text)) or is_years(text)


def is_years(text: str) -> bool:
    """Tell whether a number is a span of years."""
    return bool(_YEARS.match(text))


def dated(target: Target) -> Iterator[Ask]:
    """ "in 1994" → what year, or when; "the 1990s" → what decade; "on Monday" → what day; "for years" → how long."""
    label, part = target.entity, target.part
    answer = target.answer()
    text = target.tree.text(answer)
    preposition = target.preposition
    if is_year(text):
        label = "DATE"
    if part.role == "object" and is_year(target.tree.tokens[target.head].text):  # "lost 1900 of its men"
        yield Ask("", (), "date", "", "")
        return
    if part.role != "time" and label not in {"DATE", "TIME"}:
        return
    conjuncts = target.tree.conjuncts(target.head)
    mixed = target.is_list and any(target.tree.entity(one) not in {"DATE", "TIME"} for one in conjuncts)
    if mixed or _ORDINAL.search(text) or preposition == "to":  # "from the 16th to the 18th centuries"
        yield Ask("", (), "date", "", "")
        return
    if text.lower().startswith(_FROM_ANOTHER):
        yield Ask("", (), "date", "", "")
        return
    noun = _date_noun(text) if label == "DATE" and not target.is_list else ""
    if (
        not preposition
        and part.role == "time"
        and (_is_length(target) or text.lower().startswith("all "))  # "sat all night"
        and target.tree.tokens[target.head].dep == "npadvmod"
    ):
        yield Ask("how long", answer, "duration", "how long", "DURATION")
    elif preposition in _NO_SPAN and _is_length(target):  # "won by two days", "hit in just over 14 months"
        yield Ask("", (), "date", "", "")
    elif (
        noun
        and not _PART_OF_TIME.match(text)
        and (part.role != "time" or target.rng.random() < 0.5)
        and preposition not in _RELATIVE
    ):
        yield Ask(f"what {noun}", answer, "date", "what", label)
    elif part.role not in {"time", "prepositional"} or _tells_none(text) or preposition == "from":
        yield Ask("", (), "date", "", "")
    elif preposition in LENGTHENED and not is_year(text) and not noun:
        if target.tree.tokens[target.head].lemma.lower() not in _LASTING:  # "for Thanksgiving", "over a 3-hour walk"
            return
        yield Ask("how long", answer, "duration", "how long", "DURATION", takes_preposition=False)
    elif label not in {"DATE", "TIME"} and not _is_event(target, answer):
        yield Ask("", (), "date", "", "")
    elif preposition in _BOUNDED | _RELATIVE:
        front = preposition in {"since", "until", "till"}
        if preposition in _RELATIVE:
            answer = tuple(range(part.preposition[0], answer[-1] + 1))
        yield Ask("when", answer, "date", "when", label or "DATE", takes_preposition=front, confidence=0.7)
    elif label == "TIME" and target.rng.random() < 0.5:
        yield Ask("what time", answer, "date", "what", label)
    elif _tells_time(target, answer) or preposition == "during":
        yield Ask("when", answer, "date", "when", label or "DATE", takes_preposition=False)
    else:
        yield Ask("", (), "date", "", "")


def _tells_none(text: str) -> bool:
    """ "at that moment", "for the first time since May": no time that could be told."""
    return text.lower() in _NO_TIME or _TURN.match(text) is not None


def _is_event(target: Target, answer: tuple[int, ...]) -> bool:
    """ "during the Great Plague", "during the voyage to India"; not "during their rule", "during races"."""
    tree = target.tree
    owned = any(tree.tokens[child].tag == "PRP$" for child in tree.of(target.head, ("poss",)))
    named = any(tree.tokens[index].pos in {"PROPN", "NUM"} for index in answer)
    return named or (len(answer) > 1 and not owned)


def _is_length(target: Target) -> bool:
    """ "two days", "just over 14 months": how long, and not when."""
    unit = target.tree.tokens[target.head].lemma.lower() in UNITS_OF_TIME
    return unit and target.tree.has(target.head, {"nummod"})


def _tells_time(target: Target, answer: tuple[int, ...]) -> bool:
    """A tagger takes "a person's age" for a date; a time has a number or a noun of time."""
    tokens = [target.tree.tokens[index] for index in answer]
    timed = any(token.lemma.lower() in TIME_NOUNS or token.text[:1].isdigit() for token in tokens)
    vague = {token.text.lower() for token in tokens[:2]} & {"each", "every", "any", "same", "such", "that"}
    return timed and not vague


def _date_noun(text: str) -> str:
    bare = re.sub(r"^(?:the )?(?:early |late |mid-)?", "", text)
    return next((noun for pattern, noun in _DATE_NOUNS if pattern.search(bare)), "")
