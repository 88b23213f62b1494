"""English word forms and phrases: inflection, agreement, do-support, contractions, spacing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from pie_qg.records import Sentence, Token

BE = frozenset({"am", "is", "are", "was", "were", "'m", "'s", "'re", "’m", "’s", "’re"})

_CONTRACTED = {
    "n't": "not", "n’t": "not", "'m": "am", "’m": "am", "'re": "are", "’re": "are", "'ve": "have", "’ve": "have",
    "'ll": "will", "’ll": "will", "ca": "can", "wo": "will", "sha": "shall",
}  # fmt: skip
_SINGULAR_OF = {"are": "is", "am": "is", "were": "was", "have": "has", "do": "does"}
_PLURAL_OF = {"is": "are", "am": "are", "was": "were", "has": "have", "does": "do"}
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DO = {"VBZ": "does", "VBP": "do", "VBD": "did"}
_PLURAL_WORDS = frozenset("people police cattle they we you these those both several few many".split())
_TIGHT_BEFORE = frozenset(",.;:!?)]}%'’”") | {"'s", "’s", "n't", "n’t", "..."}
_PEOPLES = ("ians", "icans", "eans", "ists")  # not "Evans"
NOTHING: Mapping[int, str] = {}
_TIGHT_AFTER = frozenset("([{$£€“#")


@cache
def inflect(lemma: str, tag: str) -> str:
    """Return the form of a lemma that a Penn Treebank tag asks for: ("write", "VBD") → "wrote"."""
    from lemminflect import getInflection  # type: ignore[import-untyped,unused-ignore]

    forms = [str(form) for form in getInflection(lemma, tag)]
    if tag == "VBN" and forms:
        return _plain_participle(forms[0], getInflection(lemma, "VBD"))
    return forms[0] if forms else lemma


def _plain_participle(participle: str, past: Sequence[str]) -> str:
    """Return the regular participle where both the past and the participle have an old form too: not "blent"."""
    return past[0] if participle in past[1:] and past[0].endswith("ed") else participle


def base(verb: Token) -> str:
    """Return the bare infinitive of a verb token, its capitals kept only where the word has them inside."""
    lemma = verb.lemma if verb.lemma and verb.lemma.isalpha() else verb.text
    if verb.text.lower() in BE and verb.pos in {"AUX", "VERB"} and lemma != "have":
        return "be"
    return _known_lemma(verb.text.lower(), lemma.lower()) if verb.tag in _VERB_TAGS else lemma.lower()


@cache
def _known_lemma(form: str, lemma: str) -> str:
    """Return a verb's lemma as the dictionary has it: "staged" is of "stage", whatever a lemmatizer makes of it.

    Where the dictionary knows several, "found" of "find" and of "found", a lemmatizer's choice among them counts.
    """
    from lemminflect import getAllLemmas

    known = getAllLemmas(form, upos="VERB").get("VERB", ())
    return lemma if not known or lemma in known else str(known[0])


def spell_out(token: Token) -> str:
    """Return an auxiliary or a negation without contraction: "n't" → "not", "'s" → "is" or "has"."""
    word = token.text.lower()
    if word in {"'s", "’s"}:
        return {"be": "is", "have": "has", "do": "does"}.get(token.lemma, "is")
    if word in {"'d", "’d"}:
        return "had" if token.lemma == "have" else "would"
    return _CONTRACTED.get(word, word)


def singular(form: str) -> str:
    """Return an auxiliary's form for a singular subject: "were" → "was"; any other word as it is."""
    return _SINGULAR_OF.get(form, form)


def plural(form: str) -> str:
    """Return an auxiliary's form for a plural subject: "was" → "were"; any other word as it is."""
    return _PLURAL_OF.get(form, form)


def agree(form: str, lemma: str, tag: str, is_plural: bool) -> str:
    """Return a finite verb's form for a third-person subject of the given number."""
    if lemma == "be" or form in _SINGULAR_OF or form in _PLURAL_OF:
        return plural(form) if is_plural else singular(form)
    if tag in {"VBZ", "VBP"}:
        return inflect(lemma, "VBP" if is_plural else "VBZ")
    return form


def do_form(tag: str, is_plural: bool) -> str:
    """Return the form of "do" that carries the tense of a finite verb: ("VBD", False) → "did"."""
    if tag == "VBD":
        return _DO["VBD"]
    return _DO["VBP"] if is_plural else _DO["VBZ"]


