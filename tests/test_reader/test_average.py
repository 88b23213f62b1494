"""The mean of readers is a reader, halfway between them."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from pie_qg.examples import Example
from pie_qg.reader.average import average
from pie_qg.reader.encoder import load_reader
from pie_qg.reader.train import train_reader
from pie_qg.recipe import TrainConfig


@pytest.mark.parametrize("number", [1, 3])
def test_weights_are_the_mean(tiny_encoder: Path, examples: list[Example], tmp_path: Path, number: int) -> None:
    config = TrainConfig(encoder=str(tiny_encoder), max_length=64, stride=16, held_out=0, checkpoints=1)
    readers = [tmp_path / f"{place}" for place in range(number)]
    for place, reader in enumerate(readers):
        train_reader(examples[place::number], reader, config)
    average(readers, tmp_path / "mean")
    mean = load_reader(tmp_path / "mean")
    assert mean.fresh == frozenset()
    states = [load_reader(reader).model.state_dict() for reader in readers]
    for name, weight in mean.model.state_dict().items():
        torch.testing.assert_close(weight, sum(state[name] for state in states) / number)
