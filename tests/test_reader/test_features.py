"""Windows cover the whole context, and lead from an answer's characters to its tokens and back."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pie_qg.examples import Example
from pie_qg.reader.features import PAD_TO, find_span, fit, training_windows, windows


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    from transformers import AutoTokenizer

    from pie_qg.reader.encoder import find_encoder

    return AutoTokenizer.from_pretrained(find_encoder())


def answered(context: str, answer: str, question: str = "What is it?") -> Example:
    start = context.index(answer)
    return Example("x", question, context, (answer,), ((start, start + len(answer)),))


def test_a_long_context_is_covered_without_a_gap(tokenizer: Any) -> None:
    context = " ".join(f"word{i}" for i in range(3000))
    found = list(windows(tokenizer, [answered(context, "word7")], 128, 32))
    assert all(len(window) <= 128 for window in found)
    covered = 0
    for window in found:
        assert window.offsets[0][0] <= covered
        covered = window.offsets[-1][1]
    assert covered == len(context)


def test_a_question_longer_than_the_window_is_cut(tokenizer: Any) -> None:
    question = "why " * 500
    found = list(windows(tokenizer, [answered("Because it is so. " * 100, "so", question)], 64, 16))
    assert found
    assert all(len(window) <= 64 for window in found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    words=st.lists(
        st.sampled_from(["Zürich", "naïve", "𝔘nicode", "co-op", "1,000", "日本", "ok"]), min_size=1, max_size=90
    )
)
def test_the_tokens_of_a_span_cover_it(tokenizer: Any, words: list[str]) -> None:
    context = " ".join([*words, "target phrase", *words])
    example = answered(context, "target phrase")
    for window in windows(tokenizer, [example], 64, 16):
        span = find_span(window, *example.spans[0])
        if span:
            first, last = (window.offsets[position - window.first] for position in span)
            assert context[first[0] : last[1]] == "target phrase"


@pytest.mark.parametrize(
    ("kind", "positions", "asked", "longest"),
    [("bert", 512, 384, 384), ("bert", 300, 384, 288), ("roberta", 514, 900, 512)],
)
def test_windows_are_what_the_model_takes(kind: str, positions: int, asked: int, longest: int) -> None:
    model = SimpleNamespace(config=SimpleNamespace(model_type=kind, max_position_embeddings=positions))
    size, stride = fit(model, SimpleNamespace(model_max_length=10**30), asked, 380)
    assert (size, size % PAD_TO) == (longest, 0)
    assert stride < size / 2


def test_windows_without_the_answer_point_to_the_first_token(tokenizer: Any) -> None:
    context = "filler " * 200 + "target " + "filler " * 200
    made = training_windows(tokenizer, [answered(context, "target")], 128, 32)
    marked = [window for window in made if window["start_positions"]]
    assert 1 <= len(marked) < len(made)
    for window in marked:
        assert (
            tokenizer.decode(window["input_ids"][window["start_positions"] : window["end_positions"] + 1]) == "target"
        )


def test_an_answer_that_no_window_holds_is_left_out(tokenizer: Any) -> None:
    context = "word " * 300
    example = Example("x", "What?", context, (context.strip(),), ((0, len(context) - 1),))
    assert training_windows(tokenizer, [example], 128, 32) == []
