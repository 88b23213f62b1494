"""Signs that a parser has misread a list: what is joined to what, and where it ends.

Each rule names one sign, with a sentence where it was seen.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.clauses import Clause, is_finite
from pie_qg.constituents import SUBJECTS
from pie_qg.english import base
from pie_qg.questions.nouns import may_be_who, noun_class
from pie_qg.tree import Tree


def gapped_name(tree: Tree, clause: Clause) -> bool:
    """ "The Slavs called it Lipa, the Germans Linde": others call it so, each by a name of theirs."""
    names = [tree.conjuncts(one.head) for one in clause.by_role("attribute") if one.dep == "oprd"]
    return any(
        not tree.has(first, {"det"}) and any(tree.has(other, {"det"}) for other in rest) for first, *rest in names
    )


def number_and_adjective(tree: Tree, clause: Clause) -> bool:
    """ "It lost between 200 and 300 wounded and dead": the numbers count those, and are no list with them."""
    words = (index for one in clause.arguments for index in one.span if tree.tokens[index].dep == "conj")
    return any(
        tree.tokens[index].tag == "JJ"
        and tree.tokens[tree.tokens[index].head].pos == "NUM"
        and tree.tokens[index - 1].pos in {"NUM", "ADJ"}
        for index in words
    )


def number_after_noun(tree: Tree, clause: Clause) -> bool:
    """ "It brought to a head two disputes": the number is that of the noun after it."""
    late = (index for one in clause.arguments for index in one.span if tree.tokens[index].dep == "nummod")
    heads = (tree.tokens[index].head for index in late if index > tree.tokens[index].head)
    return any(tree.word(child) in {"a", "an"} for head in heads for child in tree.of(head, ("det",)))


def preposition_and_verb(tree: Tree, clause: Clause) -> bool:
    """ "It was used for small works or combined with others": a verb is joined to a verb, and not to "for"."""
    late = (index for one in clause.arguments for index in one.preposition if index > clause.verb)
    return any(tree.tokens[child].pos == "VERB" for index in late for child in tree.of(index, ("conj",)))


def clause_in_list(tree: Tree, clause: Clause) -> bool:
    """ "It changed, as new squares, parks, and streets were built": the last of a list is the subject of a clause."""
    return any(_goes_on_as_clause(tree, one.head) for one in clause.arguments)


def _goes_on_as_clause(tree: Tree, noun: int) -> bool:
    """Tell whether a list without "and" is followed by ", and" and the subject of a clause."""
    listed = tree.conjuncts(noun)
    if len(listed) == 1 or any(tree.has(one, {"cc"}) for one in listed):
        return False
    comma = max(tree.subtree(noun)) + 1
    if comma + 2 >= len(tree.tokens) or tree.tokens[comma].text != "," or tree.tokens[comma + 1].dep != "cc":
        return False
    return any(tree.tokens[index].dep in SUBJECTS for index in (comma + 2, tree.tokens[comma + 2].head))


def noun_joined_to_verb(tree: Tree, clause: Clause) -> bool:
    """ "They mine iron and copper ores": the ores of both, and no iron."""
    if tree.tokens[clause.verb].pos != "VERB":
        return False
    ends = {one.head for one in clause.by_role("object") if one.dep == "dobj"}
    links = [index for index in tree.of(clause.verb, ("cc",)) if index - 1 in ends]
    return any(_begins_noun(tree, clause.verb, index + 1) for index in links)


def _begins_noun(tree: Tree, verb: int, start: int) -> bool:
    joined = (child for child in tree.of(verb, ("conj",)) if tree.tokens[child].pos == "NOUN")
    return any(min(tree.subtree(child)) == start and tree.tokens[start].pos in {"NOUN", "ADJ"} for child in joined)


def third_without_and(tree: Tree, clause: Clause) -> bool:
    """ "It must allow for heat, wind in winter and frost": a noun after a comma is joined to a noun, and no verb."""
    return any(_lists_noun(tree, verb) for verb in (clause.verb, *tree.of(clause.verb, ("xcomp",))))


def _lists_noun(tree: Tree, verb: int) -> bool:
    """Tell whether a verb has a noun joined to it without "and"."""
    nouns = (child for child in tree.of(verb, ("conj",)) if tree.tokens[child].pos in {"NOUN", "PROPN"})
    first = next((child for child in nouns if child > verb and not tree.has(child, SUBJECTS)), None)
    return first is not None and not any(verb < index < first for index in tree.of(verb, ("cc",)))


def preposition_joined_to_verb(tree: Tree, clause: Clause) -> bool:
    """ "It has links with Pisa to the west, and to Rome in the south": what "to" is joined to is no verb."""
    joined = [child for child in tree.of(clause.verb, ("conj",)) if tree.tokens[child].pos == "ADP"]
    early = {tree.word(index) for index in tree.of(clause.verb, ("prep",)) if index > clause.verb}
    return any(tree.word(child) in early and tree.has(clause.verb, {"dobj"}) for child in joined)


def verb_in_list(tree: Tree, clause: Clause) -> bool:
    """ "It takes a word as input and outputs either a noun or a verb": what "either" follows is a verb."""
    words = (index for one in clause.arguments for index in one.span if index + 1 < len(tree.tokens))
    return any(
        tree.tokens[index].tag == "NNS" and tree.tokens[index].dep == "conj" and tree.word(index + 1) in _PAIRING
        for index in words
    )


_PAIRING = frozenset({"either", "both", "neither"})


def gerund_joined_to_noun(tree: Tree, clause: Clause) -> bool:
    """ "They are breaking the vow of silence and fathering sons": what they are doing, too, and no kind of sons."""
    if tree.tokens[clause.verb].tag != "VBG":
        return False
    links = (index for one in clause.by_role("object") for index in one.span[:-1] if tree.tokens[index].dep == "cc")
    after = (tree.tokens[index + 1] for index in links)
    return any(
        token.text.endswith("ing") and token.tag == "JJ" and tree.tokens[token.head].dep == "conj" for token in after
    )


def finite_after_infinitive(tree: Tree, clause: Clause) -> bool:
    """ "He urged the council to move and peers to stay": whom else he urged, and nobody who peers."""
    token, first = tree.tokens[clause.verb], tree.tokens[clause.verb].head
    led = tree.tokens[first].tag == "VB" and any(tree.tokens[index].tag == "TO" for index in tree.of(first, ("aux",)))
    joined = clause.kind == "conjunct" and token.tag == "VBZ" and clause.subject_source != "own"
    return joined and led and tree.tokens[clause.verb - 1].dep == "cc"


def year_and_number(tree: Tree, clause: Clause) -> bool:
    """ "May saw ten mills sold and 1999 only two mills": a year and a number are a clause without its verb."""
    verbs = (clause.verb, *tree.of(clause.verb, ("ccomp", "xcomp")))
    nouns = (noun for verb in verbs for noun in tree.of(verb, ("conj",)) if tree.tokens[noun].pos == "NOUN")
    return any(len(list(tree.of(noun, ("nummod",)))) > 1 for noun in nouns)


def another_elsewhere(tree: Tree, clause: Clause) -> bool:
    """ "They had a fair, where one cow was sold in May, another in June": a clause of which only two words are said."""
    late = (index for index in tree.of(clause.verb, ("prep",)) if index > clause.verb)
    return any(tree.word(index - 1) in _OTHERS and tree.tokens[index - 1].dep == "appos" for index in late)


_OTHERS = frozenset({"another", "others"})


def thing_that_says(tree: Tree, clause: Clause) -> bool:
    """ "It shut after its sale and the firm said no": no sale says so, with the firm."""
    assert clause.subject is not None
    said = base(tree.tokens[clause.verb]) in _SAYING
    who = {_may_say(tree, one) for one in tree.conjuncts(clause.subject.head)}
    return said and len(who) > 1


def _may_say(tree: Tree, index: int) -> bool:
    somebody = may_be_who(tree, index) or tree.tokens[index].pos in {"PRON", "PROPN"}
    return somebody or noun_class(tree.tokens[index].lemma) in {"organization", "group"}


_SAYING = frozenset(
    "say tell announce add insist deny warn admit claim argue believe think decide promise agree state declare".split()
)


def dropped_subject(tree: Tree, clause: Clause) -> bool:
    """ "Was worried when the pump broke but was glad to find another": who was is the writer, and no pump."""
    if clause.kind != "conjunct" or clause.subject_source == "own":
        return False
    root = tree.root(clause.verb)
    opening = all(token.pos in {"ADV", "PUNCT", "INTJ"} for token in tree.tokens[:root])
    return opening and root != clause.verb and is_finite(tree, root) and not tree.has(root, SUBJECTS)


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    gapped_name,
    number_and_adjective,
    number_after_noun,
    preposition_and_verb,
    clause_in_list,
    noun_joined_to_verb,
    third_without_and,
    preposition_joined_to_verb,
    verb_in_list,
    gerund_joined_to_noun,
    finite_after_infinitive,
    year_and_number,
    another_elsewhere,
    thing_that_says,
    dropped_subject,
)
