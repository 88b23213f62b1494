"""Questions that a predicate answers: what somebody did, what happened to something, how much of a quality it has."""

from __future__ import annotations

from collections.abc import Iterator

from pie_qg.english import base
from pie_qg.questions.ask import Ask
from pie_qg.questions.assemble import Setting, ask_part, draft, inverted, preposition_of, tail
from pie_qg.questions.draft import Draft
from pie_qg.questions.frame import Frame, Part
from pie_qg.questions.judge import is_copula, is_person, is_plain
from pie_qg.questions.phrases import answer_tokens

MAX_PREDICATE = 9  # tokens
_DONE, _HAPPENED = 0.4, 0.4  # share of the clauses with a time or a place that are asked so
_SURE = 0.8
_PATHS = frozenset({"to", "into", "from", "through", "by", "for", "toward", "towards", "within", "on to", "onto"})
_STATES = frozenset(
    "have know like love hate want need see hear believe think mean seem own contain include consist belong resemble "
    "require allow enable appear remain become cost lie stand face measure hold depend involve".split()
)
# Verbs whose subject is what something happens to.
_CHANGES = frozenset(
    "break crack crash fail stop fall die disappear vanish collapse melt rust leak burn explode sink warp peel fade "
    "chip rot shrink stretch shatter snap stall freeze flood burst decline decrease increase rise grow drop double "
    "triple dissolve evaporate expand shut close reopen merge".split()
)
_NO_HAPPENING = frozenset(
    "call name know consider locate situate base compose make use title describe regard define refer include divide "
    "associate connect relate intend design see find need own surround cover fill bear term dub measure".split()
)
# Verbs of coming to be: nothing has happened yet to what is built. "Published" and "released" tell of a work's fate.
_MADE = frozenset(
    "build compose conduct construct convene create design develop establish form found hold introduce invent launch "
    "make perform produce write".split()
)
# Not "relatively" or "quite": how heavy a fairly heavy thing is stays open.
_DEGREES = frozenset("very extremely really so too highly incredibly".split())


_FOCUS = frozenset({"only", "just", "merely", "solely"})


def action(setting: Setting) -> Iterator[Draft]:
    """ "The college joined the league in 1999." → What did the college do in 1999? Joined the league."""
    frame = setting.frame
    clause, tree = frame.clause, frame.tree
    said = any(part.source.role in {"object", "prepositional"} for part in frame.parts)
    if not is_plain(frame) or not said or base(tree.tokens[clause.verb]) in _STATES or setting.rng.random() >= _DONE:
        return
    setting_parts = _settings(frame)
    answer = _predicate(frame, clause.verb, setting_parts)
    if setting_parts and len(answer) > 1:  # "What did she do in Rome? → stayed"
        yield _draft(frame, "action", answer, ["what", *inverted(frame)[:2], "do"], setting_parts)


def happening(setting: Setting) -> Iterator[Draft]:
    """ "The bolts broke in 1990.", "The bridge was closed." → What happened to the bolts in 1990? Broke."""
    frame = setting.frame
    clause, tree = frame.clause, frame.tree
    verb, first = base(tree.tokens[clause.verb]), clause.verb_group[0]
    past = tree.tokens[first].tag == "VBD" and not clause.negated
    closed = clause.voice == "passive" and verb not in _NO_HAPPENING
    changed = clause.voice == "active" and verb in _CHANGES and not clause.by_role("object")
    setting_parts = _settings(frame)
    if not past or not (closed or changed) or not _is_definite(frame) or not (setting_parts or changed):
        return
    if setting.rng.random() >= (1.0 if changed else _HAPPENED):
        return
    if changed and (_is_will(frame) or _is_extent(frame)):
        return
    if verb in {"break", "chip"} and is_person(frame):  # "She broke with her party.", "The guests chipped in."
        return
    if any(tree.word(child) in _FOCUS for child in tree.of(clause.verb, ("advmod",))):  # "It was only seen in May."
        return
    answer = _predicate(frame, first, setting_parts)
    if answer and not (closed and verb in _MADE):
        yield _draft(frame, "happening", answer, ["what happened to", frame.write(frame.subject.tokens)], setting_parts)


def _is_will(frame: Frame) -> bool:
    """ "The court declined to hear it": what one does, and nothing that happens to one."""
    tree, verb = frame.tree, frame.clause.verb
    return base(tree.tokens[verb]) == "decline" and tree.has(verb, {"xcomp"})


def _is_extent(frame: Frame) -> bool:
    """ "The wall stretched along the coast": where it lay, and nothing that happened to it."""
    lies = base(frame.tree.tokens[frame.clause.verb]) in {"drop", "fall", "rise", "shrink", "stretch"}
    return lies and any(preposition_of(frame, part) in _ALONG for part in frame.parts)


