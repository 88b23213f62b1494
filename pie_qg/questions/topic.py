"""What an author has in front of him: "this kettle" is what the "it" of a review stands for, if nothing nearer is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pie_qg.constituents import SUBJECTS
from pie_qg.english import inflect
from pie_qg.lexicon import TIME_NOUNS
from pie_qg.questions.agreement import IT, THEY, number_of
from pie_qg.questions.mention import Mention
from pie_qg.questions.nouns import is_appliance, noun_class
from pie_qg.questions.phrases import QUOTES
from pie_qg.records import Token
from pie_qg.tree import Tree

_NO_TOPIC = frozenset(
    "way thing one kind type sort point reason case problem issue review price size amount job fact idea question "
    "regard matter part area purpose version model style brand color colour company order feature purchase dimension "
    "measurement oz outside inside country city state place site world thread mention noise "
    "benefit good situation".split()
)


_BITS = frozenset("piece bit bunch load pile heap hunk chunk waste".split())
_OF_DEEDS = frozenset("do repeat say mean know understand mention notice realize realise".split())
_OLD = frozenset("old older previous former last other original prior earlier first".split())


def topics(trees: Sequence[Tree]) -> Mapping[str, Mention]:
    """Return what "it" and "they" stand for in a passage whose author speaks of what he has; empty for any other.

    It is the noun that "this" or "these" stands with most often, in a passage that says "I"; a product, where the
    author says that he bought "this", and of no noun what it is.
    """
    if not is_first_person(trees):
        return {}
    counts: dict[str, Counter[tuple[str, str]]] = {"this": Counter(), "these": Counter()}
    for tree in trees:
        for index, token in enumerate(tree.tokens):
            if token.dep == "det" and token.text.lower() in counts and _is_topic(tree, index):
                named = _named(tree, index, token.head), tree.tokens[token.head].lemma.lower()
                counts[token.text.lower()][named] += 1
    found = {}
    for number, word in ((IT, "this"), (THEY, "these")):
        if counts[word]:
            noun, lemma = counts[word].most_common(1)[0][0]
            found[number] = Mention(f"the {noun}", lemma, number, (0, 0), True)
    if not found and any(_tells_of_sale(tree, index) for tree in trees for index in range(len(tree.tokens))):
        found[IT] = Mention("the product", "product", IT, (0, 0), True)
    return found


def _tells_of_sale(tree: Tree, index: int) -> bool:
    """ "I bought this for my husband", "the warranty", "on Amazon": what an author has is, or was, on sale."""
    token = tree.tokens[index]
    if token.lemma.lower() in _OF_SALES and token.pos in {"NOUN", "PROPN"}:
        return True
    lone = tree.word(index) in {"this", "it"} and token.dep == "dobj" and token.pos == "PRON"
    return lone and tree.tokens[token.head].lemma in _BUYING and tree.has(token.head, {"nsubj"})


_OF_SALES = frozenset("amazon packaging product purchase refund reviewer seller shipping warranty".split())
_BUYING = frozenset("buy purchase order receive own recommend".split())


def is_first_person(trees: Sequence[Tree]) -> bool:
    """Tell whether a passage says "I", and not only where it quotes somebody."""
    quoting = False
    for tree in trees:
        for index, token in enumerate(tree.tokens):
            if token.text in QUOTES and not _is_inch(tree, index):
                quoting = not quoting
            elif not quoting and _is_author(tree, index):
                return True
    return False


def _is_inch(tree: Tree, index: int) -> bool:
    """ "a 12" pan": a measure, and no quotation."""
    return index > 0 and tree.tokens[index - 1].text[-1:].isdigit()


def _is_author(tree: Tree, index: int) -> bool:
    """ "I bought it", but not "Harald I", a number that a tagger takes for a pronoun."""
    token = tree.tokens[index]
    return token.text == "I" and token.pos == "PRON" and token.dep != "appos" and not tree.has(index, {"compound"})


