"""Sentence embeddings: the embedded MiniLM encoder through plain transformers, mean-pooled, in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

MAX_TOKENS = 128
# Tokens of a batch, padding counted: enough to fill a core, few enough that texts of one length make a batch.
BATCH_TOKENS = 512


class SentenceEncoder:
    """Cosines of mean-pooled sentence embeddings (Reimers and Gurevych, 2019); a text met twice is encoded once."""

    def __init__(self) -> None:
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
            model = AutoModel.from_pretrained(
                folder,
                dtype=torch.bfloat16 if hardware.bf16 else torch.float32,
                attn_implementation=hardware.attention,
            )
        self._model = model.to(hardware.device).eval()

    def similarities(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return the cosine of the two texts of each pair, -1 to 1."""
        if not pairs:
            return []
        if self._model is None:
            self.load()
        texts = sorted({text for pair in pairs for text in pair})
        place = {text: index for index, text in enumerate(texts)}
        with _one_thread():
            vectors = self._encode(texts)
        firsts = vectors[[place[first] for first, _ in pairs]]
        seconds = vectors[[place[second] for _, second in pairs]]
        cosines: list[float] = (firsts * seconds).sum(dim=1).tolist()
        return cosines

    def _encode(self, texts: list[str]) -> Any:
        """Return the unit vectors of texts, (texts, width)."""
        import torch

        tokens = self._tokenizer(texts, truncation=True, max_length=MAX_TOKENS)["input_ids"]
        order = sorted(range(len(texts)), key=lambda index: len(tokens[index]))
        vectors = torch.empty(len(texts), self._model.config.hidden_size)
        with torch.inference_mode():
            for places in _batches(order, [len(ids) for ids in tokens]):
                batch = self._tokenizer.pad({"input_ids": [tokens[place] for place in places]}, return_tensors="pt")
                batch = batch.to(self._model.device)
                states = self._model(**batch).last_hidden_state.float()
                mask = batch["attention_mask"].unsqueeze(-1)
                vectors[places] = ((states * mask).sum(dim=1) / mask.sum(dim=1)).cpu()
        return torch.nn.functional.normalize(vectors, dim=1)


def _batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places, from the shortest text to the longest, in groups of at most `BATCH_TOKENS`."""
    group: list[int] = []
    for place in order:
        if group and lengths[place] * (len(group) + 1) > BATCH_TOKENS:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


@contextmanager
def _one_thread() -> Iterator[None]:
    """Compute on one thread: sums come out the same however many cores there are, and cores are shared by processes.

    Batches are too small to gain from more, and threads that wait for a core that another process has spin.
    """
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
