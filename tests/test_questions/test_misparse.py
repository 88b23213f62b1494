"""Signs of a wrong parse, each in the sentence that its rule quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.clauses import Clause, clauses
from pie_qg.parse import SpacyParser
from pie_qg.questions import misparse
from pie_qg.questions.misparse import looks_misparsed
from pie_qg.tree import Tree


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
            misparse.naming_of_nothing,
            "While Tacitus called it Mare Suebicum after the Germanic people called the Suebi, the first to name it "
            "the Baltic Sea was Adam of Bremen.",
            "called",
        ),
        (
            misparse.object_of_passive,
            "Officers who manage risk and compliance functions earned as much as $324,000 annually.",
            "earned",
        ),
        (
            misparse.no_finite_verb,
            "While the scientific consensus for human activity created climate-warming is around 97%, 44% of adults "
            "acknowledged it.",
            "created",
        ),
        (misparse.gapped, "George W. Bush received 35% of their vote in 2000 and 44% in 2004.", "received"),
        (misparse.two_finite_verbs, "The major advantage that Europe had was in ship building.", "was"),
        (
            misparse.naming_of_nothing,
            "Sir John Hawkins, considered the pioneer of the British slave trade, was the first to run the trade.",
            "considered",
        ),
        (
            misparse.state_of_object,
            "The rise of immigration near the turn of the 20th century left major portions of Manhattan, especially "
            "the Lower East Side, densely packed with recent arrivals.",
            "left",
        ),
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
        (
            misparse.being_to_a_place,
            "They founded the Society with the desire of returning African Americans who were in the United States to "
            "West Africa.",
            "were",
        ),
        (
            misparse.two_agents,
            "Central Park is bordered on the north by West 110th Street, on the west by Eighth Avenue.",
            "bordered",
        ),
        (
            misparse.naming_of_nothing,
            'Historian Pierre Chaunu termed the consequences of European navigation "disenclavement".',
            "termed",
        ),
        (misparse.one_as_head, "In the case of a camera one would quote the scale.", "quote"),
        (misparse.as_without_object, "Gore chose as his running mate Joe Lieberman.", "chose"),
        (misparse.as_without_object, "The party selected as its leader Anna Smith.", "selected"),
        (misparse.object_after_adjective, "The canal made possible the rise of Ghent.", "made"),
        (misparse.object_after_adjective, "The canal made possible trade with Ghent.", "made"),
        (misparse.idiom_taken_apart, "The tool takes care of the fur.", "takes"),
        (misparse.idiom_taken_apart, "The cream works wonders.", "works"),
        (
            misparse.one_of_several,
            "The oldest colleges were Merton (in Oxford), Balliol (in Oxford) and Oriel.",
            "were",
        ),
        (misparse.object_of_intransitive, "Behind the town lie the hills.", "lie"),
        (misparse.object_of_intransitive, "In the valley exist two mills.", "exist"),
        (misparse.gerund_of_aim, "The first step is beating the eggs.", "beating"),
        (misparse.clause_of_passive, "Evidence was found that the king sold the mill.", "found"),
        (misparse.way_as_modifier, "The way networks of nerves produce thought is unknown.", "produce"),
        (misparse.no_longer, "The bridge was no longer safe.", "was"),
        (misparse.quoted_verb, 'Two linesmen are responsible for calling "offside" and "icing" violations.', "icing"),
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
        ("The hills lie behind the town.", "lie"),
    ],
)
def test_one_that_did_not(parser: SpacyParser, sentence: str, verb: str) -> None:
    assert not looks_misparsed(*_clause(parser, sentence, verb))
