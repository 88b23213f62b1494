"""Exact match (EM) and F1 as the official SQuAD evaluation scripts define them."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pie_qg.examples import Example

_ARTICLES = re.compile(r"\b(a|an|the)\b", re.UNICODE)
_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class Score:
    """How well predictions match the gold answers, in percent, unrounded, over `n` questions."""

    n: int
    em: float
    f1: float


def normalise(answer: str) -> str:
    """Return the answer in lower case, without punctuation and articles, its white space made single."""
    return " ".join(_ARTICLES.sub(" ", answer.lower().translate(_PUNCTUATION)).split())


def exact_match(prediction: str, gold: str) -> float:
    """Return 1.0 where the two are the same once normalised."""
    return float(normalise(prediction) == normalise(gold))


def f1(prediction: str, gold: str) -> float:
    """Return the F1 of the two bags of words; where one is empty, 1.0 if both are (SQuAD v2.0's script)."""
    predicted, expected = normalise(prediction).split(), normalise(gold).split()
    if not predicted or not expected:
        return float(predicted == expected)
    common = sum((Counter(predicted) & Counter(expected)).values())
    if not common:
        return 0.0
    precision, recall = common / len(predicted), common / len(expected)
    return 2 * precision * recall / (precision + recall)


def gold_answers(answers: Sequence[str]) -> tuple[str, ...]:
    """Return the answers that count: those that are not empty once normalised, or the empty one if none is left."""
    return tuple(answer for answer in answers if normalise(answer)) or ("",)


def score_one(prediction: str, answers: Sequence[str]) -> tuple[float, float]:
    """Return the EM and the F1, 0 to 1, with the gold answer that suits each best."""
    golds = gold_answers(answers)
    return max(exact_match(prediction, gold) for gold in golds), max(f1(prediction, gold) for gold in golds)


def score(examples: Sequence[Example], predictions: Mapping[str, str]) -> Score:
    """Return EM and F1 of the predicted texts (id → text); a question that was not predicted scores 0."""
    return mean(
        score_one(predictions[example.id], example.answers) if example.id in predictions else (0.0, 0.0)
        for example in examples
    )


def mean(scores: Iterable[tuple[float, float]]) -> Score:
    """Return the means of (EM, F1) pairs, in percent."""
    pairs = list(scores)
    if not pairs:
        return Score(0, 0.0, 0.0)
    return Score(len(pairs), *(100 * sum(column) / len(pairs) for column in zip(*pairs, strict=True)))
