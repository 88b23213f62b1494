"""Sentence embeddings say the same whatever the batch, and leave the number of threads as it was."""

from __future__ import annotations

import pytest

from pie_qg.paraphrase.embed import BATCH_TOKENS, SentenceEncoder, _batches

PAIRS = [
    ("The ferry sank near Dover in 1950.", "In 1950 the ferry sank near Dover."),
    ("The ferry sank near Dover in 1950.", "Cheese is made from milk."),
    ("Anna, who had lived in Rome for twenty years, sold the house.", "The house was sold by Anna."),
]


def test_batches_hold_each_text_once_and_few_tokens() -> None:
    lengths = [3, 120, 128, 5, 128, 128, 128, 64, 9]
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    batches = list(_batches(order, lengths))
    assert [place for batch in batches for place in batch] == order
    assert all(max(lengths[place] for place in batch) * len(batch) <= BATCH_TOKENS for batch in batches)


def test_a_cosine_does_not_depend_on_its_batch() -> None:
    import torch

    threads = torch.get_num_threads()
    encoder = SentenceEncoder()
    together = encoder.similarities(PAIRS)
    alone = [cosine for pair in PAIRS for cosine in encoder.similarities([pair])]
    assert together == pytest.approx(alone, abs=0.01)
    assert together[0] > 0.9 > 0.3 > together[1]
    assert torch.get_num_threads() == threads
