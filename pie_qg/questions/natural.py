"""The natural style: a table of rules, each of which asks for one part of a clause as a person would.

The order of words is that of English questions: the wh-phrase first, then the finite auxiliary (a form of "do" where
the clause has none), the subject, and the rest; a subject that is asked for leaves the order as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from random import Random

from pie_qg.clauses import Clause
from pie_qg.constituents import core
from pie_qg.english import agree, base, inflect, spell_out
from pie_qg.questions.draft import Draft, finish
from pie_qg.questions.frame import Frame, Part, plural_subject
from pie_qg.questions.phrases import answer_tokens, question_tokens
from pie_qg.questions.wh import Ask, asks

_NEVER_ASKED = frozenset(
    "than like such as including despite unlike except besides per instead rather according between among whether "
    "regardless aside apart given plus minus versus vs via vs. off".split()
) - {"as"}
_FRONTED_ONLY = frozenset("during since until till throughout within after before because under".split())
_MAX_CLAUSE_ANSWER = 16
_IN_PLACE = 0.06  # share of questions with the wh-phrase where the answer stood: "The Rhine flows into what sea?"
_CONTEXT_FIRST = 0.15  # share of questions that begin with a time or place: "In 1995, who …?"

Rule = Callable[[Frame, list[Clause], Random], Iterator[Draft]]


def drafts(frame: Frame, clauses: list[Clause], rng: Random) -> Iterator[Draft]:
    """Yield every question that the rules form about a clause."""
    for rule in RULES:
        yield from rule(frame, clauses, rng)


def _subject(frame: Frame, clauses: list[Clause], rng: Random) -> Iterator[Draft]:
    """ "Most trusses use gusset plates." → What uses gusset plates?"""
    if frame.clause.subject_source == "controlled" or frame.subject.source.dep == "expl":
        return
    for ask in asks(frame.tree, frame.subject.source, frame.readings.instead, rng):
        verbs = frame.finite_plural if ask.plural else frame.finite
        words, used = _tail(frame)
        if _is_copula(frame) and not _identifies(frame):
            continue
        question = _context_first(frame, [ask.wh, *verbs], rng) or [ask.wh, *verbs, *words]
        yield _draft(f"subject:{ask.rule}", ask, question, used)


def _complement_or_adverbial(frame: Frame, clauses: list[Clause], rng: Random) -> Iterator[Draft]:
    """ "The Rhine flows into the sea in Holland." → What does the Rhine flow into? Where does the Rhine flow …?"""
    if any(_is_report(frame, part) for part in frame.parts):
        return
    for part in frame.parts:
        if part.source.role == "agent" or _preposition(frame, part) in _NEVER_ASKED:
            continue
        for ask in asks(frame.tree, part.source, frame.readings.instead, rng):
            yield _gap(frame, part, ask, rng)


def _agent(frame: Frame, clauses: list[Clause], rng: Random) -> Iterator[Draft]:
    """ "The theory was published by Darwin." → Who published the theory?"""
    for part in frame.parts:
        active = _active_form(frame) if part.source.role == "agent" else None
        if active is None:
            continue
        for ask in asks(frame.tree, part.source, frame.readings.instead, rng):
            words, used = _tail(frame, without=part)
            verbs = active[1] if ask.plural else active[0]
            question = [ask.wh, *verbs, frame.write(frame.subject.tokens), *words]
            yield _draft(f"agent:{ask.rule}", ask, question, used | set(frame.subject.tokens))


def _adjective(frame: Frame, clauses: list[Clause], rng: Random) -> Iterator[Draft]:
    """ "The handle was flimsy." → How was the handle?"""
    for part in frame.parts:
        token = frame.tree.tokens[part.source.head]
        if part.source.dep != "acomp" or token.pos != "ADJ" or not frame.auxiliary or frame.verbs:
            continue
        if frame.tree.has(part.source.head, {"prep", "xcomp", "ccomp", "npadvmod"}):
            continue
        answer = answer_tokens(frame.tree, part.source)
        yield _gap(frame, part, Ask("how", answer, "adjective", "how", "ADJECTIVE", confidence=0.5), rng)


def _reason_manner_purpose(frame: Frame, clauses: list[Clause], rng: Random) -> Iterator[Draft]:
    """ "It fell because the bolts broke." → Why did it fall? "by welding" → How? "to connect …" → For what purpose?"""
    for part in frame.parts:
        wh = _CLAUSE_WH.get(part.source.role)
        if wh is None or (not part.source.clausal and part.source.role not in {"reason", "manner"}):
            continue
        answer = _whole(frame, part)
        if part.source.role == "manner" and not part.source.clausal and not part.source.preposition:
            continue
        if 0 < len(answer) <= _MAX_CLAUSE_ANSWER:
            ask = Ask(
                rng.choice(wh), answer, part.source.role, wh[0].split()[0], part.source.role.upper(), False, False
            )
            yield _gap(frame, part, replace(ask, type="why" if "purpose" in ask.wh else ask.type), rng)


_CLAUSE_WH = {"reason": ("why",), "purpose": ("why", "for what purpose"), "manner": ("how",), "time": ("when",)}


def _whole(frame: Frame, part: Part) -> tuple[int, ...]:
    if part.source.clausal and part.source.role in {"purpose", "time"}:
        return question_tokens(frame.tree, part.source)
    return answer_tokens(frame.tree, part.source)


def _complement_clause(frame: Frame, clauses: list[Clause], rng: Random) -> Iterator[Draft]:
    """ "It must ensure that the building stands." → What must it ensure? "It began to fall." → What did it begin to do?"""
    for part in frame.parts:
        if part.source.role != "complement" or not part.source.clausal:
            continue
        answer = answer_tokens(frame.tree, part.source)
        infinitive = bool(part.tokens) and frame.tree.tokens[part.tokens[0]].tag == "TO"
        if not 1 < len(answer) <= _MAX_CLAUSE_ANSWER:
            continue
        ask = Ask("what", answer, "clause", "what", "CLAUSE")
        words, used = _tail(frame, without=part)
        question = [ask.wh, *_inverted(frame), *words, *(("to do",) if infinitive else ())]
        yield _draft("complement:clause", ask, question, used | set(frame.subject.tokens))


def _inside_infinitive(frame: Frame, clauses: list[Clause], rng: Random) -> Iterator[Draft]:
    """ "Plates allow the truss to carry tension." → What do plates allow the truss to carry?"""
    for part in frame.parts:
        inner = next((one for one in clauses if one.verb == part.source.head and one.kind == "infinitive"), None)
        if part.source.role != "complement" or inner is None:
            continue
        for constituent in inner.arguments:
            if constituent.clausal or constituent.head not in part.tokens:
                continue
            for ask in asks(frame.tree, constituent, frame.readings.instead, rng):
                gone = set(constituent.span)
                if not ask.takes_preposition:
                    gone |= set(constituent.preposition)
                rest = tuple(index for index in part.tokens if index not in gone)
                words, used = _tail(frame, instead={id(part): rest})
                question = [ask.wh, *_inverted(frame), *words]
                yield _draft(f"infinitive:{ask.rule}", ask, question, used | set(frame.subject.tokens))


def _inside_phrase(frame: Frame, clauses: list[Clause], rng: Random) -> Iterator[Draft]:
    """ "She was the founder of a school." → What was she the founder of?"""
    tree = frame.tree
    for part in frame.parts:
        if part.source.role not in {"object", "attribute"} or part.source.clausal:
            continue
        for preposition in tree.of(part.source.head, ("prep",)):
            noun = tree.first(preposition, ("pobj",))
            if noun is None or noun not in part.tokens or part.tokens[-1] not in tree.subtree(preposition):
                continue
            inner = replace(part.source, role="prepositional", head=noun, span=tree.span(noun), core=core(tree, noun))
            for ask in asks(tree, replace(inner, preposition=(preposition,)), frame.readings.instead, rng):
                if not ask.takes_preposition or ask.rule in {"kind", "owner"}:
                    continue
                gone = tree.subtree(noun)
                rest = tuple(index for index in part.tokens if index not in gone)
                words, used = _tail(frame, instead={id(part): rest})
                yield _draft(
                    f"inside:{ask.rule}", ask, [ask.wh, *_inverted(frame), *words], used | set(frame.subject.tokens)
                )


RULES: tuple[Rule, ...] = (
    _subject,
    _complement_or_adverbial,
    _agent,
    _adjective,
    _reason_manner_purpose,
    _complement_clause,
    _inside_infinitive,
    _inside_phrase,
)


def _gap(frame: Frame, part: Part, ask: Ask, rng: Random) -> Draft:
    """Ask for a part that stands after the verb."""
    preposition = _preposition(frame, part) if ask.takes_preposition else ""
    rule = f"{part.source.role}:{ask.rule}"
    words, used = _tail(frame, without=part)
    used |= set(frame.subject.tokens)
    can_stay = ask.wh.split()[0] in {"what", "which", "who"} and len(frame.parts) < 3 and not part.source.clausal
    if can_stay and rng.random() < _IN_PLACE:
        stay, _ = _tail(frame, replaced=(part, [preposition, ask.wh]))
        verbs = frame.finite_plural if plural_subject(frame.tree, frame.clause) else frame.finite
        return _draft(f"{rule}:in-place", ask, [frame.write(frame.subject.tokens), *verbs, *stay], used)
    if not preposition:
        question = _context_first(frame, [ask.wh, *_inverted(frame)], rng, part) or [ask.wh, *_inverted(frame), *words]
        return _draft(rule, ask, question, used)
    if _strands(ask, preposition, part, rng):
        stranded, _ = _tail(frame, replaced=(part, [preposition]))
        return _draft(rule, ask, [ask.wh, *_inverted(frame), *stranded], used)
    front = (
        ask.wh if preposition == "in" and ask.wh.endswith("year") and rng.random() < 0.5 else f"{preposition} {ask.wh}"
    )
    if front.endswith(" who"):
        front += "m"
    return _draft(rule, ask, [front, *_inverted(frame), *words], used)


def _strands(ask: Ask, preposition: str, part: Part, rng: Random) -> bool:
    if " " in preposition or preposition in _FRONTED_ONLY:
        return False
    if part.source.role in {"time", "place", "number"}:
        return False
    return rng.random() < (0.85 if ask.wh in {"who", "what"} else 0.5)


def _tail(
    frame: Frame,
    without: Part | None = None,
    replaced: tuple[Part, list[str]] | None = None,
    instead: dict[int, tuple[int, ...]] | None = None,
) -> tuple[list[str], set[int]]:
    """Return the words that follow the verb and the tokens they come from.

    An adverbial that says what only the passage explains ("in this way") is left out.
    """
    words: list[str] = []
    used: set[int] = set()
    for part in frame.parts:
        if replaced and part is replaced[0]:
            words.extend(replaced[1])
            continue
        if part is without or not part.kept:
            continue
        tokens = part.tokens if instead is None else instead.get(id(part), part.tokens)
        if frame.readings.unresolved & set(tokens) and part.source.role not in _ESSENTIAL:
            continue
        full = tuple(sorted({*part.source.preposition, *tokens})) if part.source.preposition else tokens
        words.append(frame.write(full))
        used.update(full)
    return words, used


_ESSENTIAL = frozenset({"object", "recipient", "attribute", "complement"})


def _context_first(frame: Frame, words: list[str], rng: Random, without: Part | None = None) -> list[str] | None:
    """Begin with the time or the place, for a share of the questions that have one."""
    if rng.random() >= _CONTEXT_FIRST:
        return None
    for part in frame.parts:
        fits = part.source.role in {"time", "place"} and part.source.preposition and not part.source.clausal
        if part is not without and part.kept and fits and not frame.readings.unresolved & set(part.tokens):
            rest, _ = _tail(frame, without=without, replaced=(part, []))
            return [frame.write(part.source.preposition + part.tokens), ",", *words, *rest]
    return None


def _inverted(frame: Frame) -> list[str]:
    return [frame.auxiliary, frame.write(frame.subject.tokens), *frame.verbs]


def _preposition(frame: Frame, part: Part) -> str:
    return " ".join(frame.tree.tokens[index].text.lower() for index in part.source.preposition)


def _is_copula(frame: Frame) -> bool:
    return base(frame.tree.tokens[frame.clause.verb]) == "be" and not frame.verbs


def _identifies(frame: Frame) -> bool:
    """Tell whether a predicate picks its subject out: "is the capital of France", not "is strong", "is a bridge"."""
    for part in frame.parts:
        if part.source.role == "attribute" and not part.source.clausal:
            first = frame.tree.tokens[part.tokens[0]].text.lower() if part.tokens else ""
            return first in {"the", "one"} or len(part.tokens) >= 4
    return any(part.kept for part in frame.parts)


def _is_report(frame: Frame, part: Part) -> bool:
    """A finite clause as the complement: what is asked for beside it could belong to either verb."""
    tree = frame.tree
    return (
        part.source.role == "complement" and part.source.clausal and tree.has(part.source.head, {"nsubj", "nsubjpass"})
    )


def _active_form(frame: Frame) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the active verb group, singular and plural, of a passive one: "was written" → wrote."""
    tree, clause = frame.tree, frame.clause
    lemma = base(tree.tokens[clause.verb])
    before = [index for index in clause.verb_group if tree.tokens[index].dep in {"aux", "auxpass"}]
    if clause.voice != "passive" or clause.negated:
        return None
    if len(before) <= 1:
        auxiliary = spell_out(tree.tokens[before[0]]) if before else frame.auxiliary
        tag = {"was": "VBD", "were": "VBD"}.get(auxiliary, "VBZ")
        form = inflect(lemma, tag)
        return (form,), (agree(form, lemma, tag, is_plural=True),)
    first, last = tree.tokens[before[0]], tree.tokens[before[-1]]
    if first.tag == "MD" and len(before) == 2:
        return (spell_out(first), lemma), (spell_out(first), lemma)
    if base(first) == "have" and last.tag == "VBN":
        participle = inflect(lemma, "VBN")
        return tuple(  # type: ignore[return-value]
            (agree(spell_out(first), "have", first.tag, number), participle) for number in (False, True)
        )
    return None


def _draft(rule: str, ask: Ask, words: Iterable[str], used: set[int]) -> Draft:
    question = finish(words)
    return Draft(question, ask.answer, rule, ask.type, ask.answer_type, ask.confidence, frozenset(used | set(ask.said)))
