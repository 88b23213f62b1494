"""The verb group of a question: inverted, with do-support, made finite, made active."""

from __future__ import annotations

from dataclasses import dataclass

from pie_qg.clauses import Clause
from pie_qg.constituents import Constituent
from pie_qg.english import FINITE, agree, base, do_form, inflect, is_past_alike, is_plural, spell_out
from pie_qg.questions.adverbials import CONNECTIVES
from pie_qg.questions.nouns import is_somebody
from pie_qg.records import Token
from pie_qg.tree import Tree


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group, inverted and not."""

    auxiliary: str
    verbs: tuple[str, ...]
    finite: tuple[str, ...]
    finite_plural: tuple[str, ...]


def verb_group(tree: Tree, clauses: list[Clause], clause: Clause) -> Group | None:
    first = next((index for index in clause.verb_group if tree.tokens[index].dep != "neg"), clause.verb)
    token = tree.tokens[first]
    if token.tag not in FINITE:
        return _made_finite(tree, clauses, clause)
    rest = _rest(tree, clause, first)
    if (modal := _modal_before(tree, clause)) is not None:
        group = (spell_out(tree.tokens[modal]), *_negation(tree, clause), *_rest(tree, clause, -1))
        return Group(group[0], group[1:], group, group)
    plural = plural_subject(tree, clause)
    if first != clause.verb and token.tag != "MD" and base(token) not in {"be", "have", "do"}:
        return None  # "became engulfed"
    emphatic = base(token) == "do" and not is_negated(tree, clause)  # "It does exist."
    if (first == clause.verb and base(token) != "be") or emphatic:
        return _with_do(tree, clause, _tense(tree, clause, token), plural)
    form, negation = _perfect(tree, clause, first) or spell_out(token), _negation(tree, clause)
    one, many = (agree(form, base(token), token.tag, number) for number in (False, True))
    return Group(many if plural else one, (*negation, *rest), (one, *negation, *rest), (many, *negation, *rest))


def _modal_before(tree: Tree, clause: Clause) -> int | None:
    """ "You can fry bread and use it to cook rice": what is joined to an infinitive, and tagged as if it were not."""
    token = tree.tokens[clause.verb]
    alone = clause.verb_group[0] == clause.verb and token.dep == "conj" and clause.subject_source != "own"
    plain = all(base(tree.tokens[one]) == tree.word(one) for one in (clause.verb, token.head))
    if not alone or not plain or token.tag != "VBP":
        return None
    return next((one for one in tree.of(token.head, ("aux",)) if tree.tokens[one].tag == "MD"), None)


def _tense(tree: Tree, clause: Clause, verb: Token) -> str:
    """ "The lid fit the pan": with one lid, and no -s, it is the past."""
    assert clause.subject is not None
    several = plural_subject(tree, clause) or tree.word(clause.subject.head) == "i"  # "I put it there"
    return "VBD" if is_past_alike(verb) and not several else verb.tag


def _perfect(tree: Tree, clause: Clause, first: int) -> str:
    """ "She's gone", "He's been working", "I'd ordered two": "has" and "had", cut short before a participle."""
    token, verb = tree.tokens[first], tree.tokens[clause.verb]
    if token.text in {"'s", "’s"} and any(tree.word(index) == "been" for index in clause.verb_group):
        return "has"
    if token.text in {"'s", "’s"} and verb.tag == "VBN" and (token.dep == "aux" or verb.text == "got"):
        return "has"
    cut = token.text in {"'d", "’d"} and verb.tag in {"VBN", "VBD"}
    return "had" if cut and not any(tree.tokens[index].tag == "VB" for index in clause.verb_group) else ""


def _with_do(tree: Tree, clause: Clause, tag: str, plural: bool) -> Group:
    """ "wrote" → did … write, "has grown up" keeps its particle: did … grow up."""
    verb = tree.tokens[clause.verb]
    lemma, form = base(verb), verb.text.lower() if verb.tag == tag else inflect(base(verb), tag)
    before = tuple(spell_out(tree.tokens[index]) for index in _adverbs(tree, clause))
    after = tuple(spell_out(tree.tokens[index]) for index in _particles(tree, clause))
    one, many = (agree(form, lemma, tag, number) for number in (False, True))
    negation = _negation(tree, clause)
    return Group(
        do_form(tag, plural),
        (*negation, *before, lemma, *after),
        (*negation, *before, one, *after),
        (*negation, *before, many, *after),
    )


def _negation(tree: Tree, clause: Clause) -> tuple[str, ...]:
    """ "It never had a church", which says the same without a form of "do"."""
    if not is_negated(tree, clause):
        return ()
    never = any(tree.tokens[index].text.lower() == "never" for index in clause.verb_group)
    return ("never",) if never else ("not",)


def is_negated(tree: Tree, clause: Clause) -> bool:
    """ "It did not at all fit", "It has not become stained": also where "not" hangs on another word of the group."""
    first, before = clause.verb_group[0], range(clause.verb_group[0], clause.verb)
    nots = [index for index in before if tree.word(index) in {"not", "n't", "n’t"} and index > first]
    strayed = (index for index in nots if clause.verb in tree.ancestors(index) and not _is_added(tree, index))
    return clause.negated or any(strayed)


def _is_added(tree: Tree, negation: int) -> bool:
    """ "It was not only built but also sold"."""
    return tree.word(negation + 1) in {"only", "just", "merely", "simply", "solely"}


def _made_finite(tree: Tree, clauses: list[Clause], clause: Clause) -> Group | None:
    """A participle gets the tense of the clause above it: "the tower built in 1900 stands" → was built."""
    tag, head = tree.tokens[clause.verb].tag, clause.subject.head if clause.subject else clause.verb
    plural = is_plural(tree.tokens, head)
    past = _past(tree, clauses, clause)
    if len(clause.verb_group) > 1 + len(list(tree.of(clause.verb, ("prt",)))):
        return None
    if base(tree.tokens[clause.verb]) in _NAMING:
        return None
    if tag == "VBN" and clause.voice == "passive":
        rest = _rest(tree, clause, -1)
        one, many = ("was", "were") if past else ("is", "are")
        return Group(many if plural else one, rest, (one, *rest), (many, *rest))
    if tag == "VBG" and base(tree.tokens[clause.verb]) not in _LIKE_PREPOSITIONS:
        return _with_do(tree, clause, "VBD" if past else ("VBP" if plural else "VBZ"), plural)
    return None


_NAMING = frozenset("call name title refer dub term entitle nickname use".split())
_LIKE_PREPOSITIONS = frozenset(
    "be have include follow concern regard start begin depend accord compare give consider exclude base date".split()
)


def _past(tree: Tree, clauses: list[Clause], clause: Clause) -> bool:
    """Tell whether the clause above is in the past, or the participle says when it happened."""
    dates = clause.by_role("time")
    if tree.tokens[clause.verb].tag == "VBN" and any(tree.entity(one.head) == "DATE" for one in dates):
        return True
    made = any(is_somebody(tree, one.head) for one in clause.by_role("agent"))  # "a term coined by Ada"
    if clause.kind == "participial" and (made or base(tree.tokens[clause.verb]) in _DONE_ONCE):
        return True
    above = clause
    while above.parent is not None:
        above = clauses[above.parent]
        tags = {tree.tokens[index].tag for index in above.verb_group}
        if tags & FINITE:
            return "VBD" in tags
    return False


# What a participle of has happened: "the obelisk erected by Theodosius stands" → who erected it?
_DONE_ONCE = frozenset(
    "build construct erect found establish create design write publish compose paint invent discover enact pass sign "
    "propose introduce launch kill assassinate destroy conquer capture appoint elect born bear commission award".split()
)


def plural_subject(tree: Tree, clause: Clause) -> bool:
    """Tell whether the verb agrees with a plural subject: by the verb's own form where it shows, else by the noun."""
    assert clause.subject is not None
    head = tree.tokens[clause.subject.head]
    if head.text.lower() == "i":
        return False
    if clause.subject_source in {"own", "inherited", "antecedent"}:
        for index in clause.verb_group:
            token = tree.tokens[index]
            if token.tag == "VBZ" or token.text.lower() == "was":
                return False
            plain = token.tag == "VBP" and (not is_past_alike(token) or tree.has(clause.subject.head, {"conj"}))
            if plain or token.text.lower() == "were":
                return True
    return is_plural(tree.tokens, clause.subject.head)


