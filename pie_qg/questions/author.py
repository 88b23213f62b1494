"""Who "I" and "we" stand for: the author of a text, or the reviewer where the text is a review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pie_qg.constituents import SUBJECTS
from pie_qg.english import agree, base
from pie_qg.questions.phrases import QUOTES
from pie_qg.questions.pointing import Found
from pie_qg.questions.saying import REPORTING
from pie_qg.tree import Tree

# The first person, with what makes of an author what it stands for.
_ENDINGS = {
    "i": "", "me": "", "my": "'s", "mine": "", "i'm": "", "we": "s", "us": "s", "our": "s'",
}  # fmt: skip
AUTHORS, REVIEWERS = ("author", "writer"), ("author", "reviewer", "writer")


@dataclass(frozen=True, slots=True)
class Author:
    """Whoever speaks in a passage."""

    noun: str
    says_i: bool
    """Whether the passage says "I" outside quotations."""
    quoted: frozenset[int] = frozenset()
    """Sentences in which "I" may be somebody who is quoted."""

    def reads(self, found: Found, index: int, word: str) -> bool:
        """ "I bought it." → the author bought it; but whose is "I" in a quotation?"""
        tree, token = found.tree, found.tree.tokens[index]
        if word not in _ENDINGS or token.tag not in {"PRP", "PRP$"} or _is_numeral(tree, index):
            return False
        if _is_glued(tree, index) or word == "mine":  # "wed", taken apart like "we'd"; "mine" is whose what?
            found.unresolved.add(index)
            return True
        quoted = found.sentence in self.quoted or any(each.text in QUOTES for each in tree.tokens)
        quoted = quoted or (token.text == "I" and not self.says_i)
        if quoted or self._is_anybody(tree, index, word) or (token.text == "i" and token.dep not in SUBJECTS):
            found.unresolved.add(index)
        else:
            found.instead[index] = f"the {self.noun}{_ENDINGS[word]}"
            found.instead.update(_agreeing(tree, index) if word == "i" else {})
        return True

    def _is_anybody(self, tree: Tree, index: int, word: str) -> bool:
        """ "Such acts harm our self-image.": whoever reads it as well, where no "I" speaks for himself."""
        if not word.startswith(("we", "us", "our")):
            return False
        return not self.says_i or _is_everybody(tree, index)


def _is_everybody(tree: Tree, index: int) -> bool:
    """ "As drivers, we have a right to it.": all drivers."""
    roles = (one for one in tree.of(tree.tokens[index].head, ("prep",)) if tree.word(one) == "as" and one < index)
    return any(tree.tokens[noun].tag in {"NNS", "NNPS"} for one in roles for noun in tree.of(one, ("pobj",)))


def quoted_sentences(trees: Sequence[Tree]) -> frozenset[int]:
    """ ""I sold it. My son wept," Ada said.": a quotation goes on over sentences, and "my" is Ada's.

    Where a verb of saying tells who speaks so, "I" may be Ada in a sentence without quotation marks as well. An author
    who says "I" before anybody is quoted is known.
    """
    within: set[int] = set()
    is_open = says_i = False
    for place, tree in enumerate(trees):
        within.update({place} if is_open else ())
        for index, token in enumerate(tree.tokens):
            if QUOTES & {token.text, *token.text}:  # a closing mark may be glued to what follows
                is_open = _opens(tree, index)
                within.add(place)
            elif token.text.lower() in _ENDINGS and token.tag in {"PRP", "PRP$"}:
                if not within:
                    return frozenset()
                says_i = says_i or is_open
    told = says_i and any(_tells_who(tree) for tree in trees)
    return frozenset(range(len(trees)) if told else within)


def _opens(tree: Tree, index: int) -> bool:
    """Tell whether a quotation mark stands at a sentence's start, or after a space."""
    return index == 0 or tree.tokens[index - 1].end < tree.tokens[index].start or tree.tokens[index - 1].text in "(["


def _tells_who(tree: Tree) -> bool:
    """ ", Ada said", "she recalls", in a sentence with a quotation mark."""
    if not any(token.text in QUOTES for token in tree.tokens):
        return False
    subjects = (token for token in tree.tokens if token.dep == "nsubj" and token.text.lower() not in _ENDINGS)
    return any(base(tree.tokens[token.head]) in REPORTING for token in subjects)


def _agreeing(tree: Tree, index: int) -> dict[int, str]:
    """ "the pan I like most" → the pan the author likes most: the verb of "I" in the third person."""
    verb = tree.tokens[index].head if tree.tokens[index].dep in SUBJECTS else index
    group = [one for one in (*tree.of(verb, ("aux", "auxpass")), verb) if tree.tokens[one].tag == "VBP"]
    plain = (one for one in group if one > index and tree.tokens[one].text.isalpha())
    return {one: agree(tree.tokens[one].text.lower(), base(tree.tokens[one]), "VBP", False) for one in plain}


def _is_glued(tree: Tree, index: int) -> bool:
    after = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else None
    return after is not None and after.start == tree.tokens[index].end and after.text[:1].isalpha()


def _is_numeral(tree: Tree, index: int) -> bool:
    """ "Chapter I", "World War I": a number, and nobody who speaks; but in "In Rome I bought a kettle" he does."""
    before = tree.tokens[index - 1] if index else None
    acts = tree.tokens[index].dep == "nsubj" and not tree.entity(index)
    return (
        before is not None
        and not acts
        and tree.tokens[index].text == "I"
        and before.pos in {"NOUN", "PROPN"}
        and before.text[0].isupper()
    )
