"""What a passage tells of its names that a tagger has missed: which are persons', and which are nobody's.

Each sign is a rule, with a sentence where it was seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pie_qg.constituents import SUBJECTS
from pie_qg.questions.nouns import ADDRESSES, NAME_HEADS, PLACES, TITLES, noun_class
from pie_qg.questions.phrases import QUOTES
from pie_qg.questions.somebody import is_he, is_leader
from pie_qg.records import Entity, Item, Sentence
from pie_qg.tree import Tree

PERSON, THING = "PERSON", "PRODUCT"
# Types that a tagger gives to a name that it does not know.
_UNSURE = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "FAC", "LAW"})
# What has a name and is nobody, and is in no class of nouns.
_AREAS = frozenset("city county district dynasty empire era kingdom period province republic state".split())
_BODIES_IN_SPACE = frozenset("asteroid comet constellation crater galaxy moon planet satellite star".split())
_THINGS = (
    _BODIES_IN_SPACE
    | NAME_HEADS - _AREAS
    | frozenset(
        "album ballet brand comic complex development dictionary document encyclopedia estate journal manual "
        "manuscript monument name nickname novella painting play poem poster product programme screenplay sculpture "
        "software statue surname symphony term text textbook title treatise trilogy website word".split()
    )
)
_CLASSES = frozenset(
    "award battle building disease drug game genre instrument language machine plant religion school sport tool "
    "vehicle war weapon".split()
)
_NAMES = frozenset("name surname nickname term title word".split())
# Words for persons that are said of firms, teams and countries as well.
_OR_BODIES = frozenset(
    "ally backer champion competitor contender contributor creator distributor donor exporter founder giant heir "
    "holder host importer leader maker member newcomer opponent owner partner pioneer player producer provider "
    "publisher rival seller sponsor successor supplier supporter user winner".split()
)
# Last words of names that are more often another thing's.
_NO_SURNAMES = PLACES | frozenset("building group organization school".split())
_AGE = re.compile(r"\d{1,2}|10\d")
_NUMERAL = re.compile(r"[IVX]+")  # of a king
_BESIDE = 2  # tokens from a name to what stands in apposition: a comma or a bracket between


@dataclass(frozen=True, slots=True)
class _Told:
    """What a passage tells: the type of some names, and the last names of its persons."""

    labels: dict[str, str]
    surnames: frozenset[str]

    def of(self, sentence: Sentence) -> Sentence:
        """Return a sentence with its names' types set right."""
        tree = Tree(sentence)
        entities = tuple(self._set_right(tree, entity) for entity in sentence.entities)
        return replace(sentence, entities=entities) if entities != sentence.entities else sentence

    def _set_right(self, tree: Tree, entity: Entity) -> Entity:
        text = _text(tree, entity)
        label = self.labels.get(text, "")
        if (
            not label
            and entity.label in _UNSURE | {"NORP"}
            and text in self.surnames
            and not _has_article(tree, entity)
        ):
            label = PERSON
        if entity.label == "DATE" and text in self.surnames and _is_called_so(tree, entity):
            label = PERSON
        if not label or label == entity.label:
            return entity
        return replace(entity, label=label, first=_name_first(tree, entity))


def _is_called_so(tree: Tree, entity: Entity) -> bool:
    """ "Theresa Berg … May's plan": a month does nothing, and has no plan."""
    token = tree.tokens[entity.first]
    return entity.stop - entity.first == 1 and token.tag == "NNP" and token.dep in SUBJECTS | {"poss"}


def relabelled(item: Item) -> Item:
    """Return an item whose names have the types that its sentences tell."""
    trees = [Tree(sentence) for sentence in item.sentences]
    labels = dict(found for tree in trees for found in _labels(tree)) | dict.fromkeys(_written_small(trees), THING)
    told = _Told(labels, frozenset((*_surnames(trees, labels), *_mostly_persons(trees))))
    paraphrases = (replace(one, sentences=tuple(map(told.of, one.sentences))) for one in item.paraphrases)
    return replace(item, sentences=tuple(map(told.of, item.sentences)), paraphrases=tuple(paraphrases))


