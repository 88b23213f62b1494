"""What to ask for where a name answers: who, which river, where."""

from __future__ import annotations

from collections.abc import Iterator

from pie_qg.constituents import PLACE_ENTITIES
from pie_qg.english import base, phrase
from pie_qg.lexicon import PLACE_PREPOSITIONS
from pie_qg.questions.ask import Ask, Target
from pie_qg.questions.classes import class_of_name, has_article
from pie_qg.questions.mention import name_class, name_tokens
from pie_qg.questions.modifiers import VAGUE
from pie_qg.questions.nouns import ADDRESSES, BODIES, NAME_HEADS, PLACES, TITLES, noun_class
from pie_qg.questions.phrases import QUOTES

# An entity's type → what may be asked for it, where neither the name nor a table tells more; "" is a bare "what".
ENTITY_NOUNS: dict[str, tuple[str, ...]] = {
    "ORG": ("organization", "group", ""),
    "GPE": ("place", "location"),
    "LOC": ("location", "place"),
    "FAC": ("", "place"),
    "EVENT": ("event",),
    "LANGUAGE": ("language",),
    "LAW": ("",),
    "WORK_OF_ART": ("",),
    "PRODUCT": ("",),
}
_WHERE = 0.6  # share of the places by name that are asked for with "where", the others by their class


def named(target: Target) -> Iterator[Ask]:
    """ "Ada Lovelace" → who; "the Rhine" → what river; "Harvard University" → what university; "in Paris" → where."""
    if not _is_name(target):
        return
    label, answer = target.entity, target.answer()
    if label == "PERSON" and not _is_place(target):
        yield _person(target, answer)
    elif label == "NORP":
        several = target.tree.tokens[target.head].tag in {"NNPS", "NNS"} or has_article(target, {"the"})
        yield Ask("who", answer, "person", "who", label) if several else Ask("what", answer, "name", "what", label)
    elif target.part.role == "place" and (
        _is_way(target) or ((target.is_list or target.rng.random() < _WHERE) and not _no_place(target))
    ):
        yield Ask("where", answer, "place", "where", label, takes_preposition=False)
    elif label == "PERSON" and _is_where(target):  # "She was born at Dole", which a tagger takes for somebody
        yield Ask("where", answer, "place", "where", "PLACE", takes_preposition=False)
    elif label == "LANGUAGE" and has_article(target, {"the"}):  # "captured by the English"
        yield Ask("who", answer, "person", "who", "NORP")
    else:
        acts = label == "LANGUAGE" and target.part.role == "subject"  # "Kongo joined an alliance"
        noun = "" if acts else class_of_name(target) or _entity_noun(target)
        yield _what(target, noun, answer, "name", label)


def _is_name(target: Target) -> bool:
    """Tell whether a tagger's word that something is a name can be believed."""
    label, text = target.entity, target.tree.tokens[target.head].text
    if label != "PERSON" and label not in ENTITY_NOUNS:
        return False
    if label == "PERSON" and ((text.isupper() and len(text) < 6) or is_thing(target)):
        return False
    if label == "ORG" and has_article(target, {"a", "an"}):  # "a LOT of popcorn"
        return False
    return text[:1].isupper() and noun_class(text.lower()) != "person" and not _capital_by_place(target)


def _person(target: Target, answer: tuple[int, ...]) -> Ask:
    title = "" if target.is_list else _title(target)
    if title and target.rng.random() < 0.5:
        return Ask(f"which {title}", name_tokens(target.tree, target.head) or answer, "title", "which", target.entity)
    return Ask("who", answer, "person", "who", target.entity)


def is_thing(target: Target) -> bool:
    """ "the Star Trek pizza cutter", "bought a Vitamix", "Maoism": no name of a person, though taken for one."""
    token = target.tree.tokens[target.head]
    if token.tag == "NNPS" and noun_class(token.text) == "person":  # "the Africans"
        return False
    return any(sign(target) for sign in _SIGNS)


