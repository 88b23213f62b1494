"""Memory that was kept is given back, and the head computes in fp32 under bf16."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pie_qg.reader.encoder import load_reader
from pie_qg.reader.hardware import give_memory_back, keep_freed_memory, keep_head_in_full_precision


def resident() -> int:
    """Resident memory of this process, in MiB."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's allocator")
def test_freed_memory_is_kept_until_it_is_given_back() -> None:
    import torch

    if not keep_freed_memory():
        pytest.skip("no glibc")
    before = resident()
    block = torch.ones(64 * 2**20)
    assert resident() > before + 200
    del block
    assert resident() > before + 200
    give_memory_back()
    assert resident() < before + 100


def test_the_head_computes_in_full_precision(tiny_encoder: Path) -> None:
    import torch

    model = load_reader(str(tiny_encoder)).model
    keep_head_in_full_precision(model)
    keep_head_in_full_precision(model)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        output = model(torch.tensor([[101, 2003, 102]]))
    assert output.start_logits.dtype == torch.float32
