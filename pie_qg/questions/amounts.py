"""How much of it there is, where a noun says of what: "a population of 43,000", "a depth of 40 metres"."""

from __future__ import annotations

from collections.abc import Iterator

from pie_qg.questions.ask import Ask, Target
from pie_qg.questions.numbers import exact, is_amount
from pie_qg.tree import Tree

# What is measured or counted, and has a name of its own.
_MAGNITUDES = frozenset(
    "age altitude amplitude angle area attendance audience breadth budget capacity charge circumference cost debt "
    "density depth diameter discount distance duration elevation fee fine frequency gradient height humidity income "
    "interest length lifespan limit margin mass maximum median minimum mortality output payload penalty population "
    "power precipitation pressure price profit radius rainfall range rate rent revenue salary salinity score size "
    "slope speed stake strength sum surplus tax temperature thickness thrust toll turnout turnover value velocity "
    "voltage volume wage wavelength weight width wingspan yield".split()
)
_UNSAID = frozenset({"det", "predet"})
_MEASURES = frozenset({"CARDINAL", "QUANTITY", "PERCENT"})


def amounting(target: Target) -> Iterator[Ask]:
    """ "has a population of 43,000" → what population; "at a speed of 30 km/h" → at what speed."""
    tree, head = target.tree, target.head
    measure = measure_of(tree, head)
    if measure is None or target.is_list or target.part.role == "attribute" or target.preposition == "with":
        return
    said = tuple(index for index in target.part.core if index <= head and tree.tokens[index].dep not in _UNSAID)
    if said == tuple(range(said[0], head + 1)):
        answer = exact(tree, tree.span(measure))
        yield Ask(f"what {target.write(said)}", answer, "amount", "what", "QUANTITY", said=said)


def measure_of(tree: Tree, head: int) -> int | None:
    """Return the noun or number that says how much: "a population of [43,000]"; None where more is said of it."""
    if tree.tokens[head].lemma.lower() not in _MAGNITUDES or tree.tokens[head].tag != "NN":
        return None
    prepositions = [*tree.of(head, ("prep",))]
    if len(prepositions) != 1 or tree.has(prepositions[0], {"conj"}):
        return None
    if tree.has(head, {"poss", "relcl", "acl", "appos", "conj", "nummod"}):
        return None
    if any(tree.tokens[child].tag in {"JJR", "JJS"} for child in tree.of(head, ("amod",))):  # "the highest speed"
        return None
    measure = tree.first(prepositions[0], ("pobj",))
    if (
        tree.word(prepositions[0]) != "of"
        or measure is None
        or tree.has(measure, {"conj", "relcl", "acl", "prep", "appos"})
    ):
        return None
    number = tree.first(measure, ("nummod",))
    counted = is_amount(tree, measure if number is None else number)
    money = tree.entity(measure) == "MONEY"
    return measure if counted or money or (tree.entity(measure) in _MEASURES and number is not None) else None
