"""Fixed expressions and their equals: a table, and the rule that exchanges them without a new parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pie_qg.constituents import SUBJECTS
from pie_qg.lexicon import words
from pie_qg.paraphrase.draft import Draft
from pie_qg.paraphrase.spans import has_word
from pie_qg.tree import Tree

CONTENT_TAGS = words("JJ NN RB VBN VBG")
NOUN_PHRASE = "DT NN NNS JJ NNP NNPS PRP$ CD"


@dataclass(frozen=True, slots=True)
class Part:
    """A word of the new expression; `head` is its place in the expression, -1 for the head of the whole."""

    text: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that may be said in another way where their head has a label, and the word behind them a tag."""

    words: tuple[str, ...]
    instead: tuple[Part, ...]
    labels: frozenset[str]
    """Dependency labels; empty where any will do."""
    behind: frozenset[str]
    """Tags; empty where any word may stand behind."""


def _row(text: str, labels: str, behind: str = "") -> Expression:
    """Read "due to → because/IN/prep/-1 of/IN/pcomp/0"; a dep of "=" is that of the old expression's head."""
    old, new = text.split(" → ")
    parts = tuple(_part(word) for word in new.split())
    return Expression(tuple(old.split()), parts, frozenset(labels.split()), frozenset(behind.split()))


def _part(word: str) -> Part:
    text, tag, dep, head = word.split("/")
    return Part(text, tag, dep, int(head))


EXPRESSIONS = (
    _row("approximately → about/RB/=/-1", "advmod quantmod", "CD"),
    _row("roughly → about/RB/=/-1", "advmod quantmod", "CD"),
    _row("about → approximately/RB/=/-1", "advmod quantmod", "CD"),
    _row("around → about/RB/=/-1", "advmod quantmod", "CD"),
    _row("over → more/JJR/amod/-1 than/IN/quantmod/-1", "quantmod", "CD"),
    _row("more than → over/IN/quantmod/-1", "quantmod", "CD"),
    _row("nearly → almost/RB/=/-1", "advmod quantmod", "CD"),
    _row("almost → nearly/RB/=/-1", "advmod quantmod", "CD"),
    _row("such as → like/IN/prep/-1", "prep", "NNP NNPS NN NNS JJ DT VBG ``"),
    _row("due to → because/IN/prep/-1 of/IN/pcomp/0", "prep", NOUN_PHRASE),
    _row("because of → due/IN/prep/-1 to/IN/pcomp/0", "prep", NOUN_PHRASE),
    _row("owing to → because/IN/prep/-1 of/IN/pcomp/0", "prep", NOUN_PHRASE),
    _row("prior to → before/IN/prep/-1", "prep advmod", NOUN_PHRASE),
    _row("despite → in/IN/prep/-1 spite/NN/pobj/0 of/IN/prep/1", "prep", NOUN_PHRASE),
    _row("in spite of → despite/IN/prep/-1", "prep", NOUN_PHRASE),
    _row("located → situated/VBN/=/-1", "acl ROOT advcl relcl conj", "IN"),
    _row("situated → located/VBN/=/-1", "acl ROOT advcl relcl conj", "IN"),
    _row("although → though/IN/mark/-1", "mark"),
    _row("though → although/IN/mark/-1", "mark", "PRP DT NN NNS NNP NNPS EX"),
    _row("regarding → concerning/VBG/prep/-1", "prep", NOUN_PHRASE),
    _row("concerning → regarding/VBG/prep/-1", "prep", NOUN_PHRASE),
    _row("upon → on/IN/prep/-1", "prep", NOUN_PHRASE),
    _row("amongst → among/IN/prep/-1", "prep"),
    _row("whilst → while/IN/mark/-1", "mark"),
    _row("for example → for/IN/prep/-1 instance/NN/pobj/0", "prep"),
    _row("for instance → for/IN/prep/-1 example/NN/pobj/0", "prep"),
    _row("in addition → additionally/RB/advmod/-1", "prep", ","),
    _row("as a result → consequently/RB/advmod/-1", "prep", ","),
    _row("following → after/IN/prep/-1", "prep", NOUN_PHRASE),
    _row("via → through/IN/prep/-1", "prep", NOUN_PHRASE),
    _row("thanks to → because/IN/prep/-1 of/IN/pcomp/0", "prep", NOUN_PHRASE),
    _row("along with → together/RB/advmod/1 with/IN/prep/-1", "prep", NOUN_PHRASE),
    _row("together with → along/IN/prep/-1 with/IN/prep/0", "prep", NOUN_PHRASE),
    _row("in addition to → besides/IN/prep/-1", "prep", NOUN_PHRASE),
    _row("whereas → while/IN/mark/-1", "mark"),
    _row("even though → although/IN/mark/-1", "mark advmod"),
    _row("each → every/DT/det/-1", "det", "NN"),
    _row("many → numerous/JJ/amod/-1", "amod", "NNS JJ"),
    _row("various → different/JJ/amod/-1", "amod", "NNS"),
    _row("only → just/RB/=/-1", "advmod quantmod", "CD"),
    _row("but → yet/CC/cc/-1", "cc", "DT PRP NNP NNS EX VBD VBZ VBP"),
    _row("% → percent/NN/=/-1", ""),
    _row("most of → the/DT/det/1 majority/NN/=/-1 of/IN/prep/1", "nsubj nsubjpass dobj pobj attr", NOUN_PHRASE),
    _row(
        "much of → a/DT/det/2 large/JJ/amod/2 part/NN/=/-1 of/IN/prep/2", "nsubj nsubjpass dobj pobj attr", NOUN_PHRASE
    ),
    _row("in general → generally/RB/advmod/-1", "prep"),
    _row("in particular → particularly/RB/advmod/-1", "prep"),
    _row("in fact → indeed/RB/advmod/-1", "prep", ","),
    _row("at the same time → simultaneously/RB/advmod/-1", "prep", ", . DT PRP NNP"),
    _row("in part → partly/RB/advmod/-1", "prep"),
    _row("at times → sometimes/RB/advmod/-1", "prep"),
    _row("in contrast → by/IN/prep/-1 contrast/NN/pobj/0", "prep", ","),
    _row("with regard to → regarding/VBG/prep/-1", "prep", NOUN_PHRASE),
    _row("by means of → through/IN/prep/-1", "prep", NOUN_PHRASE),
    _row("in the course of → during/IN/prep/-1", "prep", NOUN_PHRASE),
    _row("e.g. → for/IN/prep/-1 example/NN/pobj/0", ""),
    _row("as well as → and/CC/=/-1 also/RB/advmod/0", "cc", NOUN_PHRASE),
    _row("at first → initially/RB/advmod/-1", "prep advmod"),
    _row("for the most part → mostly/RB/advmod/-1", "prep", ","),
    _row("in the end → ultimately/RB/advmod/-1", "prep", ","),
    _row("on the other hand → by/IN/prep/-1 contrast/NN/pobj/0", "prep", ","),
    _row("from time to time → occasionally/RB/advmod/-1", "prep"),
    _row("all over → throughout/IN/prep/-1", "prep", NOUN_PHRASE),
    _row("close to → near/IN/prep/-1", "prep", NOUN_PHRASE),
    _row("nowadays → today/NN/npadvmod/-1", "advmod"),
    _row("at present → currently/RB/advmod/-1", "prep"),
)
_BY_FIRST_WORD: dict[str, list[Expression]] = {}
for _each in EXPRESSIONS:
    _BY_FIRST_WORD.setdefault(_each.words[0], []).append(_each)
