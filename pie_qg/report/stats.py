"""Figures of a run, counted in one pass over its pairs and rejects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pie_qg.questions.filters import overlap
from pie_qg.results import Row, answer_of, document

STEPS = 20
"""How many bins the range from 0 to 1 is counted in."""


@dataclass
class Shares:
    """How often a share from 0 to 1 fell into each of `STEPS` bins, and the mean."""

    bins: Counter[int] = field(default_factory=Counter)
    total: float = 0.0

    def add(self, share: float) -> None:
        self.bins[min(STEPS - 1, max(0, int(share * STEPS)))] += 1
        self.total += share

    @property
    def n(self) -> int:
        return self.bins.total()

    @property
    def mean(self) -> float:
        return self.total / self.n if self.n else 0.0


@dataclass
class PairStats:
    """What the pairs of a run are like."""

    pairs: int = 0
    unanswerable: int = 0
    documents: set[str] = field(default_factory=set)
    passages: set[str] = field(default_factory=set)
    question_types: Counter[str] = field(default_factory=Counter)
    answer_types: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    question_words: Counter[int] = field(default_factory=Counter)
    answer_words: Counter[int] = field(default_factory=Counter)
    passage_words: Counter[int] = field(default_factory=Counter)
    """Of the passages that gave a pair, each counted once."""
    sentence_overlap: Shares = field(default_factory=Shares)
    """Share of a question's content words that the sentence of its answer has."""
    passage_overlap: Shares = field(default_factory=Shares)
    """Share of a question's content words that its passage has."""
    reworded: int = 0
    """Pairs whose sentence was put in other words."""
    divergence: Shares = field(default_factory=Shares)
    similarity: Shares = field(default_factory=Shares)

    def add(self, row: Row) -> None:
        """Count one row of qa.jsonl; fields that it lacks are left out of their count."""
        self.pairs += 1
        self.documents.add(document(row))
        question, context = row["question"], row["context"]
        passage = str(row.get("passage_id") or context)
        if passage not in self.passages:
            self.passages.add(passage)
            self.passage_words[len(context.split())] += 1
        self.question_types[row.get("question_type") or "other"] += 1
        self.rules[row.get("rule") or "not recorded"] += 1
        self.question_words[len(question.split())] += 1
        self._add_answer(row)
        self.passage_overlap.add(overlap(question, context))
        if row.get("sentence"):
            self.sentence_overlap.add(overlap(question, row["sentence"]))
            self.reworded += row["sentence"] != row.get("paraphrase", row["sentence"])
        for name, shares in (("divergence", self.divergence), ("similarity", self.similarity)):
            if row.get(name) is not None:
                shares.add(row[name])

    def _add_answer(self, row: Row) -> None:
        answer = answer_of(row)
        if answer is None:
            self.unanswerable += 1
        else:
            self.answer_words[len(answer[0].split())] += 1
            self.answer_types[row.get("answer_type") or "other"] += 1


@dataclass
class RejectStats:
    """What was dropped, and why."""

    reasons: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(stage, reason) → number."""
    questions: int = 0
    """How many of them were questions already."""

    def add(self, row: Row) -> None:
        """Count one row of rejected.jsonl."""
        self.reasons[str(row.get("stage", "")), str(row.get("reason", ""))] += 1
        candidate = row.get("candidate")
        self.questions += isinstance(candidate, dict) and "question" in candidate


def pair_stats(rows: Iterable[Row]) -> PairStats:
    """Return the figures of pairs."""
    stats = PairStats()
    for row in rows:
        stats.add(row)
    return stats


def reject_stats(rows: Iterable[Row]) -> RejectStats:
    """Return the figures of rejects."""
    stats = RejectStats()
    for row in rows:
        stats.add(row)
    return stats


def mean(counts: Counter[int]) -> float:
    """Return the mean of counted numbers; 0 where there is none."""
    return sum(value * number for value, number in counts.items()) / counts.total() if counts else 0.0
