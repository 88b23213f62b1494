"""Which parameters learn, and how fast: those that the encoder lacked have everything to learn."""

from __future__ import annotations

from typing import Any

from pie_qg.reader.encoder import Reader
from pie_qg.recipe import TrainConfig


def parameter_groups(reader: Reader, config: TrainConfig) -> list[dict[str, Any]]:
    """Return the parameters that learn, in groups, each with its highest learning rate and its weight decay.

    Matrices decay, biases and norms do not (as BERT's authors have it); parameters that were not in the encoder's
    weights learn `head_rate` times as fast.
    """
    groups: dict[tuple[float, float], list[Any]] = {}
    for name, parameter in reader.model.named_parameters():
        if parameter.requires_grad:
            rate = config.learning_rate * (config.head_rate if name in reader.fresh else 1.0)
            decay = config.weight_decay if parameter.ndim > 1 else 0.0
            groups.setdefault((rate, decay), []).append(parameter)
    return [{"params": group, "lr": rate, "weight_decay": decay} for (rate, decay), group in groups.items()]
