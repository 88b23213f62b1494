"""The verb group of a question, and the tense that it takes."""

from __future__ import annotations

from pie_qg.clauses import clauses
from pie_qg.questions.verbs import verb_group
from tests.test_questions.handmade import misread


def test_a_past_that_looks_like_the_plain_form() -> None:
    assert _asked("The|DT|det|1 lid|NN|nsubj|2 fit|VBP|ROOT|2 pans|NNS|dobj|2") == "did"
    assert _asked("The|DT|det|1 lids|NNS|nsubj|2 fit|VBP|ROOT|2 pans|NNS|dobj|2") == "do"
    assert _asked("I|PRP|nsubj|1 put|VBP|ROOT|1 pans|NNS|dobj|1") == "does"  # the author does


def _asked(words: str) -> str:
    tree = misread(words)
    found = clauses(tree.sentence, tree)
    group = verb_group(tree, found, found[0])
    assert group is not None
    return group.auxiliary
