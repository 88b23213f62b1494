"""The choice among candidates: the farthest from the original's words that still says the same.

Divergence is the Jensen–Shannon distance of word distributions, as in PIE-QG (Nagumothu et al., 2022, section 3.1);
what counts as the same is ours: the facts in `facts.py`, and the cosine of sentence embeddings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log2, sqrt

from pie_qg.paraphrase.candidate import Candidate
from pie_qg.paraphrase.facts import keeps_facts
from pie_qg.records import Sentence

Similarities = Callable[[Sequence[tuple[str, str]]], list[float]]
"""Pairs of texts in, the cosine of their embeddings out."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidate chosen for a sentence; None stands for the original."""

    candidate: Candidate | None
    divergence: float = 0.0
    similarity: float | None = None


def divergence(first: str, second: str) -> float:
    """Return the Jensen–Shannon distance (base 2, so 0 to 1) of the word distributions of two texts."""
    one, two = _distribution(first), _distribution(second)
    if not one or not two:
        return float(bool(one) != bool(two))
    middle = {word: (one.get(word, 0.0) + two.get(word, 0.0)) / 2 for word in one.keys() | two.keys()}
    shared = sum(p * log2(p / middle[word]) for each in (one, two) for word, p in sorted(each.items()))
    return sqrt(max(0.0, shared / 2))


def _distribution(text: str) -> dict[str, float]:
    counts = Counter(_WORD.findall(text.lower()))
    total = sum(counts.values())
    return {word: count / total for word, count in counts.items()}


def choose(
    sentences: Sequence[Sentence],
    candidates: Sequence[Sequence[Candidate]],
    similarities: Similarities,
    min_similarity: float,
) -> list[Choice]:
    """Return a choice for each sentence: its most divergent candidate that keeps the facts and the meaning.

    The encoder is asked in one batch a round: each round asks about the best candidate left of each sentence, so
    that most sentences are asked about once or not at all.
    """
    queues = [_ranked(sentence, each) for sentence, each in zip(sentences, candidates, strict=True)]
    choices: list[Choice] = [Choice(None) for _ in sentences]
    open_ = [index for index, queue in enumerate(queues) if queue]
    while open_:
        asked = [index for index in open_ if queues[index][0][1].touches_meaning]
        answers = similarities([(sentences[index].text, queues[index][0][1].text) for index in asked])
        cosine: dict[int, float] = dict(zip(asked, answers, strict=True))
        undecided = []
        for index in open_:
            distance, candidate = queues[index].pop(0)
            if cosine.get(index, 1.0) >= min_similarity:
                choices[index] = Choice(candidate, distance, cosine.get(index))
            elif queues[index]:
                undecided.append(index)
        open_ = undecided
    return choices


def _ranked(sentence: Sentence, candidates: Sequence[Candidate]) -> list[tuple[float, Candidate]]:
    kept = [each for each in candidates if each.text != sentence.text and keeps_facts(sentence, each.text)]
    measured = [(divergence(sentence.text, each.text), each) for each in kept]
    return sorted(measured, key=lambda pair: -pair[0])
