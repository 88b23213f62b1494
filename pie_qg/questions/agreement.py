"""What a pronoun and a noun phrase must have in common for one to stand for the other: number, person, clause."""

from __future__ import annotations

from collections.abc import Sequence

from pie_qg.clauses import is_finite
from pie_qg.constituents import SUBJECTS
from pie_qg.english import is_plural
from pie_qg.lexicon import TIME_NOUNS
from pie_qg.questions.nouns import PLACES, is_somebody, noun_class
from pie_qg.tree import Tree

HE, SHE, IT, THEY = "he", "she", "it", "they"
PRONOUNS = {
    "he": HE, "him": HE, "his": HE, "she": SHE, "her": SHE, "hers": SHE, "it": IT, "its": IT,
    "they": THEY, "them": THEY, "their": THEY, "theirs": THEY,
}  # fmt: skip

_NOBODY = PLACES | {"school", "organization"}
"""Classes of names that the parser may take for somebody's: "Galatasaray High School"."""
NO_ANTECEDENTS = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"})
"""Types of entities that no pronoun stands for."""
_WITHIN = frozenset({"compound", "npadvmod", "nmod", "amod", "poss"})
"""Parts of a phrase that a pronoun does not stand for either."""
_NEVER = {
    SHE: frozenset("man boy father son brother husband uncle nephew grandfather king prince monk widower".split()),
    HE: frozenset("woman girl mother daughter sister wife aunt niece grandmother queen princess nun widow".split()),
}
"""Words for persons whom a pronoun is never used of."""
_QUANTIFIERS = frozenset("any each every another either neither".split())
_SPEECH = frozenset("say argue note write claim believe think suggest explain contend conclude insist remark".split())
_WORDS = frozenset("name surname nickname forename word term title pseudonym patronymic matronymic toponym".split())
_LINKING = frozenset({"be", "become", "remain", "prove"})


def number_of(tree: Tree, head: int) -> str:
    """Return the pronoun that a noun phrase takes: "he" for any person, "it", "they"; "" for a first person."""
    token = tree.tokens[head]
    if token.pos == "PRON":
        return PRONOUNS.get(token.text.lower(), "")
    nation = tree.entity(head) == "NORP" and tree.has(head, {"det"})  # "the French"
    if is_plural(tree.tokens, head) or (nation and not token.text.endswith("an")):
        return THEY
    if tree.entity(head) == "PERSON" and noun_class(token.text) in _NOBODY:  # "sent him to Caesarea"
        return IT
    if _is_word(tree, head):
        return IT
    speaks = token.pos == "PROPN" and token.dep == "nsubj" and tree.tokens[token.head].lemma in _SPEECH
    if speaks and not tree.has(head, {"det"}):  # "Sherratt argues that it …"
        return HE
    if tree.entity(head) == "PERSON" or (not tree.entity(head) and noun_class(token.lemma) == "person"):
        return HE
    return IT


def _is_word(tree: Tree, head: int) -> bool:
    """ "Miller is a common surname": what is said to be a name is no person."""
    token = tree.tokens[head]
    said = tree.of(token.head, ("attr",)) if token.dep in SUBJECTS else ()
    return any(tree.tokens[one].lemma.lower() in _WORDS for one in said)


def agrees(mention: str, pronoun: str) -> bool:
    """Tell whether a pronoun can stand for a noun phrase, by their numbers; "he" mentions any person."""
    return mention == pronoun or (mention in {HE, SHE} and pronoun in {HE, SHE} and mention == HE)


def gender_fits(lemma: str, pronoun: str) -> bool:
    """ "A man … she": a word for a man or a woman is meant by one of the two pronouns only."""
    return lemma not in _NEVER.get(pronoun, ())


