"""Adverbials that connect and say nothing, and those that a question cannot say."""

from __future__ import annotations

from pie_qg.constituents import Constituent
from pie_qg.english import base
from pie_qg.questions.held import denied
from pie_qg.questions.strays import is_stray
from pie_qg.tree import Tree

MAX_EXTRA = 9  # words of the adverbials that a question keeps
CONNECTIVES = frozenset(
    "however therefore thus hence moreover furthermore also then too nevertheless nonetheless instead meanwhile "
    "otherwise indeed finally still yet besides consequently accordingly additionally similarly likewise conversely "
    "so again even just actually basically honestly unfortunately fortunately here there now perhaps maybe rather "
    "alternatively ultimately subsequently eventually well anyway hopefully".split()
)


def is_dropped(tree: Tree, one: Constituent) -> bool:
    first = tree.tokens[one.full[0]].text.lower() if one.full else ""
    hangs_on = (is_distance, after_colon, tells_which, _of_what_comes_along, is_stray, is_in_spite)
    if any(sign(tree, one) for sign in hangs_on):
        return True
    if one.dep == "advmod":
        return first in CONNECTIVES or (one.role == "other" and first not in _RESULTS)
    if first == "between" and not tree.has(one.head, {"conj"}):
        return True
    if tree.tokens[one.head].lemma in _POINTS or (first == "as" and tree.tokens[one.head].lemma == "means"):
        return True
    if first in _LOOSE_PREPOSITIONS or set_phrase(tree, one) or is_absolute(tree, one):
        return True
    return one.role == "other" or (one.clausal and (one.role != "purpose" or len(one.span) > MAX_EXTRA))


def is_denied(tree: Tree, one: Constituent) -> bool:
    """Tell whether an argument is denied: "no taxes", "not because it rained"."""
    first = min(one.full, default=one.head)
    before = {tree.tokens[index].text.lower() for index in range(max(0, first - 2), first)}
    return denied(tree, one.full) or bool(before & {"not", "n't", "without"})


def set_phrase(tree: Tree, one: Constituent) -> bool:
    """Tell whether an adverbial is one that connects and says nothing: "for example", "in addition"."""
    return tree.text(one.full).lower() in _SET_PHRASES


def is_idiom(tree: Tree, one: Constituent) -> bool:
    """ "It was damaged beyond repair", "the tallest in the world": a saying, of which no noun is asked for."""
    own = (*one.preposition, *tree.span(one.head, without={"relcl", "advcl", "acl"}))
    sense = bool(one.preposition) and tree.tokens[one.head].lemma == "sense"  # "in the strict sense"
    if tree.text((*one.preposition, *tree.span(one.head, without={"prep"}))).lower().startswith(_BRIMFUL):
        return True  # "filled to the brim with wine"
    return (
        sense
        or _is_scale(tree, one)
        or _is_number(tree, one)
        or set_phrase(tree, one)
        or tree.text(own).lower() in _SAYINGS
    )


def _is_scale(tree: Tree, one: Constituent) -> bool:
    """ "It began on a small scale with two clerks": how much there was of it."""
    return tree.text(one.preposition).lower() == "on" and tree.tokens[one.head].lemma in {"scale", "footing"}


def _is_number(tree: Tree, one: Constituent) -> bool:
    """ "They came in large numbers": how many of them did."""
    some = tree.text(one.preposition).lower() == "in" and tree.tokens[one.head].lemma in {"number", "quantity"}
    return some and tree.has(one.head, {"amod"}) and not tree.has(one.head, {"prep"})


def is_absolute(tree: Tree, one: Constituent) -> bool:
    """ "It had twelve avenues, with First Avenue in the east": what comes along is a clause without its verb."""
    first = min(one.preposition, default=0)
    return first > 0 and tree.tokens[first].text.lower() == "with" and tree.tokens[first - 1].text in _ALONG


def _of_what_comes_along(tree: Tree, one: Constituent) -> bool:
    """ "The firm hired ten men, with pay each month rising": the time is of the phrase before it."""
    before = (other for other in tree.of(tree.tokens[one.head].head, ("prep",)) if other < one.head)
    along = (other for other in before if tree.tokens[other].text.lower() == "with" and other > 0)
    return one.dep == "npadvmod" and any(tree.tokens[other - 1].text == "," for other in along)


def leads(tree: Tree, one: Constituent) -> bool:
    """Tell whether a noun is part of a preposition, and no answer: "in contrast to Rome", "at the request of Ada"."""
    if tree.text(one.preposition).lower() not in _LEADING or not tree.has(one.head, {"prep"}):
        return False
    bare = tree.tokens[one.head].tag == "NN" and all(child > one.head for child in tree.children[one.head])
    return bare or tree.tokens[one.head].lemma in _LEADING_NOUNS


def is_distance(tree: Tree, one: Constituent) -> bool:
    """ "4.2 million below the peak": how far, and not below what."""
    return any(tree.has(index, {"npadvmod"}) for index in one.preposition)


def after_colon(tree: Tree, one: Constituent) -> bool:
    """ "It has two halves: a port to the west and a town to the east": what a colon opens is a list of its own."""
    first = min(one.full, default=0)
    verb = tree.tokens[first].head
    return any(tree.tokens[index].text == ":" for index in range(verb + 1, first - 1))


def tells_which(tree: Tree, one: Constituent) -> bool:
    """ "It was among the first towns to have a mint": which towns, and not what it was there for."""
    before = min(tree.subtree(one.head)) - 1
    if one.role != "purpose" or not one.clausal or before < 0 or tree.tokens[before].pos != "NOUN":
        return False
    return any(tree.tokens[child].text.lower() in _FEW for child in tree.of(before, ("amod",)))


