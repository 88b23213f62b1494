"""Verbs with and without an object."""

from __future__ import annotations

import pytest

from pie_qg.questions.valency import done_by_somebody, takes_object


@pytest.mark.parametrize("verb", ["adopt", "destroy", "buy", "contain"])
def test_takes_one(verb: str) -> None:
    assert takes_object(verb)


@pytest.mark.parametrize("verb", ["grow", "win", "amount", "sleep", "unheardofverb"])
def test_does_without(verb: str) -> None:
    assert not takes_object(verb)


@pytest.mark.parametrize("verb", ["declare", "examine", "found", "purchase"])
def test_somebody_does_it(verb: str) -> None:
    assert done_by_somebody(verb)


@pytest.mark.parametrize("verb", ["contain", "include", "open", "unheardofverb"])
def test_a_thing_may_do_it(verb: str) -> None:
    assert not done_by_somebody(verb)
