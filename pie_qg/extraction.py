"""Triples of a corpus, without the questions: what `pie-qg extract` does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pie_qg.corpus import read_passages, scan_corpus
from pie_qg.engine.stream import stream_items
from pie_qg.files import whole_file
from pie_qg.openie.rows import Format, rows
from pie_qg.openie.stage import OpenIEStage
from pie_qg.parse_stage import ParseStage
from pie_qg.recipe import CorpusConfig, Recipe
from pie_qg.records import Item, Passage
from pie_qg.stage import Progress, Step

WHOLE_LINE = 10**9
"""Words of the longest passage where each line is one sentence: no line is cut."""


def extract_corpus(
    recipe: Recipe,
    out: Path,
    *,
    format: Format = "jsonl",
    workers: int | None = None,
    progress: Progress | None = None,
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
    """Yield each passage with its sentences and triples, in order.

    CoreNLP has threads of its own: it is asked from this process alone.
    """
    openie = OpenIEStage(recipe.openie)
    steps = (Step(ParseStage(recipe.parse), (recipe.parse,)), Step(openie, (recipe.openie,)))
    try:
        yield from stream_items(passages, steps, 1 if recipe.openie.extractor == "corenlp" else workers)
    finally:
        openie.close()


def _whole_lines(corpus: CorpusConfig) -> CorpusConfig:
    return corpus.model_copy(update={"max_words": WHOLE_LINE})
