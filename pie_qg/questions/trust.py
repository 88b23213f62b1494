"""Which clauses are asked about: those that say all by themselves, and whose parse can be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from pie_qg.clauses import Clause
from pie_qg.constituents import PLACE_ENTITIES, SUBJECTS, Constituent
from pie_qg.english import FINITE, base, is_plural, is_verb_form, spell_out
from pie_qg.lexicon import TIME_NOUNS
from pie_qg.questions.held import denied, is_held
from pie_qg.questions.misparse import looks_misparsed
from pie_qg.questions.narrow import is_narrow, restrictions
from pie_qg.questions.nouns import is_somebody, may_be_who
from pie_qg.questions.valency import takes_object
from pie_qg.tree import Tree


def can_be_asked(tree: Tree, clause: Clause) -> bool:
    if clause.subject is None or clause.subject.clausal or clause.kind in {"infinitive", "nominal"}:
        return False
    if not _hangs_together(tree, clause) or not is_verb_form(spell_out(tree.tokens[clause.verb])):
        return False
    if looks_misparsed(tree, clause) or not is_held(tree, clause.verb):
        return False
    if _defines(tree, clause):
        return False
    if clause.kind == "participial" and clause.voice == "active" and tree.tokens[clause.verb].tag in {"VBN", "VBD"}:
        return False  # "meetings, held each year", "a kind of etymology, called a folk etymology"
    marks = {tree.tokens[index].text.lower() for index in clause.marker}
    if marks & {"as", "like"} and clause.kind == "adverbial":
        return False
    if marks & {"if", "whether", "unless", "than", "lest"} or tree.tokens[-1].text == "?":
        return False
    words = tree.children[clause.verb]
    return not any(tree.tokens[child].tag in {"WP", "WRB", "WDT"} and child != clause.relativizer for child in words)


def _defines(tree: Tree, clause: Clause) -> bool:
    """ "The only station that is based in Rome", "the style that is used here": what picks a thing out tells nothing.

    What is picked out would be asked for as "the style", or named so.
    """
    antecedent = clause.antecedent
    if antecedent is None:
        return False
    if not (is_narrow(tree, antecedent) or _is_bare(tree, antecedent, _DEFINITE) or _is_bare_nation(tree, antecedent)):
        return False
    return clause.verb in restrictions(tree, antecedent)


def _is_bare(tree: Tree, head: int, article: frozenset[str]) -> bool:
    """Tell whether a noun has an article and a clause, and nothing else that says which."""
    others = [child for child in tree.children[head] if tree.tokens[child].dep not in {"relcl", "acl", "punct"}]
    words = [tree.tokens[child].text.lower() for child in others]
    return tree.tokens[head].pos == "NOUN" and len(words) == 1 and words[0] in article


_DEFINITE, _INDEFINITE = frozenset({"the"}), frozenset({"a", "an"})


def tells_no_fact(tree: Tree, clause: Clause) -> bool:
    """Tell whether a clause says which thing is meant, or how things are listed, and nothing that one would ask."""
    return _tells_which(tree, clause) or _sorts(tree, clause)


def _tells_which(tree: Tree, clause: Clause) -> bool:
    """ "A word coined by Ada", "a change that the club made", "the total area covered by the lakes".

    What something was done to has no other name here than by what was done: "Who coined a word?" asks about any.
    """
    antecedent, subject = clause.antecedent, clause.subject
    if antecedent is None or subject is None:
        return False
    passive = subject.head == antecedent and clause.voice == "passive"
    if passive and tree.tokens[antecedent].lemma in _MEASURES and clause.verb in restrictions(tree, antecedent):
        return True
    gap = any(one.dep == "antecedent" and one.role == "object" for one in clause.arguments)
    return (passive or gap) and _is_bare(tree, antecedent, _INDEFINITE)


_MEASURES = frozenset("amount area distance number percentage proportion quantity share sum total".split())


def _sorts(tree: Tree, clause: Clause) -> bool:
    """ "The largest towns, ranked by area, are Ghent and Bruges": how a list is set out, and no fact about a town."""
    by = any(tree.tokens[index].text.lower() == "by" for index in tree.children[clause.verb])
    return clause.kind == "participial" and by and base(tree.tokens[clause.verb]) in _SORTING


_SORTING = frozenset("arrange group list order rank sort".split())


def _is_bare_nation(tree: Tree, head: int) -> bool:
    """ "Germans who own bees": some of them, and not all."""
    return tree.tokens[head].tag == "NNPS" and not tree.has(head, {"det", "poss", "nummod", "amod", "compound"})


def first_can_be_asked(tree: Tree, clauses: Sequence[Clause], clause: Clause) -> bool:
    """ "a function of one number that takes a pair and returns it": a second verb is as unsure as the first."""
    if clause.kind != "conjunct" or clause.subject_source == "own":
        return True
    first, denied_before = clause, False
    while first.kind == "conjunct" and first.parent is not None:
        first = clauses[first.parent]
        denied_before = denied_before or first.negated
    own = tree.tokens[clause.verb].tag in FINITE  # "He went there to learn and loved it."
    if first.subject is None or (first.kind in {"infinitive", "nominal"} and not own):
        return False
    if first.kind != "main" and looks_misparsed(tree, first):
        return False
    if _crossed(tree, tree.tokens[clause.verb].head, clause.verb):
        return False
    if first.kind == "complement" and _after_comma(tree, clause):
        return False
    if denied_before and not clause.negated and (_joined_by_or(tree, clause) or not own):
        return False  # "It does not tip over and make a mess."
    never = any(tree.tokens[index].text.lower() == "never" for index in tree.children[first.verb])
    if never or any(tree.tokens[index].text.lower() in {"if", "unless"} for index in first.marker):
        return False  # "The dog never sniffed and got burned.", "if the handle was black and was removable"
    return first.subject_source != "antecedent" or _stands_next(tree, first)


def _crossed(tree: Tree, first: int, second: int) -> bool:
    """ "States won by Bush were red, and states won by Gore blue": the verb between may be the one joined to."""
    between = (index for index in range(first + 1, second) if tree.tokens[index].head != second)
    verbs = (tree.tokens[index] for index in between if tree.tokens[index].pos in {"VERB", "AUX"})
    return any(token.dep not in {"aux", "auxpass", "amod", "compound"} for token in verbs)


def _after_comma(tree: Tree, clause: Clause) -> bool:
    """ "They argued that it was subjective, and questioned its use.": the second verb may be the first one's."""
    first = tree.tokens[clause.verb].head
    links = [index for index in tree.of(first, ("cc",)) if index < clause.verb]
    return bool(links) and tree.tokens[links[-1] - 1].text == ","


