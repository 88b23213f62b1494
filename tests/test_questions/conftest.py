"""A real parse, and questions formed from it without the dice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import pytest

from pie_qg.openie.stage import OpenIEStage
from pie_qg.parse import SpacyParser
from pie_qg.questions.form import form
from pie_qg.recipe import OpenIEConfig, ParseConfig
from pie_qg.records import Item, Paraphrase, Passage, QAPair, Reject


class Plain(Random):
    """Dice that always fall on the plain form: nothing left out, the first choice taken."""

    def random(self) -> float:
        return 0.9

    def choice(self, seq: Sequence[Any]) -> Any:
        return seq[0]


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser(ParseConfig())


@pytest.fixture(scope="session")
def extracted(parser: SpacyParser) -> Callable[[str], Item]:
    """A passage parsed, not paraphrased, with its triples."""

    def make(text: str) -> Item:
        sentences = parser.parse([text])[0]
        paraphrases = tuple(Paraphrase(place, one.text, (one,)) for place, one in enumerate(sentences))
        item = Item(Passage("p", text), sentences=sentences, paraphrases=paraphrases)
        return OpenIEStage(OpenIEConfig()).run([item])[0]

    return make


@pytest.fixture(scope="session")
def formed(extracted: Callable[[str], Item]) -> Callable[[str], tuple[list[QAPair], list[Reject]]]:
    """The candidate pairs of a text, and what could become none."""

    def make(text: str) -> tuple[list[QAPair], list[Reject]]:
        return form(extracted(text), "natural", Plain(0))

    return make
