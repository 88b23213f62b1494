"""The order of a sentence's parts: adverbials and subordinate clauses, in front and at the end.

Each rule takes the sentence's tree and returns a draft, or None where it does not apply.
"""

from __future__ import annotations

from pie_qg.constituents import SUBJECTS, TIME_ENTITIES
from pie_qg.lexicon import TIME_NOUNS, words
from pie_qg.paraphrase.draft import Draft
from pie_qg.paraphrase.spans import (
    CLAUSES,
    THIRD_PERSON,
    clause_stretch,
    full_stop,
    has_word,
    is_finite,
    root,
    stretch,
    subject,
    tidy,
    unbroken,
)
from pie_qg.tree import Tree

TIME_FIRST = words("in during after before since until by at on throughout within following")
PLACE_FIRST = words("in at on")
MOVABLE_MARKS = words("because when if although though while after before since unless once until whereas")
LONGEST_FRONT = 8
"""Tokens of an adverbial that may move to the front: longer ones read badly there."""

LONGEST_CLAUSE = 14


def adverbial_to_end(tree: Tree) -> Draft | None:
    """ "In 2009, the museum reopened." → "The museum reopened in 2009." """
    verb, stop = root(tree), full_stop(tree)
    if verb is None or stop is None or tree.tokens[verb].pos not in ("VERB", "AUX"):
        return None
    front = _front(tree, verb)
    if front is None or not _plain_to_the_end(tree, verb, front):
        return None
    comma = front[-1] + 1
    draft = Draft(tree.sentence)
    draft.drop([*front, comma])
    draft.put(front, after=stop - 1)
    return draft


def _front(tree: Tree, verb: int) -> list[int] | None:
    """The adverbial of time or place that begins the sentence, with a comma behind it and the subject behind that."""
    first = next(iter(sorted(tree.children[verb])), None)
    if first is None or not _is_setting(tree, first):
        return None
    front = stretch(tree, first)
    if front is None or front[0] != 0 or front[-1] >= verb or not tidy(tree, front):
        return None
    comma, head = front[-1] + 1, subject(tree, verb)
    if tree.tokens[comma].text != "," or head is None or tree.tokens[comma].head != verb:
        return None
    phrase = stretch(tree, head)
    return front if phrase is not None and phrase[0] == comma + 1 else None


def _is_setting(tree: Tree, head: int) -> bool:
    """Whether an adverbial says when, or where by name: it may stand at either end of a clause."""
    token = tree.tokens[head]
    if token.dep == "npadvmod":
        return tree.entity(head) in TIME_ENTITIES
    if token.dep != "prep" or any(tree.tokens[child].dep not in ("pobj",) for child in tree.children[head]):
        return False
    target = tree.first(head, ("pobj",))
    if target is None or tree.tokens[target].pos == "PRON":
        return False
    if tree.has(target, ("relcl", "acl", "appos", "conj", "cc")):
        return False
    time = (
        token.text.lower() == "during"
        or tree.entity(target) in TIME_ENTITIES
        or tree.tokens[target].lemma.lower() in TIME_NOUNS
    )
    place = tree.entity(target) in ("GPE", "LOC") and tree.tokens[target].pos == "PROPN"
    word = token.text.lower()
    return (time and word in TIME_FIRST) or (place and word in PLACE_FIRST)


def _plain_to_the_end(tree: Tree, verb: int, front: list[int]) -> bool:
    """Whether what is put at the end of the clause could only belong to its verb."""
    tail = range(verb + 1, len(tree.tokens) - 1)
    if any(tree.tokens[index].dep in CLAUSES or tree.tokens[index].text in ",;:–—-" for index in tail):
        return False
    if any(tree.tokens[index].dep == "prep" and tree.tokens[index].text.lower() in TIME_FIRST for index in tail):
        return False
    return len(tail) + len(front) <= 16 and not tree.has(verb, ("expl", "neg")) and tidy(tree, tail)


def adverbial_to_front(tree: Tree) -> Draft | None:
    """ "The museum reopened in 2009 after a fire." → "In 2009, the museum reopened after a fire." """
    verb, stop = root(tree), full_stop(tree)
    if verb is None or stop is None or not _starts_with_subject(tree, verb):
        return None
    if tree.has(verb, ("conj", "ccomp", "xcomp", "parataxis", "advcl", "cc", "neg", "expl", "dep")):
        return None
    for child in sorted(tree.of(verb, ("prep", "npadvmod"))):
        phrase = stretch(tree, child)
        if child > verb and phrase and _may_come_first(tree, child, phrase, stop):
            return _fronted(tree, verb, phrase)
    return None


