"""What each style of question is worth: a reader is trained on its pairs and scored on human questions.

    python pipelines/bench_questions.py [--examples 12000] [--style natural --style paper] [--corpus wiki …]

For each style and corpus in PIE_QG_SHARED: EM and F1 on the human questions of that domain, pairs a passage, the share
of each question type, and how many of the question's content words the answer's sentence has too. Finished results are
kept in `.bench/` by the fingerprint of all that went into them, so that a bench that was stopped goes on. The human
questions are scored on, and nothing else.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from pie_qg.api import evaluate, generate, train
from pie_qg.files import write_json
from pie_qg.questions.filters import overlap
from pie_qg.run_folder import MANIFEST
from pie_qg.squad import PAIRS, SQUAD, read_rows

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PIE_QG_SHARED", ROOT.parent / "shared"))
KEPT = ROOT / ".bench"

Result = dict[str, Any]


def measure(style: str, corpus: str, dev: tuple[str, ...], examples: int) -> Result:
    """Return the figures of one style on one corpus, from `.bench/` where they are there already."""
    data = SHARED / "data"
    out = KEPT / f"{corpus}-{style}"
    generate(data / f"{corpus}.passages.jsonl", out, changes=[f"questions.style={style}"])
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    key = hashlib.sha256(f"{manifest['key']} {dev} {examples} {_reader_source()}".encode()).hexdigest()[:16]
    kept = KEPT / f"questions-{key}.json"
    if kept.exists():
        result: Result = json.loads(kept.read_text(encoding="utf-8"))
        return result
    training = train(out / SQUAD, out.with_name(f"{out.name}-reader"), max_examples=examples)
    scores = evaluate([data / f"{name}.dev.json" for name in dev], training.reader)
    result = {"style": style, "corpus": corpus, "scores": {Path(row["data"]).stem: row for row in scores}}
    write_json(kept, result | figures(list(read_rows(out / PAIRS)), manifest["counts"]["passages"]))
    return measure(style, corpus, dev, examples)


def figures(rows: list[dict[str, Any]], passages: int) -> Result:
    """Return what can be said of pairs without a reader: how many, of which types, and their overlap."""
    types = Counter(row["question_type"] for row in rows)
    return {
        "pairs": len(rows),
        "pairs a passage": len(rows) / passages,
        "types": {name: number / len(rows) for name, number in types.most_common()},
        "overlap": sum(overlap(row["question"], row["sentence"]) for row in rows) / len(rows),
    }


def _reader_source() -> str:
    digest = hashlib.sha256()
    for path in sorted((ROOT / "pie_qg" / "reader").glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


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
