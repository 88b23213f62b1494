from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pie_qg.errors import InputError
from pie_qg.paraphrase.seq2seq import Seq2Seq
from pie_qg.recipe import ParaphraseConfig
from pie_qg.records import Sentence

Parse = Callable[[str], Sentence]
TEXTS = (
    "The city was founded by Greeks in 657.",
    "Barry won three games.",
    "The city was founded by Greeks in 657.",
    "Barry never lost in Paris and won games in the city.",
)


def model(folder: Path, decoding: str = "beams", batch_size: int = 2) -> Seq2Seq:
    settings = {"method": "seq2seq", "model": str(folder), "candidates": 4, "max_tokens": 16, "precision": "fp32"}
    made = Seq2Seq(ParaphraseConfig(**settings, decoding=decoding, batch_size=batch_size), seed=3)
    made.load()
    return made


def published_loop(folder: Path, passages: list[list[str]]) -> list[list[str]]:
    """The published way: a batch a passage, beams, all of them returned; an empty one is no paraphrase."""
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    tokenizer, network = AutoTokenizer.from_pretrained(folder), AutoModelForSeq2SeqLM.from_pretrained(folder).eval()
    made = []
    for texts in passages:
        batch = tokenizer(texts, truncation=True, padding="longest", max_length=16, return_tensors="pt")
        output = network.generate(
            input_ids=batch["input_ids"], attention_mask=batch["attention_mask"],
            max_length=16, num_beams=4, num_return_sequences=4, do_sample=False,
        )  # fmt: skip
        decoded = [text.strip() for text in tokenizer.batch_decode(output, skip_special_tokens=True)]
        groups = [decoded[4 * place : 4 * place + 4] for place in range(len(texts))]
        made += [[text for text in dict.fromkeys(group) if text] for group in groups]
    return made


@pytest.mark.parametrize("decoding", ["beams", "samples"])
def test_candidates_do_not_depend_on_what_else_is_in_the_batch(parse: Parse, tiny_pegasus: Path, decoding: str) -> None:
    sentences = [parse(text) for text in TEXTS]

    together = model(tiny_pegasus, decoding).candidates(sentences)
    alone = [model(tiny_pegasus, decoding, 1).candidates([sentence])[0] for sentence in sentences]

    assert together == alone
    assert together[0] == together[2]
    assert all(len(each) > 1 for each in together)


def test_beams_are_those_of_the_published_loop(parse: Parse, tiny_pegasus: Path) -> None:
    made = model(tiny_pegasus).candidates([parse(text) for text in TEXTS])

    assert [[each.text for each in group] for group in made] == published_loop(
        tiny_pegasus, [list(TEXTS[:2]), list(TEXTS[2:])]
    )


def test_a_model_that_cannot_be_reached_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)

    with pytest.raises(InputError) as caught:
        Seq2Seq(ParaphraseConfig(method="seq2seq", model="nobody/no-such-model"), 0).load()

    assert "\n" not in str(caught.value)
    assert "nobody/no-such-model" in str(caught.value)


def test_a_folder_that_holds_no_encoder_decoder_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        Seq2Seq(ParaphraseConfig(method="seq2seq", model=str(tmp_path)), 0).load()

    assert "\n" not in str(caught.value)
