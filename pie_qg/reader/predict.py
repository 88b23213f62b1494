"""Answering questions with a reader: the best span over all windows of a context, and the runners-up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pie_qg.examples import Example
from pie_qg.reader.encoder import Reader, load_reader
from pie_qg.reader.features import PAD_TO, Window, fit, windows
from pie_qg.reader.hardware import keep_freed_memory, precision

CHARACTERS_AT_ONCE = 2_000_000
TOKENS_IN_BATCH = 16 * 384
TELL_EVERY = 64  # windows


@dataclass(frozen=True, slots=True)
class Span:
    """A candidate answer: characters `start` to `end` of the context."""

    text: str
    start: int
    end: int
    score: float
    """Logit of its first token plus that of its last."""
    probability: float = 0.0
    """Share among all spans of the context of at most the maximum length, and no answer where that was allowed."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a reader answers to one question."""

    id: str
    text: str
    """The best span's text; empty where the reader says that the context has no answer."""
    best: tuple[Span, ...]
    """The best spans, best first; the first is the answer unless there is none."""
    no_answer: float
    """Score of no answer less that of the best span: the higher, the surer that there is none."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The best spans of one window, and the log of the sum of the exponentials of all its spans' scores."""

    spans: tuple[Span, ...]
    mass: float
    null: float


def predict(
    reader: Reader | str | Path,
    examples: Sequence[Example],
    *,
    max_answer_tokens: int = 30,
    n_best: int = 20,
    max_length: int = 384,
    stride: int = 128,
    no_answer_threshold: float | Literal["reader's own"] | None = "reader's own",
    progress: Callable[[int, int], None] | None = None,
) -> list[Prediction]:
    """Return a prediction an example, in order.

    A question whose no-answer score is above the threshold gets the empty answer: the reader's own threshold, which a
    reader that learnt from unanswerable questions has, or the one given; with None, every question gets an answer.
    Memory depends on the longest context, not on how many examples there are. `progress` is called with the examples
    done, about, and the examples in all.
    """
    if not isinstance(reader, Reader):
        reader = load_reader(reader)
    threshold = no_answer_threshold
    if isinstance(threshold, str):
        threshold = getattr(reader.model.config, "no_answer_threshold", None)
    size = fit(reader.model, reader.tokenizer, max_length, stride)
    keep_freed_memory()
    predictions: list[Prediction] = []
    for chunk in _chunks(examples):
        found: list[list[_Found]] = [[] for _ in chunk]
        asked = list(windows(reader.tokenizer, chunk, *size))
        for done, (window, start, end) in enumerate(_logits(reader, asked)):
            context = chunk[window.example].context
            found[window.example].append(_best_spans(window, context, start, end, max_answer_tokens, n_best))
            if progress and done % TELL_EVERY == 0:
                progress(len(predictions) + done * len(chunk) // len(asked), len(examples))
        predictions += [
            _combine(example, parts, n_best, threshold) for example, parts in zip(chunk, found, strict=True)
        ]
        if progress:
            progress(len(predictions), len(examples))
    return predictions


def _chunks(examples: Sequence[Example]) -> Iterator[Sequence[Example]]:
    """Yield runs of examples whose contexts are short enough, together, to be held as windows at once."""
    begin, characters = 0, 0
    for index, example in enumerate(examples):
        if characters and characters + len(example.context) > CHARACTERS_AT_ONCE:
            yield examples[begin:index]
            begin, characters = index, 0
        characters += len(example.context)
    yield examples[begin:]


def _logits(reader: Reader, found: list[Window]) -> Iterator[tuple[Window, Any, Any]]:
    """Yield each window with its start and end logits, one number a token, windows of like length together.

    In fp32 whatever the hardware: bf16 changes one answer in fifty, and a score should not depend on the machine.
    """
    import torch

    device = precision().device
    model = reader.model.to(device).eval()
    with torch.inference_mode():
        for batch in _batches(sorted(found, key=len)):
            inputs = reader.tokenizer.pad(
                [window.inputs for window in batch], pad_to_multiple_of=PAD_TO, return_tensors="pt"
            )
            output = model(**{name: values.to(device) for name, values in inputs.items()})
            starts, ends = output.start_logits.float().cpu().numpy(), output.end_logits.float().cpu().numpy()
            yield from zip(batch, starts, ends, strict=True)


def _batches(found: Sequence[Window]) -> Iterator[list[Window]]:
    batch: list[Window] = []
    for window in found:
        if batch and len(window) * (len(batch) + 1) > TOKENS_IN_BATCH:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _best_spans(window: Window, context: str, start: Any, end: Any, longest: int, n_best: int) -> _Found:
    """Return the best spans of one window, of all those of at most `longest` tokens.

    `start` and `end`: logits, a row a token of the padded window.
    """
    import numpy as np

    tokens = len(window.offsets)
    begin = start[window.first : window.first + tokens].astype(np.float64)
    stop = end[window.first : window.first + tokens].astype(np.float64)
    padded = np.concatenate([stop, np.full(longest - 1, -np.inf)])
    scores = begin[:, None] + np.lib.stride_tricks.sliding_window_view(padded, longest)
    top = scores.max()
    mass = float(top + np.log(np.exp(scores - top).sum()))
    flat = scores.ravel()
    count = min(n_best, int(np.isfinite(flat).sum()))
    chosen = np.argpartition(-flat, count - 1)[:count]
    chosen = chosen[np.argsort(-flat[chosen], kind="stable")]
    spans = []
    for row, length in zip(*np.unravel_index(chosen, scores.shape), strict=True):
        first, last = window.offsets[row][0], window.offsets[row + length][1]
        spans.append(Span(context[first:last], first, last, float(scores[row, length])))
    return _Found(tuple(spans), mass, float(start[0] + end[0]))


def _combine(example: Example, found: Sequence[_Found], n_best: int, threshold: float | None) -> Prediction:
    """Put the windows of one context together; a span in two windows counts once, with its better score."""
    import math

    if not found:
        return Prediction(example.id, "", (), 0.0)
    best: dict[tuple[int, int], Span] = {}
    for span in (span for part in found for span in part.spans):
        known = best.get((span.start, span.end))
        if known is None or span.score > known.score:
            best[span.start, span.end] = span
    ranked = sorted(best.values(), key=lambda span: (-span.score, span.start, span.end))[:n_best]
    null = min(part.null for part in found)
    masses = [part.mass for part in found] + ([null] if threshold is not None else [])
    top = max(masses)
    total = top + math.log(sum(math.exp(mass - top) for mass in masses))
    spans = tuple(Span(span.text, span.start, span.end, span.score, math.exp(span.score - total)) for span in ranked)
    no_answer = null - spans[0].score
    text = "" if threshold is not None and no_answer > threshold else spans[0].text
    return Prediction(example.id, text, spans, no_answer)
