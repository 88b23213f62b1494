"""Stages without language, to run engines with: they can be imported by a worker process."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pie_qg.errors import InputError
from pie_qg.records import Item, Paraphrase, Passage, Sentence
from pie_qg.stage import Step


class Count:
    """Writes one sentence: the passage's text in upper case. Counts its calls in a file."""

    name = "count"
    reads: tuple[str, ...] = ("passage",)
    writes: tuple[str, ...] = ("sentences",)

    def __init__(self, log: Path, delay: float = 0) -> None:
        self.log = log
        self.delay = delay
        self.loaded = False

    def load(self) -> None:
        self.loaded = True

    def run(self, items: Sequence[Item]) -> list[Item]:
        assert self.loaded
        time.sleep(self.delay)
        with self.log.open("a") as file:
            file.writelines(f"{self.name} {item.passage.id}\n" for item in items)
        return [self.on(item) for item in items]

    def on(self, item: Item) -> Item:
        return replace(item, sentences=(Sentence(item.passage.text.upper(), 0, ()),))


class Echo(Count):
    """Writes a paraphrase that is the sentence, and raises or dies where a passage says so."""

    name = "echo"
    reads: tuple[str, ...] = ("sentences",)
    writes: tuple[str, ...] = ("paraphrases",)

    def on(self, item: Item) -> Item:
        text = item.sentences[0].text
        if text == "POISON":
            raise ValueError("cannot swallow this\nat all")
        if text == "REFUSE":
            raise InputError("no such server")
        if text == "DEATH":
            os.kill(os.getpid(), signal.SIGKILL)
        return replace(item, paraphrases=(Paraphrase(0, text, item.sentences),))


def steps(folder: Path, setting: object = 0, delay: float = 0) -> list[Step]:
    return [Step(Count(folder / "log"), ("fixed",)), Step(Echo(folder / "log", delay), (setting,))]


def passages(number: int) -> list[Passage]:
    return [Passage(f"p{n:05d}", f"text {n}") for n in range(number)]
