"""Active and passive voice, exchanged where the clause says who does what to whom in the plain order."""

from __future__ import annotations

from pie_qg.constituents import SUBJECTS, TIME_ENTITIES
from pie_qg.english import agree, base, inflect, is_plural
from pie_qg.lexicon import words
from pie_qg.paraphrase.draft import Draft
from pie_qg.paraphrase.spans import auxiliaries, has_word, is_plain_name_or_noun, root, stretch, tidy
from pie_qg.tree import Tree

PASSIVE_VERBS = words(
    "abolish accept acquire adopt affect announce appoint approve assassinate attack attract ban build burn buy "
    "capture carry cause colonize commission compose condemn confirm conquer construct control create criticize "
    "damage declare defeat defend define demolish deploy depict design destroy detect determine develop direct "
    "discover donate edit elect eliminate employ encourage endorse establish examine execute expand explore film "
    "finance fire form found fund generate govern grant hire host identify illustrate influence inhibit initiate "
    "inspire install introduce invade invent investigate issue kill launch lead liberate limit manage manufacture "
    "murder negotiate nominate observe occupy operate oppose organize oversee own paint perform pioneer portray "
    "praise prevent print produce promote propose protect provide publish purchase ratify reject release remove "
    "renovate repair replace represent rescue restrict reveal revise rule select sign sponsor steal study "
    "supervise supply support suppress surround translate trigger use utilize violate visit win write conduct "
    "facilitate challenge accompany achieve assemble celebrate collect compile complete deny describe discuss "
    "document draft estimate export import harvest implement inherit integrate maintain measure modify monitor "
    "outlaw patent permit prescribe process prohibit pursue rank recognize record recruit reduce regulate "
    "reinforce require retain reverse review satisfy secure sell shape solve store strengthen submit tax test "
    "threaten transform transmit treat undermine view reintroduce"
)
"""Verbs whose passive reads as well as their active."""
NO_AGENTS = words(
    "means way hand train plane car bus ship boat sea land air mail law default percent force virtue name"
)
"""Nouns behind "by" that say how, not who."""
STANDING = words("know mean bear base call name consider say think believe expect demand ask require")
"""Verbs whose passive is a turn of its own: "is known by", "was born"."""
TO_SUBJECT = {"him": "he", "them": "they", "me": "I", "us": "we"}
TO_OBJECT = {"he": "him", "she": "her", "they": "them", "i": "me", "we": "us"}
LONGEST = 9
"""Tokens of a phrase that may change its place."""
HEAVY = ("relcl", "acl", "appos", "advcl", "parataxis")


def passive_to_active(tree: Tree) -> Draft | None:
    """ "The city was founded by Greeks in 657." → "Greeks founded the city in 657." """
    verb = root(tree)
    if verb is None or tree.tokens[verb].tag != "VBN" or tree.tokens[verb].lemma in STANDING:
        return None
    patient, agent = tree.first(verb, ("nsubjpass",)), tree.first(verb, ("agent",))
    if patient is None or agent is None or not _settled(tree, verb):
        return None
    doer = tree.first(agent, ("pobj",))
    if doer is None or len(tree.children[agent]) != 1 or not _can_do(tree, doer):
        return None
    helpers = auxiliaries(tree, verb)
    form = _active_form(tree, verb, helpers, doer)
    first, second = stretch(tree, patient), stretch(tree, doer)
    if form is None or first is None or second is None or not _plain_passive(tree, first, helpers, verb, agent):
        return None
    if len(second) > LONGEST or not _movable(tree, first) or not _movable(tree, second):
        return None
    return _activate(tree, verb, helpers, form, (patient, first), (agent, doer, second))


def _settled(tree: Tree, verb: int) -> bool:
    """Whether nothing else in the sentence leans on the verb's subject or on its order."""
    barred = ("conj", "xcomp", "ccomp", "oprd", "dative", "neg", "expl", "preconj", "parataxis", "dobj", "dep", "attr")
    if tree.has(verb, barred):
        return False
    return all(tree.has(clause, SUBJECTS) for clause in tree.of(verb, ("advcl",)))


