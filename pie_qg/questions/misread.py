"""Signs that a parser has taken one kind of phrase for another: a clause for a phrase, a noun for a verb, and the like.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from pie_qg.clauses import Clause, is_finite
from pie_qg.constituents import SUBJECTS, Constituent
from pie_qg.english import base
from pie_qg.questions.misjoined import REPORTING
from pie_qg.tree import Tree


def clause_as_phrase(tree: Tree, clause: Clause) -> bool:
    """ "It was ended by the king agreeing to leave", "They insist on it ending": what somebody does, and not he.

    Only of verbs, nouns and prepositions after which it is seldom somebody who is told of so: "a man wearing a hat".
    """
    for child in tree.of(clause.verb, ("advcl",)):
        if tree.tokens[child].tag == "VBG" and tree.tokens[child].lemma != "use" and _does_so(tree, child):
            return True
    if base(tree.tokens[clause.verb]) in _OF_CLAUSES:
        return any(one.preposition and _does(tree, one.head) for one in clause.arguments)
    return any(_does(tree, index) and _of_event(tree, index) for one in clause.arguments for index in one.span)


def _does_so(tree: Tree, verb: int) -> bool:
    """Tell whether an -ing form stands right after a noun that "by" or "with" leads: "by the king agreeing"."""
    if verb < 2 or min(tree.subtree(verb)) < verb or tree.tokens[verb - 1].pos not in {"NOUN", "PROPN"}:
        return False
    leading = next((up for up in tree.ancestors(verb - 1) if tree.tokens[up].pos == "ADP"), verb)
    return tree.tokens[leading].text.lower() in {"by", "with"}


def _word(tree: Tree, words: tuple[int, ...]) -> str:
    return tree.text(words).lower()


def _does(tree: Tree, noun: int) -> bool:
    """Tell whether an -ing form stands right after a noun, and is read as said of it."""
    return any(
        tree.tokens[noun + 1].tag == "VBG" and (child == noun + 1 or tree.tokens[noun + 1].head == child)
        for child in tree.of(noun, ("acl",))
        if child > noun
    )


def _of_event(tree: Tree, noun: int) -> bool:
    """ "a result of tin having …"."""
    preposition = tree.tokens[noun].head
    of = tree.tokens[noun].dep == "pobj" and tree.tokens[preposition].text.lower() == "of"
    return of and tree.tokens[tree.tokens[preposition].head].lemma in _EVENTS


_OF_CLAUSES = frozenset(
    "insist depend rely object result count warn protest complain argue campaign lobby speak vote advise".split()
)
_EVENTS = frozenset("result consequence effect outcome cause".split())


def listed_phrases(tree: Tree, clause: Clause) -> bool:
    """ "They live in the towns, in the hills and in the woods.": three places, and none of them in another."""
    after = [child for child in tree.of(clause.verb, ("prep",)) if child > clause.verb]
    words = {index: tree.tokens[index].text for index in after}
    return any(
        words[one] == words[other]
        and any(tree.tokens[child].text == words[other] for child in tree.of(other, ("conj",)))
        for one, other in pairwise(after)
    )


def end_of_list(tree: Tree, clause: Clause) -> bool:
    """ "As settlers in Maine, Vermont, and Ohio continued to leave …": the last of a list is read as the subject."""
    assert clause.subject is not None
    before = min(clause.subject.span, default=0) - 1
    if before < 0 or clause.subject_source != "own" or tree.tokens[before].dep != "cc":
        return False
    above = tree.tokens[before].head
    return above < before and tree.tokens[above].pos in {"ADP", "SCONJ"} and not tree.has(above, {"conj"})


def reported_subject(tree: Tree, clause: Clause) -> bool:
    """ "Some fled, others claiming their houses were safe.": the subject is read as an object of the verb before."""
    assert clause.subject is not None
    last = clause.verb_group[0] - 1
    if clause.subject_source != "own" or tree.tokens[last].pos == "PUNCT":
        return False
    return any(
        tree.tokens[index].tag == "VBG"
        and base(tree.tokens[index]) in REPORTING
        and tree.has(index, {"dobj"})
        and max(tree.subtree(index)) == last
        for index in clause.subject.span
    )


def clause_as_noun(tree: Tree, clause: Clause) -> bool:
    """ "The land began to rise and two rivers formed.": a second clause is read as a noun that somebody formed."""
    verbs = (clause.verb, *tree.of(clause.verb, ("xcomp",)))
    nouns = [child for verb in verbs for child in tree.of(verb, ("conj",)) if tree.tokens[child].pos == "NOUN"]
    return any(
        child == noun + 1 and tree.tokens[child].tag in {"VBN", "VBD"} and not tree.children[child]
        for noun in nouns
        for child in tree.of(noun, ("acl",))
    )


def after_lost_bracket(tree: Tree, clause: Clause) -> bool:
    """ "Tin(II) chloride is used.": the first word is cut in two, and its end is lost."""
    assert clause.subject is not None
    before = min(clause.subject.span, default=0) - 1
    return before > 0 and tree.tokens[before].text == ")" and before not in tree.partner


def year_alone(tree: Tree, clause: Clause) -> bool:
    """ "[They left c.] 1545, merchants began to trade.": a year without "in" is the end of the sentence before."""
    return any(
        one.dep == "npadvmod" and tree.tokens[one.head].pos == "NUM" and one.span == (one.head,) and one.role == "time"
        for one in clause.arguments
    )


def noun_as_adjective(tree: Tree, clause: Clause) -> bool:
    """ "It was by a maker who extended it by one tone.": no noun is what something is like."""
    return any(one.dep == "acomp" and tree.tokens[one.head].pos in {"NOUN", "PROPN"} for one in clause.arguments)


def time_with_name(tree: Tree, clause: Clause) -> bool:
    """ "It marked the first time Americans met.": a clause that says which time, read as the time's name."""
    return any(
        tree.tokens[one.head].lemma == "time" and tree.has(one.head, {"appos"}) and _goes_on(tree, one)
        for one in clause.by_role("object")
    )


