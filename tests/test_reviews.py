"""Verdicts are on the disk at once, the last one counts, and an edit keeps the answer in its passage."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pie_qg.errors import InputError
from pie_qg.reviews import REVIEWS, Tally, apply, edited, make_verdict, nearest, open_log, read_verdicts, tally
from tests.runs import CONTEXT, pair, unanswerable

ROWS = [pair(n) for n in range(4)]


def test_the_last_verdict_counts(tmp_path: Path) -> None:
    with open_log(tmp_path) as log:
        log.add(make_verdict(ROWS[0], "accept"))
        log.add(make_verdict(ROWS[1], "accept"))
        log.add(make_verdict(ROWS[0], "reject"))
        assert len((tmp_path / REVIEWS).read_bytes().splitlines()) == 3
    verdicts = read_verdicts(tmp_path)
    assert {name: verdict.verdict for name, verdict in verdicts.items()} == {"p0": "reject", "p1": "accept"}
    assert tally(ROWS, verdicts) == Tally(accept=1, reject=1)


def test_a_line_cut_short_by_a_crash_is_dropped_and_the_next_one_is_whole(tmp_path: Path) -> None:
    with open_log(tmp_path) as log:
        log.add(make_verdict(ROWS[0], "accept"))
    with (tmp_path / REVIEWS).open("ab") as file:
        file.write(b'{"id": "p1", "verd')
    assert list(read_verdicts(tmp_path)) == ["p0"]
    with open_log(tmp_path) as log:
        log.add(make_verdict(ROWS[2], "reject"))
    assert list(read_verdicts(tmp_path)) == ["p0", "p2"]


def test_two_reviews_of_one_run_are_refused(tmp_path: Path) -> None:
    with open_log(tmp_path), pytest.raises(InputError, match="another review is open"), open_log(tmp_path):
        pass


def test_a_file_that_is_no_review_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / REVIEWS).write_text('{"id": "p0", "verdict": "perhaps", "question": "q", "answers": {}}\n')
    with pytest.raises(InputError, match="line 1: is no verdict"):
        read_verdicts(tmp_path)


def test_an_edit_is_kept_and_applied(tmp_path: Path) -> None:
    edit = edited(ROWS[0], " Which country is the Danube's source in? ", "Germany", near=70)
    with open_log(tmp_path) as log:
        log.add(make_verdict(ROWS[0], "edit", edit))
    changed = apply(ROWS[0], read_verdicts(tmp_path)["p0"])
    assert changed is not None
    assert changed["question"] == "Which country is the Danube's source in?"
    assert changed["answers"] == {"text": ["Germany"], "answer_start": [CONTEXT.rindex("Germany")]}
    assert changed["rule"] == ROWS[0]["rule"]


def test_an_edit_without_a_place_keeps_the_nearest_to_the_old() -> None:
    assert edited(ROWS[0], "Where?", "Danube")["answers"]["answer_start"] == [4]
    late = pair(answers={"text": ["Germany"], "answer_start": [CONTEXT.rindex("Germany")]})
    assert edited(late, "Where?", "Danube")["answers"]["answer_start"] == [CONTEXT.rindex("Danube")]


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [(" ", "Germany", "question is empty"), ("Why?", "", "answer is empty"), ("Why?", "france", "does not stand in")],
)
def test_an_edit_that_will_not_do_is_told(question: str, answer: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        edited(ROWS[0], question, answer)


def test_an_unanswerable_question_may_stay_so_or_get_an_answer() -> None:
    row = unanswerable(0)
    assert edited(row, "Who?", "")["answers"] == {"text": [], "answer_start": []}
    answered = apply(row, make_verdict(row, "edit", edited(row, "When?", "1900")))
    assert answered is not None
    assert answered["answerable"] is True


def test_a_verdict_on_another_question_of_that_id_is_not_applied() -> None:
    verdict = make_verdict(ROWS[0], "reject")
    later = pair(0, question="Another question?")
    assert apply(later, verdict) == later
    assert apply(ROWS[0], verdict) is None
    assert tally([later], {"p0": verdict}) == Tally(outdated=1)


@given(st.text(min_size=1, max_size=40), st.data())
def test_an_edited_answer_stands_in_its_context(context: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(context) - 1))
    end = data.draw(st.integers(start + 1, len(context)))
    near = data.draw(st.integers(-5, len(context) + 5))
    found = nearest(context, context[start:end], near)
    assert found is not None
    assert context[found : found + end - start] == context[start:end]
    assert abs(found - near) <= abs(start - near)
