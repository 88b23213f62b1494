"""The order of words in a question: inversion, the place of a preposition, what follows the verb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from pie_qg.clauses import Clause
from pie_qg.english import base
from pie_qg.questions.ask import Ask
from pie_qg.questions.draft import Draft, finish
from pie_qg.questions.frame import Frame, Part
from pie_qg.questions.verbs import plural_subject

IN_PLACE = 0.03  # share of questions with the wh-phrase where the answer stood: "The Rhine flows into what sea?"
CONTEXT_FIRST = 0.15  # share of questions that begin with a time or place: "In 1995, who …?"
BY_NAME = 0.15  # share of "What river …?" that is "What is the name of the river that …?"
LEFT_OUT = 0.4  # share of the adverbials that a question could say and does not
_BARE = 0.4
_ENOUGH = 3  # words of content
_FRONTED_ONLY = frozenset("during since until till throughout within after before because under between".split())
_STRANDED_ONLY = frozenset({"as"})
_NEVER_FIRST = frozenset("to from into onto toward towards".split())  # "To Spain, what was ceded?"


@dataclass(frozen=True, slots=True)
class Setting:
    """A clause to ask about, the others of its sentence, and the dice."""

    frame: Frame
    clauses: list[Clause]
    rng: Random
    first_person: bool = False
    """Whether the passage speaks of "I"."""
    topic: str = ""
    """What a passage that speaks of "I" is on, where that is known: "the kettle"."""


@dataclass(frozen=True, slots=True)
class Tail:
    """The words that follow the verb, and the tokens that they come from."""

    words: list[str]
    used: frozenset[int]


def tail(
    setting: Setting,
    *,
    without: Part | None = None,
    replaced: tuple[Part, Sequence[str]] | None = None,
    shorter: Mapping[int, tuple[int, ...]] | None = None,
) -> Tail:
    """Return what follows the verb: without a part, with words in a part's place, or with a part (by id) shortened.

    An adverbial that only the passage explains ("in this way") is left out, and so is a share of the others: people do
    not repeat all that they have read.
    """
    frame = setting.frame
    words: list[str] = []
    used: set[int] = set()
    rich = _says_enough(frame, [part for part in frame.parts if not part.optional and part is not without])
    for part in frame.parts:
        if replaced and part is replaced[0]:
            words.extend(replaced[1])
            continue
        tokens = (shorter or {}).get(id(part), part.tokens)
        unresolved = bool(frame.readings.unresolved & set(tokens))
        vague = unresolved and part.optional  # "put the pan in it" says nothing without "in it"
        if part is without or not part.kept or vague:
            continue
        if part.optional and rich and setting.rng.random() < LEFT_OUT:
            continue
        if _is_stranded(frame, part, replaced[0] if replaced else without):
            continue
        if part.source.preposition and tokens and tokens[0] > part.source.preposition[0]:
            words.append(frame.write((*part.source.preposition, *tokens)))
        else:  # "the town in which he lived": the preposition stands after what it governs
            words.extend((frame.write(part.source.preposition), frame.write(tokens)))
        used.update(part.source.preposition, tokens)
    return Tail(words, frozenset(used))


def _is_stranded(frame: Frame, part: Part, asked: Part | None) -> bool:
    """ "It fell mainly because it was old" → "When did it fall?": an adverb that says nothing without what follows."""
    tree, head = frame.tree, part.source.head
    if part.source.dep != "advmod" or tree.tokens[head].text.lower() not in _FOCUSING:
        return False
    return not any(min(one.source.full) == head + 1 for one in frame.parts if one.kept or one is asked)


_FOCUSING = frozenset("mainly primarily largely chiefly mostly partly partially principally solely".split())


def _says_enough(frame: Frame, parts: Sequence[Part]) -> bool:
    """Tell whether a question says enough without its adverbials: a name, a number, or several words of content."""
    words = {index for part in (frame.subject, *parts) if part.kept for index in part.tokens}
    tokens = [frame.tree.tokens[index] for index in words]
    content = [token for token in tokens if token.pos in {"NOUN", "VERB", "ADJ", "PROPN", "NUM"}]
    return len(content) >= _ENOUGH or any(token.pos in {"PROPN", "NUM"} for token in content)


def inverted(frame: Frame) -> list[str]:
    """Return auxiliary, subject and verbs: "did Darwin write"."""
    return [frame.auxiliary, frame.write(frame.subject.tokens), *frame.verbs]


def plain(frame: Frame) -> list[str]:
    """Return subject and verb group in the order of a statement."""
    verbs = frame.finite_plural if plural_subject(frame.tree, frame.clause) else frame.finite
    return [frame.write(frame.subject.tokens), *verbs]


def draft(rule: str, ask: Ask, words: Iterable[str], used: Iterable[int], confidence: float = 1.0) -> Draft:
    """Return a draft of the words that an ask and a frame give."""
    said = frozenset({*used, *ask.said})
    question = finish(words)
    noun = ask.wh.split()[-1] if ask.wh.startswith(("what ", "which ")) else ""
    if noun and len(re.findall(rf"\b{re.escape(noun)}\b", question)) > 1:  # "What metal is a source of the metal?"
        confidence = 0.0
    return Draft(question, ask.answer, rule, ask.type, ask.answer_type, ask.confidence * confidence, said)


def ask_subject(setting: Setting, ask: Ask, rule: str, confidence: float = 1.0) -> Draft:
    """Ask for the subject: the order of words stays."""
    frame = setting.frame
    verbs = frame.finite_plural if ask.plural or _several(frame) else frame.finite
    opening = [ask.wh, *verbs]
    rest = tail(setting)
    said = _context_first(setting, opening) or Tail([*opening, *rest.words], rest.used)
    words = _agreeing(frame, ask, said.words)
    if ask.rule in {"name", "referring"} and ask.wh.startswith("what ") and setting.rng.random() < BY_NAME:
        words = [f"what is the name of the {ask.wh[5:]} that", *words[1:]] if words[0] == ask.wh else words
    if frame.parts and not rest.words:  # "Who was committed?", where what follows is the point
        confidence *= _BARE
    return draft(rule, ask, words, said.used, confidence)


def _agreeing(frame: Frame, ask: Ask, words: list[str]) -> list[str]:
    """ "Trees shed their leaves." → What sheds its leaves? A subject that is asked for is one thing."""
    own = ask.wh.split()[0] in {"what", "which"} and not ask.plural and not _several(frame)
    if not own or not plural_subject(frame.tree, frame.clause):
        return words
    return [re.sub(r"\btheir\b", "its", word) for word in words]


def _several(frame: Frame) -> bool:
    """ "What are the other stations?": a copula agrees with what it says of a subject that is asked for."""
    if base(frame.tree.tokens[frame.clause.verb]) != "be" or any(verb != "not" for verb in frame.verbs):
        return False
    tree = frame.tree
    heads = [part.source.head for part in frame.parts if part.source.role == "attribute"]
    several = any(tree.tokens[head].tag in {"NNS", "NNPS"} or tree.has(head, {"conj"}) for head in heads)
    return plural_subject(tree, frame.clause) and several


def ask_part(setting: Setting, part: Part, ask: Ask, rule: str, confidence: float = 1.0) -> Draft:
    """Ask for what stands after the verb: wh-phrase, auxiliary, subject, verb, and a stranded preposition."""
    frame, rng = setting.frame, setting.rng
    preposition = preposition_of(frame, part) if ask.takes_preposition else ""
    rest = tail(setting, without=part)
    opening, subject = [ask.wh, *inverted(frame)], set(frame.subject.tokens)
    if _may_stay(frame, part, ask) and rng.random() < IN_PLACE:
        rest = tail(setting, replaced=(part, [preposition, ask.wh]))
        return draft(f"{rule}:in-place", ask, [*plain(frame), *rest.words], rest.used | subject, confidence)
    if not preposition:
        rest = _context_first(setting, opening, part) or Tail([*opening, *rest.words], rest.used)
    elif _strands(frame, ask, preposition, part, rng):
        rest = tail(setting, replaced=(part, [preposition]))
        rest = Tail([*opening, *rest.words], rest.used)
    else:
        rest = Tail([_fronted(preposition, ask, rng), *inverted(frame), *rest.words], rest.used)
    return draft(rule, ask, rest.words, rest.used | subject, confidence)


def _may_stay(frame: Frame, part: Part, ask: Ask) -> bool:
    bare = ask.wh.split()[0] in {"what", "which"}
    return bare and part is frame.parts[-1] and not part.source.clausal and part.source.head > frame.clause.verb


def _strands(frame: Frame, ask: Ask, preposition: str, part: Part, rng: Random) -> bool:
    """Tell whether a preposition stays behind; not behind another one: "result in ice in"."""
    if preposition in _STRANDED_ONLY:
        return True
    before = frame.parts[: frame.parts.index(part)]
    if any(one.kept and one.source.preposition for one in before):
        return False
    level = ask.rule == "number" and ask.wh == "what"  # "What did it rise to?"
    if " " in preposition or preposition in _FRONTED_ONLY:
        return False
    if part.source.role in {"time", "place", "number"} and not level:
        return False
    return rng.random() < (0.95 if ask.wh in {"who", "what"} else 0.5)


def _fronted(preposition: str, ask: Ask, rng: Random) -> str:
    if preposition == "in" and ask.wh.endswith(" year") and rng.random() < 0.5:
        return ask.wh
    return f"{preposition} whom" if ask.wh == "who" else f"{preposition} {ask.wh}"


def _context_first(setting: Setting, opening: list[str], without: Part | None = None) -> Tail | None:
    """Begin with the time or the place, for a share of the questions that have one."""
    frame = setting.frame
    if setting.rng.random() >= CONTEXT_FIRST:
        return None
    for part in frame.parts:
        fits = part.source.role in {"time", "place"} and len(part.source.preposition) == 1 and not part.source.clausal
        fits = fits and preposition_of(frame, part) not in _NEVER_FIRST
        if part is not without and part.kept and fits and not frame.readings.unresolved & set(part.tokens):
            rest = tail(setting, without=without, replaced=(part, []))
            first = part.source.preposition + part.tokens
            return Tail([frame.write(first), ",", *opening, *rest.words], rest.used | set(first))
    return None


def preposition_of(frame: Frame, part: Part) -> str:
    """Return a part's preposition in lower case, or ""."""
    return " ".join(frame.tree.tokens[index].text.lower() for index in part.source.preposition)
