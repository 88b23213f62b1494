"""What an author feels about what he writes of: asked for where he says it himself."""

from __future__ import annotations

from collections.abc import Iterator

from pie_qg.english import base
from pie_qg.questions.ask import Ask
from pie_qg.questions.assemble import Setting, draft, inverted
from pie_qg.questions.draft import Draft
from pie_qg.questions.frame import Frame, Part
from pie_qg.questions.judge import is_copula, is_plain
from pie_qg.questions.phrases import answer_tokens
from pie_qg.tree import Tree

_FEELINGS = frozenset(
    "amazed amused annoyed ashamed concerned crazy delighted disappointed disgusted dissatisfied excited frustrated "
    "happy impressed nervous pleased sad satisfied skeptical sceptical surprised thrilled unhappy upset wary "
    "worried".split()
)
_ABOUT = frozenset({"with", "about", "by", "of"})
_DO = {"am": "do", "'m": "do", "are": "do", "'re": "do", "is": "do", "was": "did", "were": "did"}
_LIKING = frozenset("adore appreciate detest dislike enjoy hate like love".split())
_THIS = frozenset("it this these them those".split())
_I = frozenset({"i", "we"})
_SURE = 0.9
_LONGEST = 7  # tokens of what is felt about


def feeling(setting: Setting) -> Iterator[Draft]:
    """ "I am very happy with the lid." → How does the author feel about the lid? Very happy."""
    frame, tree = setting.frame, setting.frame.tree
    word = _feeling_word(frame) if _tells_of_himself(setting) else None
    if word is None or frame.clause.negated or frame.clause.modal is not None:
        return
    about = _about(frame, word)
    auxiliary = _auxiliary(frame)
    if not about or not auxiliary:
        return
    ask = Ask("how", _with_adverbs(tree, word), "feeling", "how", "ADJECTIVE")
    words = ["how", auxiliary, frame.write(frame.subject.tokens), "feel about", frame.write(about)]
    yield draft("feeling:about", ask, words, {*frame.subject.tokens, *about}, _SURE)


def liking(setting: Setting) -> Iterator[Draft]:
    """ "I love its lid." → What does the author love about the kettle? "I love it." → How does he feel about it?"""
    frame, tree = setting.frame, setting.frame.tree
    likes = is_plain(frame) and base(tree.tokens[frame.clause.verb]) in _LIKING
    if not (likes and setting.topic and _tells_of_himself(setting)):
        return
    for part in frame.parts:
        if part.source.preposition or part.source.role not in {"object", "complement"}:
            continue
        if _is_of(setting, part):
            ask = Ask("what", answer_tokens(tree, part.source), "liking", "what", "NOUN")
            words = ["what", *inverted(frame), "about", setting.topic]
            yield draft("feeling:liked", ask, words, frame.subject.tokens, _SURE)
        elif not part.source.clausal and _is_short(tree, part.tokens, part.source.head):
            ask = Ask("how", _with_adverbs(tree, frame.clause.verb), "feeling", "how", "PREDICATE")
            words = ["how", *inverted(frame)[:2], "feel about", frame.write(part.tokens)]
            yield draft("feeling:about", ask, words, {*frame.subject.tokens, *part.tokens}, _SURE)


def judgement(setting: Setting) -> Iterator[Draft]:
    """ "The only downside is its weight." → What is the only downside of the kettle? Its weight."""
    frame, tree = setting.frame, setting.frame.tree
    head = frame.subject.source.head
    preposition = _JUDGEMENTS.get(tree.tokens[head].lemma.lower(), "")
    bare = not tree.has(head, {"prep", "relcl", "conj"}) and tree.has(head, {"det", "poss", "nummod"})
    if not preposition or not bare or not setting.topic or not is_copula(frame) or frame.clause.negated:
        return
    for part in frame.parts:
        if part.source.role in {"attribute", "complement"} and not part.source.preposition:
            ask = Ask("what", answer_tokens(tree, part.source), "judgement", "what", "NOUN")
            words = ["what", *inverted(frame), preposition, setting.topic]
            yield draft("feeling:judgement", ask, words, frame.subject.tokens, _SURE)
            return


