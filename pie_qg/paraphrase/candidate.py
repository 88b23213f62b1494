"""A candidate: one way to say a sentence, before the choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pie_qg.records import Sentence


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another way to say one sentence."""

    text: str
    sentences: tuple[Sentence, ...] | None = None
    """The parse of `text`; None where whoever made it does not know it."""
    origins: tuple[tuple[int, ...], ...] = ()
    """For each token of `sentences` the index of the original token that it stands for, -1 for none."""
    rules: tuple[str, ...] = ()
    touches_meaning: bool = True
    """Whether the words may say something else: then the choice asks the sentence encoder."""


class Paraphraser(Protocol):
    """Anything that makes candidates."""

    def load(self) -> None:
        """Load the models."""

    def candidates(self, sentences: Sequence[Sentence]) -> list[list[Candidate]]:
        """Return the candidates of each sentence; an empty list where there is none."""


class Identity:
    """Makes no candidate, so that every sentence stays as it is: the baseline of an ablation."""

    def load(self) -> None:
        """Nothing to load."""

    def candidates(self, sentences: Sequence[Sentence]) -> list[list[Candidate]]:
        return [[] for _ in sentences]
