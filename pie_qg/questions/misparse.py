"""Signs that a parser has gone wrong about a clause: what no well-formed clause has.

Each rule names one sign, with a sentence where it was seen; those about what a verb has are in `misfit`, those about
two clauses in `misjoined`, those about what a phrase was taken for in `misread`, those about lists in
`mislisted`, those about a word's part of speech in `mistagged`, those about where a phrase stands in `misplaced`,
those about what was taken to pieces in `broken`.
"""

from __future__ import annotations

from collections.abc import Callable

from pie_qg.clauses import Clause
from pie_qg.english import FINITE, is_past_alike, is_plural
from pie_qg.questions import broken, misfit, misjoined, mislisted, misplaced, misread, mistagged
from pie_qg.questions.nouns import noun_class
from pie_qg.questions.phrases import QUOTES
from pie_qg.tree import Tree

_APPROXIMATE = frozenset("about around over under up between at nearly".split())  # "Over 300 people came."


def looks_misparsed(tree: Tree, clause: Clause) -> bool:
    """Tell whether a clause shows one of the signs."""
    return any(sign(tree, clause) for sign in SIGNS)


def no_finite_verb(tree: Tree, clause: Clause) -> bool:
    """ "The economy created between 18 and 21 million jobs.": a past tense read as a participle under the root.

    Or one with a subject of its own, beside another verb: "While the consensus for human activity created is high".
    """
    if clause.kind not in {"participial", "conjunct"} and clause.subject_source == "own":
        return tree.tokens[clause.verb].tag in {"VBN", "VBG"} and len(clause.verb_group) == 1
    antecedent = clause.antecedent
    return clause.kind == "participial" and antecedent is not None and tree.tokens[antecedent].head == antecedent


def after_preposition(tree: Tree, clause: Clause) -> bool:
    """ "Before the 1930s hockey was a slow game.": the end of an opening phrase is read as part of the subject."""
    assert clause.subject is not None
    first = min(clause.subject.span, default=0)
    own = clause.kind == "main" and clause.subject_source == "own"
    return own and first == 1 and tree.tokens[0].pos in {"ADP", "SCONJ"}


def bare_measure(tree: Tree, clause: Clause) -> bool:
    """ "But minute, invisible remains can be found.": a lone noun measures nothing, unless it is a time."""
    for child in tree.of(clause.verb, ("npadvmod",)):
        token = tree.tokens[child]
        lone = token.tag == "NN" and not tree.children[child] and not tree.entity(child)
        if lone and token.lemma.lower() not in _DAYS:
            return True
    return False


_DAYS = frozenset("today tomorrow yesterday tonight nowadays home north south east west part".split())


def disagrees(tree: Tree, clause: Clause) -> bool:
    """ "The forces were crushed and attempts to rise failed": no plural is the subject of a singular verb."""
    assert clause.subject is not None
    head = tree.tokens[clause.subject.head]
    tags = {tree.tokens[index].tag for index in clause.verb_group}
    cut = any(tree.tokens[index].text == "and" for index in clause.subject.span)
    if cut and "VBP" in tags and head.tag == "NNP" and not tree.has(clause.subject.head, {"conj"}):
        return True  # "Rumeli Street in Pera and Bagdad Avenue have …"
    words = {tree.tokens[index].text.lower() for index in clause.verb_group}
    if "were" in words and head.tag == "NNP" and not tree.has(clause.subject.head, {"conj"}):
        return True  # "Service Pack 2, as well as Service Pack 1, were installed"
    common = head.pos == "NOUN" and not tree.entity(clause.subject.head)
    if not common or clause.subject_source == "controlled" or clause.subject.clausal:
        return False
    several = is_plural(tree.tokens, clause.subject.head)
    if "VBZ" in tags:
        return head.tag == "NNS" and head.lemma != head.text.lower()
    body = noun_class(head.lemma) in {"group", "organization", "person"} or head.lemma in _AMOUNTS
    alike = is_past_alike(tree.tokens[clause.verb]) and not tree.has(clause.subject.head, {"conj"})  # "The lid fit."
    return "VBP" in tags and not (several or body or alike)


_AMOUNTS = frozenset(
    "number majority minority variety range lot couple handful series pair percent percentage half third quarter rest "
    "remainder total group set".split()
)


