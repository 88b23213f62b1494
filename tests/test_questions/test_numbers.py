"""How many there are, and how much of it: numbers that are asked for, and numbers that tell nothing."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("sentence", "wh", "answer"),
    [
        # of whom something is told, and not only what they do
        ("In 1990, 88% of the voters were old.", "What percentage of the voters were old", "88%"),
        ("Some 300 soldiers were ill in May.", "How many soldiers were ill", "300"),
        # one of a list
        ("The set comes with four knives and a block.", "how many knives does the set come", "four"),
        ("The Navy attracted 250 officers and 2100 men.", "How many men", "2100"),
        ("The mill sold two of the three boats in May.", "How many of the three boats", "two"),
        # what a thing comes to
        ("In 1990, the number of mills rose to 280.", "rise to", "280"),
        ("The attendance in Ghent totalled 12 million.", "What did the attendance in Ghent total", "12 million"),
        ("The turnout in Ghent was 60 percent.", "What was the turnout", "60 percent"),
        # what has a name of its own
        ("The town of Ayr has a population of 43,000.", "What population does", "43,000"),
        (
            "The Norwegian port had an annual capacity of 1.5 million tonnes.",
            "What annual capacity",
            "1.5 million tonnes",
        ),
        ("The ship left the port of Ayr at a speed of 30 knots.", "what speed", "30 knots"),
        ("Ada Berg left Ghent at the age of 30.", "what age", "30"),
        ("The court imposed a fine of $300 on the firm.", "What fine", "$300"),
        # what an infinitive takes
        ("It takes 10 minutes to brew a full pot of coffee.", "How long does it take to brew a full", "10 minutes"),
    ],
)
def test_number(formed: Any, sentence: str, wh: str, answer: str) -> None:
    pairs, _ = formed(sentence)
    assert [pair.question for pair in pairs if pair.answer == answer and wh.lower() in pair.question.lower()]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("The three gases are light in May.", "How many"),
        ("In Ghent, 16 ounces are enough.", "How many"),
        ("The set comes with four knives and forks.", "How many"),
        ("The set comes with four knives or a block.", "How many"),
        ("The pole measures five feet and two inches in May.", "How many feet"),
        ("The mill sold three of them in Ghent.", "How many of"),
        ("The town of Ayr has a population of 900 or more in May.", "What population"),
        ("The town of Ayr has the highest density of 300.", "What highest"),
        ("It takes 10 minutes to boil in Ghent.", "does it take"),
        ("The mill employs 300 of the 2,000 farmers.", "employ 300 of"),
    ],
)
def test_number_that_is_not_asked_for(formed: Any, sentence: str, wrong: str) -> None:
    pairs, _ = formed(sentence)
    assert not [pair.question for pair in pairs if wrong in pair.question]
