"""Questions that tear apart what belongs together, and questions that do not."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.torn import is_torn
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread, tears, words_of


@pytest.mark.parametrize(
    ("sentence", "said", "answer"),
    [
        (
            "The vote would lead to a clear majority of 3 out of 5 per state.",
            "The vote … out of 5 per state",
            "clear majority of 3",
        ),
        (
            "The vote would lead to a clear majority of 3 out of 5 per state.",
            "The vote … majority of 3 … out of 5 per state",
            "clear",
        ),
        (
            "Contact with traders led many Danes to change the order of their full name to given name followed by "
            "surname.",
            "Contact with traders … followed by surname",
            "given name",
        ),
        # what a verb says something else without
        ("The council put the price of the land out of reach.", "The council", "the price of the land"),
        ("The council took the offer of the king seriously.", "took the offer of the king", "council"),
        ("The plans of the council were designed at closing the mill.", "The plans of", "the council"),
        # what a term is for, what a thing is made of, how often
        ("Quern is an old term for a mill or a stone.", "Quern is", "old term"),
        ("The island served as the source for many dishes.", "The island", "source"),
        ("The clubs played a season comprising ten games.", "played a season", "clubs"),
        ("The weavers won the cup twice in a row.", "The weavers … in a row", "the cup"),
        ("The weavers lived by the process of felling and burning the old trees.", "the process of felling", "weavers"),
        ("The curve itself has an impact on its flight.", "has an impact on its flight", "curve itself"),
        (
            "Latin influence in English is strong at all stages of its growth.",
            "is strong … its growth",
            "Latin influence in English",
        ),
        ("Norway's main trade lies in its ports.", "lies in its ports", "Norway's main trade"),
    ],
)
def testtears(parser: SpacyParser, sentence: str, said: str, answer: str) -> None:
    assert tears(Tree(parser.parse([sentence])[0][0]), said, answer)


@pytest.mark.parametrize(
    ("words", "said", "answer"),
    [
        (
            "In|IN|prep|4 May|NNP|pobj|0 the|DT|det|3 club|NN|nsubj|4 signed|VBD|ROOT|4 Monet|NNP|advmod|4",
            "the club",
            "May",
        ),
        (
            "Ghent|NNP|nsubj|1 passed|VBD|ROOT|1 a|DT|det|3 regretting|NN|dobj|1 "
            "\"|``|punct|3 with|IN|prep|3 sorrow|NN|pobj|5 \"|''|punct|3",
            "a regretting",
            "Ghent",
        ),
        (
            "It|PRP|nsubj|1 owes|VBZ|ROOT|1 this|DT|dobj|1 to|IN|dative|1 a|DT|det|5 word|NN|pobj|3 for|IN|prep|1 "
            "mills|NNS|pobj|6",
            "It … to … for mills",
            "a word",
        ),
    ],
)
def test_what_a_parser_takes_for_something_else_is_torn_off(words: str, said: str, answer: str) -> None:
    assert tears(misread(words), said, answer)


@pytest.mark.parametrize(
    ("words", "said", "answer"),
    [
        (
            "Bruges|NNP|nsubj|1 is|VBZ|ROOT|1 the|DT|det|3 town|NN|attr|1 with|IN|prep|1 old|JJ|amod|6 "
            "bridges|NNS|pobj|4",
            "Bruges … with old bridges",
            "town",
        ),
        (
            "Malting|NN|nsubj|1 is|VBZ|ROOT|1 a|DT|det|3 process|NN|attr|1 to|TO|aux|5 make|VB|advcl|1 sugar|NN|dobj|5",
            "Malting … to make sugar",
            "process",
        ),
        (
            "Malting|NN|nsubj|1 is|VBZ|ROOT|1 a|DT|det|4 simple|JJ|amod|4 process|NN|attr|1 to|TO|aux|6 "
            "make|VB|advcl|1 sugar|NN|dobj|6",
            "Malting … process to make sugar",
            "simple",
        ),
    ],
)
def test_what_a_predicate_says_is_torn_off(words: str, said: str, answer: str) -> None:
    assert tears(misread(words), said, answer)


@pytest.mark.parametrize(
    ("sentence", "said", "answer"),
    [
        ("Bruges is the town with the oldest bridge.", "the town with the oldest bridge", "Bruges"),
        ("The council of Ghent lost its power.", "lost its power", "council of Ghent"),
        ("The mill lost its wheel.", "lost its wheel", "mill"),
        ("The vote led to a majority of 3 out of 5.", "a majority of 3 out of 5", "vote"),
        ("The council took the offer seriously.", "took the offer seriously", "council"),
        ("The plans were designed at closing the mill.", "closing the mill", "plans"),
        ("Quern is an old term for a mill.", "Quern is", "old term for a mill"),
        ("The monks built a high wall containing a gate.", "The monks", "high wall"),
        ("The weavers won the cup in a row.", "weavers won the cup … in a row", "The"),
        ("The club signed last year.", "The club", "signed"),
    ],
)
def test_is_whole(parser: SpacyParser, sentence: str, said: str, answer: str) -> None:
    assert not tears(Tree(parser.parse([sentence])[0][0]), said, answer)


@pytest.mark.parametrize(
    ("sentence", "verb", "said", "answer", "torn"),
    [
        ("Firms based in Ghent sold wheat.", "based", "Firms", "Ghent", True),
        ("Important firms based in Ghent sold wheat.", "based", "Important firms", "Ghent", True),
        ("Textile firms based in Ghent sold wheat.", "based", "Textile firms", "Ghent", False),
        ("The firms based in Ghent sold wheat.", "based", "The firms", "Ghent", False),
        ("Firms based in Ghent sold wheat.", "based", "Ghent", "Firms", False),
        ("The birch is a tree that was grown in Wales.", "grown", "in Wales", "tree", True),
        ("The birch is a tree, which was grown in Wales.", "grown", "in Wales", "tree", False),
        ("The birch is the tree that was grown in Wales.", "grown", "in Wales", "tree", False),
        ("You are a king who sold the mill.", "sold", "the mill", "king", True),
    ],
)
def test_a_clause_that_says_which(
    parser: SpacyParser, sentence: str, verb: str, said: str, answer: str, torn: bool
) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    place = next(index for index, token in enumerate(tree.tokens) if token.text == verb)
    assert is_torn(tree, words_of(tree, said), words_of(tree, answer), place) is torn


def test_what_stands_in_brackets_is_no_subject() -> None:
    words = (
        "Zunft|NNP|nsubjpass|7 (|-LRB-|punct|3 the|DT|det|3 Bakers|NNPS|nsubjpass|7 of|IN|prep|3 Ghent|NNP|pobj|4 "
        ")|-RRB-|punct|3 is|VBZ|ROOT|7 known|VBN|acomp|7"
    )
    assert tears(misread(words), "is known", "Bakers of Ghent")
    assert not tears(misread(words), "is known", "Zunft")
