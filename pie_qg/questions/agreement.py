"""What a pronoun and a noun phrase must have in common for one to stand for the other: number, person, clause."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pie_qg.constituents import SUBJECTS
from pie_qg.english import is_plural
from pie_qg.questions.nouns import ADDRESSES, PLACES, is_somebody, noun_class
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
_NEVER = {
    SHE: frozenset("man boy father son brother husband uncle nephew grandfather king prince monk widower".split()),
    HE: frozenset("woman girl mother daughter sister wife aunt niece grandmother queen princess nun widow".split()),
}
"""Words for persons whom a pronoun is never used of."""
_QUANTIFIERS = frozenset("any each every another either neither".split())
_SPEECH = frozenset("say argue note write claim believe think suggest explain contend conclude insist remark".split())
_WORDS = frozenset("name surname nickname forename word term title pseudonym patronymic matronymic toponym".split())
BODIES = frozenset({"group", "organization", "school", "unit"})
_TITLE_LENGTH = 5  # words from the opening mark of a title to its noun
_LINKING = frozenset({"be", "become", "remain", "prove"})


def number_of(tree: Tree, head: int) -> str:
    """Return the pronoun that a noun phrase takes: "he" for any person, "it", "they"; "" for a first person."""
    token = tree.tokens[head]
    if token.pos == "PRON":
        return PRONOUNS.get(token.text.lower(), "")
    if is_quoted_title(tree, head):
        return IT
    if token.pos == "PROPN" and any(tree.tokens[one].text.lower() in ADDRESSES for one in tree.of(head, ("compound",))):
        return HE  # "Mr Sessions"
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


def is_quoted_title(tree: Tree, head: int) -> bool:
    """'Her "Reader" hangs in Ghent': a work or a word that stands in quotation marks, whatever it is a word for."""
    before = next((one for one in range(head - 1, max(head - _TITLE_LENGTH, 0) - 1, -1) if _is_mark(tree, one)), None)
    after = next((one for one in range(head + 1, min(head + 3, len(tree.tokens))) if _is_mark(tree, one)), None)
    if before is None or after is None:
        return False
    return tree.tokens[before].tag == "``" and tree.tokens[after].tag == "''"


def _is_mark(tree: Tree, index: int) -> bool:
    return tree.tokens[index].tag in {"``", "''"}


def agrees(mention: str, pronoun: str) -> bool:
    """Tell whether a pronoun can stand for a noun phrase, by their numbers; "he" mentions any person."""
    return mention == pronoun or (mention in {HE, SHE} and pronoun in {HE, SHE} and mention == HE)


def gender_fits(lemma: str, pronoun: str) -> bool:
    """ "A man … she": a word for a man or a woman is meant by one of the two pronouns only."""
    return lemma not in _NEVER.get(pronoun, ())


def is_body(tree: Tree, own: int, number: str) -> bool:
    """ "The United States received their first medal": a country, a team or a company is one thing, or many."""
    group = noun_class(tree.tokens[own].lemma) in BODIES | {"country"}
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


def is_any(tree: Tree, words: Sequence[int]) -> bool:
    """ "Any trade", "each priest": said of all alike, so that outside its clause a pronoun stands for none of them."""
    return bool(words) and tree.tokens[words[0]].text.lower() in _QUANTIFIERS


def names_nothing(tree: Tree, words: Sequence[int]) -> bool:
    """ "(30.03.2017) They left.", "[to catch drivers] was hard": no noun phrase, so that no pronoun stands for it.

    Nor for what is named within a clause that tells of another: "Ada, [whose mill] burnt down, said that she left".
    """
    if any(tree.tokens[index].tag == "WP$" for index in words):
        return True
    letters = any(letter.isalpha() for index in words for letter in tree.tokens[index].text)
    return not letters or tree.tokens[words[0]].tag == "TO" or tree.tokens[words[-1]].tag == "CC"


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


def _owed(tree: Tree, index: int) -> bool:
    """ "We owe it to them to stay", "I left it to her to ask": what is owed or left comes after."""
    verb = tree.tokens[index].head
    if tree.tokens[index].dep != "dobj" or tree.tokens[verb].lemma not in {"owe", "leave"}:
        return False
    to_them = any(tree.tokens[one].text.lower() == "to" for one in tree.of(verb, ("dative", "prep")))
    deeds = (one for one in tree.of(verb, ("advcl", "xcomp", "ccomp")) if one > index)
    return to_them and any(tree.tokens[child].tag == "TO" for one in deeds for child in tree.children[one])


def costs(tree: Tree, index: int, said: Collection[int]) -> bool:
    """ "How long does it take to brew a pot?": an "it" that stands for the infinitive, where that is said as well.

    Not in "it takes an hour to boil", where a thing boils.
    """
    verb = tree.tokens[index].head
    if tree.word(index) != "it" or tree.tokens[index].dep != "nsubj" or tree.tokens[verb].lemma not in {"take", "cost"}:
        return False
    deeds = [one for one in tree.subtree(verb) if one > verb and tree.tokens[one].tag == "VB"]
    return any(one in said and tree.has(one, {"aux"}) and tree.has(one, {"dobj"}) for one in deeds)


def expletive(tree: Tree, index: int) -> bool:
    """ "It is clear that …", "it rained", "it takes an hour to …": an "it" that stands for nothing."""
    token = tree.tokens[index]
    verb = token.head
    if token.dep == "expl" or _owed(tree, index):
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
