"""The natural style: a table of rules, each of which asks for one part of a clause as a person would.

The order of words is that of English questions: the wh-phrase first, then the finite auxiliary (a form of "do" where
the clause has none), the subject, and the rest; a subject that is asked for leaves the order as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pie_qg.english import base, is_only
from pie_qg.questions.adverbials import UNFIT
from pie_qg.questions.ask import Ask
from pie_qg.questions.assemble import Setting, ask_part, ask_subject, draft, inverted, preposition_of, tail
from pie_qg.questions.clausal import circumstance, complement
from pie_qg.questions.deep import deep
from pie_qg.questions.doing import action, degree, happening, performance
from pie_qg.questions.draft import Draft
from pie_qg.questions.feelings import feeling, judgement, liking
from pie_qg.questions.frame import Frame, Part, frame
from pie_qg.questions.inside import NEVER_ASKED, inside_infinitive, inside_phrase
from pie_qg.questions.judge import (
    acts,
    adjunct,
    does,
    identifies,
    includes,
    is_brand,
    is_copula,
    is_founded,
    is_nobody,
    is_perfect,
    is_person,
    is_report,
    is_somebody_else,
    is_term,
    is_told_of_all,
    makes,
    names_word,
    plays_role,
    says_nothing_else,
    says_person,
    says_what,
    says_who,
    told_what,
)
from pie_qg.questions.phrases import answer_tokens
from pie_qg.questions.reports import reported
from pie_qg.questions.trust import tells_no_fact
from pie_qg.questions.verbs import active_form
from pie_qg.questions.wh import asks

PASSIVE = 0.35  # share of the agents that are asked for in the passive
_LONG_PREPOSITIONS = frozenset({"out of", "up to", "along with", "close to", "next to", "outside of", "inside of"})
_ASKED_ELSEWHERE = frozenset({"agent", "other", "reason", "purpose", "manner"})
_CONTROLLED = 0.5  # confidence in a clause whose subject is only understood: "leaving the city, he …"
_SURE = {"relative": 0.85, "participial": 0.85, "adverbial": 0.9, "complement": 0.9, "parenthetical": 0.4}
Rule = Callable[[Setting], Iterator[Draft]]


def drafts(setting: Setting) -> Iterator[Draft]:
    """Yield every question that the rules form about a clause."""
    clause = setting.frame.clause
    sure = _CONTROLLED if clause.subject_source == "controlled" else _SURE.get(clause.kind, 1.0)
    sure = 0.0 if tells_no_fact(setting.frame.tree, clause) else sure
    for rule in RULES:
        denied = clause.negated and rule is not deep  # which says the clause as it stands
        for one in rule(setting):
            yield replace(one, confidence=one.confidence * sure * (0.5 if denied else 1.0))


def _subject(setting: Setting) -> Iterator[Draft]:
    """ "Most trusses use gusset plates." → What uses gusset plates?"""
    frame = setting.frame
    if frame.clause.subject_source == "controlled" or frame.subject.source.dep == "expl":
        return
    if includes(frame):
        return
    only_counted = is_copula(frame) and not identifies(frame)
    for ask in asks(frame.tree, frame.subject.source, frame.readings, setting.rng):
        if only_counted and (ask.rule not in {"number", "percentage"} or is_told_of_all(frame)):
            continue  # "What was brave?", but "How many soldiers were brave?"
        if ask.rule == "kind" and is_copula(frame):
            continue
        if is_copula(frame) and says_person(frame):
            ask = replace(ask, wh="who", type="who", plural=False)
        elif is_copula(frame) and (ask.rule == "name" or (ask.rule == "class" and is_term(frame))):
            ask = replace(ask, wh="what", type="what", plural=False)  # the predicate says what it is
        elif ask.answer_type == "PERSON" and is_copula(frame) and not says_nothing_else(frame):
            continue
        if ask.rule == "thing" and names_word(frame):
            ask = replace(ask, confidence=0.0)
        if is_copula(frame) and says_what(frame):  # then it is nobody's name
            ask = replace(ask, confidence=1.0)
        if ask.wh == "what" and ask.rule in {"name", "thing"} and acts(frame):
            ask = replace(ask, wh="who", type="who")
        if ask.rule == "person" and setting.first_person and is_brand(frame):
            ask = replace(ask, wh="what", type="what")  # "Big Boss folds open": a brand
        if ask.wh == "who" and ask.rule == "person" and (is_founded(frame) or told_what(frame)):
            ask = replace(ask, wh="what", type="what")
        yield ask_subject(setting, ask, f"subject:{ask.rule}")


def _merged(setting: Setting) -> Iterator[Draft]:
    """ "Ada studied logic and wrote programs." → Who studied logic and wrote programs?"""
    first = setting.frame
    if first.clause.subject_source not in {"own", "antecedent"} or first.subject.source.dep == "expl":
        return
    for clause in setting.clauses:
        shares = clause.kind == "conjunct" and clause.subject_source == "inherited" and clause.parent is not None
        if not shares or setting.clauses[clause.parent or 0] is not first.clause:
            continue
        second = frame(first.tree, setting.clauses, clause, first.readings, setting.rng)
        other = replace(setting, frame=second) if second else setting
        if second is None or not tail(other).words or len(clause.verb_group) < len(first.clause.verb_group):
            continue
        if is_copula(first) or not tail(setting).words:
            continue
        for ask in asks(first.tree, first.subject.source, first.readings, setting.rng)[:1]:
            if ask.wh == "what" and ask.rule in {"name", "thing"} and (acts(first) or acts(second)):
                ask = replace(ask, wh="who", type="who")
            verbs = (first.finite_plural, second.finite_plural) if ask.plural else (first.finite, second.finite)
            one, two = tail(setting), tail(other)
            words = [ask.wh, *verbs[0], *one.words, "and", *verbs[1], *two.words]
            yield draft(f"merged:{ask.rule}", ask, words, one.used | two.used)


def _part(setting: Setting) -> Iterator[Draft]:
    """ "The Rhine flows into the sea in Holland." → What does the Rhine flow into? Where does the Rhine flow …?"""
    frame = setting.frame
    if any(is_report(frame, part) for part in frame.parts):
        return
    there = frame.subject.source.dep == "expl"
    for part in frame.parts:
        preposition = preposition_of(frame, part)
        if " " in preposition and preposition not in _LONG_PREPOSITIONS:
            continue
        if part.source.role in _ASKED_ELSEWHERE or preposition.split(" ")[0] in NEVER_ASKED:
            continue
        if any(unfit(frame.tree, part.source) for unfit in UNFIT):
            continue
        for ask in asks(frame.tree, part.source, frame.readings, setting.rng):
            if ask.rule in {"date", "frequency"} and not _has_its_time(frame, part, preposition):
                continue
            if (there and ask.rule != "number") or (ask.rule == "thing" and part.source.role == "time"):
                continue  # "For what did it last?"
            if ask.rule in {"person", "name", "class"} and (plays_role(frame, part, ask) or includes(frame)):
                ask = replace(ask, wh="what", type="what", plural=False)
            if frame.tree.tokens[part.source.head].tag == "JJ" and part.source.role == "object":
                continue  # "came out crispy", "found that inconvenient"
            if ask.rule == "person" and setting.first_person and not frame.tree.has(part.source.head, {"det", "poss"}):
                continue  # "I slow cook", "I bought Foreman"
            if ask.answer_type == "QUANTITY" and ask.wh == "what":
                continue  # "What are the streets? → 60 feet"
            if ask.rule == "person" and part.source.role == "object" and makes(frame):
                continue
            if ask.rule == "name" and part.source.role == "attribute" and is_somebody_else(frame):
                ask = replace(ask, wh="who", type="who")
            if ask.wh == "who" and part.source.role == "attribute" and is_nobody(frame):
                ask = replace(ask, wh="what", type="what")
            if ask.wh == "what" and ask.rule == "thing" and says_who(frame, part):
                ask = replace(ask, wh="who", type="who")
            sure = adjunct(frame, part, ask, first_person=setting.first_person)
            yield ask_part(setting, part, ask, f"{part.source.role}:{ask.rule}", sure)


def _has_its_time(frame: Frame, part: Part, preposition: str) -> bool:
    """ "It has grown in recent years", "It fell from 98 in 1900 to 58 in 1990": neither says when it did."""
    others = any(one.source.role == "time" and one.kept for one in frame.parts if one is not part)
    named = any(one.source.dep == "attr" and frame.tree.tokens[one.source.head].pos == "PROPN" for one in frame.parts)
    if is_copula(frame) and named:  # "The last to ban it was Brazil in 1831."
        return False
    return not others and (not is_perfect(frame) or preposition in {"since", "until", "till"})


def _agent(setting: Setting) -> Iterator[Draft]:
    """ "The theory was published by Darwin." → Who published the theory?"""
    frame = setting.frame
    for part in frame.parts:
        active = active_form(frame.tree, frame.clause, frame.auxiliary) if _is_agent(frame, part) else None
        if active is None:
            continue
        for ask in asks(frame.tree, part.source, frame.readings, setting.rng):
            if ask.wh == "what" and ask.rule in {"name", "thing"} and does(frame, part.source.head):
                ask = replace(ask, wh="who", type="who")
            if setting.rng.random() < PASSIVE and ask.rule in {"person", "thing", "name", "class"}:
                rest = tail(setting, replaced=(part, ["by"]))
                words = [ask.wh, *inverted(frame), *rest.words]
                yield draft(f"agent:{ask.rule}", ask, words, rest.used | set(frame.subject.tokens))
                continue
            rest = tail(setting, without=part)
            verbs = active[1] if ask.plural else active[0]
            words = [ask.wh, *verbs, frame.write(frame.subject.tokens), *rest.words]
            yield draft(f"agent:{ask.rule}", ask, words, rest.used | set(frame.subject.tokens))


def _is_agent(frame: Frame, part: Part) -> bool:
    """ "known by his nickname": what follows is no agent. "Kept by locals as pets": nor are the locals pets."""
    if any(frame.tree.tokens[one].text.lower() == "as" for one in frame.tree.of(part.source.head, ("prep",))):
        return False
    return part.source.role == "agent" and base(frame.tree.tokens[frame.clause.verb]) not in _NO_AGENT


_NO_AGENT = frozenset("know mean order sort rank class measure".split())


def _adjective(setting: Setting) -> Iterator[Draft]:
    """ "The handle was flimsy." → How was the handle? "It felt cheap." → How did it feel?

    Asked where an author tells of what he has seen.
    """
    frame = setting.frame
    sure = 0.8 if setting.first_person else 0.3
    sensed = base(frame.tree.tokens[frame.clause.verb]) in _SENSED
    linking = sensed or (is_copula(frame) and not frame.verbs)
    for part in frame.parts:
        token = frame.tree.tokens[part.source.head]
        if part.source.dep != "acomp" or token.tag != "JJ" or not linking or _is_misnamed(token.text):
            continue
        if frame.tree.has(part.source.head, {"prep", "xcomp", "ccomp", "npadvmod"}) or is_person(frame):
            continue
        if any(frame.tree.tokens[one].pos != "ADJ" for one in frame.tree.conjuncts(part.source.head)):
            continue
        if any(one is not part and one.kept and not one.optional for one in frame.parts):
            continue  # "available back to 1912"
        ask = Ask("how", answer_tokens(frame.tree, part.source), "adjective", "how", "ADJECTIVE", confidence=sure)
        yield ask_part(setting, part, ask, "attribute:adjective")


def _is_misnamed(word: str) -> bool:
    """ "The button is cancel", "My address is ada@home": a tagger's adjective that no dictionary has as one."""
    return "@" in word or is_only(word, "VERB")


_SENSED = frozenset("look feel taste smell sound".split())
RULES: tuple[Rule, ...] = (
    _subject,
    _merged,
    _part,
    _agent,
    _adjective,
    circumstance,
    complement,
    reported,
    inside_infinitive,
    inside_phrase,
    deep,
    action,
    happening,
    degree,
    performance,
    feeling,
    liking,
    judgement,
)
