"""What a pronoun and a noun phrase must have in common for one to stand for the other: number, person, clause."""

from __future__ import annotations

from pie_qg.constituents import SUBJECTS
from pie_qg.english import is_plural
from pie_qg.questions.nouns import PLACES, noun_class
from pie_qg.tree import Tree

HE, SHE, IT, THEY = "he", "she", "it", "they"
PRONOUNS = {
    "he": HE, "him": HE, "his": HE, "she": SHE, "her": SHE, "hers": SHE, "it": IT, "its": IT,
    "they": THEY, "them": THEY, "their": THEY, "theirs": THEY,
}  # fmt: skip


def number_of(tree: Tree, head: int) -> str:
    """Return the pronoun that a noun phrase takes: "he" for any person, "it", "they"; "" for a first person."""
    token = tree.tokens[head]
    if token.pos == "PRON":
        return PRONOUNS.get(token.text.lower(), "")
    if is_plural(tree.tokens, head):
        return THEY
    if tree.entity(head) == "PERSON" and noun_class(token.text) in PLACES:  # "sent him to Caesarea"
        return IT
    if tree.entity(head) == "PERSON" or (not tree.entity(head) and noun_class(token.lemma) == "person"):
        return HE
    return IT


def agrees(mention: str, pronoun: str) -> bool:
    """Tell whether a pronoun can stand for a noun phrase, by their numbers; "he" mentions any person."""
    return mention == pronoun or (mention in {HE, SHE} and pronoun in {HE, SHE} and mention == HE)


def is_body(tree: Tree, own: int, number: str) -> bool:
    """ "The United States received their first medal": a country, a team or a company is one thing, or many."""
    group = noun_class(tree.tokens[own].lemma) in {"group", "organization", "country", "school", "unit"}
    return number == THEY and (tree.entity(own) in {"ORG", "GPE", "NORP"} or group)


def beside_owner(tree: Tree, own: int, index: int, number: str) -> bool:
    """ "Ada and her brothers left": the pronoun of a list is explained by the name that the list begins with."""
    listed = any(index in tree.subtree(one) for one in tree.of(own, ("conj",)))
    person = tree.entity(own) == "PERSON" or tree.tokens[own].pos == "PROPN"
    return listed and tree.tokens[index].dep == "poss" and number in ({HE, SHE} if person else {IT})


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
        or (tree.tokens[verb].lemma == "be" and (deep or clausal or timed))
        or (clausal and token.dep == "nsubjpass")
    )
