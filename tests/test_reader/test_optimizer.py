"""What learns, and how fast."""

from __future__ import annotations

from pathlib import Path

import pytest

from pie_qg.reader.encoder import freeze_embeddings, load_reader
from pie_qg.reader.optimizer import parameter_groups
from pie_qg.recipe import TrainConfig


@pytest.mark.parametrize("rate", [1, 10])
def test_a_new_head_learns_faster(rate: float, tiny_encoder: Path) -> None:
    reader = load_reader(str(tiny_encoder))
    groups = parameter_groups(reader, TrainConfig(learning_rate=1e-3, head_rate=rate))
    rates = {id(parameter): group["lr"] for group in groups for parameter in group["params"]}
    found = {name: rates[id(parameter)] for name, parameter in reader.model.named_parameters()}
    assert {found.pop("qa_outputs.weight"), found.pop("qa_outputs.bias")} == {rate * 1e-3}
    assert set(found.values()) == {1e-3}


def test_only_matrices_decay_and_what_is_frozen_stays(tiny_encoder: Path) -> None:
    reader = load_reader(str(tiny_encoder))
    freeze_embeddings(reader.model)
    groups = parameter_groups(reader, TrainConfig())
    decays = {parameter.ndim > 1: group["weight_decay"] for group in groups for parameter in group["params"]}
    assert decays == {True: 0.01, False: 0.0}
    learning = {id(parameter) for group in groups for parameter in group["params"]}
    assert id(reader.model.get_input_embeddings().weight) not in learning