def _goes_on(tree: Tree, one: Constituent) -> bool:
    after = one.head + 1
    return after < len(tree.tokens) and tree.tokens[after].pos != "PUNCT"


def between_one(tree: Tree, clause: Clause) -> bool:
    """ "It was dated between 8000 to 7000 BC": the other end is read as what it was dated to."""
    numbers = [one.head for one in clause.arguments if _word(tree, one.preposition) == "between"]
    return any(
        tree.tokens[head].pos == "NUM" and not any(tree.tokens[index].dep == "cc" for index in tree.subtree(head))
        for head in numbers
    )


def participle_as_past(tree: Tree, clause: Clause) -> bool:
    """ "The form spoken then and attested in letters": no form attests in letters."""
    past = tree.tokens[clause.verb].tag == "VBD" and clause.voice == "active"
    inside = any(_word(tree, one.preposition) == "in" for one in clause.arguments)
    return past and inside and base(tree.tokens[clause.verb]) in _OF_SOURCES and not clause.by_role("object")


_OF_SOURCES = frozenset("attest document mention depict cite locate situate".split())


def gerund_of_list(tree: Tree, clause: Clause) -> bool:
    """ "The steps include mixing eggs, adding salt and frying": what is listed, and not what the steps do."""
    if clause.kind != "conjunct" or tree.tokens[clause.verb].tag != "VBG":
        return False
    first = tree.first_conjunct(clause.verb)
    return tree.tokens[first].tag == "VBG" and base(tree.tokens[tree.tokens[first].head]) in _LISTING


_LISTING = frozenset("include involve entail comprise".split())


def measured_noun(tree: Tree, clause: Clause) -> bool:
    """ "It has pack ice and ridges up to 15 m.": a plural, and how high it is, read as a verb and its object."""
    after = clause.verb + 1
    if clause.kind != "conjunct" or tree.tokens[clause.verb].tag != "VBZ" or tree.tokens[after - 2].dep != "cc":
        return False
    return any(_word(tree, one.full[:2]) == "up to" and one.full[0] == after for one in clause.by_role("object"))


