"""The model card that a reader carries: what it was trained on and how, its scores, its limits."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import msgspec

from pie_qg.examples import Example
from pie_qg.files import whole_file, write_json
from pie_qg.reader.encoder import EMBEDDED_HUB, EMBEDDED_NAME
from pie_qg.reader.score import Score

FACTS = "training.json"

_ABOUT_HELD_OUT = """
The first row is a slice of the training data, held out by context; it chose the checkpoint, and says how well the
reader learnt its own kind of question, not how well it answers people's.
"""

_STARTED = ", after a first training: it goes on from the mean of readers that the pairs were refined with"

_CARD = """\
---
library_name: transformers
pipeline_tag: question-answering
base_model: {base_model}
language: en
tags: [question-answering, extractive-qa, synthetic-data, pie-qg]
---
# A reader trained on {examples:,} question–answer pairs

It marks the span of a context that answers a question. It was fine-tuned by pie_qg on pairs that were made from plain
text; no human wrote or labelled a question for it, unless the data set below holds such.

```python
from transformers import AutoModelForQuestionAnswering, AutoTokenizer
model = AutoModelForQuestionAnswering.from_pretrained("path/to/this/folder")
tokenizer = AutoTokenizer.from_pretrained("path/to/this/folder")
```

## Training
| | |
|---|---|
| encoder | {encoder}{started} |
| data | {data} (SHA-256 of its examples `{digest}…`) |
| examples learnt from | {examples:,}, of {contexts:,} contexts; {unanswerable:,} questions of the data have no answer |
| seed | {seed} |
| wall time of the steps | {seconds:.0f} s |
| mean loss | {loss:.3f} |
{settings}

## Scores
EM and F1 as the official SQuAD scripts define them, in percent.

| data | questions | EM | F1 |
|---|---|---|---|
{scores}
{about_scores}
## Limits
- It gives a span of the context, never an answer in other words; {abstains}
- It has the blind spots of the rules that made its questions: it does best on names, dates, places and numbers that
  one sentence states, worse where sentences have to be put together.
- It was trained on the text named above: score it on labelled questions of your own before you rely on it elsewhere.
"""


@dataclass(frozen=True)
class Facts:
    """What there is to tell about a training."""

    encoder: str
    data: str
    data_sha256: str
    examples: int
    unanswerable: int
    contexts: int
    seed: int
    seconds: float
    loss: float
    held_out: Score
    settings: Mapping[str, Any]
    started_sha256: str = ""
    """Of the weights of the reader that the training went on from; empty for the encoder's own."""


def weights_digest(reader: Path) -> str:
    """Return the SHA-256 of a reader's weights."""
    digest = hashlib.sha256()
    for path in sorted(reader.glob("*.safetensors")):
        with path.open("rb") as weights:
            digest.update(hashlib.file_digest(weights, "sha256").digest())
    return digest.hexdigest()


def data_digest(examples: Sequence[Example]) -> str:
    """Return the SHA-256 of the examples, in their order."""
    digest = hashlib.sha256()
    for example in examples:
        digest.update(msgspec.json.encode(example))
    return digest.hexdigest()


def write_card(reader: Path, facts: Facts) -> None:
    """Write the facts and the card into a reader's folder."""
    write_json(reader / FACTS, asdict(facts))
    _write(reader, facts, [])


def read_facts(reader: Path) -> Facts:
    """Return the facts in a reader's folder."""
    return msgspec.json.decode((reader / FACTS).read_bytes(), type=Facts)


def add_scores(reader: Path, entries: Sequence[Mapping[str, Any]]) -> None:
    """Write the card of a reader again, with the scores of data sets (`data, n, em, f1` each) beside its own."""
    _write(reader, read_facts(reader), entries)


def _write(reader: Path, facts: Facts, entries: Sequence[Mapping[str, Any]]) -> None:
    held = facts.held_out
    rows = [("held out from the training data", held.n, held.em, held.f1)] if held.n else []
    rows += [(Path(str(entry["data"])).name, entry["n"], entry["em"], entry["f1"]) for entry in entries]
    card = _CARD.format(
        encoder=facts.encoder,
        started=_STARTED if facts.started_sha256 else "",
        base_model=EMBEDDED_HUB if facts.encoder == EMBEDDED_NAME else facts.encoder,
        data=facts.data,
        digest=facts.data_sha256[:12],
        examples=facts.examples,
        contexts=facts.contexts,
        unanswerable=facts.unanswerable,
        seed=facts.seed,
        seconds=facts.seconds,
        loss=facts.loss,
        settings="\n".join(f"| {key} | {value} |" for key, value in facts.settings.items() if key != "encoder"),
        scores="\n".join(f"| {name} | {n:,} | {em:.1f} | {f1:.1f} |" for name, n, em, f1 in rows) or "| none | | | |",
        about_scores=_ABOUT_HELD_OUT if held.n else "",
        abstains="it says so where it finds none."
        if facts.unanswerable
        else "it always gives one, even where there is none.",
    )
    with whole_file(reader / "README.md") as file:
        file.write(card.encode())
