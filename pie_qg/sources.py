"""The public evaluation sets that `corpora/sources.yaml` lists, and how to fetch one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from pie_qg.errors import InputError
from pie_qg.examples import read_examples
from pie_qg.files import whole_file
from pie_qg.hub import require_hub
from pie_qg.resources import folder

_NOT_KEPT = ("context_tokens", "question_tokens")
"""Fields of MRQA that no reader needs, and that take most of its room."""


class Source(BaseModel):
    """A labelled data set on the Hugging Face Hub."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    hub: str
    split: str
    format: str
    licence: str
    about: str
    config: str | None = None
    revision: str | None = None
    where: dict[str, str] = Field(default_factory=dict)


def list_sources() -> list[Source]:
    """Return the public evaluation sets, in the order of the file."""
    import yaml

    listed = yaml.safe_load((folder("corpora") / "sources.yaml").read_text(encoding="utf-8"))
    return [Source(name=name, **fields) for name, fields in listed.items()]


def get_source(name: str, out: Path) -> int:
    """Fetch a set into a `.jsonl` file that `evaluate` reads, and return how many questions it holds.

    Raises InputError where there is no set of this name, or the Hub cannot be reached.
    """
    sources = {source.name: source for source in list_sources()}
    if name not in sources:
        raise InputError(f"{name}: no such data set; there are {', '.join(sources)}")
    if out.suffix != ".jsonl":
        raise InputError(f"{out}: name a .jsonl file")
    records = _records(sources[name])
    out.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(out) as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
    return len(read_examples(out))


def _records(source: Source) -> Iterator[dict[str, Any]]:
    from datasets import load_dataset

    require_hub(source.name)
    try:
        loaded = load_dataset(source.hub, source.config, split=source.split, revision=source.revision)
    except Exception as error:  # the Hub's client raises errors of many libraries
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise InputError(
            f"{source.name}: {source.hub} cannot be fetched from the Hugging Face Hub ({reason})"
        ) from None
    return (
        {field: value for field, value in record.items() if field not in _NOT_KEPT}
        for record in loaded
        if all(record.get(field) == value for field, value in source.where.items())
    )