def _is_idea(target: Target) -> bool:
    """ "Maoism", "Vulgar Latin", "Windows 95"."""
    tree, text = target.tree, target.tree.tokens[target.head].text
    entity = tree.entity_at.get(target.head)
    numbered = entity is not None and any(map(str.isdigit, tree.text(entity.indices)))
    return numbered or noun_class(text) == "language" or text.lower().endswith(_IDEAS)


def _is_described(target: Target) -> bool:
    """ "the Vitamix", "Mount Everest": what the words before a name say that it is."""
    if has_article(target, _ARTICLES):
        return not _title(target)
    return any(target.tree.tokens[one].text in _NO_PERSONS for one in target.tree.of(target.head, ("compound",)))


def _is_among_places(target: Target) -> bool:
    """ "through Wells, Bath and Hull": one of several places."""
    return sum(target.tree.entity(one) in PLACE_ENTITIES for one in target.tree.conjuncts(target.head)) > 1


def _is_filled(target: Target) -> bool:
    """ "a bottle of Jack Daniel": what a container holds."""
    tree = target.tree
    above = tree.tokens[tree.tokens[tree.tokens[target.head].head].head]
    return target.preposition == "of" and above.lemma in _CONTAINERS


def is_word(target: Target) -> bool:
    """ "Martin means …", or a name in quotation marks: a word that is spoken of, and not who it means."""
    tree, head = target.tree, target.head
    token = tree.tokens[head]
    means = token.dep in {"nsubj", "nsubjpass"} and base(tree.tokens[token.head]) in _MEANING
    quoted = head > 0 and tree.tokens[head - 1].text in QUOTES and tree.partner.get(head - 1) == head + 1
    return means or quoted


def _is_owned(target: Target) -> bool:
    """ "St Anne's was closed": what is named after somebody to whom it belongs."""
    return target.tree.tokens[target.head].dep != "poss" and target.tree.has(target.head, {"case"})


def is_used(target: Target) -> bool:
    """ "bought a Vitamix", "Fiestaware is used": something that people buy and use."""
    token = target.tree.tokens[target.head]
    objective = target.part.role == "object" or token.dep == "nsubjpass"
    if _is_titled(target):  # "They backed Senator Ada Berg": somebody may be supported, too
        return False
    return objective and base(target.tree.tokens[token.head]) in _DONE_TO_THINGS


def _is_titled(target: Target) -> bool:
    tree, entity = target.tree, target.tree.entity_at.get(target.head)
    first = entity.first if entity is not None and entity.label == "PERSON" else target.head
    before = [*tree.of(target.head, ("compound", "nmod")), first - 1, target.head]
    return any(0 <= one <= target.head and tree.word(one) in TITLES for one in before)


def _is_place(target: Target) -> bool:
    """ "Washington", but not "George Washington": a place, or what has a name, that a tagger takes for a person."""
    entity, text = target.tree.entity_at[target.head], target.tree.tokens[target.head].text
    if any(target.tree.word(one) in ADDRESSES for one in target.tree.of(target.head, ("compound",))):
        return False  # "He had an ally in Mr Berg."
    if target.preposition in WITHIN or text.lower() in NAME_HEADS:  # "played at Montreal's Victoria Skating Rink"
        return True
    if text in _LANDFORMS:  # "Victoria Falls"
        return True
    return entity.stop - entity.first == 1 and noun_class(text) in PLACES


