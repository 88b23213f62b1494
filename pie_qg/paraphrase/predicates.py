"""A verb with its particle, noun or preposition said by another verb: "took part in" → "participated in".

The nominal and the verbal way to say one thing, phrasal verbs and plain ones, in one table.
"""

from __future__ import annotations

from dataclasses import dataclass

from pie_qg.english import inflect, is_plural
from pie_qg.lexicon import words
from pie_qg.paraphrase.draft import Draft
from pie_qg.paraphrase.spans import auxiliaries
from pie_qg.tree import Tree

PARTICLES = words("out up about back down")


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a verb and the words right behind it may be said: `be` is needed before it and dropped where that is told."""

    verb: str
    behind: tuple[str, ...]
    instead: str
    then: tuple[str, ...]
    form: str
    """any; active; present; participle; be (was used as → served as); object (a noun follows); oprd (a name does)."""
    dep: str = "dobj"
    """What the phrase behind is to the new verb where the new words end in no preposition."""
    only: frozenset[str] = frozenset()
    """Lemmas and entity types, one of which the phrase behind has to be (with be, the subject); empty for any."""


def _row(text: str, form: str = "any", dep: str = "dobj", only: str = "") -> Predicate:
    old, new = (side.split() for side in text.split(" → "))
    return Predicate(old[0], tuple(old[1:]), new[0], tuple(new[1:]), form, dep, words(only))


TASKS = "operation task test experiment function work duty study survey research attack investigation project reform"
EVENTS = (
    "election game match meeting ceremony event conference festival tournament concert exhibition referendum contest "
    "competition race trial wedding funeral festivity protest demonstration council session vote celebration"
)
FOUNDED = "company school organization government base system committee colony business group office"
OUTCOMES = (
    "development creation war death increase decrease decline collapse loss change formation establishment end fall "
    "rise conflict growth reduction problem failure destruction discovery"
)
GO_BETWEENS = "guide guard buffer barrier bridge link mediator host judge adviser advisor agent interpreter substitute"
EXPECTED = (
    "arrival return reply response answer decision verdict result outcome order instruction news signal approval "
    "permission trial birth delivery train ship bus reinforcement"
)
SHARES = "% percent half majority third quarter share"


PREDICATES = (
    _row("take place → occur", "active"),
    _row("take part in → participate in", "active"),
    _row("participate in → take part in", "active"),
    _row("make use of → use", "active"),
    _row("give rise to → cause", "active"),
    _row("take advantage of → exploit", "active"),
    _row("have an effect on → affect", "active"),
    _row("have an impact on → affect", "active"),
    _row("have an influence on → influence", "active"),
    _row("put an end to → end", "active"),
    _row("make a decision → decide", "active"),
    _row("carry out → conduct", "active", only=TASKS),
    _row("carry out → perform"),
    _row("conduct → carry out", "object", only=TASKS),
    _row("perform → carry out", "object", only=TASKS),
    _row("implement → carry out", "object", only="plan policy reform program measure"),
    _row("set up → establish"),
    _row("establish → set up", "object", only=FOUNDED),
    _row("bring about → cause"),
    _row("cause → bring about", "object", only=OUTCOMES),
    _row("give up → abandon"),
    _row("abandon → give up", "object", only="plan claim practice idea career attempt religion faith effort"),
    _row("tear down → demolish"),
    _row("demolish → tear down", "object"),
    _row("account for → make up", "active", only=SHARES),
    _row("make up → account for", "active", only=SHARES),
    _row("consist of → comprise", "active"),
    _row("comprise → consist of", "object"),
    _row("compose of → consist of", "be"),
    _row("make up of → consist of", "be"),
    _row("comprise of → consist of", "be"),
    _row("result in → lead to", "active"),
    _row("lead to → result in", "active", only=OUTCOMES),
    _row("rely on → depend on", "active"),
    _row("rely upon → depend on", "active"),
    _row("depend on → be dependent on", "present"),
    _row("depend upon → depend on", "active"),
    _row("focus on → concentrate on"),
    _row("concentrate on → focus on"),
    _row("deal with → handle", "active", only="problem issue case matter situation crisis"),
    _row("search for → seek", "active"),
    _row("look for → seek", "active"),
    _row("seek → look for", "object", only="help refuge work job employment gold shelter evidence solution"),
    _row("ask for → request", "active"),
    _row("wait for → await", "active", only=EXPECTED),
    _row("derive from → come from", "be"),
    _row("date back to → date from", "active"),
    _row("range from → vary from", "active"),
    _row("extend from → stretch from", "active"),
    _row("use as → serve as", "be"),
    _row("act as → serve as", "active"),
    _row("function as → serve as", "active"),
    _row("serve as → act as", "active", only=GO_BETWEENS),
    _row("refer to as → call", "participle", "oprd"),
    _row("know as → call", "participle", "oprd"),
    _row("call → know as", "oprd", "oprd"),
    _row("consider → regard as", "oprd", "oprd"),
    _row("regard as → consider", "participle", "oprd"),
    _row("see as → regard as", "participle"),
    _row("view as → regard as", "participle"),
    _row("perceive as → see as", "participle"),
    _row("describe as → characterize as", "participle"),
    _row("classify as → categorize as", "participle"),
    _row("transform into → turn into"),
    _row("convert into → turn into"),
    _row("turn into → become", "active", "attr"),
    _row("live in → reside in", "active", only="GPE"),
    _row("reside in → live in", "active"),
    _row("arrive in → reach", "active", only="GPE"),
    _row("return to → go back to", "active", only="GPE"),
    _row("locate in → lie in", "be"),
    _row("locate on → lie on", "be"),
    _row("locate at → lie at", "be"),
    _row("locate near → lie near", "be"),
    _row("situate in → lie in", "be"),
    _row("hold → take place", "be", only=EVENTS),
    _row("die of → die from", "active"),
    _row("respond to → react to", "active"),
    _row("be similar to → resemble", "active"),
    _row("be different from → differ from", "active"),
    _row("differ from → be different from", "present"),
    _row("resemble → be similar to", "present"),
)
_BY_VERB: dict[str, tuple[Predicate, ...]] = {
    verb: tuple(each for each in PREDICATES if each.verb == verb) for verb in {each.verb for each in PREDICATES}
}


def predicate(tree: Tree) -> Draft | None:
    """ "The games took place in Rome." → "The games occurred in Rome." """
    draft: Draft | None = None
    for verb, token in enumerate(tree.tokens):
        rows = _BY_VERB.get(token.lemma.lower(), ()) if token.pos in ("VERB", "AUX") else ()
        found = next((each for each in rows if _fits(tree, verb, each)), None)
        if found:
            draft = draft or Draft(tree.sentence)
            _exchange(draft, tree, verb, found)
    return draft


def _fits(tree: Tree, verb: int, each: Predicate) -> bool:
    stop = verb + 1 + len(each.behind)
    if tuple(token.text.lower() for token in tree.tokens[verb + 1 : stop]) != each.behind or stop >= len(tree.tokens):
        return False
    inside = range(verb, stop)
    if any(tree.tokens[index].head not in inside for index in inside[1:]) or tree.has(verb, ("neg", "ccomp", "xcomp")):
        return False
    if tree.tokens[verb].dep in ("amod", "compound") or any(tree.entity(i) in ("WORK_OF_ART", "ORG") for i in inside):
        return False
    if each.behind == ("as",) and each.instead == "regard" and not _is_opinion(tree, verb):
        return False
    return _fits_form(tree, verb, each) and _fits_object(tree, verb, stop, each) and _is_meant(tree, verb, each)


def _is_opinion(tree: Tree, verb: int) -> bool:
    """ "A cat is seen as a god" is an opinion, "light is seen as fringes" a sight: one thing is not held to be many."""
    seen = tree.first(verb, ("nsubjpass",))
    taken = [each for preposition in tree.of(verb, ("prep",)) for each in tree.of(preposition, ("pobj",))]
    return seen is None or not any(
        is_plural(tree.tokens, each) and not is_plural(tree.tokens, seen) for each in taken if each > verb
    )


def _is_meant(tree: Tree, verb: int, each: Predicate) -> bool:
    """Whether a row that holds for some things only is about one of them."""
    if not each.only:
        return True
    found = list(tree.of(verb, ("nsubjpass",) if each.form == "be" else ("dobj",)))
    for place in range(verb + 1, verb + 1 + len(each.behind)):
        found += tree.of(place, ("pobj",))
    return any({tree.tokens[index].lemma.lower(), tree.entity(index)} & each.only for index in found)


def _fits_form(tree: Tree, verb: int, each: Predicate) -> bool:
    token, helpers = tree.tokens[verb], auxiliaries(tree, verb)
    passive = tree.has(verb, ("auxpass",)) or (token.tag == "VBN" and not helpers)
    if each.form in ("active", "object", "present"):
        if each.form == "present" and (token.tag not in ("VBZ", "VBP", "VB") or tree.has(verb, ("advmod",))):
            return False
        return not passive and not (each.verb == "be" and (helpers or tree.has(verb, ("expl",))))
    if each.form == "be":
        plain = len(helpers) == 1 and tree.tokens[helpers[0]].text.lower() in ("is", "are", "was", "were")
        return plain and token.tag == "VBN" and not tree.has(verb, ("agent", "conj", "advcl")) and token.dep != "conj"
    return token.tag == "VBN" and passive if each.form in ("participle", "oprd") else True


def _fits_object(tree: Tree, verb: int, stop: int, each: Predicate) -> bool:
    """Whether a noun phrase follows where the new words need one, and none where they have no place for it."""
    direct, named = tree.first(verb, ("dobj",)), tree.first(verb, ("oprd",))
    if each.verb == "comprise" and direct is not None and tree.tokens[direct].lemma in _PORTIONS:
        return False  # "Nuts comprise the bulk of the diet" and do not consist of it
    if each.verb in _NAMING and tree.tokens[min(stop, len(tree.tokens) - 1)].text.lower() in ("a", "an"):
        return False  # "known as a dangerous place" was not called so
    if each.form == "object" or (each.form == "present" and not each.behind):
        return direct is not None and tree.tokens[direct].pos in ("NOUN", "PROPN") and direct > verb
    if each.form == "oprd":
        return named is not None and min(tree.subtree(named)) == verb + 1 and not tree.has(verb, ("agent",))
    if each.behind and each.behind[-1] in _PREPOSITIONS:
        target = tree.first(stop - 1, ("pobj",))
        return target is not None and len(tree.children[stop - 1]) == 1 and tree.tokens[target].pos in ("NOUN", "PROPN")
    return True


_PORTIONS = words("bulk majority part half portion third quarter core rest")
_PREPOSITIONS = words("in of on to from for as into at near with upon")
_NAMING = words("know call")
_STATES = words("similar different dependent")


def _exchange(draft: Draft, tree: Tree, verb: int, each: Predicate) -> None:
    token, stop = tree.tokens[verb], verb + 1 + len(each.behind)
    tag = token.tag
    if each.form == "be":
        helper = auxiliaries(tree, verb)[0]
        tag = (
            "VBD" if tree.tokens[helper].tag == "VBD" else "VBP" if tree.tokens[helper].text.lower() == "are" else "VBZ"
        )
        draft.drop([helper])
        for who in tree.of(verb, ("nsubjpass",)):
            draft.hang(who, "nsubj", verb)
    draft.say(verb, _form(tree, verb, each.instead, tag), lemma=each.instead, tag=tag)
    draft.words[verb].pos = "AUX" if each.instead == "be" else "VERB"
    gone = range(verb + 1, stop)
    orphans = [index for index, other in enumerate(tree.tokens) if other.head in gone and index not in gone]
    orphans += [index for index in tree.of(verb, ("dobj", "oprd")) if not each.behind]
    _rebuild(draft, verb, each, orphans)
    draft.drop(gone)


def _form(tree: Tree, verb: int, lemma: str, tag: str) -> str:
    if lemma == "be" and tag in ("VBP", "VBD"):
        who = tree.first(verb, ("nsubj",))
        many = who is not None and is_plural(tree.tokens, who)
        return {"VBP": "are", "VBD": "were" if many else "was"}[tag]
    return lemma if tag == "VB" else inflect(lemma, tag)


def _rebuild(draft: Draft, verb: int, each: Predicate, orphans: list[int]) -> None:
    """Put the new words behind the verb, and hang on the last of them what hung on the old."""
    keys: list[int] = []
    above = verb
    for word in each.then:
        if word in PARTICLES:
            keys.append(draft.add(word, "RP", "prt", verb))
        elif word in _PREPOSITIONS:
            keys.append(above := draft.add(word, "IN", "prep", above))
        elif word in _STATES:
            keys.append(above := draft.add(word, "JJ", "acomp", verb))
        else:
            keys.append(above := draft.add(word, "NN", "dobj", verb))
    for orphan in orphans:
        draft.hang(orphan, "pobj" if above != verb else each.dep, above)
    if keys:
        draft.put(keys, after=verb + len(each.behind))
