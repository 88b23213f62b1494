"""Phrases that stop in the middle, each in a sentence that goes on, and phrases that do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pie_qg.clauses import clauses
from pie_qg.parse import SpacyParser
from pie_qg.questions.cut import is_cut, is_name_cut, is_needed
from pie_qg.questions.phrases import whole_words
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread


def _is_cut(parser: SpacyParser, sentence: str, said: str, answer: str) -> bool:
    tree = Tree(parser.parse([sentence])[0][0])
    verb = next(index for index, token in enumerate(tree.tokens) if token.dep == "ROOT")
    return is_cut(tree, _words(tree, said), _words(tree, answer), verb)


def _words(tree: Tree, phrase: str) -> set[int]:
    start = tree.sentence.text.index(phrase)
    stop = start + len(phrase)
    return {index for index, token in enumerate(tree.tokens) if start <= token.start and token.end <= stop}


@pytest.mark.parametrize(
    ("sentence", "said", "answer"),
    [
        # the number of a name or the month of a day
        ("The plant was closed after World War I by the council.", "after World War", "council"),
        ("The school bought Windows NT 3.5 in 1994.", "bought Windows NT", "1994"),
        ("The talks ended on 15 October in Geneva.", "The talks", "15"),
        # the end of a range
        ("The castle was built in the 13th to 17th centuries by the bishops.", "The castle", "13th"),
        ("The king ruled from May till the war.", "The king", "May"),
        ("The road runs from Ghent to Bruges.", "The road", "Ghent"),
        ("The village was settled from 8000 to 7000 BC.", "The village", "8000"),
        ("The snow line was lowered from currently 4600 m to 3200 m.", "lowered from currently 4600 m", "snow line"),
        ("The output grew from 23 megawatts in 1923 to 120 in 1956.", "The output", "23 megawatts"),
        ("From New England to Florida, all English farmers grew similar crops.", "From New England", "crops"),
        ("From Ghent to Bruges, all the farmers sold butter.", "From Ghent", "the farmers"),
        ("The crew completed the first slow voyage from Ghent to the islands.", "The crew", "slow voyage from Ghent"),
        # what is done in a time, and what something is like
        ("The tea takes an hour to cool.", "The tea takes", "an hour"),
        ("By noon the mill sounds like a storm.", "the mill sounds", "noon"),
        ("Most farmers think of the mill as a church.", "Most farmers think", "the mill"),
        # a size without its thing
        (
            "The weavers drew plans to build a famous 50-foot (15 m) high mast.",
            "The weavers",
            "plans to build a famous 50-foot",
        ),
        # the second of two kinds
        ("The monks improved the system of plant and animal classification.", "The monks", "animal"),
        ("The king describes the kind of mills he owns.", "describes the kind of mills", "king"),
        # the second half of a name
        ("Students use Zermelo–Fraenkel set theory.", "Students", "Zermelo"),
        (
            "The report was written by the National Institute for Occupational Safety.",
            "The report",
            "the National Institute",
        ),
        ("The runners raised money for Team in Training in 1990.", "The runners", "Team"),
        ("The king ended the policy of Growth in One Generation.", "The king", "the policy of Growth"),
        ("The plant makes iron(III) oxide for the dyers.", "oxide", "The plant"),
        # what a number is out of
        ("The city has a murder rate of 7.9 per 100,000.", "The city", "7.9"),
        ("The coach chose three players from each team.", "The coach", "three players"),
        # what it is seen as
        ("The farmers see the dam as a threat.", "The farmers", "the dam"),
        ("The town is known in the trade as the capital of glass.", "The town", "the trade"),
        ("The law separates the tax on bread from the tax on wine.", "The law", "the tax on bread"),
        ("The author dedicated her life to the poor.", "The author", "her life"),
        ("The villagers responded in May with an attack on the mill.", "The villagers", "May"),
        # what it is made to do
        ("The gap allows the air that it blows to reach the door.", "The gap", "the air"),
        ("The weight caused the chain to bend.", "The weight", "the chain"),
        # the rest of a list
        ("The farmers grew sunflower, sumpweed and goosefoot.", "The farmers", "sunflower"),
        ("The city has low- and mid-range hotels.", "The city", "mid-range hotels"),
        ("The group includes lions, which hunt.", "The group", "lions"),
        (
            "The finds included the discovery in 1986 that the dam had leaked and the publication in 1992 of a map.",
            "The finds",
            "the discovery",
        ),
        ("The painters applied a coat of clear or coloured paint.", "The painters", "a coat of clear"),
        # the noun after a bracket
        ("The plant makes tetragonal (beta) tin for solder.", "The plant", "tetragonal"),
        # the name after a title
        ("The town was visited by the poet Ada Byron and Prime Minister William Pitt.", "The town", "Prime Minister"),
        # how much of it, and how much more
        ("The plague killed half the population.", "The plague", "the population"),
        ("The school teaches both classes in Ghent.", "The school", "classes"),
        ("The shed holds quite a lot of hay.", "The shed", "a lot of hay"),
        ("The flood sank almost all ships.", "The flood", "all ships"),
        # since when they are counted
        ("A few days after the sale the mill burned.", "A few days", "the mill"),
        # what one is kept from
        ("The latch keeps the child from opening the door.", "The latch", "the child"),
        ("The party won 90% or more of the votes.", "The party", "90%"),
        # which of them
        ("Bronx is the only borough that has no team.", "Bronx", "only borough"),
        ("The flood sank all ships that lay in the harbor.", "The flood", "all ships"),
        ("The law covers all areas east of the line.", "The law", "all areas"),
        ("France is one of the two nations that signed the pact.", "France", "two nations"),
        ("The number of people who speak Dutch has grown.", "number of people", "has grown"),
        ("Ghent built the largest ship that sailed the Baltic.", "Ghent", "largest ship"),
        ("Ghent built the most expensive ship that sailed the Baltic.", "Ghent", "most expensive ship"),
        ("Old farmers who kept goats lost their land.", "lost their land", "Old farmers"),
        ("Ghent became the first of the ten towns to ban cars.", "Ghent", "the first of the ten towns"),
        ("One plant which stores water is the cactus.", "One plant", "cactus"),
        (
            "In May, Ghent repeated its feat of being the only school in the league to win both cups.",
            "Ghent",
            "feat of being the only school in the league",
        ),
        ("There were ten workers who had joined the strike.", "There were", "ten workers"),
        # out of which
        ("Ghent has the oldest arena in the league.", "Ghent", "oldest arena"),
        ("The school taught 40 percent of the children in the county.", "The school", "40 percent of the children"),
        ("About 40 percent of the people over the age of 25 own a car.", "own a car", "40 percent of the people"),
        ("Most farmers interpret growth as meaning wealth.", "Most farmers", "growth"),
    ],
)
def test_stops_in_the_middle(parser: SpacyParser, sentence: str, said: str, answer: str) -> None:
    assert _is_cut(parser, sentence, said, answer)


@pytest.mark.parametrize(
    ("words", "said", "answer"),
    [
        (
            "Ada|NNP|nsubj|1 added|VBD|ROOT|1 a|DT|det|3 key|NN|dobj|1 to|TO|aux|5 lower|VB|acl|3 it|PRP|dobj|5 "
            "by|IN|prep|5 one|CD|pobj|7 tone|NN|npadvmod|1",
            "Ada",
            "key to lower it by one",
        ),
        (
            "Here|RB|advmod|7 bold|JJ|amod|0 or|CC|cc|1 slanted|JJ|conj|1 type|NN|nsubj|7 of|IN|prep|4 lead|NN|pobj|5 "
            "fell|VBD|ROOT|7 out|RP|prt|7",
            "out",
            "type of lead",
        ),
        (
            "Lines|NNS|nsubj|1 are|VBP|ROOT|1 all|DT|det|3 points|NNS|attr|1 whose|WP$|poss|5 slopes|NNS|advcl|1",
            "Lines",
            "all points",
        ),
    ],
)
def test_stops_where_a_parser_tears_a_phrase(words: str, said: str, answer: str) -> None:
    tree = misread(words)
    verb = next(index for index, token in enumerate(tree.tokens) if token.dep == "ROOT")
    assert is_cut(tree, _words(tree, said), _words(tree, answer), verb)


@pytest.mark.parametrize(
    ("sentence", "said", "answer"),
    [
        ("The plant was closed after World War I by the council.", "after World War I", "council"),
        ("The talks ended on 15 October in Geneva.", "The talks", "15 October"),
        ("The village was settled from 8000 to 7000 BC.", "The village", "8000 to 7000 BC"),
        ("Students use Zermelo–Fraenkel set theory.", "Students", "Zermelo–Fraenkel set theory"),
        ("The city has a murder rate of 7.9 per 100,000.", "The city", "7.9 per 100,000"),
        ("The farmers grew sunflower, sumpweed and goosefoot.", "The farmers", "sunflower, sumpweed and goosefoot"),
        ("The fleet carries 40 million letters a year.", "letters a year", "40 million"),
        ("The monks improved the animal classification.", "The monks", "animal"),
        ("The plague killed half the population.", "The plague", "half the population"),
        ("The shed holds quite a lot of hay.", "The shed", "quite a lot of hay"),
        ("The latch keeps the child from opening the door.", "the child from opening the door", "The latch"),
        ("Bronx is the only borough that has no team.", "Bronx", "only borough that has no team"),
        ("Bronx is the only borough, which has no team.", "Bronx", "only borough"),
        ("Ghent built a ship that sailed the Baltic.", "Ghent", "ship"),
        ("The old farmers who kept goats lost their land.", "lost their land", "The old farmers"),
        ("The gap allows the air to reach the door.", "The gap allows the air to reach", "the door"),
        ("Ghent has the oldest arena in the league.", "Ghent", "oldest arena in the league"),
        ("Ghent has an old arena in the league.", "Ghent", "old arena"),
        ("The road runs from Ghent to Bruges.", "The road runs from Ghent", "Bruges"),
        ("The mill was built by Monet in Norway.", "The mill", "Monet"),
        ("The town voted for Barack Obama in the Presidential Election.", "The town", "Barack Obama"),
        ("The villagers responded in May with an attack.", "The villagers responded", "with an attack"),
        ("The team comprises a keeper and ten players.", "The team", "a keeper and ten players"),
        ("The archive includes ten letters and a poem.", "letters and a poem", "ten"),
        ("The archive was the home of Growth in Norway.", "The archive", "the home of Growth"),
    ],
)
def test_does_not(parser: SpacyParser, sentence: str, said: str, answer: str) -> None:
    assert not _is_cut(parser, sentence, said, answer)


@pytest.mark.parametrize(
    ("sentence", "phrase", "needed"),
    [
        ("The mill grew from 3 workers to 9 workers.", "to 9 workers", True),
        ("The farmers see it as a rival.", "as a rival", True),
        ("The king took two men in each town.", "in each town", True),
        ("The author dedicated her life to the poor.", "to the poor", True),
        ("The school paid attention to the poor.", "to the poor", True),
        ("The weavers made a fortune out of old sails.", "out of old sails", True),
        ("The school paid a teacher in the town.", "in the town", False),
        ("The villagers responded with an attack.", "with an attack", True),
        ("The ship sailed to Ghent.", "to Ghent", False),
        ("The farmers left it as a rival.", "as a rival", False),
        ("The king took two men in the town.", "in the town", False),
    ],
)
def test_an_adverbial_that_cannot_be_left_out(parser: SpacyParser, sentence: str, phrase: str, needed: bool) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    clause = clauses(tree.sentence, tree)[0]
    found = [one for one in clause.arguments if {*one.preposition, *one.span} == _words(tree, phrase)]
    assert [is_needed(tree, clause.verb, one) for one in found] == [needed]


@pytest.mark.parametrize(
    ("sentence", "phrase", "whole"),
    [
        ("The plant was closed after World War I by the council.", "World War", "World War I"),
        ("The school bought Windows 95 in Ghent.", "Windows", "Windows 95"),
        ("The school helped Windows 95 users in Ghent.", "Windows", "Windows"),
    ],
)
def test_a_name_keeps_its_number(parser: SpacyParser, sentence: str, phrase: str, whole: str) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    assert tree.text(whole_words(tree, tuple(sorted(_words(tree, phrase))))) == whole


def test_a_name_goes_on_as_a_list_of_names() -> None:
    tree = misread(
        "Ada|NNP|ROOT|0 ,|,|punct|0 head|NN|appos|0 of|IN|prep|2 Weavers|NNPS|pobj|3 ,|,|punct|4 Dyers|NNPS|conj|4 "
        "and|CC|cc|6 Fullers|NNPS|conj|6"
    )
    tree.tokens = tuple(replace(one, pos="PROPN") if one.tag == "NNPS" else one for one in tree.tokens)
    assert is_name_cut(tree, (2, 3, 4))
    assert not is_name_cut(tree, (2, 3, 4, 5, 6, 7, 8))
