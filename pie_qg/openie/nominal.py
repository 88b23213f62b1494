"""What noun phrases say without a verb: apposition, titles, possession, location."""

from __future__ import annotations

from collections.abc import Iterator

from pie_qg.constituents import COORDINATION, PLACE_ENTITIES, TIME_ENTITIES, core
from pie_qg.lexicon import words
from pie_qg.openie.facts import Fact, Part
from pie_qg.openie.phrases import LOOSE, closed_up
from pie_qg.openie.verbal import be
from pie_qg.tree import Tree

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"})
NUMBERLIKE = TIME_ENTITIES | {"CARDINAL", "ORDINAL", "MONEY", "QUANTITY", "PERCENT"}
TITLES = words(
    "President Vice Prime Minister Chancellor Senator Sen. Governor Gov. Mayor Congressman Congresswoman Rep. King "
    "Queen Prince Princess Emperor Empress Tsar Pope Cardinal Archbishop Bishop Sir Lord Lady Dame Duke Duchess Earl "
    "Count Countess Baron Judge Justice General Gen. Colonel Col. Major Captain Capt. Lieutenant Lt. Sergeant Admiral "
    "Professor Prof. Dr. Doctor Chairman Director Secretary Ambassador Commissioner Coach Pharaoh Sultan Saint"
)


def nominal_facts(tree: Tree) -> Iterator[Fact]:
    """Yield the facts that the noun phrases of a sentence imply."""
    for index, token in enumerate(tree.tokens):
        if token.dep == "appos":
            yield from _apposition(tree, index)
        elif token.dep == "poss":
            yield from _possession(tree, index)
        elif token.dep == "compound":
            yield from _title(tree, index)
        elif token.dep == "prep":
            yield from _location(tree, index)


def _apposition(tree: Tree, index: int) -> Iterator[Fact]:
    """ "Paris, the capital of France, …": Paris | is | the capital of France."""
    head = tree.tokens[index].head
    if not (_is_noun(tree, head) and _is_noun(tree, index)) or _is_number(tree, head) or _is_number(tree, index):
        return
    named, other = (index, head) if _is_name(tree, index) and not _is_name(tree, head) else (head, index)
    implied = be(tree, named)
    subject = _bare(tree, named, "subject")
    if tree.entity(head) in PLACE_ENTITIES and tree.entity(index) in PLACE_ENTITIES:
        yield Fact("place name", subject, (), (_bare(tree, other, "place"),), f"{implied} in")
        return
    yield Fact("apposition", subject, (), (_bare(tree, other, "attribute"),), implied)


def _title(tree: Tree, index: int) -> Iterator[Fact]:
    """ "President Obama": Obama | is | President; "the film Jaws": Jaws | is | the film."""
    head = tree.tokens[index].head
    entity = tree.entity_at.get(head)
    if entity is None or entity.label not in ("PERSON", "WORK_OF_ART", "ORG", "PRODUCT") or index > head:
        return
    token = tree.tokens[index]
    common = token.tag == "NN" and tree.tokens[head].pos == "PROPN" and not entity.first <= index
    if not (common or (token.text in TITLES and entity.label == "PERSON")):
        return
    name = tuple(i for i in range(max(entity.first, index + 1), entity.stop))
    title = tree.trimmed(
        {i for i in tree.subtree(head, LOOSE | COORDINATION | {"prep", "acl", "poss", "case"}) if i <= index}
    )
    if name and title:
        subject = Part("subject", head, name, (), name)
        attribute = Part("attribute", index, title, (), title)
        yield Fact("title", subject, (), (attribute,), be(tree, head))


def _possession(tree: Tree, index: int) -> Iterator[Fact]:
    """ "the river's mouth": the river | has | mouth."""
    owned = tree.tokens[index].head
    if tree.tokens[index].pos == "PRON" or _is_number(tree, index) or not _is_noun(tree, owned):
        return
    kept = tree.subtree(owned, LOOSE | COORDINATION | {"poss"}, LOOSE)
    thing = Part("object", owned, tree.trimmed(closed_up(tree, kept)), (), core(tree, owned))
    owner = tree.trimmed(tree.subtree(index, LOOSE | {"case"}))
    subject = Part("subject", index, owner, (), owner)
    yield Fact("possession", subject, (), (thing,), "have" if tree.tokens[index].tag == "NNS" else "has")


def _location(tree: Tree, index: int) -> Iterator[Fact]:
    """ "the University of Vienna in Austria": the University of Vienna | is | in Austria."""
    noun = tree.tokens[index].head
    object_ = tree.first(index, ("pobj",))
    if object_ is None or not _is_noun(tree, noun) or tree.tokens[index].lemma.lower() not in ("in", "at"):
        return
    if tree.entity(object_) not in PLACE_ENTITIES or not _is_name(tree, noun):
        return
    subject = _bare(tree, noun, "subject")
    place = _bare(tree, object_, "place")
    where = Part("place", object_, place.tokens, (index,), place.core)
    yield Fact("location", subject, (), (where,), be(tree, noun))


def _bare(tree: Tree, head: int, role: str) -> Part:
    tokens = tree.trimmed(closed_up(tree, tree.subtree(head, LOOSE | COORDINATION | {"acl"}, LOOSE)))
    return Part(role, head, tokens, (), core(tree, head))


def _is_noun(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos in ("NOUN", "PROPN")


def _is_name(tree: Tree, index: int) -> bool:
    return tree.entity(index) in NAMES or tree.tokens[index].pos == "PROPN"


def _is_number(tree: Tree, index: int) -> bool:
    return tree.entity(index) in NUMBERLIKE