def _rest(tree: Tree, clause: Clause, first: int) -> tuple[str, ...]:
    """Return the verb group after its first auxiliary, adverbs in their place, negation left out."""
    group = {index for index in clause.verb_group if index != first and tree.tokens[index].dep != "neg"}
    ordered = sorted(group | {*_adverbs(tree, clause), *_particles(tree, clause)})
    return tuple(
        _lower(tree.tokens[index].text) if index == clause.verb else spell_out(tree.tokens[index]) for index in ordered
    )


def _particles(tree: Tree, clause: Clause) -> list[int]:
    """Return what a verb is nothing without: "stepped down", "ran back and forth"; a tagger takes many for adverbs."""
    found = list(tree.of(clause.verb, ("prt",)))
    beside = clause.verb + 1
    if beside in tree.children[clause.verb] and tree.tokens[beside].dep == "advmod":
        with_its_other = sorted({beside, *tree.of(beside, ("cc", "conj"))})
        found += with_its_other if tree.tokens[beside].text.lower() in _PARTICLES else []
    return found


_PARTICLES = frozenset("apart aside away back down forth off out over together up".split())


def _lower(word: str) -> str:
    return word.lower() if word[1:].islower() or len(word) == 1 else word


def _adverbs(tree: Tree, clause: Clause) -> list[int]:
    """Return the adverbs that keep their place before the verb: "often", "quickly"; no connectives, no "also".

    Nor "only", which may be said of what is asked for: "It only works in May."
    """
    found: list[int] = []
    for one in clause.arguments:
        if is_middle(clause, one) and not one.preposition and one.head not in clause.verb_group:
            words = [index for index in one.span if tree.tokens[index].pos == "ADV"]
            if words and tree.tokens[words[0]].text.lower() not in CONNECTIVES | {"only"}:
                found.extend(words)
    return found


