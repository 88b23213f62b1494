"""Triples of a corpus, without the questions: what `pie-qg extract` does."""

from __future__ import annotations

from pathlib import Path

from pie_qg.lines import write_lines
from pie_qg.openie.rows import Format, rows
from pie_qg.openie.stage import OpenIEStage
from pie_qg.parse_stage import ParseStage
from pie_qg.recipe import CorpusConfig, Recipe
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
    openie = OpenIEStage(recipe.openie)
    steps = (Step(ParseStage(recipe.parse), (recipe.parse,)), Step(openie, (recipe.openie,)))
    if recipe.openie.extractor == "corenlp":  # it has threads of its own: it is asked from this process alone
        workers = 1
    try:
        return write_lines(corpus, steps, lambda item: rows(item, format), out, workers=workers, progress=progress)
    finally:
        openie.close()


def _whole_lines(corpus: CorpusConfig) -> CorpusConfig:
    return corpus.model_copy(update={"max_words": WHOLE_LINE})
