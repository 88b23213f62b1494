"""The cap holds, nothing is lost, and the kept are spread."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from pie_qg.questions.choice import choose
from pie_qg.records import Argument, QAPair, Triple

FACT = Triple(Argument("a"), Argument("b"), Argument("c"))
PAIRS = st.lists(
    st.builds(
        lambda place, sentence, kind, sure: QAPair(
            f"{place}-{sentence}", f"q{place}", "a", place, sentence, FACT, "r", kind, kind, sure
        ),
        st.integers(0, 500),
        st.integers(0, 5),
        st.sampled_from(["who", "what", "when"]),
        st.floats(0, 1),
    ),
    max_size=30,
)


@given(PAIRS, st.integers(1, 12), st.integers(0, 9))
def test_nothing_is_lost_and_the_cap_holds(pairs: list[QAPair], cap: int, seed: int) -> None:
    chosen, spare = choose(pairs, cap, Random(seed))
    assert len(chosen) == min(cap, len(pairs))
    assert sorted(map(repr, chosen + spare)) == sorted(map(repr, pairs))
    assert choose(pairs, cap, Random(seed)) == (chosen, spare)


def test_sentences_are_spread() -> None:
    pairs = [QAPair(str(i), f"q{i}", "a", i, i // 10, FACT, "r", "what", "NOUN") for i in range(40)]
    chosen, _ = choose(pairs, 4, Random(0))
    assert {pair.sentence for pair in chosen} == {0, 1, 2, 3}
