"""The data card of an export: what the Hub reads in its header, and what people must know before they use the set."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from pie_qg.export.formats import SUFFIXES
from pie_qg.export.split import SPLITS
from pie_qg.results import Results, Row

CARD = "README.md"
MARK = "- pie-qg"
"""A line by which a card of ours is known."""
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_READ: dict[str, dict[str, Any]] = {"squad": {"field": "data"}, "squad_v2": {"field": "data"}}
"""What the Hub must be told besides the files' names to read a format."""

_TEXT = """
# {name}

Question–answer pairs made from plain text by rules, with no human labels: {total:,} of them. Every answer is a span of
its context. **This set is synthetic**: no person has written its questions{reviewed}.

| split | pairs |
|---|---|
{splits}

The splits are by document: no document is in both.{notes}

## How it was made

pie_qg put the sentences of each passage in other words, extracted
⟨subject, relation, object⟩ triples, formed questions from them by rules of English grammar, and dropped the questions
that its filters found wanting. The method is described in Nagumothu et al., *PIE-QG: Paraphrased Information Extraction
for Unsupervised Question Generation from Small Corpora*, CoNLL 2022.

{made}

## Format

`{kind}`. One record:

{example}

## Licence

{license}

## Intended use

Training extractive question-answering readers for this text's domain where no labelled questions exist, and comparing
ways to do so.

## Known limits

- The questions are the work of rules: some are ungrammatical, some are answered wrongly or only in part.
- A question is about what one sentence says; none needs two passages, arithmetic or knowledge of the world.
- The questions share many words with their passages; people's do less.
- What is wrong or unfair in the source text is so here, too. Nothing was fact-checked.
- Do not score readers on it: a good score says that a reader has learnt the rules. Use questions that people wrote.
"""


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card tells."""

    results: Results
    kind: str
    pairs: dict[str, int]
    notes: tuple[str, ...]
    license: str | None
    name: str


def card(facts: CardFacts, example: Row) -> str:
    """Return the card as Markdown with the YAML header that the Hub reads."""
    import yaml

    header = yaml.safe_dump(_header(facts), sort_keys=False, allow_unicode=True)
    text = _TEXT.format(
        name=_plain(facts.name),
        total=sum(facts.pairs.values()),
        reviewed="; some were reviewed" if any(note.startswith("reviewed") for note in facts.notes) else "",
        splits="\n".join(f"| {name} | {facts.pairs[name]:,} |" for name in SPLITS),
        notes="\n" + "".join(f"\n- {note}" for note in facts.notes) if facts.notes else "",
        made=_made(facts.results),
        kind=facts.kind,
        example=_fenced(json.dumps(_shown(example), ensure_ascii=False, indent=2), "json"),
        license=_license(facts.license),
    )
    return f"---\n{header}---\n{text}"


def _header(facts: CardFacts) -> dict[str, Any]:
    total = sum(facts.pairs.values())
    return {
        "pretty_name": facts.name,
        "language": ["en"],
        "license": facts.license or "unknown",
        "task_categories": ["question-answering"],
        "task_ids": ["extractive-qa"],
        "annotations_creators": ["machine-generated"],
        "language_creators": ["found"],
        "multilinguality": ["monolingual"],
        "size_categories": [next((name for most, name in _SIZES if total < most), "n>1M")],
        "tags": ["synthetic", "pie-qg"],
        "configs": [{"config_name": "default", "data_files": _data_files(facts), **_READ.get(facts.kind, {})}],
    }


def _data_files(facts: CardFacts) -> list[dict[str, str]]:
    """Return the files by split; an empty one is left out, since the Hub reads no columns from it."""
    return [{"split": name, "path": f"{name}{SUFFIXES[facts.kind]}"} for name in SPLITS if facts.pairs[name]]


def _made(results: Results) -> str:
    import yaml

    manifest = results.manifest
    if not manifest:
        return "The run's manifest was missing, so its recipe, seed and versions are not known."
    corpus = "".join(f"\n- {_plain(name)} (`{digest}`)" for name, digest in (manifest.get("corpus") or {}).items())
    recipe = yaml.safe_dump(manifest.get("recipe") or {}, sort_keys=False, allow_unicode=True)
    versions = ", ".join(f"{name} {version}" for name, version in (manifest.get("versions") or {}).items())
    return f"Source:\n{corpus}\n\nThe recipe:\n\n{_fenced(recipe, 'yaml')}\n\nVersions: {versions}."


def _license(license: str | None) -> str:
    if license is None:
        return (
            "The contexts and answers are the source text's own words, under the source's licence, which was not named "
            "when this set was made: find it out before you hand the set on, and put it in the header above."
        )
    return f"The contexts and answers are the source text's own words, under its licence: `{license}`."


def _shown(row: Row) -> Row:
    context = row["context"] if len(row["context"]) < 400 else row["context"][:400] + "…"
    names = ("id", "title", "context", "question", "answers")
    return {name: context if name == "context" else row[name] for name in names if name in row}


def _fenced(text: str, language: str) -> str:
    """Return text as a code block, its fence longer than any in the text."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _plain(text: str) -> str:
    """Return text of which Markdown makes nothing else."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", " ".join(text.split()))