def is_body(tree: Tree, own: int, number: str) -> bool:
    """ "The United States received their first medal": a country, a team or a company is one thing, or many."""
    group = noun_class(tree.tokens[own].lemma) in {"group", "organization", "country", "school", "unit"}
    return number == THEY and (tree.entity(own) in {"ORG", "GPE", "NORP"} or group)


def beside_owner(tree: Tree, index: int, number: str) -> bool:
    """ "Ada and her brothers left", "enslaving rebels and their villages": a list explains its possessives."""
    owned = tree.tokens[tree.tokens[index].head]
    if owned.dep != "conj":
        return False
    first = owned.head
    owner = tree.tokens[first]
    if owner.pos == "PRON":
        return number == number_of(tree, first)
    if owner.tag in {"NNS", "NNPS"}:
        return number == THEY
    if is_somebody(tree, first):
        return number in {HE, SHE}
    unknown = owner.pos == "PROPN"  # a name that may be somebody's
    return number == IT or (unknown and number in {HE, SHE})


def may_own(tree: Tree, own: int, number: str) -> bool:
    """Tell whether a clause's own subject may be whose a thing of it is, so that the pronoun can stay."""
    agreeing = agrees(number_of(tree, own), number) and gender_fits(tree.tokens[own].lemma.lower(), number)
    return agreeing or is_body(tree, own, number) or owned_by_relative(tree, own, number)


def explained_by(tree: Tree, index: int) -> int | None:
    """Return the subject of a clause that says whose a thing in it is, or None where a list or a "who" says so."""
    own = own_subject(tree, index)
    listed = tree.tokens[tree.tokens[index].head].dep == "conj"
    return None if own is None or listed or tree.tokens[own].tag in {"WP", "WDT"} else own


def named_here(tree: Tree, index: int) -> bool:
    """ "Sahak sent for the monk when he was ill.": a name of nobody knows what, which "he" may stand for."""
    before = (other for other in range(index) if tree.tokens[other].dep in SUBJECTS)
    return any(tree.tokens[other].tag == "NNP" and not tree.entity(other) for other in before)


def owned_by_relative(tree: Tree, own: int, number: str) -> bool:
    """ "Lincoln, who came before his speech": the clause itself says whose."""
    word, verb = tree.tokens[own].text.lower(), tree.tokens[own].head
    if word not in {"that", "which", "who"} or tree.tokens[verb].dep != "relcl":
        return False
    antecedent = tree.tokens[verb].head
    return agrees(number_of(tree, antecedent), number) or (word == "who" and number in {HE, SHE})


def also_within(tree: Tree, words: Sequence[int], head: int) -> frozenset[str]:
    """Return the pronouns that other nouns of a phrase take: in "the works of poets", "they" may be either.

    A name has one thing in it: "the Bank of England".
    """
    if tree.tokens[head].pos == "PROPN":
        return frozenset()
    nouns = (index for index in words if index != head and tree.tokens[index].dep in {"pobj", "poss", "conj"})
    return frozenset(number_of(tree, index) for index in nouns) - {""}


def rivalled(tree: Tree, index: int, number: str, head: str) -> bool:
    """ "She took the wheel from it", "and called it a barn": an object may be any thing that its sentence named before.

    But not the subject of its own clause; and `head`, what is taken to be meant, is no rival of itself.
    """
    token = tree.tokens[index]
    if (number == THEY and _in_their_place(tree, index)) or _is_bound(tree, index, number):
        return True
    if number not in {IT, THEY} or token.dep == "poss" or (token.dep in SUBJECTS and _leads(tree, token.head)):
        return False
    own = own_subject(tree, index)
    before = (other for other in range(index) if other != own and _is_thing(tree, other))
    return any(number_of(tree, other) == number and tree.tokens[other].lemma.lower() != head for other in before)


def _is_bound(tree: Tree, index: int, number: str) -> bool:
    """ "The rule is that each mill keeps what it earns.": any of them, and nothing that was named before."""
    subjects = (tree.first(above, SUBJECTS) for above in tree.ancestors(index))
    return any(
        one is not None and one < index and number_of(tree, one) == number and is_any(tree, sorted(tree.subtree(one)))
        for one in subjects
    )


