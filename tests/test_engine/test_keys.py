"""A key changes with a stage's settings, its source, its imports, and the stage before it; with nothing else."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pie_qg.engine import keys
from pie_qg.engine.keys import chain_keys, source_digest
from tests.test_engine import toy


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package whose module `stage` imports `rules` inside a function, which lies beside a table."""
    folder = tmp_path / "keyed"
    (folder / "deep").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "deep" / "__init__.py").touch()
    (folder / "stage.py").write_text("def f():\n    from keyed.deep.rules import RULES\n    return RULES\n")
    (folder / "deep" / "rules.py").write_text("RULES = 1\n")
    (folder / "deep" / "words.txt").write_text("a\n")
    (folder / "other.py").write_text("X = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module("keyed.stage")
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "keyed"]:
        del sys.modules[name]


def digest_now() -> str:
    source_digest.cache_clear()
    keys._file.cache_clear()
    return source_digest("keyed.stage")


@pytest.mark.parametrize(
    ("file", "counts"),
    [("stage.py", True), ("deep/rules.py", True), ("deep/words.txt", True), ("other.py", False)],
)
def test_the_source_is_what_is_imported_and_the_tables_beside_it(package: Path, file: str, counts: bool) -> None:
    before = digest_now()
    with (package / file).open("a") as target:
        target.write("# more\n")
    assert (digest_now() != before) == counts


def test_a_stage_depends_on_the_ground_floor_and_no_engine() -> None:
    files = {path.name for path in keys._closure("pie_qg.openie.stage")}
    assert {"stage.py", "records.py", "recipe.py"} <= files
    assert not {"local.py", "generation.py", "terminal.py", "work.py"} & files


def test_settings_and_upstream_change_a_key_and_those_after_it(tmp_path: Path) -> None:
    first, second = toy.steps(tmp_path)
    base = chain_keys([first, second], "")
    changed = chain_keys([first, replace(second, settings=(1,))], "")
    assert changed[0] == base[0]
    assert changed[1] != base[1]
    assert not set(chain_keys([first, second], "other versions")) & set(base)
    assert not set(chain_keys([replace(first, settings=(1,)), second], "")) & set(base)
