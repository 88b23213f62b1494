"""Which sentences were written with care: one that was not is seldom parsed right."""

from __future__ import annotations

import re

from pie_qg.records import Sentence

_NOTE = re.compile(r"[.”\"]\s?(?:\[[^\[\]]{1,24}\])+$")  # "It was sold.[citation needed]"
_STARTS, _ENDS = frozenset("\"“‘'([#"), frozenset(".!?\"”’')…") | {"''", "..."}
_GLUED = re.compile(r"[a-z][.!?;&#]+[A-Za-z]|[a-z]{3}[.!?]\d|(?:[a-z]|[A-Z]{2})(?:The|This|It|We|You|My|But|And)$")
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
    return sum(text.isupper() and text.isalpha() and len(text) > 3 for text in tokens) <= _MOST_CAPITALS
