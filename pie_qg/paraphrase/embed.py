"""Sentence embeddings: the embedded MiniLM encoder through plain transformers, mean-pooled, in batches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MAX_TOKENS = 128


class SentenceEncoder:
    """Cosines of mean-pooled sentence embeddings (Reimers and Gurevych, 2019); a text met twice is encoded once."""

    def __init__(self, batch_size: int = 16) -> None:
        self._batch_size = batch_size
        self._tokenizer: Any = None
        self._model: Any = None

    def load(self) -> None:
        """Load the embedded encoder; raises InputError where it is not installed."""
        import torch
        from transformers import AutoModel, AutoTokenizer

        from pie_qg.reader.encoder import find_encoder, quiet_transformers
        from pie_qg.reader.hardware import precision

        hardware, folder = precision(), find_encoder()
        with quiet_transformers():
            self._tokenizer = AutoTokenizer.from_pretrained(folder)
            model = AutoModel.from_pretrained(folder, dtype=torch.bfloat16 if hardware.bf16 else torch.float32)
        self._model = model.to(hardware.device).eval()

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
                ).to(self._model.device)
                states = self._model(**batch).last_hidden_state.float()
                mask = batch["attention_mask"].unsqueeze(-1)
                vectors.append((states * mask).sum(dim=1) / mask.sum(dim=1))
        return torch.nn.functional.normalize(torch.cat(vectors), dim=1)
