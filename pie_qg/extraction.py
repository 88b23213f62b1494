"""Triples of a corpus, without the questions: what `pie-qg extract` does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pie_qg.corpus import read_passages, scan_corpus
from pie_qg.engine.local import cores, run_local
from pie_qg.engine.results import unpack
from pie_qg.engine.shards import Shard, make_shards
from pie_qg.engine.work import Job
from pie_qg.files import whole_file
from pie_qg.openie.rows import Format, rows
from pie_qg.openie.stage import OpenIEStage
from pie_qg.parse_stage import ParseStage
from pie_qg.recipe import CorpusConfig, Recipe
from pie_qg.records import Item, Passage
from pie_qg.stage import Stage, Step

WHOLE_LINE = 10**9
"""Words of the longest passage where each line is one sentence: no line is cut."""


def extract_corpus(
    recipe: Recipe,
    out: Path,
    *,
    format: Format = "jsonl",
    workers: int | None = None,
    progress: Callable[[int, int | None], None] | None = None,
) -> int:
    """Write the triples of the recipe's corpus to a file, and return their number.

    Raises InputError for a corpus or parser that will not do; the file appears only when it is whole.
    """
    corpus = _whole_lines(recipe.corpus) if recipe.parse.pretokenized else recipe.corpus
    scan = scan_corpus(corpus)
    number = done = 0
    with whole_file(out) as file:
        for item in extract(read_passages(scan, corpus), recipe, workers=workers):
            lines = list(rows(item, format))
            file.writelines(lines)
            number += len(lines)
            done += 1
            if progress:
                progress(done, scan.passages)
    return number


def extract(passages: Iterable[Passage], recipe: Recipe, *, workers: int | None = None) -> Iterator[Item]:
    """Yield each passage with its sentences and triples, in order; the work is shared out over processes."""
    stages: tuple[Stage, ...] = (ParseStage(recipe.parse), OpenIEStage(recipe.openie))
    steps = (Step(stages[0], (recipe.parse,)), Step(stages[1], (recipe.openie,)))
    job = Job(steps, tuple(stage.name for stage in stages))
    given: dict[int, Shard] = {}
    for done in run_local(_remembered(make_shards(passages), given), job, workers or cores()):
        items = [Item(passage) for passage in given.pop(done.index).passages]
        for stage, made in zip(stages, done.stages, strict=True):
            items = unpack(stage, items, made.content)
        yield from items


def _remembered(shards: Iterable[Shard], given: dict[int, Shard]) -> Iterator[Shard]:
    for shard in shards:
        given[shard.index] = shard
        yield shard


def _whole_lines(corpus: CorpusConfig) -> CorpusConfig:
    return corpus.model_copy(update={"max_words": WHOLE_LINE})