def _can_do(tree: Tree, doer: int) -> bool:
    token = tree.tokens[doer]
    if token.text.lower() in TO_SUBJECT:
        return True
    if not is_plain_name_or_noun(tree, doer) or token.lemma.lower() in NO_AGENTS or tree.has(doer, HEAVY):
        return False
    if tree.entity(doer) in TIME_ENTITIES | {"PERCENT", "MONEY", "QUANTITY", "CARDINAL"}:
        return False
    if any(tree.tokens[child].text.lower() in ("to", "into", "from") for child in tree.of(doer, ("prep",))):
        return False  # "brought by missionaries to Manipur": where to belongs to the verb
    return token.pos == "PROPN" or token.tag in ("NNS", "NNPS") or tree.has(doer, ("det", "poss"))


def _plain_passive(tree: Tree, patient: list[int], helpers: list[int], verb: int, agent: int) -> bool:
    """Whether the order is patient, auxiliaries (an adverb between), verb (a particle behind), "by"."""
    if not helpers or patient[-1] + 1 != helpers[0] or len(patient) > 2 * LONGEST:
        return False
    between = [index for index in range(helpers[0], verb) if index not in helpers]
    particle = list(range(verb + 1, agent))
    return all(tree.tokens[index].dep == "advmod" for index in between) and all(
        tree.tokens[index].dep == "prt" for index in particle
    )


def _active_form(tree: Tree, verb: int, helpers: list[int], doer: int) -> list[str] | None:
    """The active verb group: "was built" → built, "has been built" → has built, "can be built" → can build."""
    lemma = base(tree.tokens[verb])
    forms = [tree.tokens[index].text.lower() for index in helpers]
    many = is_plural(tree.tokens, doer) or tree.tokens[doer].text.lower() == "them"
    if len(forms) == 1 and forms[0] in ("was", "were"):
        return [inflect(lemma, "VBD")]
    if len(forms) == 1 and forms[0] in ("is", "are"):
        return [agree(tree.tokens[verb].text, lemma, "VBZ", many)]
    if len(forms) == 2 and forms[0] in ("has", "have", "had") and forms[1] == "been":
        return [agree(forms[0], "have", "VBZ", many) if forms[0] != "had" else "had", tree.tokens[verb].text]
    if len(forms) == 2 and tree.tokens[helpers[0]].tag == "MD" and forms[1] == "be":
        return [forms[0], lemma]
    return None


def _activate(
    tree: Tree,
    verb: int,
    helpers: list[int],
    form: list[str],
    old: tuple[int, list[int]],
    new: tuple[int, int, list[int]],
) -> Draft:
    patient, first = old
    agent, doer, second = new
    draft = Draft(tree.sentence)
    tag = {1: "VBD" if tree.tokens[helpers[0]].tag == "VBD" else "VBZ", 2: "VB"}[len(form)]
    gone = helpers if len(form) == 1 else helpers[1:]
    if len(form) == 2:
        draft.say(helpers[0], form[0])
        tag = "VBN" if tree.tokens[helpers[0]].lemma == "have" else "VB"
    draft.say(verb, form[-1], tag=tag)
    draft.hang(doer, "nsubj", verb)
    draft.hang(patient, "dobj", verb)
    for key, table in ((doer, TO_SUBJECT), (patient, TO_OBJECT)):
        word = draft.words[key].text.lower()
        if word in table:
            draft.say(key, table[word])
    line = draft.lines[0]
    behind = list(range(verb + 1, agent))
    at = line.index(first[0])
    kept = [key for key in line if key not in {*first, *second, *gone, agent, verb, *behind}]
    head = kept[:at]
    middle = [key for key in kept[at:] if key < verb]
    rest = [key for key in kept[at:] if key > verb]
    draft.lines = [[*head, *second, *middle, verb, *behind, *first, *rest]]
    return draft


def _movable(tree: Tree, span: list[int]) -> bool:
    """Whether a phrase has no comma in it and no loose bracket or quotation mark."""
    return tidy(tree, span) and not has_word(tree, span, (",", ";", ":", "–", "—"))


TIED = words("to into from with for as of over against between")
"""Prepositions of phrases that belong close to the object: "a rise in sales to 1.3 million"."""


