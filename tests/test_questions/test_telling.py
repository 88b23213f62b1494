"""Answers that tell something, and those that only point back to a name."""

from __future__ import annotations

from typing import Any

import pytest

POINTS_BACK = "answer only points back"


@pytest.mark.parametrize(
    ("text", "answer", "tells"),
    [
        ("Ada visited the city in 1990.", "city", False),
        ("Ada built a new kind of pump. This pump supplied the villages of Kent.", "pump", False),
        ("Ada Smith sold the area to a man in Kent.", "area", False),
        ("I bought this product in Kent in 1990.", "product", False),
        ("Ada hated such rules.", "rules", False),
        ("Another artist from Kent painted the bridge in 1990.", "Another artist", False),
        ("A similar game thrilled the farmers of Kent in 1990.", "similar game", False),
        ("Ada had a mill. Its prestige drew painters to Kent in 1990.", "prestige", False),
        ("Opinions divided the farmers of Kent in 1990.", "Opinions", False),
        ("The latter painter sold the bridge to Kent in 1990.", "latter painter", False),
        ("Ada hired men who had sold boats in Kent.", "men", False),
        ("Ada saw the moment a storm hit the mill in Kent.", "moment", False),
        ("Women sold boats in Kent in 1990.", "Women", True),
        ("In 1990, 70 percent voted for the law in Kent.", "70 percent", False),
        ("In 1990, 70 percent of the farmers voted for the law in Kent.", "70 percent", True),
        ("Ada visited other countries in 1990.", "other countries", True),
        ("Marie Curie depended on the weather in Paris.", "weather", True),
        ("Adolphe Sax invented the saxophone in 1840.", "saxophone", True),
        ("Ada visited an old city in Kent.", "old city", True),
        ("The king enjoys using this.", "using this", False),
        ("Ada opened a shop. These two factors limited the trade of Kent.", "two factors", False),
        ("The most common wine in this class may be the Chablis.", "most common wine in this class", False),
        ("The king issued the first laws protecting them in 1990.", "first laws protecting them in 1990", True),
        ("Marie Curie was the first woman to drive through it.", "first woman to drive through it", False),
        ("Ada built a mill and a barn. The latter mill was sold in 1990.", "latter mill", False),
    ],
)
def test_answer(formed: Any, text: str, answer: str, tells: bool) -> None:
    pairs, rejects = formed(text)
    assert (answer in {pair.answer for pair in pairs}) is tells
    assert tells or POINTS_BACK in {reject.reason for reject in rejects}


def test_pronoun_is_answered_by_the_name_before_it(formed: Any) -> None:
    pairs, _ = formed("Marie Curie was born in Warsaw. She discovered radium in 1898.")
    found = {(pair.question, pair.answer, pair.sentence, pair.answer_start) for pair in pairs}
    assert ("Who discovered radium in 1898?", "Marie Curie", 0, 0) in found


def test_a_pronoun_for_what_has_no_name_answers_nothing(formed: Any) -> None:
    pairs, _ = formed("A young engineer was born in Warsaw. She discovered radium in 1898.")
    assert not [pair for pair in pairs if pair.question.startswith("Who discovered")]


def test_it_stands_for_no_name_where_the_object_has_one_too(formed: Any) -> None:
    pairs, _ = formed("Microsoft announced Windows 10 in Berlin. It was released in July 2015.")
    assert not [pair for pair in pairs if "release" in pair.question]


def test_a_pronoun_of_a_list_stays_beside_the_name_that_explains_it(formed: Any) -> None:
    pairs, _ = formed("Henry Stone met the king. Marie Curie and her sister bought a house in Paris.")
    asked = {pair.question for pair in pairs}
    assert any("Marie Curie and her sister" in question for question in asked), asked
    assert not any("Stone's sister" in question for question in asked)
