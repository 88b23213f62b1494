"""Recipes are found, changed and checked; a fault names the key, what it got and what it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pie_qg.errors import InputError
from pie_qg.recipe import Recipe
from pie_qg.recipe_file import check_recipe, load_recipe
from pie_qg.resources import shipped_recipes


@pytest.mark.parametrize("name", sorted(shipped_recipes()))
def test_every_shipped_recipe_is_whole_and_says_what_each_key_is(name: str) -> None:
    """A shipped recipe spells out every key of every section, each with a comment, so that it documents them all."""
    assert isinstance(load_recipe(name), Recipe)
    text = shipped_recipes()[name].read_text(encoding="utf-8")
    uncommented = [line for line in text.splitlines() if line.startswith("  ") and ":" in line and "#" not in line]
    assert uncommented == []


def test_quickstart_spells_out_every_key() -> None:
    content = yaml.safe_load(shipped_recipes()["quickstart"].read_text(encoding="utf-8"))
    assert content.keys() == Recipe.model_fields.keys()
    for name, section in Recipe().model_dump().items():
        if isinstance(section, dict):
            assert content[name].keys() == section.keys(), name


def test_changes_are_made_in_order(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("train:\n  epochs: 3\n", encoding="utf-8")
    assert load_recipe(path).train.epochs == 3
    changed = load_recipe(path, ["train.epochs=2", "train.epochs=0.5", "seed=7", "corpus.path=[a, b]"])
    assert (changed.train.epochs, changed.seed, changed.corpus.path) == (0.5, 7, ["a", "b"])
    assert load_recipe(path, ["train.learning_rate=2e-4"]).train.learning_rate == 0.0002


FAULTS = [
    ("trian: {}", "unknown key trian; the keys of a recipe are: .*train"),
    ("train: {epoch: 3}", "unknown key train.epoch; the keys there are: .*epochs"),
    ("train: {epochs: two}", "train.epochs got 'two'; it takes a valid number"),
    ("train: {epochs: 0}", "train.epochs got 0; it takes greater than 0"),
    ("seed: true", "seed got True"),
    ("paraphrase: {method: magic}", "paraphrase.method got 'magic'; it takes 'identity', 'syntactic' or 'seq2seq'"),
    ("corpus: {path: 3}", "corpus.path got 3; it takes"),
    ("train: 3", "train got 3"),
    ("[1, 2]", "a recipe is a mapping of sections, and this is a list"),
    ("a: [", "line 1 not valid YAML"),
    ("a: b: c", "line 1 not valid YAML"),
    ("!!python/object/apply:os.system ['true']", "not valid YAML"),
]


@pytest.mark.parametrize(("content", "told"), FAULTS, ids=[content for content, _ in FAULTS])
def test_a_fault_names_the_key(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        load_recipe(path)


def test_a_change_that_is_none_is_told() -> None:
    for change in ("train.epochs", "=3", "train..x=1", "seed.x=1", "train.epochs=["):
        with pytest.raises(InputError, match=r"--set|seed"):
            load_recipe("quickstart", [change])


def test_an_unknown_name_lists_the_shipped_ones() -> None:
    with pytest.raises(InputError, match=r"no such recipe.*quickstart"):
        load_recipe("quikstart")


def test_the_default_recipe_is_valid() -> None:
    assert check_recipe({}, "empty") == Recipe()
