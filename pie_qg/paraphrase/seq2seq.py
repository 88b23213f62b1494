"""Paraphrases by an encoder–decoder model: any that transformers can load, Pegasus as in PIE-QG by default."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pie_qg.errors import InputError
from pie_qg.paraphrase.candidate import Candidate
from pie_qg.recipe import ParaphraseConfig
from pie_qg.records import Sentence
from pie_qg.stage import seed_for

PUBLISHED_MODEL = "tuner007/pegasus_paraphrase"


class Seq2Seq:
    """Generates candidates in batches across passages, sentences of like length together, each text once."""

    def __init__(self, config: ParaphraseConfig, seed: int) -> None:
        self.config = config
        self._seed = seed
        self._tokenizer: Any = None
        self._model: Any = None

    def load(self) -> None:
        """Load model and tokenizer.

        Raises InputError where the model is no encoder–decoder, or can be reached neither in a folder nor on the Hub.
        """
        import torch
        from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

        from pie_qg.reader.encoder import quiet_transformers
        from pie_qg.reader.hardware import precision

        name = self.config.model or PUBLISHED_MODEL
        _require(name)
        hardware = precision()
        bf16 = hardware.bf16 and self.config.precision == "auto"
        try:
            with quiet_transformers():
                self._tokenizer = AutoTokenizer.from_pretrained(name)
                model = AutoModelForSeq2SeqLM.from_pretrained(name, dtype=torch.bfloat16 if bf16 else torch.float32)
        except (OSError, ValueError, KeyError, RuntimeError, ImportError) as error:
            reason = str(error).strip().splitlines()[0]
            raise InputError(f"paraphrase.model: {name!r} is no encoder–decoder that can be loaded: {reason}") from None
        self._model = model.to(hardware.device).eval()

    def candidates(self, sentences: Sequence[Sentence]) -> list[list[Candidate]]:
        texts = sorted({sentence.text for sentence in sentences}, key=lambda text: (len(text), text))
        made: dict[str, list[Candidate]] = {}
        for batch in _batches(texts, self.config.batch_size):
            made.update(zip(batch, self._generate(batch), strict=True))
        return [made[sentence.text] for sentence in sentences]

    def _generate(self, texts: list[str]) -> list[list[Candidate]]:
        """Return the candidates of a batch of texts, each list without repetitions and in the model's order."""
        import torch

        each = self.config.candidates
        rows = texts if self.config.decoding == "beams" else [text for text in texts for _ in range(each)]
        limit = self.config.max_tokens
        inputs = self._tokenizer(rows, truncation=True, padding="longest", max_length=limit, return_tensors="pt")
        inputs = inputs.to(self._model.device)
        with torch.inference_mode():
            output = self._model.generate(
                input_ids=inputs["input_ids"],
                attention_mask=inputs["attention_mask"],
                max_length=limit,
                **self._decoding(rows),
            )
        decoded = self._tokenizer.batch_decode(output, skip_special_tokens=True)
        groups = [decoded[place * each : (place + 1) * each] for place in range(len(texts))]
        return [[Candidate(text) for text in dict.fromkeys(one.strip() for one in group) if text] for group in groups]

    def _decoding(self, rows: list[str]) -> dict[str, Any]:
        if self.config.decoding == "beams":
            each = self.config.candidates
            return {"num_beams": each, "num_return_sequences": each, "do_sample": False}
        from transformers import LogitsProcessorList

        noise = _noise(rows, self._seed, self.config.candidates, self.config.temperature)
        return {"num_beams": 1, "do_sample": False, "logits_processor": LogitsProcessorList([noise])}


def _noise(rows: list[str], seed: int, each: int, temperature: float) -> Any:
    """Return a logits processor that makes greedy decoding a sample, seeded per sentence and candidate.

    The largest of logits with Gumbel noise is distributed as a sample (Gumbel, 1954), and noise that depends on the
    row alone gives the same sample whatever else is in the batch.
    """
    import torch
    from transformers import LogitsProcessor

    generators = [
        torch.Generator().manual_seed(seed_for(seed, "paraphrase", f"{place % each}\x00{text}"))
        for place, text in enumerate(rows)
    ]

    class Gumbel(LogitsProcessor):  # type: ignore[misc,unused-ignore]
        def __call__(self, input_ids: Any, scores: Any) -> Any:  # noqa: ARG002
            drawn = [torch.rand(scores.shape[-1], generator=one).clamp_min(1e-20) for one in generators]
            gumbel = -torch.log(-torch.log(torch.stack(drawn)))
            return scores.float() / temperature + gumbel.to(scores.device)

    return Gumbel()


def _batches(texts: list[str], size: int) -> Iterator[list[str]]:
    for first in range(0, len(texts), size):
        yield texts[first : first + size]


def _require(name: str) -> None:
    """Raise InputError where a model is no folder and cannot be fetched."""
    if Path(name).is_dir():
        return
    if name.count("/") > 1 or name.startswith((".", "/", "~")):
        raise InputError(f"paraphrase.model: no folder {name!r}")
    from huggingface_hub import try_to_load_from_cache

    if not isinstance(try_to_load_from_cache(name, "config.json"), str):
        from pie_qg.hub import require_hub

        require_hub(f"paraphrase.model {name!r}", "is no folder, and ")