def active_to_passive(tree: Tree) -> Draft | None:
    """ "Oglethorpe established the colony in 1733." → "The colony was established by Oglethorpe in 1733." """
    verb = root(tree)
    if verb is None or tree.tokens[verb].lemma not in PASSIVE_VERBS or not _settled_active(tree, verb):
        return None
    doer, patient = tree.first(verb, ("nsubj",)), tree.first(verb, ("dobj",))
    if doer is None or patient is None or not _can_swap(tree, doer, patient):
        return None
    first, second = stretch(tree, doer), stretch(tree, patient)
    helpers = auxiliaries(tree, verb)
    forms = _passive_forms(tree, verb, helpers, patient)
    if first is None or second is None or forms is None or second[0] != verb + 1:
        return None
    if first[-1] + 1 != (helpers or [verb])[0] or (helpers and helpers[-1] + 1 != verb):
        return None
    if any(tree.tokens[index].text.lower() in TIED for index in tree.of(verb, ("prep",)) if index > verb):
        return None
    if max(len(first), len(second)) > LONGEST or not _movable(tree, first) or not _movable(tree, second):
        return None
    return _passivize(tree, verb, helpers, forms, (doer, first), (patient, second))


def _settled_active(tree: Tree, verb: int) -> bool:
    barred = (
        "conj",
        "xcomp",
        "ccomp",
        "oprd",
        "dative",
        "neg",
        "expl",
        "preconj",
        "parataxis",
        "prt",
        "advcl",
        "dep",
        "acomp",
    )
    return tree.tokens[verb].tag in ("VBD", "VBZ", "VBP", "VB", "VBN") and not tree.has(verb, barred)


def _can_swap(tree: Tree, doer: int, patient: int) -> bool:
    """Whether subject and object are plain phrases, and no pronoun in either needs the other before it."""
    for head in (doer, patient):
        if not is_plain_name_or_noun(tree, head) or tree.has(head, HEAVY):
            return False
    if has_word(tree, tree.subtree(doer), ("no", "few", "hardly", "nor", "only")):
        return False
    if tree.entity(patient) in TIME_ENTITIES | {"PERCENT", "MONEY", "QUANTITY", "CARDINAL"}:
        return False
    pronouns = words("his her its their one's own each itself himself herself themselves")
    return not has_word(tree, tree.subtree(patient), pronouns) and not has_word(tree, tree.subtree(doer), pronouns)


def _passive_forms(tree: Tree, verb: int, helpers: list[int], patient: int) -> list[str] | None:
    """The passive verb group: built → was built, has built → has been built, can build → can be built."""
    participle = inflect(base(tree.tokens[verb]), "VBN")
    tag, many = tree.tokens[verb].tag, is_plural(tree.tokens, patient)
    if not helpers:
        if tag == "VBD":
            return ["were" if many else "was", participle]
        return ["are" if many else "is", participle] if tag in ("VBZ", "VBP") else None
    first = tree.tokens[helpers[0]]
    if len(helpers) > 1:
        return None
    if first.lemma == "have" and tag == "VBN":
        has = "had" if first.tag == "VBD" else "have" if many else "has"
        return [has, "been", participle]
    return [first.text, "be", participle] if first.tag == "MD" and tag == "VB" else None


def _passivize(
    tree: Tree, verb: int, helpers: list[int], forms: list[str], old: tuple[int, list[int]], new: tuple[int, list[int]]
) -> Draft:
    doer, first = old
    patient, second = new
    draft = Draft(tree.sentence)
    if helpers:
        draft.say(helpers[0], forms[0])
    be = draft.add(forms[-2], _BE_TAGS[forms[-2]], "auxpass", verb, lemma="be", pos="AUX")
    by = draft.add("by", "IN", "agent", verb)
    draft.say(verb, forms[-1], tag="VBN")
    draft.hang(doer, "pobj", by)
    draft.hang(patient, "nsubjpass", verb)
    line = draft.lines[0]
    at = line.index(first[0])
    rest = [key for key in line[at:] if key not in {*first, *second, *helpers, verb}]
    draft.lines = [[*line[:at], *second, *helpers, be, verb, by, *first, *rest]]
    return draft


_BE_TAGS = {"was": "VBD", "were": "VBD", "is": "VBZ", "are": "VBP", "be": "VB", "been": "VBN"}
