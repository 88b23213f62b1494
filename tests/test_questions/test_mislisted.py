"""Lists that a parser has misread, each in a sentence like the one that its rule quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.clauses import Clause
from pie_qg.parse import SpacyParser
from pie_qg.questions import mislisted
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread, shows


@pytest.mark.parametrize(
    ("sign", "sentence", "verb"),
    [
        (
            mislisted.number_and_adjective,
            "The town suffered between 2,000 and 3,000 civilian and military dead during the siege.",
            "suffered",
        ),
        (
            mislisted.preposition_and_verb,
            "In old art, gold leaf was used mainly for small pictures or combined with silver to convey a sense of "
            "wealth.",
            "used",
        ),
    ],
)
def test_a_list_that_was_misread(
    parser: SpacyParser, sign: Callable[[Tree, Clause], bool], sentence: str, verb: str
) -> None:
    assert shows(sign, Tree(parser.parse([sentence])[0][0]), verb)


@pytest.mark.parametrize(
    ("sign", "words", "verb"),
    [
        (
            mislisted.gapped_name,
            "The|DT|det|1 Slavs|NNPS|nsubj|2 called|VBD|ROOT|2 it|PRP|dobj|2 Lipa|NNP|oprd|2 ,|,|punct|4 the|DT|det|8 "
            "German|NNP|compound|8 Linde|NNP|conj|4",
            "called",
        ),
        (
            mislisted.number_after_noun,
            "It|PRP|nsubj|1 brought|VBD|ROOT|1 to|IN|prep|1 a|DT|det|4 head|NN|pobj|2 two|CD|nummod|4 "
            "disputes|NNS|dobj|1",
            "brought",
        ),
        (
            mislisted.clause_in_list,
            "It|PRP|nsubj|1 changed|VBD|ROOT|1 as|IN|prep|1 new|JJ|amod|4 squares|NNS|pobj|2 ,|,|punct|4 "
            "parks|NNS|conj|4 ,|,|punct|1 and|CC|cc|1 streets|NNS|nsubjpass|11 were|VBD|auxpass|11 built|VBN|conj|1",
            "changed",
        ),
        (
            mislisted.noun_joined_to_verb,
            "They|PRP|nsubj|1 mine|VBP|ROOT|1 iron|NN|dobj|1 and|CC|cc|1 copper|NN|compound|5 ores|NNS|conj|1",
            "mine",
        ),
        (
            mislisted.third_without_and,
            "It|PRP|nsubj|1 must|MD|aux|2 allow|VB|ROOT|2 for|IN|prep|2 heat|NN|pobj|3 ,|,|punct|2 wind|NN|conj|2 "
            "in|IN|prep|6 winter|NN|pobj|7 and|CC|cc|6 frost|NN|conj|6",
            "allow",
        ),
        (
            mislisted.preposition_joined_to_verb,
            "Pisa|NNP|nsubj|1 has|VBZ|ROOT|1 links|NNS|dobj|1 to|IN|prep|1 ports|NNS|pobj|3 ,|,|punct|1 and|CC|cc|1 "
            "to|IN|conj|1 Rome|NNP|pobj|7",
            "has",
        ),
        (
            mislisted.verb_in_list,
            "It|PRP|nsubj|1 takes|VBZ|ROOT|1 a|DT|det|3 word|NN|dobj|1 as|IN|prep|1 input|NN|pobj|4 and|CC|cc|5 "
            "outputs|NNS|conj|5 either|CC|preconj|9 nouns|NNS|dobj|7 or|CC|cc|9 verbs|NNS|conj|9",
            "takes",
        ),
        (
            mislisted.gerund_joined_to_noun,
            "They|PRP|nsubj|2 are|VBP|aux|2 breaking|VBG|ROOT|2 the|DT|det|4 vow|NN|dobj|2 of|IN|prep|4 "
            "silence|NN|pobj|5 and|CC|cc|6 fathering|JJ|amod|9 sons|NNS|conj|6",
            "breaking",
        ),
        (
            mislisted.year_and_number,
            "May|NNP|nsubj|1 saw|VBD|ROOT|1 mills|NNS|nsubj|3 sold|VBN|ccomp|1 and|CC|cc|3 1999|CD|nummod|8 "
            "only|RB|advmod|7 two|CD|nummod|8 mills|NNS|conj|3",
            "saw",
        ),
        (
            mislisted.finite_after_infinitive,
            "He|PRP|nsubj|1 urged|VBD|ROOT|1 them|PRP|dobj|1 to|TO|aux|4 move|VB|xcomp|1 and|CC|cc|4 peers|VBZ|conj|4 "
            "to|TO|aux|8 leave|VB|xcomp|6",
            "peers",
        ),
        (
            mislisted.another_elsewhere,
            "They|PRP|nsubj|1 had|VBD|ROOT|1 fairs|NNS|dobj|1 ,|,|punct|2 another|DT|appos|2 in|IN|prep|1 "
            "June|NNP|pobj|5",
            "had",
        ),
        (
            mislisted.thing_that_says,
            "It|PRP|nsubj|1 shut|VBD|ROOT|1 after|IN|mark|8 its|PRP$|poss|4 sale|NN|nsubj|8 and|CC|cc|4 "
            "the|DT|det|7 firm|NN|conj|4 said|VBD|advcl|1 no|UH|intj|8",
            "said",
        ),
        (
            mislisted.dropped_subject,
            "Was|VBD|ROOT|0 sad|JJ|acomp|0 when|WRB|advmod|4 pumps|NNS|nsubj|4 broke|VBD|advcl|0 but|CC|cc|4 "
            "was|VBD|conj|4 glad|JJ|acomp|6",
            "was",
        ),
    ],
)
def test_a_list_that_another_parser_may_read_right(sign: Callable[[Tree, Clause], bool], words: str, verb: str) -> None:
    assert shows(sign, misread(words), verb)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The town lost 200 men and 300 horses.", "lost"),
        ("The monks called the town Lipa.", "called"),
        ("They mine iron and sell copper.", "mine"),
        ("The men mined iron, melted copper and sold both.", "mined"),
        ("The town has a road to Pisa and sends men to Rome.", "has"),
        ("They are breaking the rule of silence and rising taxes.", "breaking"),
        ("It had new squares, parks, and streets.", "had"),
    ],
)
def test_a_list_that_was_read_right(parser: SpacyParser, sentence: str, verb: str) -> None:
    tree = Tree(parser.parse([sentence])[0][0])
    assert not any(shows(sign, tree, verb) for sign in mislisted.SIGNS)
