"""A fact before it becomes a `Triple`: parts as token indices, so that rules can still cut and join them."""

from __future__ import annotations

from dataclasses import dataclass

from pie_qg.clauses import Clause


@dataclass(frozen=True, slots=True)
class Part:
    """A subject or an argument of a fact."""

    role: str
    head: int
    tokens: tuple[int, ...]
    preposition: tuple[int, ...] = ()
    core: tuple[int, ...] = ()
    """The shortest span that still names it."""
    prefix: str = ""
    """Words that are meant but stand elsewhere, or nowhere: the shared determiner of a later conjunct."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What one rule read from the tree."""

    rule: str
    subject: Part
    relation: tuple[int, ...]
    arguments: tuple[Part, ...]
    """The object first."""
    implied: str = ""
    """A word of the relation that the sentence leaves out: is, was, has."""
    clause: Clause | None = None
    attribution: str = ""


def is_complete(fact: Fact) -> bool:
    """Tell whether every part of a fact has words (a phrase of mere punctuation has none)."""
    parts = (fact.subject, *fact.arguments)
    return bool(fact.relation or fact.implied) and all(part.tokens for part in parts)
