"""What to ask for: the wh-phrase that fits what an answer is."""

from __future__ import annotations

from collections.abc import Iterator, Set
from random import Random

from pie_qg.constituents import Constituent
from pie_qg.english import base, inflect, phrase
from pie_qg.lexicon import PLACE_ADVERBS, PLACE_PREPOSITIONS
from pie_qg.questions.ask import Ask, AskRule, Target
from pie_qg.questions.mention import name_class, name_tokens
from pie_qg.questions.modifiers import EMPTY_HEADS, VAGUE, kind_of, whose
from pie_qg.questions.nouns import NAME_HEADS, NAMED_THINGS, PLACES, is_appliance, noun_class
from pie_qg.questions.numbers import counted, dated, measured, repeated
from pie_qg.questions.phrases import QUOTES
from pie_qg.questions.resolve import Readings
from pie_qg.tree import Tree

# An entity's type → what may be asked for it, where neither the name nor a table tells more; "" is a bare "what".
ENTITY_NOUNS: dict[str, tuple[str, ...]] = {
    "ORG": ("organization", "group", ""),
    "GPE": ("place", "location"),
    "LOC": ("location", "place"),
    "FAC": ("", "place"),
    "EVENT": ("event",),
    "LANGUAGE": ("language",),
    "LAW": ("law", ""),
    "WORK_OF_ART": ("work", ""),
    "PRODUCT": ("product", ""),
}
_WHERE = 0.6  # share of the places by name that are asked for with "where", the others by their class
_CROWDS = frozenset("population nation public electorate majority minority half percentage".split())
# What a preposition and a bare noun say together is no thing: "came into use", "took into account".
_IDIOMS = frozenset(
    "use place effect account existence power force action practice office mind part play contact order turn line "
    "nature origin shape size color colour number favor favour charge conflict question control war peace time "
    "addition home".split()
)


def asks(tree: Tree, part: Constituent, readings: Readings, rng: Random) -> list[Ask]:
    """Return the ways to ask for a constituent or for a word in it, the plainest first; none for a clause."""
    if part.clausal:
        return []
    target = Target(tree, part, readings.instead, rng, readings.stands_for)
    return [ask for rule in (_whole, kind_of, whose) for ask in rule(target) if _answers(target, ask)]


def _answers(target: Target, ask: Ask) -> bool:
    """A relative word answers nothing, and neither does a lone pronoun that stands for no name."""
    tree = target.tree
    if len(ask.answer) == 1 and ask.answer[0] in target.stands_for:
        return bool(target.stands_for[ask.answer[0]].tokens)
    if _cuts_quotation(tree, ask.answer):
        return False
    tags = [tree.tokens[index].tag for index in ask.answer]
    return bool(tags) and not {"WDT", "WP", "WRB", "WP$", "EX"} & set(tags) and tags != ["PRP"]


def _cuts_quotation(tree: Tree, answer: tuple[int, ...]) -> bool:
    """ "Another Chance" of the song "Just Want Another Chance": a part of what stands in quotation marks."""
    quotes = (
        (first, last) for first, last in tree.partner.items() if tree.tokens[last].text in QUOTES and first < last
    )
    inside = [(first, last) for first, last in quotes if answer and first < answer[0] and answer[-1] < last]
    return any(answer[0] - first > 1 or last - answer[-1] > 1 for first, last in inside)


def _whole(target: Target) -> Iterator[Ask]:
    """The first rule that fits asks for the whole phrase."""
    for rule in WHOLE:
        found = list(rule(target))
        if found:
            yield from found
            return


def named(target: Target) -> Iterator[Ask]:
    """ "Ada Lovelace" → who; "the Rhine" → what river; "Harvard University" → what university; "in Paris" → where."""
    label = target.entity
    if label != "PERSON" and label not in ENTITY_NOUNS:
        return
    answer = target.answer()
    text = target.tree.tokens[target.head].text
    if label == "PERSON" and ((text.isupper() and len(text) < 6) or _is_thing(target)):
        return
    if label == "ORG" and _has_article(target, {"a", "an"}):  # "a LOT of popcorn"
        return
    if not text[:1].isupper() or noun_class(text.lower()) == "person" or _capital_by_place(target):
        return
    if label == "PERSON" and not _is_place(target) and text.lower() not in NAME_HEADS:
        title = "" if target.is_list else _title(target)
        if title and target.rng.random() < 0.5:
            yield Ask(f"which {title}", name_tokens(target.tree, target.head) or answer, "title", "which", label)
        else:
            yield Ask("who", answer, "person", "who", label)
    elif label == "NORP":
        several = target.tree.tokens[target.head].tag in {"NNPS", "NNS"}
        yield Ask("who", answer, "person", "who", label) if several else Ask("what", answer, "name", "what", label)
    elif target.part.role == "place" and (target.is_list or target.rng.random() < _WHERE) and not _no_place(target):
        yield Ask("where", answer, "place", "where", label, takes_preposition=False)
    else:
        if label == "LANGUAGE" and _has_article(target, {"the"}):  # "captured by the English"
            yield Ask("who", answer, "person", "who", "NORP")
            return
        acts = label == "LANGUAGE" and target.part.role == "subject"  # "Kongo joined an alliance"
        noun = "" if acts else name_class(target.tree, target.head) or _entity_noun(target)
        yield _what(target, noun, answer, "name", label)


def _is_thing(target: Target) -> bool:
    """ "the Star Trek pizza cutter", "bought a Vitamix", "Maoism": no name of a person, though taken for one."""
    tree = target.tree
    if tree.tokens[target.head].text.lower().endswith(_IDEAS):
        return True
    if any(tree.tokens[one].text in _NO_PERSONS for one in tree.of(target.head, ("compound",))):
        return True
    if _has_article(target, _ARTICLES):
        return not _title(target)
    return _is_used(target)


