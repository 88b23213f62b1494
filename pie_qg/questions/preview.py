"""A passage as the stages saw it: sentence, paraphrase, triples and questions with the rule that made each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pie_qg.records import Item, QAPair, Triple

if TYPE_CHECKING:
    from rich.text import Text


def preview(item: Item) -> Text:
    """Return an item as coloured text, sentence by sentence; `.plain` of it is the text without colour."""
    from rich.text import Text

    return Text("\n").join(_lines(item))


def _lines(item: Item) -> Iterator[Text]:
    from rich.text import Text

    for place, sentence in enumerate(item.sentences):
        if place:
            yield Text()
        yield Text(_one_line(sentence.text), style="bold")
        if place < len(item.paraphrases) and item.paraphrases[place].changed:
            yield Text.assemble("  ≈ ", (_one_line(item.paraphrases[place].text), "italic"))
        yield from (_triple(one) for one in item.triples if one.sentence == place)
        yield from (_pair(one) for one in item.pairs if one.sentence == place)
    for reason in sorted({one.reason for one in item.rejects}):
        number = sum(one.reason == reason for one in item.rejects)
        yield Text(f"  ✗ {number} × {reason}", style="dim red")


def _triple(triple: Triple) -> Text:
    from rich.text import Text

    parts = [triple.subject, triple.relation, triple.object, *triple.more]
    words = " │ ".join(_one_line(f"{part.preposition} {part.text}".strip()) for part in parts)
    return Text.assemble("  ◆ ", (words, "cyan"), (f"  {triple.confidence:.2f}", "dim"))


def _pair(pair: QAPair) -> Text:
    from rich.text import Text

    answer = (_one_line(pair.answer), "yellow") if pair.answerable else ("no answer", "red")
    return Text.assemble("  ? ", (pair.question, "green"), " → ", answer, (f"  [{pair.rule}]", "dim"))


def _one_line(text: str) -> str:
    return " ".join(text.split())