def in_range(tree: Tree, one: Constituent) -> bool:
    """ "It rose from 5% in May to 6% in June", "from its birth until 1912": what is said of one end of a range."""
    first = min(one.preposition, default=0)
    beside = {tree.tokens[index].text.lower(): index for index in tree.of(tree.tokens[first].head, ("prep",))}
    start, end = beside.get("from", first), max(beside.get(word, -1) for word in ("to", "until", "till"))
    opens = start == first and tree.tokens[end].text.lower() != "to"
    return bool(one.preposition) and start <= first < end and (start < first or opens)


def is_in_spite(tree: Tree, one: Constituent) -> bool:
    """ "I like it, even with its flaws": in spite of them, and not with them."""
    first = min(one.preposition, default=0)
    apart = first > 1 and tree.tokens[first - 2].text in {",", "–", "—", "-"}
    return apart and tree.word(first - 1) == "even" and tree.word(first) in {"with", "without", "after"}


def is_end_of_range(tree: Tree, one: Constituent) -> bool:
    """ "The depth varies from 20 to 90 metres": neither end says anything of the one range."""
    verb = tree.tokens[min(one.preposition, default=one.head)].head
    ends = {tree.tokens[index].text.lower() for index in tree.of(verb, ("prep",))} & _ENDS
    whole = ends == _ENDS or base(tree.tokens[verb]) == "range"
    return whole and tree.text(one.preposition).lower() in _ENDS and base(tree.tokens[verb]) in _RANGING


def is_part_of(tree: Tree, one: Constituent) -> bool:
    """ "It was moved as part of a reform": within what, and not as what; but "regarded as part of the range"."""
    verb = tree.tokens[tree.tokens[min(one.preposition, default=one.head)].head]
    part = tree.text(one.preposition).lower() == "as" and tree.tokens[one.head].lemma == "part"
    return part and base(verb) not in _REGARDING


def is_infinitive(tree: Tree, one: Constituent) -> bool:
    """ "They are allowed to "check" others": a verb that is read as a noun, with a preposition before it."""
    first = min(one.preposition, default=0)
    allowed = first > 0 and base(tree.tokens[first - 1]) in _ALLOWING
    return allowed and tree.tokens[first].text.lower() == "to" and tree.tokens[first].head == first - 1


_ALLOWING = frozenset("allow permit require expect enable encourage forbid suppose intend".split())
UNFIT = (
    is_idiom,
    leads,
    is_absolute,
    is_denied,
    is_distance,
    in_range,
    is_end_of_range,
    is_part_of,
    is_stray,
    is_infinitive,
    is_in_spite,
)
"""Signs of an adverbial that answers no question."""

_FEW = frozenset({"first", "last", "only", "sole"})
_ENDS = frozenset({"from", "to"})
_RANGING = frozenset("range vary fluctuate oscillate".split())
_REGARDING = frozenset(
    "be become remain continue begin start regard see view consider treat recognize recognise classify count describe "
    "define accept know interpret designate list think".split()
)
_POINTS = frozenset("time moment point way extent order sense".split())
_RESULTS = frozenset({"apart", "together"})  # "took it apart"
_ALONG = frozenset({",", "along", "together"})
_LEADING = frozenset({"in", "on", "by", "with", "at"})
_LEADING_NOUNS = frozenset("exception behest expense heel wake request".split())
_LOOSE_PREPOSITIONS = frozenset(
    "including such like unlike despite besides except among depending according instead rather regardless".split()
)
_BRIMFUL = ("to the hilt", "to the brim", "to the full", "to the max", "to the core", "to the bone", "to the letter")
_SAYINGS = frozenset(
    (
        "beyond repair|beyond doubt|under evaluation|under construction|under development|under review|under control|"
        "on demand|on the money|on purpose|on occasion|with ease|with care|out of curiosity|in its time|in his time|"
        "in her time|in their time|throughout the world|around the world|across the world|all over the world|"
        "in the long run|in stock|at stake|at risk|out of the box|on hold|on trial|on sale|on display|"
        "on a small scale|on a large scale|on a grand scale|from the start|from the beginning|from the outset|"
        "from scratch|in history|in living memory|to fruition|to the ground|"
        "on all sides|on both sides|on either side|on each side|"
        "in its entirety|in their entirety|in his entirety|in her entirety|in full|in earnest|in vain|in person|"
        "in public|in private|in secret|in silence|in advance|in depth|in danger|for sale|for rent|for hire|for free|"
        "for good|for real|for granted|for certain|for sure|for fun|"
        "to the limit|to death"
    ).split("|")
)
_SET_PHRASES = frozenset(
    (
        "for example|for instance|in addition|in particular|in fact|in question|in general|as a result|in turn|"
        "at least|at all|of course|on the other hand|on the one hand|in contrast|among others|in use|by contrast|"
        "on several occasions|to the degree|to the extent|at minimum|in response|with the result|for a while|"
        "for the while|to boot|to the touch|"
        "at first|as well|for the sake|under consideration|at each end|"
        "for the first time|for the last time|"
        "in the world|"
        "in total|in part|as such|for the most part|in effect|in practice|in other words|in short|above all|after all|"
        "in this case|in that case|in this way|at the same time|in the end|for this reason|with respect|in the process|"
        "by then|by the time|at the time|at this time|"
        "at that time|to date|in some cases|in many cases|in most cases|"
        "in both cases|in detail|"
        "over time|in order|at large|on average|in place|by far|at most|in return|in common|as a whole"
    ).split("|")
)