def is_past_alike(verb: Token) -> bool:
    """Tell whether a verb's past looks like its plain form: "it fit", which a tagger takes for "they fit"."""
    return verb.tag == "VBP" and verb.text.lower() in _ALIKE_IN_PAST


_ALIKE_IN_PAST = frozenset(
    "bet bid broadcast burst cast cost cut fit forecast hit hurt knit let offset overbid put quit read rid set shed "
    "shut slit split spread sublet thrust undercut upset wed wet".split()
)


def is_plural(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether a noun phrase takes a plural verb: by its head, its quantifier, or because "and" joins two.

    "A dog or two cats": the nearer one counts; "digits rather than letters": the first.
    """
    token = tokens[head]
    joined = [index for index, other in enumerate(tokens) if other.dep == "conj" and other.head == head]
    links = {other.text.lower() for other in tokens if other.dep == "cc" and other.head == head}
    if joined and links & {"and", "or", "nor"}:
        return "and" in links or is_plural(tokens, joined[-1])
    return token.tag in {"NNS", "NNPS"} or token.text.lower() in _PLURAL_WORDS


def possessive(phrase: str) -> str:
    """Return the genitive of a noun phrase: "James" → "James's", "the players" → "the players'"."""
    several = phrase.endswith("s") and (phrase[:1].islower() or phrase.endswith(_PEOPLES))
    return f"{phrase}'" if several else f"{phrase}'s"


def capitalize(text: str) -> str:
    """Return a text with its first letter in upper case and the others as they are."""
    return text[:1].upper() + text[1:]


def join_words(words: Iterable[str]) -> str:
    """Return words as running text, with no space before a comma or after an opening bracket."""
    text = ""
    for word in words:
        if not word:
            continue
        tight = not text or word in _TIGHT_BEFORE or text[-1] in _TIGHT_AFTER
        text += word if tight else f" {word}"
    return text


def phrase(sentence: Sentence, indices: Iterable[int], instead: Mapping[int, str] = NOTHING) -> str:
    """Return the words of some tokens of a sentence in order, spaced as the sentence spaces them.

    The sentence's first word loses its capital unless it is a name. `instead` gives other words for some tokens; an
    empty one leaves the token out.
    """
    text, previous = "", -2
    for index in sorted(indices):
        token = sentence.tokens[index]
        word = instead.get(index)
        if word is None:
            word = in_running_text(sentence, index)
        if not word:
            continue
        glued = previous == index - 1 and sentence.tokens[previous].end == token.start
        tight = not text or glued or (previous != index - 1 and token.text in _TIGHT_BEFORE)
        text += word if tight else f" {word}"
        previous = index
    return text


def in_running_text(sentence: Sentence, index: int) -> str:
    """Return a token's text as it would stand inside a sentence: "The" at the start → "the", "Paris" as it is."""
    token = sentence.tokens[index]
    word = token.text
    starts = index == 0 or (index == 1 and not sentence.tokens[0].text[:1].isalnum())
    if (
        not starts
        or token.pos == "PROPN"
        or word == "I"
        or not word[:1].isupper()
        or (not word[1:].islower() and word[1:])
    ):
        return word
    named = any(
        one.first <= index < one.stop
        and one.label not in {"DATE", "CARDINAL", "TIME", "ORDINAL", "QUANTITY", "PERCENT"}
        for one in sentence.entities
    )
    named = named or (token.pos == "NOUN" and not is_known(word.lower()))
    return word if named and token.pos not in {"DET", "PRON", "ADP"} else word[:1].lower() + word[1:]


@cache
def is_known(word: str) -> bool:
    """Tell whether a dictionary has a word; a noun that it lacks may well be a name."""
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(word))


@cache
def lemma_of_noun(word: str) -> str:
    """Return the singular of a noun: "children" → "child"."""
    from lemminflect import getLemma

    lemmas = getLemma(word, "NOUN")
    return str(lemmas[0]) if lemmas else word


@cache
def is_verb_form(word: str) -> bool:
    """Tell whether a word can be a form of a verb: "diabetes" cannot, though a tagger may think so."""
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(word.lower(), upos="VERB") or getAllLemmas(word.lower(), upos="AUX"))


@cache
def is_only(word: str, kind: str) -> bool:
    """Tell whether a dictionary has a word as it stands, and as one kind alone: "cancel" is a VERB, "canceled" a form.

    A word that the dictionary lacks may be anything.
    """
    from lemminflect import getAllLemmas

    low = word.lower()
    return dict(getAllLemmas(low)) == {kind: (low,)}
