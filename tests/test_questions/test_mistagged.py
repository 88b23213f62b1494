"""Words that were taken for another part of speech, each in a sentence that is misread so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.clauses import Clause
from pie_qg.questions import mistagged
from pie_qg.tree import Tree
from tests.test_questions.handmade import glued, misread, shows


@pytest.mark.parametrize(
    ("sign", "words", "verb"),
    [
        (
            mistagged.order_as_name,
            "Place|NNP|nsubj|1 folded|VBD|ROOT|1 cloth|NN|dobj|1 in|IN|prep|1 drawers|NNS|pobj|3",
            "folded",
        ),
        (
            mistagged.participle_as_name,
            "Painted|NNP|nsubjpass|6 ,|,|punct|0 two|CD|nummod|4 metre|NN|compound|4 masts|NNS|appos|0 "
            "are|VBP|auxpass|6 sold|VBN|ROOT|6",
            "sold",
        ),
        (
            mistagged.label_as_subject,
            "Size|NN|nsubj|3 :|:|punct|0 small|JJ|amod|0 holds|VBZ|ROOT|3 tea|NN|dobj|3",
            "holds",
        ),
        (mistagged.article_as_subject, "Here|RB|advmod|2 the|DT|nsubj|2 is|VBZ|ROOT|2 room|NN|attr|2", "is"),
        (mistagged.adverb_as_subject, "And|CC|cc|2 overall|RB|nsubj|2 is|VBZ|ROOT|2 jugs|NNS|attr|2", "is"),
        (mistagged.contraction_as_noun, "You'd|CD|nsubj|1 think|VBP|ROOT|1 so|RB|advmod|1", "think"),
        (
            mistagged.plain_form_after_have,
            "It|PRP|nsubj|2 has|VBZ|aux|2 keep|VB|ROOT|2 floors|NNS|dobj|2",
            "keep",
        ),
        (
            mistagged.modal_as_verb,
            "It|PRP|nsubj|1 makes|VBZ|ROOT|1 tea|NN|dobj|1 that|WDT|dobj|6 a|DT|det|5 press|NN|nsubj|6 will|MD|relcl|2",
            "will",
        ),
        (
            mistagged.hyphened_number,
            "They|PRP|nsubj|1 want|VBP|ROOT|1 a|DT|det|5 two|CD|nummod|5 -|HYPH|punct|5 person|NN|dobj|1 ,|,|punct|5 "
            "lighter|JJ|amod|8 tent|NN|appos|5",
            "want",
        ),
        (
            mistagged.copula_as_noun,
            "My|PRP$|poss|1 worry|NN|nsubj|2 is|VBZ|ROOT|2 clay|NN|attr|2 of|IN|prep|3 seems|NNS|pobj|4",
            "is",
        ),
        (
            mistagged.is_contracted,
            "My|PRP$|poss|1 boat|NN|poss|4 's|POS|case|1 a|DT|det|4 wreck|NN|nsubj|5 sank|VBD|ROOT|5",
            "sank",
        ),
        (
            mistagged.verb_in_compound,
            "It|PRP|nsubj|1 lets|VBZ|ROOT|1 you|PRP|nsubj|3 cook|NN|compound|4 beans|NNS|dobj|1",
            "lets",
        ),
        (
            mistagged.finite_for_infinitive,
            "I|PRP|nsubj|2 would|MD|aux|2 guess|VB|ROOT|2 holds|VBZ|xcomp|2 more|NN|dobj|3",
            "guess",
        ),
        (
            mistagged.stressed_without_subject,
            "I|PRP|nsubj|1 put|VBD|ROOT|1 hooks|NNS|dobj|1 coats|NNS|conj|2 do|VBP|aux|5 hang|VB|advcl|1 "
            "lower|RB|advmod|5",
            "put",
        ),
        (
            mistagged.like_as_verb,
            "Ada|NNP|nsubj|7 ,|,|punct|0 who|WP|nsubj|3 like|VBP|relcl|0 her|PRP$|poss|5 sons|NNS|dobj|3 "
            ",|,|punct|0 left|VBD|ROOT|7",
            "like",
        ),
        (
            mistagged.participle_after_noun,
            "She|PRP|nsubj|1 spoke|VBD|ROOT|1 before|IN|prep|1 the|DT|det|5 broadcast|NN|compound|5 "
            "praising|VBG|pobj|2 taxes|NNS|dobj|5",
            "spoke",
        ),
        (
            mistagged.verb_before_article,
            "You|PRP|nsubj|1 are|VBP|ROOT|1 curing|VBG|amod|5 the|DT|det|5 fresh|JJ|amod|5 ham|NN|attr|1",
            "are",
        ),
        (
            mistagged.one_as_several,
            "It|PRP|nsubjpass|2 is|VBZ|auxpass|2 dried|VBN|ROOT|2 by|IN|agent|2 this|DT|det|5 works|NNS|pobj|3",
            "dried",
        ),
        (
            mistagged.finite_for_infinitive,
            "Ada|NNP|nsubj|1 urges|VBZ|ROOT|1 order|NN|dobj|1 towns|NNS|dep|1 are|VBP|aux|5 asking|VBG|xcomp|1",
            "urges",
        ),
    ],
)
def test_a_word_taken_for_another(sign: Callable[[Tree, Clause], bool], words: str, verb: str) -> None:
    assert shows(sign, misread(words), verb)


def test_a_verb_glued_to_a_hyphen_is_none() -> None:
    words = "It|PRP|nsubj|2 had|VBD|aux|2 burned|VBN|ROOT|2 -|HYPH|punct|2 on|RP|prt|2 fat|NN|dobj|2".split()
    loose = misread(" ".join(words))
    assert not shows(mistagged.hyphened_verb, loose, "burned")  # a dash that stands apart
    assert shows(mistagged.hyphened_verb, glued(loose, 3), "burned")


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Grace|NNP|nsubj|1 folded|VBD|ROOT|1 slowly|RB|advmod|1", "folded"),
        ("The|DT|det|1 room|NN|nsubj|2 is|VBZ|ROOT|2 big|JJ|acomp|2", "is"),
        ("It|PRP|nsubj|2 has|VBZ|aux|2 kept|VBN|ROOT|2 floors|NNS|dobj|2", "kept"),
        ("It|PRP|nsubj|2 will|MD|aux|2 have|VB|ROOT|2 floors|NNS|dobj|2", "have"),
        ("We|PRP|nsubj|1 want|VBP|ROOT|1 two|CD|nummod|3 tents|NNS|dobj|1", "want"),
        ("I|PRP|nsubj|1 want|VBP|ROOT|1 to|TO|aux|3 hold|VB|xcomp|1 more|NN|dobj|3", "want"),
        (
            "Men|NNS|nsubj|4 who|WP|nsubj|2 like|VBP|relcl|0 tea|NN|dobj|2 left|VBD|ROOT|4",
            "like",
        ),
        ("She|PRP|nsubj|1 sold|VBD|ROOT|1 this|DT|det|4 boiling|VBG|amod|4 water|NN|dobj|1", "sold"),
    ],
)
def test_words_read_right(words: str, verb: str) -> None:
    tree = misread(words)
    assert not any(shows(sign, tree, verb) for sign in mistagged.SIGNS)
