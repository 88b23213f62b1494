"""A clause taken apart for asking: subject, finite auxiliary, the rest of the verb group, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from random import Random

from pie_qg.clauses import Clause
from pie_qg.constituents import Constituent
from pie_qg.english import agree, base, do_form, inflect, is_plural, is_verb_form, phrase, spell_out
from pie_qg.questions.phrases import question_tokens
from pie_qg.questions.resolve import Readings
from pie_qg.tree import Tree

SHORTENED = 0.3  # share of the long noun phrases that a question names by their core
FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
MAX_EXTRA = 9  # words of the adverbials that a question keeps
_CONNECTIVES = frozenset(
    "however therefore thus hence moreover furthermore also then too nevertheless nonetheless instead meanwhile "
    "otherwise indeed finally still yet besides consequently accordingly additionally similarly likewise conversely "
    "so again even just actually basically honestly unfortunately fortunately here there now perhaps maybe rather "
    "alternatively ultimately subsequently eventually well anyway hopefully".split()
)
COMPLEMENTS = frozenset({"object", "recipient", "attribute", "complement", "number"})


@dataclass(frozen=True, slots=True)
class Part:
    """A constituent as it stands in a question."""

    source: Constituent
    tokens: tuple[int, ...]
    """Its words in the question, without the preposition."""
    kept: bool
    """Whether a question that does not ask for it says it."""
    optional: bool = False
    """Whether it may be left out all the same."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a question is put together from; the words are those of the paraphrase, pronouns resolved."""

    tree: Tree
    clause: Clause
    readings: Readings
    subject: Part
    auxiliary: str
    """The finite auxiliary or form of be or do, that goes before the subject: did, is, can."""
    verbs: tuple[str, ...]
    """The verb group after the subject: "not", adverbs, participles, the main verb and its particle."""
    finite: tuple[str, ...]
    """The verb group after a subject that is asked for, in the singular."""
    finite_plural: tuple[str, ...]
    parts: tuple[Part, ...]
    """What follows the verb, in the order of the question."""

    def write(self, tokens: tuple[int, ...]) -> str:
        """Return tokens as words of a question."""
        return phrase(self.tree.sentence, tokens, self.readings.instead)


def frame(tree: Tree, clauses: list[Clause], clause: Clause, readings: Readings, rng: Random) -> Frame | None:
    """Return the frame of a clause, or None where it cannot be asked about: no subject, a question, an infinitive."""
    if not _can_be_asked(tree, clause):
        return None
    subject = Part(clause.subject, _said(tree, clause.subject, rng), kept=True) if clause.subject else None
    group = _group(tree, clauses, clause)
    if subject is None or group is None or not _whole(tree, subject):
        return None
    return Frame(
        tree,
        clause,
        readings,
        subject,
        group.auxiliary,
        group.verbs,
        group.finite,
        group.finite_plural,
        tuple(_parts(tree, clause, rng)),
    )


def _whole(tree: Tree, part: Part) -> bool:
    """Tell whether a shortened phrase still reads as one: no gap but at an aside, and the whole of a list."""
    words = part.tokens
    for before, after in pairwise(words):
        if after - before > 1 and tree.tokens[before + 1].pos != "PUNCT":
            return False
    listed = {child for index in words for child in tree.of(index, ("conj",))}
    return part.source.clausal or listed <= set(words)


def _can_be_asked(tree: Tree, clause: Clause) -> bool:
    if clause.subject is None or clause.subject.clausal or clause.kind in {"infinitive", "nominal"}:
        return False
    if not _hangs_together(tree, clause) or not is_verb_form(spell_out(tree.tokens[clause.verb])):
        return False
    marks = {tree.tokens[index].text.lower() for index in clause.marker}
    if marks & {"as", "like"} and clause.kind == "adverbial":
        return False
    if marks & {"if", "whether", "unless", "than", "lest"} or tree.tokens[-1].text == "?":
        return False
    words = tree.children[clause.verb]
    return not any(tree.tokens[child].tag in {"WP", "WRB", "WDT"} and child != clause.relativizer for child in words)


def _hangs_together(tree: Tree, clause: Clause) -> bool:
    """Tell whether a parse of subject and verb can be trusted.

    It cannot where words stand between the two that belong to neither, where a bracket does, where "and" stands before
    the subject of a first clause, or where a relative clause is not next to what it is about.
    """
    subject, group = clause.subject, clause.verb_group
    assert subject is not None
    if not _complete(tree, clause) or _denied(tree, subject.span):
        return False
    if any(tree.tokens[index].tag == "WRB" for index in subject.span):
        return False
    if clause.subject_source == "antecedent":
        return _stands_next(tree, clause)
    if clause.subject_source != "own" or subject.head > group[0]:
        return clause.subject_source != "own"
    first = min(subject.span, default=subject.head)
    if clause.kind == "main" and first and tree.tokens[first - 1].dep == "cc" and tree.tokens[first - 1].head > first:
        return False
    own = tree.subtree(subject.head) | set(group)
    between = [index for index in range(subject.head + 1, group[0]) if index not in own]
    return all(tree.tokens[index].pos in {"ADV", "PUNCT", "PART"} for index in between) and not any(
        tree.tokens[index].text in {"(", ")", "[", "]", ":", ";"} for index in between
    )


