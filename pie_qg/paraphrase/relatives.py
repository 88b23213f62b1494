"""Relative clauses and participles behind a noun: one made the other, and the relative word exchanged."""

from __future__ import annotations

from pie_qg.constituents import SUBJECTS, TIME_ENTITIES
from pie_qg.english import base, inflect, is_plural
from pie_qg.lexicon import TIME_NOUNS, words
from pie_qg.paraphrase.draft import Draft
from pie_qg.paraphrase.spans import auxiliaries, is_finite, tidy
from pie_qg.tree import Tree

BE = {("VBD", False): "was", ("VBD", True): "were", ("VBZ", False): "is", ("VBZ", True): "are"}
NAMING = words("call know name title entitle dub base give compare")
"""Participles that lose their ring in a clause of their own: "a man called Smith", "based on", "given to"."""
PERCEPTION = words("hear see find have get want keep leave make feel watch need like")
"""Verbs with an object and a participle that says what is done to it: "heard the word used"."""


def participle_to_clause(tree: Tree) -> Draft | None:
    """ "Methods used in physics are new." → "Methods that are used in physics are new." """
    for verb, token in enumerate(tree.tokens):
        if token.dep != "acl" or token.tag != "VBN" or token.lemma in NAMING or not _right_behind(tree, verb):
            continue
        tense = _tense_above(tree, token.head)
        if tense is None or any(tree.entity(index) in TIME_ENTITIES for index in tree.subtree(verb)):
            continue
        draft = Draft(tree.sentence)
        be = BE[tense, is_plural(tree.tokens, token.head)]
        that = draft.add("that", "WDT", "nsubjpass", verb, pos="PRON")
        helper = draft.add(
            be, "VBD" if tense == "VBD" else "VBZ" if be == "is" else "VBP", "auxpass", verb, lemma="be", pos="AUX"
        )
        draft.words[verb].dep = "relcl"
        draft.put([that, helper], after=verb - 1)
        return draft
    return None


def _right_behind(tree: Tree, verb: int) -> bool:
    """Whether a participle with a phrase of its own follows a bare common noun directly, with nothing before it."""
    noun = tree.tokens[verb].head
    if tree.tokens[noun].tag == "NN" and not tree.has(noun, ("det", "poss")):
        return False
    if noun != verb - 1 or tree.tokens[noun].pos != "NOUN" or tree.has(noun, ("conj", "cc", "prep", "relcl", "appos")):
        return False
    above = tree.tokens[noun]
    if above.dep == "conj":
        return False  # "the missions were closed and the lands sold": a clause of its own
    if above.dep == "dobj" and tree.tokens[above.head].lemma in PERCEPTION:
        return False
    if above.dep == "pobj" and tree.tokens[tree.tokens[above.head].head].pos not in ("VERB", "AUX"):
        return False
    children = tree.children[verb]
    if any(tree.has(child, ("pcomp",)) for child in children):
        return False
    first = min(tree.subtree(noun))
    if first and tree.tokens[first].pos == "DET" and tree.tokens[first - 1].pos in ("NOUN", "PROPN"):
        return False  # "the aid the state rendered to them": a relative clause with no relative word
    if not children or min(children) < verb or not tree.has(verb, ("prep", "agent")):
        return False
    return not tree.has(verb, ("dobj", "oprd", "xcomp", "ccomp", "conj", "neg")) and tidy(tree, tree.subtree(verb))


def _tense_above(tree: Tree, noun: int) -> str | None:
    """The tense of the clause that a noun stands in, where that is a plain past or present and not a perfect."""
    for above in tree.ancestors(noun):
        if tree.tokens[above].pos in ("VERB", "AUX") and is_finite(tree, above):
            helpers = auxiliaries(tree, above)
            if any(tree.tokens[each].lemma == "have" for each in helpers):
                return None
            tag = tree.tokens[helpers[0] if helpers else above].tag
            return {"VBD": "VBD", "VBZ": "VBZ", "VBP": "VBZ"}.get(tag)
    return None


def clause_to_participle(tree: Tree) -> Draft | None:
    """ "Methods that are used in physics are new." → "Methods used in physics are new." """
    for verb, token in enumerate(tree.tokens):
        if token.dep != "relcl" or token.tag != "VBN" or verb < 3:
            continue
        word, helper = tree.tokens[verb - 2], tree.tokens[verb - 1]
        plain = word.text.lower() in ("that", "which", "who") and word.dep == "nsubjpass" and helper.dep == "auxpass"
        if not plain or helper.text.lower() not in BE.values() or word.head != verb or token.head != verb - 3:
            continue
        if min(tree.children[verb]) != verb - 2 or not tree.has(verb, ("prep", "agent")) or tree.has(verb, ("conj",)):
            continue
        draft = Draft(tree.sentence)
        draft.drop([verb - 2, verb - 1])
        draft.words[verb].dep = "acl"
        return draft
    return None


STATES = words("be have do become seem appear know think want need like love hate mean own belong exist happen occur")