_ALONG = frozenset("above across along beyond over past through toward towards".split())


def degree(setting: Setting) -> Iterator[Draft]:
    """ "The lid is very heavy." → How heavy is the lid? Very heavy."""
    frame = setting.frame
    tree = frame.tree
    for part in frame.parts:
        token = tree.tokens[part.source.head]
        if part.source.dep != "acomp" or token.tag != "JJ" or not is_copula(frame) or is_person(frame):
            continue
        adverbs = [one for one in tree.of(part.source.head, ("advmod",)) if tree.tokens[one].lemma in _DEGREES]
        if len(adverbs) != 1 or frame.verbs or tree.has(part.source.head, {"prep", "ccomp", "npadvmod", "conj"}):
            continue
        if tree.has(part.source.head, {"xcomp"}) and tree.tokens[adverbs[0]].lemma == "too":
            continue  # "too heavy to lift"
        answer = tuple(one for one in answer_tokens(tree, part.source) if adverbs[0] <= one <= part.source.head)
        if answer == (adverbs[0], part.source.head):  # "Very nice-looking" is not how looking it is
            ask = Ask(f"how {token.text.lower()}", answer, "degree", "how", "ADJECTIVE", confidence=_SURE)
            rest = tail(setting, without=part)
            used = rest.used | set(frame.subject.tokens)
            yield draft("attribute:degree", ask, [ask.wh, *inverted(frame), *rest.words], used)


def performance(setting: Setting) -> Iterator[Draft]:
    """ "The lid fits very well." → How does the lid fit? Very well."""
    frame = setting.frame
    tree, verb = frame.tree, frame.clause.verb
    if base(tree.tokens[verb]) not in _PERFORMING or frame.clause.voice == "passive" or is_person(frame):
        return
    for part in frame.parts:
        answer, head = tree.span(part.source.head), part.source.head
        said_how = tree.tokens[head].text.lower() in _WELL and part.source.dep in {"advmod", "acomp"} and head > verb
        compared = any(tree.tokens[one].text.lower() in {"as", "so", "too"} for one in answer)
        if said_how and not compared and answer[-1] == head and not tree.has(head, {"conj"}):
            ask = Ask("how", answer, "performance", "how", "ADVERB", confidence=_SURE)
            yield ask_part(setting, part, ask, "manner:performance")


_PERFORMING = frozenset("work perform function fit hold run clean cook cut heat wash".split())
_WELL = frozenset(
    "well great fine good perfectly nicely beautifully flawlessly wonderfully fantastic poorly badly".split()
)


def _draft(frame: Frame, name: str, answer: tuple[int, ...], words: list[str], kept: list[Part]) -> Draft:
    ask = Ask("what", answer, name, "what", "PREDICATE", confidence=_SURE)
    said = [(*part.source.preposition, *part.tokens) for part in kept]
    used = {*frame.subject.tokens, *(index for words in said for index in words)}
    return draft(f"predicate:{name}", ask, [*words, *map(frame.write, said)], used)


def _settings(frame: Frame) -> list[Part]:
    """Return the times and places of a clause that a question can say."""
    kept = (part for part in frame.parts if part.kept and not part.source.clausal and part.source.preposition)
    return [
        part
        for part in kept
        if part.source.role in {"time", "place"}
        and preposition_of(frame, part) not in _PATHS
        and not frame.readings.unresolved & set(part.tokens)
    ]


def _predicate(frame: Frame, first: int, without: list[Part]) -> tuple[int, ...]:
    """Return the words of the predicate from one on, up to what a question says; none where they are no one stretch."""
    tree = frame.tree
    gone = {index for part in without for index in tree.subtree(min((*part.source.preposition, part.source.head)))}
    own = tree.subtree(frame.clause.verb, _APART, {"relcl", "parataxis"}) - gone
    last = first
    while last + 1 < len(tree.tokens) and last + 1 in own:
        last += 1
    words = tree.trimmed(range(first, last + 1))
    needed = {part.source.head for part in frame.parts if part.source.role in {"object", "attribute", "complement"}}
    whole = set(frame.clause.verb_group) <= set(words) and needed <= set(words)
    points = any(tree.tokens[index].tag == "PRP" for index in words)  # "turned them back"
    return words if whole and not points and 0 < len(words) <= MAX_PREDICATE else ()


_APART = frozenset({"conj", "cc", "advcl", "parataxis", "relcl"})


def _is_definite(frame: Frame) -> bool:
    """Tell whether the subject is one that can be pointed at: a name, "the bridge", "its bolts"."""
    tree, words = frame.tree, frame.subject.tokens
    first = tree.tokens[words[0]]
    return (
        first.text.lower() == "the" or first.pos == "PROPN" or first.tag == "PRP$" or words[0] in frame.readings.instead
    )
