"""Parses that went wrong, written by hand: which sentences a parser misreads changes with the parser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from pie_qg.clauses import Clause, clauses
from pie_qg.openie.stage import OpenIEStage
from pie_qg.questions.form import form
from pie_qg.questions.torn import is_torn
from pie_qg.recipe import OpenIEConfig
from pie_qg.records import Entity, Item, Paraphrase, Passage, Sentence, Token
from pie_qg.tree import Tree

_POS = {
    "IN": "ADP",
    "DT": "DET",
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "JJ": "ADJ",
    "JJS": "ADJ",
    "RB": "ADV",
    "RBR": "ADV",
    "RBS": "ADV",
    "CD": "NUM",
    "CC": "CCONJ",
    "TO": "PART",
    "PRP": "PRON",
    "WDT": "PRON",
    "WRB": "ADV",
    "WP": "PRON",
    "RP": "ADP",
}


def misread(words: str, *entities: Entity) -> Tree:
    """Return the tree of words like "fell|VBD|ROOT|1": form, tag, label, and the place of the head."""
    tokens: list[Token] = []
    start = 0
    for word in words.split():
        text, tag, label, head = word.split("|")
        pos = "AUX" if label in {"aux", "auxpass"} else "VERB" if tag.startswith("VB") else _POS.get(tag, "PUNCT")
        tokens.append(Token(text, _lemma(text, tag), pos, tag, label, int(head), start, start + len(text)))
        start += len(text) + 1
    return Tree(Sentence(" ".join(token.text for token in tokens), 0, tuple(tokens), entities))


def glued(tree: Tree, index: int) -> Tree:
    """Return a tree with no space on either side of a token: "burned-on"."""
    moved = (
        replace(
            token,
            start=token.start - (place >= index) - (place > index),
            end=token.end - (place >= index) - (place > index),
        )
        for place, token in enumerate(tree.tokens)
    )
    text = tree.sentence.text
    start, end = tree.tokens[index].start, tree.tokens[index].end
    return Tree(replace(tree.sentence, text=text[: start - 1] + text[start:end] + text[end + 1 :], tokens=tuple(moved)))


def _lemma(text: str, tag: str) -> str:
    if text.lower() in {"is", "are", "was", "were"}:
        return "be"
    return text.lower().removesuffix("s") if tag == "NNS" else text.lower()


def shows(sign: Callable[[Tree, Clause], bool], tree: Tree, verb: str) -> bool:
    """Tell whether the last clause with a verb shows a sign."""
    found = [clause for clause in clauses(tree.sentence, tree) if tree.tokens[clause.verb].text == verb]
    return sign(tree, found[-1])


def questions(tree: Tree, dice: Random) -> list[str]:
    """Return what is asked about a tree, not paraphrased."""
    sentence = tree.sentence
    paraphrases = (Paraphrase(0, sentence.text, (sentence,)),)
    item = Item(Passage("p", sentence.text), sentences=(sentence,), paraphrases=paraphrases)
    pairs, _ = form(OpenIEStage(OpenIEConfig()).run([item])[0], "natural", dice)
    return [pair.question for pair in pairs]


def tears(tree: Tree, said: str, answer: str) -> bool:
    """Tell whether a question that says some phrases (between them " … ") and is answered by another tears one."""
    verb = next(index for index, token in enumerate(tree.tokens) if token.dep == "ROOT")
    words = {index for phrase in said.split(" … ") for index in words_of(tree, phrase)}
    return is_torn(tree, words, words_of(tree, answer), verb)


def words_of(tree: Tree, phrase: str) -> set[int]:
    """Return the tokens of a phrase of a sentence."""
    start = tree.sentence.text.index(phrase)
    stop = start + len(phrase)
    return {index for index, token in enumerate(tree.tokens) if start <= token.start and token.end <= stop}