def _joined_by_or(tree: Tree, clause: Clause) -> bool:
    """ "They could not be sold, or even grown, in Europe.": neither could be."""
    links = tree.of(tree.tokens[clause.verb].head, ("cc",))
    return any(tree.tokens[index].text.lower() in {"or", "nor"} for index in links)


def _hangs_together(tree: Tree, clause: Clause) -> bool:
    """Tell whether a parse of subject and verb can be trusted.

    It cannot where words stand between the two that belong to neither, where a bracket does, where "and" stands before
    the subject of a first clause, or where a relative clause is not next to what it is about.
    """
    subject, group = clause.subject, clause.verb_group
    assert subject is not None
    if not _complete(tree, clause) or denied(tree, subject.span):
        return False
    if any(tree.tokens[index].tag == "WRB" for index in subject.span) or _excepted(tree, clause):
        return False
    if _is_compared(tree, subject.head):
        return False
    if clause.subject_source == "antecedent":
        return _stands_next(tree, clause)
    gap = any(one.dep == "antecedent" for one in clause.arguments)
    if gap and clause.antecedent is not None and _has_rival(tree, clause, clause.antecedent):
        return False  # "a portrait of Mary, which he placed in a church"
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
    if any(tree.tokens[index].text.lower() in {"than", "respectively"} for index in own):
        return False
    if _smaller_than(tree, clause.verb):
        return False
    stranded = any(one.dep == "prep" and tree.tokens[one.head].dep == "prep" for one in clause.arguments)
    if stranded and clause.kind != "relative":  # "referred to in hockey circles as shinny"
        return False
    objects = [one for one in clause.by_role("object") if one.dep == "dobj"]
    loose = {"other", "number"} if objects else {"other"}
    if any(_is_quotation(tree, one) for one in clause.arguments):
        return False
    if any(one.dep == "npadvmod" and one.role in loose for one in clause.arguments):
        return False
    attributes = [one for one in clause.by_role("attribute") if one.dep in {"attr", "acomp"}]  # "nice, a good size"
    if len(objects) > 1 or len(attributes) > 1:
        return False
    said = objects or attributes or clause.by_role("complement") or clause.by_role("object")
    if clause.voice == "active" and not said and takes_object(base(tree.tokens[clause.verb])):
        return False  # "I bought one years ago", with nothing that was bought
    by = next((one for one in clause.arguments if tree.text(one.preposition).lower() == "by"), None)
    if clause.voice == "active" and not said and by is not None and may_be_who(tree, by.head):
        return False  # "states won by the nominee": won is no verb of theirs
    if base(tree.tokens[clause.verb]) == "ought":
        return False
    return base(tree.tokens[clause.verb]) != "do" or bool(objects) or clause.voice == "passive"


