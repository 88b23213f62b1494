"""A record of a corpus, as the file has it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pie_qg.errors import InputError


@dataclass(frozen=True, slots=True)
class CorpusRecord:
    """One text of a corpus and where it stands."""

    text: str
    where: str
    """File and line (or row), for messages."""
    source: str
    """Name of the file."""
    id: str
    title: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


def from_fields(fields: dict[str, Any], *, text_key: str, where: str, source: str, fallback_id: str) -> CorpusRecord:
    """Return the record that a JSON object or a table's row holds.

    Raises InputError where the text is missing or no string, or the id is neither a string nor a whole number.
    """
    if text_key not in fields:
        raise InputError(f"{where}: no field {text_key!r}; it has {', '.join(map(repr, list(fields)[:8])) or 'none'}")
    text = fields[text_key]
    if not isinstance(text, str):
        raise InputError(f"{where}: {text_key!r} is {_kind(text)}, not a string")
    record_id = fields.get("id")
    if record_id is None or record_id == "":
        record_id = fallback_id
    elif isinstance(record_id, bool) or not isinstance(record_id, str | int):
        raise InputError(f"{where}: 'id' is {_kind(record_id)}, not a string or a whole number")
    title = fields.get("title")
    extra = {key: value for key, value in fields.items() if key not in (text_key, "id", "title")}
    record = CorpusRecord(text, where, source, str(record_id), title if isinstance(title, str) else "", extra)
    check_unicode(record)
    return record


def check_unicode(record: CorpusRecord) -> None:
    """Raise InputError where a text, id or title cannot be written as UTF-8 (a lone surrogate)."""
    for name, value in (("text", record.text), ("id", record.id), ("title", record.title)):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise InputError(
                f"{record.where}: {name} is no valid Unicode: a lone surrogate at character {error.start}"
            ) from None


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
        str: "a string",
    }
    return names.get(type(value), type(value).__name__)
