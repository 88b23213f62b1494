"""What the engine costs: `generate` against a bare parser over the same text, and two workers against one.

python pipelines/bench_engine.py [CORPUS] [PASSAGES]
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from pie_qg.corpus import read_passages, scan_corpus
from pie_qg.engine.local import run_local
from pie_qg.engine.shards import make_shards
from pie_qg.engine.store import ShardStore
from pie_qg.engine.work import Job
from pie_qg.parse import EMBEDDED_PIPELINE
from pie_qg.pipeline import make_job, make_steps
from pie_qg.recipe import Recipe
from pie_qg.recipe_file import load_recipe

# Shards a worker, after which each of them has its models loaded.
_WARM = 4
_BARE = """
import json, sys, spacy
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")][:int(sys.argv[2])]
for doc in spacy.load(sys.argv[3]).pipe(texts):
    pass
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds that a command took, from its start to its end."""

    wall: float
    cpu: float


def measure(command: Sequence[str]) -> Cost:
    """Run a command and return what it and its children took."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measure_bare(corpus: Path, passages: int) -> Cost:
    """Return the cost of a bare `nlp.pipe` over the texts of a JSONL corpus, start-up counted."""
    return measure([sys.executable, "-c", _BARE, str(corpus), str(passages), EMBEDDED_PIPELINE])


def measure_generate(corpus: Path, passages: int, method: str) -> Cost:
    """Return the cost of `pie-qg generate` with one worker, start-up counted."""
    with tempfile.TemporaryDirectory() as out:
        program = str(Path(sys.executable).with_name("pie-qg"))
        changes = ["--set", f"paraphrase.method={method}", "--limit", str(passages), "--workers", "1"]
        return measure([program, "generate", str(corpus), "-o", f"{out}/run", "-q", *changes])


def measure_rate(corpus: Path, passages: int, workers: int) -> float:
    """Return passages a second of the stages, from when every worker has loaded its models."""
    recipe = load_recipe("quickstart", [f"corpus.path={corpus}", f"corpus.limit={passages}"])
    with tempfile.TemporaryDirectory() as folder:
        job = make_job(make_steps(recipe), "", ShardStore(Path(folder)))
        return _rate(recipe, job, workers)


def _rate(recipe: Recipe, job: Job, workers: int) -> float:
    done, start, first = 0, 0.0, 0
    shards = make_shards(read_passages(scan_corpus(recipe.corpus), recipe.corpus))
    for number, shard in enumerate(run_local(shards, job, workers)):
        done += shard.passages
        if number == _WARM * workers - 1:
            start, first = time.perf_counter(), done
    return (done - first) / (time.perf_counter() - start)


def repeat(corpus: Path, passages: int, target: Path) -> Path:
    """Write the texts of a JSONL corpus, over and over, to a corpus of so many passages."""
    texts = [json.loads(line)["text"] for line in corpus.open(encoding="utf-8")]
    with target.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in islice(cycle(texts), passages))
    return target


def main(source: Path, passages: int) -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        report(repeat(source, passages, Path(folder) / "corpus.jsonl"), passages)


def report(corpus: Path, passages: int) -> None:
    """Measure over a JSONL corpus and print the ratios."""
    bare = measure_bare(corpus, passages)
    print(f"bare nlp.pipe over {passages} passages: {bare.wall:.1f} s (CPU {bare.cpu:.1f} s), start-up counted")
    for method in ("identity", "syntactic"):
        cost = measure_generate(corpus, passages, method)
        told = f"{cost.wall / bare.wall:.2f}× its time (CPU {cost.cpu / bare.cpu:.2f}×)"
        print(f"generate, one worker, paraphrase.method={method}: {cost.wall:.1f} s, {told}")
    one, two = (measure_rate(corpus, passages, workers) for workers in (1, 2))
    print(f"stages, models loaded: one worker {one:.1f} passages/s, two {two:.1f}: {two / one:.2f}×")


if __name__ == "__main__":
    default = Path(__file__).resolve().parent.parent / "corpora" / "sample" / "passages.jsonl"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default, int(sys.argv[2]) if len(sys.argv) > 2 else 640)