# What holds a stuff, and pieces of one: "a chunk of Styrofoam".
_CONTAINERS = frozenset(
    "bag bottle box brand can carton cup glass jar pack package packet tube block chunk drop layer lump pair piece "
    "pinch roll scrap set sheet slab slice spoonful strip".split()
)
# What is done, or is, at a place; "an ally in Berg", "found in Plato" say another thing.
_SITED = frozenset(
    "baptize be bear bury crown die educate fight fire hold imprison kill land lie live locate marry meet raise reside "
    "seal settle sign situate stand stay stop study teach work".split()
)
# "They travelled to Egypt and Tunisia": where to.
_GOING = frozenset("come drive fly go head hike journey march migrate move return ride sail travel walk".split())
_MEANING = frozenset({"mean", "denote", "signify"})
_LANDFORMS = frozenset("Falls Heights Islands Mountains".split())
_IDEAS = ("ism", "isms", "tion", "logy", "ity", "ness", "ment", "ship")
_NO_PERSONS = frozenset({"Hurricane", "Typhoon", "Cyclone", "Storm", "Mount", "Lake", "Fort", "Cape", "Port", "Camp"})
_ARTICLES = frozenset("a an the this that these those my our your".split())
_DONE_TO_THINGS = frozenset(
    "buy purchase order own use employ utilize wear eat drink drive open close clean wash cook bake pour install build "
    "construct manufacture design repair sell ship assemble download launch release publish produce "
    "derive combine play adapt compose translate develop add include incorporate introduce feature support contain "
    "domesticate cultivate grow harvest".split()
)


def is_work(target: Target) -> bool:
    """ "an adaptation of Emma", "the libretto for Norma": what is put into another form has a name, and is nobody."""
    tree = target.tree
    above = tree.tokens[tree.tokens[tree.tokens[target.head].head].head]
    return target.preposition in {"of", "for", "to"} and above.lemma in _FORMS


_FORMS = frozenset(
    "adaptation dramatisation dramatization edition libretto prequel remake score screenplay sequel soundtrack staging "
    "translation".split()
)
_SIGNS = (_is_idea, _is_described, is_work, _is_among_places, _is_filled, is_word, _is_owned, is_used)


def _is_way(target: Target) -> bool:
    """ "Anna travelled to Egypt and Tunisia": nobody asks to what she did."""
    verb = target.tree.tokens[target.tree.tokens[target.tree.tokens[target.head].head].head]
    return target.is_list and target.preposition == "to" and base(verb) in _GOING


def _no_place(target: Target) -> bool:
    """ "in the Charter of 1662", "across the river": not where a thing is."""
    entity = target.tree.entity_at[target.head]
    words = {target.tree.tokens[index].text.lower() for index in entity.indices}
    return bool(words & _NO_PLACES) or target.preposition in _PATHS


WITHIN = frozenset("at in inside into near throughout within".split())
# "Where did it go?", and places beside which a thing is, and not in them.
_PATHS = frozenset(
    "above across along behind below beneath beside beyond from into near off outside over through to toward towards "
    "under".split()
)
_NO_PLACES = frozenset(
    "charter act treaty war battle revolution league cup conference award awards prize committee army constitution "
    "agreement law championship games tournament party census survey movement".split()
)


def _capital_by_place(target: Target) -> bool:
    """ "Rice was grown": a common noun that opens its sentence is no name, whatever the tagger says."""
    entity = target.tree.entity_at.get(target.head)
    alone = entity is not None and entity.stop - entity.first == 1
    known = noun_class(target.tree.tokens[target.head].text.lower())
    return alone and target.head == 0 and known in {"animal", "plant", "food", "drink", "mineral", "metal", "disease"}


