"""The stage that turns triples into question–answer pairs: form, filter, choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from pie_qg.questions import filters
from pie_qg.questions.choice import choose
from pie_qg.questions.form import form
from pie_qg.questions.unanswerable import make_unanswerable
from pie_qg.recipe import QuestionsConfig
from pie_qg.records import Item, QAPair, Reject
from pie_qg.stage import reject, seed_for

NO_QUESTION = "no rule fits"
NO_TRIPLE = "no triple"


class QuestionsStage:
    """Fills `Item.pairs`; whatever is dropped is among the item's rejects, with the reason."""

    name = "questions"
    reads: tuple[str, ...] = ("sentences", "paraphrases", "triples")
    writes: tuple[str, ...] = ("pairs",)

    def __init__(self, config: QuestionsConfig, seed: int = 0) -> None:
        self.config = config
        self.seed = seed

    def load(self) -> None:
        """Read the tables of word forms, noun classes and verbs."""
        from pie_qg.english import inflect
        from pie_qg.questions.nouns import noun_class
        from pie_qg.questions.valency import takes_object

        inflect("go", "VBD")
        noun_class("river")
        takes_object("go")

    def run(self, items: Sequence[Item]) -> list[Item]:
        return [self._run(item) for item in items]

    def _run(self, item: Item) -> Item:
        rng = Random(seed_for(self.seed, self.name, item.passage.id))
        formed, rejects = form(item, self.config.style, rng)
        sound = self._sound(item, formed, rejects)
        chosen, spare = choose(sound, self.config.per_passage, rng)
        rejects.extend(rejected(item, pair, filters.OVER_CAP) for pair in spare)
        if not chosen and not rejects:
            rejects.append(Reject(item.passage.id, self.name, NO_QUESTION if item.triples else NO_TRIPLE))
        if self.config.unanswerable:
            made = make_unanswerable(item, chosen, self.config.unanswerable, rng)
            chosen = [*chosen, *(pair for pair in made if len(pair.question) <= len(item.passage.text))]
        return reject(replace(item, pairs=tuple(chosen)), *rejects)

    def _sound(self, item: Item, formed: Sequence[QAPair], rejects: list[Reject]) -> list[QAPair]:
        """Return the pairs that pass every filter; the others go to the rejects."""
        alone = [(pair, filters.fault(pair, item.passage.text, self.config.max_words)) for pair in formed]
        rejects.extend(rejected(item, pair, fault) for pair, fault in alone if fault)
        sound = [pair for pair, fault in alone if fault is None]
        among = list(zip(sound, filters.faults_among(sound), strict=True))
        rejects.extend(rejected(item, pair, fault) for pair, fault in among if fault)
        return [pair for pair, fault in among if fault is None]


def rejected(item: Item, pair: QAPair, reason: str) -> Reject:
    """Return the record of a pair that is dropped."""
    candidate = {"question": pair.question, "answer": pair.answer, "rule": pair.rule}
    return Reject(item.passage.id, QuestionsStage.name, reason, candidate)
