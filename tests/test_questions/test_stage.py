"""The stage as a whole: the invariants of its pairs and rejects, the cap, both styles, unanswerable questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pie_qg.questions.preview import preview
from pie_qg.questions.stage import QuestionsStage
from pie_qg.recipe import QuestionsConfig
from pie_qg.records import Item, Paraphrase

TEXT = (
    "Marie Curie was born in Warsaw in 1867. She moved to Paris in 1891 and studied physics at the University of "
    "Paris. Curie discovered radium, a rare metal, with her husband Pierre. The discovery was announced in 1898. "
    "The town has 40 schools and 12 churches. Warsaw lies on the Vistula river. Berlin lies in Germany."
)
WORDS = st.lists(
    st.sampled_from("the a Paris king river In 1990 , . ; ( ) ? \" ' visited is was built and of three %".split())
    | st.text(min_size=1, max_size=5),
    max_size=25,
)


def run(item: Item, seed: int = 0, **settings: Any) -> Item:
    stage = QuestionsStage(QuestionsConfig(**settings), seed)
    stage.load()
    return stage.run([item])[0]


def assert_sound(item: Item) -> None:
    """Every answer is where it says, inside its sentence; ids are unique; nothing is lost."""
    text = item.passage.text
    for pair in item.pairs:
        assert text[pair.answer_start : pair.answer_start + len(pair.answer)] == pair.answer
        if pair.answerable:
            sentence = item.sentences[pair.sentence]
            assert sentence.start <= pair.answer_start
            assert pair.answer_start + len(pair.answer) <= sentence.start + len(sentence.text)
            assert pair.answer.strip() == pair.answer != ""
        assert pair.question.endswith("?")
    assert len({pair.id for pair in item.pairs}) == len(item.pairs)
    assert item.pairs or item.rejects


@pytest.mark.parametrize("style", ["natural", "paper"])
def test_pairs_of_a_passage(extracted: Callable[[str], Item], style: str) -> None:
    item = run(extracted(TEXT), style=style)
    assert_sound(item)
    assert len(item.pairs) >= 5
    assert item == run(extracted(TEXT), style=style)


def test_cap_and_its_rejects(extracted: Callable[[str], Item]) -> None:
    everything = run(extracted(TEXT), per_passage=1000)
    capped = run(extracted(TEXT), per_passage=3)
    assert len(capped.pairs) == 3
    over = [one for one in capped.rejects if one.reason == "over the cap"]
    assert len(over) == len(everything.pairs) - 3


@pytest.mark.parametrize("style", ["natural", "paper"])
def test_passage_without_triples_is_rejected(extracted: Callable[[str], Item], style: str) -> None:
    item = run(extracted("Nothing."), style=style)
    assert item.pairs == ()
    assert any(one.stage == "questions" for one in item.rejects)


def test_answer_is_the_occurrence_of_its_own_sentence(extracted: Callable[[str], Item]) -> None:
    text = "Paris is large. The king visited Paris in May."
    item = run(extracted(text))
    places = {pair.answer_start for pair in item.pairs if pair.answer == "Paris" and pair.sentence == 1}
    assert places == {33}


def test_paraphrase_is_asked_and_original_answers(extracted: Callable[[str], Item], parser: Any) -> None:
    item = extracted("Darwin published the theory of evolution in 1859, to great acclaim.")
    other = parser.parse(["In 1859, the theory of evolution was issued by Darwin."])[0]
    item = replace(item, paraphrases=(Paraphrase(0, other[0].text, other, changed=True),))
    from pie_qg.openie.stage import OpenIEStage
    from pie_qg.recipe import OpenIEConfig

    item = run(OpenIEStage(OpenIEConfig()).run([item])[0])
    assert_sound(item)
    assert any("issue" in pair.question and pair.answer == "Darwin" and pair.answer_start == 0 for pair in item.pairs)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS)
def test_any_text(extracted: Callable[[str], Item], words: list[str]) -> None:
    for style in ("natural", "paper"):
        item = extracted(" ".join(words))
        if item.sentences:
            assert_sound(run(item, style=style, unanswerable=0.3))


def test_unanswerable_share(extracted: Callable[[str], Item]) -> None:
    item = run(extracted(TEXT), unanswerable=0.3)
    assert_sound(item)
    made = [pair for pair in item.pairs if not pair.answerable]
    assert 0 < len(made) <= 0.5 * len(item.pairs)
    assert all(pair.answer == "" for pair in made)
    asked = {pair.question for pair in item.pairs if pair.answerable}
    assert not asked & {pair.question for pair in made}
    assert not [pair for pair in run(extracted(TEXT)).pairs if not pair.answerable]


def test_preview_shows_everything(extracted: Callable[[str], Item]) -> None:
    item = run(extracted(TEXT))
    shown = preview(item).plain
    assert all(sentence.text in shown for sentence in item.sentences)
    assert all(pair.question in shown and pair.rule in shown for pair in item.pairs)
