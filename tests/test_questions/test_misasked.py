"""Phrases that a parser has taken for others, as a question and its answer show them."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.records import Entity
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread, tears


@pytest.mark.parametrize(
    ("words", "said", "answer"),
    [
        (
            "It|PRP|nsubj|1 set|VBD|ROOT|1 limits|NNS|dobj|1 of|IN|prep|2 2|CD|nummod|5 mg|NN|pobj|3 over|IN|prep|1 "
            "days|NNS|pobj|6",
            "It … over days",
            "limits",
        ),
        (
            "She|PRP|nsubj|1 tell|VBD|ROOT|1 a|DT|det|3 crowd|NN|dobj|1 about|IN|prep|3 it|PRP|pobj|4",
            "She",
            "a crowd about it",
        ),
        (
            "Loyalty|NN|nsubjpass|2 was|VBD|auxpass|2 demand|VBN|ROOT|2 by|IN|agent|2 kings|NNS|pobj|3 of|IN|prep|4 "
            "subjects|NNS|pobj|5",
            "Loyalty",
            "kings of subjects",
        ),
        (
            "It|PRP|nsubj|1 shows|VBZ|ROOT|1 both|CC|predet|4 the|DT|det|4 use|NN|dobj|1 of|IN|prep|4 law|NN|pobj|5 "
            "and|CC|cc|6 its|PRP$|poss|9 limits|NNS|conj|6",
            "It … both the use of",
            "law",
        ),
        (
            "It|PRP|nsubj|1 fell|VBD|ROOT|1 under|IN|prep|1 Abraham|NNP|pobj|2 I|PRP|appos|3 of|IN|prep|4 "
            "Dvin|NNP|pobj|5",
            "It … under Abraham I of",
            "Dvin",
        ),
        (
            "They|PRP|nsubj|1 include|VBP|ROOT|1 at|IN|prep|1 minimum|NN|amod|5 two|CD|nummod|5 men|NNS|pobj|2",
            "They … at … men",
            "two",
        ),
        (
            "It|PRP|nsubj|1 froze|VBD|ROOT|1 over|IN|prep|1 completely|RB|advmod|5 ten|CD|nummod|5 times|NNS|pobj|2",
            "It … over",
            "completely ten times",
        ),
        (
            "It|PRP|nsubj|1 lead|VBZ|ROOT|1 to|TO|aux|3 work|VB|xcomp|1 stoppages|NNS|dobj|3",
            "It … to work",
            "stoppages",
        ),
        (
            "They|PRP|nsubj|1 served|VBD|ROOT|1 to|IN|prep|1 orient|NNP|compound|4 Turks|NNP|pobj|2",
            "They … to",
            "orient Turks",
        ),
        (
            "It|PRP|nsubj|1 needs|VBZ|ROOT|1 trade|NN|nmod|5 and|CC|cc|2 taxing|NN|compound|5 land|NN|dobj|1",
            "It … land",
            "taxing",
        ),
        (
            "Slow|JJ|amod|1 growth|NN|nsubjpass|4 Much|JJ|amod|1 was|VBD|auxpass|4 decided|VBN|ROOT|4 here|RB|advmod|4",
            "growth Much was",
            "here",
        ),
        (
            "They|PRP|nsubj|1 accused|VBD|ROOT|1 the|DT|det|3 king|NN|dobj|1 of|IN|prep|3 burning|VBG|pcomp|4 "
            "mills|NNS|dobj|5",
            "They",
            "the king of burning mills",
        ),
        (
            "She|PRP|nsubj|1 ruled|VBD|ROOT|1 in|IN|prep|1 Ghent|NNP|pobj|2 v.|IN|prep|3 Adams|NNP|pobj|4",
            "She",
            "Ghent",
        ),
        (
            "Bread|NN|nsubjpass|2 is|VBZ|auxpass|2 cut|VBN|ROOT|2 by|IN|agent|2 hand|NN|pobj|3 here|RB|advmod|2",
            "Bread is cut … here",
            "hand",
        ),
        (
            "Jokes|NNS|nsubj|1 were|VBD|ROOT|1 sillier|NN|attr|1 than|IN|mark|5 we|PRP|nsubj|5 meant|VBD|advcl|2",
            "Jokes",
            "sillier",
        ),
        (
            "They|PRP|nsubj|1 took|VBD|ROOT|1 sheep|NN|dobj|1 from|IN|prep|1 fields|NNS|pobj|3 but|CC|cc|4 "
            "not|RB|neg|7 Ada|NNP|npadvmod|1",
            "They … sheep from … not Ada",
            "fields but",
        ),
        (
            "They|PRP|nsubj|1 began|VBD|ROOT|1 a|DT|det|3 war|NN|dobj|1 against|IN|prep|3 what|WP|dobj|7 "
            "they|PRP|nsubj|7 saw|VBD|pcomp|4",
            "They",
            "war against",
        ),
        (
            "They|PRP|nsubj|4 hid|VBD|advcl|4 where|WRB|advmod|6 lords|NNS|nsubj|4 tried|VBD|ROOT|4 to|TO|aux|6 "
            "hurt|VB|xcomp|4 kings|NNS|dobj|6",
            "where … to hurt kings",
            "lords",
        ),
        (
            "The|DT|det|1 question|NN|nsubj|2 is|VBZ|ROOT|2 how|WRB|advmod|5 it|PRP|nsubj|5 ends|VBZ|ccomp|2",
            "how it ends",
            "question",
        ),
        (
            "The|DT|det|1 drawback|NN|nsubj|2 is|VBZ|ROOT|2 six|CD|nummod|4 jars|NNS|attr|2",
            "six jars",
            "The drawback",
        ),
        (
            "He|PRP|nsubj|1 bought|VBD|ROOT|1 it|PRP|dobj|1 at|IN|prep|1 Ikea|NNP|pobj|3 I|PRP|nsubj|6 "
            "slept|VBD|ccomp|1",
            "He … it at",
            "Ikea I",
        ),
        (
            "He|PRP|nsubj|1 broke|VBD|ROOT|1 a|DT|det|3 promise|NN|dobj|1 to|TO|aux|5 buy|VB|advcl|1 tea|NN|dobj|5",
            "He … to buy tea",
            "a promise",
        ),
        (
            "It|PRP|nsubj|1 fits|VBZ|ROOT|1 in|IN|prep|1 any|DT|det|4 corner|NN|pobj|2 in|IN|prep|1 houses|NNS|pobj|5",
            "It … in any corner",
            "houses",
        ),
        (
            "He|PRP|nsubj|1 asks|VBZ|ROOT|1 if|IN|mark|4 it|PRP|nsubj|4 is|VBZ|ccomp|1 true|JJ|acomp|4",
            "He",
            "it is true",
        ),
        (
            "It|PRP|nsubj|1 cleans|VBZ|ROOT|1 rugs|NNS|dobj|1 better|RBR|advmod|1 than|IN|prep|3 I|PRP|pobj|4",
            "It … better",
            "rugs",
        ),
        (
            "I|PRP|nsubj|1 put|VBD|ROOT|1 plates|NNS|dobj|1 under|IN|prep|1 cloths|NNS|pobj|3 to|TO|aux|6 "
            "go|VB|advcl|1",
            "I … plates",
            "to go",
        ),
        (
            "Dials|NNS|nsubj|1 work|VBP|ROOT|1 their|PRP$|poss|3 way|NN|dobj|1 up|IN|prep|1 to|IN|prep|4 ten|CD|pobj|5",
            "their way",
            "Dials",
        ),
        (
            "He|PRP|nsubj|1 left|VBD|ROOT|1 because|IN|prep|1 like|UH|pcomp|2 us|PRP|pobj|2",
            "He",
            "like",
        ),
        (
            "The|DT|det|1 ice|NN|nsubj|2 begin|VBP|ROOT|2 to|IN|prep|2 thaw|NN|pobj|3",
            "The ice … to",
            "thaw",
        ),
        (
            "It|PRP|nsubj|1 is|VBZ|ROOT|1 light|JJ|acomp|1 easily|RB|advmod|1",
            "It … easily",
            "light",
        ),
    ],
)
def test_words_of_a_misread_phrase_are_torn_apart(words: str, said: str, answer: str) -> None:
    assert tears(misread(words), said, answer)


def test_what_it_is_that_something_leaks(parser: SpacyParser) -> None:
    assert tears(Tree(parser.parse(["The snag is that it leaks."])[0][0]), "that it leaks", "The snag")


def test_a_place_and_the_place_that_it_is_in() -> None:
    words = (
        "She|PRP|nsubjpass|2 was|VBD|auxpass|2 born|VBN|ROOT|2 at|IN|prep|2 Ghent|NNP|pobj|3 in|IN|prep|2 "
        "Flanders|NNP|pobj|5"
    )
    assert tears(misread(words, Entity(6, 7, "GPE")), "She … born at Ghent", "in Flanders")


@pytest.mark.parametrize(
    ("sentence", "said", "answer"),
    [
        ("She was born at Ghent in 1822.", "She … born at Ghent", "in 1822"),
        ("It set a limit of 2 mg.", "It", "limit of 2 mg"),
        ("She told a story about the crowd.", "She", "a story about the crowd"),
        ("Loyalty was demanded by the crown.", "Loyalty", "the crown"),
        ("The law shows both the use and the limits of force.", "The law … both the use and the limits of", "force"),
        ("They include at least two men and a girl.", "They", "at least two men and a girl"),
        ("It led the firm to close mills.", "It", "to close mills"),
        ("They went to Turkey.", "They … to", "Turkey"),
        ("The delegates of the town met in The Hague.", "The delegates … met in", "The Hague"),
        ("The drawback is the jar.", "the jar", "The drawback"),
        ("He kept a promise to buy tea.", "He", "a promise to buy tea"),
        ("He wonders if it is true.", "He", "if it is true"),
        ("It cleans better than brooms.", "It … better", "than brooms"),
        ("I put plates under a cloth.", "I … plates", "under a cloth"),
        ("He left because of the cold.", "He", "because of the cold"),
        ("It was initially light.", "It … initially", "light"),
    ],
)
def test_words_of_a_phrase_read_right_are_kept_together(
    parser: SpacyParser, sentence: str, said: str, answer: str
) -> None:
    assert not tears(Tree(parser.parse([sentence])[0][0]), said, answer)