def hidden_adverb(tree: Tree, clause: Clause) -> bool:
    """ "diving, where a player fakes or simulates a foul": nobody fakes the diving."""
    silent = clause.kind == "relative" and clause.relativizer is None
    return silent and any(tree.tokens[index].tag == "WRB" for index in tree.subtree(clause.verb) if index < clause.verb)


def passive_taken_apart(tree: Tree, clause: Clause) -> bool:
    """ "It was on several occasions raided": what it was is raided, and not on occasions that were."""
    noun = clause.antecedent if clause.kind in {"participial", "relative"} else None
    nouns = [one.head for one in clause.arguments if one.preposition] if noun is None else [noun]
    return any(_parts_passive(tree, noun) for noun in nouns)


def _parts_passive(tree: Tree, noun: int) -> bool:
    """Tell whether a form of "be" and a preposition lead a noun without an article, and a participle follows it."""
    preposition = tree.tokens[noun].head
    verb = tree.tokens[preposition].head
    if (
        tree.tokens[noun].dep != "pobj"
        or tree.tokens[verb].lemma != "be"
        or preposition != verb + 1
        or tree.tokens[preposition].text not in {"for", "on", "by"}
    ):
        return False
    after = (child for child in tree.of(noun, ("acl", "relcl")) if min(tree.subtree(child)) == noun + 1)
    next_to = any(tree.tokens[child].tag == "VBN" for child in after)
    return next_to and not tree.has(noun, {"det", "poss"}) and tree.tokens[noun].pos == "NOUN"


def opening_span(tree: Tree, clause: Clause) -> bool:
    """ "Beginning in 1293 and continuing for years, the town was rich": that it was so began, and not the town."""
    verb = tree.first_conjunct(clause.verb)
    opening = tree.tokens[verb].dep == "advcl" and tree.tokens[verb].head > clause.verb and not tree.has(verb, {"dobj"})
    return opening and tree.tokens[verb].text.lower() in {"beginning", "starting", "commencing"}


def bare_participle(tree: Tree, clause: Clause) -> bool:
    """ "Soon came barley found domesticated there": barley found nothing, and was found so."""
    clausal = [one.head for one in clause.by_role("complement") if one.dep == "ccomp"]
    return clause.voice == "active" and any(
        tree.tokens[head].tag == "VBN" and not tree.has(head, {"aux", "auxpass", *SUBJECTS}) for head in clausal
    )


def clause_before_copula(tree: Tree, clause: Clause) -> bool:
    """ "The first body convened to advise on questions was the council": the first verb is a participle."""
    if tree.tokens[clause.verb].lemma != "be":
        return False
    early = [child for child in tree.of(clause.verb, ("ccomp",)) if child < clause.verb and is_finite(tree, child)]
    return any(not any(_divides(tree, index, clause.verb) for index in range(child, clause.verb)) for child in early)


def _divides(tree: Tree, index: int, verb: int) -> bool:
    """Tell whether a mark stands between two clauses, or opens a bracket or a quotation around the second."""
    return tree.tokens[index].text in {",", ";", ":", "—", "–"} or tree.partner.get(index, index) > verb


def adjective_as_object(tree: Tree, clause: Clause) -> bool:
    """ "They do some very good on land surveys": what stands last is the noun, and "on land" is a kind of survey."""
    heads = (index for one in clause.arguments for index in one.span if tree.tokens[index].dep == "dobj")
    return any(
        tree.tokens[index].tag == "JJ" and tree.has(index, {"prep"}) and _has_some(tree, index) for index in heads
    )


def _has_some(tree: Tree, adjective: int) -> bool:
    return any(tree.word(child) in {"a", "an", "some"} for child in tree.of(adjective, ("det",)))


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    clause_as_phrase,
    listed_phrases,
    end_of_list,
    reported_subject,
    clause_as_noun,
    after_lost_bracket,
    year_alone,
    noun_as_adjective,
    time_with_name,
    between_one,
    participle_as_past,
    gerund_of_list,
    measured_noun,
    hidden_adverb,
    passive_taken_apart,
    opening_span,
    bare_participle,
    clause_before_copula,
    adjective_as_object,
)
