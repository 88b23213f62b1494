"""What must be and what can be: "must leave" → "has to leave", "is able to swim" → "can swim"."""

from __future__ import annotations

from pie_qg.english import is_plural
from pie_qg.paraphrase.draft import Draft
from pie_qg.paraphrase.spans import auxiliaries
from pie_qg.tree import Tree


def necessity(tree: Tree) -> Draft | None:
    """ "Players must wear a helmet." → "Players have to wear a helmet." """
    for index, token in enumerate(tree.tokens[:-1]):
        verb = token.head
        if token.text.lower() != "must" or token.dep != "aux" or tree.has(verb, ("neg", "auxpass", "expl")):
            continue
        who = tree.first(verb, ("nsubj",))
        plain = who is not None and who < index and tree.tokens[verb].lemma not in ("be", "have") and verb == index + 1
        if not plain or len(auxiliaries(tree, verb)) != 1 or tree.tokens[who or 0].dep == "csubj":
            continue
        return _have_to(tree, index, verb, who or 0)
    return None


def _have_to(tree: Tree, must: int, verb: int, who: int) -> Draft:
    draft = Draft(tree.sentence)
    text = tree.tokens[who].text.lower()
    relative = tree.tokens[who].tag in ("WDT", "WP")
    head = tree.tokens[tree.tokens[who].head].head if relative else who
    many = is_plural(tree.tokens, head) or text in ("i", "you", "we", "they")
    form = "have" if many else "has"
    top = tree.tokens[verb]
    draft.words[must].text, draft.words[must].lemma = form, "have"
    draft.words[must].pos, draft.words[must].tag = "VERB", "VBP" if many else "VBZ"
    draft.words[must].dep, draft.words[must].head = top.dep, (must if top.head == verb else top.head)
    to = draft.add("to", "TO", "aux", verb)
    for child in tree.children[verb]:
        if child < must or tree.tokens[child].dep == "punct":
            draft.words[child].head = must
    draft.hang(verb, "xcomp", must)
    draft.put([to], after=must)
    return draft


def ability(tree: Tree) -> Draft | None:
    """ "Bats are able to fly." → "Bats can fly." """
    for able in range(1, len(tree.tokens) - 2):
        be, to = tree.tokens[able - 1], tree.tokens[able + 1]
        verb = to.head
        if tree.tokens[able].text != "able" or be.text.lower() not in ("is", "are") or to.tag != "TO":
            continue
        copula = able - 1
        plain = tree.tokens[able].head == copula and tree.tokens[verb].head == able and verb == able + 2
        if not plain or auxiliaries(tree, copula) or tree.has(copula, ("conj", "neg")) or tree.tokens[verb].tag != "VB":
            continue
        draft = Draft(tree.sentence)
        draft.words[copula].text, draft.words[copula].lemma = "can", "can"
        draft.words[copula].pos, draft.words[copula].tag = "AUX", "MD"
        draft.words[verb].dep, draft.words[verb].head = be.dep, (verb if be.head == copula else be.head)
        for child in tree.children[copula]:
            draft.words[child].head = verb
        draft.hang(copula, "aux", verb)
        draft.drop([able, able + 1])
        return draft
    return None
