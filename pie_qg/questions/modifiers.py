"""How to ask for a word in a noun phrase: what kind of thing it is, and whose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pie_qg.constituents import PLACE_ENTITIES
from pie_qg.lexicon import UNITS_OF_MEASURE
from pie_qg.questions.ask import Ask, Target
from pie_qg.questions.mention import name_class
from pie_qg.questions.nouns import noun_class
from pie_qg.questions.phrases import strip_start
from pie_qg.tree import Tree

EMPTY_HEADS = frozenset(
    "one ones thing things something way ways case lot example fact kind type sort several many some few most "
    "extent degree".split()
)
# Adjectives that tell no kind.
VAGUE = frozenset(
    "other many such several different various main first last same new more most few own certain much next good "
    "great only particular similar major important large small big little old second third single whole entire north "
    "south east west northern southern eastern western very so too as additional further total non- best better early "
    "late long short high low full real actual likely possible able substantial essential equal final central special "
    "formal normal usual natural crucial exceptional vital partial ideal potential initial eventual traditional "
    "beautiful dramatic fundamental popular unusual limited extended increased reduced combined continued complicated "
    "radical ordered advanced noted renowned chronic drastic necessary primary contrary temporary available common "
    "typical specific individual overall general another underlying aforementioned following previous recent current "
    "modern numerous multiple remaining so-called called alleged given principal significant core historical "
    "unprecedented related associated relevant corresponding respective proposed intended desired selected reported "
    "assumed chosen claimed expected perceived presumed supposed estimated apparent end "
    "size later earlier matching".split()
)


def kind_of(target: Target) -> Iterator[Ask]:
    """ "gusset plates" → what type of plates? gusset; "structural safety" → what kind of safety? structural."""
    tree, head = target.tree, target.head
    token = tree.tokens[head]
    if token.pos != "NOUN" or target.entity or tree.has(head, {"poss", "npadvmod"}):
        return
    if token.lemma.lower() in EMPTY_HEADS | UNITS_OF_MEASURE:  # "cubic yards" are a unit, and no kind of yards
        return
    # "A Gothic church and a tower stand": the verb is not of the one.
    if token.tag != "NNS" and tree.has(head, {"conj", "nummod"}):
        return
    before = [child for child in tree.of(head, ("amod", "compound")) if child < head]
    last = before[-1] if before else head
    answer = tree.trimmed(tree.subtree(last))
    if last != head - 1 or not answer or answer[-1] != last or not all(_says_kind(tree, one) for one in answer):
        return
    if not re.match(r"\w*[^\W\d]\w", tree.text(answer)):  # "the C melody", "a +6 advantage"
        return
    if answer[0] - 1 in before and not _is_apart(tree, last, before):  # "citric acid cycle" is no kind of cycle
        return
    if token.lemma.lower() in _AFTER_NOUNS:
        return
    rest = tuple(index for index in target.part.core if index >= head)
    wh = target.rng.choice(("what type of", "what kind of"))
    wh = "which" if token.lemma in _SIDES else wh
    plural = token.tag == "NNS"
    sure = 0.9 if target.part.role == "object" else 0.8
    yield Ask(
        f"{wh} {target.write(rest)}", answer, "kind", wh.split()[0], "MODIFIER", plural, confidence=sure, said=rest
    )


def _is_apart(tree: Tree, last: int, before: list[int]) -> bool:
    """ "large Gothic churches": an adjective of size or rank stands before one of kind, and is no part of it."""
    return tree.tokens[last].dep == "amod" and all(tree.tokens[one].text.lower() in VAGUE for one in before[:-1])


# Of which a thing has a few: "the northern side" is no kind of side.
_SIDES = frozenset("side half shore bank coast".split())
# Adjectives that class things end so; the others ("large", "considerable", "massive") say how, and not which.
_CLASSIFYING = ("al", "ic", "ar", "ary", "ish", "ese", "ian", "an", "oid", "ine", "ile", "ed", "en", "free", "based")
# Adjectives of other endings that class things.
_CLASSING = frozenset(
    "foreign civil private native female male religious indigenous nervous infectious explosive adhesive automotive "
    "conservative regulatory sensory renewable disposable reusable raw fresh liquid military monetary married "
    "homeless wireless".split()
)


# Words that stand after the noun, and are no noun that the one before tells a kind of: "cook supreme", "lids galore".
_AFTER_NOUNS = frozenset("aplenty elect emeritus extraordinaire fine galore incarnate laureate proper supreme".split())


_JOINED = frozenset({"related", "specific"})  # "work-related" says to what
# "The term cordillera" names no kind either.
WORDS = frozenset("term word name phrase title concept letter".split())


def _says_kind(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    comparison = token.tag in {"JJR", "JJS", "RBR", "RBS", "CD", "DT"} or tree.entity(index) in {
        "ORDINAL",
        "DATE",
        "CARDINAL",
    }
    name = tree.entity(index) not in {"", "NORP", "LANGUAGE"} or token.tag in {"VBG", "NNPS"}
    classes = token.text.lower().endswith(_CLASSIFYING) or token.text.lower() in _CLASSING
    if token.pos == "ADJ" and not tree.entity(index) and not classes:
        return False
    if token.pos == "PROPN" and not tree.entity(index):  # "Inc. magazine"
        return False
    empty = VAGUE | EMPTY_HEADS | WORDS
    joined = index > 0 and tree.tokens[index - 1].text == "-" and token.text.lower() in _JOINED
    return not comparison and not name and (joined or not {token.lemma.lower(), token.text.lower()} & empty)


def whose(target: Target) -> Iterator[Ask]:
    """ "Darwin's theory of evolution" → whose theory of evolution? Darwin."""
    tree = target.tree
    owner = tree.first(target.head, ("poss",))
    if owner is not None and owner in target.stands_for and not target.is_list:
        yield from _whose_name(target, owner)
    if owner is None or tree.tokens[owner].pos not in {"PROPN", "NOUN"} or target.is_list:
        return
    rest = tuple(index for index in target.part.core if index > max(tree.subtree(owner)))
    if not rest or not _owns(tree, owner, target.head):
        return
    known = name_class(tree, owner)
    somebody = noun_class(tree.tokens[owner].lemma) == "person" and tree.tokens[owner].text.islower()
    known = known or ("place" if tree.entity(owner) in PLACE_ENTITIES and not somebody else "")
    wh = f"which {known}'s" if known and tree.entity(owner) != "PERSON" else "whose"
    answer = strip_start(tree, tree.span(owner, without={"case", "relcl", "appos"}))
    label = tree.entity(owner) or "NOUN"
    plural = tree.tokens[target.head].tag == "NNS"
    yield Ask(f"{wh} {target.write(rest)}", answer, "owner", wh.split()[0], label, plural, said=rest)


def _owns(tree: Tree, owner: int, owned: int) -> bool:
    """Tell whether somebody or a name owns a thing; not "children's books", nor the people of the People's Republic.

    "The school's men's team" is no team of the school's men.
    """
    token, entity = tree.tokens[owner], tree.entity_at.get(owner)
    plain = token.pos == "NOUN" or token.tag == "NNPS"
    if plain and not tree.has(owner, {"det", "poss", "amod", "compound"}):
        return False
    after = min(max(tree.subtree(owner)) + 1, owned)
    if token.text.lower() in _SORTS or tree.tokens[after].lemma.lower() in _FEASTS:
        return False
    if token.lemma.lower() in _TRADES and noun_class(tree.tokens[owned].lemma) != "person":
        return False
    named = [owned, *range(owner + 2, min(owner + 3, len(tree.tokens)))]
    if any(tree.tokens[index].pos == "PROPN" for index in named) or tree.tokens[owned].text.istitle():
        return False  # "the Princes' Islands", "King's College students"
    if entity is not None and entity is tree.entity_at.get(owned) and entity.label not in PLACE_ENTITIES:
        return False
    return token.pos == "PROPN" or (noun_class(token.lemma) == "person" and token.lemma not in _ANYBODY)


_ANYBODY = frozenset("person individual human people somebody someone".split())  # "before a person's given name"


_FEASTS = frozenset("day eve week".split())  # "St. Patrick's day parade", "New Year's Eve"
# "My old chef's knife", "a baker's rack": tools and goods are named after who works with them.
_TRADES = frozenset(
    "baker barber bricklayer brewer butcher carpenter chef cobbler collector cook dressmaker driver farmer fisherman "
    "florist gardener hunter jeweler jeweller mason mechanic miner nurse painter plumber sailor seaman shepherd "
    "shoemaker surgeon tailor waiter watchmaker weaver woodworker".split()
)
_SORTS = frozenset("men women boys girls children ladies".split())


def _whose_name(target: Target, owner: int) -> Iterator[Ask]:
    """ "Her theory changed physics." → Whose theory? The person's that an earlier sentence names."""
    mention = target.stands_for[owner]
    rest = tuple(index for index in target.part.core if index > owner)
    if mention.label == "PERSON" and rest:
        plural = target.tree.tokens[target.head].tag == "NNS"
        yield Ask(f"whose {target.write(rest)}", (owner,), "owner", "whose", "PERSON", plural, said=rest)
