"""An answer comes with its sentence; several contexts are ranked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pie_qg.errors import InputError
from pie_qg.reader.ask import ask, sentence_around


@pytest.mark.parametrize(
    ("context", "answer", "sentence"),
    [
        ("It rained. Ann left at 3.15 p.m. in haste. Bob stayed.", "Bob", "Bob stayed."),
        ("It rained in Rome. Bob stayed.", "Rome", "It rained in Rome."),
        ('He said "Go to Rome!" and left.', "Rome", 'He said "Go to Rome!"'),
        ("A heading\nPi is 3.14 or so", "3.14", "Pi is 3.14 or so"),
        ("one. two. three.", "one. two", "one. two."),
    ],
)
def test_sentence_around(context: str, answer: str, sentence: str) -> None:
    start = context.index(answer)
    first, last = sentence_around(context, start, start + len(answer))
    assert context[first:last] == sentence


@given(st.text(alphabet='ab. \n!"', min_size=1), st.data())
def test_the_sentence_holds_the_span(context: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(context) - 1))
    end = data.draw(st.integers(start + 1, len(context)))
    first, last = sentence_around(context, start, end)
    assert 0 <= first <= start < end <= last <= len(context)


def test_ask(tiny_encoder: Path) -> None:
    contexts = {"a.txt": "Ann went to Oslo. It rained.", "b.txt": "Bob stayed in Rome."}
    answers = ask(str(tiny_encoder), "Where did Ann go?", contexts)
    assert {answer.source for answer in answers} == set(contexts)
    for answer in answers:
        assert contexts[answer.source][answer.start : answer.end] == answer.text
        assert answer.text in answer.sentence
        assert 0 < answer.probability <= 1


def test_nothing_to_ask(tiny_encoder: Path) -> None:
    with pytest.raises(InputError, match="question"):
        ask(str(tiny_encoder), " ", {"a": "text"})
    with pytest.raises(InputError, match="a: is empty"):
        ask(str(tiny_encoder), "Who?", {"a": " "})
