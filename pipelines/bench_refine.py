"""What refining is worth: readers trained on so many pairs as they are, and on so many of the refined ones.

A reader of the refined pairs goes on from the mean of those that the rounds trained; so does one of the pairs as they
are, to tell what the pairs are worth from what the longer training is.

    python pipelines/bench_refine.py runs/wiki/qa.jsonl dev.json [--examples 4000] [--seeds 3] [--set examples=2500 …]

The pool is refined once; each seed then draws its examples from the pool and from what is left of it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path
from statistics import mean

from pie_qg.examples import Example, read_examples
from pie_qg.reader.predict import predict
from pie_qg.reader.refine import Round, going_on, refine
from pie_qg.reader.score import Score, score
from pie_qg.reader.train import train_reader
from pie_qg.recipe import RefineConfig, TrainConfig


def main() -> None:
    """Refine, train, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--examples", type=int, default=4000)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--pool", type=int, help="take this many pairs of the data, evenly spaced")
    parser.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", help="settings of refining")
    options = parser.parse_args()
    config = RefineConfig(**{key: json.loads(value) for key, _, value in (pair.partition("=") for pair in options.set)})
    pool = read_examples(options.data, training=True)
    if options.pool:
        pool = [pool[i * len(pool) // options.pool] for i in range(min(options.pool, len(pool)))]
    dev = read_examples(options.dev)
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        refined = refine(pool, Path(folder) / "refine", config, TrainConfig(), told=_tell)
        print(f"refined {len(pool)} to {len(refined.examples)} in {time.perf_counter() - began:.0f} s", flush=True)
        gains = []
        settings = TrainConfig(max_examples=options.examples)
        slower = going_on(settings, config)
        for seed in range(options.seeds):
            before = _score(pool, dev, Path(folder) / "before", settings, seed)
            longer = _score(pool, dev, Path(folder) / "longer", slower, seed, refined.reader)
            after = _score(refined.examples, dev, Path(folder) / "after", slower, seed, refined.reader)
            gains.append((after.f1 - before.f1, after.f1 - longer.f1))
            shown = (f"EM {one.em:.2f} F1 {one.f1:.2f}" for one in (before, longer, after))
            print(f"seed {seed}: as they are, as they are for longer, refined: {'; '.join(shown)}", flush=True)
    for position, name in enumerate(("as they are", "as they are for longer")):
        gain = mean(each[position] for each in gains)
        print(f"gain in F1 over the pairs {name}, mean of {len(gains)} seeds: {gain:+.2f}")


def _tell(done: Round) -> None:
    print(f"{done.name}: {done.counts}, held out EM {done.held_out.em:.1f} F1 {done.held_out.f1:.1f}", flush=True)


def _score(
    examples: list[Example], dev: list[Example], out: Path, settings: TrainConfig, seed: int, start: Path | None = None
) -> Score:
    train_reader(examples, out, settings, seed=seed, start=start)
    return score(dev, {found.id: found.text for found in predict(out, dev)})


if __name__ == "__main__":
    main()
