"""Fine-tuning an encoder to a reader, through the Hugging Face Trainer.

examples = read_examples("squad.json", training=True)
train_reader(examples, Path("reader"), TrainConfig(epochs=1), seed=0)
predictions = predict("reader", read_examples("dev.json"))        # pie_qg.reader.predict
score(examples, {p.id: p.text for p in predictions})              # pie_qg.reader.score
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pie_qg.errors import InputError
from pie_qg.examples import Example, read_examples
from pie_qg.reader.encoder import Reader, load_reader, quiet_transformers
from pie_qg.reader.features import training_windows
from pie_qg.reader.hardware import keep_freed_memory, keep_head_in_full_precision, precision
from pie_qg.recipe import TrainConfig


@dataclass(frozen=True)
class Training:
    """What came of a training."""

    reader: Path
    examples: int
    """Examples learnt from."""
    seconds: float
    """Wall time of the training steps."""
    loss: float


def train_reader(
    data: str | Path | Sequence[Example], out: Path, config: TrainConfig | None = None, *, seed: int = 0
) -> Training:
    """Fine-tune an encoder on a data set and save it as a reader; `out` appears when it is whole.

    Raises InputError where the data set, the encoder or `out` will not do, before any step is taken.
    """
    config = config or TrainConfig()
    examples = read_examples(data, training=True) if isinstance(data, (str, Path)) else list(data)
    check_output(out)
    examples = sample(examples, config.max_examples, seed)
    setting = precision()
    reader = load_reader(config.encoder, attention=setting.attention, seed=seed)
    work = out.with_name(f".{out.name}.part")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    features = training_windows(reader.tokenizer, examples, config.max_length, config.stride)
    if not features:
        raise InputError(f"{data if isinstance(data, (str, Path)) else 'the data set'}: no answer fits a window")
    keep_freed_memory()
    trainer = build_trainer(reader, features, work, config, seed, bf16=setting.bf16)
    with quiet_transformers():
        result = trainer.train()
    save_reader(reader, work / "reader", out)
    shutil.rmtree(work)
    return Training(out, len(examples), result.metrics["train_runtime"], result.training_loss)


def build_trainer(
    reader: Reader, features: list[dict[str, Any]], work: Path, config: TrainConfig, seed: int, *, bf16: bool
) -> Any:
    """Return the Trainer: batches of like length, padded to their longest, warm-up and linear decay."""
    import torch
    from transformers import DataCollatorWithPadding, Trainer, TrainingArguments

    if bf16:
        keep_head_in_full_precision(reader.model)
    arguments = TrainingArguments(
        output_dir=str(work),
        per_device_train_batch_size=config.batch_size,
        num_train_epochs=config.epochs,
        learning_rate=config.learning_rate,
        warmup_steps=config.warmup,
        weight_decay=config.weight_decay,
        lr_scheduler_type="linear",
        train_sampling_strategy="group_by_length",
        bf16=bf16,
        use_cpu=not torch.cuda.is_available(),
        seed=seed,
        save_strategy="no",
        logging_strategy="no",
        report_to="none",
        disable_tqdm=True,
        dataloader_pin_memory=False,
    )
    return Trainer(
        model=reader.model,
        args=arguments,
        train_dataset=features,
        data_collator=DataCollatorWithPadding(reader.tokenizer),
    )


def check_output(out: Path) -> None:
    """Raise InputError where the reader would take the place of something that is no reader."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out}: is a file; name a folder for the reader")
    if out.is_dir() and any(out.iterdir()) and not (out / "config.json").is_file():
        raise InputError(f"{out}: holds files that are no reader; name another folder, or empty it")


def sample(examples: Sequence[Example], n: int | None, seed: int) -> list[Example]:
    """Return n of the examples, chosen by the seed, in the order they had; all of them where n is None."""
    if n is None or n >= len(examples):
        return list(examples)
    chosen = random.Random(seed).sample(range(len(examples)), n)
    return [examples[i] for i in sorted(chosen)]


def save_reader(reader: Reader, folder: Path, out: Path) -> None:
    """Write the reader to `folder`, then move it to `out` in one step."""
    reader.model.save_pretrained(folder)
    reader.tokenizer.save_pretrained(folder)
    if out.exists():
        shutil.rmtree(out)
    folder.rename(out)