_JUDGEMENTS = {
    **dict.fromkeys(
        "advantage benefit con disadvantage downside drawback negative plus pro upside weakness".split(), "of"
    ),
    **dict.fromkeys("complaint gripe".split(), "about"),
    **dict.fromkeys("flaw issue problem".split(), "with"),
}
"""Nouns of what speaks for a thing or against it, and what joins them to it."""


def _with_adverbs(tree: Tree, word: int) -> tuple[int, ...]:
    """Return a word with the adverbs right before it: "very pleasantly surprised", "really love"."""
    adverbs = {index for child in tree.of(word, ("advmod", "npadvmod")) for index in tree.subtree(child)}
    first = word
    while first - 1 in adverbs:
        first -= 1
    return tuple(range(first, word + 1))


def _is_short(tree: Tree, words: tuple[int, ...], noun: int) -> bool:
    """ "The lid", "it"; not "everything", "the lid very much", "the lid that leaks"."""
    if tree.word(noun) not in _THIS and tree.tokens[noun].pos not in {"NOUN", "PROPN"}:
        return False
    last = words and tree.tokens[words[-1]].pos in {"NOUN", "PROPN", "PRON", "DET"}
    return bool(last) and len(words) <= _LONGEST and not tree.has(noun, {"conj", "relcl", "acl", "advcl"})


def _tells_of_himself(setting: Setting) -> bool:
    """Tell whether an author who says "I" is the subject."""
    return setting.first_person and setting.frame.tree.word(setting.frame.subject.source.head) in _I


def _feeling_word(frame: Frame) -> int | None:
    """Return "happy" of "I am happy with it", "disappointed" of "I was disappointed by it"."""
    tree, verb = frame.tree, frame.clause.verb
    adjective = tree.first(verb, ("acomp",)) if base(tree.tokens[verb]) == "be" else verb
    return adjective if adjective is not None and tree.word(adjective) in _FEELINGS else None


def _about(frame: Frame, word: int) -> tuple[int, ...]:
    """Return "the lid" of "happy with the lid": one phrase, with nothing joined to it."""
    tree = frame.tree
    prepositions = [*tree.of(word, ("prep", "agent"))]
    if len(prepositions) != 1 or tree.word(prepositions[0]) not in _ABOUT or tree.has(word, {"conj"}):
        return ()
    noun = tree.first(prepositions[0], ("pobj",))
    words = () if noun is None else tree.span(noun)
    return words if noun is not None and _is_short(tree, words, noun) else ()


def _auxiliary(frame: Frame) -> str:
    """Return the form of "do" for a lone form of "be"; "" for "have been", "would be"."""
    finite = [index for index in frame.clause.verb_group if frame.tree.tokens[index].pos == "AUX"]
    do = _DO.get(frame.tree.word(finite[0]), "") if len(finite) == 1 else ""
    several = frame.tree.word(frame.subject.source.head) == "we"
    return "does" if do == "do" and not several else do


def _is_of(setting: Setting, part: Part) -> bool:
    """ "I love its lid", "that it is light", "the way it looks": something about what is written of, and not that."""
    tree, head = setting.frame.tree, part.source.head
    if part.source.clausal:
        subjects = [tree.word(one) for one in tree.of(head, ("nsubj", "nsubjpass"))]
        return subjects[:1] in (["it"], ["they"]) and _leads(tree, part)
    words = {tree.word(one) for one in tree.of(head, ("det", "poss"))}
    own = bool(words & {"the", "its", "their"}) and not tree.has(head, {"conj", "relcl", "acl", "prep"})
    other = tree.tokens[head].lemma.lower() not in setting.topic.split() and tree.tokens[head].pos == "NOUN"
    return own and other


def _leads(tree: Tree, part: Part) -> bool:
    """ "that it is light", "how it looks": not "hate it when it leaks"."""
    return tree.word(min(part.source.full)) in {"that", "how"}
