"""UTF-8 text is read as it stands, and a fault in it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pie_qg.errors import InputError
from pie_qg.utf8 import decode, read_text


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not text.startswith("\ufeff")))
def test_text_comes_back_without_its_mark(text: str) -> None:
    assert decode(text.encode(), Path("a.txt")) == text
    assert decode(b"\xef\xbb\xbf" + text.encode(), Path("a.txt")) == text


@pytest.mark.parametrize(
    ("raw", "line", "told"),
    [
        (b"\xff", 1, "a.txt: line 1: not UTF-8 at byte 0 (0xff)"),
        (b"one\ncaf\xe9 au", 1, "a.txt: line 2: not UTF-8 at byte 3 (0xe9)"),
        (b"caf\xe9 au", 7, "a.txt: line 7: not UTF-8 at byte 3 (0xe9)"),
        (b"cut \xe2\x82", 1, "a.txt: line 1: not UTF-8 at byte 4 (0xe2)"),
    ],
)
def test_a_fault_is_told_with_its_line(raw: bytes, line: int, told: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(raw, Path("a.txt"), line)
    assert str(caught.value).startswith(told)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_text(tmp_path / "none.txt")
