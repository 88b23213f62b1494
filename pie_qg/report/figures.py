"""Which charts a report has, group by group; a group with nothing to show says so instead."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pie_qg.report import charts
from pie_qg.report.charts import Chart
from pie_qg.report.labels import answer_type
from pie_qg.report.stats import STEPS, PairStats, Shares

_MOST_BARS = 14


@dataclass(frozen=True, slots=True)
class Group:
    """Charts that belong together under one heading."""

    id: str
    heading: str
    text: str
    charts: tuple[Chart, ...]
    empty: str
    """What is said where there is no chart."""


def groups(stats: PairStats) -> list[Group]:
    """Return the groups of charts on the pairs."""
    return [_types(stats), _lengths(stats), _overlap(stats), _paraphrases(stats)]


def _types(stats: PairStats) -> Group:
    answers: Counter[str] = Counter()
    for label, number in stats.answer_types.items():
        answers[answer_type(label)] += number
    drawn = (
        charts.bars("Question types", _most(stats.question_types), of="pairs"),
        charts.bars("Answer types", _most(answers), of="pairs"),
        charts.bars("Rules that formed the questions", _most(stats.rules), of="pairs"),
    )
    text = "What is asked, what answers it, and which rule put it into words."
    return Group("types", "Questions and answers", text, drawn if stats.pairs else (), "No pair, so no types.")


def _lengths(stats: PairStats) -> Group:
    counted = (
        ("Words in a question", stats.question_words, "questions"),
        ("Words in an answer", stats.answer_words, "answers"),
        ("Words in a passage", stats.passage_words, "passages"),
    )
    drawn = tuple(charts.histogram(title, counts, of=of, unit="words") for title, counts, of in counted if counts)
    return Group("lengths", "Lengths", "Counted in words, split at white space.", drawn, "No pair, so no lengths.")


def _overlap(stats: PairStats) -> Group:
    drawn = (
        *_shares("With the answer’s sentence", stats.sentence_overlap, "pairs"),
        *_shares("With the whole passage", stats.passage_overlap, "pairs"),
    )
    text = (
        "The share of a question’s content words that the text already has. The lower, the less a reader can learn "
        "to match words instead of meaning."
    )
    return Group("overlap", "Word overlap", text, drawn, "No pair, so no overlap.")


def _paraphrases(stats: PairStats) -> Group:
    drawn = (
        *_shares("Divergence", stats.divergence, "pairs", "0 is the same words, 1 is no word in common."),
        *_shares("Similarity of meaning", stats.similarity, "pairs", "Cosine of the sentence embeddings."),
    )
    text = (
        f"{charts.percent(stats.reworded, stats.pairs)} of the pairs come from a sentence that was put in other words."
    )
    return Group(
        "paraphrases",
        "Paraphrases",
        text if stats.pairs else "",
        drawn,
        "This run did not record how far its paraphrases diverge from the sentences.",
    )


def _shares(title: str, shares: Shares, of: str, note: str = "") -> tuple[Chart, ...]:
    return (charts.shares(title, shares.bins, STEPS, shares.mean, of=of, note=note),) if shares.n else ()


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return the commonest, and the rest as one."""
    found = counts.most_common()
    if len(found) <= _MOST_BARS:
        return found
    rest = sum(number for _, number in found[_MOST_BARS - 1 :])
    return [*found[: _MOST_BARS - 1], (f"{len(found) - _MOST_BARS + 1} others", rest)]
