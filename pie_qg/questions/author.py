"""Who "I" and "we" stand for: the author of a text, or the reviewer where the text is a review."""

from __future__ import annotations

from dataclasses import dataclass

from pie_qg.constituents import SUBJECTS
from pie_qg.english import agree, base
from pie_qg.questions.phrases import QUOTES
from pie_qg.questions.pointing import Found
from pie_qg.tree import Tree

# The first person, with what makes of an author what it stands for.
_ENDINGS = {
    "i": "", "me": "", "my": "'s", "mine": "'s", "i'm": "", "we": "s", "us": "s", "our": "s'",
}  # fmt: skip
AUTHORS, REVIEWERS = ("author", "writer"), ("author", "reviewer", "writer")


@dataclass(frozen=True, slots=True)
class Author:
    """Whoever speaks in a passage."""

    noun: str
    says_i: bool
    """Whether the passage says "I" outside quotations."""

    def reads(self, found: Found, index: int, word: str) -> bool:
        """ "I bought it." → the author bought it; but whose is "I" in a quotation?"""
        tree, token = found.tree, found.tree.tokens[index]
        if word not in _ENDINGS or token.tag not in {"PRP", "PRP$"} or _is_numeral(tree, index):
            return False
        if _is_glued(tree, index):  # "wed", taken apart like "we'd"
            found.unresolved.add(index)
            return True
        quoted = any(each.text in QUOTES for each in tree.tokens)
        generic = not self.says_i and word.startswith(("we", "us", "our"))  # "Such acts harm our self-image."
        spoken = not self.says_i and token.text == "I"  # in the midst of a quotation of several sentences
        if quoted or spoken or generic or (token.text == "i" and token.dep not in SUBJECTS):
            found.unresolved.add(index)
        else:
            found.instead[index] = f"the {self.noun}{_ENDINGS[word]}"
            found.instead.update(_agreeing(tree, index) if word == "i" else {})
        return True


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
