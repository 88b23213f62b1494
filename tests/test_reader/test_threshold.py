"""The best no-answer threshold is the best of all there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pie_qg.examples import Example
from pie_qg.reader.predict import Prediction, Span
from pie_qg.reader.score import score
from pie_qg.reader.threshold import best_threshold

CASE = st.tuples(st.integers(-5, 5), st.booleans(), st.booleans())


@given(st.lists(CASE, min_size=1, max_size=12, unique_by=lambda case: case[0]))
def test_best_of_all(cases: list[tuple[int, bool, bool]]) -> None:
    examples = [Example(str(i), "?", "cat", ("cat",) if has else ()) for i, (_, has, _) in enumerate(cases)]
    found = [
        Prediction(str(i), "x", (Span("cat" if right else "dog", 0, 3, 0.0),), float(no_answer))
        for i, (no_answer, _, right) in enumerate(cases)
    ]

    def f1_at(threshold: float) -> float:
        return score(examples, {p.id: "" if p.no_answer > threshold else p.best[0].text for p in found}).f1

    best = best_threshold(examples, found)
    assert abs(best.f1 - max(f1_at(threshold + 0.5) for threshold in range(-7, 7))) < 1e-9
    assert abs(best.f1 - f1_at(best.f1_at)) < 1e-9