MOST = 4
"""Expressions exchanged in one sentence."""


def fixed_expressions(tree: Tree) -> Draft | None:
    """ "It was closed due to rain." → "It was closed because of rain." """
    found = list(_matches(tree))[:MOST]
    if not found:
        return None
    draft = Draft(tree.sentence)
    for first, expression in found:
        _exchange(draft, tree, first, expression)
    return draft


def _matches(tree: Tree) -> Iterator[tuple[int, Expression]]:
    free = 0
    for first, token in enumerate(tree.tokens):
        for expression in _BY_FIRST_WORD.get(token.text.lower(), ()) if first >= free else ():
            if _fits(tree, first, expression):
                yield first, expression
                free = first + len(expression.words)
                break


def _fits(tree: Tree, first: int, expression: Expression) -> bool:
    stop = first + len(expression.words)
    texts = tuple(token.text.lower() for token in tree.tokens[first:stop])
    if texts != expression.words or stop >= len(tree.tokens):
        return False
    if stop - first > 1 and tree.tokens[stop].text.lower() in ("or", "and"):
        return False  # "in part or whole"
    head = _head(tree, first, stop)
    if head is None or (expression.labels and tree.tokens[head].dep not in expression.labels):
        return False
    if stop - first == 1 and ((tree.children[first] and token_is_modifier(tree, first)) or _after_article(tree, first)):
        return False
    if stop - first > 1 and any(tree.tokens[index].dep == "advmod" for index in tree.children[head] if index < first):
        return False
    said = {token.text.lower() for token in tree.tokens}
    if any(part.text in said and part.tag in CONTENT_TAGS for part in expression.instead):
        return False
    if expression.words == ("as", "well", "as") and not _joins(tree, tree.tokens[head].head, stop):
        return False
    if first == 0 and expression.words == ("in", "particular"):
        return False  # "Particularly" links no sentences
    if expression.words == ("more", "than") and tree.tokens[stop].text.lower() == "one":
        return False
    if expression.words == ("but",) and has_word(tree, range(first), ("not", "only")):
        return False
    if expression.words == ("%",) and has_rate(tree, first):
        return False
    if expression.behind and tree.tokens[stop].tag not in expression.behind:
        return False
    return not any(tree.entity(index) in ("WORK_OF_ART", "ORG", "LAW") for index in range(first, stop))


