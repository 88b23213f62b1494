"""A sentence as the rules for noun phrases read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from pie_qg.english import phrase
from pie_qg.questions.draft import Draft, finish
from pie_qg.questions.pointing import Readings
from pie_qg.tree import Tree

ASIDE = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "cc", "conj", "punct", "dep"})


@dataclass(frozen=True, slots=True)
class Reading:
    """An original sentence, what its pronouns stand for, and the dice."""

    tree: Tree
    place: int
    """Which sentence of the passage it is."""
    readings: Readings
    rng: Random

    def write(self, tokens: tuple[int, ...]) -> str:
        return phrase(self.tree.sentence, tokens, self.readings.instead)

    def draft(self, words: list[str], answer: tuple[int, ...], rule: str, kind: str, said: tuple[int, ...]) -> Draft:
        label = self.tree.entity(answer[-1]) or "NOUN"
        return Draft(finish(words), answer, f"nominal:{rule}", kind, label, 0.8, frozenset(said), self.place)


Rule = Callable[[Reading], Iterator[Draft]]


def with_article(tree: Tree, name: tuple[int, ...]) -> tuple[int, ...]:
    """Return a name with the "the" that stands before it."""
    before = name[0] - 1
    return (before, *name) if before >= 0 and tree.tokens[before].text.lower() == "the" else name