def _smaller_than(tree: Tree, verb: int) -> bool:
    """ "Eight cups may be smaller than you think.": smaller than what is left out."""
    graded = (one for one in tree.of(verb, ("acomp", "attr")) if tree.tokens[one].tag == "JJR")
    thans = (clause for one in graded for clause in tree.of(one, ("advcl", "ccomp")))
    return any(tree.word(mark) == "than" for clause in thans for mark in tree.of(clause, ("mark",)))


def _excepted(tree: Tree, clause: Clause) -> bool:
    """ "Every state except for one has voted", "It would neither bend nor break": what is left out denies the rest."""
    assert clause.subject is not None
    words = {*clause.subject.span, *tree.children[clause.verb], *tree.children[tree.tokens[clause.verb].head]}
    if any(tree.tokens[index].text.lower() in {"neither", "nor"} for index in words):
        return True
    return any(tree.tokens[index].text.lower() in _EXCEPTING for index in clause.subject.span)


_EXCEPTING = frozenset({"except", "but", "yet"})  # "anything but", as a paraphrase may have it


def _is_compared(tree: Tree, head: int) -> bool:
    """ "Fewer people keep bees", "more farmers left": fewer than before, or than others."""
    counted = head > 0 and tree.tokens[head - 1].text.lower() in {"fewer", "more", "less"}
    return counted and tree.tokens[head - 1].head == head and tree.tokens[head].tag in {"NNS", "NNPS"}


def _is_quotation(tree: Tree, one: Constituent) -> bool:
    """A clause in quotation marks, or after a colon, is said in its speaker's words."""
    first = min(one.span, default=0)
    quoted = first > 0 and tree.tokens[first - 1].text in {'"', "“", ":", "``", "‘", "'"}
    said = one.role == "object" and first > 1 and tree.tokens[first - 2].text == ","  # "He noted, "A number of …"
    return quoted and (one.role == "complement" or said)


_OTHER_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "conj", "parataxis", "acl"})


