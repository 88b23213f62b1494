"""The parse stage: a passage of English text becomes parsed sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pie_qg.language import other_language
from pie_qg.parse import Parser, load_parser
from pie_qg.recipe import ParseConfig
from pie_qg.records import Item, Reject
from pie_qg.stage import reject

# 500 words of forty characters; what is longer is no prose (a data URL, a dump) and would take a parser minutes.
MAX_CHARACTERS = 20_000


class ParseStage:
    """Splits passages into sentences and parses them; sets aside what is no English prose."""

    name = "parse"
    reads: tuple[str, ...] = ("passage",)
    writes: tuple[str, ...] = ("sentences",)

    def __init__(self, config: ParseConfig) -> None:
        self.config = config
        self._parser: Parser | None = None

    def load(self) -> None:
        self._parser = load_parser(self.config)

    def run(self, items: Sequence[Item]) -> list[Item]:
        assert self._parser is not None, "load() comes before run()"
        reasons = [None if self.config.pretokenized else _unfit(item.passage.text) for item in items]
        fit = [item.passage.text for item, reason in zip(items, reasons, strict=True) if reason is None]
        parses = iter(self._parser.parse(fit))
        return [
            replace(item, sentences=next(parses)) if reason is None else _set_aside(item, reason)
            for item, reason in zip(items, reasons, strict=True)
        ]


def _unfit(text: str) -> str | None:
    if not text.strip():
        return "empty"
    if len(text) > MAX_CHARACTERS:
        return "too long to parse"
    language = other_language(text)
    return None if language is None else f"not English ({language})"


def _set_aside(item: Item, reason: str) -> Item:
    return reject(item, Reject(item.passage.id, ParseStage.name, reason, item.passage.text[:200]))
