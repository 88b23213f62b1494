"""Measure the report of a large run: how long it takes to write, its size, and how long a browser takes to open it.

    python pipelines/bench_report.py [RUN]

RUN is the folder of a run (default: 12,000 pairs made now from the passages in PIE_QG_SHARED). The browser is the
Chromium of PIE_QG_CHROMIUM, else the one on the path.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from pie_qg.api import generate
from pie_qg.report import write_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAIRS = 12_000
OPENED = 7
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SHARED = Path(os.environ.get("PIE_QG_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))


def main() -> None:
    """Print the figures, a line each."""
    chromium = os.environ.get("PIE_QG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium here: install it, or set PIE_QG_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder:
        run = Path(sys.argv[1]) if len(sys.argv) > 1 else _make_run(Path(folder) / "run")
        start = time.perf_counter()
        report = write_report(run)
        seconds = time.perf_counter() - start
        pairs = sum(1 for _ in (run / "qa.jsonl").open("rb"))
        print(f"written: {pairs:,} pairs in {seconds:.1f} s, {report.stat().st_size / 1e6:.2f} MB")
        blank = Path(folder) / "blank.html"
        blank.write_text("<!doctype html><title>blank</title><p>", encoding="utf-8")
        _measure(chromium, report.resolve().as_uri(), blank.as_uri())


def _make_run(folder: Path) -> Path:
    corpus = SHARED / "data" / "wiki.passages.jsonl"
    if not corpus.is_file():
        sys.exit(f"no {corpus}: name a run, or set PIE_QG_SHARED")
    generate(corpus, folder, pairs=PAIRS)
    return folder


def _measure(chromium: str, report: str, blank: str) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        opened, empty = ([_open(browser, url) for _ in range(OPENED)] for url in (report, blank))
        page = browser.new_page()
        asked: list[str] = []
        faults: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(report)
        page.locator(".card").first.wait_for()
        serious = [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
        browser.close()
    print(f"opened: {median(opened):.2f} s (a blank page {median(empty):.2f} s; medians of {OPENED})")
    print(f"requests: {len([url for url in asked if url != report and not url.startswith('data:')])}")
    print(f"script errors: {len(faults)}; serious accessibility faults: {len(serious)} {' '.join(serious)}")


def _open(browser: Browser, url: str) -> float:
    """Return the seconds until the page is loaded and has drawn, in a context of its own."""
    context = browser.new_context()
    page = context.new_page()
    start = time.perf_counter()
    page.goto(url)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    seconds = time.perf_counter() - start
    context.close()
    return seconds


if __name__ == "__main__":
    main()
