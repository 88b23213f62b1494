"""Questions about what is said before who says it: "The mill burned in May, the mayor said."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pie_qg.constituents import SUBJECTS
from pie_qg.english import FINITE, base
from pie_qg.questions.ask import Ask
from pie_qg.questions.assemble import Setting, draft, inverted, tail
from pie_qg.questions.clausal import MAX_ANSWER
from pie_qg.questions.draft import Draft
from pie_qg.questions.frame import Frame
from pie_qg.questions.judge import acts
from pie_qg.questions.phrases import QUOTES
from pie_qg.questions.saying import REPORTING
from pie_qg.questions.telling import DEMONSTRATIVE
from pie_qg.questions.wh import asks

MAX_SAID = 20  # tokens
_WHOLE = frozenset("person name thing class referring".split())
_STOPS = QUOTES | frozenset(":;?!()[]–—-") | {"--", "..."}


def reported(setting: Setting) -> Iterator[Draft]:
    """ "The mill burned, the mayor said." → Who said that the mill burned? What did the mayor say?"""
    frame = setting.frame
    said = _said(frame)
    if not said or frame.clause.negated or frame.clause.subject_source != "own":
        return
    for ask in asks(frame.tree, frame.subject.source, frame.readings, setting.rng):
        if ask.rule not in _WHOLE:
            continue
        if ask.wh == "what" and ask.rule in {"name", "thing"} and acts(frame):
            ask = replace(ask, wh="who", type="who")
        verbs = frame.finite_plural if ask.plural else frame.finite
        yield draft(f"reported:{ask.rule}", ask, [ask.wh, *verbs, "that", frame.write(said)], said)
    if len(said) <= MAX_ANSWER:
        rest = tail(setting)
        ask = Ask("what", said, "clause", "what", "CLAUSE")
        yield draft(
            "reported:clause", ask, [ask.wh, *inverted(frame), *rest.words], {*rest.used, *frame.subject.tokens}
        )


def _said(frame: Frame) -> tuple[int, ...]:
    """Return the words of the clause that stands first and is what is said; none where its parse may be wrong.

    It is a statement from the sentence's first word to the comma before who says it, in the words of who writes, and
    its subject is not pointed to ("That was all, she said.").
    """
    tree, verb = frame.tree, frame.clause.verb
    clauses = list(tree.of(verb, ("ccomp",)))
    if base(tree.tokens[verb]) not in REPORTING or len(clauses) != 1 or clauses[0] > verb:
        return ()
    head = clauses[0]
    words = tree.trimmed(tuple(sorted(tree.subtree(head))))
    if words != tuple(range(len(words))) or not 3 < len(words) <= MAX_SAID or tree.tokens[len(words)].text != ",":
        return ()
    finite = any(tree.tokens[one].tag in FINITE for one in (head, *tree.of(head, ("aux", "auxpass"))))
    joined = tree.tokens[0].dep in {"cc", "mark"} or tree.has(head, {"mark", "ccomp", "parataxis"})
    broken = any(tree.tokens[index].text in _STOPS for index in range(verb)) or tree.word(0) in DEMONSTRATIVE
    subjects = list(tree.of(head, SUBJECTS))
    if not finite or joined or broken or not subjects or "," in {tree.word(index) for index in range(subjects[0])}:
        return ()
    return words
