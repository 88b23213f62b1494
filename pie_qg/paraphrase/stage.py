"""The paraphrase stage: one paraphrase a sentence, the original itself where no candidate is good enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from pie_qg.paraphrase.candidate import Identity, Paraphraser
from pie_qg.paraphrase.choose import Choice, choose
from pie_qg.paraphrase.embed import SentenceEncoder
from pie_qg.paraphrase.seq2seq import Seq2Seq
from pie_qg.paraphrase.syntactic import Syntactic
from pie_qg.parse import Parser, load_parser
from pie_qg.recipe import ParaphraseConfig, ParseConfig
from pie_qg.records import Item, Paraphrase, Sentence


class ParaphraseStage:
    """Puts every sentence of a passage in other words, by the recipe's method."""

    name = "paraphrase"
    reads: tuple[str, ...] = ("sentences",)
    writes: tuple[str, ...] = ("paraphrases",)

    def __init__(self, config: ParaphraseConfig, parse: ParseConfig, seed: int) -> None:
        self.config = config
        self._parse = parse
        self._paraphraser = _paraphraser(config, seed)
        self._encoder = SentenceEncoder()
        self._parser: Parser | None = None

    def load(self) -> None:
        self._paraphraser.load()

    def run(self, items: Sequence[Item]) -> list[Item]:
        sentences = [sentence for item in items for sentence in item.sentences]
        candidates = self._paraphraser.candidates(sentences)
        choices = choose(sentences, candidates, self._encoder.similarities, self.config.min_similarity)
        parses = self._parses(choices)
        ready = (
            _paraphrase(sentence, choice, parse)
            for sentence, choice, parse in zip(sentences, choices, parses, strict=True)
        )
        return [_with_paraphrases(item, tuple(islice(ready, len(item.sentences)))) for item in items]

    def _parses(self, choices: Sequence[Choice]) -> list[tuple[Sentence, ...]]:
        """Return the parse of each chosen text: the one that its rule knows, else a new one, all in one batch."""
        unknown = [each.candidate.text for each in choices if each.candidate and each.candidate.sentences is None]
        if unknown and self._parser is None:
            self._parser = load_parser(self._parse)
        fresh = iter(self._parser.parse(unknown) if self._parser and unknown else ())
        return [_known(each) or (next(fresh) if each.candidate else ()) for each in choices]


def _paraphraser(config: ParaphraseConfig, seed: int) -> Paraphraser:
    if config.method == "seq2seq":
        return Seq2Seq(config, seed)
    return Syntactic(seed) if config.method == "syntactic" else Identity()


def _known(choice: Choice) -> tuple[Sentence, ...]:
    return (choice.candidate.sentences or ()) if choice.candidate else ()


def _paraphrase(sentence: Sentence, choice: Choice, parse: tuple[Sentence, ...]) -> Paraphrase:
    if choice.candidate is None or not parse:
        return Paraphrase(0, sentence.text, (sentence,))
    return Paraphrase(
        sentence=0,
        text=choice.candidate.text,
        sentences=parse,
        changed=True,
        divergence=choice.divergence,
        similarity=choice.similarity,
        rules=choice.candidate.rules,
        origins=choice.candidate.origins,
    )


def _with_paraphrases(item: Item, paraphrases: tuple[Paraphrase, ...]) -> Item:
    numbered = tuple(replace(each, sentence=index) for index, each in enumerate(paraphrases))
    return replace(item, paraphrases=numbered)
