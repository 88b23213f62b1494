"""Questions that tear apart what belongs together, and questions that do not."""

from __future__ import annotations

import pytest

from pie_qg.parse import SpacyParser
from pie_qg.questions.torn import is_torn
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread


def _is_torn(tree: Tree, said: str, answer: str) -> bool:
    verb = next(index for index, token in enumerate(tree.tokens) if token.dep == "ROOT")
    words = {index for phrase in said.split(" … ") for index in _words(tree, phrase)}
    return is_torn(tree, words, _words(tree, answer), verb)


def _words(tree: Tree, phrase: str) -> set[int]:
    start = tree.sentence.text.index(phrase)
    stop = start + len(phrase)
    return {index for index, token in enumerate(tree.tokens) if start <= token.start and token.end <= stop}


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
    ],
)
def test_is_torn(parser: SpacyParser, sentence: str, said: str, answer: str) -> None:
    assert _is_torn(Tree(parser.parse([sentence])[0][0]), said, answer)


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
    ],
)
def test_what_a_parser_takes_for_something_else_is_torn_off(words: str, said: str, answer: str) -> None:
    assert _is_torn(misread(words), said, answer)


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
    assert _is_torn(misread(words), said, answer)


@pytest.mark.parametrize(
    ("sentence", "said", "answer"),
    [
        ("Bruges is the town with the oldest bridge.", "the town with the oldest bridge", "Bruges"),
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
    assert not _is_torn(Tree(parser.parse([sentence])[0][0]), said, answer)


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
    ],
)
def test_words_of_a_misread_phrase_are_torn_apart(words: str, said: str, answer: str) -> None:
    assert _is_torn(misread(words), said, answer)


@pytest.mark.parametrize(
    ("sentence", "said", "answer"),
    [
        ("It set a limit of 2 mg.", "It", "limit of 2 mg"),
        ("She told a story about the crowd.", "She", "a story about the crowd"),
        ("Loyalty was demanded by the crown.", "Loyalty", "the crown"),
        ("The law shows both the use and the limits of force.", "The law … both the use and the limits of", "force"),
        ("They include at least two men and a girl.", "They", "at least two men and a girl"),
        ("It led the firm to close mills.", "It", "to close mills"),
        ("They went to Turkey.", "They … to", "Turkey"),
    ],
)
def test_words_of_a_phrase_read_right_are_kept_together(
    parser: SpacyParser, sentence: str, said: str, answer: str
) -> None:
    assert not _is_torn(Tree(parser.parse([sentence])[0][0]), said, answer)


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
    ],
)
def test_a_clause_that_says_which(
    parser: SpacyParser, sentence: str, verb: str, said: str, answer: str, torn: bool
) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    place = next(index for index, token in enumerate(tree.tokens) if token.text == verb)
    assert is_torn(tree, _words(tree, said), _words(tree, answer), place) is torn
