"""Every format gives the same passages, kept to the character; every fault is told with its place."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pie_qg.corpus import read_passages, scan_corpus
from pie_qg.errors import InputError
from pie_qg.recipe import CorpusConfig
from pie_qg.records import Passage

TEXT = "  The Danube rises in the Black Forest.\u00a0It is a long river of Europe. "


def passages(path: Path | list[Path], **settings: Any) -> list[Passage]:
    paths = [str(each) for each in (path if isinstance(path, list) else [path])]
    config = CorpusConfig(path=paths, **settings)
    return list(read_passages(scan_corpus(config), config))


def jsonl(path: Path, *records: Any) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_a_text_file_is_a_passage_a_line(tmp_path: Path) -> None:
    path = tmp_path / "rivers.txt"
    path.write_bytes(f"\ufeff{TEXT}\r\n\n{TEXT}again\u2028and on".encode())
    found = passages(path)
    assert [p.text for p in found] == [TEXT, f"{TEXT}again\u2028and on"]
    assert [p.id for p in found] == ["rivers-000001", "rivers-000003"]


def test_a_folder_is_a_passage_a_file(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "deep" / "a.txt").write_text(f"{TEXT}\n\nMore of it here.\n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = passages(tmp_path)
    assert [(p.id, p.text) for p in found] == [("b.md", TEXT), ("deep/a.txt", f"{TEXT}\n\nMore of it here.\n")]


def test_jsonl_keeps_id_title_and_other_fields(tmp_path: Path) -> None:
    record = {"id": " x 1 ", "title": "Danube", "text": TEXT, "year": 1999, "tags": ["a"]}
    (found,) = passages(jsonl(tmp_path / "c.jsonl", record))
    assert (found.id, found.title, found.text, found.source) == (" x 1 ", "Danube", TEXT, "c.jsonl")
    assert found.extra == {"year": 1999, "tags": '["a"]'}


def test_a_field_of_mixed_types_is_carried_as_json(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "c.jsonl", {"text": TEXT, "n": 1}, {"text": TEXT, "n": "one"}, {"text": TEXT})
    assert [p.extra for p in passages(path)] == [{"n": "1"}, {"n": '"one"'}, {}]


def test_csv_and_parquet_take_the_named_column(tmp_path: Path) -> None:
    with (tmp_path / "c.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["body", "id"], [TEXT, "7"]])
    pq.write_table(pa.table({"body": [TEXT], "id": [7]}), tmp_path / "c.parquet")
    for name in ("c.csv", "c.parquet"):
        (found,) = passages(tmp_path / name, text_column="body")
        assert (found.id, found.text) == ("7", TEXT)
        with pytest.raises(InputError, match=r"no column 'text'.*--text-column"):
            passages(tmp_path / name)


def test_a_squad_file_gives_its_contexts_only(tmp_path: Path) -> None:
    qas = [{"id": "q", "question": "Where?", "answers": []}]
    article = {"title": "Danube", "paragraphs": [{"context": TEXT, "qas": qas}]}
    (tmp_path / "dev.json").write_text(json.dumps({"data": [article]}), encoding="utf-8")
    (found,) = passages(tmp_path / "dev.json")
    assert (found.id, found.title, found.text, found.extra) == ("dev-000001", "Danube", TEXT, {})


def test_a_long_record_is_split_and_its_pieces_know_it(tmp_path: Path) -> None:
    text = "This is a sentence of the text. " * 40
    path = jsonl(tmp_path / "c.jsonl", {"id": "long", "text": text})
    found = passages(path, max_words=50)
    assert [p.id for p in found] == [f"long#{n}" for n in range(1, len(found) + 1)]
    assert all(text[p.offset : p.offset + len(p.text)] == p.text and p.record == "long" for p in found)
    assert "".join(p.text for p in found) == text


def test_limit_takes_the_first(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "c.jsonl", *({"text": TEXT} for _ in range(5)))
    assert len(passages(path, limit=2)) == 2


@pytest.mark.parametrize("limit", [None, 2])
def test_a_hub_data_set_is_known_by_its_texts(
    tmp_path: Path, limit: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder stands for one on the Hub: `datasets` loads both alike."""
    monkeypatch.setattr("datasets.config.HF_DATASETS_CACHE", tmp_path / "cache")
    (tmp_path / "set").mkdir()
    jsonl(tmp_path / "set" / "train.jsonl", *({"text": f"{TEXT}{n}"} for n in range(3)))
    config = CorpusConfig(path=f"hub:{tmp_path / 'set'}", limit=limit)
    scan = scan_corpus(config)
    assert [p.text for p in read_passages(scan, config)] == [f"{TEXT}{n}" for n in range(3)][:limit]
    (fingerprint,) = scan.fingerprints.values()
    assert len(fingerprint) == 64