def _joins(tree: Tree, first: int, stop: int) -> bool:
    """ "apples as well as pears": it joins two phrases, and not two subjects, whose verb might be singular."""
    return tree.tokens[first].dep not in SUBJECTS and any(joined >= stop for joined in tree.of(first, ("conj",)))


def has_rate(tree: Tree, index: int) -> bool:
    """Tell whether a per cent sign stands in a range or a ratio: "50%/50%", "10-20%"."""
    around = [tree.tokens[place].text for place in (index - 2, index + 1) if 0 <= place < len(tree.tokens)]
    return (
        index < 1
        or tree.tokens[index - 1].pos != "NUM"
        or any(mark in text for text in (*around, tree.tokens[index - 1].text) for mark in "/-–±")
    )


def token_is_modifier(tree: Tree, index: int) -> bool:
    """Tell whether a word modifies a noun: "so many" is no "so numerous"."""
    return tree.tokens[index].dep in ("amod", "det")


def _after_article(tree: Tree, index: int) -> bool:
    """ "their approximately 10,000 years" is no "their about 10,000 years", "just over" no "just more than"."""
    if tree.tokens[index - 1].text.lower() in ("just", "well", "slightly", "only"):
        return True
    modifies_number = tree.tokens[index].dep in ("advmod", "quantmod")
    return modifies_number and index > 0 and tree.tokens[index - 1].pos in ("DET", "PRON", "ADJ")


def _head(tree: Tree, first: int, stop: int) -> int | None:
    """The one token of a stretch that hangs on a word outside it ("such" of "such as" hangs on the noun too)."""
    outside = [index for index in range(first, stop) if not first <= tree.tokens[index].head < stop]
    heads = {tree.tokens[index].head for index in outside}
    if outside == [] and tree.tokens[first].dep == "ROOT":
        return first
    return outside[-1] if len(heads) == 1 or stop - first == 1 else None


def _exchange(draft: Draft, tree: Tree, first: int, expression: Expression) -> None:
    stop = first + len(expression.words)
    head = _head(tree, first, stop)
    assert head is not None
    old = tree.tokens[head]
    above = old.head
    keys: list[int] = []
    for part in expression.instead:
        keys.append(draft.add(part.text, part.tag, old.dep if part.dep == "=" else part.dep, -1, lemma=_lemma(part)))
        draft.words[keys[-1]].origin = min(first + len(keys) - 1, stop - 1)
    for key, part in zip(keys, expression.instead, strict=True):
        draft.words[key].head = keys[part.head] if part.head >= 0 else (above if above != head else key)
    if first == 0:
        draft.say(keys[0], draft.words[keys[0]].text.capitalize())
    heir = keys[-1] if expression.instead[-1].dep == "prep" else keys[0]
    for key, word in draft.words.items():
        if first <= word.head < stop and not first <= key < stop and key not in keys:
            word.head = heir
    draft.put(keys, after=stop - 1)
    draft.drop(range(first, stop))


def _lemma(part: Part) -> str:
    return {"located": "locate", "situated": "situate"}.get(part.text, part.text)


def purpose(tree: Tree) -> Draft | None:
    """ "They trained in order to win." → "They trained to win." """
    for order in range(1, len(tree.tokens) - 2):
        before, word, to = tree.tokens[order - 1 : order + 2]
        verb = to.head
        plain = before.text.lower() == "in" and word.text == "order" and to.tag == "TO"
        if not plain or tree.tokens[verb].head != order or before.dep != "prep":
            continue
        draft = Draft(tree.sentence)
        draft.hang(verb, "advcl", before.head)
        draft.drop([order - 1, order])
        return draft
    return None


NO_PURPOSE = words("be become find have discover realize begin go grow live tend use need seem appear fail enough")

NO_PURPOSE_BEHIND = words("as only not enough so how")


def spelt_out_purpose(tree: Tree) -> Draft | None:
    """ "They met to discuss the plan." → "They met in order to discuss the plan." """
    for to in range(2, len(tree.tokens) - 2):
        verb = tree.tokens[to].head
        if (
            tree.tokens[to].tag != "TO"
            or tree.tokens[verb].dep != "advcl"
            or verb != to + 1
            or tree.tokens[verb].tag != "VB"
        ):
            continue
        if tree.tokens[verb].text.endswith("ed"):
            continue  # "to admitted insurers" is no infinitive
        above, before = tree.tokens[tree.tokens[verb].head], tree.tokens[to - 1]
        lemmas = {tree.tokens[verb].lemma, above.lemma}
        if above.pos != "VERB" or tree.tokens[verb].head > to or lemmas & NO_PURPOSE or min(tree.subtree(verb)) != to:
            continue
        if before.head != tree.tokens[verb].head or before.dep not in ("dobj", "advmod", "prt"):
            continue
        if before.text.lower() in NO_PURPOSE_BEHIND:
            continue
        draft = Draft(tree.sentence)
        into = draft.add("in", "IN", "prep", tree.tokens[verb].head)
        order = draft.add("order", "NN", "pobj", into)
        draft.hang(verb, "acl", order)
        draft.put([into, order], after=to - 1)
        return draft
    return None
