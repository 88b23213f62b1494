"""What each style of question is worth: a reader is trained on its pairs and scored on human questions.

    python pipelines/bench_questions.py [--examples 12000] [--style natural --style paper] [--corpus wiki …]

For each style and corpus in PIE_QG_SHARED: EM and F1 on the human questions of that domain, pairs a passage, the share
of each question type, and how many of the question's content words the answer's sentence has too. Finished results are
kept in `.bench/` by the fingerprint of all that went into them, so that a bench that was stopped goes on. The human
questions are scored on, and nothing else.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from kept import KEPT, SHARED, reader_scores
from rich.console import Console
from rich.table import Table

from pie_qg.api import generate
from pie_qg.questions.filters import overlap
from pie_qg.run_folder import MANIFEST
from pie_qg.squad import PAIRS, read_rows

Result = dict[str, Any]


def measure(style: str, corpus: str, dev: tuple[str, ...], examples: int) -> Result:
    """Return the figures of one style on one corpus."""
    data = SHARED / "data"
    out = KEPT / f"{corpus}-{style}"
    generate(data / f"{corpus}.passages.jsonl", out, changes=[f"questions.style={style}"])
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    scores = reader_scores(out, [data / f"{name}.dev.json" for name in dev], examples)
    result = {"style": style, "corpus": corpus, "scores": {Path(row["data"]).stem: row for row in scores}}
    return result | figures(list(read_rows(out / PAIRS)), manifest["counts"]["passages"])


def figures(rows: list[dict[str, Any]], passages: int) -> Result:
    """Return what can be said of pairs without a reader: how many, of which types, and their overlap."""
    types = Counter(row["question_type"] for row in rows)
    return {
        "pairs": len(rows),
        "pairs a passage": len(rows) / passages,
        "types": {name: number / len(rows) for name, number in types.most_common()},
        "overlap": sum(overlap(row["question"], row["sentence"]) for row in rows) / len(rows),
    }


def show(results: list[Result]) -> None:
    """Print the table: style × corpus."""
    table = Table(title="Question styles")
    for heading in ("style", "corpus", "scored on", "EM", "F1", "pairs a passage", "overlap", "question types"):
        table.add_column(heading)
    for result in results:
        types = ", ".join(f"{name} {share:.0%}" for name, share in list(result["types"].items())[:8])
        for number, (name, row) in enumerate(result["scores"].items()):
            pairs = f"{result['pairs a passage']:.1f}"
            last = ("", "", "") if number else (pairs, f"{result['overlap']:.0%}", types)
            table.add_row(result["style"], result["corpus"], name, f"{row['em']:.1f}", f"{row['f1']:.1f}", *last)
    Console().print(table)


def main() -> None:
    """Measure the styles and corpora asked for, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=12_000)
    parser.add_argument("--style", action="append", choices=["natural", "paper"])
    parser.add_argument("--corpus", action="append", choices=["wiki", "reviews"])
    options = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"no shared material at {SHARED} (set PIE_QG_SHARED): nothing to measure on")
    KEPT.mkdir(exist_ok=True)
    results = [
        measure(style, corpus, ("wiki", "reviews"), options.examples)
        for corpus in options.corpus or ["wiki", "reviews"]
        for style in options.style or ["natural", "paper"]
    ]
    show(results)


if __name__ == "__main__":
    main()
