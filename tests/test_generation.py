"""A corpus becomes a data set, whatever a stage makes of one of its passages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from pie_qg.errors import InputError
from pie_qg.generation import Dataset, generate_dataset
from pie_qg.openie.stage import OpenIEStage
from pie_qg.recipe_file import load_recipe
from pie_qg.records import Item

POISON = "The poison was kept in Vienna."
real_run = OpenIEStage.run


def swallow(self: OpenIEStage, items: Sequence[Item]) -> list[Item]:
    """Run the real stage, which here cannot swallow poison."""
    if any("poison" in item.passage.text for item in items):
        raise KeyError("vial")
    return real_run(self, items)


def generate(folder: Path, texts: Sequence[str], *changes: str) -> Dataset:
    corpus = folder / "corpus.txt"
    corpus.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    recipe = load_recipe("quickstart", [f"corpus.path={corpus}", "paraphrase.method=identity", *changes])
    return generate_dataset(recipe, folder / "run", workers=1)


def rejected(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "run" / "rejected.jsonl").open(encoding="utf-8")]


def test_a_poisoned_passage_is_set_aside_and_the_others_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OpenIEStage, "run", swallow)
    made = generate(
        tmp_path,
        [f"In {1900 + n}, the old ferry of the island sank near the port of Dover." for n in range(9)] + [POISON],
    )
    (error,) = [row for row in rejected(tmp_path) if str(row["reason"]).startswith("error")]
    assert (error["passage_id"], error["stage"]) == ("corpus-000010", "openie")
    assert error["reason"] == "error: KeyError: 'vial'"
    assert error["candidate"] == {"text": POISON, "where": "test_generation.py:24 in swallow"}
    assert made.counts.passages_with_pairs == 9


def test_a_stage_that_fails_on_most_stops_the_run_and_is_run_again_once_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["In 1900, the old ferry of the island sank near the port of Dover.", POISON, POISON, POISON]
    with monkeypatch.context() as patch:
        patch.setattr(OpenIEStage, "run", swallow)
        told = r"stage openie failed on 3 of the 4 passages .*max_failed=0.2.* KeyError: 'vial' \(passage .*swallow\)"
        with pytest.raises(InputError, match=told):
            generate(tmp_path, texts)
        assert not (tmp_path / "run" / "squad.json").exists()
    made = generate(tmp_path, texts)
    assert made.counts.passages_with_pairs == 4
    assert {row.stage for row in made.table if row.seconds} == {"openie", "questions"}


def test_the_share_is_the_recipes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OpenIEStage, "run", swallow)
    made = generate(tmp_path, ["The ferry sank near Dover in 1900.", POISON, POISON, POISON], "max_failed=0.8")
    assert made.counts.rejects["openie"] == {"error: KeyError: 'vial'": 3}
