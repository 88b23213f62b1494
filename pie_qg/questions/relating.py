"""What a noun says little without: "control [over the port]", "enough heat [to melt wax]", "a hut [they built]"."""

from __future__ import annotations

from pie_qg.constituents import TIME_ENTITIES, Constituent
from pie_qg.tree import Tree

MAX_PHRASE = 9  # tokens of a noun phrase in a question, before what hangs on it is left out
ASIDE = frozenset({"appos", "parataxis", "advcl", "intj", "meta", "dep", "mark"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
BRACKETS = frozenset("()[]{}")
STOPS = frozenset(",;:") | BRACKETS | {"—", "--", "–"}
_FOLLOWING = ("prep", "acl", "relcl")
_WHEN = frozenset({"time", "moment"})  # "by the time [they came]" says when they came
_EXAMPLES = frozenset({"as", "such", "including"})

_BY_PREPOSITION = {
    "about": "complaint concern debate doubt information knowledge question worry",
    "against": "action campaign case discrimination fight prejudice protection resistance revolt struggle war",
    "between": "agreement association border boundary conflict connection contact contrast debate dichotomy difference "
    "disparity distinction link relation relationship rivalry similarity",
    "for": "basis credit demand desire forum framework fondness magnet need outlook preference proof reputation "
    "respect responsibility substitute support synonym term",
    "from": "emancipation exemption freedom independence protection separation withdrawal",
    "in": "belief change cut decline decrease deterioration difference drop fall gain growth improvement increase "
    "interest involvement part participation reduction rise role shift start",
    "on": "attack ban dependence effect emphasis focus impact influence limit reliance restriction sentiment tax",
    "over": "advantage authority control dominance influence power rule sovereignty victory",
    "to": "access alternative answer attention commitment connection contribution damage devotion exception exposure "
    "importance key link objection opposition reaction relation relationship resistance response solution threat",
    "toward": "attitude move shift step trend",
    "towards": "attitude move shift step trend",
    "with": "agreement alliance association connection contact disagreement experience fault involvement partnership "
    "problem relation relationship trouble",
}
_NOUNS = {preposition: frozenset(nouns.split()) for preposition, nouns in _BY_PREPOSITION.items()}


def related(tree: Tree, head: int) -> list[int]:
    """Return the prepositions that say what a noun relates to: "to" of "resistance to rust in winter"."""
    return [child for child in tree.of(head, ("prep",)) if child > head and relates(tree, head, child)]


def relates(tree: Tree, noun: int, preposition: int) -> bool:
    """Tell whether a noun says little without such a phrase, whatever the parser has the phrase hang on."""
    return tree.tokens[noun].lemma.lower() in _NOUNS.get(tree.tokens[preposition].text.lower(), ())


def related_words(tree: Tree, head: int) -> set[int]:
    """Return the words of what a noun relates to: "control over the port", "the rise in prices and rents"."""
    return {index for preposition in related(tree, head) for index in bounded(tree, preposition)}


def task(tree: Tree, head: int) -> set[int]:
    """Return what a thing is to do: "enough heat to melt wax", "a plan to leave"."""
    clauses = (child for child in tree.of(head, ("acl", "relcl")) if child > head)
    verb = next((one for one in clauses if any(tree.tokens[child].tag == "TO" for child in tree.children[one])), None)
    return set() if verb is None else _held_short(tree, verb)


def told(tree: Tree, noun: int) -> set[int]:
    """Return what a bare noun does that waits for it: "the use of words having two senses"."""
    if any(child < noun for child in tree.children[noun]):
        return set()
    doing = (child for child in tree.of(noun, ("acl",)) if tree.tokens[child].tag == "VBG" and child == noun + 1)
    return {index for child in doing for index in _held_short(tree, child)}


def following(tree: Tree, part: Constituent) -> set[int]:
    """Return what follows a bare noun: "interaction with the ground", "the steps taken by the board".

    The longest that is not too long; a clause that the question is about is not in the constituent.
    """
    if tree.tokens[part.head].lemma in _WHEN:
        return set()
    after = (one for one in tree.of(part.head, _FOLLOWING) if one > part.head and one in part.span)
    first = next((one for one in after if not _is_loose(tree, one)), None)
    if first is None or tree.tokens[min(tree.subtree(first)) - 1].text in STOPS:
        return set()
    return _held_short(tree, first)


def _is_loose(tree: Tree, after: int) -> bool:
    """ "They left the tower in 1902", "metals like tin": when is the verb's, and examples tell nothing apart."""
    dated = any(tree.entity(one) in TIME_ENTITIES for one in tree.of(after, ("pobj",)))
    return tree.tokens[after].dep == "prep" and (dated or tree.tokens[after].text.lower() in _EXAMPLES)


def bounded(tree: Tree, top: int) -> set[int]:
    """Return the longest of a phrase or clause that is not too long: without asides, without clauses in it.

    A phrase may lose phrases in it as well: "control over the port [in the winter of the war]".
    """
    shorter = (ASIDE, CLAUSES | ASIDE, CLAUSES | ASIDE | {"prep"})
    for left_out in shorter if tree.tokens[top].dep == "prep" else shorter[:2]:
        found = tree.subtree(top, below=left_out)
        if len(found) <= MAX_PHRASE:
            return found
    return set()


def _held_short(tree: Tree, top: int) -> set[int]:
    """Return a phrase, or a long clause up to its first comma: "lands that knew no snow[, like those of the south]"."""
    if (found := bounded(tree, top)) or tree.tokens[top].dep == "prep":
        return found
    words = sorted(tree.subtree(top))
    stop = next((index for index in words if index > top and tree.tokens[index].text in STOPS), len(tree.tokens))
    short = {index for index in words if index < stop}
    return short if len(short) <= MAX_PHRASE else set()
