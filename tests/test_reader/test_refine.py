"""Pairs are kept, widened, replaced or dropped as the readers of other folds answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from pie_qg.errors import InputError
from pie_qg.examples import Example
from pie_qg.reader import refine as module
from pie_qg.reader.encoder import load_reader
from pie_qg.reader.predict import Prediction, Span
from pie_qg.reader.refine import (
    AGREED,
    DISAGREED,
    IN_QUESTION,
    REPLACED,
    WIDENED,
    assign_folds,
    decide,
    going_on,
    refine,
)
from pie_qg.recipe import RefineConfig, TrainConfig

CONTEXT = "In 1990 the Hubble Space Telescope was launched by the crew of Discovery."


def example(answer: str, question: str = "What did the crew launch?") -> Example:
    start = CONTEXT.index(answer)
    return Example("x", question, CONTEXT, (answer,), ((start, start + len(answer)),))


def answered(text: str, probability: float = 0.9) -> Prediction:
    start = CONTEXT.index(text)
    return Prediction("x", text, (Span(text, start, start + len(text), 1.0, probability),), 0.0)


@pytest.mark.parametrize(
    ("own", "found", "probability", "threshold", "outcome", "text"),
    [
        ("Hubble Space Telescope", "the Hubble Space Telescope", 0.1, None, AGREED, "Hubble Space Telescope"),
        ("Space Telescope", "Hubble Space Telescope", 0.95, None, WIDENED, "Hubble Space Telescope"),
        ("Space Telescope", "Hubble Space Telescope", 0.5, None, AGREED, "Space Telescope"),
        ("Hubble Space Telescope", "Space Telescope", 0.1, None, AGREED, "Hubble Space Telescope"),
        ("1990", "Discovery", 0.9, None, DISAGREED, None),
        ("1990", "Discovery", 0.9, 0.5, REPLACED, "Discovery"),
        ("1990", "Discovery", 0.4, 0.5, DISAGREED, None),
        ("1990", "the crew", 0.9, 0.5, IN_QUESTION, None),
    ],
)
def test_decide(
    own: str, found: str, probability: float, threshold: float | None, outcome: str, text: str | None
) -> None:
    decided, span = decide(example(own), answered(found, probability), threshold, RefineConfig())
    assert decided == outcome
    assert (span.text if span else None) == text


def test_an_answer_that_was_not_found_is_no_agreement() -> None:
    assert decide(example("1990"), Prediction("x", "", (), 0.0), 0.1, RefineConfig()) == (DISAGREED, None)


@pytest.mark.parametrize(("best", "outcome"), [(1, DISAGREED), (2, AGREED)])
def test_an_answer_among_the_best_is_enough(best: int, outcome: str) -> None:
    found = Prediction("x", "Discovery", (*answered("Discovery").best, *answered("1990", 0.05).best), 0.0)
    assert decide(example("1990"), found, None, RefineConfig(best=best))[0] == outcome
    assert decide(example("1990"), found, 0.6, RefineConfig(best=best))[0] == REPLACED


def test_folds_are_even_and_keep_contexts_together(examples: list[Example]) -> None:
    folds = assign_folds([*examples, *examples], 4, 0)
    assert [list(folds.values()).count(fold) for fold in range(4)] == [16] * 4
    assert folds == assign_folds(examples, 4, 0)


def test_readers_answer_only_what_they_did_not_learn(
    examples: list[Example], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learnt: dict[Path, set[str]] = {}
    starts: dict[Path, Path | None] = {}

    def train(data: list[Example], out: Path, *_: object, start: Path | None, **__: object) -> None:
        learnt[out], starts[out] = {e.context for e in data}, start
        out.mkdir(parents=True)

    def answer(reader: Path, asked: list[Example], **_: object) -> list[Prediction]:
        assert not learnt[reader] & {e.context for e in asked}
        spans = {e.id: Span(e.answers[0], *e.spans[0], 1.0, 0.9) for e in asked}
        wrong = Span("In", 0, 2, 1.0, 0.1)
        return [Prediction(e.id, "", (wrong if e.id.startswith("Ann") else spans[e.id],), 0.0) for e in asked]

    averaged: list[Path] = []

    def average(readers: list[Path], out: Path) -> None:
        averaged.extend(readers)
        out.mkdir()

    monkeypatch.setattr(module, "train_reader", train)
    monkeypatch.setattr(module, "predict", answer)
    monkeypatch.setattr(module, "average", average)
    rounds: list[module.Round] = []
    unanswerable = Example("none", "Why?", "Because it is not said here.")
    refined = refine(
        [*examples, unanswerable], tmp_path / "w", RefineConfig(rounds=1), TrainConfig(), told=rounds.append
    )
    assert {e.id for e, _ in refined.dropped} == {e.id for e in examples if e.id.startswith("Ann")}
    assert {reason for _, reason in refined.dropped} == {DISAGREED}
    assert len(refined.examples) + len(refined.dropped) == len(examples) + 1
    assert [done.name for done in rounds] == ["round trip", "self-training 1"]
    assert all(done.seen == len(examples) for done in rounds)
    assert refined.reader == tmp_path / "w" / "reader"
    first, second = (tmp_path / "w" / f"round-{number}" for number in (0, 1))
    assert [starts[first / "fold-1"], starts[second / "fold-1"]] == [None, first / "fold-1"]
    assert averaged == [second / "fold-0", second / "fold-1"]
    assert list((tmp_path / "w").iterdir()) == [refined.reader]


def test_the_last_training_goes_on_more_slowly() -> None:
    settings = going_on(TrainConfig(learning_rate=3e-4, epochs=2), RefineConfig(rate=0.5))
    assert settings == TrainConfig(learning_rate=1.5e-4, epochs=2)


def test_with_real_readers(tiny_encoder: Path, examples: list[Example], tmp_path: Path) -> None:
    train = TrainConfig(encoder=str(tiny_encoder), max_length=64, stride=16)
    refined = refine(examples, tmp_path / "w", RefineConfig(rounds=1, held_out=0.1), train)
    assert len(refined.examples) + len(refined.dropped) == len(examples)
    assert all(e.context[e.spans[0][0] : e.spans[0][1]] == e.answers[0] for e in refined.examples)
    assert load_reader(refined.reader).fresh == frozenset()


def test_too_few_contexts(examples: list[Example], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too few contexts"):
        refine(examples[:3], tmp_path / "w", RefineConfig(), TrainConfig())
