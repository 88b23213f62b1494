"""The list of public sets is sound, and a set that cannot be fetched is told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from pie_qg import sources
from pie_qg.errors import InputError
from pie_qg.examples import read_examples


def test_the_list() -> None:
    listed = sources.list_sources()
    assert {"squad", "squad_v2", "newsqa", "triviaqa", "bioasq", "duorc"} <= {source.name for source in listed}
    assert all(source.format in ("squad", "mrqa") and source.licence for source in listed)


def test_an_unknown_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="squad_v2"):
        sources.get_source("nothing", tmp_path / "x.jsonl")


def test_the_hub_out_of_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import datasets

    def unreachable(*_: object, **__: object) -> None:
        raise ConnectionError("no route\nto the Hub")

    monkeypatch.setattr(sources, "require_hub", lambda _: None)
    monkeypatch.setattr(datasets, "load_dataset", unreachable)
    with pytest.raises(InputError, match=r"squad: .* \(no route\)"):
        sources.get_source("squad", tmp_path / "x.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_a_subset_is_written_as_evaluate_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import datasets

    record = {
        "context": "Aspirin helps.",
        "context_tokens": {"tokens": ["Aspirin"]},
        "qid": "7",
        "question": "What helps?",
        "answers": ["aspirin"],
        "detected_answers": {"text": ["Aspirin"], "char_spans": [{"start": [0], "end": [6]}]},
    }
    rows = [record | {"subset": "BioASQ"}, record | {"subset": "RACE"}]
    monkeypatch.setattr(sources, "require_hub", lambda _: None)
    monkeypatch.setattr(datasets, "load_dataset", lambda *_, **__: rows)
    assert sources.get_source("bioasq", tmp_path / "bioasq.jsonl") == 1
    [example] = read_examples(tmp_path / "bioasq.jsonl")
    assert (example.id, example.answers, example.spans) == ("7", ("aspirin",), ((0, 7),))
