"""One sentence made two: an apposition, a relative clause or a coordinated clause stands on its own."""

from __future__ import annotations

from collections.abc import Sequence

from pie_qg.english import is_plural
from pie_qg.lexicon import TIME_NOUNS, words
from pie_qg.paraphrase.draft import Draft
from pie_qg.paraphrase.spans import (
    clause_stretch,
    full_stop,
    has_word,
    is_conditional,
    is_finite,
    root,
    stretch,
    subject,
    tidy,
    unbroken,
)
from pie_qg.tree import Tree

ARTICLES = words("a an the")
NAMED = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "WORK_OF_ART", "PRODUCT", "EVENT")
LONGEST_NAME = 7
"""Tokens of a phrase that may be said a second time."""


def apposition(tree: Tree) -> Draft | None:
    """ "Oglethorpe, a general, founded Georgia." → "Oglethorpe founded Georgia. Oglethorpe was a general." """
    verb, stop = root(tree), full_stop(tree)
    if verb is None or stop is None or not is_finite(tree, verb) or not tidy(tree, range(stop)):
        return None
    for head, token in enumerate(tree.tokens):
        if token.dep == "appos" and (span := _aside(tree, head, stop)) and _equates(tree, token.head, head, span):
            name = _name(tree, token.head, span[0])
            if name is not None:
                return _own_sentence_for_apposition(tree, verb, head, span, name)
    return None


def _aside(tree: Tree, head: int, stop: int) -> list[int] | None:
    """A phrase between commas, or between a comma and the full stop."""
    span = stretch(tree, head)
    if span is None or span[0] == 0 or not tidy(tree, span) or tree.tokens[span[0] - 1].text != ",":
        return None
    behind = span[-1] + 1
    if behind < stop and tree.tokens[behind + 1].pos not in ("VERB", "AUX", "ADV"):
        return None
    return span if behind <= stop and (tree.tokens[behind].text == "," or behind == stop) else None


def _equates(tree: Tree, noun: int, head: int, span: list[int]) -> bool:
    """Whether an apposition says what a named thing is: "Oglethorpe, a general", not an item of a list."""
    if tree.tokens[span[0]].text.lower() not in ARTICLES or tree.tokens[head].tag != "NN":
        return False
    listed = ("conj", "cc", "appos")
    if _is_deep(tree, noun):
        return False
    if tree.has(head, listed) or tree.has(noun, ("conj", "cc")) or tree.tokens[noun].dep in ("conj", "appos"):
        return False
    return tree.entity(noun) in NAMED and tree.tokens[noun].tag == "NNP" and not _has_relative_word(tree, span)


def _has_relative_word(tree: Tree, span: Sequence[int]) -> bool:
    return has_word(tree, span, ("who", "which", "whom", "whose"))


def _name(tree: Tree, noun: int, before: int) -> list[int] | None:
    """The phrase that an aside is about, right before its comma."""
    name = [index for index in sorted(tree.subtree(noun)) if index < before - 1]
    if not name or name[-1] != before - 2 or not unbroken(name) or len(name) > LONGEST_NAME:
        return None
    return (
        name
        if tidy(tree, name) and not has_word(tree, name, (",", ";", "which", "who", '"', "“", "”", "''", "``"))
        else None
    )


def _own_sentence_for_apposition(tree: Tree, verb: int, head: int, span: list[int], name: list[int]) -> Draft:
    draft = Draft(tree.sentence)
    line = _without_aside(tree, draft, span)
    form = "was" if _is_past(tree, verb) else "is"
    be = draft.add(form, "VBD" if form == "was" else "VBZ", "ROOT", -1, lemma="be", pos="AUX")
    again = _say_again(tree, draft, name, be)
    draft.hang(head, "attr", be)
    draft.lines = [line, [*again, be, *span, draft.add(".", ".", "punct", be)]]
    return draft


def _without_aside(tree: Tree, draft: Draft, span: list[int]) -> list[int]:
    """The line without a phrase and the commas around it."""
    gone = {*span, span[0] - 1}
    if tree.tokens[span[-1] + 1].text == ",":
        gone.add(span[-1] + 1)
    return [key for key in draft.lines[0] if key not in gone]


def _say_again(tree: Tree, draft: Draft, name: Sequence[int], verb: int, dep: str = "nsubj") -> list[int]:
    """Copy a phrase into another sentence, as the subject of a verb."""
    copies: dict[int, int] = {}
    top = next(index for index in name if tree.tokens[index].head not in name or tree.tokens[index].head == index)
    for index in name:
        copies[index] = draft.copy(index, tree.tokens[index].dep, verb)
    for index in name:
        if index == top:
            draft.hang(copies[index], dep, verb)
        else:
            draft.words[copies[index]].head = copies.get(tree.tokens[index].head, copies[top])
    return [copies[index] for index in name]


