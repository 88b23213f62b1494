"""A run's reader is trained once: what the same pairs, settings and seed gave before is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pie_qg.examples import Example
from pie_qg.reader.card import read_facts
from pie_qg.reader.run import ReaderRun, run_reader
from pie_qg.recipe import CorpusConfig, Recipe, RefineConfig, ScoreConfig, TrainConfig
from pie_qg.run_folder import READER
from pie_qg.squad import SQUAD, write_examples


@pytest.fixture
def folder(tmp_path: Path, examples: list[Example]) -> Path:
    write_examples(examples, tmp_path / SQUAD, {})
    return tmp_path


def recipe(encoder: Path, folder: Path, *, seed: int = 0, refined: bool = False) -> Recipe:
    return Recipe(
        corpus=CorpusConfig(path="none"),
        seed=seed,
        train=TrainConfig(encoder=str(encoder), max_length=64, stride=16, batch_size=8),
        refine=RefineConfig(enabled=refined, folds=2, rounds=0),
        score=ScoreConfig(data=[str(folder / SQUAD)]),
    )


def run(folder: Path, plan: Recipe) -> tuple[ReaderRun, list[str], int]:
    """Return the run, what it told, and when its reader's weights were written."""
    told: list[str] = []
    made = run_reader(folder, plan, told=told.append, steps=None)
    return made, told, (folder / READER / "model.safetensors").stat().st_mtime_ns


def test_a_trained_reader_is_kept_until_what_it_was_trained_with_changes(folder: Path, tiny_encoder: Path) -> None:
    first, _, written = run(folder, recipe(tiny_encoder, folder))
    again, told, kept = run(folder, recipe(tiny_encoder, folder))
    assert kept == written
    assert again == first
    assert "is kept" in " ".join(told)
    _, told, other = run(folder, recipe(tiny_encoder, folder, seed=1))
    assert other != written
    assert "is kept" not in " ".join(told)


def test_changed_pairs_train_the_reader_again(folder: Path, tiny_encoder: Path, examples: list[Example]) -> None:
    _, _, written = run(folder, recipe(tiny_encoder, folder))
    write_examples(examples[:-1], folder / SQUAD, {})
    _, _, other = run(folder, recipe(tiny_encoder, folder))
    assert other != written


@pytest.mark.slow
def test_refined_pairs_are_kept_with_the_reader(
    folder: Path, tiny_encoder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Readers this small agree with no pair; every round trip is let through, for something to be left to train on.
    monkeypatch.setattr("pie_qg.reader.refine.f1", lambda *_: 1.0)
    first, _, written = run(folder, recipe(tiny_encoder, folder, refined=True))
    again, told, kept = run(folder, recipe(tiny_encoder, folder, refined=True))
    assert kept == written
    assert again == first
    assert " ".join(told).count("is kept") == 2
    assert read_facts(folder / READER).started_sha256
    assert not (folder / ".work" / "refine").exists()
    shutil.rmtree(folder / READER)
    renewed, told, _ = run(folder, recipe(tiny_encoder, folder, refined=True))
    assert "is kept" not in " ".join(told)  # what the training went on from is gone
    assert renewed.training.held_out == first.training.held_out


def test_so_many_of_the_refined_pairs(folder: Path, tiny_encoder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pie_qg.reader.refine.f1", lambda *_: 1.0)
    plan = recipe(tiny_encoder, folder, refined=True)
    plan = plan.model_copy(update={"train": plan.train.model_copy(update={"max_examples": 12, "held_out": 0.0})})
    first, _, written = run(folder, plan)
    assert first.training.examples == 12
    assert run(folder, plan)[2] == written
