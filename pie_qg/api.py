"""What a Python user imports: generate, train, evaluate, ask, run. The command line prints what these return."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pie_qg.corpus.files import left_out
from pie_qg.errors import InputError
from pie_qg.files import write_json
from pie_qg.generation import Dataset, generate_dataset
from pie_qg.parse_stage import ParseStage
from pie_qg.pipeline import make_steps
from pie_qg.recipe import Recipe
from pie_qg.recipe_file import load_recipe
from pie_qg.records import Item, Passage
from pie_qg.run_folder import RunFolder, claimed
from pie_qg.squad import PAIRS, REJECTED, read_rows
from pie_qg.stage import Progress
from pie_qg.utf8 import read_text

if TYPE_CHECKING:
    from pie_qg.paraphrasing import Written
    from pie_qg.reader.ask import Answer
    from pie_qg.reader.run import ReaderRun
    from pie_qg.reader.train import Training

DEFAULT_RECIPE = "default"


def generate(
    corpus: str | Path | Sequence[str | Path] | None,
    out: str | Path,
    *,
    recipe: str | Path = DEFAULT_RECIPE,
    changes: Sequence[str] = (),
    workers: int | None = None,
    seed: int | None = None,
    limit: int | None = None,
    pairs: int | None = None,
    text_column: str | None = None,
    engine: str | None = None,
    progress: Progress | None = None,
) -> Dataset:
    """Make a data set of question–answer pairs from a corpus, in the folder `out`.

    `corpus` is a path, a shipped corpus's name, `hub:NAME`, or several of them; None takes the recipe's.
    `changes` are recipe changes such as `"questions.per_passage=6"`.
    Raises InputError, in one line, for whatever will not do.
    """
    settings = {
        "seed": seed,
        "engine": engine,
        "corpus.path": _paths(corpus),
        "corpus.limit": limit,
        "corpus.text_column": text_column,
    }
    plan = _plan(recipe, changes, settings)
    return _with_left_out(generate_dataset(plan, Path(out), workers=workers, pairs=pairs, progress=progress), plan)


def preview(text: str, *, recipe: str | Path = DEFAULT_RECIPE, changes: Sequence[str] = ()) -> Item:
    """Return what the recipe's stages make of one text; raises InputError where it is empty or not English."""
    item = Item(Passage("preview", text, record="preview"))
    for step in make_steps(_plan(recipe, changes, {})):
        step.stage.load()
        (item,) = step.stage.run([item])
        unfit = [each.reason for each in item.rejects if each.stage == ParseStage.name]
        if unfit:
            raise InputError(f"the text cannot be used: {unfit[0]}")
    return item


def extract(
    corpus: str | Path | Sequence[str | Path],
    out: str | Path,
    *,
    format: Literal["jsonl", "tsv"] = "jsonl",
    pretokenized: bool | None = None,
    binary: bool | None = None,
    extractor: str | None = None,
    parser: str | None = None,
    recipe: str | Path = DEFAULT_RECIPE,
    changes: Sequence[str] = (),
    workers: int | None = None,
    text_column: str | None = None,
    progress: Progress | None = None,
) -> int:
    """Write the triples of a corpus's sentences to a file, and return their number."""
    from pie_qg.extraction import extract_corpus

    settings = {
        "corpus.path": _paths(corpus),
        "corpus.text_column": text_column,
        "parse.pretokenized": pretokenized or None,
        "parse.parser": parser,
        "openie.binary": binary or None,
        "openie.extractor": extractor,
    }
    plan = _plan(recipe, changes, settings)
    return extract_corpus(plan, Path(out), format=format, workers=workers, progress=progress)


def paraphrase(
    corpus: str | Path | Sequence[str | Path],
    out: str | Path,
    *,
    recipe: str | Path = DEFAULT_RECIPE,
    changes: Sequence[str] = (),
    workers: int | None = None,
    text_column: str | None = None,
    progress: Progress | None = None,
) -> Written:
    """Write each sentence of a corpus in other words to a file, a line of JSON a sentence."""
    from pie_qg.paraphrasing import paraphrase_corpus

    plan = _plan(recipe, changes, {"corpus.path": _paths(corpus), "corpus.text_column": text_column})
    return paraphrase_corpus(plan, Path(out), workers=workers, progress=progress)


