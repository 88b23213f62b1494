"""Generates a data set of so many passages with stages that cost nothing, and prints this process's peak memory in MB.

python pass_through.py FOLDER PASSAGES
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pie_qg.generation import generate_dataset
from pie_qg.recipe import CorpusConfig, Recipe
from pie_qg.records import Argument, Item, Paraphrase, QAPair, Sentence, Triple
from pie_qg.stage import Step

TEXT = "The ferry sank near Dover in a storm. " + "All of its crew were saved by another boat. " * 12


class PassThrough:
    """Writes one pair a passage, whatever it says."""

    name = "questions"
    reads: tuple[str, ...] = ("passage",)
    writes: tuple[str, ...] = ("sentences", "paraphrases", "triples", "pairs")

    def load(self) -> None:
        return

    def run(self, items: Sequence[Item]) -> list[Item]:
        return [self._with_pair(item) for item in items]

    def _with_pair(self, item: Item) -> Item:
        sentence = Sentence(item.passage.text[:37], 0, ())
        triple = Triple(Argument("The ferry"), Argument("sank"), Argument("Dover"))
        pair = QAPair(item.passage.id, "Where did the ferry sink?", "Dover", 20, 0, triple, "toy")
        paraphrase = Paraphrase(0, sentence.text, (sentence,))
        return replace(item, sentences=(sentence,), paraphrases=(paraphrase,), triples=(triple,), pairs=(pair,))


def main(folder: Path, passages: int) -> None:
    corpus = folder / "corpus.jsonl"
    with corpus.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": f"passage-{n}", "text": TEXT}) + "\n" for n in range(passages))
    recipe = Recipe(corpus=CorpusConfig(path=str(corpus)))
    with patch("pie_qg.generation.make_steps", lambda _recipe: [Step(PassThrough(), ())]):
        made = generate_dataset(recipe, folder / "run", workers=2)
    assert made.counts.pairs == passages
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
