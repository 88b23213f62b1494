"""The reader's part of a run: the pairs are refined where the recipe says so, then a reader is trained and scored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import msgspec

from pie_qg.engine.keys import digest
from pie_qg.examples import Example, read_examples
from pie_qg.files import write_json
from pie_qg.reader.card import add_scores, data_digest, read_facts
from pie_qg.reader.encoder import encoder_name, find_encoder
from pie_qg.reader.evaluate import evaluate_readers
from pie_qg.reader.refine import Round, refine
from pie_qg.reader.train import Training, is_trained, train_reader
from pie_qg.recipe import Recipe
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
    examples, rounds = _pairs(folder, recipe, told)
    told(f"scoring {encoder_name(encoder)} before training")
    before = evaluate_readers(recipe.score.data, [encoder], name=f"{encoder_name(encoder)}, untrained")
    training = _train(folder / READER, examples, recipe, REFINED if rounds else SQUAD, told=told, steps=steps)
    told("scoring the reader")
    after = evaluate_readers(recipe.score.data, [str(folder / READER)], name="reader, trained on the pairs")
    write_json(folder / SCORES, before + after)
    add_scores(folder / READER, after)
    return ReaderRun(training, before + after, rounds)


def _train(
    reader: Path, examples: list[Example], recipe: Recipe, name: str, *, told: Told, steps: Steps | None
) -> Training:
    """Train the reader, or keep the one that these examples, settings and seed gave before."""
    if is_trained(reader, examples, recipe.train, recipe.seed):
        told("the reader is trained on these very pairs already and is kept")
        facts = read_facts(reader)
        return Training(reader, facts.examples, facts.seconds, facts.loss, facts.held_out)
    told(f"training a reader on {len(examples)} pairs")
    return train_reader(examples, reader, recipe.train, seed=recipe.seed, name=name, progress=steps)


def _pairs(folder: Path, recipe: Recipe, told: Told) -> tuple[list[Example], list[Round]]:
    examples = read_examples(folder / SQUAD, training=True)
    if not recipe.refine.enabled:
        return examples, []
    settings = (recipe.refine, recipe.train, recipe.seed)
    key = digest(data_digest(examples).encode(), repr(settings).encode())
    rounds = _rounds_kept(folder / REFINED, key)
    if rounds is None:
        told(f"refining {len(examples)} pairs")
        rounds = _refine(folder, examples, recipe, key, told)
    else:
        told(f"{REFINED} holds these very pairs refined already and is kept")
    return read_examples(folder / REFINED, training=True), rounds


def _rounds_kept(refined: Path, key: str) -> list[Round] | None:
    """Return what the rounds did that left this file, or None where they had other pairs or settings."""
    if not refined.is_file():
        return None
    content = msgspec.json.decode(refined.read_bytes())
    return msgspec.convert(content["rounds"], list[Round]) if content.get("key") == key else None


def _refine(folder: Path, examples: list[Example], recipe: Recipe, key: str, told: Told) -> list[Round]:
    refined = refine(
        examples,
        RunFolder(folder).work / "refine",
        recipe.refine,
        recipe.train,
        seed=recipe.seed,
        told=lambda each: told(describe(each)),
    )
    rounds = [asdict(each) for each in refined.rounds]
    write_examples(refined.examples, folder / REFINED, {"key": key, "rounds": rounds})
    return refined.rounds


def describe(round: Round) -> str:
    """Return a line on what a round of refining did."""
    done = ", ".join(f"{what} {number}" for what, number in round.counts.items())
    return f"{round.name}: {round.seen} pairs, {done or 'kept as they were'}; held-out F1 {round.held_out.f1:.1f}"
