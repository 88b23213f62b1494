"""A tiny encoder with a real tokenizer, and a few examples to learn: enough to run the real training in seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from pie_qg.examples import Example


@pytest.fixture(scope="session")
def tiny_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a BERT with two layers of 32 units, its weights random, with the embedded encoder's tokenizer."""
    import torch
    from transformers import AutoTokenizer, BertConfig, BertModel

    from pie_qg.reader.encoder import find_encoder, quiet_transformers

    folder = tmp_path_factory.mktemp("encoder") / "tiny"
    torch.manual_seed(0)
    config = BertConfig(hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64)
    with quiet_transformers():
        BertModel(config).save_pretrained(folder)
        AutoTokenizer.from_pretrained(find_encoder()).save_pretrained(folder)
    return folder


PLACES = ["Oslo", "Paris", "Rome", "Lima", "Cairo", "Delhi", "Quito", "Minsk"]
NAMES = ["Ann", "Bob", "Carl", "Dora", "Emma", "Finn", "Gina", "Hugo"]


@pytest.fixture(scope="session")
def examples() -> list[Example]:
    """64 questions on 64 contexts."""
    made = []
    for name in NAMES:
        for place in PLACES:
            context = f"In the spring {name} moved to {place} with two dogs and a cat."
            start = context.index(place)
            made.append(
                Example(f"{name}-{place}", f"Where did {name} go?", context, (place,), ((start, start + len(place)),))
            )
    return made