def is_middle(clause: Clause, one: Constituent) -> bool:
    """ "was often used", "quickly grew": an adverb inside the verb group or right before it."""
    assert clause.subject is not None
    adverb = one.dep == "advmod" and len(one.span) <= 2
    return adverb and one.head < clause.verb and (not clause.subject.span or one.head > clause.subject.span[-1])


def active_form(tree: Tree, clause: Clause, auxiliary_form: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the active verb group, singular and plural, of a passive one: "was carried out" → carried out."""
    lemma = base(tree.tokens[clause.verb])
    before = [index for index in clause.verb_group if tree.tokens[index].dep in {"aux", "auxpass"}]
    after = tuple(tree.tokens[index].text for index in _particles(tree, clause))
    if clause.voice != "passive" or is_negated(tree, clause):
        return None
    if len(before) <= 1:
        auxiliary = spell_out(tree.tokens[before[0]]) if before else auxiliary_form
        tag = {"was": "VBD", "were": "VBD"}.get(auxiliary, "VBZ")
        one, many = (agree(inflect(lemma, tag), lemma, tag, number) for number in (False, True))
        return (one, *after), (many, *after)
    first = tree.tokens[before[0]]
    if first.tag == "MD" and len(before) == 2:
        group = (spell_out(first), lemma, *after)
        return group, group
    if base(first) == "have" and len(before) == 2:
        participle = inflect(lemma, "VBN")
        one, many = (agree(spell_out(first), "have", first.tag, number) for number in (False, True))
        return (one, participle, *after), (many, participle, *after)
    return None
