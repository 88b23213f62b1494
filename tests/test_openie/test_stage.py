"""The stage: places in the original text, rejects with their reasons, rows."""

from __future__ import annotations

import json

from pie_qg.openie.rows import rows
from pie_qg.openie.stage import OpenIEStage
from pie_qg.parse import Parser
from pie_qg.recipe import OpenIEConfig
from pie_qg.records import Item, Paraphrase, Passage


def _item(parser: Parser, text: str) -> Item:
    return Item(Passage("p1", text), parser.parse([text])[0])


def test_an_argument_stands_in_its_own_sentence_not_at_the_first_match(parser: Parser) -> None:
    text = "Paris is old. Anna visited Paris."
    (item,) = OpenIEStage(OpenIEConfig()).run([_item(parser, text)])
    visited = next(each for each in item.triples if each.relation.text == "visited")
    assert (visited.object.start, visited.object.end) == (27, 32)


def test_a_paraphrase_is_placed_in_the_original(parser: Parser) -> None:
    text = "Intro here. The bridge was built by Roman soldiers near Rome."
    item = _item(parser, text)
    other = "Roman soldiers constructed the bridge near Rome."
    paraphrases = (
        Paraphrase(0, item.sentences[0].text, (item.sentences[0],)),
        Paraphrase(1, other, parser.parse([other])[0], changed=True),
    )
    (item,) = OpenIEStage(OpenIEConfig()).run([Item(item.passage, item.sentences, paraphrases)])
    triple = next(each for each in item.triples if each.relation.text == "constructed")
    assert text[triple.subject.start : triple.subject.end] == "Roman soldiers"
    assert triple.relation.start is None
    assert triple.sentence == 1


def test_rejects_say_why(parser: Parser) -> None:
    stage = OpenIEStage(OpenIEConfig(min_confidence=1.0))
    none, low = stage.run([_item(parser, "Two old houses."), _item(parser, "Anna visited Paris.")])
    assert [each.reason for each in none.rejects] == ["no triple"]
    assert [(each.reason, each.candidate.relation.text) for each in low.rejects] == [("low confidence", "visited")]
    assert low.triples == ()


def test_rows(parser: Parser) -> None:
    (item,) = OpenIEStage(OpenIEConfig()).run([_item(parser, "Anna met\tTom in Paris in 1990.")])
    (row,) = (line.decode().rstrip("\n").split("\t") for line in rows(item, "tsv"))
    assert row[0] == "Anna met Tom in Paris in 1990."
    assert row[2:] == ["met", "Anna", "Tom", "in Paris", "in 1990"]
    (record,) = (json.loads(line) for line in rows(item, "jsonl"))
    assert (record["passage_id"], record["object"]["text"], record["object"]["start"]) == ("p1", "Tom", 9)
    assert 0 < record["confidence"] < 1
