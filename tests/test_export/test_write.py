"""What is exported loads again as the same records, in every format, and the Hub's own library reads the card."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pie_qg.errors import InputError
from pie_qg.examples import Example, read_examples
from pie_qg.export import export
from pie_qg.export.formats import SUFFIXES
from pie_qg.results import answer_of
from pie_qg.reviews import edited, make_verdict, open_log
from tests.runs import HOSTILE, MANIFEST, make_run, pair, unanswerable

QUOTED = 'A "quoted",\r\ncomma\n\nand Unı́ 𝔘 cold?'
ROWS = [
    *(pair(n) for n in range(20)),
    unanswerable(20),
    pair(21, context=QUOTED, answers={"text": ["𝔘"], "answer_start": [QUOTED.index("𝔘")]}, question="Who is cold?"),
    pair(22, year=1900, place={"nested": [1]}, answer="a field of the record's own"),
    pair(23, year="nineteen hundred", big=2**70, context=f"{HOSTILE} Germany")
    | {"answers": {"text": ["Germany"], "answer_start": [len(HOSTILE) + 1]}},
]


def as_examples(rows: Iterable[dict[str, Any]]) -> dict[str, Example]:
    found = {}
    for row in rows:
        answer = answer_of(row)
        answers, spans = ((answer[0],), ((answer[1], answer[1] + len(answer[0])),)) if answer else ((), ())
        found[row["id"]] = Example(row["id"], row["question"], row["context"], answers, spans)
    return found


def read_back(out: Path, kind: str) -> dict[str, Example]:
    examples = [e for split in ("train", "validation") for e in read_examples(out / f"{split}{SUFFIXES[kind]}")]
    found = {example.id: example for example in examples}
    assert len(found) == len(examples)
    return found


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return make_run(tmp_path / "run", ROWS, manifest=MANIFEST)


@pytest.mark.parametrize("kind", ["squad_v2", "mrqa", "parquet", "csv"])
def test_every_record_comes_back(kind: str, run: Path, tmp_path: Path) -> None:
    done = export(run, tmp_path / "out", to=kind, validation=0.3)
    assert read_back(tmp_path / "out", kind) == as_examples(ROWS)
    assert sum(done.pairs.values()) == len(ROWS)
    assert min(done.pairs.values()) > 0


def test_squad_leaves_the_unanswerable_out_and_says_how_many(run: Path, tmp_path: Path) -> None:
    done = export(run, tmp_path / "out", to="squad")
    assert read_back(tmp_path / "out", "squad") == as_examples(row for row in ROWS if row["answerable"])
    assert done.notes[0].startswith("left out as unanswerable: 1 ")


def test_csv_has_every_field(run: Path, tmp_path: Path) -> None:
    export(run, tmp_path / "out", to="csv")
    found: dict[str, dict[str, str]] = {}
    for split in ("train", "validation"):
        with (tmp_path / "out" / f"{split}.csv").open(encoding="utf-8", newline="") as file:
            found |= {row["id"]: row for row in csv.DictReader(file)}
    assert len(found) == len(ROWS)
    for row in ROWS:
        read, answer = found[row["id"]], answer_of(row)
        assert (read["context"], read["question"]) == (row["context"], row["question"])
        assert (read["answer"], read["answer_start"]) == ((answer[0], str(answer[1])) if answer else ("", ""))
        assert json.loads(read["triple"]) == row["triple"]
    assert json.loads(found["p22"]["place"]) == {"nested": [1]}
    assert found["p22"]["record_answer"] == "a field of the record's own"


def test_parquet_keeps_the_origin_and_the_records_own_fields(run: Path, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    export(run, tmp_path / "out", to="parquet", validation=0)
    rows = {row["id"]: row for row in pq.read_table(tmp_path / "out" / "train.parquet").to_pylist()}
    assert rows["p0"]["confidence"] == 0.9
    assert rows["p0"]["answers"] == {"text": ["Germany"], "answer_start": [20]}
    assert [json.loads(rows[name]["year"]) for name in ("p22", "p23")] == [1900, "nineteen hundred"]
    assert json.loads(rows["p23"]["big"]) == 2**70
    assert rows["p0"]["year"] is None


def test_mrqa_spans_are_inclusive_and_its_tokens_are_the_contexts(run: Path, tmp_path: Path) -> None:
    export(run, tmp_path / "out", to="mrqa", validation=0)
    header, *lines = gzip.decompress((tmp_path / "out" / "train.jsonl.gz").read_bytes()).splitlines()
    assert json.loads(header) == {"header": {"dataset": "pie_qg", "split": "train"}}
    for line in map(json.loads, lines):
        assert all(line["context"].startswith(token, at) for token, at in line["context_tokens"])
        for answer in (answer for qa in line["qas"] for answer in qa["detected_answers"]):
            (start, end), (first, last) = answer["char_spans"][0], answer["token_spans"][0]
            assert line["context"][start : end + 1] == answer["text"]
            at = line["context_tokens"][first][1]
            token, last_at = line["context_tokens"][last]
            assert at <= start <= end < last_at + len(token)


@pytest.mark.parametrize("kind", list(SUFFIXES))
def test_the_hubs_library_reads_the_folder_by_its_card(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import datasets

    monkeypatch.setattr(datasets.config, "HF_DATASETS_OFFLINE", True)
    run = make_run(tmp_path / "run", ROWS[:-1], manifest=MANIFEST)  # pandas, which reads CSV there, has no 2**70
    done = export(run, tmp_path / "out", to=kind, validation=0.3, license="cc-by-4.0")
    loaded = datasets.load_dataset(str(tmp_path / "out"), cache_dir=str(tmp_path / "cache"))
    assert set(loaded) == {"train", "validation"}
    if kind in ("parquet", "csv"):
        assert {split: loaded[split].num_rows for split in loaded} == done.pairs


def header_of(out: Path) -> dict[str, Any]:
    header: dict[str, Any] = yaml.safe_load((out / "README.md").read_text(encoding="utf-8").split("---\n")[1])
    return header


def test_the_card_says_what_it_is(run: Path, tmp_path: Path) -> None:
    from huggingface_hub import DatasetCard

    export(run, tmp_path / "out", to="squad", license="cc-by-4.0")
    card = DatasetCard.load(tmp_path / "out" / "README.md")
    assert card.data.license == "cc-by-4.0"
    assert card.data.size_categories == ["n<1K"]
    assert "synthetic" in card.data.tags
    for said in ("seed: 7", "rivers.txt", "Known limits", "Intended use", "left out as unanswerable: 1 "):
        assert said in card.text


def test_a_licence_that_was_not_named_is_asked_for(run: Path, tmp_path: Path) -> None:
    export(run, tmp_path / "out", to="squad")
    assert header_of(tmp_path / "out")["license"] == "unknown"
    assert "find it out" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    with pytest.raises(InputError, match="no licence as the Hub names them"):
        export(run, tmp_path / "other", to="squad", license="CC BY 4.0")


def test_an_empty_split_is_not_in_the_card(tmp_path: Path) -> None:
    done = export(make_run(tmp_path / "run", [pair(title="T")]), tmp_path / "out", to="squad")
    assert done.pairs == {"train": 1, "validation": 0}
    assert "validation is empty" in done.notes[0]
    assert [file["split"] for file in header_of(tmp_path / "out")["configs"][0]["data_files"]] == ["train"]
    assert json.loads((tmp_path / "out" / "validation.json").read_bytes())["data"] == []


def test_a_review_is_respected(run: Path, tmp_path: Path) -> None:
    with open_log(run) as log:
        log.add(make_verdict(ROWS[0], "reject"))
        log.add(make_verdict(ROWS[1], "edit", edited(ROWS[1], "Which country?", "Germany", near=60)))
        log.add(make_verdict(ROWS[2], "accept"))
    done = export(run, tmp_path / "all", to="squad_v2", reviewed=True)
    found = read_back(tmp_path / "all", "squad_v2")
    assert "p0" not in found
    assert (found["p1"].question, found["p1"].spans) == ("Which country?", ((59, 66),))
    assert len(found) == len(ROWS) - 1
    told = f"reviewed: 1 accepted, 1 edited, 1 rejected and left out; without a verdict and kept: {len(ROWS) - 3}"
    assert done.notes == (told,)
    export(run, tmp_path / "only", to="squad_v2", only_reviewed=True)
    assert set(read_back(tmp_path / "only", "squad_v2")) == {"p1", "p2"}
    export(run, tmp_path / "raw", to="squad_v2")
    assert read_back(tmp_path / "raw", "squad_v2") == as_examples(ROWS)


def test_the_same_run_gives_the_same_bytes(run: Path, tmp_path: Path) -> None:
    for kind in SUFFIXES:
        for name in ("one", "two"):
            export(run, tmp_path / kind / name / "set", to=kind)
        one, two = (sorted((tmp_path / kind / name / "set").iterdir()) for name in ("one", "two"))
        assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_an_export_is_replaced_and_nothing_else_is(run: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(run, out, to="squad")
    export(run, out, to="squad")
    with pytest.raises(InputError, match=r"holds other files \(train.json"):
        export(run, out, to="csv")
    with pytest.raises(InputError, match="holds other files"):
        export(run, run, to="squad")
    (out / "README.md").write_text("my notes")
    with pytest.raises(InputError, match="was not written by an export"):
        export(run, out, to="squad")
    assert (out / "README.md").read_text() == "my notes"


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("xml", "no such format; choose one of squad, squad_v2"),
        ("hub:", "no name that the Hub takes"),
        ("hub:a b", "Hub"),
    ],
)
def test_what_is_no_target_is_told(to: str, said: str, run: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        export(run, tmp_path / "out", to=to)
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_exported_is_told(run: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no review"):
        export(run, tmp_path / "out", to="squad", reviewed=True)
    with pytest.raises(InputError, match="no pair is left"):
        export(make_run(tmp_path / "none", [unanswerable(0)]), tmp_path / "out", to="squad")


def test_a_hub_out_of_reach_is_told_and_the_files_stay(
    run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(InputError, match="cannot be reached") as error:
        export(run, tmp_path / "out", to="hub:someone/rivers")
    assert str(tmp_path / "out") in str(error.value)
    assert (tmp_path / "out" / "train.parquet").exists()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(st.tuples(st.text(min_size=1), st.text(), st.text()), min_size=1, max_size=6))
def test_any_text_comes_back(texts: list[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    rows = []
    for number, (answer, before, after) in enumerate(texts):
        context = f"{before}{answer}{after} and so on and on"
        answers = {"text": [answer], "answer_start": [len(before)]}
        rows.append(pair(number, context=context, answers=answers, question="q?", title=f"T{number % 2}"))
    make_run(folder / "run", rows)
    for kind in SUFFIXES:
        export(folder / "run", folder / kind, to=kind, validation=0)
        examples = read_examples(folder / kind / f"train{SUFFIXES[kind]}")
        assert {example.id: example for example in examples} == as_examples(rows)
