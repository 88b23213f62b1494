"""The reader's part of a run: the pairs are refined where the recipe says so, then a reader is trained and scored."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import msgspec

from pie_qg.engine.keys import digest
from pie_qg.examples import Example, read_examples
from pie_qg.files import write_json
from pie_qg.reader.card import add_scores, data_digest, read_facts, weights_digest
from pie_qg.reader.encoder import encoder_name, find_encoder
from pie_qg.reader.evaluate import evaluate_readers
from pie_qg.reader.refine import START, Round, going_on, refine
from pie_qg.reader.train import Training, is_trained, train_reader
from pie_qg.recipe import Recipe, TrainConfig
from pie_qg.run_folder import READER, REFINED, SCORES, RunFolder
from pie_qg.squad import SQUAD, write_examples

Told = Callable[[str], None]
Steps = Callable[[int, int], None]
"""Called with the training steps done and their number."""


@dataclass(frozen=True, slots=True)
class ReaderRun:
    """A trained reader and what it is worth."""

    training: Training
    scores: list[dict[str, Any]]
    """As `evaluate` gives them, before training and after."""
    rounds: list[Round]
    """What each round of refining did; empty where the recipe asks for none."""


def check_reader(recipe: Recipe) -> None:
    """Raise InputError where the recipe's encoder or a set to score on will not do; no model is loaded."""
    find_encoder(recipe.train.encoder)
    for source in recipe.score.data:
        read_examples(source)


def run_reader(folder: Path, recipe: Recipe, *, told: Told, steps: Steps | None) -> ReaderRun:
    """Train the recipe's reader on the data set in `folder` and score the encoder before and after.

    Leaves `reader/`, `scores.json` and, where the pairs were refined, `refined.json` in the folder. Refined pairs and
    a reader that a former run made from the same pairs, settings and seed are kept.
    """
    encoder = recipe.train.encoder
    pairs = _pairs(folder, recipe, told)
    told(f"scoring {encoder_name(encoder)} before training")
    before = evaluate_readers(recipe.score.data, [encoder], name=f"{encoder_name(encoder)}, untrained")
    training = _train(folder, pairs, recipe, told=told, steps=steps)
    told("scoring the reader")
    after = evaluate_readers(recipe.score.data, [str(folder / READER)], name="reader, trained on the pairs")
    write_json(folder / SCORES, before + after)
    add_scores(folder / READER, after)
    return ReaderRun(training, before + after, pairs.rounds)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """What the reader learns from: the pairs as they are, or refined."""

    examples: list[Example]
    rounds: list[Round]
    started: str
    """Digest of the weights that the training goes on from: the mean of the last round's; empty for none."""


def _train(folder: Path, pairs: _Pairs, recipe: Recipe, *, told: Told, steps: Steps | None) -> Training:
    """Train the reader, or keep the one that these examples, settings, seed and start gave before."""
    reader, examples, settings = folder / READER, pairs.examples, _settings(recipe, pairs.started)
    if is_trained(reader, examples, settings, recipe.seed, pairs.started):
        told("the reader is trained on these very pairs already and is kept")
        facts = read_facts(reader)
        return Training(reader, facts.examples, facts.seconds, facts.loss, facts.held_out)
    told(f"training a reader on {len(examples)} pairs")
    start = _refining(folder) / START if pairs.started else None
    name = REFINED if pairs.rounds else SQUAD
    training = train_reader(examples, reader, settings, seed=recipe.seed, name=name, start=start, progress=steps)
    shutil.rmtree(_refining(folder), ignore_errors=True)
    return training


def _settings(recipe: Recipe, started: str) -> TrainConfig:
    return going_on(recipe.train, recipe.refine) if started else recipe.train


def _pairs(folder: Path, recipe: Recipe, told: Told) -> _Pairs:
    examples = read_examples(folder / SQUAD, training=True)
    if not recipe.refine.enabled:
        return _Pairs(examples, [], "")
    settings = (recipe.refine, recipe.train, recipe.seed)
    key = digest(data_digest(examples).encode(), repr(settings).encode())
    kept = _kept(folder, key, recipe)
    if kept is not None:
        told(f"{REFINED} holds these very pairs refined already and is kept")
        return kept
    told(f"refining {len(examples)} pairs")
    return _refine(folder, examples, recipe, key, told)


def _kept(folder: Path, key: str, recipe: Recipe) -> _Pairs | None:
    """Return the refined pairs of a former run, where they are these and their reader, or what it starts from, is."""
    path = folder / REFINED
    content = msgspec.json.decode(path.read_bytes()) if path.is_file() else {}
    if content.get("key") != key:
        return None
    kept = _read(path, content)
    start, settings = _refining(folder) / START, _settings(recipe, kept.started)
    trained = is_trained(folder / READER, kept.examples, settings, recipe.seed, kept.started)
    return kept if trained or not kept.started or weights_digest(start) == kept.started else None


def _read(path: Path, content: dict[str, Any]) -> _Pairs:
    rounds = msgspec.convert(content["rounds"], list[Round])
    return _Pairs(read_examples(path, training=True), rounds, content["started"])


def _refining(folder: Path) -> Path:
    return RunFolder(folder).work / "refine"


def _refine(folder: Path, examples: list[Example], recipe: Recipe, key: str, told: Told) -> _Pairs:
    refined = refine(
        examples,
        _refining(folder),
        recipe.refine,
        recipe.train,
        seed=recipe.seed,
        told=lambda each: told(describe(each)),
    )
    started = weights_digest(refined.reader) if recipe.refine.goes_on else ""
    content = {"key": key, "rounds": [asdict(each) for each in refined.rounds], "started": started}
    write_examples(refined.examples, folder / REFINED, content)
    return _read(folder / REFINED, content)


def describe(round: Round) -> str:
    """Return a line on what a round of refining did."""
    done = ", ".join(f"{what} {number}" for what, number in round.counts.items())
    return f"{round.name}: {round.seen} pairs, {done or 'kept as they were'}; held-out F1 {round.held_out.f1:.1f}"
