"""Where the words of a paraphrase stand in the original sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from pie_qg.paraphrase.draft import NEW
from pie_qg.records import Paraphrase, Sentence


def original_span(
    original: Sentence, paraphrase: Paraphrase, part: int, tokens: Sequence[int]
) -> tuple[int, int] | None:
    """Return where some tokens of a paraphrase stand in the passage, as offsets of the passage.

    `tokens` index into `paraphrase.sentences[part]`. None where they are not one stretch of the original sentence:
    where the paraphrase added a word among them, or the original has one more in between.
    """
    origins = _origins(original, paraphrase, part)
    return span_of(original, [origins[index] for index in tokens])


def span_of(original: Sentence, origins: Iterable[int]) -> tuple[int, int] | None:
    """Return the passage's stretch that some tokens of the original sentence are, commas between them allowed."""
    places = sorted(set(origins))
    if not places or places[0] == NEW:
        return None
    between = set(range(places[0], places[-1])) - set(places)
    if any(original.tokens[index].text != "," for index in between):
        return None
    return original.start + original.tokens[places[0]].start, original.start + original.tokens[places[-1]].end


def _origins(original: Sentence, paraphrase: Paraphrase, part: int) -> Sequence[int]:
    if not paraphrase.changed:
        return range(len(original.tokens))
    return paraphrase.origins[part] if paraphrase.origins else trace(original, paraphrase.sentences[part])


def trace(original: Sentence, paraphrase: Sentence) -> tuple[int, ...]:
    """Return for each token of a paraphrase the original token with the same word, in the longest common stretches."""
    ours, theirs = ([token.text.lower() for token in each.tokens] for each in (paraphrase, original))
    origins = [NEW] * len(ours)
    taken: set[int] = set()
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            origins[block.a + step] = block.b + step
            taken.add(block.b + step)
    for index, word in enumerate(ours):
        if origins[index] == NEW:
            origins[index] = next((at for at, same in enumerate(theirs) if same == word and at not in taken), NEW)
            taken.add(origins[index])
    return tuple(origins)
