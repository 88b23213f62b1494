"""Signs that the words of two clauses were put together, each in the sentence that its rule quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.clauses import Clause, clauses
from pie_qg.parse import SpacyParser
from pie_qg.questions import misjoined
from pie_qg.records import Entity
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread, shows


@pytest.mark.parametrize(
    ("sign", "sentence", "verb"),
    [
        (
            misjoined.object_beside_clause,
            "Population-based studies show that atherosclerosis, the major precursor of disease, begins in childhood.",
            "show",
        ),
        (
            misjoined.time_before_marker,
            "On 22 February 1807, twenty years after he first began his crusade, Wilberforce was rewarded with "
            "victory.",
            "began",
        ),
        (
            misjoined.clause_without_subject,
            "In the early 20th century, the Young Turk Revolution deposed Sultan Abdul Hamid II and a series of wars "
            "plagued the ailing empire's capital.",
            "deposed",
        ),
        (
            misjoined.unlike_conjunct,
            "The system centered on producing crops, and making goods and clothing to sell in Europe.",
            "making",
        ),
        (
            misjoined.finite_phrase,
            "Dense fog disrupts transportation in the region, including on the Bosphorus, and is common during the "
            "autumn and winter months when the humidity remains high into the afternoon.",
            "is",
        ),
        (
            misjoined.lost_antecedent,
            "Checks to the head have accounted for nearly 50% of concussions that players in the National Hockey "
            "League have suffered.",
            "suffered",
        ),
        (
            misjoined.takes_no_clause,
            "One notable example of this is through the Roots Homecoming Festival held annually in the Gambia.",
            "held",
        ),
        (
            misjoined.bare_relative,
            "Their ancestor worship and animism was based on Umang Lai – ethnic governing deities worshiped in sacred "
            "groves.",
            "worshiped",
        ),
        (
            misjoined.joined_without_word,
            "Ortega of the movement called the Front seized power and faced war.",
            "called",
        ),
        (misjoined.joined_without_word, "The ship sailed from Ghent sank near Norway.", "sailed"),
        (
            misjoined.joined_without_word,
            "Water is supplied by Ghent Waterworks and electric power is supplied by Brabant Energy.",
            "supplied",
        ),
        (
            misjoined.joined_to_nothing,
            "The paper gained fame, mainly for its reports, and also for being very cheap.",
            "gained",
        ),
        (
            misjoined.but_of_relative,
            "The tax made an elite who did not farm, but ruled the villages.",
            "ruled",
        ),
        (
            misjoined.unlike_conjunct,
            "From 1920 on they designed cities; reverting to large solutions, plain standardisation and prefabricated "
            "window frames.",
            "prefabricated",
        ),
        (
            misjoined.after_infinitive,
            "The aims are to understand forces, predict results, and design systems.",
            "predict",
        ),
        (
            misjoined.after_participle,
            "Crowds in the town, joined by monks, protested above water testing of new weapons and poisoned fish.",
            "poisoned",
        ),
        (
            misjoined.takes_no_clause,
            "The extent to which the weather determines the price of wheat is shown by the table.",
            "shown",
        ),
        (misjoined.takes_no_clause, "He backed Murdoch, who he thought had a chance.", "thought"),
        (misjoined.finite_phrase, "The function takes an entity as input and outputs a value.", "takes"),
        (
            misjoined.dangling_phrase,
            "The first insurance company in the United States underwrote fire insurance and was established in "
            "Charleston, South Carolina, in 1735.",
            "established",
        ),
        (
            misjoined.not_joined,
            "The patent covered ten kinds of lock, split into two groups of five locks each, and ranging from brass "
            "to steel.",
            "split",
        ),
        (misjoined.time_before_marker, "It was only two weeks since the truce began.", "began"),
    ],
)
def test_clauses_that_were_put_together(
    parser: SpacyParser, sign: Callable[[Tree, Clause], bool], sentence: str, verb: str
) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    found = [clause for clause in clauses(tree.sentence, tree) if tree.tokens[clause.verb].text == verb]
    assert sign(tree, found[-1])


@pytest.mark.parametrize(
    ("sign", "words", "verb"),
    [
        (
            misjoined.finite_phrase,
            "The|DT|det|1 law|NN|nsubj|2 freed|VBD|ROOT|2 men|NNS|dobj|2 held|VBN|acl|3 here|RB|advmod|4 and|CC|cc|4 "
            "fined|VBD|conj|4 owners|NNS|dobj|7",
            "freed",
        ),
        (
            misjoined.object_after_comma,
            "It|PRP|nsubj|1 grew|VBD|ROOT|1 ,|,|punct|1 adding|VBG|amod|4 styles|NNS|dobj|1",
            "grew",
        ),
        (
            misjoined.object_after_comma,
            "It|PRP|nsubj|1 drew|VBD|ROOT|1 on|IN|prep|1 the|DT|det|4 law|NN|pobj|2 ,|,|punct|1 most|RBS|advmod|7 "
            "notably|RB|advmod|9 the|DT|det|9 code|NN|dobj|1",
            "drew",
        ),
        (
            misjoined.report_at_time,
            "They|PRP|nsubj|1 claimed|VBD|ROOT|1 at|IN|prep|1 the|DT|det|4 time|NN|pobj|2 that|WDT|advmod|7 "
            "it|PRP|nsubj|7 sank|VBD|relcl|4",
            "claimed",
        ),
        (
            misjoined.as_of_clause,
            "It|PRP|nsubj|1 grew|VBD|ROOT|1 rich|JJ|acomp|1 as|IN|prep|1 Danes|NNPS|pobj|3 ,|,|punct|4 "
            "Finns|NNPS|conj|4 and|CC|cc|6 Poles|NNPS|conj|6 ,|,|punct|1 came|VBD|conj|1 over|RB|advmod|10",
            "came",
        ),
    ],
)
def test_those_that_another_parser_may_keep_apart(sign: Callable[[Tree, Clause], bool], words: str, verb: str) -> None:
    assert shows(sign, misread(words), verb)


def test_a_name_needs_no_clause_to_say_which() -> None:
    words = (
        "A|DT|det|1 club|NN|nsubj|7 based|VBN|acl|1 in|IN|prep|2 Ghent|NNP|pobj|3 that|WDT|nsubj|6 grew|VBD|relcl|4 "
        "left|VBD|ROOT|7"
    )
    assert shows(misjoined.name_restricted, misread(words, Entity(4, 5, "GPE")), "grew")
    assert not shows(misjoined.name_restricted, misread(words.replace("that|WDT", "which|WDT")), "grew")
