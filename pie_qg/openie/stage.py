"""The stage that turns sentences into triples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from pie_qg.openie.arguments import place
from pie_qg.openie.corenlp import CoreNLP, CoreNLPError
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
        self._corenlp: CoreNLP | None = None

    def load(self) -> None:
        """Start CoreNLP where it is asked for; the rules need nothing."""
        if self._config.extractor == "corenlp" and self._corenlp is None:
            self._corenlp = CoreNLP(self._config)

    def close(self) -> None:
        """Stop CoreNLP, which otherwise ends with this process."""
        if self._corenlp is not None:
            self._corenlp.close()
            self._corenlp = None

    def run(self, items: Sequence[Item]) -> list[Item]:
        if self._corenlp is None:
            return [self._run(item) for item in items]
        with ThreadPoolExecutor(self._corenlp.threads) as pool:
            return list(pool.map(self._run, items))

    def _run(self, item: Item) -> Item:
        try:
            found = list(self._placed(item))
        except CoreNLPError as error:
            return reject(item, Reject(item.passage.id, self.name, f"CoreNLP: {error}", None))
        low = [each for each in found if each.confidence < self._config.min_confidence]
        kept = tuple(each for each in found if each.confidence >= self._config.min_confidence)
        item = replace(item, triples=kept)
        if not found:
            return reject(item, Reject(item.passage.id, self.name, "no triple", None))
        return reject(item, *(Reject(item.passage.id, self.name, "low confidence", each) for each in low))

    def _placed(self, item: Item) -> Iterator[Triple]:
        """Yield the triples of a passage's paraphrases (its sentences, where there are none), placed in the text."""
        parsed = [
            (paraphrase.sentence, part, sentence)
            for paraphrase in item.paraphrases or _identity(item.sentences)
            for part, sentence in enumerate(paraphrase.sentences)
        ]
        found = self._extracted([sentence for _, _, sentence in parsed])
        for (index, part, sentence), each in zip(parsed, found, strict=True):
            for triple in each:
                yield placed(replace(triple, sentence=index, part=part), sentence, item.sentences[index])

    def _extracted(self, sentences: list[Sentence]) -> list[list[Triple]]:
        if self._config.extractor == "builtin":
            return [triples(sentence, binary=self._config.binary) for sentence in sentences]
        assert self._corenlp is not None, "load() comes before run()"
        return self._corenlp.triples(sentences)


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
