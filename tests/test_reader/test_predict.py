"""The best span is found over all windows, its probability is a share of all spans, and memory stays bounded."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pie_qg.examples import Example
from pie_qg.reader.encoder import load_reader
from pie_qg.reader.features import Window
from pie_qg.reader.predict import _best_spans, _combine, predict


@given(st.integers(1, 12), st.integers(1, 15), st.integers(1, 30), st.integers(0, 1000))
def test_best_spans_are_those_of_a_full_search(tokens: int, longest: int, n_best: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    context = "x" * tokens
    start, end = rng.normal(size=tokens + 4), rng.normal(size=tokens + 4)
    window = Window(0, {"input_ids": [0] * (tokens + 3)}, 3, tuple((i, i + 1) for i in range(tokens)))
    found = _best_spans(window, context, start, end, longest, n_best)
    every = {
        (i, j + 1): start[3 + i] + end[3 + j]
        for i, j in itertools.product(range(tokens), repeat=2)
        if i <= j < i + longest
    }
    expected = sorted(every.values(), reverse=True)[:n_best]
    assert [span.score for span in found.spans] == pytest.approx(expected)
    assert all(every[span.start, span.end] == pytest.approx(span.score) for span in found.spans)
    assert found.mass == pytest.approx(math.log(sum(math.exp(score) for score in every.values())))


def test_probabilities_of_all_spans_sum_to_one() -> None:
    window = Window(0, {"input_ids": [0] * 8}, 3, tuple((i, i + 1) for i in range(5)))
    rng = np.random.default_rng(0)
    found = _best_spans(window, "abcde", rng.normal(size=8), rng.normal(size=8), 5, 100)
    prediction = _combine(Example("x", "?", "abcde"), [found], 100, None)
    assert sum(span.probability for span in prediction.best) == pytest.approx(1)


def test_predictions_keep_the_order_and_mark_spans(tiny_encoder: Path, examples: list[Example]) -> None:
    mixed = [*examples[:5], Example("long", "Where?", "The dog ran home. " * 300), *examples[5:9]]
    found = predict(str(tiny_encoder), mixed)
    assert [prediction.id for prediction in found] == [example.id for example in mixed]
    for prediction, example in zip(found, mixed, strict=True):
        assert len(prediction.best) == 20
        scores = [span.score for span in prediction.best]
        assert scores == sorted(scores, reverse=True)
        assert all(example.context[span.start : span.end] == span.text for span in prediction.best)
        assert prediction.text == prediction.best[0].text


def test_batches_do_not_change_an_answer(tiny_encoder: Path, examples: list[Example]) -> None:
    reader = load_reader(str(tiny_encoder))
    together = predict(reader, examples)
    alone = [predict(reader, [example])[0] for example in examples[:4]]
    for a, b in zip(together, alone, strict=False):
        assert a.best[0].score == pytest.approx(b.best[0].score, abs=0.05)


def test_a_threshold_gives_the_empty_answer(tiny_encoder: Path, examples: list[Example]) -> None:
    reader = load_reader(str(tiny_encoder))
    assert all(p.text == "" and p.best for p in predict(reader, examples[:3], no_answer_threshold=-1e9))
    assert all(p.text for p in predict(reader, examples[:3], no_answer_threshold=1e9))
    reader.model.config.no_answer_threshold = -1e9
    assert all(p.text == "" for p in predict(reader, examples[:3]))
    assert all(p.text for p in predict(reader, examples[:3], no_answer_threshold=None))


def test_a_context_of_10_000_words(tiny_encoder: Path) -> None:
    context = " ".join(f"Word {i}." for i in range(5000))
    [found] = predict(str(tiny_encoder), [Example("x", "Which word?", context)])
    assert context[found.best[0].start : found.best[0].end] == found.text


def test_a_context_without_a_token(tiny_encoder: Path) -> None:
    [found] = predict(str(tiny_encoder), [Example("x", "Which?", "\u200b\u200b")])
    assert (found.text, found.best) == ("", ())
