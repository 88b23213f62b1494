"""A question as a rule formed it, before its answer is located and the filters have seen it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pie_qg.english import capitalize, join_words

_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.)+$|\b(?:Jr|Sr|Inc|Ltd|Co)\.$")
_COMMAS = re.compile(r"(?: ?, ?){2,}")


@dataclass(frozen=True, slots=True)
class Draft:
    """A question, and the tokens of the paraphrase that answer it."""

    question: str
    answer: tuple[int, ...]
    rule: str
    type: str
    answer_type: str
    confidence: float = 1.0
    used: frozenset[int] = frozenset()
    """Tokens of the paraphrase that the question says."""
    sentence: int | None = None
    """The original sentence that `answer` indexes into, where that is not the one the question was formed from."""


def finish(words: Iterable[str]) -> str:
    """Return words as a question: spaced, a capital at the start, a question mark at the end."""
    text = _COMMAS.sub(", ", " ".join(join_words(words).split())).strip(" ,;:!?")
    text = text if _ABBREVIATION.search(text) else text.rstrip(".")
    return capitalize(text) + "?"