def _is_past(tree: Tree, verb: int) -> bool:
    helpers = sorted(tree.of(verb, ("aux", "auxpass")))
    return tree.tokens[helpers[0] if helpers else verb].tag == "VBD"


ABOUT_ALL = words("mean lead result cause make allow suggest imply indicate show help enable prevent")
"""Verbs whose "which" is often about all that was said: "it is soluble, which means that"."""


def relative_clause(tree: Tree) -> Draft | None:
    """ "The city, which was founded in 800, is rich." → "The city is rich. The city was founded in 800." """
    verb, stop = root(tree), full_stop(tree)
    if verb is None or stop is None or not is_finite(tree, verb):
        return None
    for head, token in enumerate(tree.tokens):
        if token.dep != "relcl" or not is_finite(tree, head):
            continue
        span = _aside(tree, head, stop)
        who = subject(tree, head)
        if span is None or who != span[0] or tree.tokens[who].text.lower() not in ("who", "which"):
            continue
        name = _name(tree, token.head, span[0])
        if token.lemma in ABOUT_ALL or name is None or not _stands_alone(tree, token.head, head):
            continue
        return _own_sentence_for_relative(tree, head, who, span, name)
    return None


def _stands_alone(tree: Tree, noun: int, head: int) -> bool:
    """Whether the antecedent is sure, agrees with the clause's verb, and needs nothing from the rest."""
    first = sorted([*tree.of(head, ("aux", "auxpass")), head])[0]
    tag, text = tree.tokens[first].tag, tree.tokens[first].text.lower()
    many = is_plural(tree.tokens, noun)
    if ((tag == "VBZ" or text == "was") and many) or ((tag == "VBP" or text == "were") and not many):
        return False
    if tree.has(noun, ("conj", "cc")) or tree.tokens[noun].pos not in ("NOUN", "PROPN") or _is_deep(tree, noun):
        return False
    return tree.entity(noun) in NAMED or (tree.has(noun, ("det", "poss")) and not _has_quantifier(tree, noun))


def _is_deep(tree: Tree, noun: int) -> bool:
    """Whether a clause may be about another noun, or about all: "leagues in Canada, which", "in that period, which"."""
    token = tree.tokens[noun]
    if token.dep in ("conj", "appos", "poss"):
        return True
    above = tree.tokens[token.head]
    timed = token.lemma.lower() in TIME_NOUNS
    return token.dep == "pobj" and (timed or tree.tokens[above.head].pos not in ("VERB", "AUX"))


def _has_quantifier(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[index].text.lower() in _QUANTIFIERS for index in tree.of(noun, ("det", "amod", "nummod")))


_QUANTIFIERS = words("a an no any some each every all most many few both either neither several")


def _own_sentence_for_relative(tree: Tree, head: int, who: int, span: list[int], name: list[int]) -> Draft:
    draft = Draft(tree.sentence)
    line = _without_aside(tree, draft, span)
    again = _say_again(tree, draft, name, head, tree.tokens[who].dep)
    draft.hang(head, "ROOT", head)
    own = [key for key in span if key != who]
    draft.lines = [line, [*again, *own, draft.add(".", ".", "punct", head)]]
    return draft


def coordination(tree: Tree) -> Draft | None:
    """ "The city fell in 1664, and the Dutch left." → "The city fell in 1664. The Dutch left." """
    verb, stop = root(tree), full_stop(tree)
    if verb is None or stop is None or not is_finite(tree, verb) or tree.has(verb, ("preconj",)):
        return None
    found = [child for child in tree.of(verb, ("conj",)) if child > verb]
    if len(found) != 1 or not is_finite(tree, found[0]):
        return None
    second, who = found[0], subject(tree, found[0])
    if who is not None:
        return _two_clauses(tree, verb, second, stop)
    return _shared_subject(tree, verb, second, stop)


def _two_clauses(tree: Tree, verb: int, second: int, stop: int) -> Draft | None:
    """Cut before a clause that has a subject of its own, at ", and", ", but" or a semicolon."""
    clause = clause_stretch(tree, second, stop)
    join = [index for index in tree.of(verb, ("cc", "punct")) if verb < index < second]
    if clause is None or clause[-1] + 1 != stop or not tidy(tree, clause) or is_conditional(tree, verb):
        return None
    cut = [index for index in join if index < clause[0]]
    if not cut or not unbroken([*cut, clause[0]]) or not _is_joint(tree, cut):
        return None
    if tree.tokens[clause[0]].pos in ("CCONJ", "SCONJ") or subject(tree, verb) is None or clause[0] > second:
        return None
    if cut[0] == verb + 1 and tree.tokens[cut[0]].text == "and":
        return None  # "The party supported and the House passed a law."
    draft = _cut(tree, second, cut, clause, [])
    if tree.tokens[cut[-1]].text == "but" and has_word(tree, clause[:2], ("nevertheless", "however", "still", "yet")):
        return None
    if tree.tokens[cut[-1]].text == "but":
        however = draft.add("However", "RB", "advmod", second)
        draft.lines[1][:0] = [however, draft.add(",", ",", "punct", second)]
    return draft