def _is_used(target: Target) -> bool:
    """ "bought a Vitamix", "Fiestaware is used": something that people buy and use."""
    token = target.tree.tokens[target.head]
    objective = target.part.role == "object" or token.dep == "nsubjpass"
    return objective and base(target.tree.tokens[token.head]) in _DONE_TO_THINGS


def _has_article(target: Target, words: Set[str]) -> bool:
    tree = target.tree
    return any(tree.tokens[child].text.lower() in words for child in tree.of(target.head, ("det", "poss")))


def _is_place(target: Target) -> bool:
    """ "Washington", but not "George Washington": a place that a tagger takes for a person."""
    entity = target.tree.entity_at[target.head]
    return entity.stop - entity.first == 1 and noun_class(target.tree.tokens[target.head].text) in PLACES


_IDEAS = ("ism", "isms", "tion", "logy", "ity", "ness", "ment", "ship")
_NO_PERSONS = frozenset({"Hurricane", "Typhoon", "Cyclone", "Storm", "Mount", "Lake", "Fort", "Cape", "Port", "Camp"})
_ARTICLES = frozenset("a an the this that these those my our your".split())
_DONE_TO_THINGS = frozenset(
    "buy purchase order own use employ utilize wear eat drink drive open close clean wash cook bake pour install build "
    "construct manufacture design repair replace sell ship assemble download launch release publish produce "
    "develop".split()
)


def _no_place(target: Target) -> bool:
    """ "through the Charter of 1662", "in the Vietnam War": a preposition of place before what is none."""
    entity = target.tree.entity_at[target.head]
    words = {target.tree.tokens[index].text.lower() for index in range(entity.first, entity.stop)}
    return bool(words & _NO_PLACES)


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
    """A tagger takes many a name for an organization; "the" before it, or capitals throughout, make that likelier."""
    label, entity = target.entity, target.tree.entity_at[target.head]
    if label in {"GPE", "LOC"} and target.preposition not in PLACE_PREPOSITIONS:
        return ""
    if label == "ORG" and (target.preposition in _SPATIAL or _is_used(target)):  # "drains into the Kattegat"
        return ""
    if label == "ORG":
        words = [target.tree.tokens[index].text for index in range(max(0, entity.first - 1), entity.stop)]
        if not (words[0].lower() == "the" or words[-1].isupper()):
            return ""
    return target.rng.choice(ENTITY_NOUNS.get(label, ("",)))


_SPATIAL = frozenset("into onto across through along toward towards above below beneath beyond near".split())


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
    elif mention.label == "PERSON":
        yield Ask("who", answer, "referring", "who", mention.label, confidence=sure)
    else:
        wh = target.rng.choice(("what", "which")) if mention.kind else "what"
        yield Ask(f"{wh} {mention.kind}".rstrip(), answer, "referring", wh, mention.label, confidence=sure)


_REFERS = {"he": 1.0, "it": 0.85}  # how sure it is that a pronoun stands for a name, by its number


def pronoun(target: Target) -> Iterator[Ask]:
    """A pronoun answers nothing, and neither does "the same one"."""
    token = target.tree.tokens[target.head]
    idiom = token.lemma in _IDIOMS and target.preposition != "" and not target.tree.children[target.head]
    if (
        idiom
        or token.pos in {"PRON", "DET"}
        or token.tag in {"WDT", "WP", "WRB", "PRP", "EX"}
        or token.lemma in EMPTY_HEADS
    ):
        yield Ask("", (), "pronoun", "", "")


def common(target: Target) -> Iterator[Ask]:
    """ "the engineer" → who; "wrought iron" → what metal; "in the garden" → where; "safety" → what."""
    token = target.tree.tokens[target.head]
    role = target.part.role
    if token.pos not in {"NOUN", "PROPN", "VERB", "NUM", "X", "SYM"}:
        return
    answer = target.answer()
    known = noun_class(token.text)
    known = "group" if token.lemma in _CROWDS else known
    label = role.upper() if role in {"attribute", "complement"} else "NOUN"
    name = token.pos == "PROPN"
    office = (
        token.tag == "NN" and not target.tree.has(target.head, {"det", "poss", "amod"}) and target.preposition != ""
    )
    people = (
        known == "person"
        and not is_appliance(target.tree, target.head)
        and not (target.entity == "PERSON" and _is_thing(target))
        and all(
            noun_class(target.tree.tokens[one].text) in {"person", ""} for one in target.tree.conjuncts(target.head)
        )
    )
    language = name and target.preposition in {"into", "in"}  # "translated into Armenian"
    if people and role != "attribute" and not office and not language:
        yield Ask("who", answer, "person", "who", "PERSON")
    elif role == "place" or (role == "attribute" and token.text.lower() in PLACE_ADVERBS):
        yield Ask("where", answer, "place", "where", "PLACE", takes_preposition=False, confidence=_place(known))
    elif (
        known in NAMED_THINGS and not name and known != token.lemma and target.rng.random() < 0.7 and not target.is_list
    ):
        plural = token.tag == "NNS"
        wh = target.rng.choice(("what", "what", "which"))
        yield Ask(f"{wh} {inflect(known, 'NNS') if plural else known}", answer, "class", wh, label, plural=plural)
    else:
        yield Ask("what", answer, "thing", "what", label, confidence=0.6 if name else 1.0)


def _place(known: str) -> float:
    return 1.0 if known in PLACES else 0.3


WHOLE: tuple[AskRule, ...] = (referring, repeated, measured, counted, dated, pronoun, named, common)
