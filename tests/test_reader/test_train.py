"""Training learns, repeats with its seed, goes on after a kill, and leaves a whole reader or what was there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pie_qg.errors import InputError
from pie_qg.examples import Example
from pie_qg.reader.card import weights_digest
from pie_qg.reader.checkpoints import last_checkpoint, work_folder
from pie_qg.reader.encoder import load_reader
from pie_qg.reader.predict import predict
from pie_qg.reader.train import is_trained, train_reader
from pie_qg.recipe import TrainConfig
from pie_qg.squad import write_examples


def config(encoder: Path, **changes: object) -> TrainConfig:
    return TrainConfig(encoder=str(encoder), **({"max_length": 64, "stride": 16, "batch_size": 8} | changes))  # type: ignore[arg-type]


def weights(reader: Path) -> bytes:
    return (reader / "model.safetensors").read_bytes()


def test_a_reader_is_whole_and_the_same_for_its_seed(
    tiny_encoder: Path, examples: list[Example], tmp_path: Path
) -> None:
    from transformers import AutoModelForQuestionAnswering

    steps: list[tuple[int, int]] = []
    first = train_reader(
        examples, tmp_path / "a", config(tiny_encoder, held_out=0.25), seed=3, progress=lambda *told: steps.append(told)
    )
    train_reader(examples, tmp_path / "b", config(tiny_encoder, held_out=0.25), seed=3)
    train_reader(examples, tmp_path / "c", config(tiny_encoder, held_out=0.25), seed=4)
    assert is_trained(tmp_path / "a", examples, config(tiny_encoder, held_out=0.25), 3)
    assert not is_trained(tmp_path / "a", examples, config(tiny_encoder, held_out=0.25), 4)
    assert weights(tmp_path / "a") == weights(tmp_path / "b") != weights(tmp_path / "c")
    assert (first.examples, first.held_out.n) == (48, 16)
    assert steps[-1] == (6, 6)
    assert not work_folder(tmp_path / "a").exists()
    AutoModelForQuestionAnswering.from_pretrained(tmp_path / "a")
    card = (tmp_path / "a" / "README.md").read_text(encoding="utf-8")
    assert "48 question" in card
    assert str(tmp_path) not in card


def test_it_learns(tiny_encoder: Path, examples: list[Example], tmp_path: Path) -> None:
    # An encoder that knows no words yet has to learn them.
    settings = config(tiny_encoder, epochs=12, learning_rate=5e-3, held_out=0.0, freeze_embeddings=False)
    train_reader(examples, tmp_path / "reader", settings)
    found = predict(tmp_path / "reader", examples)
    right = sum(prediction.text == example.answers[0] for prediction, example in zip(found, examples, strict=True))
    assert right > 0.9 * len(examples)


@pytest.mark.parametrize("frozen", [True, False])
def test_word_vectors_stay_where_they_are_frozen(
    frozen: bool, tiny_encoder: Path, examples: list[Example], tmp_path: Path
) -> None:
    train_reader(examples, tmp_path / "reader", config(tiny_encoder, held_out=0.0, freeze_embeddings=frozen))
    before, after = (
        load_reader(str(folder)).model.get_input_embeddings().weight for folder in (tiny_encoder, tmp_path / "reader")
    )
    assert before.equal(after) == frozen


def test_unanswerable_questions_teach_a_threshold(tiny_encoder: Path, examples: list[Example], tmp_path: Path) -> None:
    mixed = [Example(e.id, e.question, e.context) if i % 2 else e for i, e in enumerate(examples)]
    train_reader(mixed, tmp_path / "reader", config(tiny_encoder, held_out=0.25))
    assert isinstance(json.loads((tmp_path / "reader" / "config.json").read_text())["no_answer_threshold"], float)


def test_a_folder_of_other_files_is_left_alone(tiny_encoder: Path, examples: list[Example], tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="no reader"):
        train_reader(examples, tmp_path, config(tiny_encoder))
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_checkpoint_cut_short_is_not_taken_up(tmp_path: Path) -> None:
    for step, state in ((5, "{}"), (10, '{"global'), (15, None)):
        (tmp_path / f"checkpoint-{step}").mkdir()
        if state is not None:
            (tmp_path / f"checkpoint-{step}" / "trainer_state.json").write_text(state)
    assert last_checkpoint(tmp_path) == tmp_path / "checkpoint-5"
    assert [folder.name for folder in tmp_path.iterdir()] == ["checkpoint-5"]


_CHILD = """
import sys, time
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_reader.test_train import child
child(Path({encoder!r}), Path({out!r}))
"""


def learnable(examples: int = 160) -> list[Example]:
    """Examples enough for twenty steps."""
    texts = [f"Number {i} lives in house {i * 7} by the old mill." for i in range(examples)]
    spans = [(t.index(str(i * 7), 16), t.index(str(i * 7), 16) + len(str(i * 7))) for i, t in enumerate(texts)]
    return [
        Example(str(i), f"Where does number {i} live?", t, (t[s:e],), ((s, e),))
        for i, (t, (s, e)) in enumerate(zip(texts, spans, strict=True))
    ]


def child(encoder: Path, out: Path) -> None:
    """Train slowly enough to be killed between two checkpoints."""
    settings = config(encoder, epochs=2, held_out=0.1, checkpoints=6)
    train_reader(learnable(), out, settings, seed=1, progress=lambda *_: time.sleep(0.2))


def test_a_training_goes_on_from_a_reader(tiny_encoder: Path, examples: list[Example], tmp_path: Path) -> None:
    settings = config(tiny_encoder, held_out=0.0, checkpoints=1)
    train_reader(examples, tmp_path / "first", settings)
    train_reader(examples, tmp_path / "second", settings, start=tmp_path / "first")
    train_reader(examples, tmp_path / "fresh", settings, seed=0)
    assert weights(tmp_path / "fresh") == weights(tmp_path / "first") != weights(tmp_path / "second")
    started = weights_digest(tmp_path / "first")
    assert is_trained(tmp_path / "second", examples, settings, 0, started)
    assert not is_trained(tmp_path / "second", examples, settings, 0)
    assert "after a first training" in (tmp_path / "second" / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_killed_training_goes_on_and_ends_the_same(tiny_encoder: Path, tmp_path: Path) -> None:
    out = tmp_path / "reader"
    code = _CHILD.format(tests=str(Path(__file__).parent.parent), encoder=str(tiny_encoder), out=str(out))
    process = subprocess.Popen([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)})
    deadline = time.monotonic() + 120
    while not len(list(work_folder(out).glob("checkpoint-*/trainer_state.json"))) >= 2:
        assert process.poll() is None, "the training ended before it could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not out.exists()
    settings = config(tiny_encoder, epochs=2, held_out=0.1, checkpoints=6)
    resumed = train_reader(learnable(), out, settings, seed=1)
    assert resumed.resumed_at > 0
    train_reader(learnable(), tmp_path / "whole", settings, seed=1)
    assert weights(out) == weights(tmp_path / "whole")


@pytest.mark.slow
def test_several_processes_train_one_reader(tiny_encoder: Path, tmp_path: Path) -> None:
    pairs, out = tmp_path / "squad.json", tmp_path / "reader"
    write_examples(learnable(), pairs, {})
    launch = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2", "-m", "pie_qg"]
    command = [*launch, "train", str(pairs), "--out", str(out), "--encoder", str(tiny_encoder)]
    environment = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=300)
    assert done.stdout.count("the reader, trained on") == 1
    assert predict(out, learnable()[:1])
