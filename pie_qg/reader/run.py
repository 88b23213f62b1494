"""The reader's part of a run: the pairs are refined where the recipe says so, then a reader is trained and scored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pie_qg.examples import Example, read_examples
from pie_qg.files import write_json
from pie_qg.reader.card import add_scores
from pie_qg.reader.encoder import encoder_name, find_encoder
from pie_qg.reader.evaluate import evaluate_readers
from pie_qg.reader.refine import Round, refine
from pie_qg.reader.train import Training, train_reader
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

    Leaves `reader/`, `scores.json` and, where the pairs were refined, `refined.json` in the folder.
    """
    encoder = recipe.train.encoder
    examples, rounds = _pairs(folder, recipe, told)
    told(f"scoring {encoder_name(encoder)} before training")
    before = evaluate_readers(recipe.score.data, [encoder], name=f"{encoder_name(encoder)}, untrained")
    told(f"training a reader on {len(examples)} pairs")
    training = train_reader(
        examples, folder / READER, recipe.train, seed=recipe.seed, name=REFINED if rounds else SQUAD, progress=steps
    )
    told("scoring the reader")
    after = evaluate_readers(recipe.score.data, [str(folder / READER)], name="reader, trained on the pairs")
    write_json(folder / SCORES, before + after)
    add_scores(folder / READER, after)
    return ReaderRun(training, before + after, rounds)


def _pairs(folder: Path, recipe: Recipe, told: Told) -> tuple[list[Example], list[Round]]:
    examples = read_examples(folder / SQUAD, training=True)
    if not recipe.refine.enabled:
        return examples, []
    told(f"refining {len(examples)} pairs")
    work = RunFolder(folder).work / "refine"
    refined = refine(
        examples, work, recipe.refine, recipe.train, seed=recipe.seed, told=lambda each: told(describe(each))
    )
    write_examples(refined.examples, folder / REFINED, {"rounds": [asdict(each) for each in refined.rounds]})
    return refined.examples, refined.rounds


def describe(round: Round) -> str:
    """Return a line on what a round of refining did."""
    done = ", ".join(f"{what} {number}" for what, number in round.counts.items())
    return f"{round.name}: {round.seen} pairs, {done or 'kept as they were'}; held-out F1 {round.held_out.f1:.1f}"
