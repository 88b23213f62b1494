"""What a paraphrase may not change: names, numbers, dates and negations."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from pie_qg.lexicon import words
from pie_qg.records import Sentence

NUMBER_WORDS = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen half third quarter first second fourth fifth sixth seventh eighth ninth tenth twice thrice "
    "hundreds thousands millions billions"
)
NEGATIONS = words("no not never none nobody nothing neither nor nowhere without")

_WORD = re.compile(r"\d[\d.,:/]*\d|[^\W_]+")
_CONTRACTED_NOT = re.compile(r"n['’]t\b|(?<=\bcan)not\b", re.IGNORECASE)
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?:;]['\"”’)\]]*\s)[\W_]*$")


@dataclass(frozen=True, slots=True)
class Facts:
    """The words of a text that a paraphrase has to keep: each name and number, and each negation as often."""

    names: frozenset[str]
    numbers: frozenset[str]
    negations: Counter[str]


def keeps_facts(sentence: Sentence, text: str) -> bool:
    """Tell whether a text has every name, number, date and negation of a sentence, and no other."""
    before, after = facts_of(sentence.text), facts_of(text)
    if before.numbers != after.numbers or before.negations != after.negations:
        return False
    tagged = {word for token in sentence.tokens if token.pos == "PROPN" for word in _words(token.text)}
    return before.names | tagged <= _words(text) and after.names <= _words(sentence.text)


@lru_cache(maxsize=256)  # a sentence is compared with each of its candidates
def facts_of(text: str) -> Facts:
    """Return the facts of a text; names are the words with a capital that no sentence start asks for."""
    plain = [match.group().lower() for match in _WORD.finditer(_CONTRACTED_NOT.sub(" not", text))]
    return Facts(
        names=frozenset(match.group() for match in _WORD.finditer(text) if _is_name(match, text)),
        numbers=frozenset(word for word in plain if word[0].isdigit() or word in NUMBER_WORDS),
        negations=Counter(word for word in plain if word in NEGATIONS),
    )


def _is_name(match: re.Match[str], text: str) -> bool:
    word = match.group()
    if not word[0].isupper() or word == "I":
        return False
    return not _STARTS_SENTENCE.search(text[: match.start()])


def _words(text: str) -> set[str]:
    return {match.group() for match in _WORD.finditer(text)}