def _complete(tree: Tree, clause: Clause) -> bool:
    """Tell whether a clause says all by itself: no comparison cut short, no "do so", no second object."""
    own = tree.subtree(clause.verb, _OTHER_CLAUSES, _OTHER_CLAUSES)
    if any(tree.tokens[index].text.lower() == "than" for index in own):
        return False
    objects = [one for one in clause.by_role("object") if one.dep == "dobj"]
    loose = {"other", "number"} if objects else {"other"}
    if any(_is_quotation(tree, one) for one in clause.arguments):
        return False
    if any(one.dep == "npadvmod" and one.role in loose for one in clause.arguments):
        return False
    attributes = [one for one in clause.by_role("attribute") if one.dep == "attr"]
    if len(objects) > 1 or len(attributes) > 1:
        return False
    return base(tree.tokens[clause.verb]) != "do" or bool(objects) or clause.voice == "passive"


def _is_quotation(tree: Tree, one: Constituent) -> bool:
    """A clause in quotation marks, or after a colon, is said in its speaker's words."""
    first = min(one.span, default=0)
    return one.role == "complement" and first > 0 and tree.tokens[first - 1].text in {'"', "“", ":", "``", "‘", "'"}


_OTHER_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "conj", "parataxis", "acl"})
_DENIALS = frozenset("no neither nor none nothing nobody hardly rarely seldom never few little".split())


def _denied(tree: Tree, words: tuple[int, ...]) -> bool:
    """ "Neither of the two", "no additional taxes": who is asked for is not there."""
    return any(tree.tokens[index].text.lower() in _DENIALS for index in words[:3]) and not any(
        tree.tokens[index].text.lower() == "a" for index in words[:1]
    )


def _stands_next(tree: Tree, clause: Clause) -> bool:
    """ "the costs of railroads that cross the Andes": only the nearest noun is sure to be what a clause is about."""
    antecedent = clause.antecedent
    if antecedent is None or tree.tokens[antecedent].dep == "conj" or tree.has(antecedent, {"conj"}):
        return False
    if tree.entity(antecedent) in {"DATE", "TIME", "CARDINAL", "PERCENT"}:
        return False
    start = min(tree.subtree(clause.verb), default=clause.verb)
    between = range(antecedent + 1, start)
    return not any(tree.tokens[index].pos in {"NOUN", "PROPN", "NUM", "VERB"} for index in between)


def _said(tree: Tree, constituent: Constituent, rng: Random) -> tuple[int, ...]:
    """Return the words that say a constituent: a share of the noun phrases without what hangs on them."""
    words = question_tokens(tree, constituent)
    core = constituent.core
    short = (
        not constituent.clausal
        and len(core) > 2
        and set(core) < set(words)
        and not tree.has(constituent.head, {"conj"})
    )
    return core if short and rng.random() < SHORTENED else words


def _parts(tree: Tree, clause: Clause, rng: Random) -> list[Part]:
    """Return complements, and as many adverbials as a question bears; those before the subject go last."""
    assert clause.subject is not None
    verb = clause.verb
    inside = set(clause.verb_group)
    after = [one for one in clause.arguments if one.head > verb or clause.antecedent == one.head]
    before = [
        one
        for one in clause.arguments
        if one not in after and not _middle(clause, one) and not one.clausal and one.role in {"time", "place"}
    ]
    complements = [one for one in after if one.role in COMPLEMENTS and not one.preposition]
    room = MAX_EXTRA
    found: list[Part] = []
    for one in [*after, *before]:
        words = _said(tree, one, rng)
        gap = one.dep == "antecedent" and one.role in {"place", "time", "reason"} and not one.preposition
        if not words or inside & set(words) or gap:
            continue
        length = len(words) + len(one.preposition)
        essential = one.role in COMPLEMENTS or (
            not complements and one.preposition != () and bool(after) and one is after[0]
        )
        essential = essential and not (one.preposition and _dropped(tree, one))
        kept = essential or (length <= room and not _dropped(tree, one))
        if kept and not essential:
            room -= length
        part = Part(one, words, kept, kept and not essential)
        if _whole(tree, part):
            found.append(part)
        elif essential:
            found.append(Part(one, one.span, kept))
    return found


def _middle(clause: Clause, one: Constituent) -> bool:
    """ "was often used", "quickly grew": an adverb inside the verb group or right before it."""
    assert clause.subject is not None
    adverb = one.dep == "advmod" and len(one.span) <= 2
    return adverb and one.head < clause.verb and (not clause.subject.span or one.head > clause.subject.span[-1])


def _dropped(tree: Tree, one: Constituent) -> bool:
    first = tree.tokens[one.full[0]].text.lower() if one.full else ""
    if one.dep == "advmod":
        return first in _CONNECTIVES or one.role == "other"
    if first == "between" and not tree.has(one.head, {"conj"}):
        return True
    if tree.tokens[one.head].lemma in {"time", "moment", "point", "way", "extent"}:
        return True
    if first in _LOOSE_PREPOSITIONS or set_phrase(tree, one):
        return True
    return one.role == "other" or (one.clausal and (one.role != "purpose" or len(one.span) > MAX_EXTRA))


