"""Labelled examples: what a reader learns from and is scored on, read from every format that people keep them in.

SQuAD v1.1 and v2.0 (nested JSON), MRQA (`.jsonl`, `.jsonl.gz`), flat records (`.jsonl`, `.json`, `.parquet`: `question,
context, answers: {text: […], answer_start: […]}`), CSV (`question, context, answer, answer_start`) and data sets of the
Hugging Face Hub (`hub:NAME`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pie_qg.errors import InputError
from pie_qg.example_files import file_records, hub_records
from pie_qg.hub import HUB
from pie_qg.resources import shipped_questions

EVALUATION_SPLITS = ("validation", "test", "train")
TRAINING_SPLITS = ("train", "validation", "test")


@dataclass(frozen=True, slots=True)
class Example:
    """A question about a context, with its gold answers."""

    id: str
    question: str
    context: str
    answers: tuple[str, ...] = ()
    """Gold answers to score against; none where the context does not answer the question."""
    spans: tuple[tuple[int, int], ...] = ()
    """Start and end (exclusive) of the gold answers in the context, in characters; a reader learns the first."""


def read_examples(source: str | Path, *, training: bool = False) -> list[Example]:
    """Return the examples of a file, a shipped corpus, or `hub:NAME` (`hub:NAME#split` for one of its splits).

    Raises InputError, naming the file and the id or line, where anything is not as it must be. `training` says which
    split of a Hub data set is meant, and that one answer at least must have its place in its context.
    """
    name = str(source)
    if name.startswith(HUB):
        records: Iterable[tuple[str, Any]] = hub_records(name, TRAINING_SPLITS if training else EVALUATION_SPLITS)
    else:
        records = file_records(shipped_questions().get(name) or Path(name))
    examples = [example for where, record in records for example in _from_record(record, where)]
    if not examples:
        raise InputError(
            f"{name}: holds no question; expected SQuAD JSON, MRQA .jsonl(.gz), flat .jsonl, .csv or .parquet"
        )
    if not any(example.answers for example in examples):
        raise InputError(f"{name}: no question in it has an answer, so there is nothing to learn or to score")
    if training and not any(example.spans for example in examples):
        raise InputError(
            f"{name}: no question in it has an answer in its context, so a reader can learn nothing from it"
        )
    return examples


def require_unique_ids(examples: Sequence[Example], name: str) -> None:
    """Raise InputError where two questions share an id, since one's prediction would hide the other's."""
    seen: dict[str, int] = {}
    for number, example in enumerate(examples, 1):
        if example.id in seen:
            raise InputError(
                f"{name}: questions {seen[example.id]} and {number} share the id {example.id!r}; make ids unique"
            )
        seen[example.id] = number


def _from_record(record: Any, where: str) -> Iterator[Example]:
    """Tell the formats apart by their fields: an article, a paragraph, an MRQA context, or a flat record."""
    if not isinstance(record, dict):
        raise InputError(f"{where}: is no record: expected fields 'question', 'context' and 'answers'")
    if "paragraphs" in record:
        for number, paragraph in enumerate(_list(record, "paragraphs", where), 1):
            if not isinstance(paragraph, dict):
                raise InputError(f"{where}, paragraph {number}: is no record: expected fields 'context' and 'qas'")
            yield from _from_paragraph(paragraph, f"{where}, paragraph {number}")
    elif "qas" in record:
        yield from _from_paragraph(record, where)
    elif "question" in record:
        yield _from_flat(record, where)
    else:
        raise InputError(f"{where}: has no question; expected fields 'question', 'context' and 'answers'")


def _from_paragraph(paragraph: dict[str, Any], where: str) -> Iterator[Example]:
    context = _text(paragraph, "context", where)
    for number, qa in enumerate(_list(paragraph, "qas", where), 1):
        if not isinstance(qa, dict):
            raise InputError(f"{where}, question {number}: is no record")
        yield _from_qa(qa, context, where, str(qa.get("id", qa.get("qid", f"{where}, question {number}"))))


def _from_qa(qa: dict[str, Any], context: str, where: str, name: str) -> Example:
    where = f"{where}, id {name}"
    question = _question(qa, context, where)
    if qa.get("is_impossible"):
        return Example(name, question, context)
    answers = _list(qa, "answers", where)
    if "detected_answers" in qa:
        return Example(name, question, context, *_mrqa_answers(qa, context, where))
    texts, starts = [], []
    for answer in answers:
        if not isinstance(answer, dict):
            raise InputError(f"{where}: an answer must be a record of 'text' and 'answer_start'")
        texts.append(answer.get("text"))
        starts.append(answer.get("answer_start"))
    return Example(name, question, context, *_answers(texts, starts, context, where))


def _from_flat(record: dict[str, Any], where: str) -> Example:
    name = str(record.get("id", record.get("qid", where)))
    if name != where:
        where = f"{where}, id {name}"
    context = _text(record, "context", where)
    question = _question(record, context, where)
    if "detected_answers" in record:
        return Example(name, question, context, *_mrqa_answers(record, context, where))
    answers = record.get("answers")
    if isinstance(answers, list) and all(isinstance(answer, dict) for answer in answers):
        answers = {key: [answer.get(key) for answer in answers] for key in ("text", "answer_start")}
    if not isinstance(answers, dict) or not isinstance(answers.get("text"), list):
        raise InputError(f"{where}: expected 'answers' as {{text: […], answer_start: […]}}")
    starts = answers.get("answer_start")
    if not isinstance(starts, list) or len(starts) != len(answers["text"]):
        raise InputError(f"{where}: expected an 'answer_start' for every answer's 'text'")
    return Example(name, question, context, *_answers(answers["text"], starts, context, where))


Answers = tuple[tuple[str, ...], tuple[tuple[int, int], ...]]


def _answers(texts: Sequence[Any], starts: Sequence[Any], context: str, where: str) -> Answers:
    spans = []
    for text, start in zip(texts, starts, strict=True):
        if not isinstance(text, str) or not isinstance(start, int) or isinstance(start, bool):
            raise InputError(f"{where}: an answer's 'text' must be a string and its 'answer_start' a whole number")
        if start < 0 or not text or context[start : start + len(text)] != text:
            raise InputError(f"{where}: the answer {text[:60]!r} is not in the context at character {start}")
        spans.append((start, start + len(text)))
    return tuple(texts), tuple(spans)


def _mrqa_answers(qa: dict[str, Any], context: str, where: str) -> Answers:
    """Gold texts are MRQA's `answers`; the spans are those that it detected, whose ends are inclusive."""
    spans: list[tuple[int, int]] = []
    detected = qa["detected_answers"]
    try:  # the Hub's copy holds columns of lists, the files lists of records
        groups = detected["char_spans"] if isinstance(detected, dict) else [answer["char_spans"] for answer in detected]
        for group in groups:
            pairs = zip(group["start"], group["end"], strict=True) if isinstance(group, dict) else group
            spans += [(int(start), int(end) + 1) for start, end in pairs]
        texts = tuple(str(text) for text in qa["answers"])
    except (KeyError, TypeError, ValueError):
        raise InputError(f"{where}: 'detected_answers' is not in MRQA's format") from None
    for start, end in spans:
        if not 0 <= start < end <= len(context):
            raise InputError(f"{where}: the answer at characters {start} to {end} is outside the context")
    return texts, tuple(spans)


def _question(record: dict[str, Any], context: str, where: str) -> str:
    question = _text(record, "question", where)
    if len(context) < len(question) and len(context.split()) < len(question.split()):
        raise InputError(f"{where}: the context is shorter than the question; are the two swapped?")
    return question


def _text(record: dict[str, Any], field: str, where: str) -> str:
    value = record.get(field)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{where}: '{field}' must be a text that is not empty")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise InputError(f"{where}: '{field}' holds half a character (a lone surrogate); write the text as UTF-8")
    return value


def _list(record: dict[str, Any], field: str, where: str) -> list[Any]:
    value = record.get(field)
    if not isinstance(value, list):
        raise InputError(f"{where}: '{field}' must be a list")
    return value
