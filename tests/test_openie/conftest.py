"""A parser for the grammar tests, and triples as plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pie_qg.openie.rows import tsv_fields
from pie_qg.openie.triples import triples
from pie_qg.parse import Parser, load_parser
from pie_qg.recipe import ParseConfig

Extract = Callable[..., list[str]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser(ParseConfig())


@pytest.fixture(scope="session")
def extract(parser: Parser) -> Extract:
    """Return "subject | relation | object | more…" for each triple of a sentence."""

    def run(text: str, *, binary: bool = False) -> list[str]:
        found = []
        for sentence in parser.parse([text])[0]:
            for triple in triples(sentence, binary=binary):
                _, _, relation, subject, *rest = tsv_fields("", triple)
                found.append(" | ".join([subject, relation, *rest]))
        return found

    return run
