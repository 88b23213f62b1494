"""Verbs with and without an object."""

from __future__ import annotations

import pytest

from pie_qg.questions.valency import takes_object


@pytest.mark.parametrize("verb", ["adopt", "destroy", "buy", "contain"])
def test_takes_one(verb: str) -> None:
    assert takes_object(verb)


@pytest.mark.parametrize("verb", ["grow", "win", "amount", "sleep", "unheardofverb"])
def test_does_without(verb: str) -> None:
    assert not takes_object(verb)
