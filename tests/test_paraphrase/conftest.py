"""A real parse, and a tiny Pegasus that is saved and loaded as a real one would be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.recipe import ParseConfig
from pie_qg.records import Sentence


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser(ParseConfig())


@pytest.fixture(scope="session")
def parse(parser: SpacyParser) -> Callable[[str], Sentence]:
    """The first sentence of a text."""
    return lambda text: parser.parse([text])[0][0]


@pytest.fixture(scope="session")
def tiny_pegasus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors
    from transformers import PegasusConfig, PegasusForConditionalGeneration, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("pegasus")
    words = "The city was founded by Greeks in 657. Barry won three games Paris and never lost".split()
    letters = sorted(set("▁" + "".join(words)))
    special = [(token, 0.0) for token in ("<pad>", "</s>", "<unk>")]
    # A vocabulary that is written down: a trained one differs from run to run, and so would all that is generated.
    pieces = special + [("▁" + word, -3.0) for word in words] + [(letter, -6.0) for letter in letters]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=2))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="<pad>", eos_token="</s>", unk_token="<unk>")
    fast.save_pretrained(folder)
    torch.manual_seed(0)
    config = PegasusConfig(
        vocab_size=len(fast), d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4,
        decoder_attention_heads=4, encoder_ffn_dim=64, decoder_ffn_dim=64, max_position_embeddings=64,
        pad_token_id=0, eos_token_id=1, decoder_start_token_id=0, forced_eos_token_id=1, init_std=0.6,
    )  # fmt: skip
    PegasusForConditionalGeneration(config).save_pretrained(folder)
    return folder
