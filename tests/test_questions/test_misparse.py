"""Signs of a wrong parse, each in the sentence that its rule quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.clauses import Clause, clauses
from pie_qg.parse import SpacyParser
from pie_qg.questions import misparse
from pie_qg.questions.misparse import looks_misparsed
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread, shows


def _clause(parser: SpacyParser, sentence: str, verb: str) -> tuple[Tree, Clause]:
    tree = Tree(parser.parse([sentence])[0][0])
    return tree, [clause for clause in clauses(tree.sentence, tree) if tree.tokens[clause.verb].text == verb][-1]


@pytest.mark.parametrize(
    ("sign", "sentence", "verb"),
    [
        (misparse.no_finite_verb, "The U.S. economy created between 18-21 million jobs from 1970-2000.", "created"),
        (
            misparse.out_of_bracket,
            'Hockey was invented there and perhaps named after an individual ("Colonel Hockey\'s game").',
            "named",
        ),
        (
            misparse.bare_measure,
            "Today the paint has worn off in the great majority of surviving examples, but minute, invisible remains "
            "of paint can usually be discovered through chemical means.",
            "discovered",
        ),
        (
            misparse.fronted_subject,
            "Of these two seals, only the Baltic ringed seal suffers when there is not adequate ice in the Baltic Sea.",
            "suffers",
        ),
        (
            misparse.no_finite_verb,
            "While the scientific consensus for human activity created climate-warming is around 97%, 44% of adults "
            "acknowledged it.",
            "created",
        ),
        (misparse.two_finite_verbs, "The major advantage that Europe had was in ship building.", "was"),
        (misparse.after_preposition, "Before the 1930s hockey was an on-side game.", "was"),
        (
            misparse.opening_participle,
            "Lacking male protectors, women, especially teenage girls, often were vulnerable to abuse.",
            "were",
        ),
        (
            misparse.lone_comma,
            'Instruments from the so-called "orchestral" series, pitched in C and F, never gained a foothold.',
            "pitched",
        ),
        (misparse.one_as_head, "In the case of a camera one would quote the scale.", "quote"),
        (misparse.way_as_modifier, "The way networks of nerves produce thought is unknown.", "produce"),
        (misparse.no_longer, "The bridge was no longer safe.", "was"),
        (misparse.quoted_verb, 'Two linesmen are responsible for calling "offside" and "icing" violations.', "icing"),
        (misparse.opening_adjectives, "Secondary, or scrap, copper is cheap.", "is"),
        (misparse.time_as_subject, "The first metal used widely since 4000 BC was copper.", "was"),
        (misparse.stuck, "Thousands of settlers-gathered at the fort.", "gathered"),
        (misparse.some_of_ten, "Men account for at least 7 of 10 sailors who lost boats.", "lost"),
        (
            misparse.no_main_clause,
            "Although the first mills were mostly small, large mills led to the growth of the town.",
            "led",
        ),
        (misparse.lets_as_subject, "Okay, lets get the story straight on the old mill.", "get"),
        (misparse.of_which, "The guild was ruled by weavers, of which Ada is a member.", "is"),
    ],
)
def test_a_parse_that_went_wrong(
    parser: SpacyParser, sign: Callable[[Tree, Clause], bool], sentence: str, verb: str
) -> None:
    assert sign(*_clause(parser, sentence, verb))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("She told the king that the city had fallen.", "told"),
        ("Today the paint has worn off.", "worn"),
        ("The city was founded in 1800 and named after a king.", "named"),
        ("Over 300 people came to the town.", "came"),
        ("He left, because it rained, after two years.", "left"),
        ("The bridge (built in 1900) was sold.", "sold"),
        ("She was given a book.", "given"),
        ("The king, a rich man, left the town.", "left"),
        ("He said the city had fallen in 1900.", "fallen"),
        ("He chose Joe Lieberman as his running mate.", "chose"),
        ("The canal made the trade possible.", "made"),
        ("The firm has sold 40 boats since 1990.", "sold"),
        ("The people who left the town were poor.", "were"),
        ("The colleges were Merton and Balliol.", "were"),
        ("Although the first mills were small, the town grew.", "grew"),
        ("The king said on Friday that he would leave.", "said"),
        ("The soup is easy to heat.", "is"),
        ("The hills lie behind the town.", "lie"),
    ],
)
def test_one_that_did_not(parser: SpacyParser, sentence: str, verb: str) -> None:
    assert not looks_misparsed(*_clause(parser, sentence, verb))


def test_a_name_given_within_a_name_is_of_either() -> None:
    tree = misread(
        "The|DT|det|1 king|NN|nsubj|2 built|VBD|ROOT|2 a|DT|det|4 fort|NN|dobj|2 in|IN|prep|2 what|WP|nsubj|7 "
        "is|VBZ|pcomp|5 Ghent|NNP|attr|7 which|WDT|dobj|11 men|NNS|nsubj|11 named|VBD|relcl|8 Hope|NNP|oprd|11"
    )
    assert shows(misparse.named_within, tree, "named")


def test_a_quality_is_no_antecedent() -> None:
    tree = misread(
        "The|DT|det|1 verbs|NNS|nsubj|2 form|VBP|ROOT|2 the|DT|det|4 passive|JJ|dobj|2 ,|,|punct|4 which|WDT|nsubj|7 "
        "are|VBP|relcl|4 tenses|NNS|attr|7"
    )
    assert shows(misparse.quality_described, tree, "are")


@pytest.mark.parametrize(
    ("sign", "words", "verb"),
    [
        (
            misparse.infinitive_as_subject,
            "To|TO|aux|1 trap|NN|compound|2 boats|NNS|nsubjpass|4 were|VBD|auxpass|4 seen|VBN|ROOT|4",
            "seen",
        ),
        (
            misparse.two_governed,
            "Kings|NNS|nsubj|1 restated|VBD|ROOT|1 on|IN|prep|1 Friday|NNP|pobj|2 their|PRP$|poss|5 wish|NN|pobj|2",
            "restated",
        ),
    ],
)
def test_a_parse_that_may_go_right(sign: Callable[[Tree, Clause], bool], words: str, verb: str) -> None:
    assert shows(sign, misread(words), verb)
