"""How triples are written: a JSON line each, or a row of tab-separated words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pie_qg.openie.arguments import full_relation, with_preposition
from pie_qg.records import Argument, Item, Sentence, Triple, encode

Format = Literal["jsonl", "tsv"]


def rows(item: Item, format: Format) -> Iterator[bytes]:
    """Yield a line, its newline included, for each triple of a passage, in the order of the sentences.

    jsonl: passage_id, sentence, its start and end in the passage, subject, relation, object, more, confidence,
    attribution, rule; tsv: sentence, confidence, relation, subject, object and further arguments.
    """
    for triple in item.triples:
        sentence = item.sentences[triple.sentence]
        if format == "tsv":
            yield ("\t".join(tsv_fields(sentence.text, triple)) + "\n").encode()
        else:
            yield encode(_fields(item.passage.id, sentence, triple)) + b"\n"


def tsv_fields(sentence: str, triple: Triple) -> list[str]:
    """Return the fields of a row; the preposition of the object stands at the end of the relation."""
    further = [with_preposition(each) for each in triple.more]
    words = [full_relation(triple), triple.subject.text, triple.object.text, *further]
    return [_plain(sentence), f"{triple.confidence:.4f}", *map(_plain, words)]


def _plain(text: str) -> str:
    """The text without tabs, line ends and doubled spaces, which would break the row."""
    return " ".join(text.split())


def _fields(passage_id: str, sentence: Sentence, triple: Triple) -> dict[str, Any]:
    return {
        "passage_id": passage_id,
        "sentence": sentence.text,
        "start": sentence.start,
        "end": sentence.start + len(sentence.text),
        "subject": _argument(triple.subject),
        "relation": {**_argument(triple.relation), "text": full_relation(triple)},
        "object": _argument(triple.object),
        "more": [_argument(each) for each in triple.more],
        "confidence": triple.confidence,
        "attribution": triple.attribution,
        "rule": triple.rule,
    }


def _argument(argument: Argument) -> dict[str, Any]:
    names = ("text", "preposition", "role", "entity", "start", "end")
    return {name: getattr(argument, name) for name in names}
