"""What the rules of asking share: the phrase asked for, and the wh-phrase that they find for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from pie_qg.constituents import Constituent
from pie_qg.english import phrase
from pie_qg.questions.mention import Mention
from pie_qg.questions.phrases import answer_tokens
from pie_qg.tree import Tree


@dataclass(frozen=True, slots=True)
class Ask:
    """A wh-phrase, and the words that answer it."""

    wh: str
    answer: tuple[int, ...]
    rule: str
    type: str
    """The question's type: who, what, which, when, where, why, how, how many, …"""
    answer_type: str
    plural: bool = False
    """Whether a verb agrees with the wh-phrase in the plural: "how many people were"."""
    takes_preposition: bool = True
    """Whether the answer's preposition stays in the question: not for "when" and "where"."""
    confidence: float = 1.0
    said: tuple[int, ...] = ()
    """Tokens that the wh-phrase says."""


@dataclass(frozen=True, slots=True)
class Target:
    """A noun phrase that is asked for."""

    tree: Tree
    part: Constituent
    instead: Mapping[int, str]
    """Other words for some tokens: what pronouns stand for."""
    rng: Random
    stands_for: Mapping[int, Mention]
    """The names that pronouns and descriptions stand for."""

    @property
    def head(self) -> int:
        return self.part.head

    @property
    def entity(self) -> str:
        """The type of the named entity that the head belongs to, or ""."""
        return self.tree.entity(self.part.head)

    @property
    def preposition(self) -> str:
        return self.tree.text(self.part.preposition).lower()

    @property
    def is_list(self) -> bool:
        return self.tree.has(self.part.head, {"conj"})

    def answer(self) -> tuple[int, ...]:
        """Return the words that a person would mark."""
        return answer_tokens(self.tree, self.part)

    def write(self, tokens: tuple[int, ...], forms: Mapping[int, str] | None = None) -> str:
        """Return tokens as words of a question; `forms` gives some of them another form."""
        return phrase(self.tree.sentence, tokens, {**self.instead, **(forms or {})})


AskRule = Callable[[Target], Iterator[Ask]]
