"""A corpus's sentences in other words, without the questions: what `pie-qg paraphrase` does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pie_qg.lines import write_lines
from pie_qg.paraphrase.stage import ParaphraseStage
from pie_qg.parse_stage import ParseStage
from pie_qg.recipe import Recipe
from pie_qg.records import Item, encode
from pie_qg.stage import Progress, Step


@dataclass(frozen=True, slots=True)
class Written:
    """How many sentences were written, and how many of them are in other words."""

    sentences: int
    changed: int


def paraphrase_corpus(
    recipe: Recipe,
    out: Path,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Written:
    """Write the paraphrases of the recipe's corpus to a file, a line a sentence.

    Raises InputError for a corpus, parser or model that will not do; the file appears only when it is whole.
    """
    settings = (recipe.paraphrase, recipe.parse, recipe.seed)
    steps = (Step(ParseStage(recipe.parse), (recipe.parse,)), Step(ParaphraseStage(*settings), settings))
    changed = 0

    def lines(item: Item) -> Iterator[bytes]:
        nonlocal changed
        for row in paraphrase_rows(item):
            changed += row["changed"]
            yield encode(row) + b"\n"

    sentences = write_lines(recipe.corpus, steps, lines, out, workers=workers, progress=progress)
    return Written(sentences, changed)


def paraphrase_rows(item: Item) -> Iterator[dict[str, Any]]:
    """Yield a row a sentence: where it stands in the passage, and what it became."""
    for paraphrase in item.paraphrases:
        sentence = item.sentences[paraphrase.sentence]
        yield {
            "passage_id": item.passage.id,
            "start": sentence.start,
            "end": sentence.start + len(sentence.text),
            "sentence": sentence.text,
            "paraphrase": paraphrase.text,
            "changed": paraphrase.changed,
            "divergence": paraphrase.divergence,
            "similarity": paraphrase.similarity,
        }
