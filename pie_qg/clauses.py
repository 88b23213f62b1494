"""Clauses of a sentence: who does what, under which verb, and how the clause hangs on the others.

The ground floor of extraction, questions and paraphrases. The analysis follows the clause of Quirk et al.
(A Comprehensive Grammar of the English Language, 1985): subject, verb group, complements, adverbials.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pie_qg.constituents import COORDINATION, SUBJECTS, Constituent, constituents, noun_phrase
from pie_qg.english import FINITE, base, inflect
from pie_qg.records import Sentence
from pie_qg.tree import Tree

Kind = Literal[
    "main", "conjunct", "relative", "participial", "infinitive", "adverbial", "complement", "nominal", "parenthetical"
]
Source = Literal["own", "inherited", "controlled", "antecedent"]
Voice = Literal["active", "passive"]

CLAUSE_LABELS = frozenset(
    {"ROOT", "conj", "relcl", "acl", "advcl", "ccomp", "xcomp", "csubj", "csubjpass", "pcomp", "parataxis", "dep"}
)
AUXILIARIES = frozenset({"aux", "auxpass"})
DOER_MODIFIERS = frozenset({"first", "second", "third", "last", "latest", "next", "only", "sole"})
OBJECT_CONTROL_BARRED = frozenset({"promise"})
"""Verbs with an object whose infinitive is still the subject's: "he promised her to go"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its subject, complements and adverbials; all numbers are token indices of the sentence."""

    verb: int
    """The main verb; the copula itself in "is happy"."""
    verb_group: tuple[int, ...]
    """Auxiliaries, negation, main verb and particle, in order; auxiliaries shared by coordination included."""
    kind: Kind
    voice: Voice
    negated: bool
    modal: int | None
    """The modal auxiliary: can, could, may, might, must, shall, should, will, would."""
    subject: Constituent | None
    """None for an imperative, and where the sentence does not say who."""
    subject_source: Source
    arguments: tuple[Constituent, ...]
    """Complements and adverbials in the order of the sentence; the gap of a relative clause filled in."""
    marker: tuple[int, ...] = ()
    """The words that introduce the clause: that, because, when, whether."""
    relativizer: int | None = None
    """The relative word: "the man who left"."""
    antecedent: int | None = None
    """Head of what a relative or participial clause is about."""
    parent: int | None = None
    """Index, in the list of clauses, of the clause that this one hangs under; always smaller than its own."""

    def by_role(self, *roles: str) -> list[Constituent]:
        """Return the arguments that play one of the roles."""
        return [argument for argument in self.arguments if argument.role in roles]


def clauses(sentence: Sentence, tree: Tree | None = None) -> list[Clause]:
    """Return the clauses of a sentence, a clause always after the one that it hangs under."""
    tree = tree or Tree(sentence)
    found: list[Clause] = []
    place: dict[int, int] = {}
    for verb, above in _heads(tree):
        parent = place.get(above) if above is not None else None
        clause = _clause(tree, verb, found[parent] if parent is not None else None, parent)
        place[verb] = len(found)
        found.append(clause)
    return found


def _heads(tree: Tree) -> list[tuple[int, int | None]]:
    """Return each clause's verb with the verb above it, from the top of the tree down."""
    heads: list[tuple[int, int | None]] = []
    todo: list[tuple[int, int | None]] = [
        (index, None) for index, token in enumerate(tree.tokens) if token.head == index
    ]
    for index, above in todo:
        below = above
        if _is_clause(tree, index):
            heads.append((index, above))
            below = index
        todo.extend((child, below) for child in tree.children[index])
    return heads


