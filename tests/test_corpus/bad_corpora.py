"""Corpora that no one would wish for, each made from a seed."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from random import Random

GOOD = (
    "The Danube rises in the Black Forest and flows through ten countries.",
    "In 1898, Marie Curie discovered polonium with her husband Pierre in Paris.",
    "Mercury, which is the smallest planet, orbits the Sun every 88 days.",
    "The bridge was built by 400 workers because the ferry had sunk near Dover.",
)
HUGE = 10_000_000
_MARKS = "".join(map(chr, (0x0301, 0x0308, 0x20DD, 0x202A, 0x202B, 0x202C, 0x202E, 0x2066, 0x2069, 0x200D, 0x200F)))
_ODD = "\x00\x07\x0b\x0c\x1b\x85\u2028\u2029\ufeff\ufffd\ufffe\U0010ffff\u00ad\u3000😀👩‍👩‍👧שלום"


def make_corpus(folder: Path, seed: int) -> Path:
    """Write the corpus of that seed and return its path."""
    chance = Random(seed)
    name, make = KINDS[seed % len(KINDS)]
    path = folder / name
    path.write_bytes(make(chance))
    return path


def _texts(chance: Random, bad: str) -> list[str]:
    """Return good texts with the bad one among them, or inside one of them."""
    texts = chance.sample(GOOD, 3)
    place = chance.randrange(3)
    if chance.random() < 0.5:
        texts.insert(place, bad)
    else:
        cut = chance.randrange(len(texts[place]))
        texts[place] = texts[place][:cut] + bad + texts[place][cut:]
    return texts


def _jsonl(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def _with(bad: Callable[[Random], str]) -> Callable[[Random], bytes]:
    return lambda chance: _jsonl(*({"text": text} for text in _texts(chance, bad(chance))))


def _truncated(chance: Random) -> bytes:
    raw = "\n".join([*GOOD, "Zürich – Αθήνα – 東京 😀" * chance.randrange(1, 4)]).encode()
    return raw[: -chance.randrange(1, 30)] + (b"\nand on" if chance.random() < 0.5 else b"")


def _bytes(chance: Random) -> bytes:
    return "\n".join(GOOD).encode() + b"\n" + chance.randbytes(chance.randrange(1, 2000))


def _marks(chance: Random) -> str:
    letters = "".join(chance.choices("aZ. \u0627\u05d0", k=20))
    return "".join(each + "".join(chance.choices(_MARKS, k=chance.randrange(30))) for each in letters)


def _odd(chance: Random) -> str:
    return "".join(chance.choices(_ODD + "a. ,", k=chance.randrange(1, 80)))


def _html(chance: Random) -> str:
    tag = chance.choice(("div", "script", "td"))
    inside = chance.choice(GOOD) + "&nbsp;&lt;" + chance.choice(GOOD)
    return f"<{tag} class='x' onclick=\"go(1 < 2)\">" * chance.randrange(1, 30) + inside + f"</{tag}><!-- --><br/>"


def _base64(chance: Random) -> str:
    coded = base64.b64encode(chance.randbytes(chance.randrange(50, 4000))).decode()
    return coded if chance.random() < 0.5 else f"data:image/png;base64,{coded}"


def _huge(chance: Random) -> str:
    unit = chance.choice(("x", "0123456789abcdef", "\u0301", "!", '."', "\n", " \t", "東", "((", "a,"))
    return unit * (HUGE // len(unit))


def _punctuation(chance: Random) -> str:
    return "".join(chance.choices(".,;:!?()[]{}\"'`-–—…/\\|*&^%$#@~<>=+_ ", k=chance.randrange(1, 400)))


def _duplicates(chance: Random) -> bytes:
    ids = chance.choices(("a", "b", 1, "1", "a#1", ""), k=6)
    return _jsonl(*({"id": each, "text": chance.choice(GOOD)} for each in ids))


def _deep(chance: Random) -> bytes:
    depth = chance.choice((50, 500, 5_000, 100_000))
    nest = "[" * depth + "]" * depth if chance.random() < 0.5 else '{"a":' * depth + "1" + "}" * depth
    field = chance.choice(("text", "id", "title", "more"))
    return _jsonl({"text": GOOD[0]}) + f'{{"text": "{GOOD[1]}", "{field}": {nest}}}\n'.encode()


def _types(chance: Random) -> bytes:
    odd = (None, True, 3, 2.5, 10**30, float("nan"), float("inf"), [], {}, ["a"], {"a": 1}, "", " ", "x")
    records = [{"text": text, "id": f"r{n}"} for n, text in enumerate(GOOD)]
    for _ in range(chance.randrange(1, 4)):
        records[chance.randrange(4)][chance.choice(("text", "id", "title", "more"))] = chance.choice(odd)  # type: ignore[call-overload]
    return _jsonl(*records)


def _broken_json(chance: Random) -> bytes:
    raw = bytearray(_jsonl(*({"text": text} for text in GOOD)))
    for _ in range(chance.randrange(1, 4)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def _surrogates(chance: Random) -> bytes:
    return _jsonl({"text": GOOD[0]}) + b'{"text": "a \\ud83d b", "%s": "\\udc00"}\n' % chance.choice((b"id", b"more"))


def _csv(chance: Random) -> bytes:
    rows = ["id,text", *(f'{n},"{text}"' for n, text in enumerate(GOOD))]
    rows.insert(chance.randrange(5), chance.choice(('"', "a,b,c,d", "\x00", '1,"', ",,,", "5", 'x,"a""b')))
    return "\n".join(rows).encode()


def _squad(chance: Random) -> bytes:
    paragraph = chance.choice(({"context": GOOD[0]}, {"context": 3}, {"qas": []}, None, {"context": GOOD[1], "qas": 1}))
    article = chance.choice(({"title": "T", "paragraphs": [paragraph]}, {"paragraphs": 1}, [], {"title": [1]}))
    return json.dumps(chance.choice(({"data": [article]}, {"data": {}}, [article], "x"))).encode()


def _parquet(chance: Random) -> bytes:
    import io

    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = io.BytesIO()
    values = chance.choice((list(GOOD), [GOOD[0], None], [1, 2], [[GOOD[0]]], [GOOD[0].encode(), b"\xff"]))
    pq.write_table(pa.table({"text": values}), sink)
    raw = sink.getvalue()
    return raw if chance.random() < 0.6 else raw[: chance.randrange(1, len(raw))]


def _empty(chance: Random) -> bytes:
    return chance.choice((b"", b"\n", b" \t\r\n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", b"\x00", b"\xe2\x80\x8b\n"))


KINDS: tuple[tuple[str, Callable[[Random], bytes]], ...] = (
    ("truncated.txt", _truncated),
    ("bytes.txt", _bytes),
    ("bytes.jsonl", _bytes),
    ("nul.jsonl", _with(lambda chance: "\x00" * chance.randrange(1, 50))),
    ("marks.jsonl", _with(_marks)),
    ("odd.jsonl", _with(_odd)),
    ("html.jsonl", _with(_html)),
    ("base64.jsonl", _with(_base64)),
    ("huge.jsonl", _with(_huge)),
    ("punctuation.jsonl", _with(_punctuation)),
    ("duplicates.jsonl", _duplicates),
    ("deep.jsonl", _deep),
    ("types.jsonl", _types),
    ("broken.jsonl", _broken_json),
    ("surrogates.jsonl", _surrogates),
    ("rows.csv", _csv),
    ("dev.json", _squad),
    ("table.parquet", _parquet),
    ("empty.txt", _empty),
    ("lines.txt", lambda chance: "\r".join([*_texts(chance, _odd(chance))]).encode("utf-8", "replace")),
)