def test_files_of_one_name_keep_their_records_apart(tmp_path: Path) -> None:
    paths = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "c.txt")
        paths[-1].write_text(TEXT, encoding="utf-8")
    assert [p.id for p in passages(paths)] == ["c-000001", "2-c-000001"]


FAULTS: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "the file is empty"),
    ("blank.txt", b" \n\n", "no text in it"),
    ("a.pdf", b"%PDF-1.7 ...", "a PDF; convert it first: pdftotext"),
    ("a.txt", b"%PDF-1.7 ...", "a PDF; convert it first: pdftotext"),
    ("a.docx", b"PK\x03\x04....", "a Word file; convert it first: pandoc"),
    ("a.doc", b"\xd0\xcf\x11\xe0....", "an old Word"),
    ("a.xyz", b"text", "not a known format"),
    ("latin.txt", b"ok\nna\xefve text\n", "line 2: not UTF-8 at byte 2 .0xef."),
    ("bad.jsonl", b'{"text": "a"}\n{"text": \n', "line 2: not valid JSON"),
    ("list.jsonl", b"[1]\n", "line 1: not a JSON object"),
    ("no_text.jsonl", b'{"body": "a"}\n', "line 1: no field 'text'; it has 'body'"),
    ("number.jsonl", b'{"text": 3}\n', "line 1: 'text' is a number, not a string"),
    ("null.jsonl", b'{"text": null}\n', "line 1: 'text' is null"),
    ("id.jsonl", b'{"text": "a", "id": [1]}\n', "'id' is a list"),
    ("half.jsonl", b'{"text": "a\\ud800b"}\n', "lone surrogate at character 1"),
    ("deep.jsonl", b"[" * 200_000, "line 1: not readable JSON|line 1: not valid JSON"),
    (
        "twice.jsonl",
        b'{"id": "x", "text": "a"}\n{"text": "b"}\n{"id": "x", "text": "c"}\n',
        "'x': .*line 1 and .*line 3",
    ),
    (
        "piece.jsonl",
        b'{"id": "x#1", "text": "a"}\n{"id": "x", "text": "%s"}\n' % (b"word " * 501),
        "'x#1': .*line 1 and .*line 2",
    ),
    ("plain.json", b'{"rows": []}', "no list 'data'"),
    ("odd.json", b'{"data": [{"paragraphs": [{}]}]}', "no 'paragraphs' with a 'context'"),
    (
        "german.txt",
        "Die Donau entspringt im Schwarzwald und mündet in das Schwarze Meer.\n".encode(),
        "not English .it looks like: de.",
    ),
    ("russian.txt", "Дунай — вторая по длине река в Европе.\n".encode(), "not English"),
]


@pytest.mark.parametrize(("name", "content", "told"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_a_fault_is_told_with_its_place(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=told) as error:
        passages(tmp_path / name)
    assert str(tmp_path / name) in str(error.value)


def test_a_missing_file_and_a_folder_without_text_are_faults(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        passages(tmp_path / "nowhere.txt")
    with pytest.raises(InputError, match=r"no \.txt, \.md or \.jsonl file"):
        passages(tmp_path)


def test_a_few_foreign_lines_do_not_make_a_corpus_foreign(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text(f"{TEXT}\nDie Donau entspringt im Schwarzwald und mündet in das Meer.\n", encoding="utf-8")
    assert len(passages(path)) == 2
