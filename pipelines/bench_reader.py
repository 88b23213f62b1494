"""How fast a reader is trained, beside a stock Trainer on the same pairs, and whether it learns as much.

    python pipelines/bench_reader.py [DATA] [--examples 300] [--encoder NAME] [--dev DEV]

The stock set-up is what one would write by hand: every window padded to 384 tokens, fp32, sdpa attention, the Trainer's
own order of batches and allocator. Both learn the same windows, with the same seed, learning rate and epochs, each in
a process of its own.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from pie_qg.examples import read_examples
from pie_qg.reader.encoder import load_reader, quiet_transformers
from pie_qg.reader.features import training_windows
from pie_qg.reader.predict import predict
from pie_qg.reader.score import score
from pie_qg.reader.split import sample
from pie_qg.reader.train import train_reader
from pie_qg.recipe import TrainConfig

SAMPLE = Path(__file__).resolve().parent.parent / "corpora" / "sample" / "questions.json"

Result = dict[str, float]


def ours(data: str, settings: TrainConfig, out: Path) -> Result:
    """Train as `pie-qg train` does, with no pair held out."""
    training = train_reader(data, out, settings)
    return {"examples/s": training.examples / training.seconds, "seconds": training.seconds, **_memory()}


def stock(data: str, settings: TrainConfig, out: Path) -> Result:
    """Train as a Trainer does that was set up by hand."""
    import torch
    from transformers import Trainer, TrainingArguments, default_data_collator

    examples = sample(read_examples(data, training=True), settings.max_examples, 0)
    reader = load_reader(settings.encoder, attention="sdpa")
    features = training_windows(reader.tokenizer, examples, 384, 128)
    padded = [_pad(reader.tokenizer, window) for window in features]
    arguments = TrainingArguments(
        output_dir=str(out.with_name("stock")),
        per_device_train_batch_size=settings.batch_size,
        num_train_epochs=settings.epochs,
        learning_rate=settings.learning_rate,
        warmup_steps=settings.warmup,
        weight_decay=settings.weight_decay,
        use_cpu=not torch.cuda.is_available(),
        save_strategy="no",
        logging_strategy="no",
        report_to="none",
        disable_tqdm=True,
        seed=0,
    )
    with quiet_transformers():
        trainer = Trainer(model=reader.model, args=arguments, train_dataset=padded, data_collator=default_data_collator)
        seconds = trainer.train().metrics["train_runtime"]
        reader.model.save_pretrained(out)
        reader.tokenizer.save_pretrained(out)
    return {"examples/s": len(examples) / seconds, "seconds": seconds, **_memory()}


def main() -> None:
    """Train both ways, score both where there is something to score on, and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", default=str(SAMPLE))
    parser.add_argument("--examples", type=int, default=300)
    parser.add_argument("--encoder")
    parser.add_argument("--dev")
    options = parser.parse_args()
    settings = TrainConfig(encoder=options.encoder, max_examples=options.examples, held_out=0.0, checkpoints=1)
    with tempfile.TemporaryDirectory() as folder:
        results: dict[str, Result] = {}
        for train in (stock, ours):
            out = Path(folder) / train.__name__
            results[train.__name__] = _alone(train, options.data, settings, out)
            if options.dev:
                began = time.perf_counter()
                results[train.__name__] |= _alone(_scored, out, options.dev)
                results[train.__name__]["scored in"] = time.perf_counter() - began
            print(
                f"{train.__name__}: " + ", ".join(f"{k} {v:.2f}" for k, v in results[train.__name__].items()),
                flush=True,
            )
    print(f"ratio of examples a second: {results['ours']['examples/s'] / results['stock']['examples/s']:.2f}")


def _scored(reader: Path, dev: str) -> Result:
    examples = read_examples(dev)
    result = score(examples, {found.id: found.text for found in predict(reader, examples)})
    return {"EM": result.em, "F1": result.f1}


def _alone(task: Callable[..., Result], *arguments: Any) -> Result:
    """Run in a process of its own: what one sets in its allocator would serve the other too."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(task, *arguments).result()


def _pad(tokenizer: Any, window: dict[str, Any]) -> dict[str, Any]:
    length = len(window["input_ids"])
    filled: dict[str, Any] = {"attention_mask": [1] * length + [0] * (384 - length)}
    for name, value in window.items():
        padding = tokenizer.pad_token_id if name == "input_ids" else 0
        filled[name] = [*value, *[padding] * (384 - length)] if isinstance(value, Sequence) else value
    return filled


def _memory() -> Result:
    return {"peak GB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20}


if __name__ == "__main__":
    main()