def train(
    data: str | Path,
    out: str | Path,
    *,
    encoder: str | None = None,
    epochs: float | None = None,
    max_examples: int | None = None,
    seed: int | None = None,
    recipe: str | Path = DEFAULT_RECIPE,
    changes: Sequence[str] = (),
    steps: Callable[[int, int], None] | None = None,
) -> Training:
    """Fine-tune an encoder on a data set of any format that `evaluate` reads, and save it as a reader in `out`."""
    from pie_qg.reader.train import train_reader

    settings = {
        "seed": seed,
        "train.encoder": encoder,
        "train.epochs": epochs,
        "train.max_examples": max_examples,
    }
    plan = _plan(recipe, changes, settings)
    return train_reader(data, Path(out), plan.train, seed=plan.seed, progress=steps)


def evaluate(
    data: str | Path | Sequence[str | Path],
    reader: str | Path | Sequence[str | Path],
    *,
    scores: str | Path | None = None,
    predictions: str | Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[dict[str, Any]]:
    """Score readers on data sets: one entry a reader and data set, with `reader, data, n, em, f1` (percent, unrounded).

    `scores` is a file to write the entries to, `predictions` a folder for what was answered (id → text).
    `progress` is called with the questions of a set done, and their number.
    """
    from pie_qg.reader.evaluate import evaluate_readers

    rows = evaluate_readers(
        _paths(data) or [],
        _paths(reader) or [],
        predictions=Path(predictions) if predictions else None,
        progress=progress,
    )
    if scores is not None:
        write_json(Path(scores), rows)
    return rows


def ask(question: str, reader: str | Path, context: str | Path | Sequence[str | Path]) -> list[Answer]:
    """Ask a reader about the text of one file or several; the best answer comes first."""
    from pie_qg.reader.ask import ask as ask_reader

    return ask_reader(reader, question, {path: read_text(Path(path)) for path in _paths(context) or []})


@dataclass(frozen=True, slots=True)
class Run:
    """A whole run: the data set, and the reader trained on it with its scores before and after."""

    dataset: Dataset
    reader: ReaderRun


def run(
    recipe: str | Path,
    out: str | Path,
    *,
    corpus: str | Path | Sequence[str | Path] | None = None,
    changes: Sequence[str] = (),
    engine: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    told: Callable[[str], None] = lambda _line: None,
    steps: Callable[[int, int], None] | None = None,
) -> Run:
    """Run a whole recipe: make the data set, train a reader on it, score the encoder before and after.

    `progress` is called as passages are done, `told` with a line for each step that takes a while, `steps` as the
    reader is trained.
    """
    from pie_qg.reader.run import check_reader, run_reader

    plan = _plan(recipe, changes, {"corpus.path": _paths(corpus), "engine": engine})
    check_reader(plan)
    dataset = _with_left_out(generate_dataset(plan, Path(out), workers=workers, progress=progress), plan)
    if not dataset.counts.pairs:
        raise InputError(f"{dataset.folder / REJECTED}: no pair came out to train a reader on; it has the reasons")
    with claimed(RunFolder(dataset.folder)):
        return Run(dataset, run_reader(dataset.folder, plan, told=told, steps=steps))


def sample_pairs(folder: str | Path, number: int) -> list[dict[str, Any]]:
    """Return so many of a data set's pairs, evenly spaced over it, as qa.jsonl has them."""
    path = Path(folder) / PAIRS
    pairs = sum(1 for _ in read_rows(path))
    number = min(number, pairs)
    wanted = {position * pairs // number for position in range(number)}
    return [row for place, row in enumerate(read_rows(path)) if place in wanted]


def _with_left_out(dataset: Dataset, plan: Recipe) -> Dataset:
    """Return the data set with a note on the files of the corpus's folders that are of no format read there."""
    return replace(dataset, notes=(*left_out(_paths(plan.corpus.path) or []), *dataset.notes))


def _plan(recipe: str | Path, changes: Sequence[str], settings: dict[str, Any]) -> Recipe:
    """Return the recipe with the user's changes made, then the settings that have flags of their own."""
    flags = [f"{key}={json.dumps(value)}" for key, value in settings.items() if value is not None]
    return load_recipe(recipe, [*changes, *flags])


def _paths(corpus: str | Path | Sequence[str | Path] | None) -> list[str] | None:
    if corpus is None:
        return None
    return [str(corpus)] if isinstance(corpus, str | Path) else [str(path) for path in corpus]
