"""Which sentences were written with care: one that was not is seldom parsed right."""

from __future__ import annotations

import re

from pie_qg.english import is_known
from pie_qg.records import Sentence, Token

_NOTE = re.compile(r"[.”\"]\s?(?:\[[^\[\]]{1,24}\])+$")  # "It was sold.[citation needed]"
_STARTS, _ENDS = frozenset("\"“‘'([#"), frozenset(".!?\"”’')…") | {"''", "..."}
_GLUED = re.compile(
    r"[a-z][.!?;&#]+[A-Za-z]|[a-z]{2}[.!?]\d|[A-Z][!?]+[A-Za-z]"
    r"|(?:[a-z]|[A-Z]{2})(?:The|This|It|We|You|My|But|And|Every|Each)$"
)
# "model:1", "sold--", "cupsI've", "kettle2"
_STUCK = re.compile(r"[a-z]:\d|^[a-z]{4,}\d$|[a-z]--|[a-z](?:I|We|You|They|It|He|She)['’](?:d|ll|m|re|s|ve)$")
_ADDRESS = re.compile(r"@|www|\.\w{2,3}$")
_ASKING = frozenset("how what whether which who whom whose why".split())
_MOST_CAPITALS = 1
"""Words all in capitals, of four letters or more, in a sentence that is not shouted."""


def is_tidy(sentence: Sentence) -> bool:
    """Tell whether a sentence was written with care: "great...love the mats" is seldom parsed right.

    It begins with a capital or a number, ends with a stop, is not shouted, and no words are stuck together.
    """
    tokens = [token.text for token in sentence.tokens]
    first, last = tokens[0], tokens[-1]
    if _NOTE.search(sentence.text):
        last = "."
    if not (first[0].isupper() or first[0].isdigit() or first[0] in _STARTS) or last[-1] not in _ENDS:
        return False
    if first.lower() in _ASKING:  # "How much risk it transfers proved to be …"
        return False
    if ".." in sentence.text or "&" in tokens or any(mark in tokens[:-2] for mark in "!?"):
        return False
    if any(_GLUED.search(text) and not _ADDRESS.search(text) for text in tokens):
        return False
    if any(_STUCK.search(token.text) or _is_two_words(token) for token in sentence.tokens):
        return False
    return sum(text.isupper() and text.isalpha() and len(text) > 3 for text in tokens) <= _MOST_CAPITALS


def _is_two_words(token: Token) -> bool:
    """ "Theboat", "openwithout", "Atthis": a small word stuck to a word, where no dictionary has the two as one."""
    word = token.text.lower()
    if token.tag.startswith("NNP") or not word.isalpha() or len(word) < _LEAST or is_known(word):
        return False
    return any(_stuck(word[:place], word[place:]) for place in range(2, len(word) - 1))


def _stuck(first: str, second: str) -> bool:
    if first in _SMALL | _LONGER and second in _LONGER:
        return True
    opened = first in _OPENING and len(second) > 2 and is_known(second)
    return opened or (second in _CLOSING and len(first) > 2 and is_known(first))


_LEAST = 6
_SMALL = frozenset("at by for from if in is of on or so to as it".split())
_LONGER = frozenset("and but that the these this those when which with without".split())
_OPENING = _LONGER - {"but"}  # "buttock"
_CLOSING = _LONGER - {"the", "and", "but"}  # "lithe", "errand", "halibut"
