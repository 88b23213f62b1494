"""Phrases and gaps at the wrong place, each in a sentence that is misread so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.clauses import Clause
from pie_qg.questions import misplaced
from pie_qg.tree import Tree
from tests.test_questions.handmade import misread, shows


@pytest.mark.parametrize(
    ("sign", "words", "verb"),
    [
        (
            misplaced.made_nothing,
            "Foil|NN|nsubj|1 makes|VBZ|ROOT|1 clean|JJ|ccomp|1 up|RP|prt|2 easier|RB|advmod|1",
            "makes",
        ),
        (
            misplaced.gap_unfound,
            "It|PRP|nsubj|1 was|VBD|ROOT|1 bells|NNS|attr|1 that|IN|mark|6 nurses|NNS|nsubj|6 could|MD|aux|6 "
            "use|VB|relcl|2 to|TO|aux|8 call|VB|xcomp|6",
            "use",
        ),
        (
            misplaced.joined_to_infinitive,
            "I|PRP|nsubj|1 use|VBP|ROOT|1 it|PRP|dobj|1 to|TO|aux|4 hold|VB|xcomp|1 bags|NNS|dobj|4 and|CC|cc|4 "
            "depending|VBG|conj|4 on|IN|prep|7 size|NN|pobj|8",
            "use",
        ),
        (
            misplaced.adverb_of_subject,
            "The|DT|det|1 curtain|NN|nsubj|7 ,|,|punct|1 when|WRB|advmod|4 paired|VBD|relcl|1 liners|NNS|dobj|4 "
            ",|,|punct|1 is|VBZ|ROOT|7 thick|JJ|acomp|7",
            "paired",
        ),
        (
            misplaced.saying_in_phrase,
            "I|PRP|nsubj|1 like|VBP|ROOT|1 blue|JJ|amod|3 walls|NNS|dobj|1 of|IN|prep|3 course|NN|pobj|4",
            "like",
        ),
        (
            misplaced.two_complements,
            "She|PRP|nsubj|1 learned|VBD|ROOT|1 to|TO|aux|3 cut|VB|xcomp|1 fruit|NN|dobj|3 he|PRP|nsubj|6 "
            "bought|VBD|ccomp|1",
            "learned",
        ),
        (
            misplaced.particle_after_phrase,
            "I|PRP|nsubj|1 ran|VBD|ROOT|1 it|PRP|dobj|1 without|IN|prep|1 heaters|NNS|pobj|3 on|RP|prt|1",
            "ran",
        ),
        (
            misplaced.noun_as_clause,
            "It|PRP|nsubj|1 fit|VBD|ROOT|1 our|PRP$|poss|4 queen|NN|compound|4 size|NN|dobj|1 bed|NN|ccomp|1",
            "fit",
        ),
        (
            misplaced.object_in_two,
            "You|PRP|nsubj|1 have|VBP|ROOT|1 to|TO|aux|3 use|VB|xcomp|1 a|DT|det|5 deal|NN|dobj|3 more|JJ|amod|5 "
            "salt|NN|dobj|3",
            "have",
        ),
        (
            misplaced.object_after_phrase,
            "She|PRP|nsubj|1 cooks|VBZ|ROOT|1 in|IN|prep|1 clay|NN|pobj|2 and|CC|cc|3 copper|NN|conj|3 pots|NNS|dobj|1",
            "cooks",
        ),
        (
            misplaced.of_fragment,
            "Older|JJ|amod|1 models|NNS|ROOT|1 the|DT|det|3 lid|NN|nsubj|4 flew|VBD|relcl|1 off|RP|prt|4",
            "flew",
        ),
        (
            misplaced.used_for_nothing,
            "I|PRP|nsubj|1 use|VBP|ROOT|1 spoons|NNS|dobj|1 to|TO|aux|4 obtain|VB|xcomp|1 in|IN|prep|4 cups|NNS|pobj|5",
            "use",
        ),
        (
            misplaced.quality_in_phrase,
            "It|PRP|nsubj|1 is|VBZ|ROOT|1 soft|JJ|acomp|1 to|IN|prep|2 touch|NN|pobj|3 and|CC|cc|4 warm|JJ|conj|4",
            "is",
        ),
        (
            misplaced.place_as_duty,
            "Huts|NNS|nsubj|1 have|VBP|ROOT|1 nowhere|RB|advmod|1 to|TO|aux|4 keep|VB|xcomp|1 tools|NNS|dobj|4",
            "have",
        ),
        (
            misplaced.state_after_comma,
            "It|PRP|nsubjpass|2 was|VBD|auxpass|2 named|VBN|ROOT|2 after|IN|prep|2 Ada|NNP|pobj|3 ,|,|punct|2 "
            "the|DT|det|7 mayor|NN|oprd|2",
            "named",
        ),
        (
            misplaced.doing_of_infinitive,
            "It|PRP|nsubj|1 began|VBD|ROOT|1 to|TO|aux|3 fight|VB|xcomp|1 bans|NNS|dobj|3 ,|,|punct|3 "
            "closing|VBG|advcl|3 ports|NNS|dobj|6 and|CC|cc|6 ending|VBG|conj|6 trade|NN|dobj|9",
            "ending",
        ),
        (
            misplaced.subject_in_bracket,
            "They|PRP|nsubj|1 fit|VBP|ccomp|5 (|-LRB-|punct|5 my|PRP$|poss|4 son|NN|nsubj|5 agrees|VBZ|ROOT|5 "
            ")|-RRB-|punct|5 and|CC|cc|5 sell|VBP|conj|5 well|RB|advmod|8",
            "sell",
        ),
    ],
)
def test_a_phrase_at_the_wrong_place(sign: Callable[[Tree, Clause], bool], words: str, verb: str) -> None:
    assert shows(sign, misread(words), verb)


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("It|PRP|nsubj|1 makes|VBZ|ROOT|1 sure|JJ|ccomp|1", "makes"),
        (
            "I|PRP|nsubj|1 use|VBP|ROOT|1 it|PRP|dobj|1 to|TO|aux|4 hold|VB|xcomp|1 bags|NNS|dobj|4 and|CC|cc|4 "
            "fill|VB|conj|4 them|PRP|dobj|7",
            "use",
        ),
        ("Huts|NNS|nsubj|1 have|VBP|ROOT|1 to|TO|aux|3 keep|VB|xcomp|1 tools|NNS|dobj|3", "have"),
        ("It|PRP|nsubjpass|2 was|VBD|auxpass|2 named|VBN|ROOT|2 the|DT|det|4 capital|NN|oprd|2", "named"),
        (
            "He|PRP|nsubj|1 left|VBD|ROOT|1 (|-LRB-|punct|3 ill|JJ|advcl|1 )|-RRB-|punct|3 and|CC|cc|1 "
            "died|VBD|conj|1 there|RB|advmod|6",
            "died",
        ),
        ("I|PRP|nsubj|1 like|VBP|ROOT|1 walls|NNS|dobj|1 of|IN|prep|2 stone|NN|pobj|3", "like"),
        ("She|PRP|nsubj|1 put|VBD|ROOT|1 pots|NNS|dobj|1 down|RP|prt|1 in|IN|prep|1 clay|NN|pobj|4", "put"),
        ("It|PRP|nsubj|1 is|VBZ|ROOT|1 soft|JJ|acomp|1 and|CC|cc|2 warm|JJ|conj|2 to|IN|prep|2 me|PRP|pobj|5", "is"),
    ],
)
def test_phrases_in_their_place(words: str, verb: str) -> None:
    tree = misread(words)
    assert not any(shows(sign, tree, verb) for sign in misplaced.SIGNS)
