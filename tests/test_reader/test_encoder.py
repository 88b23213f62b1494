"""Encoders are found by folder or by name; what cannot be loaded is told in one line."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from pie_qg.errors import InputError
from pie_qg.reader.encoder import find_encoder, load_reader


def test_the_embedded_encoder_is_found_without_importing_its_package() -> None:
    assert (Path(find_encoder()) / "model.safetensors").is_file()
    assert "sentence_transformers" not in sys.modules


def test_a_hub_name_is_kept() -> None:
    assert find_encoder("google-bert/bert-base-uncased") == "google-bert/bert-base-uncased"


@pytest.mark.parametrize("name", ["./no-such-folder", "a/b/c", "/no/such"])
def test_a_missing_folder(name: str) -> None:
    with pytest.raises(InputError, match="no such folder"):
        find_encoder(name)


def test_folders_that_are_no_reader(tiny_encoder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"config\.json"):
        find_encoder(str(tmp_path))
    copy = tmp_path / "copy"
    shutil.copytree(tiny_encoder, copy)
    (copy / "model.safetensors").unlink()
    with pytest.raises(InputError, match="no weights"):
        find_encoder(str(copy))
    (copy / "pytorch_model.bin").write_bytes(b"pickle")
    with pytest.raises(InputError, match="safetensors"):
        find_encoder(str(copy))


def test_weights_cut_short(tiny_encoder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(tiny_encoder, copy)
    weights = copy / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:5000])
    with pytest.raises(InputError, match="cannot be loaded") as error:
        load_reader(str(copy))
    assert "\n" not in str(error.value)


def test_a_fresh_head_depends_on_the_seed(tiny_encoder: Path) -> None:
    heads = [load_reader(str(tiny_encoder), seed=seed).model.qa_outputs.weight for seed in (1, 1, 2)]
    assert heads[0].equal(heads[1])
    assert not heads[0].equal(heads[2])


def test_what_an_encoder_lacks_is_known(tiny_encoder: Path, tmp_path: Path) -> None:
    reader = load_reader(str(tiny_encoder))
    assert reader.fresh == {"qa_outputs.weight", "qa_outputs.bias"}
    reader.model.save_pretrained(tmp_path)
    reader.tokenizer.save_pretrained(tmp_path)
    assert not load_reader(str(tmp_path)).fresh
