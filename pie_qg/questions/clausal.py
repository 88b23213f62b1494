"""Questions that a clause answers: why it fell, how, when, for what purpose, what it began to do."""

from __future__ import annotations

from collections.abc import Iterator

from pie_qg.constituents import SUBJECTS
from pie_qg.english import base, is_verb_form
from pie_qg.questions.adverbials import is_denied
from pie_qg.questions.ask import Ask
from pie_qg.questions.assemble import Setting, ask_part, draft, inverted, tail
from pie_qg.questions.draft import Draft
from pie_qg.questions.frame import Frame, Part
from pie_qg.questions.judge import is_copula, is_perfect
from pie_qg.questions.modifiers import EMPTY_HEADS
from pie_qg.questions.narrow import is_narrow
from pie_qg.questions.phrases import answer_tokens, question_tokens
from pie_qg.questions.whole import TAKING_INFINITIVE
from pie_qg.tree import Tree

MAX_ANSWER = 14  # tokens
# Verbs whose infinitive is a complement, and no purpose: "decided to leave", not "stopped to rest".
_TAKES_INFINITIVE = frozenset(
    "want try begin start continue decide agree refuse fail manage plan attempt intend hope seek choose help need "
    "require allow enable permit force ask tell order encourage cause persuade convince expect tend aim promise "
    "threaten learn offer prefer like love struggle prepare compel urge invite authorize use have wish cease".split()
)

# Verbs that nothing is done with, or that take "to" ("exposed to tin"): what follows them is no purpose.
_AIMLESS = frozenset(
    "be become believe belong come consider consist contain exist feel go know lack last mean own remain seem serve "
    "think wait await expose subject link connect confine relate oppose accustom attribute vary differ "
    "describe interpret understand regard define".split()
)
_WHEN = frozenset({"when", "after", "before", "until", "once"})


def circumstance(setting: Setting) -> Iterator[Draft]:
    """ "It fell because the bolts broke." → Why did it fall? "by welding" → How? "to connect …" → For what purpose?"""
    frame = setting.frame
    for part in frame.parts:
        found = _wh(frame, part)
        answer = _answer(frame, part)
        if found and not is_denied(frame.tree, part.source) and 0 < len(answer) <= MAX_ANSWER:
            wh = setting.rng.choice(found)
            kind = "why" if "purpose" in wh else wh
            role = part.source.role
            ask = Ask(wh, answer, role, kind, role.upper(), takes_preposition=False)
            yield ask_part(setting, part, ask, f"{role}:{role}")


def _wh(frame: Frame, part: Part) -> tuple[str, ...]:
    """Return how to ask for a reason, a purpose, a manner or a time that is a clause (or "due to" a thing)."""
    tree, source = frame.tree, part.source
    marks = {tree.tokens[index].text.lower() for index in tree.of(source.head, ("mark", "advmod"))}
    if source.role == "reason" and _is_of_liking(tree, frame.clause.verb):
        return ()
    if source.role == "reason" and (not source.clausal or "because" in marks):
        return () if tree.tokens[source.head].lemma in EMPTY_HEADS else ("why",)
    verb = base(tree.tokens[frame.clause.verb])
    infinitive = source.clausal and tree.tokens[source.head].tag == "VB" and not tree.has(source.head, {"mark"})
    infinitive = infinitive and is_verb_form(tree.tokens[source.head].text)  # not "sold [to mobile buyers]"
    aims = verb not in _TAKES_INFINITIVE | _AIMLESS and not _has_noun_of_purpose(tree, frame.clause.verb, source.head)
    if source.role == "purpose" and infinitive and aims:
        return ("why", "for what purpose")
    if source.role == "manner" and source.clausal:
        return ("how",)
    happens = tree.has(source.head, SUBJECTS) or tree.tokens[source.head].tag == "VBG"  # not "after given names"
    if source.role == "time" and source.clausal and happens and marks & _WHEN and _is_its_time(frame, part):
        return ("when",)
    return ()


def _is_of_liking(tree: Tree, verb: int) -> bool:
    """ "I like that it is small because my kitchen is small.": why it is liked, and not why it is small."""
    return tree.tokens[verb].dep == "ccomp" and base(tree.tokens[tree.tokens[verb].head]) in _LIKING


_LIKING = frozenset("adore appreciate dislike enjoy hate like love mind prefer regret resent want wish".split())


def _is_its_time(frame: Frame, part: Part) -> bool:
    """ "It is unique as they paid attention, until it broke up": what is so now has no time in the past."""
    tree, verb = frame.tree, frame.clause.verb
    others = any(one.source.role == "time" and one is not part for one in frame.parts) or _of_an_end(tree, part)
    past = tree.tokens[part.source.head].tag == "VBD"
    present = any(tree.tokens[index].tag in {"VBZ", "VBP"} for index in frame.clause.verb_group)
    starts = base(tree.tokens[verb]) in {"begin", "start"}
    return not (others or is_perfect(frame) or (past and present) or starts)