def _stands_next(tree: Tree, clause: Clause) -> bool:
    """ "the costs of railroads that cross the Andes": only the nearest noun is sure to be what a clause is about."""
    antecedent = clause.antecedent
    if antecedent is None or tree.tokens[antecedent].dep in {"conj", "appos"} or tree.has(antecedent, {"conj"}):
        return False
    if tree.entity(antecedent) in {"DATE", "TIME", "CARDINAL", "PERCENT"} or _measures(tree, antecedent):
        return False
    if _has_rival(tree, clause, antecedent) or _is_of_each(tree, antecedent):
        return False
    start = min(tree.subtree(clause.verb), default=clause.verb)
    between = range(antecedent + 1, start)
    apart = start > 0 and tree.tokens[start - 1].text == "," and tree.tokens[clause.verb].tag == "VBG"
    if clause.kind == "participial" and apart and tree.tokens[antecedent].dep not in SUBJECTS:
        return False  # "A surname is a new custom, evolving from an old one."
    return not any(tree.tokens[index].pos in {"NOUN", "PROPN", "NUM", "VERB"} for index in between)


def _is_of_each(tree: Tree, antecedent: int) -> bool:
    """ "Each village elects two men who meet here.": of all the villages more than two men meet."""
    each = (one for one in range(antecedent) if tree.tokens[one].text.lower() in {"each", "every"})
    subjects = (tree.tokens[one].head for one in each if tree.tokens[one].dep == "det")
    return tree.has(antecedent, {"nummod"}) and any(tree.tokens[one].dep in SUBJECTS for one in subjects)


def _measures(tree: Tree, antecedent: int) -> bool:
    """ "The number bought by traders rose", "on two occasions raided by Danes": of what it is told is left out."""
    halved = any(tree.tokens[child].text.lower() == "half" for child in tree.children[antecedent])
    return halved or tree.tokens[antecedent].lemma.lower() in _AMOUNTS | TIME_NOUNS


_AMOUNTS = frozenset(
    "number amount quantity extent degree share proportion percentage percent half third quarter rest remainder "
    "majority minority variety occasion".split()
)
_FOLLOWING = frozenset("lead result cause mean make allow enable contribute prevent force".split())


def _has_rival(tree: Tree, clause: Clause, antecedent: int) -> bool:
    """ "the scholars of the universities, who tried", "reports of patients made by …": either noun may be meant.

    With "which", it is nobody; it may be all that was said before: "the ageing of the wall, which leads to its loss".
    Only one can where the clause says who, or where one of the two is a plural and the verb shows its number.
    """
    pronoun = "" if clause.relativizer is None else tree.tokens[clause.relativizer].text.lower()
    who = pronoun in {"who", "whom"}
    if pronoun == "which" and (is_somebody(tree, antecedent) or base(tree.tokens[clause.verb]) in _FOLLOWING):
        return True
    if who and tree.entity(antecedent) in PLACE_ENTITIES:  # "friars to California who built missions"
        return True
    preposition = tree.tokens[antecedent].head
    above = tree.tokens[preposition].head
    if tree.tokens[above].pos == "ADJ":  # "the plane perpendicular to the axis situated at …"
        above = tree.tokens[above].head
    if tree.tokens[above].pos in {"NUM", "ADP"}:  # "one out of every four ships that left"
        return any(tree.tokens[child].text.lower() in {"every", "each"} for child in tree.children[antecedent])
    either = pronoun in {"that", "which"} or clause.kind == "participial"
    if tree.tokens[antecedent].dep == "pobj" and tree.tokens[above].pos == "VERB" and either:
        # "ceded land to the state that became …", "has a shelf at the door made of glass"
        return any(child < antecedent for child in tree.of(above, ("dobj",)))
    if tree.tokens[antecedent].dep != "pobj" or tree.tokens[above].pos not in {"NOUN", "PROPN"}:
        return False
    if who:
        return not may_be_who(tree, antecedent) or may_be_who(tree, above)
    tags = {tree.tokens[index].tag for index in clause.verb_group}
    ours, theirs = is_plural(tree.tokens, antecedent), is_plural(tree.tokens, above)
    if clause.subject_source != "antecedent" or ours == theirs or not tags & {"VBZ", "VBP"}:
        return True
    return ours == ("VBZ" in tags)
