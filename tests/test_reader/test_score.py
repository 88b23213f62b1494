"""EM and F1 agree with the official definition, worked out by hand, and with an independent implementation."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pie_qg.examples import Example
from pie_qg.reader.score import normalise, score, score_one


def test_normalise() -> None:
    assert normalise("The  U.S. Army, (an) old\tone!") == "us army old one"


@pytest.mark.parametrize(
    ("prediction", "golds", "em", "f1"),
    [
        ("the cat", ["A cat!"], 1, 1),
        ("black cat", ["cat"], 0, 2 * 0.5 * 1 / 1.5),
        ("cat cat", ["cat"], 0, 2 * 0.5 * 1 / 1.5),
        ("dog", ["cat"], 0, 0),
        ("dog", ["cat", "a dog"], 1, 1),
        ("", ["cat"], 0, 0),
        ("", [], 1, 1),
        ("cat", [], 0, 0),
        ("the", [], 1, 1),
        ("", ["the", "cat"], 0, 0),
        ("a", ["the"], 1, 1),
        ("1,000", ["1000"], 1, 1),
        ("new-york", ["new york"], 0, 0),
    ],
)
def test_by_hand(prediction: str, golds: list[str], em: float, f1: float) -> None:
    assert score_one(prediction, golds) == pytest.approx((em, f1))


def test_a_missing_prediction_scores_nothing() -> None:
    examples = [Example("a", "?", "cat", ("cat",)), Example("b", "?", "cat", ("cat",))]
    result = score(examples, {"a": "cat"})
    assert (result.n, result.em, result.f1) == (2, 50.0, 50.0)


def test_agrees_with_torchmetrics() -> None:
    from torchmetrics.text import SQuAD

    rng = random.Random(0)
    words = "the a an red Blue cat dog's 1,000 U.S. in of, (old) Zürich —".split()

    def phrase() -> str:
        return " ".join(rng.choices(words, k=rng.randint(1, 6)))

    examples, predictions = [], {}
    while len(examples) < 1000:
        golds, predicted = [phrase() for _ in range(rng.randint(1, 3))], phrase()
        if not normalise(predicted) or not all(normalise(gold) for gold in golds):
            continue
        name = str(len(examples))
        examples.append(Example(name, "?", "", tuple(golds)))
        predictions[name] = predicted
    metric = SQuAD()
    metric.update(
        [{"id": name, "prediction_text": text} for name, text in predictions.items()],
        [{"id": e.id, "answers": {"text": list(e.answers), "answer_start": [0] * len(e.answers)}} for e in examples],
    )
    theirs = metric.compute()
    ours = score(examples, predictions)
    assert ours.em == pytest.approx(float(theirs["exact_match"]), abs=1e-3)
    assert ours.f1 == pytest.approx(float(theirs["f1"]), abs=1e-3)


@given(st.text(), st.lists(st.text(), max_size=3))
def test_bounds(prediction: str, golds: list[str]) -> None:
    em, f1 = score_one(prediction, golds)
    assert 0 <= em <= f1 <= 1 or em == f1 == 1
    assert score_one(prediction, [*golds, prediction])[0] == 1 or not normalise(prediction)
