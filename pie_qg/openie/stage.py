"""The stage that turns sentences into triples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pie_qg.openie.arguments import place
from pie_qg.openie.triples import triples
from pie_qg.recipe import OpenIEConfig
from pie_qg.records import Argument, Item, Paraphrase, Reject, Sentence, Triple
from pie_qg.stage import reject


class OpenIEStage:
    """Fills `Item.triples` from the parsed paraphrases."""

    name = "openie"
    reads: tuple[str, ...] = ("sentences", "paraphrases")
    writes: tuple[str, ...] = ("triples",)

    def __init__(self, config: OpenIEConfig) -> None:
        self._config = config

    def load(self) -> None:
        """Nothing to load: the rules read the parse."""

    def run(self, items: Sequence[Item]) -> list[Item]:
        return [self._run(item) for item in items]

    def _run(self, item: Item) -> Item:
        found = list(passage_triples(item, binary=self._config.binary))
        kept = tuple(each for each in found if each.confidence >= self._config.min_confidence)
        item = replace(item, triples=kept)
        if not found:
            return reject(item, Reject(item.passage.id, self.name, "no triple", None))
        low = [each for each in found if each.confidence < self._config.min_confidence]
        return reject(item, *(Reject(item.passage.id, self.name, "low confidence", each) for each in low))


def passage_triples(item: Item, *, binary: bool = False) -> Iterator[Triple]:
    """Yield the triples of a passage's paraphrases (its sentences, where there are none), placed in the text."""
    for paraphrase in item.paraphrases or _identity(item.sentences):
        original = item.sentences[paraphrase.sentence]
        for part, parsed in enumerate(paraphrase.sentences):
            for triple in triples(parsed, binary=binary):
                yield placed(replace(triple, sentence=paraphrase.sentence, part=part), parsed, original)


def _identity(sentences: Sequence[Sentence]) -> tuple[Paraphrase, ...]:
    return tuple(Paraphrase(index, sentence.text, (sentence,)) for index, sentence in enumerate(sentences))


def placed(triple: Triple, parsed: Sentence, original: Sentence) -> Triple:
    """Return the triple with the spans of its arguments in the passage filled in."""

    def put(argument: Argument) -> Argument:
        span = place(argument, parsed, original)
        return argument if span is None else replace(argument, start=span[0], end=span[1])

    return replace(
        triple,
        subject=put(triple.subject),
        relation=put(triple.relation),
        object=put(triple.object),
        more=tuple(put(each) for each in triple.more),
    )