def two_finite_verbs(tree: Tree, clause: Clause) -> bool:
    """ "The advantage that Europe had was in ship building.": two verbs of two clauses, read as one group."""
    return sum(tree.tokens[index].tag in FINITE for index in clause.verb_group) > 1


def out_of_bracket(tree: Tree, clause: Clause) -> bool:
    """ "It was named after a man ("Colonel Hockey's game").": what a bracket holds is no part of the clause around."""
    brackets = [(first, last) for first, last in tree.partner.items() if tree.tokens[first].text in {"(", "["}]
    return any(
        first < one.head < last and not first < clause.verb < last
        for one in clause.arguments
        for first, last in brackets
    )


def fronted_subject(tree: Tree, clause: Clause) -> bool:
    """ "Of these two seals, only the ringed one suffers.": a phrase before the subject that is read as part of it."""
    assert clause.subject is not None
    first = tree.tokens[min(clause.subject.span, default=clause.subject.head)]
    return first.pos == "ADP" and first.text.lower() not in _APPROXIMATE and first.dep != "quantmod"


def opening_participle(tree: Tree, clause: Clause) -> bool:
    """ "Lacking protectors, women were vulnerable.": an opening clause that is read as part of the subject."""
    assert clause.subject is not None
    words = [tree.tokens[index] for index in sorted(clause.subject.span)]
    listed = any(token.dep == "cc" for token in words)
    return bool(words) and words[0].tag in {"VBG", "VBN"} and any(token.text == "," for token in words) and not listed


def lone_comma(tree: Tree, clause: Clause) -> bool:
    """ "The instruments, pitched in F, never sold.": one comma between subject and verb begins what is said aside."""
    assert clause.subject is not None
    if clause.subject_source != "own" or clause.subject.head > clause.verb_group[0]:
        return False
    between = [tree.tokens[index] for index in range(clause.subject.head + 1, clause.verb_group[0])]
    commas = [place for place, token in enumerate(between) if token.text == ","]
    return len(commas) == 1 and all(token.pos in {"ADV", "PUNCT"} for token in between[commas[0] :])


def one_as_head(tree: Tree, clause: Clause) -> bool:
    """ "In the case of a camera one would quote the scale": the end of the phrase before is read into the subject."""
    assert clause.subject is not None
    head = clause.subject.head
    return tree.tokens[head].text == "one" and tree.has(head, {"compound"})


def way_as_modifier(tree: Tree, clause: Clause) -> bool:
    """ "The way networks of nerves produce thought is unknown": "way" is no part of the subject of "produce"."""
    heads = [one.head for one in clause.arguments] + [clause.subject.head if clause.subject else clause.verb]
    return any(tree.tokens[child].lemma == "way" for head in heads for child in tree.of(head, ("compound", "nmod")))


def no_longer(tree: Tree, clause: Clause) -> bool:
    """ "It was no longer safe": what a question would leave out denies it."""
    late = [child for child in tree.children[clause.verb] if child > clause.verb]
    words = [child for child in late if tree.tokens[child].text.lower() == "longer"]
    return any(tree.tokens[child - 1].text.lower() == "no" for child in words)


def quoted_verb(tree: Tree, clause: Clause) -> bool:
    """ "They call "icing" violations.": a word that is mentioned, and no verb."""
    quotes = ((first, last) for first, last in tree.partner.items() if tree.tokens[first].text in QUOTES)
    return any(first == clause.verb - 1 and last == clause.verb + 1 for first, last in quotes)


def quality_described(tree: Tree, clause: Clause) -> bool:
    """ "in the past passive, which are compound tenses": no relative clause is about an adjective."""
    about = clause.antecedent
    return about is not None and tree.tokens[about].tag in {"JJ", "JJR", "RB"}


def some_of_ten(tree: Tree, clause: Clause) -> bool:
    """ "7 of 10 workers who lost jobs": it is seven who lost them."""
    about = clause.antecedent
    if about is None or not tree.has(about, {"nummod"}):
        return False
    return tree.tokens[tree.tokens[tree.tokens[about].head].head].pos == "NUM"