def clause_to_present_participle(tree: Tree) -> Draft | None:
    """ "A lens is a device that bends light." → "A lens is a device bending light." """
    for verb, token in enumerate(tree.tokens):
        who = verb - 1
        if token.dep != "relcl" or token.tag not in ("VBZ", "VBP") or token.lemma in STATES or verb < 2:
            continue
        word, noun = tree.tokens[who], token.head
        if word.text.lower() not in ("that", "which") or word.dep != "nsubj" or word.head != verb or noun != who - 1:
            continue
        if tree.has(verb, ("conj", "aux", "neg", "cc")) or _singled_out(tree, noun) or tree.tokens[noun].pos != "NOUN":
            continue
        draft = Draft(tree.sentence)
        draft.say(verb, inflect(base(token), "VBG"), tag="VBG")
        draft.words[verb].dep = "acl"
        draft.drop([who])
        return draft
    return None


def _singled_out(tree: Tree, noun: int) -> bool:
    """ "the first man that walked" was not walking."""
    singles = ("first", "last", "only", "next", "one")
    return any(
        tree.tokens[i].tag in ("JJS", "RBS") or tree.tokens[i].text.lower() in singles for i in tree.subtree(noun)
    )


def which_to_that(tree: Tree) -> Draft | None:
    """ "the houses which he built" → "the houses that he built"."""
    for index, token in enumerate(tree.tokens):
        if token.text != "which" or token.dep not in ("nsubj", "nsubjpass", "dobj") or index == 0:
            continue
        noun = tree.tokens[token.head].head
        counted = tree.tokens[noun].tag == "NNS" or tree.has(noun, ("det", "poss"))
        if tree.tokens[token.head].dep == "relcl" and noun == index - 1 and tree.tokens[noun].pos == "NOUN" and counted:
            draft = Draft(tree.sentence)
            draft.say(index, "that", lemma="that")
            return draft
    return None


def silent_that(tree: Tree) -> Draft | None:
    """ "the house he built" → "the house that he built"."""
    for verb, token in enumerate(tree.tokens):
        if token.dep != "relcl" or tree.tokens[token.head].pos != "NOUN" or not tree.has(verb, ("nsubj",)):
            continue
        clause = tree.subtree(verb)
        first = min(clause)
        gap = not tree.has(verb, ("dobj", "attr", "acomp", "ccomp", "nsubjpass", "prep", "xcomp", "mark", "advmod"))
        if not gap or first != token.head + 1 or any(tree.tokens[i].tag in ("WDT", "WP", "WRB", "WP$") for i in clause):
            continue
        if any(tree.tokens[i].text.lower() == "that" for i in clause) or not set(tree.of(verb, SUBJECTS)):
            continue
        draft = Draft(tree.sentence)
        draft.put([draft.add("that", "WDT", "dobj", verb, pos="PRON")], after=token.head)
        return draft
    return None


def in_which_to_where(tree: Tree) -> Draft | None:
    """ "the city in which he lived" → "the city where he lived"; "the year in which" → "the year when"."""
    for index in range(1, len(tree.tokens) - 1):
        word, which = tree.tokens[index], tree.tokens[index + 1]
        verb = word.head
        plain = word.text == "in" and word.dep == "prep" and which.text == "which" and which.head == index
        noun = tree.tokens[verb].head
        if not plain or tree.tokens[verb].dep != "relcl" or noun != index - 1 or tree.tokens[noun].pos != "NOUN":
            continue
        if tree.tokens[noun].lemma.lower() in ("way", "manner", "extent", "degree", "sense", "direction", "order"):
            continue
        when = tree.tokens[noun].lemma.lower() in TIME_NOUNS
        draft = Draft(tree.sentence)
        draft.say(index, "when" if when else "where", lemma="when" if when else "where", tag="WRB")
        draft.words[index].pos, draft.words[index].dep = "SCONJ", "advmod"
        draft.drop([index + 1])
        return draft
    return None


THINGS = words(
    "system policy reaction device place city building law process method program area region period event form "
    "part type structure model language game war team company book story river road island country state village "
    "area site force disease drug cell protein acid material metal plant animal crop tool machine theory idea "
    "rule term word name work paper act bill tax cost rate issue problem factor effect result goal group club "
    "band album song film church school house room wall bridge ship train car engine product item service market "
    "trade industry bank store color"
)
THING_ENDS = (
    "tion",
    "sion",
    "ment",
    "ity",
    "ness",
    "ance",
    "ence",
    "ism",
    "ure",
    "sis",
    "age",
    "ics",
    "ogy",
    "graphy",
    "ship",
)


def that_to_which(tree: Tree) -> Draft | None:
    """ "a system that saves power" → "a system which saves power"."""
    for index, token in enumerate(tree.tokens):
        verb = token.head
        if token.text != "that" or token.dep not in ("nsubj", "nsubjpass") or tree.tokens[verb].dep != "relcl":
            continue
        noun, lemma = tree.tokens[verb].head, tree.tokens[tree.tokens[verb].head].lemma.lower()
        if noun == index - 1 and tree.tokens[noun].pos == "NOUN" and (lemma in THINGS or lemma.endswith(THING_ENDS)):
            draft = Draft(tree.sentence)
            draft.say(index, "which", lemma="which")
            return draft
    return None
