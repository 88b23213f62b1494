"""Phrases said in another way: genitives, dates, contractions, and fixed expressions."""

from __future__ import annotations

from pie_qg.english import spell_out
from pie_qg.lexicon import MONTHS, TIME_NOUNS, words
from pie_qg.paraphrase.draft import Draft
from pie_qg.paraphrase.spans import QUOTES, has_word, stretch, unbroken
from pie_qg.tree import Tree

OWNED = words(
    "population capital king queen president prime economy history government army navy climate leader founder mayor "
    "governor borders border coastline death birth son daughter brother sister father mother wife husband career "
    "independence culture parliament constitution ruler emperor residents citizens people inhabitants budget policy "
    "territory area length height size depth reign successor predecessor invasion liberation conquest destruction "
    "discovery growth decline collapse location name nickname flag currency headquarters"
)
"""Nouns that take a genitive and an of-phrase alike: "the capital of France", "France's capital"."""
PERSONAL = words(
    "son daughter brother sister father mother wife husband death birth reign career works work life theory ideas "
    "successor predecessor writings novels films paintings policies army forces government"
)
AGENTS = ("er", "or", "man", "woman", "ist", "ian", "king", "queen", "child", "person", "friend", "president", "parent")
"""Ends of nouns of people, whose genitive is often a kind: "the governor's race"."""


def of_to_genitive(tree: Tree) -> Draft | None:
    """ "The population of Istanbul grew." → "Istanbul's population grew." """
    for of, token in enumerate(tree.tokens):
        if token.text != "of" or token.dep != "prep" or tree.tokens[token.head].text.lower() not in OWNED:
            continue
        owner, article = tree.first(of, ("pobj",)), tree.first(token.head, ("det",))
        span = stretch(tree, of)
        if owner is None or article is None or span is None or tree.tokens[article].text.lower() != "the":
            continue
        owned = _is_owner(tree, owner, span[1:]) and _just_owned(tree, token.head, article, of, span)
        if owned and not _is_named(tree, token.head):
            return _genitive(tree, article, of, owner, span[1:])
    return None


def _is_owner(tree: Tree, owner: int, span: list[int]) -> bool:
    if tree.tokens[owner].tag != "NNP" or tree.entity(owner) not in ("GPE", "PERSON") or len(span) > 3:
        return False
    return all(tree.tokens[index].pos == "PROPN" for index in span)


def _is_named(tree: Tree, noun: int) -> bool:
    """ "the Syrian capital of Damascus": the capital is Damascus, and it is Syria's."""
    return any(tree.entity(child) == "NORP" for child in tree.of(noun, ("amod",)))


def _just_owned(tree: Tree, noun: int, article: int, of: int, span: list[int]) -> bool:
    """Whether the owned noun comes right before "of", and nothing follows that belongs to it."""
    others = [child for child in tree.children[noun] if child > of]
    before = range(article, noun + 1)
    if others or of != noun + 1 or not all(index in tree.subtree(noun) for index in before):
        return False
    behind = tree.tokens[span[-1] + 1].text if span[-1] + 1 < len(tree.tokens) else "."
    return behind not in ("'s", "’s", "'", "’", "-", "–", "and", "or") and tree.tokens[noun].dep != "compound"


def _genitive(tree: Tree, article: int, of: int, owner: int, span: list[int]) -> Draft:
    draft = Draft(tree.sentence)
    mark = draft.add("'s", "POS", "case", owner)
    draft.hang(owner, "poss", tree.tokens[of].head)
    line = [key for key in draft.lines[0] if key != of and key not in span]
    at = line.index(article)
    draft.lines = [[*line[:at], *span, mark, *line[at + 1 :]]]
    return draft


def genitive_to_of(tree: Tree) -> Draft | None:
    """ "Connecticut's first settlers were Dutch." → "The first settlers of Connecticut were Dutch." """
    for mark, token in enumerate(tree.tokens):
        if token.tag != "POS" or token.dep != "case" or tree.tokens[token.head].dep != "poss":
            continue
        owner = token.head
        noun, span = tree.tokens[owner].head, stretch(tree, owner)
        if span is None or span[-1] != mark or not _may_follow(tree, noun, owner, span, mark):
            continue
        return _of_phrase(tree, owner, noun, mark, span)
    return None


