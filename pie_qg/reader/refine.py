"""Better pairs without a label: keep what readers trained on other pairs agree with, let them put right what they can.

Round-trip filtering (after Alberti et al., ACL 2019): the pairs are split in folds by context; a reader trained on the
other folds answers each fold's questions, and a pair stays if the reader finds its answer, or one close to it, among
its best few: the pairs that it is sure of have little left to teach, and the first alone would leave just those.
Self-training (after RefQA: Li et al., ACL 2020): in further rounds, the readers go on with the refined pairs of their
folds and answer all questions again; a confident answer takes the old one's place, and how confident it must be falls
from round to round. The readers, which learnt from different pairs, are averaged in the end: their mean answers better
than each of them, and the last training goes on from it.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pie_qg.errors import InputError
from pie_qg.examples import Example
from pie_qg.reader.average import average
from pie_qg.reader.card import weights_digest
from pie_qg.reader.predict import Prediction, Span, predict
from pie_qg.reader.score import Score, f1, mean, normalise, score_one
from pie_qg.reader.split import hold_out
from pie_qg.reader.train import is_trained, train_reader
from pie_qg.recipe import RefineConfig, TrainConfig
from pie_qg.stage import seed_for

AGREED = "agreed"
WIDENED = "widened"
REPLACED = "replaced"
DISAGREED = "reader disagrees"
IN_QUESTION = "reader's answer is in the question"
START = "reader"  # folder of the reader that is left


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did with the pairs, and how good the readers were that it was done with."""

    name: str
    seen: int
    counts: dict[str, int]
    """How many pairs were agreed, widened, replaced, or dropped, by reason."""
    held_out: Score
    """EM and F1 of the round's readers, trained on the pairs as they were before, on pairs held out of all rounds."""


@dataclass(frozen=True, slots=True)
class Refined:
    """The pairs that are left, those that are not, and what each round did."""

    examples: list[Example]
    dropped: list[tuple[Example, str]] = field(default_factory=list)
    """Pairs and why they were dropped."""
    rounds: list[Round] = field(default_factory=list)
    reader: Path = Path()
    """The mean of the readers of the last round that counts, for the last training to go on from."""


def refine(
    examples: Sequence[Example],
    work: Path,
    config: RefineConfig,
    train: TrainConfig,
    *,
    seed: int = 0,
    told: Callable[[Round], None] = lambda _round: None,
) -> Refined:
    """Return the pairs, refined: filtered by round trip, then self-trained for as long as that helps.

    Unanswerable questions pass through as they are. `work` is a folder for the readers of each round; the mean of those
    of the last round that counts is left in it. A self-training round counts only if the readers trained on its pairs
    do better on the pairs held out than those before. Raises InputError where there are too few contexts for the folds.
    """
    rest = [example for example in examples if not example.spans]
    pool, held = _pool(examples, config, seed)
    if len({example.context for example in pool}) < 2 * config.folds:
        raise InputError(
            f"too few contexts to refine in {config.folds} folds: the pairs have {len({e.context for e in pool})}"
        )
    folds = assign_folds(pool, config.folds, seed)
    previous = current = Refined([*pool, *held])
    rounds: list[Round] = []
    for number in range(1 + config.rounds):
        threshold = None if number == 0 else config.confidence - (number - 1) * config.confidence_step
        found, held_out = _answers(current.examples, pool, held, folds, work, number, config, train, seed)
        if number > 1 and held_out.f1 < rounds[-1].held_out.f1:
            rounds.append(Round("stopped: no longer helps", len(found), {}, held_out))
            told(rounds[-1])
            current, number = previous, number - 1
            break
        previous = current
        current, counts = _decide_all([*pool, *held], found, threshold, config)
        rounds.append(Round("round trip" if number == 0 else f"self-training {number}", len(found), counts, held_out))
        told(rounds[-1])
    return Refined([*current.examples, *rest], current.dropped, rounds, _leave(work, number, config.folds))


def going_on(train: TrainConfig, config: RefineConfig) -> TrainConfig:
    """Return the settings of the last training where it goes on from the mean of the readers: it learns more slowly."""
    return train.model_copy(update={"learning_rate": train.learning_rate * config.rate})


def _pool(examples: Sequence[Example], config: RefineConfig, seed: int) -> tuple[list[Example], list[Example]]:
    """Return the pairs that the rounds learn from, and those that they are scored on."""
    answerable = [example for example in examples if example.spans]
    return hold_out(answerable, config.held_out, config.held_out_most, seed)