def named_within(tree: Tree, clause: Clause) -> bool:
    """ "They built a fort in what is now Ghent, which they named Hope": the fort is named so, or the town."""
    above = None if clause.antecedent is None else tree.tokens[clause.antecedent].head
    free = above is not None and tree.tokens[above].dep == "pcomp"
    return free and any(tree.tokens[child].tag == "WP" for child in tree.of(above or 0, ("nsubj",)))


def opening_adjectives(tree: Tree, clause: Clause) -> bool:
    """ "Secondary, or scrap, lead is cheap": adjectives of the subject that are read as a clause of their own."""
    early = (child for child in tree.of(clause.verb, ("advcl",)) if child < clause.verb)
    bare = (child for child in early if tree.tokens[child].tag in {"JJ", "NN"})
    return any(tree.tokens[link].text.lower() == "or" for child in bare for link in tree.of(child, ("cc",)))


def time_as_subject(tree: Tree, clause: Clause) -> bool:
    """ "The first used since 300 BC was bronze": a year is the end of a phrase, and nothing that was bronze."""
    assert clause.subject is not None
    return tree.tokens[clause.subject.head].text.strip(".").lower() in {"bc", "bce", "ad", "ce", "b.c", "b.c.e"}


def stuck(tree: Tree, clause: Clause) -> bool:
    """ "Settlers-gathered at the fort.": a noun and its verb, run together by a hyphen, were read as one name."""
    verb = clause.verb_group[0]
    name, dash, past = tree.tokens[max(verb - 2, 0)], tree.tokens[verb - 1], tree.tokens[verb]
    together = verb > 1 and dash.text == "-" and name.end == dash.start and dash.end == past.start
    return together and past.tag == "VBD" and name.tag in {"NNS", "NNP", "NNPS"}


def no_main_clause(tree: Tree, clause: Clause) -> bool:
    """ "Though the first mills were small, large mills led to a town": what "though" opens is no main clause."""
    marks = tree.of(tree.root(clause.verb), ("mark",))
    return any(tree.word(mark) in _SUBORDINATING for mark in marks)


_SUBORDINATING = frozenset("although because though unless whereas while".split())


def lets_as_subject(tree: Tree, clause: Clause) -> bool:
    """ "Lets get it done": "let us", without its mark, is nobody who gets it."""
    assert clause.subject is not None
    return tree.word(clause.subject.head) == "lets"


def infinitive_as_subject(tree: Tree, clause: Clause) -> bool:
    """ "Men thought of trying to trap boats were seen": an infinitive that is read as a noun of the subject."""
    assert clause.subject is not None
    return any(tree.tokens[index].tag == "TO" for index in clause.subject.span[:1]) and not clause.subject.clausal


def two_governed(tree: Tree, clause: Clause) -> bool:
    """ "The king restated on Friday his wish": a preposition takes one noun, and the second is the verb's."""
    leads = (index for one in clause.arguments for index in one.preposition[-1:])
    nouns = (list(tree.of(index, ("pobj",))) for index in leads)
    return any(len(each) > 1 and tree.has(each[-1], {"det", "poss"}) for each in nouns)


def of_which(tree: Tree, clause: Clause) -> bool:
    """ "the guild, of which Ada is a member": of what, a question about the clause cannot say."""
    word = clause.relativizer
    of = word is not None and tree.word(tree.tokens[word].head) == "of" and tree.tokens[word].head < word
    return of and tree.tokens[clause.verb].lemma == "be"


SIGNS: tuple[Callable[[Tree, Clause], bool], ...] = (
    no_finite_verb,
    after_preposition,
    bare_measure,
    disagrees,
    two_finite_verbs,
    out_of_bracket,
    fronted_subject,
    opening_participle,
    lone_comma,
    one_as_head,
    way_as_modifier,
    no_longer,
    quoted_verb,
    quality_described,
    some_of_ten,
    named_within,
    opening_adjectives,
    time_as_subject,
    stuck,
    no_main_clause,
    lets_as_subject,
    infinitive_as_subject,
    two_governed,
    of_which,
    *misfit.SIGNS,
    *misjoined.SIGNS,
    *misread.SIGNS,
    *mislisted.SIGNS,
    *mistagged.SIGNS,
    *misplaced.SIGNS,
    *broken.SIGNS,
)
