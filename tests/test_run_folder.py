"""A folder belongs to one corpus and to one run at a time; what no run wrote is left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pie_qg.errors import InputError
from pie_qg.files import write_json
from pie_qg.run_folder import MANIFEST, RunFolder, check_folder, claimed

CORPUS = {"a.txt": "digest"}
RECORD = {"corpus": CORPUS}


def test_a_folder_that_is_not_there_will_do(tmp_path: Path) -> None:
    check_folder(tmp_path / "new", CORPUS)
    assert not (tmp_path / "new").exists()


def test_files_that_no_run_wrote_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").touch()
    with pytest.raises(InputError, match=r"holds files that no run wrote \(thesis.tex\)"):
        check_folder(tmp_path, CORPUS)


def test_a_data_set_without_a_record_of_its_run_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "squad.json").touch()
    with pytest.raises(InputError, match="no record of the run that wrote them"):
        check_folder(tmp_path, CORPUS)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="is a file; the output is a folder"):
        check_folder(tmp_path / "file", CORPUS)


@pytest.mark.parametrize("finished", [True, False])
def test_a_run_over_another_corpus_is_told(tmp_path: Path, finished: bool) -> None:
    with claimed(RunFolder(tmp_path), RECORD):
        if finished:
            write_json(tmp_path / MANIFEST, RECORD)
            RunFolder(tmp_path).clear_work()
    check_folder(tmp_path, CORPUS)
    with pytest.raises(InputError, match="holds a run over another corpus"):
        check_folder(tmp_path, {"a.txt": "another"})


def test_what_a_kill_leaves_is_no_hindrance(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    folder.work.mkdir()
    check_folder(tmp_path, CORPUS)
    (folder.work / "lock").touch()
    (tmp_path / f".manifest.json.{os.getpid()}.part").write_bytes(b"{")
    with claimed(check_folder(tmp_path, CORPUS), RECORD):
        pass


def test_a_second_run_is_told_of_the_first(tmp_path: Path) -> None:
    with claimed(RunFolder(tmp_path), RECORD):
        for attempt in (lambda: check_folder(tmp_path, CORPUS), claimed(RunFolder(tmp_path), RECORD).__enter__):
            with pytest.raises(InputError, match="another run is writing here"):
                attempt()
    with claimed(RunFolder(tmp_path), RECORD):
        pass


def test_a_claim_leaves_nothing_once_the_work_is_cleared(tmp_path: Path) -> None:
    with claimed(RunFolder(tmp_path / "run"), RECORD) as folder:
        folder.clear_work()
    with claimed(folder):
        pass
    assert list((tmp_path / "run").iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"), claimed(RunFolder(tmp_path / "file" / "run"), RECORD):
        pass
