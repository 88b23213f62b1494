"""Questions that ask for a name, a date, a number or a kind deep inside a phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pie_qg.constituents import PLACE_ENTITIES, TIME_ENTITIES, noun_phrase
from pie_qg.questions.ask import Ask
from pie_qg.questions.assemble import Setting, draft, plain, tail
from pie_qg.questions.draft import Draft
from pie_qg.questions.frame import Frame, Part
from pie_qg.questions.held import denied
from pie_qg.questions.inside import NEVER_ASKED, shortened
from pie_qg.questions.judge import is_copula, is_quoted
from pie_qg.questions.modifiers import EMPTY_HEADS
from pie_qg.questions.nouns import PLACES, noun_class
from pie_qg.questions.wh import asks
from pie_qg.tree import Tree

IN_PLACE, FRONTED = 0.9, 0.8  # how sure
_FRONT = 0.5  # share of the times and places that go to the front, with their preposition
_FRONTING = frozenset({"in", "at", "on", "during"})
_CLASSED = frozenset({"name", "class", "owner", "date", "number", "percentage"})
_RESPECTS = frozenset("sense level basis manner respect".split())
_END = "\0"  # stands behind the wh-phrase until the rest is cut off


def deep(setting: Setting) -> Iterator[Draft]:
    """ "They left the port of Oslo." → They left the port of which city?

    Each name, date, number and kind that hangs on a preposition inside the subject or a part is asked for where it
    stands; a share of the times and places goes to the front.
    """
    frame = setting.frame
    if frame.subject.source.dep == "expl":
        return
    for part in (frame.subject, *frame.parts):
        if not part.kept or part.source.preposition[:1] > part.tokens[:1]:  # "the town in which he lived"
            continue
        for noun in part.tokens:
            if part.source.clausal and part.tokens[-1] not in frame.tree.subtree(noun):
                continue  # "says that the port of which city": what is said of it would be lost
            for ask in _asks(setting, part, noun):
                if part is not frame.subject and _fronts(setting, noun) and _is_of_clause(part):
                    yield _fronted(setting, part, frame.tree.tokens[noun].head, ask)
                else:
                    yield _in_place(setting, part, noun, ask)


def _asks(setting: Setting, part: Part, noun: int) -> Iterator[Ask]:
    """Yield what can be asked for a noun with a preposition of its own: only what names a class, or a person."""
    tree = setting.frame.tree
    preposition = _preposition(tree, noun)
    if noun == part.source.head or preposition not in part.tokens or is_quoted(tree, noun):
        return
    if tree.tokens[preposition].lemma.lower() in NEVER_ASKED or _leads(tree, preposition):
        return
    if denied(tree, tree.span(noun)):  # "logics with no function symbols"
        return
    found = noun_phrase(tree, noun, "prepositional", preposition=(preposition,))
    for ask in asks(tree, found, setting.frame.readings, setting.rng):
        if ask.rule == "kind" and _tells_kind(tree, noun, preposition):
            yield ask
        elif ask.rule == "kind" or tree.has(noun, {"conj", "cc"}):  # one of a list is not asked for alone
            continue
        elif ask.rule == "person" and _is_somebody(tree, noun, preposition, ask):
            if not setting.first_person:  # "a bottle of Ajax": authors of reviews name brands
                office = tree.tokens[preposition].text.lower() == "as"  # "the last to serve as Senator"
                yield replace(ask, wh="what", type="what") if office else replace(ask, wh="whom")
        elif ask.rule == "owner" and ask.wh.startswith("whose") and ask.answer_type != "PERSON":
            continue  # "the women's movement"
        elif ask.rule == "class" and tree.tokens[tree.tokens[preposition].head].lemma in EMPTY_HEADS:
            continue  # "any kind of chocolate"
        elif (
            ask.rule in _CLASSED
            and " " in ask.wh
            and (not _names(tree, preposition) or _says_where(tree, preposition, ask))
        ):
            yield ask


def _tells_kind(tree: Tree, noun: int, preposition: int) -> bool:
    """ "the walls of Gothic churches"; not "at the social level", "a type of Gothic church", part of a name."""
    above = tree.tokens[tree.tokens[preposition].head].lemma
    return tree.tokens[noun].lemma not in _RESPECTS and above not in EMPTY_HEADS and not _names(tree, preposition)


def _is_somebody(tree: Tree, noun: int, preposition: int, ask: Ask) -> bool:
    place = noun_class(tree.tokens[tree.tokens[preposition].head].lemma) in PLACES  # "the district of Bishnupur"
    named = ask.answer_type == "PERSON" and tree.tokens[noun].pos == "PROPN"
    return named and not place and not _names(tree, preposition)


def _says_where(tree: Tree, preposition: int, ask: Ask) -> bool:
    """ "the Partisans in Dalmatia", "the Olympics in 1988"; not "Verliebt in Berlin", "the club Men in Rome"."""
    name = tree.tokens[preposition].head
    if ask.answer_type != "GPE":
        return ask.answer_type == "DATE"
    title = any(tree.tokens[index].text.islower() for index in tree.of(name, ("compound",)))
    articled = tree.has(name, {"det"}) and not (title and tree.tokens[preposition].text == "in")
    return tree.tokens[name].tag == "NNPS" or articled


def _preposition(tree: Tree, noun: int) -> int:
    """Return the preposition that a noun hangs on; -1 for none, and for one of a list: "of and for the city"."""
    preposition = tree.tokens[noun].head
    listed = tree.has(preposition, {"conj", "cc"})
    return preposition if tree.tokens[noun].dep == "pobj" and not listed else -1


def _names(tree: Tree, preposition: int) -> bool:
    """ "the House of Representatives": what is part of a name is not asked for, unless it says when or where."""
    return tree.tokens[tree.tokens[preposition].head].pos == "PROPN"


def _leads(tree: Tree, preposition: int) -> bool:
    """ "instead of the sea", "because of the war": a preposition of two words, which says what is not the case."""
    above = tree.tokens[tree.tokens[preposition].head]
    return above.pos in {"ADP", "ADV", "SCONJ"} and tree.tokens[preposition].head == preposition - 1


def _fronts(setting: Setting, noun: int) -> bool:
    tree = setting.frame.tree
    above = tree.tokens[tree.tokens[noun].head].text.lower()
    verb = tree.tokens[tree.tokens[tree.tokens[noun].head].head]
    fits = above in _FRONTING and tree.entity(noun) in PLACE_ENTITIES | TIME_ENTITIES
    fits = fits and verb.pos not in {"VERB", "AUX"}  # "works beginning in the 1970s": when they began
    return fits and setting.rng.random() < _FRONT


def _is_of_clause(part: Part) -> bool:
    """ "They won the league in 1995"; not "they sold food to the farms in Cuba", "it is the end of a war in May"."""
    return part.source.role == "object" and not part.source.preposition


def _fronted(setting: Setting, part: Part, preposition: int, ask: Ask) -> Draft:
    """ "It won the league in 1995." → In what year did it win the league?"""
    tree = setting.frame.tree
    lead = tree.tokens[preposition].text.lower()
    return shortened(setting, part, tree.subtree(preposition), ask, f"deep:{ask.rule}", FRONTED, lead=lead)


def _in_place(setting: Setting, part: Part, noun: int, ask: Ask) -> Draft:
    """Say the clause as a statement with the wh-phrase in it; what follows it in the predicate is left out."""
    frame = setting.frame
    gone = frame.tree.subtree(noun)
    before = tuple(index for index in part.tokens if index < min(gone))
    after = tuple(index for index in part.tokens if index > max(gone))
    if part is frame.subject:
        rest = tail(setting)
        verbs = plain(frame)[1:]
        words = [frame.write(before), ask.wh, frame.write(after), *verbs, *rest.words]
    else:
        lead = frame.write((*part.source.preposition, *before))
        rest = tail(setting, replaced=(part, [lead, ask.wh, _END]))
        words = [*plain(frame), *rest.words[: rest.words.index(_END)]]
    used = (rest.used - _behind(frame, part)) | set(before) | set(frame.subject.tokens) - gone
    cut = part is frame.subject and not rest.words and is_copula(frame)  # "The shore of what sea was?"
    return draft(f"deep:{ask.rule}", ask, words, used, 0.0 if cut else IN_PLACE)


def _behind(frame: Frame, part: Part) -> set[int]:
    """Return the words of what follows a part that is not the subject: no question says them."""
    later = frame.parts[frame.parts.index(part) + 1 :] if part in frame.parts else ()
    return {index for one in later for index in (*one.source.preposition, *one.tokens)}
