"""Text as users give it: UTF-8, and a fault in it told with its line."""

from __future__ import annotations

from pathlib import Path

from pie_qg.errors import InputError

_BOM = b"\xef\xbb\xbf"


def read_text(path: Path) -> str:
    """Return a file's text, without a byte order mark; raises InputError where it cannot be read or is not UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None
    return decode(raw, path)


def decode(raw: bytes, path: Path, line: int = 1) -> str:
    """Return the text of bytes that begin at a line of a file; raises InputError, naming the line, if not UTF-8."""
    if line == 1:
        raw = raw.removeprefix(_BOM)
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line += raw.count(b"\n", 0, error.start)
        place = error.start - raw.rfind(b"\n", 0, error.start) - 1
        raise InputError(
            f"{path}: line {line}: not UTF-8 at byte {place} (0x{raw[error.start]:02x}); "
            "convert it first: iconv -f LATIN1 -t UTF-8 FILE > NEW"
        ) from None
