"""The pages as people meet them, in a real browser: opened, clicked, typed in, saved, read back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pie_qg.report import write_report
from pie_qg.report.review import TOKEN, ReviewServer, open_review
from pie_qg.reviews import read_verdicts
from tests.runs import CONTEXT, HOSTILE, MANIFEST, SCORES, make_run, pair, reject, unanswerable

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


class Watch:
    """A page, what it asked the network for, and what went wrong in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def serious_faults(self) -> list[str]:
        """Return axe-core's serious and critical findings."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page).response["violations"]
        return [
            f"{fault['id']}: {node['html'][:120]}"
            for fault in found
            if fault["impact"] in ("serious", "critical")
            for node in fault["nodes"]
        ]


@contextmanager
def opened(browser: Browser, **options: Any) -> Iterator[Watch]:
    context = browser.new_context(**options)
    yield Watch(context.new_page())
    context.close()


@pytest.fixture
def report(tmp_path: Path) -> str:
    rows = [
        pair(n, question_type="who" if n % 3 == 0 else "where", divergence=n / 40, similarity=0.9) for n in range(40)
    ]
    rows[7] = pair(7, question="Which river froze in the cold of 1900?", rule=HOSTILE, title=HOSTILE)
    rows[8] = unanswerable(8)
    rejects = [reject(n, reason="too long" if n % 2 else "duplicate") for n in range(20)]
    return write_report(make_run(tmp_path / "rivers", rows, rejects, SCORES, MANIFEST)).as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESK, PHONE])
def test_the_report_opens_alone_and_without_fault(
    chromium: Browser, report: str, scheme: str, viewport: dict[str, int]
) -> None:
    with opened(chromium, color_scheme=scheme, viewport=viewport) as watch:
        watch.page.goto(report)
        assert watch.page.locator(".card").count() == 12
        assert watch.page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        assert watch.serious_faults() == []
        watch.page.get_by_role("button", name="Dropped").click()
        for summary in watch.page.locator("summary").all():
            summary.click()
        assert watch.serious_faults() == []
        assert [url for url in watch.requests if not url.startswith(("file:", "data:"))] == []
        assert watch.requests[0] == report
        assert watch.errors == []


def test_the_report_is_searched_and_filtered(chromium: Browser, report: str) -> None:
    with opened(chromium) as watch:
        page = watch.page
        page.goto(report)
        page.get_by_role("searchbox").fill("FROZE cold of 1900 which")
        page.get_by_text("1 of 40 pairs").wait_for()
        card = page.locator(".card")
        assert card.locator("h3").inner_text() == "Which river froze in the cold of 1900?"
        assert card.locator("mark").inner_text() == "Germany"
        assert "".join(card.locator(".source").all_inner_texts()) == CONTEXT[:28]
        assert HOSTILE in (card.text_content() or "")
        assert card.locator(".new").all_inner_texts() == ["is", "where"]
        page.get_by_role("searchbox").fill("")
        page.get_by_label("filter by question type").select_option("who")
        page.get_by_text("14 of 40 pairs").wait_for()
        page.get_by_role("searchbox").fill("nothing has this")
        page.get_by_text("Nothing here matches.").wait_for()
        page.get_by_role("button", name="Dropped").click()
        page.get_by_role("searchbox").fill("")
        page.get_by_label("filter by reason").select_option("duplicate")
        page.get_by_text("10 of 20 dropped").wait_for()
        assert page.title() == "rivers · pie_qg report"
        assert watch.errors == []


def test_more_is_shown_on_demand(chromium: Browser, report: str) -> None:
    with opened(chromium) as watch:
        watch.page.goto(report)
        watch.page.get_by_role("button", name="Show 12 more").click()
        watch.page.get_by_role("button", name="Show 12 more").click()
        watch.page.get_by_role("button", name="Show 4 more").click()
        assert watch.page.locator(".card").count() == 40
        assert watch.page.get_by_role("button", name="more").count() == 0


def test_the_report_prints(chromium: Browser, report: str) -> None:
    with opened(chromium, color_scheme="dark") as watch:
        watch.page.goto(report)
        watch.page.emulate_media(media="print")
        assert not watch.page.locator("nav").is_visible()
        assert not watch.page.get_by_role("searchbox").is_visible()
        assert watch.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert watch.page.pdf().startswith(b"%PDF")


def test_a_run_of_nothing_is_shown_too(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium) as watch:
        watch.page.goto(write_report(make_run(tmp_path, [], rejects=None)).as_uri())
        watch.page.get_by_text("This run has no pair.").wait_for()
        assert watch.serious_faults() == []
        assert watch.errors == []


@pytest.fixture
def run(tmp_path: Path) -> Path:
    hostile = pair(1, question=HOSTILE, rule=HOSTILE, title=HOSTILE)
    return make_run(tmp_path / "run", [pair(0), hostile, pair(2), unanswerable(3)])


@pytest.fixture
def server(run: Path) -> Iterator[ReviewServer]:
    with open_review(run) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_review_by_keyboard(chromium: Browser, server: ReviewServer, run: Path) -> None:
    with opened(chromium) as watch:
        page = watch.page
        page.goto(server.url)
        page.get_by_text("pair 1 of 4").wait_for()
        page.keyboard.press("a")
        page.get_by_text("pair 2 of 4").wait_for()
        assert page.locator("#question").text_content() == HOSTILE
        page.keyboard.press("r")
        page.get_by_text("pair 3 of 4").wait_for()
        assert {name: given.verdict for name, given in read_verdicts(run).items()} == {"p0": "accept", "p1": "reject"}
        page.keyboard.press("e")
        page.get_by_label("Question").fill("Which country was cold in 1900?")
        page.get_by_label("Answer").fill("Germania")
        page.keyboard.press("Enter")
        page.get_by_text("Not saved: the answer does not stand in the passage").wait_for()
        assert "p2" not in read_verdicts(run)
        page.get_by_label("Answer").fill("the Danube")
        page.keyboard.press("Enter")
        page.get_by_text("pair 4 of 4").wait_for()
        page.reload()
        page.get_by_text("3 of 4 reviewed: 1 accepted, 1 rejected, 1 edited").wait_for()
        page.get_by_text("pair 4 of 4").wait_for()
        page.keyboard.press("a")
        page.get_by_text("Every pair has a verdict").wait_for()
        edit = read_verdicts(run)["p2"].edit
        assert edit == {
            "question": "Which country was cold in 1900?",
            "answers": {"text": ["the Danube"], "answer_start": [37]},
        }
        assert {url.split("/")[2] for url in watch.requests if not url.startswith("data:")} == {
            f"127.0.0.1:{server.server_port}"
        }
        assert [error for error in watch.errors if "422" not in error] == []


def test_an_answer_is_selected_in_the_passage(chromium: Browser, server: ReviewServer, run: Path) -> None:
    second = CONTEXT.rindex("Germany")
    select = """place => {
        const walker = document.createTreeWalker(document.querySelector("#passage"), NodeFilter.SHOW_TEXT);
        let before = 0, node;
        while ((node = walker.nextNode()) && before + node.length <= place) before += node.length;
        getSelection().setBaseAndExtent(node, place - before, node, place - before + 7);
        document.dispatchEvent(new PointerEvent("pointerup"));
    }"""
    with opened(chromium) as watch:
        page = watch.page
        page.goto(server.url)
        page.get_by_text("pair 1 of 4").wait_for()
        page.get_by_role("button", name="Edit").click()
        page.evaluate(select, second)
        page.wait_for_function("document.querySelector('#passage mark').previousSibling.textContent.endsWith('and ')")
        page.get_by_role("button", name="Save").click()
        page.get_by_text("pair 2 of 4").wait_for()
        edit = read_verdicts(run)["p0"].edit
        assert edit is not None
        assert edit["answers"] == {"text": ["Germany"], "answer_start": [second]}
        page.get_by_role("button", name="Back").click()
        page.locator("#verdict").get_by_text("edited").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_review_has_no_serious_fault(chromium: Browser, server: ReviewServer, scheme: str) -> None:
    with opened(chromium, color_scheme=scheme, viewport=PHONE) as watch:
        watch.page.goto(server.url)
        watch.page.get_by_text("pair 1 of 4").wait_for()
        assert watch.serious_faults() == []
        watch.page.get_by_role("button", name="Edit").click()
        assert watch.serious_faults() == []
        assert watch.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_another_origin_is_refused(chromium: Browser, server: ReviewServer, run: Path, tmp_path: Path) -> None:
    (tmp_path / "stranger.html").write_text("<p>a page that the reviewer has open beside it</p>")
    steal = """async ([url, name, token]) => {
        const body = JSON.stringify({verdict: "reject"});
        const tries = [
            {method: "POST", body, headers: {[name]: token, "Content-Type": "application/json"}},
            {method: "POST", body, mode: "no-cors", headers: {"Content-Type": "text/plain"}},
        ];
        return Promise.all(tries.map((options) => fetch(url, options).then((answer) => answer.type, () => "refused")));
    }"""
    with opened(chromium) as watch:
        watch.page.goto((tmp_path / "stranger.html").as_uri())
        url = f"http://127.0.0.1:{server.server_port}/pairs/0"
        assert watch.page.evaluate(steal, [url, TOKEN, server.token]) in (["refused", "opaque"], ["refused", "refused"])
    assert read_verdicts(run) == {}


def test_a_review_that_has_ended_says_so(chromium: Browser, run: Path) -> None:
    with opened(chromium) as watch:
        with open_review(run) as server:
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            watch.page.goto(server.url)
            watch.page.get_by_text("pair 1 of 4").wait_for()
            server.shutdown()
            thread.join()
        watch.page.keyboard.press("a")
        watch.page.get_by_text("The review is no longer running, so nothing was saved.").wait_for()
