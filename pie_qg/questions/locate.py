"""Where an answer stands in the original passage."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pie_qg.paraphrase.align import span_of
from pie_qg.records import Passage, Sentence
from pie_qg.tree import Tree


def locate(
    passage: Passage, original: Sentence, tree: Tree, answer: Sequence[int], origins: Sequence[int] = ()
) -> tuple[int, int] | None:
    """Return the start and end of an answer in the passage, inside the original sentence; None where it is not there.

    `answer` holds token indices of a sentence of the paraphrase. Of several occurrences, the one whose neighbours are
    most like the answer's neighbours in the paraphrase is meant. `origins`, where the paraphraser knows them, are the
    original's tokens that those of the paraphrase stand for: then also an answer in other words has its place.
    """
    if not answer:
        return None
    if origins and (span := span_of(original, [origins[index] for index in range(answer[0], answer[-1] + 1)])):
        inside = original.text[span[0] - original.start : span[1] - original.start]
        return span if inside and passage.text[slice(*span)] == inside else None
    first, last = tree.tokens[answer[0]], tree.tokens[answer[-1]]
    text = tree.sentence.text[first.start : last.end]
    if tree.sentence is original or tree.sentence == original:
        start = original.start + first.start
    else:
        found = _occurrence(original, tree, answer, text)
        if found is None:
            return None
        start, text = original.start + found[0], original.text[found[0] : found[1]]
    end = start + len(text)
    return (start, end) if text and passage.text[start:end] == text else None


def _occurrence(original: Sentence, tree: Tree, answer: Sequence[int], text: str) -> tuple[int, int] | None:
    starts = {token.start: index for index, token in enumerate(original.tokens)}
    ends = {token.end: index for index, token in enumerate(original.tokens)}
    matches = [
        (match.start(), match.end())
        for one in (text, *_turned(text))
        for match in re.finditer(re.escape(one), original.text, re.IGNORECASE)
        if match.start() in starts and match.end() in ends
    ]
    if not matches:
        return None
    wanted = _neighbours([token.text for token in tree.tokens], answer[0], answer[-1])
    words = [token.text for token in original.tokens]
    return max(matches, key=lambda span: _alike(wanted, _neighbours(words, starts[span[0]], ends[span[1]])))


def _turned(text: str) -> list[str]:
    """ "the largest port of the region" → the region's largest port; "majority of ports" → most ports.

    What the original says where a paraphrase turned it around, or said "over" for "more than".
    """
    bound, _, number = text.partition(" ")
    if bound.lower() == "over":
        return [f"more than {number}"]
    owned, of, owner = re.sub(r"^the ", "", text, flags=re.IGNORECASE).partition(" of ")
    owner = re.sub(r"^the ", "", owner)
    if owned.lower() == "majority":
        return [f"most {owner}"]
    if not of or " of " in owner:
        return []
    return [f"{owner}{mark} {owned}" for mark in ("'s", "’s", *(("'", "’") if owner.endswith("s") else ()))]


def _neighbours(words: Sequence[str], first: int, last: int) -> tuple[list[str], list[str]]:
    before = [word.lower() for word in words[max(0, first - 3) : first]]
    after = [word.lower() for word in words[last + 1 : last + 4]]
    return before[::-1], after


def _alike(wanted: tuple[list[str], list[str]], found: tuple[list[str], list[str]]) -> float:
    return sum(
        1 / (place + 1)
        for ours, theirs in zip(wanted, found, strict=True)
        for place, word in enumerate(ours)
        if word in theirs
    )


def cuts_word(text: str, start: int, end: int) -> bool:
    """Tell whether an answer ends in the middle of a word, or of one with a hyphen: "mid" of "mid-century"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    inside = (before[-1:].isalnum() and text[start].isalnum()) or (after[:1].isalnum() and text[end - 1].isalnum())
    joined = (before[-1:] in _JOINERS and before[:1].isalnum()) or (after[:1] in _JOINERS and after[1:].isalnum())
    return inside or joined


_JOINERS = ("-", "–", "/", "‐", "‑")
