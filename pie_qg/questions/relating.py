"""Nouns that say little without what they relate to: "control [over the port]", "a rise [in prices]"."""

from __future__ import annotations

from pie_qg.tree import Tree

_BY_PREPOSITION = {
    "about": "complaint concern debate doubt information knowledge question worry",
    "against": "action campaign case discrimination fight prejudice protection resistance revolt struggle war",
    "between": "agreement association border boundary conflict connection contact contrast debate dichotomy difference "
    "disparity distinction link relation relationship rivalry similarity",
    "for": "basis credit demand desire forum framework fondness magnet need outlook preference proof reputation "
    "respect responsibility substitute support synonym",
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