def _starts_with_subject(tree: Tree, verb: int) -> bool:
    head = subject(tree, verb)
    if head is None or not is_finite(tree, verb):
        return False
    phrase = stretch(tree, head)
    return phrase is not None and phrase[0] == 0 and tidy(tree, phrase) and not _hides_its_case(tree)


def _hides_its_case(tree: Tree) -> bool:
    """ "Dense fog fell": the first word is tagged as a name, and whether it keeps its capital cannot be told."""
    first, second = tree.tokens[:2]
    return first.pos == "PROPN" and tree.entity(0) == "" and second.pos in ("NOUN", "ADJ")


def _may_come_first(tree: Tree, head: int, phrase: list[int], stop: int) -> bool:
    """Whether a time stands at the very end, or between other adverbials, with no comma around it."""
    if not _is_setting(tree, head) or len(phrase) > LONGEST_FRONT or tree.entity(phrase[-1]) in ("GPE", "LOC"):
        return False
    if tree.tokens[phrase[0]].text.lower() == "by":
        return False
    if phrase[-1] >= stop:
        return False
    around = (tree.tokens[phrase[0] - 1].text, tree.tokens[phrase[-1] + 1].text)
    if "," in around or around[0] in ("and", "or", "only", "not", "-", "–", "early", "late"):
        return False
    elsewhere = set(range(tree.tokens[head].head + 1, stop)) - set(phrase)
    if any(tree.entity(index) in TIME_ENTITIES for index in elsewhere):
        return False  # "rose from 7 in January to 15 in October"
    last = phrase[-1] + 1 == stop or tree.tokens[phrase[-1] + 1].dep in ("prep", "agent")
    return last and tidy(tree, phrase) and tree.tokens[phrase[0] - 1].dep != "prep"


def _fronted(tree: Tree, verb: int, phrase: list[int]) -> Draft:
    draft = Draft(tree.sentence)
    comma = draft.add(",", ",", "punct", verb)
    draft.drop(phrase)
    draft.lines[0][:0] = [*phrase, comma]
    return draft


def clause_to_end(tree: Tree) -> Draft | None:
    """ "Because it rained, the game was stopped." → "The game was stopped because it rained." """
    verb, stop = root(tree), full_stop(tree)
    if verb is None or stop is None:
        return None
    front = _subordinate(tree, verb, before=True)
    if front is None or front[0] != 0:
        return None
    comma = front[-1] + 1
    rest = range(comma + 1, stop)
    if comma >= stop or tree.tokens[comma].text != "," or has_word(tree, rest, THIRD_PERSON) or not tidy(tree, rest):
        return None
    if tree.has(verb, ("conj", "ccomp", "parataxis", "expl")) or any(tree.tokens[i].text in ",;:" for i in rest):
        return None
    if any(tree.tokens[index].dep in CLAUSES - {"ROOT"} for index in rest):
        return None
    draft = Draft(tree.sentence)
    draft.drop([*front, comma])
    draft.put(front, after=stop - 1)
    return draft


def clause_to_front(tree: Tree) -> Draft | None:
    """ "The game was stopped because it rained." → "Because it rained, the game was stopped." """
    verb, stop = root(tree), full_stop(tree)
    if verb is None or stop is None or not _starts_with_subject(tree, verb):
        return None
    clause = _subordinate(tree, verb, before=False)
    if clause is None or clause[-1] + 1 != stop or tree.has(verb, ("conj", "ccomp", "parataxis", "neg", "xcomp")):
        return None
    before = clause[0] - 1
    comma = tree.tokens[before].text == ","
    when = tree.tokens[clause[0]].text.lower() == "when"
    if len(clause) > LONGEST_CLAUSE or (when and (comma or tree.tokens[verb].lemma == "be")):
        return None
    if any(tree.tokens[index].text in (",", ";", ":") for index in range(verb, before)):
        return None
    draft = Draft(tree.sentence)
    draft.drop([*clause, before] if comma else clause)
    draft.lines[0][:0] = [*clause, draft.add(",", ",", "punct", verb)]
    return draft


def _subordinate(tree: Tree, verb: int, *, before: bool) -> list[int] | None:
    """The one finite adverbial clause with a subject of its own, on that side of the verb."""
    found = [child for child in tree.of(verb, ("advcl",)) if (child < verb) == before]
    if len(found) != 1 or not is_finite(tree, found[0]) or not tree.has(found[0], SUBJECTS):
        return None
    clause = clause_stretch(tree, found[0], len(tree.tokens) - 1)
    if clause is None or not tidy(tree, clause) or tree.tokens[clause[0]].text.lower() not in MOVABLE_MARKS:
        return None
    if tree.tokens[clause[-1]].text in (",", ";") or tree.tokens[clause[0]].head != found[0]:
        return None
    return clause if unbroken(clause) else None
