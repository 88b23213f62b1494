"""The figures are counts of what is in the files, no more."""

from __future__ import annotations

from pie_qg.report.sample import Sample
from pie_qg.report.stats import mean, pair_stats, reject_stats
from tests.runs import pair, reject, unanswerable


def test_pairs_are_counted_by_what_they_are() -> None:
    stats = pair_stats([pair(0), pair(1), pair(2, question_type="who"), unanswerable(3)])
    assert (stats.pairs, stats.unanswerable, len(stats.passages), len(stats.documents)) == (4, 1, 2, 4)
    assert stats.question_types == {"where": 3, "who": 1}
    assert stats.answer_types == {"GPE": 3}
    assert stats.passage_words == {14: 2}
    assert mean(stats.answer_words) == 1
    assert stats.reworded == 4


def test_overlap_is_the_share_of_content_words_that_the_text_has() -> None:
    stats = pair_stats([pair(question="Where does the Danube rise and freeze?"), pair(1, question="Where is Germany?")])
    assert stats.sentence_overlap.mean == (1 / 3 + 1) / 2
    assert stats.sentence_overlap.bins == {6: 1, 19: 1}


def test_what_rows_lack_is_not_counted() -> None:
    bare = {name: pair()[name] for name in ("id", "context", "question", "answers")}
    stats = pair_stats([bare, pair(1, divergence=0.25, similarity=0.9)])
    assert (stats.divergence.n, stats.divergence.mean, stats.similarity.n) == (1, 0.25, 1)
    assert stats.sentence_overlap.n == 1


def test_rejects_are_counted_by_stage_and_reason() -> None:
    stats = reject_stats([reject(), reject(), reject(stage="openie", reason="no triple", candidate=None)])
    assert stats.reasons == {("questions", "too long"): 2, ("openie", "no triple"): 1}
    assert stats.questions == 2


def drawn(order: list[int], seed: int = 0) -> list[str]:
    sample = Sample(20, seed)
    for number in order:
        sample.add(f"p{number}", {"id": f"p{number}"})
    return [row["id"] for row in sample.rows()]


def test_a_sample_is_the_seeds_alone_and_in_the_rows_order() -> None:
    there, back = drawn(list(range(200))), drawn(list(range(199, -1, -1)))
    assert there == back[::-1]
    assert len(set(there)) == 20
    assert drawn(list(range(200)), seed=1) != there
    assert drawn(list(range(5))) == [f"p{n}" for n in range(5)]