def _is_clause(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.dep not in CLAUSE_LABELS:
        return False
    return token.pos in ("VERB", "AUX") or (tree.has(index, SUBJECTS) and token.pos not in ("NOUN", "PROPN"))


def _clause(tree: Tree, verb: int, parent: Clause | None, place: int | None) -> Clause:
    kind = _kind(tree, verb, parent)
    auxiliaries = list(tree.of(verb, AUXILIARIES))
    if kind == "conjunct" and parent and not auxiliaries and not tree.has(verb, SUBJECTS):
        auxiliaries = _shared_auxiliaries(tree, verb, parent)
    group = sorted({*auxiliaries, verb, *tree.of(verb, ("neg", "prt"))})
    draft = Clause(
        verb=verb,
        verb_group=tuple(group),
        kind=kind,
        voice=_voice(tree, verb, kind, auxiliaries),
        negated=any(tree.tokens[index].dep == "neg" for index in group),
        modal=next((index for index in auxiliaries if tree.tokens[index].tag == "MD"), None),
        subject=None,
        subject_source="own",
        arguments=tuple(constituents(tree, verb)),
        marker=tuple(tree.of(verb, ("mark",))),
        parent=place,
    )
    return _with_subject(tree, _with_antecedent(tree, draft, parent), parent)


def _kind(tree: Tree, verb: int, parent: Clause | None) -> Kind:
    token = tree.tokens[verb]
    infinitive = token.tag == "VB" and any(tree.tokens[aux].tag == "TO" for aux in tree.of(verb, ("aux",)))
    if token.dep == "conj":
        return "conjunct" if parent and token.head == parent.verb else "main"
    if token.dep == "relcl":
        return "infinitive" if infinitive and not tree.has(verb, SUBJECTS) else "relative"
    if token.dep == "acl":
        if infinitive:
            return "infinitive"
        return "complement" if tree.has(verb, ("mark",)) and tree.has(verb, SUBJECTS) else "participial"
    if token.dep in ("ccomp", "xcomp"):
        return "infinitive" if infinitive else "complement"
    kinds: dict[str, Kind] = {
        "advcl": "adverbial",
        "csubj": "nominal",
        "csubjpass": "nominal",
        "pcomp": "nominal",
        "parataxis": "parenthetical",
        "dep": "parenthetical",
    }
    return kinds.get(token.dep, "main")


def _shared_auxiliaries(tree: Tree, verb: int, parent: Clause) -> list[int]:
    """ "was born and raised": raised shares was; "left and was seen", "came and took" share nothing."""
    shared = [index for index in parent.verb_group if tree.tokens[index].dep in AUXILIARIES]
    same_form = tree.tokens[verb].tag == tree.tokens[parent.verb].tag
    return shared if same_form and tree.tokens[verb].tag in ("VB", "VBN", "VBG") else []


def _voice(tree: Tree, verb: int, kind: Kind, auxiliaries: list[int]) -> Voice:
    if any(tree.tokens[index].dep == "auxpass" for index in auxiliaries):
        return "passive"
    token = tree.tokens[verb]
    bare = token.tag == "VBN" and not auxiliaries
    # "Meetings, held each year, …": what a tagger takes for the past is a participle where it has no subject.
    misread = token.tag == "VBD" and kind == "participial" and not tree.has(verb, SUBJECTS)
    misread = misread and inflect(base(token), "VBN") == token.text.lower()
    return "passive" if (bare and kind in ("participial", "adverbial")) or misread else "active"


def _with_antecedent(tree: Tree, clause: Clause, parent: Clause | None) -> Clause:
    """Find what a relative or participial clause is about, and fill its gap where that is no subject."""
    token = tree.tokens[clause.verb]
    if clause.kind == "conjunct" and parent:
        return replace(clause, antecedent=parent.antecedent)
    if token.dep not in ("relcl", "acl") or clause.kind == "complement":
        return clause
    antecedent = token.head
    clause = replace(clause, antecedent=antecedent)
    for index in sorted(tree.subtree(clause.verb, COORDINATION, COORDINATION | {"relcl", "ccomp", "advcl", "acl"})):
        word = tree.tokens[index]
        if word.tag in ("WDT", "WP", "WP$", "WRB") or (word.lemma == "that" and word.dep in ("nsubj", "dobj", "pobj")):
            return _fill_gap(tree, replace(clause, relativizer=index), index, antecedent)
    return _fill_silent_gap(tree, clause, antecedent)


def is_finite(tree: Tree, verb: int) -> bool:
    """Tell whether a verb, or an auxiliary of its own, is finite: not "to go", "going", "gone"."""
    return any(tree.tokens[index].tag in FINITE for index in (verb, *tree.of(verb, AUXILIARIES)))


def antecedent_phrase(tree: Tree, head: int, role: str = "object") -> Constituent:
    """Return the antecedent without the clauses that hang on it."""
    whole = tree.span(head, without={"relcl", "acl", "punct", "cc", "conj", "appos"}, below={"relcl"})
    return replace(noun_phrase(tree, head, "object"), role=role, span=whole, dep="antecedent")  # type: ignore[arg-type]


def _fill_gap(tree: Tree, clause: Clause, relativizer: int, antecedent: int) -> Clause:
    """ "the book that he wrote": wrote [the book]; "the town in which he lived": lived [in the town]."""
    filled: list[Constituent] = []
    for argument in clause.arguments:
        if argument.head == relativizer:
            word = tree.tokens[relativizer].lemma.lower()
            role = {"where": "place", "when": "time", "why": "reason"}.get(word, argument.role)
            phrase = antecedent_phrase(tree, antecedent, role)
            filled.append(replace(phrase, preposition=argument.preposition))
        else:
            filled.append(argument)
    return replace(clause, arguments=tuple(filled))


def _fill_silent_gap(tree: Tree, clause: Clause, antecedent: int) -> Clause:
    """ "the book he wrote": wrote [the book]; "the house he lived in": lived [in the house]."""
    if clause.kind != "relative" or not tree.has(clause.verb, SUBJECTS):
        return clause
    stranded = [
        argument for argument in clause.arguments if argument.dep == "prep" and tree.tokens[argument.head].dep == "prep"
    ]
    phrase = antecedent_phrase(tree, antecedent)
    if stranded:
        phrase = replace(phrase, role="prepositional", preposition=(stranded[0].head,))
        rest = tuple(argument for argument in clause.arguments if argument is not stranded[0])
        return replace(clause, arguments=(*rest, phrase))
    if clause.voice == "active" and not clause.by_role("object", "attribute", "complement"):
        return replace(clause, arguments=(phrase, *clause.arguments))
    return clause


def _with_subject(tree: Tree, clause: Clause, parent: Clause | None) -> Clause:
    """The clause's own subject, or the one that it shares, is controlled by, or is about."""
    own = tree.first(clause.verb, SUBJECTS)
    if own is not None:
        if own == clause.relativizer and clause.antecedent is not None:
            subject = antecedent_phrase(tree, clause.antecedent, "subject")
            return replace(clause, subject=subject, subject_source="antecedent")
        return replace(clause, subject=noun_phrase(tree, own, "subject", tree.tokens[own].dep))
    if clause.kind == "conjunct" and parent:
        return replace(clause, subject=parent.subject, subject_source="inherited")
    if clause.kind in ("participial", "relative") and clause.antecedent is not None:
        subject = antecedent_phrase(tree, clause.antecedent, "subject")
        return replace(clause, subject=subject, subject_source="antecedent")
    if tree.tokens[clause.verb].dep in ("csubj", "csubjpass"):
        return clause
    if clause.kind == "infinitive" and clause.antecedent is not None:
        if not _names_the_doer(tree, clause.antecedent):
            return clause
        subject = antecedent_phrase(tree, clause.antecedent, "subject")
        return replace(clause, subject=subject, subject_source="antecedent")
    if clause.kind in ("infinitive", "adverbial", "nominal", "complement") and parent:
        return replace(clause, subject=_controller(tree, clause, parent), subject_source="controlled")
    return clause


def _names_the_doer(tree: Tree, antecedent: int) -> bool:
    """ "the first man to walk on the Moon", "the only team to win": who does it; "the right to vote" does not say."""
    return any(
        tree.tokens[child].text.lower() in DOER_MODIFIERS or tree.tokens[child].tag == "JJS"
        for child in tree.of(antecedent, ("amod", "nummod"))
    )


def _controller(tree: Tree, clause: Clause, parent: Clause) -> Constituent | None:
    """ "He told her to go": her; "he wanted to go", "he left to eat", "by killing him, he won": he."""
    objects = parent.by_role("object", "recipient")
    complement = tree.tokens[clause.verb].dep in ("xcomp", "ccomp")
    if complement and objects and tree.tokens[parent.verb].lemma not in OBJECT_CONTROL_BARRED:
        return replace(objects[0], role="subject")
    return parent.subject
