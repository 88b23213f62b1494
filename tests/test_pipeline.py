"""The whole chain over arbitrary text: every pair's answer stands where it says, in the sentence it came from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pie_qg.engine.work import run_tolerant
from pie_qg.pipeline import make_steps
from pie_qg.recipe import ParaphraseConfig, Recipe
from pie_qg.records import Item, Passage
from pie_qg.stage import Stage

SENTENCES = (
    "The Danube rises in the Black Forest and flows through ten countries.",
    "In 1898, Marie Curie discovered polonium with her husband Pierre.",
    "Mercury, which is the smallest planet, orbits the Sun every 88 days.",
    "The bridge was built by 400 workers because the ferry had sunk.",
    "The ferry sank. The ferry sank again in 1901 near the ferry.",
    "It was designed by Gustave Eiffel, an engineer from Dijon.",
)
# Combining marks, a right-to-left run, an emoji beyond the basic plane, a zero-width joiner, odd spaces.
NOISE = st.text(alphabet=st.sampled_from('aZ9 .,\u0301שלום😀\u200d\u00a0\u2028\ufeff\t\n"('), max_size=12)
TEXTS = st.lists(st.one_of(st.sampled_from(SENTENCES), NOISE, st.text(max_size=8)), min_size=1, max_size=5).map(
    " ".join
)


@cache
def stages(method: str) -> list[Stage]:
    recipe = Recipe(paraphrase=ParaphraseConfig(method=method))  # type: ignore[arg-type]
    made = [step.stage for step in make_steps(recipe)]
    for stage in made:
        stage.load()
    return made


def run(texts: Sequence[str], method: str) -> list[Item]:
    items = [Item(Passage(text[:20], text, record=text[:20])) for text in texts]
    for stage in stages(method):
        items = run_tolerant(stage, items)
    return items


def check(item: Item) -> None:
    text = item.passage.text
    for sentence in item.sentences:
        assert text[sentence.start : sentence.start + len(sentence.text)] == sentence.text
    for pair in item.pairs:
        end = pair.answer_start + len(pair.answer)
        assert text[pair.answer_start : end] == pair.answer
        assert pair.answer.strip()
        sentence = item.sentences[pair.sentence]
        assert sentence.start <= pair.answer_start
        assert end <= sentence.start + len(sentence.text)
    assert len({pair.id for pair in item.pairs}) == len(item.pairs)


@pytest.mark.parametrize("method", ["identity", "syntactic"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_answers_stand_where_they_say(method: str, text: str) -> None:
    (item,) = run([text], method)
    check(item)
    assert not [reject for reject in item.rejects if reject.reason.startswith("error")]


def test_an_answer_is_found_in_its_own_sentence() -> None:
    """The ferry stands in three sentences; a question on the last is answered there."""
    (item,) = run([" ".join(SENTENCES)], "identity")
    check(item)
    assert item.pairs


def test_neighbours_in_a_batch_change_nothing() -> None:
    alone = [item for text in SENTENCES for item in run([text], "identity")]
    together = run(SENTENCES, "identity")
    assert [[pair.question for pair in item.pairs] for item in alone] == [
        [pair.question for pair in item.pairs] for item in together
    ]
