"""Verbs that say little without their noun, and the nouns that a question says with them: "What role did it play?"."""

from __future__ import annotations

from pie_qg.english import base
from pie_qg.questions.ask import Target

_NOUNS = {
    "attract": "attention criticism interest support",
    "commit": "act atrocity crime error felony fraud murder offence offense sin theft treason",
    "do": "damage harm",
    "draw": "attention comparison conclusion criticism distinction support",
    "exert": "effect force influence power pressure",
    "fight": "battle campaign duel war",
    "give": "address advice concert demonstration lecture performance reply response sermon speech talk testimony",
    "launch": "assault attack campaign invasion offensive raid",
    "lay": "claim emphasis siege stress",
    "make": "appearance attempt claim comeback commitment concession contribution debut decision effort gain "
    "impression improvement investment mark mistake move progress promise proposal remark request sacrifice "
    "statement suggestion trip visit",
    "pay": "attention heed homage tribute",
    "play": "part role",
    "put": "emphasis pressure strain stress",
    "raise": "concern doubt objection question",
    "receive": "attention criticism mention",
    "switch": "side",
    "take": "action approach attitude decision initiative measure position precaution precedence revenge side stance "
    "stand step view",
    "turn": "attention",
    "undergo": "change process transformation",
    "undertake": "campaign effort expedition journey project task",
    "wage": "battle campaign war",
}
_LIGHT = {verb: frozenset(nouns.split()) for verb, nouns in _NOUNS.items()}
# Words that say no more of a noun than that there is some of it.
_SOME = frozenset("a an the its their his her some many several numerous various certain such own".split())


def noun_with_verb(target: Target) -> int | None:
    """ "She played a role": the object that has its verb for its sake, and is said with it; None for another."""
    token = target.tree.tokens[target.head]
    object_of = base(target.tree.tokens[token.head]) if token.dep == "dobj" and not target.preposition else ""
    return target.head if token.lemma in _LIGHT.get(object_of, ()) and not target.is_list else None


def is_bare(target: Target, answer: tuple[int, ...]) -> bool:
    """ "took steps", "took the same steps", "fought many bitter wars": no more is left to answer than how the noun is.

    "What steps did it take? Bold steps." says the noun again; "steps against smoking" says which. A part that somebody
    plays is a minor or a major one.
    """
    tokens = [target.tree.tokens[index] for index in answer if index != target.head]
    if any(token.text.lower() == "same" for token in tokens):
        return True
    graded = target.tree.tokens[target.head].lemma in _GRADED
    return all(token.text.lower() in _SOME or (not graded and token.dep in {"amod", "advmod"}) for token in tokens)


_GRADED = frozenset({"part", "role"})


def is_bare_deed(target: Target, answer: tuple[int, ...]) -> bool:
    """ "Action was taken against the king": the noun is half of the verb, and tells nothing without more words."""
    token = target.tree.tokens[target.head]
    verb = base(target.tree.tokens[token.head]) if token.dep == "nsubjpass" else ""
    words = {target.tree.tokens[index].text.lower() for index in answer if index != target.head}
    return token.lemma.lower() in _LIGHT.get(verb, ()) and words <= _SOME
