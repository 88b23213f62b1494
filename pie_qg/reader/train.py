"""Fine-tuning an encoder to a reader, through the Hugging Face Trainer.

examples = read_examples("squad.json", training=True)             # pie_qg.examples
train_reader(examples, Path("reader"), TrainConfig(epochs=1), seed=0)
predictions = predict("reader", read_examples("dev.json"))        # pie_qg.reader.predict
score(examples, {p.id: p.text for p in predictions})              # pie_qg.reader.score
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pie_qg.errors import InputError
from pie_qg.examples import Example, read_examples
from pie_qg.reader.batches import LengthBuckets
from pie_qg.reader.card import FACTS, Facts, data_digest, read_facts, weights_digest, write_card
from pie_qg.reader.checkpoints import check_output, finish, last_checkpoint, open_work
from pie_qg.reader.encoder import (
    Reader,
    encoder_name,
    freeze_embeddings,
    load_reader,
    quiet_transformers,
    save_reader,
)
from pie_qg.reader.features import PAD_TO, fit, training_windows
from pie_qg.reader.hardware import give_memory_back, keep_freed_memory, keep_head_in_full_precision, precision
from pie_qg.reader.optimizer import parameter_groups
from pie_qg.reader.predict import predict
from pie_qg.reader.score import Score, score
from pie_qg.reader.split import hold_out, sample
from pie_qg.reader.threshold import best_threshold
from pie_qg.recipe import TrainConfig

Progress = Callable[[int, int], None]
"""Called with the steps done and the steps in all."""


@dataclass(frozen=True)
class Training:
    """What came of a training."""

    reader: Path
    examples: int
    """Examples learnt from."""
    seconds: float
    """Wall time of the training steps, those before an interruption left out."""
    loss: float
    """Mean loss of the steps."""
    held_out: Score
    """EM and F1 on the slice of the data that was held out (n is 0 where none was)."""
    resumed_at: int = 0
    """Step at which an interrupted training was taken up; 0 where there was none."""


def train_reader(
    data: str | Path | Sequence[Example],
    out: Path,
    config: TrainConfig | None = None,
    *,
    seed: int = 0,
    name: str | None = None,
    start: Path | None = None,
    progress: Progress | None = None,
) -> Training:
    """Fine-tune an encoder on a data set and save it as a reader; `out` appears when it is whole.

    `name` is what messages and the model card call the data; a file's own name where it is not given. `start` is a
    reader of the same encoder that the training goes on from.

    A training that was interrupted goes on from its last checkpoint when it is asked for again, with the same data,
    settings and seed. Raises InputError where the data set, the encoder or `out` will not do, before any step is taken.
    """
    from accelerate import PartialState

    config = config or TrainConfig()
    name = name or (str(data) if isinstance(data, str | Path) else "examples")
    examples = read_examples(data, training=True) if isinstance(data, str | Path) else list(data)
    check_output(out)
    examples = sample(examples, config.max_examples, seed)
    learn, held = hold_out(examples, config.held_out, config.held_out_most, seed)
    setting = precision()
    reader = load_reader(start or config.encoder, attention=setting.attention, seed=seed, dropout=config.dropout)
    if config.freeze_embeddings:
        freeze_embeddings(reader.model)
    size = fit(reader.model, reader.tokenizer, config.max_length, config.stride)
    features = training_windows(reader.tokenizer, learn, *size)
    if not any(window["start_positions"] for window in features):
        raise InputError(f"{name}: no answer fits a window of {size[0]} tokens; nothing can be learnt from it")
    started = weights_digest(start) if start else ""
    key = {"data": data_digest(examples), "config": config.model_dump(), "seed": seed, "start": started}
    with PartialState(cpu=setting.device == "cpu").main_process_first():
        work = open_work(out, key)
        checkpoint = last_checkpoint(work)
    held_windows = training_windows(reader.tokenizer, held, *size)
    keep_freed_memory()
    trainer = build_trainer(reader, features, held_windows, work, config, seed, bf16=setting.bf16, progress=progress)
    with quiet_transformers():
        result = trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    held_score = _settle(reader, held, config)
    training = Training(
        out,
        len(learn),
        result.metrics["train_runtime"],
        result.training_loss,
        held_score,
        int(checkpoint.name.rpartition("-")[2]) if checkpoint else 0,
    )
    if trainer.is_world_process_zero():
        save_reader(reader, work / "reader")
        write_card(work / "reader", _facts(name, examples, training, config, seed, started))
        finish(work, out)
    del trainer, reader
    give_memory_back()
    return training


def is_trained(reader: Path, examples: Sequence[Example], config: TrainConfig, seed: int, started: str = "") -> bool:
    """Return whether the folder holds the reader that these examples, settings, seed and start give.

    `started` is the digest of the weights that the training went on from.
    """
    if not (reader / FACTS).is_file():
        return False
    facts = read_facts(reader)
    made_from = (facts.data_sha256, dict(facts.settings), facts.seed, facts.started_sha256)
    return made_from == (data_digest(sample(examples, config.max_examples, seed)), config.model_dump(), seed, started)


def build_trainer(
    reader: Reader,
    features: list[dict[str, Any]],
    held_out: list[dict[str, Any]],
    work: Path,
    config: TrainConfig,
    seed: int,
    *,
    bf16: bool,
    progress: Progress | None = None,
) -> Any:
    """Return the Trainer: batches of like length, padded to their longest, warm-up, linear decay, checkpoints."""
    from transformers import DataCollatorWithPadding, Trainer
    from transformers.trainer_callback import PrinterCallback

    class BucketTrainer(Trainer):
        """A Trainer whose order of batches the seed and the epoch decide, also when it resumes."""

        def _get_train_sampler(self, train_dataset: Any = None) -> Any:  # noqa: ARG002
            lengths = [len(window["input_ids"]) for window in features]
            together = self.args.train_batch_size * self.args.gradient_accumulation_steps
            return LengthBuckets(lengths, together, seed, short_first=bool(reader.fresh))  # a reader has learnt to find

    if bf16:
        keep_head_in_full_precision(reader.model)
    arguments = _arguments(len(features), bool(held_out), work, config, seed, bf16=bf16)
    optimizer, settings = Trainer.get_optimizer_cls_and_kwargs(arguments)
    trainer = BucketTrainer(
        model=reader.model,
        args=arguments,
        train_dataset=features,
        eval_dataset=held_out or None,
        data_collator=DataCollatorWithPadding(reader.tokenizer, pad_to_multiple_of=PAD_TO),
        callbacks=[_teller(progress)] if progress else None,
        optimizer_cls_and_kwargs=(optimizer, settings | {"params": parameter_groups(reader, config)}),
    )
    trainer.remove_callback(PrinterCallback)
    return trainer


def _arguments(windows: int, evaluates: bool, work: Path, config: TrainConfig, seed: int, *, bf16: bool) -> Any:
    import torch
    from transformers import TrainingArguments

    devices = max(1, torch.cuda.device_count())
    steps = max(1, round(config.epochs * windows / (config.batch_size * devices)))
    interval = max(1, -(-steps // config.checkpoints))
    return TrainingArguments(
        output_dir=str(work),
        per_device_train_batch_size=config.batch_size,
        per_device_eval_batch_size=config.batch_size,
        num_train_epochs=config.epochs,
        learning_rate=config.learning_rate,
        warmup_steps=config.warmup,
        lr_scheduler_type="linear",
        neftune_noise_alpha=config.noise or None,  # Jain et al., ICLR 2024
        bf16=bf16,
        use_cpu=not (torch.cuda.is_available() or torch.backends.mps.is_available()),
        seed=seed,
        eval_strategy="steps" if evaluates else "no",
        eval_steps=interval,
        save_strategy="steps",
        save_steps=interval,
        save_total_limit=2,
        load_best_model_at_end=evaluates,
        metric_for_best_model="eval_loss" if evaluates else None,
        greater_is_better=False if evaluates else None,
        prediction_loss_only=True,
        logging_strategy="no",
        report_to="none",
        disable_tqdm=True,
        dataloader_pin_memory=torch.cuda.is_available(),
    )


def _teller(progress: Progress) -> Any:
    from transformers import TrainerCallback

    class Teller(TrainerCallback):
        """Tells how many steps are done."""

        def on_step_end(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:  # noqa: ARG002
            progress(state.global_step, state.max_steps)

    return Teller()


def _settle(reader: Reader, held: Sequence[Example], config: TrainConfig) -> Score:
    """Score the reader on what was held out, and, where some of it has no answer, choose when it shall say so."""
    if not held:
        return Score(0, 0.0, 0.0)
    found = predict(reader, held, max_length=config.max_length, stride=config.stride, no_answer_threshold=None)
    answers = {prediction.id: prediction.text for prediction in found}
    if any(not example.spans for example in held):
        threshold = best_threshold(held, found).f1_at
        reader.model.config.no_answer_threshold = threshold
        answers = {p.id: "" if p.no_answer > threshold else p.text for p in found}
    return score(held, answers)


def _facts(
    name: str, examples: Sequence[Example], training: Training, config: TrainConfig, seed: int, started: str
) -> Facts:
    return Facts(
        encoder=encoder_name(config.encoder),
        data=Path(name).name,
        data_sha256=data_digest(examples),
        examples=training.examples,
        unanswerable=sum(not example.spans for example in examples),
        contexts=len({example.context for example in examples}),
        seed=seed,
        seconds=training.seconds,
        loss=training.loss,
        held_out=training.held_out,
        settings=config.model_dump(),
        started_sha256=started,
    )