def _in_their_place(tree: Tree, index: int) -> bool:
    """ "The pumps move the fluids to the tank, where they cool.": what is brought somewhere is there as well."""
    token = tree.tokens[index]
    verb = token.head
    if token.dep not in SUBJECTS or tree.tokens[verb].dep != "relcl":
        return False
    if not any(tree.tokens[one].text.lower() == "where" for one in tree.of(verb, ("advmod",))):
        return False
    others = (one for one in range(min(tree.subtree(verb))) if tree.tokens[one].tag == "NNS" and _is_thing(tree, one))
    return any(tree.tokens[one].dep not in SUBJECTS for one in others)


def _is_thing(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    timed = tree.entity(index) in NO_ANTECEDENTS or token.lemma.lower() in TIME_NOUNS
    return token.pos in {"NOUN", "PROPN"} and token.dep not in _WITHIN and not timed


def _leads(tree: Tree, verb: int) -> bool:
    """Tell whether a clause stands by itself: finite, and not what somebody said."""
    return is_finite(tree, verb) and tree.tokens[verb].dep != "ccomp"


def is_any(tree: Tree, words: Sequence[int]) -> bool:
    """ "Any trade", "each priest": said of all alike, so that outside its clause a pronoun stands for none of them."""
    return bool(words) and tree.tokens[words[0]].text.lower() in _QUANTIFIERS


def presents(tree: Tree) -> bool:
    """ "Before Ada, the last queen was Anna.": the sentence has come to somebody else than its first name."""
    return any(
        token.dep == "attr" and token.pos == "PROPN" and tree.entity(index) == "PERSON" and is_main(tree, token.head)
        for index, token in enumerate(tree.tokens)
    )


def is_said_to_be(tree: Tree, index: int) -> bool:
    """ "They are the busiest stations": what they are tells them, and it need not be what the sentence before is on."""
    token = tree.tokens[index]
    return (
        token.dep in SUBJECTS and tree.tokens[token.head].lemma == "be" and tree.first(token.head, {"attr"}) is not None
    )


def is_main(tree: Tree, verb: int) -> bool:
    """ "The mill burnt down and the barn was sold": two clauses, neither within another."""
    above = (index for index in (verb, *tree.ancestors(verb)) if tree.tokens[index].dep != "conj")
    return tree.tokens[next(above, verb)].dep == "ROOT"


def own_subject(tree: Tree, index: int) -> int | None:
    """Return the subject of the clause that a token stands in."""
    for above in (index, *tree.ancestors(index)):
        if tree.tokens[above].pos in {"VERB", "AUX"}:
            found = tree.first(above, SUBJECTS)
            if found is not None or tree.tokens[above].dep not in {"conj", "xcomp"}:
                return found
    return None


def expletive(tree: Tree, index: int) -> bool:
    """ "It is clear that …", "it rained", "it takes an hour to …": an "it" that stands for nothing."""
    token = tree.tokens[index]
    verb = token.head
    if token.dep == "expl":
        return True
    if token.dep not in {"nsubj", "nsubjpass"}:
        return False
    clausal = tree.has(verb, {"ccomp", "csubj", "advcl", "xcomp"})
    adjective = tree.first(verb, {"acomp", "attr"})
    deep = adjective is not None and tree.has(adjective, {"ccomp", "xcomp", "relcl"})
    timed = any(tree.entity(child) in {"DATE", "TIME"} for child in tree.children[verb])
    weather = tree.tokens[verb].lemma in {"rain", "snow", "seem", "appear", "happen", "turn", "take"}
    return (
        weather
        or (tree.tokens[verb].lemma in _LINKING and (deep or clausal or timed))
        or (clausal and token.dep == "nsubjpass")
    )