def _folder(work: Path, number: int, fold: int) -> Path:
    return work / f"round-{number}" / f"fold-{fold}"


def _leave(work: Path, number: int, folds: int) -> Path:
    """Leave the mean of a round's readers in the folder, and nothing else."""
    left = work / START
    shutil.rmtree(left, ignore_errors=True)
    average([_folder(work, number, fold) for fold in range(folds)], left)
    for folder in work.glob("round-*"):
        shutil.rmtree(folder)
    return left


def assign_folds(examples: Sequence[Example], folds: int, seed: int) -> dict[str, int]:
    """Return the fold of each context: sizes are even, and the seed and the contexts alone decide."""
    contexts = sorted({example.context for example in examples}, key=lambda text: seed_for(seed, "folds", text))
    return {context: position % folds for position, context in enumerate(contexts)}


def decide(
    example: Example, found: Prediction, threshold: float | None, config: RefineConfig
) -> tuple[str, Span | None]:
    """Return what becomes of a pair, and the span that answers it from now on (None where it is dropped).

    An answer is close to the pair's own if it overlaps it and their F1 is at least `config.closeness`. If the reader's
    first answer is, and the reader is sure of it (`config.confidence`), the longer of the two is taken; a longer one
    that it is not sure of runs on more often than not. If another of its best is close, the pair stays as it was.
    Where a threshold is given, a first answer elsewhere that is at least so probable takes the old one's place.
    """
    if not found.best:
        return DISAGREED, None
    start, end = example.spans[0]
    own = Span(example.context[start:end], start, end, 0.0)
    best, others = found.best[0], found.best[1 : config.best]
    if _is_close(best, own, config.closeness):
        longer = len(best.text) > len(own.text) and normalise(best.text) != normalise(own.text)
        longer = longer and best.probability >= config.confidence
        return (WIDENED, best) if longer else (AGREED, own)
    if threshold is None or best.probability < threshold:
        agreed = any(_is_close(other, own, config.closeness) for other in others)
        return (AGREED, own) if agreed else (DISAGREED, None)
    if not normalise(best.text) or f" {normalise(best.text)} " in f" {normalise(example.question)} ":
        return IN_QUESTION, None
    return REPLACED, best


def _is_close(found: Span, own: Span, closeness: float) -> bool:
    overlap = found.start < own.end and own.start < found.end
    return overlap and (normalise(found.text) == normalise(own.text) or f1(found.text, own.text) >= closeness)


def _decide_all(
    pool: Sequence[Example], found: dict[str, Prediction], threshold: float | None, config: RefineConfig
) -> tuple[Refined, dict[str, int]]:
    kept, dropped = [], []
    counts: Counter[str] = Counter()
    for example in pool:
        outcome, span = decide(example, found[example.id], threshold, config)
        counts[outcome] += 1
        if span is None:
            dropped.append((example, outcome))
        else:
            kept.append(replace(example, answers=(span.text,), spans=((span.start, span.end),)))
    return Refined(kept, dropped), dict(counts)


def _answers(
    learn: Sequence[Example],
    pool: Sequence[Example],
    held: Sequence[Example],
    folds: dict[str, int],
    work: Path,
    number: int,
    config: RefineConfig,
    train: TrainConfig,
    seed: int,
) -> tuple[dict[str, Prediction], Score]:
    """Return the answer to each of the pool's questions by a reader trained on other folds, and the readers' score.

    The readers of the first round, which has the number 0, begin with the encoder, those of others where the round
    before left theirs.
    """
    settings = train.model_copy(update={"max_examples": config.examples, "held_out": 0.0, "checkpoints": 1})
    found: dict[str, Prediction] = {}
    scores: list[tuple[float, float]] = []
    for fold in range(config.folds):
        others = [example for example in learn if folds.get(example.context, fold) != fold]
        if not others:
            raise InputError("no pair is left to refine with; lower refine.closeness")
        reader = _folder(work, number, fold)
        start = _folder(work, number - 1, fold) if number else None
        started = weights_digest(start) if start else ""
        if not is_trained(reader, others, settings, seed, started):  # it is where an interrupted run had got so far
            train_reader(others, reader, settings, seed=seed, start=start)
        questions = [example for example in pool if folds[example.context] == fold]
        asked = predict(reader, [*questions, *held], n_best=config.best, no_answer_threshold=None)
        found |= {prediction.id: prediction for prediction in asked}
        answers = asked[len(questions) :]
        scores += [score_one(answer.text, example.answers) for example, answer in zip(held, answers, strict=True)]
    return found, replace(mean(scores), n=len(held))
