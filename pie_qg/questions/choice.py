"""Which of a passage's pairs to keep where there are more than the cap: an even spread, and the surer ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from pie_qg.records import QAPair

# What one more pair of the same kind costs, in units of confidence.
_SENTENCE, _ANSWER_TYPE, _QUESTION_TYPE, _RULE, _ANSWER = 0.5, 0.25, 0.15, 0.15, 1.0


def choose(pairs: Sequence[QAPair], cap: int, rng: Random) -> tuple[list[QAPair], list[QAPair]]:
    """Return the chosen pairs in the order of the passage, and the others.

    Sentences, answer types, question types and rules are spread by taking, again and again, the pair whose kinds have
    been taken least.
    """
    left = list(pairs)
    rng.shuffle(left)
    taken: Counter[tuple[str, object]] = Counter()
    chosen: list[QAPair] = []
    while left and len(chosen) < cap:
        best = max(left, key=lambda pair: pair.confidence - _cost(pair, taken))
        left.remove(best)
        chosen.append(best)
        taken.update(_kinds(best))
    by_place = sorted(chosen, key=lambda pair: (pair.sentence, pair.answer_start, pair.question))
    return by_place, sorted(left, key=lambda pair: (pair.sentence, pair.answer_start, pair.question))


def _kinds(pair: QAPair) -> dict[tuple[str, object], float]:
    return {
        ("sentence", pair.sentence): _SENTENCE,
        ("answer type", pair.answer_type): _ANSWER_TYPE,
        ("question type", pair.question_type): _QUESTION_TYPE,
        ("rule", pair.rule): _RULE,
        ("answer", pair.answer_start): _ANSWER,
    }


def _cost(pair: QAPair, taken: Counter[tuple[str, object]]) -> float:
    return sum(weight * taken[kind] for kind, weight in _kinds(pair).items())
