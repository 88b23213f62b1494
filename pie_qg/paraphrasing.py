"""A corpus's sentences in other words, without the questions: what `pie-qg paraphrase` does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pie_qg.corpus import read_passages, scan_corpus
from pie_qg.engine.stream import stream_items
from pie_qg.files import whole_file
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
    scan = scan_corpus(recipe.corpus)
    settings = (recipe.paraphrase, recipe.parse, recipe.seed)
    steps = (Step(ParseStage(recipe.parse), (recipe.parse,)), Step(ParaphraseStage(*settings), settings))
    sentences = changed = done = 0
    with whole_file(out) as file:
        for item in stream_items(read_passages(scan, recipe.corpus), steps, workers):
            for row in paraphrase_rows(item):
                file.write(encode(row) + b"\n")
                sentences += 1
                changed += row["changed"]
            done += 1
            if progress:
                progress(done, scan.passages)
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
