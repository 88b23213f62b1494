"""A hundred paraphrases that a person has read one by one: are they grammatical, and do they say the same?

For text that is not ours the fixture holds passage ids, offsets, the verdict, and a hash of the paraphrase that was
read, so that a verdict on a paraphrase that the rules no longer make counts for nothing.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pie_qg.paraphrase.syntactic import candidates
from pie_qg.parse import SpacyParser

VERDICTS = json.loads((Path(__file__).parent.parent / "verdicts_paraphrase.json").read_text(encoding="utf-8"))


def test_share_of_good_paraphrases_is_what_we_report() -> None:
    assert (len(VERDICTS), sum(verdict["good"] for verdict in VERDICTS)) == (100, 98)


def test_the_rules_still_make_what_was_read(parser: SpacyParser, shared: Path) -> None:
    lines = (shared / "data" / "wiki.passages.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    ids = sorted({verdict["passage_id"] for verdict in VERDICTS})
    parses = dict(zip(ids, parser.parse([texts[each] for each in ids]), strict=True))
    made = {
        (passage, sentence.start, hashlib.sha256(each.text.encode()).hexdigest()[:16])
        for passage, parse in parses.items()
        for sentence in parse
        for each in candidates(sentence)
    }
    read = [verdict for verdict in VERDICTS if verdict["passage_id"] in parses]
    still = [each for each in read if (each["passage_id"], each["start"], each["paraphrase_sha256"]) in made]

    assert len(still) >= 0.8 * len(read), "the rules have changed: read a hundred paraphrases anew"
    assert sum(each["good"] for each in still) >= 0.95 * len(still)
