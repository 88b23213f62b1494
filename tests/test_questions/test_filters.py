"""Each reason, with a pair that has it and one that has not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pie_qg.questions import filters
from pie_qg.records import Argument, QAPair, Triple

WROTE = Triple(Argument("Ada"), Argument("wrote"), Argument("notes"))
PASSAGE = "Ada wrote her notes in London. " * 20
BUILT = Triple(Argument("Ada"), Argument("built"), Argument("engines"))


def pair(question: str, answer: str, start: int = 0, triple: Triple = WROTE, confidence: float = 1.0) -> QAPair:
    kind = question.split()[0].lower()
    return QAPair("i", question, answer, start, triple.sentence, triple, "r", kind, confidence=confidence)


@pytest.mark.parametrize(
    ("reason", "question", "answer"),
    [
        (filters.TOO_LONG, "What " + "very " * 40 + "long thing did Ada write?", "notes"),
        (filters.TOO_LONG, "What did Ada write down?", "word " * 30),
        (filters.ANSWER_IN_QUESTION, "What notes did Ada write in London?", "the notes"),
        (filters.NO_CONTENT, "What did they write?", "notes"),
        (filters.NO_CONTENT, "What did the sides write?", "notes"),
        (filters.TANGLED, "What did Ada write in London?", "of the notes"),
        (filters.TANGLED, "How long did Ada keep the notes-for London?", "two years"),
        (filters.TANGLED, "Who took the-notes to London?", "Ada"),
        (filters.TANGLED, "What did Ada write in London.-His fellow poets?", "notes"),
        (filters.TANGLED, "Who wrote the notes on engines?", "London, England - Ada"),
        (None, "Who bought the much sought-after notes of her mother-in-law?", "Ada"),
        (None, "Who wrote one-and-a-half notes in London?", "Ada Byron"),
        (None, "How long did Ada live in London?", "1840 – 1850"),
        (filters.TANGLED, "What did Ada write of the notes namely?", "plan"),
        (filters.TANGLED, "What did Ada write in London?", "notes, and"),
        (filters.TANGLED, "When did Ada write in London,-by?", "1840"),
        (filters.TANGLED, "When are the notes of London short?", "when it comes to engines"),
        (filters.TANGLED, "Who have any notes of London been denied by?", "Ada"),
        (filters.VAGUE, "What did Ada write in London for?", "some reason"),
        (filters.TANGLED, "Who is going to write in London following week?", "Ada"),
        (None, "Who wrote in London the following week?", "Ada Byron"),
        (filters.TANGLED, "How many ' ceilings has the London house?", "12"),
        (filters.TANGLED, "How many notes did Ada write up in London?", "to 11"),
        (filters.ANSWER_IN_QUESTION, "What kind of fatty acids did Ada find?", "fatty acid"),
        (filters.TANGLED, 'What did Ada write "in London?', "notes"),
        (filters.TANGLED, "What did Ada write in in London?", "notes"),
        (filters.TANGLED, "What did Ada write in London?", "notes (which"),
        (filters.TANGLED, "When was or Eemian Stage?", "1842"),
        (filters.TANGLED, "When did Ada write in London?", "mid-"),
        (filters.VAGUE, "When did Ada write in London?", "many years"),
        (filters.VAGUE, "When did Ada write in London?", "About the time"),
        (filters.TANGLED, "What did Ada write that is thick and only?", "notes"),
        (filters.TANGLED, "Ada wrote after a couple of what time?", "minutes"),
        (filters.VAGUE, "When did Ada write in London?", "once a month"),
        (filters.VAGUE, "Who wrote in London in 1842?", "some others"),
        (filters.VAGUE, "Who was the Countess of Lovelace?", "first person"),
        (filters.TANGLED, "Who was Ada made in London as soon?", "countess"),
        (filters.TANGLED, "What did Ada write in London?", "notes, then"),
        (filters.TANGLED, "What did Ada call 'the engine in London?", "notes"),
        (filters.NO_CONTENT, "What is neuroscience?", "study"),
        (filters.NO_CONTENT, "What is the nerve?", "thread of the body"),
        (filters.TANGLED, "What grew from 3 to in London?", "notes"),
        (filters.TANGLED, "What did Ada write at −3 degrees?", "notes"),
        (filters.TANGLED, "What did Ada write between 3 May and 15?", "notes"),
        (filters.TANGLED, "What did Ada write in London for three?", "notes"),
        (filters.TANGLED, "What did Ada write in a new one?", "notes"),
        (filters.TANGLED, "What notes are the ones in London?", "letters"),
        (filters.TANGLED, "What did Ada give the latter in London?", "notes"),
        (filters.TANGLED, "What did Ada give the former in London?", "notes"),
        (filters.TANGLED, "What did Ada sell in London for about?", "notes"),
        (filters.TANGLED, "What does Ada mark with the Greek letter?", "notes"),
        (filters.TANGLED, "What did Ada write in mid-?", "notes"),
        (filters.TANGLED, "What did Ada write with Mary B.?", "notes"),
        (filters.TANGLED, "What did Ada write in London –based?", "notes"),
        (filters.VAGUE, "What did Ada write in London?", "another book"),
        (filters.VAGUE, "What did Ada write in London?", "legal basis"),
        (filters.VAGUE, "What did Ada build in London?", "mechanism"),
        (filters.VAGUE, "Who wrote in London in 1842?", "people"),
        (filters.VAGUE, "What did Ada found in London?", "business"),
        (filters.VAGUE, "Who wrote in London in 1842?", "Fewer women"),
        (filters.VAGUE, "Who wrote in London in 1842?", "more poets"),
        (filters.VAGUE, "What did Ada avoid in London?", "certain streets"),
        (filters.VAGUE, "Who wrote in London in 1842?", "persons"),
        (filters.VAGUE, "What settled in London in 1842?", "One group"),
        (filters.VAGUE, "What word rhymes with another word of Ada's poem?", "one word"),
        (filters.VAGUE, "What do different poets of London prefer?", "different words"),
        (filters.ANSWER_IN_QUESTION, "What rang in London when Old Mill Road's bell broke?", "Old Mill Road"),
        (None, "Whose bell did Ada's father break in London?", "Ada"),
        (None, "What did Ada focus light of different colours to?", "different points"),
        (filters.VAGUE, "What did Ada build in London?", "process"),
        (filters.VAGUE, "What did Ada write in London?", "certain notes"),
        (filters.VAGUE, "What was the engine in London?", "main focus"),
        (filters.TANGLED, "What is played from through adult leagues in London?", "notes"),
        (filters.TANGLED, "What is the second city of after London?", "notes"),
        (filters.TANGLED, "Who is the same true for in London?", "Ada"),
        (filters.TANGLED, "What was London simply?", "big city"),
        (filters.TANGLED, "Since what has Ada lived in London?", "creation"),
        (filters.TANGLED, "After what was the engine sold five years later?", "war"),
        (filters.TANGLED, "What do other papers in London include?", "notes"),
        (filters.TANGLED, "What turned some the mills of London?", "water"),
        (filters.TANGLED, "Who was the own mill's director in London?", "Ada"),
        (filters.TANGLED, "What is the one that was in use in London?", "plan of Ada"),
        (filters.TANGLED, "What tells of the importance of London?", "name 'Golden Gate"),
        (filters.VAGUE, "What kingdom did Ada build engines in?", "Middle Kingdom onwards"),
        (filters.TANGLED, "What was the trade of London?", "taxed, especially small firms"),
        (None, "What is the one town that Ada left in 1842?", "London"),
        (None, "What tells of the importance of London?", "name 'Golden Gate'"),
        (None, "Since what year has Ada lived in London?", "1842"),
        (None, "What grew from 3 to 9 in London?", "notes"),
        (None, "What did Ada cut in London into two?", "notes"),
        (None, "What did Ada write with J.B.?", "notes"),
        (None, "What did Ada build in London?", "business school"),
        (None, "What is neuroscience?", "study of the nerves"),
        (None, "What did Ada call 'the engine' in London?", "notes"),
        (None, "What did Ada write in London in 1842?", "Last Supper"),
        (None, "When did Ada write in London?", "thousand years"),
        (None, "What did Ada write in London?", "notes"),
    ],
)
def test_fault(reason: str | None, question: str, answer: str) -> None:
    assert filters.fault(pair(question, answer), PASSAGE, 30) == reason


@pytest.mark.parametrize(
    ("reason", "rule", "question", "answer"),
    [
        (filters.VAGUE, "subject:thing", "What is used by the pilots of London?", "different lamps"),
        (filters.VAGUE, "time:date", "What time did Ada ride to London?", "Hours later"),
        (None, "time:date", "What time did Ada ride to London?", "nine o'clock"),
        (None, "object:thing", "What did the pilots of London use?", "different lamps"),
        (filters.VAGUE, "object:thing", "What did the pilots of London win?", "one point"),
        (None, "subject:thing", "What guided the pilots of London?", "one study"),
        (None, "object:thing", "What did the pilots of London win?", "one million pounds"),
        (filters.VAGUE, "attribute:thing", "What was wheat in London?", "very important crop"),
        (None, "attribute:thing", "What was wheat in London?", "main crop of the farmers"),
        (None, "attribute:thing", "What is another reason for the fire of London?", "high demand"),
        (filters.NO_CONTENT, "subject:thing", "What was introduced later?", "idea of a pump"),
        (filters.NO_CONTENT, "subject:thing", "What was opened separately?", "mills of Ghent"),
        (None, "subject:thing", "What was introduced later in London?", "idea of a pump"),
    ],
)
def test_fault_of_a_rule(reason: str | None, rule: str, question: str, answer: str) -> None:
    assert filters.fault(replace(pair(question, answer), rule=rule), PASSAGE, 30) == reason


def test_a_question_is_not_longer_than_its_passage() -> None:
    assert filters.fault(pair("In what year did Ada write it?", "1843"), "Ada wrote it in 1843.", 30) == (
        filters.LONGER_THAN_PASSAGE
    )


def test_the_surer_of_two_duplicates_stays() -> None:
    pairs = [
        pair("What did Ada write in 1842?", "notes", confidence=0.5),
        pair("In 1842, what did Ada write?", "notes", confidence=0.9),
    ]
    assert filters.faults_among(pairs) == [filters.DUPLICATE, None]


def test_a_question_that_says_of_an_answer_is_no_duplicate_of_the_one_it_answers() -> None:
    pairs = [
        pair("What kind of notes did Ada write in London in 1842?", "secret", confidence=0.5),
        pair("What did Ada write in London in 1842?", "secret notes", confidence=0.9),
        pair("In 1842, what did Ada write in London?", "notes", 7, confidence=0.6),
    ]
    assert filters.faults_among(pairs) == [None, None, filters.DUPLICATE]


def test_question_that_another_fact_answers_differently() -> None:
    pairs = [
        pair("What did Ada build?", "engines", 0, WROTE),
        pair("What did Ada build in London?", "houses", 50, BUILT),
    ]
    assert filters.faults_among(pairs) == [filters.AMBIGUOUS, None]


def test_overlap() -> None:
    assert filters.overlap("What did Ada write?", "Ada wrote notes.") == 0.5
    assert filters.overlap("What?", "Ada wrote notes.") == 0.0


def test_a_question_about_an_event_says_more_than_its_verb() -> None:
    one = pair("What was built?", "the two engines")
    assert filters.fault(replace(one, rule="subject:thing"), PASSAGE, 30) == filters.NO_CONTENT
    assert filters.fault(replace(one, rule="attribute:thing"), PASSAGE, 30) is None


def test_one_among_many_is_not_asked_about() -> None:
    one = replace(pair("In what country did a revolt happen?", "England"), rule="place:name")
    assert filters.fault(one, PASSAGE, 30) == filters.NO_CONTENT
    assert filters.fault(replace(one, question="In what country did a bloody revolt happen?"), PASSAGE, 30) is None


def test_what_a_thing_does_is_no_other_answer_to_what_it_is() -> None:
    told = replace(pair("What is Brayford?", "wide harbor", 0, WROTE), rule="attribute:thing")
    done = replace(pair("What does Brayford bound?", "town", 50, BUILT), rule="object:thing")
    assert filters.faults_among([told, done]) == [None, None]
    assert filters.faults_among([told, replace(done, sentence=1)]) == [filters.AMBIGUOUS, None]


def test_a_noun_that_the_answer_says_again_says_nothing() -> None:
    one = replace(pair("What steps did the king take?", "first steps"), rule="object:thing")
    assert filters.fault(one, PASSAGE, 30) == filters.NO_CONTENT
    assert filters.fault(replace(one, question="What steps did the king take in London?"), PASSAGE, 30) is None
