"""A run in a few lines, for a terminal or a program."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pie_qg.report.labels import answer_type
from pie_qg.report.sample import Sample
from pie_qg.report.stats import PairStats, mean, reject_stats
from pie_qg.results import Row, read_results
from pie_qg.reviews import read_verdicts, tally
from pie_qg.run_folder import MANIFEST, SCORES
from pie_qg.squad import REJECTED


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a run."""

    counts: dict[str, int | float]
    tallies: dict[str, dict[str, int]]
    """Question types, answer types, and what was dropped by stage and reason, the commonest first."""
    scores: list[Row]
    samples: list[Row]
    """Rows of qa.jsonl."""
    missing: list[str]
    """What the run lacks, in words."""


def summarise(folder: str | Path, samples: int = 5, seed: int = 0) -> Summary:
    """Return what is in a run, with so many of its pairs, drawn by the seed; raises InputError where no run is."""
    results = read_results(folder)
    pairs, drawn = PairStats(), Sample(samples, seed)
    for row in results.pairs():
        pairs.add(row)
        drawn.add(row["id"], row)
    rejects = reject_stats(results.rejects())
    answers: Counter[str] = Counter()
    for label, number in pairs.answer_types.items():
        answers[answer_type(label)] += number
    known = results.manifest.get("counts") or {}
    counts: dict[str, int | float] = {
        **{name: known[name] for name in ("passages", "sentences", "triples") if name in known},
        "pairs": pairs.pairs,
        "unanswerable": pairs.unanswerable,
        "documents with pairs": len(pairs.documents),
        "passages with pairs": len(pairs.passages),
        "dropped": rejects.reasons.total(),
        "words a question": round(mean(pairs.question_words), 1),
        "words an answer": round(mean(pairs.answer_words), 1),
        "overlap with the sentence": round(pairs.sentence_overlap.mean, 3),
    }
    if verdicts := read_verdicts(results.folder):
        counts["reviewed"] = tally(results.pairs(), verdicts).reviewed
    reasons = Counter({f"{stage}: {reason}": number for (stage, reason), number in rejects.reasons.items()})
    tallies = {"question types": pairs.question_types, "answer types": answers, "dropped": reasons}
    found = {name: dict(counter.most_common()) for name, counter in tallies.items()}
    return Summary(counts, found, list(results.scores), drawn.rows(), _missing(results.folder))


def _missing(folder: Path) -> list[str]:
    known = {
        MANIFEST: "so passages, recipe and versions are not known",
        REJECTED: "so what was dropped is not known",
        SCORES: "so no reader has been scored in this run",
    }
    return [f"{name} is not there, {what}" for name, what in known.items() if not (folder / name).exists()]