def semicolon(tree: Tree) -> Draft | None:
    """ "The English took the city; they renamed it." → "The English took the city. They renamed it." """
    verb, stop = root(tree), full_stop(tree)
    found = [index for index, token in enumerate(tree.tokens) if token.text == ";"]
    if verb is None or stop is None or len(found) != 1 or not is_finite(tree, verb) or found[0] > verb:
        return None
    at = found[0]
    first = [child for child in tree.of(verb, ("ccomp",)) if child < at]
    if (
        len(first) != 1
        or not is_finite(tree, first[0])
        or subject(tree, first[0]) is None
        or subject(tree, verb) is None
    ):
        return None
    left, right = range(at), range(at + 1, len(tree.tokens))
    if tree.subtree(first[0]) != set(left) or not tidy(tree, left) or tree.tokens[at + 1].pos in ("CCONJ", "SCONJ"):
        return None
    draft = Draft(tree.sentence)
    draft.hang(first[0], "ROOT", first[0])
    draft.lines = [[*left, draft.add(".", ".", "punct", first[0])], [*right]]
    return draft


def _is_joint(tree: Tree, cut: list[int]) -> bool:
    return [tree.tokens[index].text.lower() for index in cut] in ([",", "and"], [",", "but"], [";"], ["and"])


def _shared_subject(tree: Tree, verb: int, second: int, stop: int) -> Draft | None:
    """ "Andros was jailed in Boston and returned to England." → "… Andros returned to England." """
    who = subject(tree, verb)
    clause = clause_stretch(tree, second, stop)
    name = stretch(tree, who) if who is not None else None
    if who is None or clause is None or name is None or name[0] != 0 or clause[-1] + 1 != stop:
        return None
    cut = [index for index in tree.of(verb, ("cc", "punct")) if verb < index < clause[0]]
    if not cut or not unbroken([*cut, clause[0]]) or not _is_joint(tree, cut) or tree.tokens[cut[-1]].text != "and":
        return None
    if clause[0] != second and tree.tokens[clause[0]].dep not in ("aux", "auxpass", "advmod"):
        return None
    if len(name) > LONGEST_NAME or (tree.tokens[who].pos == "PRON" and tree.tokens[who].text.lower() in _NO_REPEAT):
        return None
    if not _same_scope(tree, verb, second) or not tidy(tree, clause):
        return None
    if tree.has(who, ("relcl", "conj", "acl", "appos")):
        return None
    return _cut(tree, second, cut, clause, name)


_NO_REPEAT = words("that this which who what there it these those one some others")


def _same_scope(tree: Tree, verb: int, second: int) -> bool:
    """Whether each verb has a tense and auxiliaries of its own: "was built and burned" shares its "was"."""
    first_group, second_group = sorted(tree.of(verb, ("aux", "auxpass"))), sorted(tree.of(second, ("aux", "auxpass")))
    if tree.has(verb, ("neg", "advcl", "expl", "mark")) or tree.tokens[second].tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    if tree.tokens[second].tag == "VBN" and not second_group:
        return False
    if first_group and not second_group and tree.tokens[verb].tag == "VBN":
        return False  # "was built and burned": a past tense and a participle look the same
    return not (first_group and not second_group and tree.tokens[verb].tag == tree.tokens[second].tag)


def _cut(tree: Tree, second: int, cut: list[int], clause: list[int], name: list[int]) -> Draft:
    draft = Draft(tree.sentence)
    verb = tree.tokens[second].head
    again = _say_again(tree, draft, name, second, tree.tokens[_top(tree, name)].dep) if name else []
    if name and tree.has(second, ("auxpass",)):
        draft.words[again[name.index(_top(tree, name))]].dep = "nsubjpass"
    elif name:
        draft.words[again[name.index(_top(tree, name))]].dep = "nsubj"
    draft.hang(second, "ROOT", second)
    final = draft.lines[0][-1]
    draft.hang(final, "punct", second)
    first = [key for key in draft.lines[0] if key < cut[0]]
    while tree.tokens[first[-1]].text == ",":
        first.pop()
    draft.lines = [[*first, draft.add(".", ".", "punct", verb)], [*again, *clause, final]]
    return draft


def _top(tree: Tree, name: Sequence[int]) -> int:
    return next(index for index in name if tree.tokens[index].head not in name or tree.tokens[index].head == index)
