"""Windows: a question and as much of its context as the encoder takes at once, sliding with a stride."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pie_qg.examples import Example

_TOKENIZE_AT_ONCE = 256

PAD_TO = 16
"""Batches are padded to a multiple of this: blocks of memory of a few sizes are used again, those of many are not."""


@dataclass(frozen=True, slots=True)
class Window:
    """A question with one piece of its context, as tokens."""

    example: int
    """Index of the example among those that were given."""
    inputs: dict[str, list[int]]
    """What the model reads: `input_ids`, and `token_type_ids` where it takes them."""
    first: int
    """Position of the first token of the context."""
    offsets: tuple[tuple[int, int], ...]
    """Start and end in the context, in characters, of the context's tokens."""

    def __len__(self) -> int:
        return len(self.inputs["input_ids"])


def longest_question(max_length: int) -> int:
    """Return how many tokens of a question are kept: 64 as BERT's authors have it, a quarter of a short window."""
    return min(64, max_length // 4)


def fit(model: Any, tokenizer: Any, max_length: int, stride: int) -> tuple[int, int]:
    """Return the longest window and the stride, both cut where the model or its tokenizer takes no such length."""
    config = model.config
    positions = getattr(config, "max_position_embeddings", None) or max_length
    if config.model_type in ("roberta", "xlm-roberta", "camembert", "longformer", "mpnet"):
        positions -= 2  # their positions count from the padding's on
    longest = min(max_length, positions, tokenizer.model_max_length)
    if longest + -longest % PAD_TO > positions:
        longest -= longest % PAD_TO
    return longest, min(stride, (longest - 1) // 2)


def windows(tokenizer: Any, examples: Sequence[Example], max_length: int, stride: int) -> Iterator[Window]:
    """Yield the windows of each example in turn; `stride` is how many tokens two neighbours share."""
    tokenizer.truncation_side, tokenizer.padding_side = "right", "right"
    names = [name for name in ("input_ids", "token_type_ids") if name in tokenizer.model_input_names]
    for begin in range(0, len(examples), _TOKENIZE_AT_ONCE):
        chunk = examples[begin : begin + _TOKENIZE_AT_ONCE]
        encoded = tokenizer(
            _questions(tokenizer, chunk, longest_question(max_length)),
            [example.context for example in chunk],
            truncation="only_second",
            max_length=max_length,
            stride=stride,
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
        )
        for row, index in enumerate(encoded["overflow_to_sample_mapping"]):
            sequence = encoded.sequence_ids(row)
            if 1 not in sequence:
                continue  # a context of which the tokenizer keeps nothing
            first = sequence.index(1)
            stop = len(sequence) - sequence[::-1].index(1)
            offsets = tuple(tuple(pair) for pair in encoded["offset_mapping"][row][first:stop])
            yield Window(begin + index, {name: encoded[name][row] for name in names}, first, offsets)


def training_windows(tokenizer: Any, examples: Sequence[Example], max_length: int, stride: int) -> list[dict[str, Any]]:
    """Return the windows to learn from, each with the positions of the answer's first and last token.

    A window without the answer points to its first token ([CLS]), as does a question without an answer; an example
    whose answer is not wholly in any window is left out.
    """
    found: list[tuple[int, dict[str, Any], bool]] = []
    reachable = set()
    for window in windows(tokenizer, examples, max_length, stride):
        spans = examples[window.example].spans
        positions = find_span(window, *spans[0]) if spans else None
        if positions:
            reachable.add(window.example)
        start, end = positions or (0, 0)
        found.append((window.example, window.inputs | {"start_positions": start, "end_positions": end}, bool(spans)))
    return [inputs for example, inputs, has_answer in found if not has_answer or example in reachable]


def find_span(window: Window, start: int, end: int) -> tuple[int, int] | None:
    """Return the positions of the first and last token of a span of characters; None where it is not wholly inside."""
    if start < window.offsets[0][0] or end > window.offsets[-1][1]:
        return None
    inside = [i for i, (first, stop) in enumerate(window.offsets) if first < end and stop > start]
    return (window.first + inside[0], window.first + inside[-1]) if inside else None


def _questions(tokenizer: Any, examples: Sequence[Example], longest: int) -> list[str]:
    """Return the questions, cut where they have too many tokens, so that each window has room for its context."""
    questions = [example.question.strip() for example in examples]
    encoded = tokenizer(questions, add_special_tokens=False, return_offsets_mapping=True)
    return [
        question if len(offsets) <= longest else question[: offsets[longest - 1][1]]
        for question, offsets in zip(questions, encoded["offset_mapping"], strict=True)
    ]
