"""Adverbials on the wrong verb, each in a sentence like the one that its rule quotes, and some on the right one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.clauses import clauses
from pie_qg.constituents import Constituent
from pie_qg.parse import SpacyParser
from pie_qg.questions import strays
from pie_qg.records import Entity
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread


def _adverbials(tree: Tree) -> dict[str, Constituent]:
    return {tree.text(one.full): one for clause in clauses(tree.sentence, tree) for one in clause.arguments}


@pytest.mark.parametrize(
    ("sign", "words", "phrase"),
    [
        (
            strays.at_one_end,
            "At|IN|prep|4 the|DT|det|2 peak|NN|pobj|0 it|PRP|nsubj|4 ranges|VBZ|ROOT|4 from|IN|prep|4 40|CD|nummod|7 "
            "m|NN|pobj|5 at|IN|prep|5 Pisa|NNP|pobj|8 to|IN|prep|4 90|CD|nummod|12 m|NN|pobj|10",
            "At the peak",
        ),
        (
            strays.in_mid_range,
            "It|PRP|nsubj|1 has|VBZ|ROOT|1 a|DT|det|3 range|NN|dobj|1 from|IN|prep|3 B|NN|pobj|4 below|IN|prep|1 "
            "the|DT|det|8 staff|NN|pobj|6 to|IN|prep|8 F|NNP|pobj|9",
            "below the staff to F",
        ),
        (
            strays.of_company,
            "It|PRP|nsubj|1 sold|VBD|ROOT|1 stamps|NNS|dobj|1 ,|,|punct|2 together|RB|advmod|5 with|IN|prep|1 "
            "crowns|NNS|pobj|5 on|IN|prep|1 envelopes|NNS|pobj|7",
            "on envelopes",
        ),
        (
            strays.of_clause_before,
            "It|PRP|nsubj|1 took|VBD|ROOT|1 land|NN|dobj|1 that|WDT|nsubjpass|5 was|VBD|auxpass|5 "
            "returned|VBN|relcl|2 years|NNS|npadvmod|7 later|RB|advmod|1",
            "years later",
        ),
        (
            strays.of_clause_before,
            "They|PRP|nsubj|1 played|VBD|ROOT|1 a|DT|det|3 season|NN|dobj|1 consisting|VBG|advcl|1 of|IN|prep|4 "
            "games|NNS|pobj|5 to|IN|prep|1 champions|NNS|pobj|7",
            "to champions",
        ),
        (
            strays.since_of_noun,
            "Houses|NNS|nsubj|1 show|VBP|ROOT|1 styles|NNS|dobj|1 since|IN|prep|1 1500|CD|pobj|3",
            "since 1500",
        ),
        (
            strays.of_change,
            "She|PRP|nsubj|1 oversaw|VBD|ROOT|1 a|DT|det|3 rise|NN|dobj|1 in|IN|prep|3 sales|NNS|pobj|4 "
            "to|IN|prep|1 300|CD|pobj|6",
            "to 300",
        ),
        (
            strays.out_of_bracket,
            "In|IN|prep|5 1892|CD|pobj|0 (|-LRB-|punct|5 though|IN|mark|5 towns|NNS|nsubj|5 had|VBD|ccomp|9 "
            "cups|NNS|dobj|5 )|-RRB-|punct|5 he|PRP|nsubj|9 gave|VBD|ROOT|9 one|CD|dobj|9",
            "In 1892",
        ),
        (
            strays.half_of_pair,
            "It|PRP|nsubj|1 melts|VBZ|ROOT|1 fat|NN|dobj|1 and/or|CC|punct|1 in|IN|prep|1 roots|NNS|pobj|4",
            "in roots",
        ),
        (
            strays.of_noun_with_to,
            "He|PRP|nsubj|1 razed|VBD|ROOT|1 temples|NNS|dobj|1 to|IN|prep|1 gods|NNS|pobj|3",
            "to gods",
        ),
        (
            strays.of_namesake,
            "It|PRP|nsubjpass|2 is|VBZ|auxpass|2 name|VBN|ROOT|2 for|IN|prep|2 a|DT|det|5 gate|NN|pobj|3 in|IN|prep|2 "
            "walls|NNS|pobj|6",
            "in walls",
        ),
        (
            strays.of_company,
            "It|PRP|nsubj|1 began|VBD|ROOT|1 ,|,|punct|1 with|IN|prep|1 Ada|NNP|pobj|3 as|IN|prep|1 mayor|NN|pobj|5",
            "as mayor",
        ),
        (
            strays.how_often_above,
            "I|PRP|nsubj|1 mop|VBP|ROOT|1 tiles|NNS|dobj|1 leading|VBG|acl|2 there|RB|advmod|3 every|DT|det|6 "
            "week|NN|npadvmod|3",
            "every week",
        ),
        (
            strays.once_of_clause,
            "Once|RB|advmod|2 pads|NNS|nsubj|2 get|VBP|advcl|6 wet|JJ|acomp|2 ,|,|punct|6 they|PRP|nsubj|6 "
            "tear|VBP|ROOT|6",
            "Once",
        ),
    ],
)
def test_an_adverbial_on_the_wrong_verb(sign: Callable[[Tree, Constituent], bool], words: str, phrase: str) -> None:
    tree = misread(words)
    assert sign(tree, _adverbials(tree)[phrase])


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("In Pisa, the depth ranges from 40 m to 90 m.", "In Pisa"),
        ("They live in small towns in Italy.", "in small towns in Italy"),
        ("They sold it together with Ada in 1990.", "in 1990"),
        ("The clerk who sold it left in 1990.", "in 1990"),
        ("The firm has sold boats since 1990.", "since 1990"),
        ("They built the mill to grind wheat.", "to grind wheat"),
        ("She sold the mill to Ada.", "to Ada"),
        ("They gave the mill to Ada.", "to Ada"),
        ("The mall was named after Ada by her sons.", "by her sons"),
        ("Sales fell from a peak to a low of ten.", "to a low of ten"),
        ("He (or his wife) left in 1990.", "in 1990"),
        ("They built a tower with stairs as a gift.", "as a gift"),
        ("The mill, which opens every week, grinds wheat every day.", "every day"),
        ("She once sold the mill.", "once"),
    ],
)
def test_one_on_its_own_verb(parser: SpacyParser, sentence: str, phrase: str) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    assert not strays.is_stray(tree, _adverbials(tree)[phrase])


def test_the_end_of_a_time() -> None:
    words = (
        "Jobs|NNS|nsubj|1 vanished|VBD|ROOT|1 from|IN|prep|1 the|DT|det|4 peak|NN|pobj|2 to|IN|prep|1 the|DT|det|7 "
        "low|NN|pobj|5 in|IN|prep|7 2010|CD|pobj|8"
    )
    tree = misread(words, Entity(9, 10, "DATE"))
    assert strays.end_of_span(tree, _adverbials(tree)["to the low in 2010"])


def test_where_a_town_is() -> None:
    words = "Wine|NN|nsubj|1 came|VBD|ROOT|1 from|IN|prep|1 Volterra|NNP|pobj|2 in|IN|prep|1 Tuscany|NNP|pobj|4"
    tree = misread(words, Entity(3, 4, "GPE"), Entity(5, 6, "GPE"))
    assert strays.of_town(tree, _adverbials(tree)["in Tuscany"])