def _entity_noun(target: Target) -> str:
    """A tagger takes many a name for an organization or an event; a word of the name must say that it is one."""
    label, entity = target.entity, target.tree.entity_at[target.head]
    head = target.tree.tokens[target.head].text.lower()
    if target.preposition == "in" and (head.endswith("logy") or noun_class(head) == "field"):  # "a degree in Theology"
        return "field"
    if label in {"GPE", "LOC", "FAC"} and target.preposition not in PLACE_PREPOSITIONS:
        return ""
    if target.preposition in _WHEN and noun_class(head) == "time":  # "made since the Renaissance"
        return "period"
    spatial = target.preposition in _SPATIAL
    if label in {"ORG", "EVENT", "FAC"} and is_used(target):  # "I use the Large Dial for roasts"
        return ""
    if label in {"ORG", "EVENT"} and spatial:  # "drains into the Kattegat", "shipped to Ormuz"
        return ""
    words = {target.tree.tokens[index].text for index in entity.indices}
    if label == "FAC" and any(word.lower() in _NO_SITES for word in words):  # "Operation Torch", "the Winter Carnival"
        return ""
    if label == "ORG" and name_class(target.tree, target.head) in PLACES:  # "the original Wool Trade Center"
        return ""
    if label == "ORG" and head in _CONTESTS:  # "the Champions League Final"
        label = "EVENT"
    if label == "ORG" and head in _LEGISLATURES:
        return "body"
    if label == "ORG" and not words & BODIES:  # "PIN stands for …", "the Holland Tunnel"
        return ""
    if label == "EVENT" and not {word.lower() for word in words} & _HAPPENINGS:
        return ""
    return target.rng.choice(ENTITY_NOUNS.get(label, ("",)))


_HAPPENINGS = frozenset(
    "act awards bowl campaign championship championships conference convention cup day disaster earthquake election "
    "elections festival final fire flood games incident massacre meeting olympics parade party plague protest race "
    "rally revolt riots series siege storm strike summit tournament trial tour".split()
)
_CONTESTS = frozenset("awards championship championships final finals olympics playoffs".split())
_WHEN = frozenset("during from in since throughout until".split())
_LEGISLATURES = frozenset("congress parliament senate".split())
_NO_SITES = frozenset(
    "broadway campaign carnival fair festival genocide massacre operation pogrom project siege".split()
)
_SPATIAL = frozenset("to into onto across through along toward towards above below beneath beyond near".split())


def _is_where(target: Target) -> bool:
    """ "She was killed at Gallipoli", "The palace lies in Besik": where, and not what it lies in."""
    tree = target.tree
    verb = tree.tokens[tree.tokens[target.head].head].head
    return target.preposition in {"at", "in"} and tree.tokens[verb].pos == "VERB" and base(tree.tokens[verb]) in _SITED


def _title(target: Target) -> str:
    """Return the word for a person that stands with the name: "the physicist Marie Curie" → physicist."""
    tree = target.tree
    for child in tree.of(target.head, ("compound", "appos")):
        token = tree.tokens[child]
        if token.tag == "NN" and token.text.islower() and noun_class(token.lemma) == "person":
            modifiers = tree.of(child, ("compound", "amod"))
            words = [index for index in modifiers if tree.tokens[index].text.lower() not in VAGUE]
            return phrase(tree.sentence, tree.trimmed({*words, child}))
    return ""


def _what(target: Target, noun: str, answer: tuple[int, ...], rule: str, label: str) -> Ask:
    if not noun or target.is_list:
        return Ask("what", answer, rule, "what", label)
    wh = target.rng.choice(("what", "what", "which"))
    return Ask(f"{wh} {noun}", answer, rule, wh, label)


def referring(target: Target) -> Iterator[Ask]:
    """ "She discovered radium." → Who discovered radium? Answered by the name that an earlier sentence has."""
    mention = target.stands_for.get(target.head)
    if mention is None or target.is_list:
        return
    answer, sure = (target.head,), _REFERS.get(mention.number, 0.0)
    if not mention.tokens or not sure:
        yield Ask("", (), "pronoun", "", "")
    elif mention.label == "PERSON" and not mention.kind:  # "the Danube", which a tagger takes for somebody
        yield Ask("who", answer, "referring", "who", mention.label, confidence=sure)
    else:
        wh = target.rng.choice(("what", "which")) if mention.kind else "what"
        yield Ask(f"{wh} {mention.kind}".rstrip(), answer, "referring", wh, mention.label, confidence=sure)


_REFERS = {"he": 1.0, "it": 0.85}  # how sure it is that a pronoun stands for a name, by its number
