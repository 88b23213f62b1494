"""The data set's files hold every pair and every reject, and load as users load them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pie_qg.records import Argument, Item, Paraphrase, Passage, QAPair, Reject, Sentence, Triple
from pie_qg.squad import pair_row, read_rows, with_reason, write_dataset

TEXT = "The Danube rises in Germany. It ends in Romania."
TRIPLE = Triple(
    Argument("The Danube"),
    Argument("rises"),
    Argument("Germany", preposition="in"),
    (Argument("1900", preposition="in"),),
)


def item(passage_id: str, title: str = "Danube", **fields: Any) -> Item:
    sentence = Sentence(TEXT[:28], 0, ())
    pair = QAPair(f"{passage_id}-1", "Where does the Danube rise?", "Germany", 20, 0, TRIPLE, "where")
    paraphrase = Paraphrase(0, "In Germany rises the Danube.", (sentence,), True)
    extra = {"year": 7, "context": "kept apart"}
    passage = Passage(passage_id, TEXT, title, passage_id, extra=extra)
    made: dict[str, Any] = {
        "sentences": (sentence,),
        "paraphrases": (paraphrase,),
        "triples": (TRIPLE,),
        "pairs": (pair,),
    }
    return Item(passage, **{**made, **fields})


def write(folder: Path, *items: Item) -> dict[str, Any]:
    write_dataset(lambda: items, folder, ("context", "year"))
    return json.loads((folder / "squad.json").read_text(encoding="utf-8"))


def test_a_pair_tells_where_it_came_from() -> None:
    row = pair_row(item("p"), item("p").pairs[0], ("context", "year"))
    assert row["answers"] == {"text": ["Germany"], "answer_start": [20]}
    assert row["triple"]["object"] == "in Germany"
    assert (row["passage_id"], row["paraphrase"]) == ("p", "In Germany rises the Danube.")
    assert (row["context"], row["record_context"], row["year"]) == (TEXT, "kept apart", 7)


def test_articles_are_runs_of_one_title(tmp_path: Path) -> None:
    nested = write(tmp_path, item("a"), item("b"), item("c", "Volga", pairs=()), item("d", "Volga"))
    assert [(article["title"], len(article["paragraphs"])) for article in nested["data"]] == [
        ("Danube", 2),
        ("Volga", 1),
    ]


def test_nothing_is_lost(tmp_path: Path) -> None:
    rejects = (Reject("b", "questions", "too long", {"question": "Why?"}),)
    write(tmp_path, item("a"), item("b", pairs=(), rejects=rejects), item("c", pairs=(), triples=()))
    assert [row["passage_id"] for row in read_rows(tmp_path / "qa.jsonl")] == ["a"]
    rejected = [(row["passage_id"], row["stage"], row["reason"]) for row in read_rows(tmp_path / "rejected.jsonl")]
    assert rejected == [("b", "questions", "too long"), ("c", "openie", "no triple")]


def test_a_passage_without_a_question_has_a_reason() -> None:
    assert with_reason(item("a", pairs=())).rejects == (Reject("a", "questions", "no question"),)


def test_files_are_written_when_there_is_no_pair(tmp_path: Path) -> None:
    assert write(tmp_path) == {"version": "1.1", "data": []}
    assert (tmp_path / "qa.jsonl").read_bytes() == b""


def test_datasets_loads_both_forms(tmp_path: Path) -> None:
    from datasets import load_dataset

    write(tmp_path, item("a"), item("b", "Volga"))
    cache = str(tmp_path / "cache")
    nested = load_dataset("json", data_files=str(tmp_path / "squad.json"), field="data", split="train", cache_dir=cache)
    flat = load_dataset("json", data_files=str(tmp_path / "qa.jsonl"), split="train", cache_dir=cache)
    assert nested["title"] == ["Danube", "Volga"]
    assert flat["id"] == ["a-1", "b-1"]
    assert flat[0]["answers"] == {"text": ["Germany"], "answer_start": [20]}
