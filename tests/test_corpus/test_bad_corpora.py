"""Whatever the corpus: it is refused in one line and leaves nothing, or what comes of it is sound."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from pie_qg.errors import InputError
from pie_qg.generation import Dataset, generate_dataset
from pie_qg.pipeline import make_steps
from pie_qg.recipe import CorpusConfig, Recipe
from pie_qg.stage import Step
from tests.test_corpus.bad_corpora import KINDS, make_corpus

CORPORA = 200
# Of a line of 10 MB, so many passages are enough to see that it is got through.
LIMIT = 12


@pytest.fixture(scope="module", autouse=True)
def loaded() -> Iterator[None]:
    """The real stages, loaded once for all corpora rather than once for each."""
    steps: list[Step] = []

    def once(recipe: Recipe) -> list[Step]:
        if not steps:
            steps.extend(make_steps(recipe))
            for step in steps:
                step.stage.load()
                step.stage.load = lambda: None  # type: ignore[method-assign]
        return steps

    with patch("pie_qg.generation.make_steps", once):
        yield


def generated(path: Path, out: Path) -> Dataset | str:
    """Return the data set, or why the corpus is refused."""
    try:
        return generate_dataset(Recipe(corpus=CorpusConfig(path=str(path), limit=LIMIT)), out, workers=1)
    except InputError as error:
        return str(error)


def check(folder: Path, seed: int) -> None:
    out = folder / "run"
    made = generated(make_corpus(folder, seed), out)
    if isinstance(made, str):
        assert 0 < len(made) < 1000
        assert not list(out.glob("*"))
        return
    rows = [json.loads(line) for line in (out / "qa.jsonl").open(encoding="utf-8")]
    rejects = [json.loads(line) for line in (out / "rejected.jsonl").open(encoding="utf-8")]
    assert len({row["passage_id"] for row in [*rows, *rejects]}) == made.counts.passages
    assert not [reject for reject in rejects if reject["reason"].startswith("error")]
    for row in rows:
        (answer,), (start,) = row["answers"]["text"], row["answers"]["answer_start"]
        assert answer.strip()
        assert row["context"][start : start + len(answer)] == answer


@pytest.mark.parametrize("seed", range(len(KINDS)), ids=[name for name, _ in KINDS])
def test_a_corpus_of_each_kind(tmp_path: Path, seed: int) -> None:
    check(tmp_path, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(len(KINDS), CORPORA))
def test_many_more(tmp_path: Path, seed: int) -> None:
    check(tmp_path, seed)