def _of_an_end(tree: Tree, part: Part) -> bool:
    """ "It was used until the 18th century, when it fell out of use": when it ended, and not when it was used."""
    if not any(tree.tokens[index].text.lower() == "when" for index in tree.of(part.source.head, ("advmod",))):
        return False
    last = min(part.source.span) - 1
    last -= tree.tokens[last].text == ","
    start = next((index for index in (last, *tree.ancestors(last)) if tree.tokens[index].pos in {"ADP", "SCONJ"}), last)
    while start and tree.tokens[start - 1].pos in {"ADP", "SCONJ", "ADV"}:  # "until well into"
        start -= 1
    return any(tree.tokens[index].text.lower() in _ENDS for index in range(start, last))


_ENDS = frozenset({"until", "till", "since", "from"})


def _has_noun_of_purpose(tree: Tree, verb: int, infinitive: int) -> bool:
    """ "They believe in the power of a state to help": what the power is, and not what they believe for."""
    between = range(verb + 1, infinitive)
    return any(tree.tokens[index].lemma in TAKING_INFINITIVE or is_narrow(tree, index) for index in between)


def _answer(frame: Frame, part: Part) -> tuple[int, ...]:
    if part.source.clausal and part.source.role in {"purpose", "time"}:
        return question_tokens(frame.tree, part.source)
    return answer_tokens(frame.tree, part.source)


def complement(setting: Setting) -> Iterator[Draft]:
    """ "It must ensure that it stands." → What must it ensure? "It began to fall." → What did it begin to do?

    "It helps the town grow." → What does it help the town do?
    """
    frame = setting.frame
    for part in frame.parts:
        if part.source.role != "complement" or not part.source.clausal or part.source.head < frame.clause.verb:
            continue
        answer = answer_tokens(frame.tree, part.source)
        helped = _helped(frame, part)
        ending = (frame.write(helped), "do") if helped else _pro_verb(frame, part)
        answer = tuple(index for index in answer if index > max(helped, default=-1))
        if (
            ending is not None
            and frame.tree.tokens[answer[0] if answer else 0].tag != "PRP"
            and 1 < len(answer) <= MAX_ANSWER
            and not _breaks_off(frame.tree, answer)
        ):
            ask = Ask("what", answer, "clause", "what", "CLAUSE")
            rest = tail(setting, replaced=(part, ending))
            words = [ask.wh, *inverted(frame), *rest.words]
            yield draft("complement:clause", ask, words, rest.used | {*frame.subject.tokens, *helped})


def _helped(frame: Frame, part: Part) -> tuple[int, ...]:
    """ "It helps [the town] grow", "It makes the town grow": who does it, where no "to" stands."""
    tree, head = frame.tree, part.source.head
    subject = tree.first(head, ("nsubj",))
    bare = tree.tokens[head].tag == "VB" and not tree.has(head, {"aux", "mark"}) and tree.tokens[head].lemma != "be"
    if subject is None or not bare or base(tree.tokens[frame.clause.verb]) not in _TAKES_BARE:
        return ()
    return tree.span(subject)


_TAKES_BARE = frozenset("help let make have see watch hear feel".split())


def _breaks_off(tree: Tree, answer: tuple[int, ...]) -> bool:
    """ "that the conversion was partly, in defiance of the king, …": what a comma cuts off says nothing."""
    after = answer[-1] + 1
    asks = any(tree.tokens[index].tag in {"WP", "WRB"} for index in answer)  # "what the deficit is"
    if tree.tokens[answer[-1]].lemma == "be" and not asks:  # "25 % say that the deficit is"
        return True
    return tree.tokens[answer[-1]].tag == "RB" and after < len(tree.tokens) and tree.tokens[after].text == ","


def _pro_verb(frame: Frame, part: Part) -> tuple[str, ...] | None:
    """Return what stands for the verb that is asked for: "to do", "doing", nothing where it has its own subject."""
    tree, head = frame.tree, part.source.head
    if tree.has(head, {"nsubj", "nsubjpass", "expl"}):
        return () if frame.clause.voice == "active" and not is_copula(frame) else None
    if tree.has(head, {"mark"}):  # "decides whether to pass it"
        return None
    if any(tree.tokens[index].tag == "TO" for index in tree.of(head, ("aux",))):
        stative = tree.tokens[head].lemma in {"be", "have"} or tree.has(head, {"auxpass"})
        takes = base(tree.tokens[frame.clause.verb]) in _TAKES_INFINITIVE
        return ("to do",) if takes and not stative and not is_copula(frame) else None
    aside = part.tokens[:1] > (0,) and tree.tokens[part.tokens[0] - 1].text == ","  # "it developed, growing fast"
    aside = aside or bool(frame.clause.by_role("object"))  # "it may use any medium, carving being most common"
    if tree.tokens[head].tag != "VBG" or frame.clause.voice != "active" or aside:
        return None
    return ("doing",) if base(tree.tokens[frame.clause.verb]) in _TAKES_GERUND else None


_TAKES_GERUND = frozenset(
    "avoid begin cease consider continue delay deny discontinue dislike enjoy finish hate include involve keep like "
    "love mean mention mind miss postpone practice practise prefer propose quit recall recommend remember report "
    "require resist resume risk start stop suggest try".split()
)
