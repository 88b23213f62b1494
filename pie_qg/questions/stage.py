"""The stage that turns triples into question–answer pairs: form, filter, choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from pie_qg.questions import choice, filters
from pie_qg.questions.form import form
from pie_qg.recipe import QuestionsConfig
from pie_qg.records import Item, QAPair, Reject
from pie_qg.stage import reject, seed_for


class QuestionsStage:
    """Fills `Item.pairs`; whatever is dropped is among the item's rejects, with the reason."""

    name = "questions"
    reads: tuple[str, ...] = ("sentences", "paraphrases", "triples")
    writes: tuple[str, ...] = ("pairs",)

    def __init__(self, config: QuestionsConfig, seed: int = 0) -> None:
        self.config = config
        self.seed = seed

    def load(self) -> None:
        """Read the tables of word forms and noun classes."""
        from pie_qg.english import inflect
        from pie_qg.questions.nouns import noun_class

        inflect("go", "VBD")
        noun_class("river")

    def run(self, items: Sequence[Item]) -> list[Item]:
        return [self._run(item) for item in items]

    def _run(self, item: Item) -> Item:
        rng = Random(seed_for(self.seed, self.name, item.passage.id))
        formed, rejects = form(item, self.config.style, rng)
        sound: list[QAPair] = []
        for pair in formed:
            fault = filters.fault(pair, self.config.max_words)
            if fault is None:
                sound.append(pair)
            else:
                rejects.append(rejected(item, pair, fault))
        among = filters.faults_among(sound)
        rejects.extend(rejected(item, pair, fault) for pair, fault in zip(sound, among, strict=True) if fault)
        distinct = [pair for pair, fault in zip(sound, among, strict=True) if fault is None]
        chosen, spare = choice.choose(distinct, self.config.per_passage, rng)
        rejects.extend(rejected(item, pair, filters.OVER_CAP) for pair in spare)
        if not chosen and not rejects:
            rejects.append(Reject(item.passage.id, self.name, "no question" if item.triples else "no triple"))
        return reject(replace(item, pairs=tuple(chosen)), *rejects)


def rejected(item: Item, pair: QAPair, reason: str) -> Reject:
    """Return the record of a pair that is dropped."""
    candidate = {"question": pair.question, "answer": pair.answer, "rule": pair.rule}
    return Reject(item.passage.id, QuestionsStage.name, reason, candidate)