def _may_follow(tree: Tree, noun: int, owner: int, span: list[int], mark: int) -> bool:
    """Whether owner and owned stand side by side with nothing around them that "of" would take along."""
    token, before = tree.tokens[noun], tree.tokens[span[0] - 1] if span[0] else None
    if token.pos != "NOUN" or noun < mark or not unbroken([*span, *range(mark + 1, noun + 1)]) or len(span) > 6:
        return False
    if any(child > noun for child in tree.children[noun]) or token.dep in ("compound", "poss", "nmod", "npadvmod"):
        return False
    if before is not None and (before.text in QUOTES or before.pos in ("NOUN", "PROPN", "ADJ", "NUM")):
        return False
    owned = range(mark + 1, noun + 1)
    if any(tree.tokens[index].tag == "CD" or tree.entity(index) not in ("", "ORDINAL", "NORP") for index in owned):
        return False
    if noun + 1 < len(tree.tokens) and tree.tokens[noun + 1].text in ("-", "–", "'s", "’s"):
        return False
    return _owns(tree, owner, span, token.text.lower())


def _owns(tree: Tree, owner: int, span: list[int], owned: str) -> bool:
    """A place, "the colonists", or a person with something that "of" fits."""
    token, kind = tree.tokens[owner], tree.entity(owner)
    if token.pos == "PROPN":
        return kind in ("GPE", "LOC") or (kind == "PERSON" and owned in PERSONAL)
    if token.text.lower() in ("women", "men", "children", "people"):
        return False  # "the women's movement" is a kind of movement
    definite = tree.tokens[span[0]].text.lower() in ("the", "this") and len(span) == 3
    thing = token.tag == "NNS" or not token.text.lower().endswith(AGENTS)
    return definite and thing and token.pos == "NOUN" and kind == "" and token.lemma.lower() not in TIME_NOUNS


def _of_phrase(tree: Tree, owner: int, noun: int, mark: int, span: list[int]) -> Draft:
    draft = Draft(tree.sentence)
    the = draft.add("the", "DT", "det", noun)
    of = draft.add("of", "IN", "prep", noun)
    draft.hang(owner, "pobj", of)
    line = draft.lines[0]
    at, after = line.index(span[0]), line.index(noun)
    owned = line[line.index(mark) + 1 : after + 1]
    draft.lines = [[*line[:at], the, *owned, of, *span[:-1], *line[after + 1 :]]]
    return draft


def date_parts(tree: Tree) -> Draft | None:
    """ "He left on September 11, 2001." → "He left on 11 September 2001." """
    tokens = tree.tokens
    for month in range(len(tokens) - 1):
        if tokens[month].text not in MONTHS or not _is_day(tokens[month + 1].text) or tree.entity(month) != "DATE":
            continue
        if month and (_is_day(tokens[month - 1].text) or tokens[month - 1].text in ("-", "–", "to", "and", "the")):
            continue
        comma = month + 3 < len(tokens) and tokens[month + 2].text == "," and _is_year(tokens[month + 3].text)
        behind = tokens[month + 2].text if month + 2 < len(tokens) else "."
        if not comma and (behind in ("-", "–", "to", "and", ",") or _is_day(behind)):
            continue
        draft = Draft(tree.sentence)
        draft.drop([month, *((month + 2,) if comma else ())])
        draft.put([month], after=month + 1)
        return draft if month else None
    return None


def _is_day(text: str) -> bool:
    return text.isdigit() and 1 <= int(text) <= 31


def _is_year(text: str) -> bool:
    return text.isdigit() and len(text) == 4


def contraction(tree: Tree) -> Draft | None:
    """ "It doesn't work." → "It does not work." """
    draft, found = Draft(tree.sentence), False
    for index, token in enumerate(tree.tokens):
        if index and token.dep in ("neg", "aux", "auxpass", "ROOT", "conj", "ccomp") and _is_short(token.text):
            if token.dep == "neg" and _asks(tree, index):
                return None
            draft.say(index, spell_out(token))
            if tree.tokens[index - 1].text.lower() in ("ca", "wo", "sha"):
                full = spell_out(tree.tokens[index - 1])
                draft.say(index - 1, full.capitalize() if tree.tokens[index - 1].text[0].isupper() else full)
            found = True
    return draft if found else None


def _is_short(text: str) -> bool:
    return text.lower().replace("’", "'") in ("n't", "'re", "'ve", "'ll", "'m")


def _asks(tree: Tree, negation: int) -> bool:
    """ "Isn't it red?": there "not" has no place behind the verb."""
    behind = tree.tokens[negation + 1].dep if negation + 1 < len(tree.tokens) else ""
    return behind in ("nsubj", "nsubjpass", "expl", "det") or has_word(tree, [len(tree.tokens) - 1], ("?",))