def _labels(tree: Tree) -> Iterator[tuple[str, str]]:
    """Yield the names that a sentence says to be a person's or nobody's, with their types."""
    for entity in tree.sentence.entities:
        head = _head(tree, entity)
        known = noun_class(_text(tree, entity)) or noun_class(tree.tokens[head].text)
        last = tree.tokens[head]
        letters = last.text.isupper() and not _NUMERAL.fullmatch(last.text)
        nameless = last.tag == "NNPS" or letters or last.text.lower() in _THINGS
        called = entity.label in _UNSURE | {PERSON} and _is_called(tree, entity, head)
        if called or (entity.label == PERSON and _is_thing(tree, head)):
            yield _text(tree, entity), THING
        elif entity.label in _UNSURE | {"GPE"} and _is_somebody(tree, entity, head):
            yield _text(tree, entity), PERSON
        elif entity.label in _UNSURE | {"GPE"} and known in {"", "person"} and not nameless:
            described = entity.label != "GPE" and not _has_article(tree, entity) and _is_person(tree, head)
            titled = tree.tokens[entity.first].tag != "DT" and _is_titled(tree, entity, head)
            if titled or described:
                yield _text(tree, entity), PERSON


def _written_small(trees: Sequence[Tree]) -> Iterator[str]:
    """ "The players of bandy left. Bandy was banned.": what a passage writes small elsewhere is nobody's name."""
    small = {token.text for tree in trees for token in tree.tokens if token.tag == "NN" and token.text.islower()}
    for tree in trees:
        for entity in tree.sentence.entities:
            text = _text(tree, entity)
            if entity.first == 0 and entity.label == PERSON and text.lower() in small:
                yield text


def _surnames(trees: Sequence[Tree], labels: dict[str, str]) -> Iterator[str]:
    """ "Francis Schmitt … Schmitt founded": the last names of the persons whose whole names a passage has."""
    for tree in trees:
        for entity in tree.sentence.entities:
            text = _text(tree, entity)
            last = text.split()[-1] if text else ""
            person = labels.get(text, entity.label) == PERSON
            named = last[:1].isupper() and not last.isupper() and noun_class(last) not in _NO_SURNAMES
            if person and last != text and named:
                yield last


def _mostly_persons(trees: Sequence[Tree]) -> Iterator[str]:
    """ "Berg sang. … for Berg": a name of one word that is a person's where a tagger has it at least as often so."""
    count: Counter[str] = Counter()
    for tree in trees:
        for entity in tree.sentence.entities:
            text = _text(tree, entity)
            known = noun_class(text)
            if text.isalpha() and not text.isupper() and (not known or (known == "month" and entity.label == PERSON)):
                count[text] += 1 if entity.label == PERSON else -1
    yield from (text for text, more in count.items() if more >= 0)


def _is_titled(tree: Tree, entity: Entity, head: int) -> bool:
    """ "Maharaja Ranjit", "Secretary of State Ada Berg", "the king Sanatruk": a title stands before the name."""
    before = tree.tokens[entity.first - 1].text.lower() if entity.first else ""
    titles = [child for child in tree.of(head, ("compound", "nmod")) if child < head]
    return before in TITLES or any(tree.tokens[child].text.lower() in TITLES for child in titles)


def _is_somebody(tree: Tree, entity: Entity, head: int) -> bool:
    """Tell whether a name is a person's, whatever else its words may mean."""
    he = not _has_article(tree, entity) and is_he(tree, head)
    return he or _is_addressed(tree, entity) or _is_aged(tree, entity) or is_leader(tree, entity)


def _is_addressed(tree: Tree, entity: Entity) -> bool:
    """ "Mr Lynam", all of it taken for a name."""
    return tree.tokens[entity.first].text.lower() in ADDRESSES and entity.stop - entity.first > 1


def _is_aged(tree: Tree, entity: Entity) -> bool:
    """ "Paddy Lynam, 90, left": the number after a name is how old somebody is."""
    after = [token.text for token in tree.tokens[entity.stop : entity.stop + 3]]
    return len(after) == 3 and after[0] == after[2] == "," and _AGE.fullmatch(after[1]) is not None


