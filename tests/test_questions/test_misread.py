"""Signs that one kind of phrase was taken for another, each in a sentence that is misread so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.clauses import Clause, clauses
from pie_qg.parse import SpacyParser
from pie_qg.questions import misread
from pie_qg.records import Sentence, Token
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread as handmade
from tests.test_questions.handmade import shows


def _clause(tree: Tree, verb: str) -> Clause:
    return next(clause for clause in clauses(tree.sentence, tree) if tree.tokens[clause.verb].text == verb)


@pytest.mark.parametrize(
    ("sign", "sentence", "verb"),
    [
        (misread.clause_as_phrase, "The strike was ended by the company agreeing to raise the pay.", "ended"),
        (misread.clause_as_phrase, "The teachers insisted on the pupils wearing a uniform.", "insisted"),
        (
            misread.clause_as_phrase,
            "The long life is said to be an effect of tin possessing a closed shell, which is rare.",
            "be",
        ),
        (
            misread.listed_phrases,
            "The shops are found in the streets near the harbour, in North Hill and in South Hill.",
            "found",
        ),
        (
            misread.end_of_list,
            "As planters in Virginia, Maryland, and North Carolina continued to exhaust their soil, the farms became "
            "poor.",
            "continued",
        ),
        (
            misread.reported_subject,
            "Various papers blamed the army, others claiming their reporters were members of the army.",
            "were",
        ),
        (
            misread.clause_as_noun,
            "The story of the valley began with the end of the Ice Age when Scotland began to warm up and several "
            "lakes formed.",
            "warm",
        ),
        (misread.after_lost_bracket, "Copper(II) sulfate is added to some paints.", "added"),
        (
            misread.year_alone,
            "1712, Spanish merchants on the West African coast began to supply tools to the farmers.",
            "began",
        ),
        (
            misread.time_with_name,
            "The meeting marked the first time Canadians from each of the 10 provinces sat together and planned a "
            "common law.",
            "marked",
        ),
        (misread.between_one, "The bones were found and variously dated between 6000 to 5000 BC.", "dated"),
        (
            misread.participle_as_past,
            "Old Norse was the form spoken at that time and attested in the runes of Sweden.",
            "attested",
        ),
        (
            misread.gerund_of_list,
            "Common measures include closing the windows, lighting a fire, and wearing warm clothes.",
            "lighting",
        ),
        (
            misread.measured_noun,
            "The wide field of snow is similar to Greenland, with wind-blown sea ice and ridges up to 10 m (33 ft).",
            "ridges",
        ),
        (
            misread.hidden_adverb,
            'A small fine is also given for "dodging", where a driver hides or removes a plate.',
            "hides",
        ),
    ],
)
def test_phrases_that_were_misread(
    parser: SpacyParser, sign: Callable[[Tree, Clause], bool], sentence: str, verb: str
) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    assert sign(tree, _clause(tree, verb))


def test_a_noun_is_not_what_something_is_like() -> None:
    rows = [("It", "PRON", "PRP", "nsubj"), ("was", "AUX", "VBD", "ROOT"), ("tones", "NOUN", "NNS", "acomp")]
    places = [(0, 2), (3, 6), (7, 12)]
    tokens = tuple(
        Token(text, text, pos, tag, dep, 1, *place) for (text, pos, tag, dep), place in zip(rows, places, strict=True)
    )
    tree = Tree(Sentence("It was tones", 0, tokens))
    assert misread.noun_as_adjective(tree, _clause(tree, "was"))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The shop was opened by a man wearing a hat.", "opened"),
        ("The wall was painted by the monks using lime.", "painted"),
        ("They live in the towns near the coast in winter.", "live"),
        ("In 1712 Spanish merchants began to supply tools.", "began"),
        ("The bones were dated between 6000 and 5000 BC.", "dated"),
        ("The men began singing and lighting a fire.", "lighting"),
        ("The valley where he hides a plate is dry.", "hides"),
    ],
)
def test_phrases_that_were_read_right(parser: SpacyParser, sentence: str, verb: str) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    clause = _clause(tree, verb)
    assert not [sign for sign in misread.SIGNS if sign(tree, clause)]


@pytest.mark.parametrize(
    ("sign", "words", "verb"),
    [
        (
            misread.passive_taken_apart,
            "It|PRP|nsubj|1 was|VBD|ROOT|1 on|IN|prep|1 several|JJ|amod|4 occasions|NNS|pobj|2 raided|VBN|acl|4",
            "was",
        ),
        (
            misread.opening_span,
            "Starting|VBG|advcl|8 in|IN|prep|0 1293|CD|pobj|1 and|CC|cc|0 continuing|VBG|conj|0 on|RB|advmod|4 "
            ",|,|punct|8 it|PRP|nsubj|8 prospered|VBD|ROOT|8",
            "continuing",
        ),
        (
            misread.bare_participle,
            "Barley|NN|nsubj|1 found|VBD|ROOT|1 domesticated|VBN|ccomp|1 there|RB|advmod|2",
            "found",
        ),
        (
            misread.clause_before_copula,
            "A|DT|det|1 body|NN|nsubj|2 convened|VBD|ccomp|5 on|IN|prep|2 questions|NNS|nsubj|5 was|VBD|ROOT|5 "
            "old|JJ|acomp|5",
            "was",
        ),
        (
            misread.adjective_as_object,
            "They|PRP|nsubj|1 do|VBP|ROOT|1 some|DT|det|4 very|RB|advmod|4 good|JJ|dobj|1 on|IN|prep|4 "
            "land|NN|compound|7 surveys|NNS|pobj|5",
            "do",
        ),
        (
            misread.clause_as_phrase,
            "He|PRP|nsubj|1 warned|VBD|ROOT|1 against|IN|prep|1 men|NNS|pobj|2 being|VBG|auxpass|5 sold|VBN|acl|3",
            "warned",
        ),
    ],
)
def test_a_phrase_that_another_parser_may_read_right(
    sign: Callable[[Tree, Clause], bool], words: str, verb: str
) -> None:
    assert shows(sign, handmade(words), verb)


@pytest.mark.parametrize(
    ("sign", "sentence", "verb"),
    [
        (misread.passive_taken_apart, "The town is on an island raided by Danes.", "is"),
        (misread.opening_span, "Starting a firm in 1990 and selling boats, she grew rich.", "selling"),
        (misread.bare_participle, "They found the barley domesticated there.", "found"),
        (misread.clause_before_copula, "The body convened on questions, and it was old.", "was"),
    ],
)
def test_a_phrase_without_the_sign(
    parser: SpacyParser, sign: Callable[[Tree, Clause], bool], sentence: str, verb: str
) -> None:
    assert not shows(sign, Tree(parser.parse([sentence])[0][0]), verb)