def _is_topic(tree: Tree, index: int) -> bool:
    """ "This kettle"; but in "these heat up fast", "this maneuvers well" a verb was taken for a noun."""
    head = tree.tokens[index].head
    noun, lemma = tree.tokens[head], tree.tokens[head].lemma.lower()
    person = noun_class(lemma) == "person" and not is_appliance(tree, head)
    agrees = (noun.tag == "NNS") == (tree.tokens[index].text.lower() == "these")
    vague = lemma in _NO_TOPIC | TIME_NOUNS or _is_of_kind(tree, head)
    return noun.pos == "NOUN" and agrees and not vague and not person


def _is_of_kind(tree: Tree, head: int) -> bool:
    """ "this style blade", "this piece of junk": blades of a kind, and a thing that is called so."""
    kind = any(tree.word(one) in _NO_TOPIC for one in tree.of(head, ("compound",)))
    return kind or (tree.tokens[head].lemma.lower() in _BITS and tree.has(head, {"prep"}))


def _named(tree: Tree, article: int, head: int) -> str:
    """Return a noun with the nouns that it is compounded of: "coffee maker"."""
    words = [tree.tokens[index].text.lower() for index in range(article + 1, head) if tree.tokens[index].pos == "NOUN"]
    noun = tree.tokens[head]
    form = noun.lemma.lower() if noun.tag == "NN" else inflect(noun.lemma.lower(), "NNS")
    return " ".join([*words, form])


def is_unlikely(before: Sequence[Tree], tree: Tree, index: int, topic: Mention) -> bool:
    """Tell whether a pronoun may well stand for something else than what a review is on."""
    said = [token for one in before for token in one.tokens]
    early = _is_too_early([*said, *tree.tokens[:index]], topic)
    return early or (bool(before) and _tells_of_old(before[-1])) or _is_of_case(tree, index, topic)


def _is_too_early(said: Sequence[Token], topic: Mention) -> bool:
    """ "The boys broke mine, so they had to go. I love these glasses.": nobody can tell "they" from what comes after.

    An "it" that begins a review is what the review is on, since there is but one.
    """
    return topic.number == THEY and topic.head not in {token.lemma.lower() for token in said}


def _tells_of_old(tree: Tree) -> bool:
    """ "I used it on my old computer. It broke.", "I used to have one. It broke.": what is reviewed, or the other."""
    return any(_is_old(tree, index) or _is_past(tree, index) for index in range(len(tree.tokens)))


def _is_old(tree: Tree, index: int) -> bool:
    """ "my last kettle"; but "my ten year old kettle" may be the one that is reviewed."""
    token = tree.tokens[index]
    own = token.dep == "amod" and tree.has(token.head, {"poss"})
    return own and token.lemma.lower() in _OLD and not tree.children[index]


def _is_past(tree: Tree, index: int) -> bool:
    used = tree.word(index) == "used" and tree.tokens[index].pos == "VERB"
    return used and any(tree.tokens[one].lemma == "have" for one in tree.of(index, ("xcomp",)))


def _is_of_case(tree: Tree, index: int, topic: Mention) -> bool:
    """ "If you fill it with soap, it spills.": the soap does."""
    token = tree.tokens[index]
    cases = (one for one in tree.of(token.head, ("advcl",)) if one < index) if token.dep in SUBJECTS else ()
    return any(
        tree.tokens[one].pos == "NOUN"
        and tree.tokens[one].dep in {"dobj", "pobj"}
        and tree.tokens[one].lemma.lower() not in TIME_NOUNS | {topic.head}
        and number_of(tree, one) == topic.number
        for case in cases
        if any(tree.word(mark) in {"if", "when", "once"} for mark in tree.of(case, ("mark", "advmod")))
        for one in tree.subtree(case)
    )


def is_said_before(tree: Tree, index: int) -> bool:
    """ "I broke the lid. This shows how thin it is.": a "this" that begins a sentence is what was said before it.

    So is what somebody repeats: "I did this twice."; but "This is a solid kettle" says what thing it is.
    """
    token = tree.tokens[index]
    if token.dep == "dobj":
        return tree.tokens[token.head].lemma in _OF_DEEDS
    thing = tree.first(token.head, ("attr",))
    named = thing is not None and tree.tokens[thing].pos in {"NOUN", "PROPN"}
    return index == 0 and token.dep in SUBJECTS and tree.word(index) == "this" and not named
