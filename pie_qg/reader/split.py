"""A slice of the synthetic pairs held out from training, by context, to choose the best checkpoint with."""

from __future__ import annotations

import random
from collections.abc import Sequence

from pie_qg.examples import Example
from pie_qg.stage import seed_for


def hold_out(examples: Sequence[Example], share: float, most: int, seed: int) -> tuple[list[Example], list[Example]]:
    """Return the examples to learn from and those held out; no context is in both.

    `share` of the examples are held out, at most `most`; none where that would leave fewer than two contexts to learn
    from, or where the share comes to no example.
    """
    wanted = min(int(share * len(examples)), most)
    contexts = sorted({example.context for example in examples}, key=lambda text: seed_for(seed, "held out", text))
    sizes = count_by_context(examples)
    held: set[str] = set()
    count = 0
    for context in contexts[: len(contexts) - 2]:
        if count >= wanted:
            break
        held.add(context)
        count += sizes[context]
    learn = [example for example in examples if example.context not in held]
    return learn, [example for example in examples if example.context in held]


def count_by_context(examples: Sequence[Example]) -> dict[str, int]:
    """Return how many examples each context has."""
    sizes: dict[str, int] = {}
    for example in examples:
        sizes[example.context] = sizes.get(example.context, 0) + 1
    return sizes


def sample(examples: Sequence[Example], n: int | None, seed: int) -> list[Example]:
    """Return n of the examples, chosen by the seed, in the order they had; all of them where n is None."""
    if n is None or n >= len(examples):
        return list(examples)
    chosen = random.Random(seed).sample(range(len(examples)), n)
    return [examples[i] for i in sorted(chosen)]
