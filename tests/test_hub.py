"""A Hub that cannot be reached is told at once, in one line, whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from huggingface_hub import constants

from pie_qg.errors import InputError
from pie_qg.examples import read_examples
from pie_qg.reader.encoder import load_reader
from pie_qg.sources import get_source


@pytest.mark.parametrize(
    ("ask", "name"),
    [
        (lambda _: load_reader("nobody/no-such-model"), "nobody/no-such-model"),
        (lambda _: read_examples("hub:nobody/no-such-set"), "hub:nobody/no-such-set"),
        (lambda folder: get_source("squad", folder / "squad.jsonl"), "squad"),
    ],
)
def test_out_of_reach(
    ask: Callable[[Path], object],
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(InputError, match="cannot be reached") as error:
        ask(tmp_path)
    assert str(error.value).startswith(name)
    assert "\n" not in str(error.value)
    assert capfd.readouterr().err == ""
