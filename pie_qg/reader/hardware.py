"""What makes a step fast on the hardware at hand: bf16, the attention that suits it, and the allocator."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from dataclasses import dataclass
from functools import partial
from typing import Any


@dataclass(frozen=True)
class Precision:
    """How a model computes."""

    bf16: bool
    attention: str
    device: str


def precision() -> Precision:
    """Return bf16 where the processor or card has it; on a CPU that has it, eager attention is then the faster."""
    import torch

    if torch.cuda.is_available():
        return Precision(torch.cuda.is_bf16_supported(including_emulation=False), "sdpa", "cuda")
    if torch.backends.mps.is_available():
        return Precision(False, "sdpa", "mps")
    bf16 = _cpu_has_bf16()
    return Precision(bf16, "eager" if bf16 else "sdpa", "cpu")


def keep_freed_memory() -> bool:
    """Tell glibc to keep freed memory for the next step; False where there is no glibc.

    By default it gives large blocks back to the kernel at each step and faults them in again, page by page, which can
    take most of a training step's time.
    """
    libc = _glibc()
    if libc is None:
        return False
    m_trim_threshold, m_top_pad, m_mmap_max = -1, -2, -4
    kept = [
        libc.mallopt(m_mmap_max, 0),
        libc.mallopt(m_trim_threshold, 2**31 - 1),
        libc.mallopt(m_top_pad, 64 * 2**20),
    ]
    return all(kept)


def give_memory_back() -> None:
    """Give the memory that was kept for further steps back to the system, when there are no more."""
    gc.collect()  # a Trainer and its model refer to each other
    libc = _glibc()
    if libc is not None:
        libc.malloc_trim(0)


def _glibc() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    try:
        libc = ctypes.CDLL(None)
        return libc if libc.mallopt and libc.malloc_trim else None
    except (OSError, AttributeError):
        return None


def _cpu_has_bf16() -> bool:
    import torch

    names = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
    return any(getattr(torch.cpu, name, bool)() for name in names)


def keep_head_in_full_precision(model: Any) -> None:
    """Compute the question-answering head in fp32 under autocast: bf16 logits of many spans would tie."""
    import torch

    head = getattr(model, "qa_outputs", None)
    if head is None:  # a few architectures have a head of another kind
        return
    forward = partial(type(head).forward, head)

    def in_full_precision(hidden: Any) -> Any:
        with torch.autocast(hidden.device.type, enabled=False):
            return forward(hidden.float())

    head.forward = in_full_precision


def speaks() -> bool:
    """Tell whether this process says what it does: of those that torchrun starts for one training, the first."""
    return os.environ.get("RANK", "0") == "0"