def _is_person(tree: Tree, head: int) -> bool:
    """ "Kadir was Mayor", "the mayor, Kadir": a noun for somebody says who it is."""
    said = _said_of(tree, head)
    return any(
        tree.tokens[one].tag in {"NN", "NNP"}
        and tree.tokens[one].lemma.lower() not in _OR_BODIES
        and not tree.entity(one)
        and (one < head or tree.tokens[one].tag == "NNP" or tree.has(one, {"det", "poss"}))
        and (tree.tokens[one].tag == "NN" or tree.tokens[one].text.lower() in TITLES)
        and noun_class(tree.tokens[one].lemma) == "person"
        for one in said
    )


def _is_thing(tree: Tree, head: int) -> bool:
    """ "Historia Naturalis, an encyclopedia", "Emma is a novel", "Roberts serves as a surname": what it is called."""
    verb = tree.tokens[head].head
    named = [
        noun
        for preposition in (tree.of(verb, ("prep",)) if tree.tokens[head].dep in SUBJECTS else ())
        if tree.tokens[preposition].text.lower() == "as" and not tree.has(verb, {"dobj"})
        for noun in tree.of(preposition, ("pobj",))
        if tree.tokens[noun].lemma in _NAMES
    ]
    if tree.tokens[min(head + 1, len(tree.tokens) - 1)].text == ":":  # "his book, Diana: A Life"
        return False
    return bool(named) or any(
        tree.tokens[one].tag in {"NN", "JJS"} and _names_thing(tree, one) and tree.has(one, {"det", "poss"})
        for one in _said_of(tree, head)
    )


def _is_called(tree: Tree, entity: Entity, head: int) -> bool:
    """ "the novel Emma", "its old name 'Byzantion'": a common noun just before the name says what it is."""
    before = entity.first - 1
    while before > 0 and tree.tokens[before].text in QUOTES:
        before -= 1
    token = tree.tokens[before]
    beside = before >= 0 and token.dep == "compound" and token.head == head and token.tag == "NN"
    return beside and token.text.islower() and _names_thing(tree, before)


def _said_of(tree: Tree, head: int) -> Iterator[int]:
    """Yield the nouns that a copula or an apposition says of a name, on either side."""
    token = tree.tokens[head]
    after = next((one for one in tree.of(head, ("appos",)) if min(tree.subtree(one)) - head <= _BESIDE), None)
    if after is not None:
        yield after
    if token.dep == "appos" and min(tree.subtree(head, {"punct"})) - token.head <= _BESIDE:
        yield token.head
    if tree.tokens[token.head].lemma == "be" and token.dep in {"nsubj", "attr"}:
        yield from tree.of(token.head, ({"nsubj", "attr"} - {token.dep}))


def _names_thing(tree: Tree, index: int) -> bool:
    """ "novel", "battle"; "the largest of its moons" is one of them."""
    of = (tree.first(one, ("pobj",)) for one in tree.of(index, ("prep",)) if tree.word(one) == "of")
    if tree.tokens[index].tag in {"JJS", "CD"}:
        return any(one is not None and tree.tokens[one].lemma in _BODIES_IN_SPACE for one in of)
    lemma = tree.tokens[index].lemma.lower()
    return lemma in _THINGS or noun_class(lemma) in _CLASSES


def _head(tree: Tree, entity: Entity) -> int:
    """Return the word of a name that the others hang on; its last where none or several do."""
    heads = [index for index in entity.indices if tree.tokens[index].head not in entity.indices]
    return heads[-1] if heads else entity.stop - 1


def _name_first(tree: Tree, entity: Entity) -> int:
    """ "Secretary of [Defense Leon Panetta]": where the name itself begins."""
    head = _head(tree, entity)
    own = (index for index in entity.indices if index == head or tree.tokens[index].head == head)
    return next(own, entity.first)


def _text(tree: Tree, entity: Entity) -> str:
    """Return the words of a name, without an article and a genitive."""
    return tree.text(tree.trimmed(index for index in entity.indices if tree.tokens[index].tag not in {"POS", "DT"}))


def _has_article(tree: Tree, entity: Entity) -> bool:
    return any(tree.tokens[one].tag == "DT" for one in (entity.first, max(entity.first - 1, 0)))
