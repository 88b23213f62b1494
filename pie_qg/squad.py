"""The data set's files: nested SQuAD, flat pairs with where they came from, and everything that was dropped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from pathlib import Path
from typing import IO, Any

from pie_qg.examples import Example
from pie_qg.files import whole_file, write_json
from pie_qg.records import Argument, Item, QAPair, Reject, Triple, document

SQUAD, PAIRS, REJECTED = "squad.json", "qa.jsonl", "rejected.jsonl"
DATASET_FILES = (SQUAD, PAIRS, REJECTED)
_OWN_FIELDS = frozenset(
    "id title context question answers passage_id source record offset start end sentence paraphrase divergence "
    "similarity triple rule confidence question_type answer_type answerable".split()
)


@dataclass
class Counts:
    """How many records of each kind a run made, and what it dropped."""

    passages: int = 0
    passages_with_pairs: int = 0
    sentences: int = 0
    paraphrases: int = 0
    """Sentences that were put in other words."""
    triples: int = 0
    pairs: int = 0
    rejects: dict[str, dict[str, int]] = field(default_factory=dict)
    """Stage → reason → number."""
    unanswerable: int = 0

    def add(self, item: Item) -> None:
        self.passages += 1
        self.passages_with_pairs += bool(item.pairs)
        self.sentences += len(item.sentences)
        self.paraphrases += sum(paraphrase.changed for paraphrase in item.paraphrases)
        self.triples += len(item.triples)
        self.pairs += len(item.pairs)
        self.unanswerable += sum(not pair.answerable for pair in item.pairs)
        for rejected in item.rejects:
            reasons = self.rejects.setdefault(rejected.stage, {})
            reasons[rejected.reason] = reasons.get(rejected.reason, 0) + 1


def write_dataset(read_items: Callable[[], Iterable[Item]], out: Path, extra_fields: tuple[str, ...] = ()) -> Counts:
    """Write squad.json, qa.jsonl and rejected.jsonl, each under its name only when whole; return what is in them.

    `read_items` is called twice, as squad.json starts with what only its end tells: memory stays bounded however many
    items there are.
    """
    counts = Counts()
    with whole_file(out / REJECTED) as rejects, whole_file(out / PAIRS) as pairs:
        for item in read_items():
            complete = with_reason(item)
            counts.add(complete)
            rejects.writelines(_line(reject_row(rejected)) for rejected in complete.rejects)
            pairs.writelines(_line(pair_row(item, pair, extra_fields)) for pair in item.pairs)
    with whole_file(out / SQUAD) as file:
        _write_squad(read_items(), file, version_2=counts.unanswerable > 0)
    return counts


def with_reason(item: Item) -> Item:
    """Return the item, with a reject where it has neither a pair nor a reject: no passage ends without a reason."""
    if item.pairs or item.rejects:
        return item
    stage, reason = ("openie", "no triple") if not item.triples else ("questions", "no question")
    return replace(item, rejects=(Reject(item.passage.id, stage, reason),))


def reject_row(rejected: Reject) -> dict[str, Any]:
    """Return a line of rejected.jsonl."""
    return {
        "passage_id": rejected.passage_id,
        "stage": rejected.stage,
        "reason": rejected.reason,
        "candidate": rejected.candidate,
    }


def pair_row(item: Item, pair: QAPair, extra_fields: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return a line of qa.jsonl: the flat SQuAD fields, then where the pair came from, then the record's own fields."""
    passage = item.passage
    sentence, paraphrase = item.sentences[pair.sentence], item.paraphrases[pair.sentence]
    row: dict[str, Any] = {
        "id": pair.id,
        "title": passage.title,
        "context": passage.text,
        "question": pair.question,
        "answers": {
            "text": [pair.answer] if pair.answerable else [],
            "answer_start": [pair.answer_start] if pair.answerable else [],
        },
        "passage_id": passage.id,
        "source": passage.source,
        "record": passage.record,
        "offset": passage.offset,
        "start": sentence.start,
        "end": sentence.start + len(sentence.text),
        "sentence": sentence.text,
        "paraphrase": paraphrase.text,
        "divergence": paraphrase.divergence,
        "similarity": paraphrase.similarity,
        "triple": triple_row(pair.triple),
        "rule": pair.rule,
        "question_type": pair.question_type,
        "answer_type": pair.answer_type,
        "answerable": pair.answerable,
        "confidence": round(pair.confidence, 4),
    }
    for name in extra_fields:
        row[name if name not in _OWN_FIELDS else f"record_{name}"] = passage.extra.get(name)
    return row


def triple_row(triple: Triple) -> dict[str, Any]:
    """Return a triple as words: subject, relation, object, and further arguments with their prepositions."""
    return {
        "subject": triple.subject.text,
        "relation": triple.relation.text,
        "object": _words(triple.object),
        "more": [_words(argument) for argument in triple.more],
        "attribution": triple.attribution,
    }


def _words(argument: Argument) -> str:
    return f"{argument.preposition} {argument.text}".strip()


def write_examples(examples: Sequence[Example], path: Path, more: dict[str, Any]) -> None:
    """Write labelled examples as nested SQuAD, those of one context together; `more` is put beside the data."""
    contexts: dict[str, list[dict[str, Any]]] = {}
    for example in examples:
        answers = [
            {"text": text, "answer_start": start}
            for text, (start, _end) in zip(example.answers, example.spans, strict=True)
        ]
        row: dict[str, Any] = {"id": example.id, "question": example.question, "answers": answers}
        contexts.setdefault(example.context, []).append(row if answers else {**row, "is_impossible": True})
    paragraphs = [{"context": context, "qas": qas} for context, qas in contexts.items()]
    write_json(path, {"version": "1.1", **more, "data": [{"title": "", "paragraphs": paragraphs}]})


def _write_squad(items: Iterable[Item], file: IO[bytes], version_2: bool) -> None:
    """Write the nested form; passages of one document that follow each other are one article."""
    with_pairs = (item for item in items if item.pairs)
    file.write(b'{"version": "%s", "data": [' % (b"v2.0" if version_2 else b"1.1"))
    for number, (_, group) in enumerate(groupby(with_pairs, key=lambda item: document(item.passage))):
        first = next(group)
        file.write((b",\n" if number else b"\n") + b'{"title": ' + _dump(first.passage.title) + b', "paragraphs": [')
        for place, item in enumerate(chain([first], group)):  # one at a time: a title may span a whole corpus
            paragraph = {"context": item.passage.text, "qas": [_qa(each, version_2) for each in item.pairs]}
            file.write((b", " if place else b"") + _dump(paragraph))
        file.write(b"]}")
    file.write(b"\n]}\n")


def _qa(pair: QAPair, version_2: bool) -> dict[str, Any]:
    answers = [{"text": pair.answer, "answer_start": pair.answer_start}] if pair.answerable else []
    row: dict[str, Any] = {"id": pair.id, "question": pair.question, "answers": answers}
    return {**row, "is_impossible": not pair.answerable} if version_2 else row


def _dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _line(row: dict[str, Any]) -> bytes:
    return _dump(row) + b"\n"


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of qa.jsonl or rejected.jsonl."""
    with path.open("rb") as file:
        for line in file:
            yield json.loads(line)
