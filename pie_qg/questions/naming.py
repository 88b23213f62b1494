"""Questions about names that a sentence gives: what letters stand for, what is such a thing, what it is called."""

from __future__ import annotations

from collections.abc import Iterator

from pie_qg.constituents import core
from pie_qg.questions.draft import Draft
from pie_qg.questions.nouns import is_somebody, noun_class
from pie_qg.questions.phrases import strip_start
from pie_qg.questions.reading import ASIDE, Reading, with_article
from pie_qg.tree import Tree

MAX_EXAMPLES = 10  # tokens
_CALLING = frozenset("call name term dub title entitle nickname".split())
_OTHERS = frozenset("own other more many several various different additional some certain even".split())
_SMALL = frozenset("of the and for in on a an to de".split())


def abbreviation(reading: Reading) -> Iterator[Draft]:
    """ "the World Health Organization (WHO)" → What does WHO stand for? What is its abbreviation?"""
    tree = reading.tree
    for index in range(1, len(tree.tokens) - 2):
        short = tree.tokens[index + 1]
        letters = [letter for letter in short.text.rstrip("s") if letter.isalpha()]
        in_brackets = tree.tokens[index].text == "(" and tree.tokens[index + 2].text == ")"
        if not in_brackets or len(letters) < 2 or not short.text.isalpha() or not short.text.rstrip("s").isupper():
            continue
        words = _spelled_out(tree, index, letters)
        if words:
            stands = [reading.write((index + 1,)), "stand for"]
            if reading.rng.random() < 0.6:
                yield reading.draft(["what", "does", *stands], words, "abbreviation", "what", (index + 1,))
                continue
            long = reading.write(with_article(tree, words))
            asked = ["what", "is the abbreviation for", long]
            yield reading.draft(asked, (index + 1,), "abbreviated", "what", words)


def _spelled_out(tree: Tree, bracket: int, letters: list[str]) -> tuple[int, ...]:
    """Return the words before a bracket whose initials the letters are, small words aside."""
    left = [letter.lower() for letter in letters]
    index = bracket
    while left and index > 0:
        index -= 1
        text = tree.tokens[index].text.lower()
        if text[:1] == left[-1]:
            left.pop()
        elif text not in _SMALL and text != "-":
            return ()
    return tuple(range(index, bracket)) if not left else ()


def example(reading: Reading) -> Iterator[Draft]:
    """ "They use fast fasteners such as (including) bolts and rivets." → What are examples of fast fasteners?"""
    tree = reading.tree
    for index, token in enumerate(tree.tokens[:-1]):
        such_as = token.text.lower() == "such" and tree.tokens[index + 1].text.lower() == "as"
        including = token.text.lower() == "including" and index > 0 and tree.tokens[index - 1].dep != "cc"
        if not such_as and not including:  # "versions up to and including the fifth"
            continue
        noun = next((up for up in tree.ancestors(index) if tree.tokens[up].pos in {"NOUN", "PROPN"}), None)
        if noun is None or noun > index or tree.tokens[noun].tag != "NNS" or tree.entity(noun):
            continue
        if _is_inside(tree, noun) or (including and _counts_subject(tree, noun)):
            continue
        listed = _listed_after(tree, index + such_as)
        class_ = strip_start(tree, core(tree, noun))
        while len(class_) > 1 and (
            tree.tokens[class_[0]].lemma.lower() in _OTHERS or tree.tokens[class_[0]].pos == "ADV"
        ):
            class_ = class_[1:]
        content = [one for one in class_ if tree.tokens[one].pos in {"NOUN", "ADJ", "PROPN"}]
        if class_[-1] - class_[0] + 1 > len(class_):  # "right-to-left scripts"
            continue
        if not listed or len(content) < 2 or class_[-1] > index or tree.has(noun, {"det", "nummod"}):
            continue
        if _runs_over(tree, noun, index, listed):
            continue
        if tree.entity(listed[-1]) == "PERSON" and noun_class(tree.tokens[noun].lemma) != "person":
            continue  # "Women played in minor leagues, including Anna Smith."
        if noun_class(tree.tokens[noun].lemma) == "animal" and _is_people(tree, listed):
            continue  # "People who had not lived near other mammals, such as the American peoples, …"
        names = tree.conjuncts(next(one for one in listed if tree.tokens[one].head not in listed))
        wh = "who" if all(tree.entity(one) == "PERSON" for one in names) else "what"
        several = any(tree.tokens[one].dep == "conj" for one in listed)
        if several:
            words = [wh, "are", reading.rng.choice(("some", "")), "examples of", reading.write(class_)]
        else:
            words = [wh, "is an example of", reading.write(class_)]
        yield reading.draft(words, listed, "example", wh, class_)


