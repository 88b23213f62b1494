"""Long records become several passages, cut where a reader would pause."""

from __future__ import annotations

import re
from collections.abc import Iterator

# From the best place to cut to the worst: after a blank line, a line, a sentence, a word.
_BOUNDARIES = tuple(re.compile(pattern) for pattern in (r"\n[^\S\n]*\n\s*", r"\n\s*", r"[.!?…][\"'”’)\]]*\s+", r"\s+"))
_WORD = re.compile(r"\S+")


def count_words(text: str) -> int:
    """Return the number of words, as white space splits them."""
    return sum(1 for _ in _WORD.finditer(text))


def split(text: str, max_words: int) -> list[tuple[int, str]]:
    """Return (offset, piece)s of at most `max_words` words each, whose pieces joined are the text again.

    A text that is short enough is one piece, untouched.
    """
    if count_words(text) <= max_words:
        return [(0, text)]
    pieces: list[tuple[int, str]] = []
    start, words = 0, 0
    for begin, end in _fragments(text, 0, len(text), max_words, 0):
        size = count_words(text[begin:end])
        if words and words + size > max_words:
            pieces.append((start, text[start:begin]))
            start, words = begin, 0
        words += size
    pieces.append((start, text[start:]))
    return pieces


def _fragments(text: str, start: int, end: int, max_words: int, level: int) -> Iterator[tuple[int, int]]:
    """Yield adjoining spans of at most `max_words` words, cut at the best boundaries that do."""
    if level == len(_BOUNDARIES) or count_words(text[start:end]) <= max_words:
        yield start, end
        return
    cuts = [match.end() for match in _BOUNDARIES[level].finditer(text, start, end) if match.end() < end]
    for begin, stop in zip([start, *cuts], [*cuts, end], strict=True):
        yield from _fragments(text, begin, stop, max_words, level + 1)


def passage_ids(record_id: str, pieces: int) -> list[str]:
    """Return the ids of a record's passages: its own where it is one passage, else numbered from 1."""
    return [record_id] if pieces == 1 else [f"{record_id}#{number}" for number in range(1, pieces + 1)]
