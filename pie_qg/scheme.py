"""Universal Dependencies turned into spaCy's English scheme: the one place that knows both.

Universal Dependencies put content words above function words; the English scheme (CLEAR; Choi and Palmer 2012) puts
prepositions above their objects and copulas above their predicates, and coordinates in a chain.
"""

from __future__ import annotations

from dataclasses import dataclass

from pie_qg.records import Token

RENAMED = {
    "acl:relcl": "relcl",
    "advcl:relcl": "relcl",
    "advmod:emph": "advmod",
    "aux:pass": "auxpass",
    "cc:preconj": "preconj",
    "compound:prt": "prt",
    "csubj:outer": "csubj",
    "csubj:pass": "csubjpass",
    "det:predet": "predet",
    "discourse": "intj",
    "dislocated": "dep",
    "flat": "compound",
    "goeswith": "compound",
    "iobj": "dative",
    "list": "dep",
    "nmod:desc": "compound",
    "nmod:npmod": "npadvmod",
    "nmod:poss": "poss",
    "nmod:tmod": "npadvmod",
    "nmod:unmarked": "npadvmod",
    "nsubj:outer": "nsubj",
    "nsubj:pass": "nsubjpass",
    "obj": "dobj",
    "obl:npmod": "npadvmod",
    "obl:tmod": "npadvmod",
    "obl:unmarked": "npadvmod",
    "orphan": "dep",
    "reparandum": "dep",
    "root": "ROOT",
    "vocative": "intj",
}
"""Relations that only have another name."""