def _is_inside(tree: Tree, noun: int) -> bool:
    """ "laws regulating emissions such as …", "the use of fats such as …": what is listed may be of the noun above."""
    above = tree.tokens[noun].head
    if tree.tokens[noun].dep == "pobj":
        above = tree.tokens[above].head
        return tree.tokens[above].tag in {"NNS", "NNPS"}
    return tree.tokens[above].dep == "acl" and tree.tokens[tree.tokens[above].head].tag in {"NNS", "NNPS"}


def _runs_over(tree: Tree, noun: int, lead: int, listed: tuple[int, ...]) -> bool:
    """ "hot drinks, such as tea, and cold drinks, such as cola", "fruit pies that have nuts, including walnuts".

    What is listed second is of another kind; and it is the last noun before that has examples.
    """
    again = any(tree.word(one) == "such" and tree.word(one + 1) == "as" for one in listed[:-1])
    clauses = (child for child in tree.of(noun, ("relcl",)) if child < lead)
    return again or any(tree.has(child, {"dobj"}) and max(tree.subtree(child)) >= lead - 2 for child in clauses)


def _counts_subject(tree: Tree, noun: int) -> bool:
    """ "Several women played in leagues, including Ada.": some of those who are told of so, not the last things."""
    verb = next((up for up in tree.ancestors(noun) if tree.tokens[up].pos in {"VERB", "AUX"}), noun)
    subject = tree.first(verb, ("nsubj", "nsubjpass"))
    counted = () if subject is None or subject == noun else tree.of(subject, ("amod", "det"))
    return any(tree.tokens[child].text.lower() in _COUNTS for child in counted)


_COUNTS = frozenset("several many numerous various some".split())


def _is_people(tree: Tree, words: tuple[int, ...]) -> bool:
    return any(tree.entity(index) in {"NORP", "PERSON"} or is_somebody(tree, index) for index in words)


def _listed_after(tree: Tree, as_: int) -> tuple[int, ...]:
    """Return the list that "such as" or "including" opens, where it is short and of nouns only."""
    first = tree.first(as_, ("pobj",))
    if first is None or tree.tokens[first].pos not in {"NOUN", "PROPN"}:
        return ()
    members = tree.conjuncts(first)
    if any(tree.tokens[one].pos not in {"NOUN", "PROPN"} or tree.has(one, {"acl", "relcl"}) for one in members):
        return ()
    words = tree.trimmed(tree.subtree(first, ASIDE - {"cc", "conj", "punct"}, ASIDE - {"cc", "conj", "punct"}))
    whole = words and words[0] == as_ + 1 and words[-1] - words[0] + 1 == len(words)
    return strip_start(tree, words) if whole and len(words) <= MAX_EXAMPLES else ()


def called(reading: Reading) -> Iterator[Draft]:
    """ "a spring festival called Yaoshang" → What is the name of the spring festival?"""
    tree = reading.tree
    for index, token in enumerate(tree.tokens):
        if token.dep != "acl" or token.tag != "VBN" or token.lemma.lower() not in _CALLING | {"know"}:
            continue
        noun, answer = token.head, _name_given(tree, index)
        words = core(tree, noun)
        content = [one for one in words if tree.tokens[one].pos in {"NOUN", "ADJ", "PROPN"}]
        next_to = words and words[-1] == index - 1
        if not answer or not next_to or tree.tokens[noun].tag != "NN" or len(content) < 2 or len(words) > 8:
            continue
        rest = strip_start(tree, words)
        yield reading.draft(["what", "is the name of the", reading.write(rest)], answer, "called", "what", rest)


def _name_given(tree: Tree, verb: int) -> tuple[int, ...]:
    given = tree.first(verb, ("oprd", "attr", "dobj"))
    if tree.tokens[verb].lemma == "know":
        preposition = next((one for one in tree.of(verb, ("prep",)) if tree.tokens[one].text == "as"), None)
        given = tree.first(preposition, ("pobj",)) if preposition is not None else None
    if given is None or tree.has(given, {"preconj"}):  # "known as either a council or an agency"
        return ()
    return strip_start(tree, tree.span(given, ASIDE, ASIDE))