def is_denied(tree: Tree, one: Constituent) -> bool:
    """Tell whether an argument is denied: "no taxes", "not because it rained"."""
    first = min(one.full, default=one.head)
    return _denied(tree, one.full) or (first > 0 and tree.tokens[first - 1].text.lower() in {"not", "n't", "without"})


def set_phrase(tree: Tree, one: Constituent) -> bool:
    """Tell whether an adverbial is one that connects and says nothing: "for example", "in addition"."""
    return tree.text(one.full).lower() in _SET_PHRASES


_LOOSE_PREPOSITIONS = frozenset(
    "including such like unlike despite besides except among depending according instead rather regardless".split()
)
_SET_PHRASES = frozenset(
    (
        "for example|for instance|in addition|in particular|in fact|in question|in general|as a result|in turn|"
        "at least|at all|of course|on the other hand|on the one hand|in contrast|among others|in use|by contrast|"
        "at first|as well|for the sake|under consideration|at each end|"
        "in total|in part|as such|for the most part|in effect|in practice|in other words|in short|above all|after all|"
        "in this case|in that case|in this way|at the same time|in the end|for this reason|with respect|in the process|"
        "by then|by the time|at the time|at this time|"
        "at that time|to date|in some cases|in many cases|in most cases|"
        "in both cases|in detail|"
        "over time|in order|at large|on average|in place|by far|at most|in return|in common|as a whole"
    ).split("|")
)


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb group, inverted and not."""

    auxiliary: str
    verbs: tuple[str, ...]
    finite: tuple[str, ...]
    finite_plural: tuple[str, ...]


def _group(tree: Tree, clauses: list[Clause], clause: Clause) -> _Group | None:
    first = next((index for index in clause.verb_group if tree.tokens[index].dep != "neg"), clause.verb)
    token = tree.tokens[first]
    if token.tag not in FINITE:
        return _made_finite(tree, clauses, clause)
    rest = _rest(tree, clause, first)
    plural = plural_subject(tree, clause)
    if first == clause.verb and base(token) != "be":
        return _with_do(tree, clause, token.tag, plural)
    verb = tree.tokens[clause.verb]
    perfect = token.text in {"'s", "’s"} and verb.tag == "VBN" and (token.dep == "aux" or verb.text == "got")
    form, negation = "has" if perfect else spell_out(token), ("not",) if clause.negated else ()
    one, many = (agree(form, base(token), token.tag, number) for number in (False, True))
    return _Group(many if plural else one, (*negation, *rest), (one, *negation, *rest), (many, *negation, *rest))


def _with_do(tree: Tree, clause: Clause, tag: str, plural: bool) -> _Group:
    """ "wrote" → did … write, "has grown up" keeps its particle: did … grow up."""
    verb = tree.tokens[clause.verb]
    lemma, form = base(verb), verb.text.lower() if verb.tag == tag else inflect(base(verb), tag)
    before = tuple(spell_out(tree.tokens[index]) for index in _adverbs(tree, clause))
    after = tuple(spell_out(tree.tokens[index]) for index in tree.of(clause.verb, ("prt",)))
    one, many = (agree(form, lemma, tag, number) for number in (False, True))
    negation = ("not",) if clause.negated else ()
    return _Group(
        do_form(tag, plural),
        (*negation, *before, lemma, *after),
        (*before, one, *after),
        (*before, many, *after),
    )


def _made_finite(tree: Tree, clauses: list[Clause], clause: Clause) -> _Group | None:
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
        return _Group(many if plural else one, rest, (one, *rest), (many, *rest))
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
    above = clause
    while above.parent is not None:
        above = clauses[above.parent]
        tags = {tree.tokens[index].tag for index in above.verb_group}
        if tags & FINITE:
            return "VBD" in tags
    return False


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
            if token.tag == "VBP" or token.text.lower() == "were":
                return True
    return is_plural(tree.tokens, clause.subject.head)


def _rest(tree: Tree, clause: Clause, first: int) -> tuple[str, ...]:
    """Return the verb group after its first auxiliary, adverbs in their place, negation left out."""
    group = {index for index in clause.verb_group if index != first and tree.tokens[index].dep != "neg"}
    ordered = sorted(group | set(_adverbs(tree, clause)))
    return tuple(
        _lower(tree.tokens[index].text) if index == clause.verb else spell_out(tree.tokens[index]) for index in ordered
    )


def _lower(word: str) -> str:
    return word.lower() if word[1:].islower() or len(word) == 1 else word


def _adverbs(tree: Tree, clause: Clause) -> list[int]:
    """Return the adverbs that keep their place before the verb: "often", "quickly"; no connectives, no "also"."""
    found: list[int] = []
    for one in clause.arguments:
        if _middle(clause, one) and not one.preposition and one.head not in clause.verb_group:
            words = [index for index in one.span if tree.tokens[index].pos == "ADV"]
            if words and tree.tokens[words[0]].text.lower() not in _CONNECTIVES:
                found.extend(words)
    return found