PERIODS = words("century centuries decade decades era")
IN_AND_DURING = {"in": "during", "during": "in"}


def period(tree: Tree) -> Draft | None:
    """ "Oystering boomed in the 19th century." → "Oystering boomed during the 19th century." """
    for index, token in enumerate(tree.tokens[:-2]):
        other = IN_AND_DURING.get(token.text.lower())
        target = tree.first(index, ("pobj",)) if other and token.dep == "prep" else None
        if target is None or other is None or tree.tokens[index + 1].text.lower() != "the":
            continue
        if index and tree.tokens[index - 1].text.lower() in ("early", "late"):
            continue
        text = tree.tokens[target].text.lower()
        named = text in PERIODS or (text[:4].isdigit() and text.endswith("s"))
        if named and tree.entity(target) == "DATE" and min(tree.subtree(target)) == index + 1:
            draft = Draft(tree.sentence)
            draft.say(index, other.capitalize() if token.text[0].isupper() else other, lemma=other)
            return draft
    return None


EDITORIAL = words("citation clarification dubious update by vague who when where which needed disambiguation not")


def editorial_mark(tree: Tree) -> Draft | None:
    """ "It is used around the world.[citation needed]" → "It is used around the world." """
    opens = next((index for index, token in enumerate(tree.tokens) if token.text == "[" and index), None)
    if opens is None:
        return None
    closes = next((index for index in range(opens, len(tree.tokens)) if tree.tokens[index].text == "]"), None)
    if closes is None or not 2 <= closes - opens <= 6 or tree.tokens[opens + 1].text.lower() not in EDITORIAL:
        return None
    gone = range(opens, closes + 1)
    if any(tree.tokens[index].head == index for index in gone):
        return None
    draft = Draft(tree.sentence)
    draft.drop(gone)
    return draft if draft.lines[0] else None


def most_to_majority(tree: Tree) -> Draft | None:
    """ "Most residents speak Turkish." → "The majority of residents speak Turkish." """
    for most, token in enumerate(tree.tokens):
        noun = token.head
        plain = token.text.lower() == "most" and token.dep in ("amod", "det") and tree.tokens[noun].tag == "NNS"
        if not plain or most > noun or min(tree.subtree(noun)) != most or tree.children[most]:
            continue
        if tree.tokens[noun].dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or tree.has(noun, ("conj", "cc")):
            continue
        if not all(index in tree.subtree(noun) for index in range(most, noun)):
            continue
        draft = Draft(tree.sentence)
        old = tree.tokens[noun]
        majority = draft.add("majority", "NN", old.dep, old.head)
        the, of = draft.add("the", "DT", "det", majority), draft.add("of", "IN", "prep", majority)
        draft.hang(noun, "pobj", of)
        draft.put([the, majority, of], after=most)
        draft.drop([most])
        return draft
    return None


QUANTITIES = {("a", "number"): "several", ("the", "majority"): "most", ("a", "variety"): "various"}


def quantity_noun(tree: Tree) -> Draft | None:
    """ "A number of cities fell." → "Several cities fell." """
    for of in range(2, len(tree.tokens) - 1):
        if tree.tokens[of].text != "of" or tree.tokens[of].head != of - 1:
            continue
        article, number = tree.tokens[of - 2], tree.tokens[of - 1]
        instead = QUANTITIES.get((article.text.lower(), number.text.lower()))
        counted = tree.first(of, ("pobj",))
        if instead is None or counted is None or set(tree.children[of - 1]) != {of - 2, of}:
            continue
        if (
            tree.tokens[counted].tag != "NNS"
            or tree.has(counted, ("det", "poss", "nummod"))
            or not _agrees(tree, of - 1)
        ):
            continue
        draft = Draft(tree.sentence)
        draft.hang(counted, number.dep, number.head)
        most = draft.add(instead, "JJ", "amod", counted)
        draft.say(most, instead.capitalize() if of == 2 else instead, lemma=instead)
        draft.put([most], after=of)
        draft.drop([of - 2, of - 1, of])
        return draft
    return None


def _agrees(tree: Tree, noun: int) -> bool:
    """Whether a verb that the noun is the subject of is not in the singular."""
    token = tree.tokens[noun]
    if not token.dep.startswith("nsubj"):
        return token.head != noun
    verb = token.head
    forms = [verb, *tree.of(verb, ("aux", "auxpass"))]
    return all(tree.tokens[each].tag != "VBZ" and tree.tokens[each].text.lower() != "was" for each in forms)
