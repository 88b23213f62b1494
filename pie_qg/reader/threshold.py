"""When a reader says that the context has no answer, as SQuAD v2.0's evaluation script chooses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pie_qg.examples import Example
from pie_qg.reader.predict import Prediction
from pie_qg.reader.score import score_one


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The no-answer scores above which to give no answer, for the best EM and the best F1 (percent) on a data set."""

    em: float
    em_at: float
    f1: float
    f1_at: float


def best_threshold(examples: Sequence[Example], predictions: Sequence[Prediction]) -> Thresholds:
    """Return the best thresholds, `find_all_best_thresh` of the official script; the predictions keep their texts.

    Chosen on the data that is scored, the two figures are an upper bound; a reader's own threshold is chosen on what
    was held out from its training data.
    """
    rows = sorted(
        (found.no_answer, bool(example.answers), *score_one(found.best[0].text if found.best else "", example.answers))
        for example, found in zip(examples, predictions, strict=True)
    )
    em, em_at = _best([(no_answer, answerable, em) for no_answer, answerable, em, _ in rows])
    f1, f1_at = _best([(no_answer, answerable, f1) for no_answer, answerable, _, f1 in rows])
    return Thresholds(em, em_at, f1, f1_at)


def _best(rows: Sequence[tuple[float, bool, float]]) -> tuple[float, float]:
    """Return the best mean score in percent and its threshold: from answering nothing, one more question at a time."""
    if not rows:
        return 0.0, 0.0
    total = best = float(sum(not answerable for _, answerable, _ in rows))
    at = rows[0][0] - 1.0
    for no_answer, answerable, value in rows:
        total += value if answerable else -1.0
        if total > best:
            best, at = total, no_answer
    return 100 * best / len(rows), at
