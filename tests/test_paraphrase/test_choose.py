from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pie_qg.paraphrase.candidate import Candidate
from pie_qg.paraphrase.choose import choose, divergence
from pie_qg.paraphrase.facts import keeps_facts
from pie_qg.records import Sentence

Parse = Callable[[str], Sentence]
ORIGINAL = "The museum in Paris did not reopen in 2009."


def always(value: float) -> Callable[[Sequence[tuple[str, str]]], list[float]]:
    return lambda pairs: [value] * len(pairs)


@given(st.text(), st.text())
def test_divergence_is_a_distance_between_0_and_1(one: str, two: str) -> None:
    assert 0 <= divergence(one, two) <= 1.0000001
    assert divergence(one, two) == pytest.approx(divergence(two, one))
    assert divergence(one, one) == 0


def test_divergence_is_1_where_no_word_is_shared() -> None:
    assert divergence("red blue", "green") == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("In 2009, the museum in Paris did not reopen.", True),
        ("The museum in Paris didn't reopen in 2009.", True),
        ("The museum in Rome did not reopen in 2009.", False),
        ("The museum in Paris did not reopen in 2010.", False),
        ("The museum in Paris reopened in 2009.", False),
        ("The museum in Paris did not reopen in 2009 under Smith.", False),
        ("The museum in Paris did not reopen in two years after 2009.", False),
    ],
)
def test_facts_are_names_numbers_and_negations(parse: Parse, text: str, kept: bool) -> None:
    assert keeps_facts(parse(ORIGINAL), text) is kept


def test_the_farthest_that_keeps_the_meaning_is_chosen(parse: Parse) -> None:
    near = Candidate("In 2009, the museum in Paris did not open again.")
    far = Candidate("Until after 2009, doors of Paris did not open.")
    agrees = {near.text: 0.9, far.text: 0.4}

    [choice] = choose([parse(ORIGINAL)], [[near, far]], lambda pairs: [agrees[two] for _, two in pairs], 0.85)

    assert choice.candidate == near
    assert choice.similarity == 0.9
    assert choice.divergence == pytest.approx(divergence(ORIGINAL, near.text))


def test_the_encoder_is_not_asked_where_no_change_touches_the_meaning(parse: Parse) -> None:
    sure = Candidate("In 2009, the museum in Paris did not reopen.", touches_meaning=False)

    [choice] = choose([parse(ORIGINAL)], [[sure]], lambda pairs: [0.0 for _ in pairs], 0.85)

    assert choice.candidate == sure
    assert choice.similarity is None


def test_no_candidate_passes_and_the_original_stays(parse: Parse) -> None:
    [choice] = choose([parse(ORIGINAL)], [[Candidate("The museum in Paris did not open in 2009.")]], always(0.2), 0.85)

    assert choice.candidate is None