OF_THE_CLAUSE = frozenset(
    {
        "acl:relcl", "advcl", "aux", "aux:pass", "cc", "ccomp", "csubj", "csubj:outer", "discourse", "dislocated",
        "expl", "mark", "nsubj", "nsubj:outer", "nsubj:pass", "obl:tmod", "obl:unmarked", "obl:npmod", "parataxis",
        "punct", "vocative",
    }
)  # fmt: skip
"""What hangs on a predicate but belongs to the whole clause, and moves up to the copula."""
PREDICATE_LABELS = {"ADJ": "acomp", "NOUN": "attr", "PROPN": "attr", "PRON": "attr", "NUM": "attr", "ADV": "advmod"}
NEGATIONS = frozenset({"not", "n't", "n’t", "nt", "never"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a Universal Dependencies tree; `head` is an index, −1 for the root's."""

    text: str
    lemma: str
    pos: str
    tag: str
    relation: str
    head: int
    start: int
    end: int


class _Draft:
    """A tree that is being turned; heads and relations change place by place."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        size = len(words)
        self.head = [word.head if 0 <= word.head < size and word.head != i else -1 for i, word in enumerate(words)]
        self.relation = [word.relation for word in words]

    def children(self, index: int) -> list[int]:
        return [child for child, head in enumerate(self.head) if head == index]

    def heads_of(self, relations: set[str]) -> list[int]:
        """Return the words that something hangs under by one of the relations, in order."""
        found = {self.head[child] for child, relation in enumerate(self.relation) if relation in relations}
        return sorted(found - {-1})

    def swap(self, upper: int, lower: int, label: str) -> None:
        """Put `lower` in the place of `upper`, its head, and `upper` under it with a label."""
        self.head[lower], self.relation[lower] = self.head[upper], self.relation[upper]
        self.head[upper], self.relation[upper] = lower, label


def to_english_scheme(words: list[Word]) -> tuple[Token, ...]:
    """Return the words as tokens of the English scheme; total over any heads and relations."""
    draft = _Draft(words)
    _raise_copulas(draft)
    _raise_prepositions(draft)
    _chain_conjuncts(draft)
    _turn_names(draft)
    return tuple(_token(draft, index) for index in range(len(words)))


def _raise_copulas(draft: _Draft) -> None:
    """ "She is a doctor": is over doctor; subject, auxiliaries and adverbials go with it."""
    for copula, relation in enumerate(list(draft.relation)):
        predicate = draft.head[copula]
        if relation != "cop" or predicate < 0:
            continue
        cased = any(draft.relation[child] == "case" for child in draft.children(predicate))
        label = "obl" if cased else PREDICATE_LABELS.get(draft.words[predicate].pos, "ccomp")
        draft.swap(predicate, copula, label)
        for child in draft.children(predicate):
            if _is_of_the_clause(draft, predicate, child):
                draft.head[child] = copula


def _is_of_the_clause(draft: _Draft, predicate: int, child: int) -> bool:
    relation = draft.relation[child]
    if relation == "advmod":
        return _negates(draft, child)
    if relation == "conj":
        return _is_clause(draft, child)
    return relation in OF_THE_CLAUSE and not _stays(draft, predicate, child)


def _stays(draft: _Draft, predicate: int, child: int) -> bool:
    """A relative clause, and a comma or conjunction before a conjunct, belong to the predicate itself."""
    relation = draft.relation[child]
    return relation == "acl:relcl" or (relation == "punct" and predicate < child and _between(draft, predicate, child))


def _between(draft: _Draft, predicate: int, child: int) -> bool:
    return any(other > child and draft.relation[other] != "punct" for other in draft.children(predicate))


def _negates(draft: _Draft, index: int) -> bool:
    return draft.words[index].text.lower() in NEGATIONS


def _is_clause(draft: _Draft, index: int) -> bool:
    return draft.words[index].pos in ("VERB", "AUX") or any(
        draft.relation[child].startswith(("nsubj", "cop")) for child in draft.children(index)
    )


def _raise_prepositions(draft: _Draft) -> None:
    """ "in the house": in over house; "by running": by over running; "the dog's" stays."""
    for case, relation in enumerate(list(draft.relation)):
        object_ = draft.head[case]
        if object_ < 0 or relation not in ("case", "mark") or draft.relation[case] != relation:
            continue
        if draft.words[case].tag == "POS" or draft.words[case].text.lower() in ("'s", "’s", "'"):
            continue
        if relation == "mark":
            if draft.words[case].tag == "IN" and draft.words[object_].tag == "VBG" and not _has_subject(draft, object_):
                _put_preposition(draft, case, object_, "pcomp")
            continue
        _put_preposition(draft, case, object_, "pobj")


def _put_preposition(draft: _Draft, case: int, object_: int, label: str) -> None:
    before = draft.relation[object_]
    if before in ("pobj", "pcomp"):
        outer = draft.head[object_]
        draft.swap(object_, case, label)
        draft.head[case], draft.relation[case] = outer, "prep"
        return
    draft.swap(object_, case, label)
    agent = before == "obl:agent" or (
        before == "obl" and draft.words[case].text.lower() == "by" and _is_passive(draft, draft.head[case])
    )
    draft.relation[case] = "agent" if agent else _preposition_label(before)


def _preposition_label(before: str) -> str:
    """The preposition of a conjunct is a conjunct; of anything else it is a preposition."""
    return before if before in ("conj", "root") else "prep"


def _is_passive(draft: _Draft, verb: int) -> bool:
    if verb < 0:
        return False
    passive = any(draft.relation[child].endswith(":pass") for child in draft.children(verb))
    return passive or (draft.words[verb].tag == "VBN" and draft.relation[verb] in ("acl", "advcl"))


def _has_subject(draft: _Draft, verb: int) -> bool:
    return any(draft.relation[child].startswith("nsubj") for child in draft.children(verb))


def _chain_conjuncts(draft: _Draft) -> None:
    """ "red, white and blue": white under red, blue under white; the conjunction under what stands before it."""
    for first in draft.heads_of({"conj"}):
        before = first
        for conjunct in [child for child in draft.children(first) if draft.relation[child] == "conj"]:
            if conjunct < first:
                continue
            draft.head[conjunct] = before
            for child in draft.children(conjunct):
                if draft.relation[child] == "cc" and child < conjunct:
                    draft.head[child] = before
            before = conjunct


def _turn_names(draft: _Draft) -> None:
    """ "Ada Lovelace": the last word of a name is over the first ones."""
    for first in draft.heads_of({"flat", "flat:name"}):
        parts = [child for child in draft.children(first) if draft.relation[child] in ("flat", "flat:name")]
        if not parts or parts[-1] < first:
            continue
        last = parts[-1]
        draft.swap(first, last, "compound")
        for child in draft.children(first):
            draft.head[child] = last


def _token(draft: _Draft, index: int) -> Token:
    word = draft.words[index]
    head = draft.head[index]
    label = _label(draft, index)
    return Token(
        text=word.text,
        lemma=word.lemma,
        pos=word.pos,
        tag=word.tag,
        dep="ROOT" if head < 0 else label,
        head=index if head < 0 else head,
        start=word.start,
        end=word.end,
    )


def _label(draft: _Draft, index: int) -> str:
    relation = draft.relation[index]
    word = draft.words[index]
    if relation == "advmod" and word.text.lower() in NEGATIONS:
        return "neg"
    if relation == "mark" and word.tag == "TO":
        return "aux"
    if relation == "xcomp" and word.pos in ("ADJ", "NOUN", "PROPN", "NUM"):
        return "oprd" if word.pos != "ADJ" else "acomp"
    if relation in ("obl", "nmod"):
        return "npadvmod"
    if relation == "fixed":
        return "pcomp" if word.pos == "ADP" else "advmod"
    return RENAMED.get(relation, relation.split(":")[0])
