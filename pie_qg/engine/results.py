"""What a stage made of a shard: for each item the fields that it wrote and the rejects that it added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, get_type_hints

import msgspec

from pie_qg.records import Item
from pie_qg.stage import Stage

_types = get_type_hints(Item)
# All of an item but the passage, every field optional; only what a stage wrote is encoded.
_Made = msgspec.defstruct(
    "_Made",
    [(field.name, _types[field.name], ()) for field in fields(Item) if field.name != "passage"],
    omit_defaults=True,
)
_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(_Made)
_encoder = msgspec.json.Encoder(order="deterministic")


def pack(stage: Stage, before: Sequence[Item], after: Sequence[Item]) -> bytes:
    """Return what the stage wrote, a line an item."""
    lines = (_encoder.encode(_made(stage, old, new)) for old, new in zip(before, after, strict=True))
    return b"".join(line + b"\n" for line in lines)


def unpack(stage: Stage, before: Sequence[Item], content: bytes) -> list[Item]:
    """Return the items as the stage left them, given those that it got and what `pack` returned."""
    made = map(_decoder.decode, content.splitlines())
    return [_with(stage, item, each) for item, each in zip(before, made, strict=True)]


def _made(stage: Stage, before: Item, after: Item) -> Any:
    written = {name: getattr(after, name) for name in stage.writes}
    return _Made(**written, rejects=after.rejects[len(before.rejects) :])


def _with(stage: Stage, item: Item, made: Any) -> Item:
    written = {name: getattr(made, name) for name in stage.writes}
    return replace(item, **written, rejects=(*item.rejects, *made.rejects))
