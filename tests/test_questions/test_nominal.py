"""What noun phrases say without a verb, each rule with its example."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from pie_qg.openie.stage import OpenIEStage
from pie_qg.questions.filters import ANSWER_CUT
from pie_qg.questions.form import form
from pie_qg.questions.nominal import RULES
from pie_qg.recipe import OpenIEConfig
from pie_qg.records import Entity, Item, Paraphrase, Passage
from tests.test_questions.conftest import Plain
from tests.test_questions.handmade import misread, questions


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Paris, the capital of France, grows quickly.", "What is the capital of France?", "Paris"),
        ("Paris, the oldest town in the north, grows quickly.", "What is the oldest town in the north?", "Paris"),
        ("They met Ada Smith, a British army officer.", "Who was Ada Smith?", "British army officer"),
        ("The physicist Marie Curie left Paris.", "What was Marie Curie's profession?", "physicist"),
        ("The Dutch painter Anna Smith left Paris.", "What was Anna Smith's nationality?", "Dutch"),
        ("They met Anna Smith, a German engineer.", "What was Anna Smith's nationality?", "German"),
        (
            "The firm makes metal tools, including hammers and saws.",
            "What are some examples of metal tools?",
            "hammers and saws",
        ),
        ("The army camped in Dayton, Ohio.", "In what state is Dayton?", "Ohio"),
        (
            "The World Health Organization (WHO) published a report.",
            "What is the abbreviation for the World Health Organization?",
            "WHO",
        ),
        (
            "The firm makes metal fasteners such as bolts and rivets.",
            "What are some examples of metal fasteners?",
            "bolts and rivets",
        ),
        (
            "The firm makes usually wooden tools such as hammers and saws.",
            "What are some examples of wooden tools?",
            "hammers and saws",
        ),
        ("The peace was kept by the Ghent treaty of 1814.", "When was the Ghent treaty?", "1814"),
        ("They hold a spring festival called Yaoshang.", "What is the name of the spring festival?", "Yaoshang"),
    ],
)
def test_example(formed: Any, sentence: str, question: str, answer: str) -> None:
    found = {(pair.question, pair.answer) for pair in formed(sentence)[0]}
    assert (question, answer) in found, sorted(found)


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Islands such as Jamaica, Trinidad and Cuba grew sugar.", "In what"),
        ("The group (ABC) met in Paris.", "What does ABC stand for"),
        ("The shadow Health minister Anna Smith left Paris.", "What was Anna Smith's"),
        ("The champion Anna Smith left Paris.", "What was Anna Smith's profession"),
        ("The printer reads right-to-left scripts such as Arabic and Urdu.", "What are some examples"),
        ("The Catholic priest John Smith left Paris.", "What was John Smith's nationality"),
        ("Several women have competed in professional leagues, including Anna Smith.", "What is an example"),
        ("In wooden bridges after and including the Ghent bridge, the firm used new bolts.", "What is an example"),
        ("Several women have competed in professional leagues, including Rhéaume.", "What is an example"),
        ("Groups who had not lived near large mammals, such as the Australian Aborigines, fell ill.", "What is an ex"),
        ("That includes the wealth of 37 lords based in Ghent, the highest number among towns.", "What is"),
        ("Also, Tulsa, Oklahoma's news station, opened a new hall.", "What was"),
        ("The short story Anna Smith, Author of the Week, is often read.", "Who is"),
        ("The firm built commercial aircraft (Boeing 747).", "What was Boeing"),
        ("In the art of Ancient Egypt, and also Persia, a very low wall was used.", "What was Persia"),
        ("The strike began before the end of the Ghent agreement in 2012.", "When was the Ghent agreement"),
        ("Thomas Jefferson, the state of Virginia, was there.", "Who was Thomas Jefferson"),
        ("The firm repairs the central mainframe computer (CMC) in Paris.", "What is the central mainframe computer"),
        ("The firm uses different methods such as hammers and saws.", "What are some examples"),
        ("The firm sold the oak kitchen table (ISBN: 12345).", "What is ISBN"),
        ("She likes her new gas oven, Texas, and sleeps.", "What is Texas"),
        (
            "The cups are good for hot drinks, such as tea, and cold drinks, such as cola.",
            "What are some examples of hot drinks",
        ),
        ("She bakes fruit pies that contain dried nuts, including walnuts.", "What is an example of fruit pies"),
    ],
)
def test_says_nothing(formed: Any, sentence: str, question: str) -> None:
    assert not [pair.question for pair in formed(sentence)[0] if pair.question.startswith(question)]


def test_answer_that_cuts_a_word_of_an_original_longer_than_its_paraphrase(parser: Any) -> None:
    text = "In the long and cold winter of 1990, the ex-painter Anna Smith left Paris."
    original, short = parser.parse([text])[0][0], parser.parse(["Anna left Paris."])[0][0]
    item = Item(Passage("p", text), sentences=(original,), paraphrases=(Paraphrase(0, short.text, (short,)),))
    _, rejects = form(OpenIEStage(OpenIEConfig()).run([item])[0], "natural", Random(0))
    assert "painter" in {reject.candidate["answer"] for reject in rejects if reject.reason == ANSWER_CUT}


def test_every_rule_shows_an_example() -> None:
    assert all(rule.__doc__ and "→" in rule.__doc__ for rule in RULES)


def test_a_description_does_not_end_before_who_did_it() -> None:
    tree = misread(
        "Men|NNS|nsubj|1 used|VBD|ROOT|1 Ayr|NNP|dobj|1 ,|,|punct|2 the|DT|det|6 largest|JJS|amod|6 market|NN|appos|2 "
        "run|VBN|acl|6 by|IN|agent|7 Ada|NNP|punct|1 .|.|punct|1",
        Entity(2, 3, "ORG"),
    )
    assert not [question for question in questions(tree, Plain(0)) if "run by" in question]


def test_a_fleet_is_no_country() -> None:
    tree = misread(
        "Off|IN|prep|7 Greece|NNP|pobj|0 ,|,|punct|1 Ada|NNP|poss|5 's|POS|case|3 fleet|NN|appos|1 ,|,|punct|1 "
        "won|VBD|ROOT|7 easily|RB|advmod|7 .|.|punct|7",
        Entity(1, 2, "GPE"),
        Entity(3, 4, "PERSON"),
    )
    assert not [question for question in questions(tree, Plain(0)) if "Greece" in question]
