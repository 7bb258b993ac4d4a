"""What a person waits for, in Chromium: opening a page, moving the posts slider, the first visit over a slow line.

Reference: benchmarks/bare, the same figures on a Streamlit application without anything of ours, served with
Streamlit's own defaults (no settings file is in its reach; usage statistics are off, so that nothing leaves the
machine, and it listens to this machine only: neither makes it slower).
"""

from __future__ import annotations

import json
import os
import re
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest

from benchmarks import served
from benchmarks.chromium import chromium, find_chromium
from benchmarks.measure import Result, in_turn
from benchmarks.served import ROOT, Served
from ui.drawn import Drawn

WATCHER = (Path(__file__).parent / "settling.js").read_text("utf-8")
BARE = Path(__file__).parent / "bare" / "app.py"
MAIN = '[data-testid="stMain"]'
BARS = ".st-key-posts_by_team"
REFERENCE = "bare Streamlit"
QUIET_MS = 300
PATIENCE_MS = 60_000
# 10 Mbit/s down, 2 up, 20 ms there and back: a line at home or a busy office.
SLOW_LINE = {"offline": False, "latency": 20, "downloadThroughput": 1_250_000, "uploadThroughput": 250_000}

Pair = tuple[Served, Served]


class NoBrowserError(RuntimeError):
    """There is no Chromium to measure in."""


def figures(database: Path) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """The figures of Headroom's first page and its posts page, by key, as on an empty `database`.

    They are without what ui/drawn.py adds for the browser's sake, of which a bare page knows nothing; "as sent" they
    are with it. Raises AssertionError when a page shows none: there would be nothing to compare.
    """
    with patch.dict(os.environ, {"HEADROOM_DATABASE_URL": f"sqlite:///{database}"}):
        sent = {f"{page} as sent": shown for page, shown in _figures_of_pages().items()}
        with as_charts_draw_them():
            found = _figures_of_pages() | sent
    assert all(found.values()), f"No figure on a page: { {page: len(shown) for page, shown in found.items()} }"
    return found


def as_charts_draw_them() -> AbstractContextManager[object]:
    """While it lasts, pages send figures without what ui/drawn.py adds."""
    return patch.object(Drawn, "to_dict", lambda drawn: drawn._figure)


def _figures_of_pages() -> dict[str, list[tuple[str, dict[str, Any]]]]:
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    return {"overview": _figures(at.run()), "posts": _figures(at.switch_page("../pages/posts.py").run())}


def _figures(at: AppTest) -> list[tuple[str, dict[str, Any]]]:
    charts = [element.proto for element in at.get("plotly_chart")]
    return [(re.sub(r"^\$\$ID-[0-9a-f]+-", "", chart.id), json.loads(chart.spec)) for chart in charts]


@contextmanager
def both_served(scratch: Path) -> Iterator[Pair]:
    """Headroom and the bare application, each in a process of its own on an empty database."""
    database = scratch / "headroom.db"
    with served.headroom(database) as ours, bare_served(scratch) as bare:
        yield ours, bare


@contextmanager
def bare_served(scratch: Path, script: Path = BARE) -> Iterator[Served]:
    """A bare application with Streamlit's defaults; `scratch` holds figures.json and nothing that sets an option."""
    environment = {
        "HEADROOM_BENCHMARK_FIGURES": str(scratch / "figures.json"),
        "HOME": str(scratch),
        "USERPROFILE": str(scratch),
    }
    quietly = ("--browser.gatherUsageStats", "false", "--server.address", "localhost")
    with served.streamlit_run(script, scratch, environment, *quietly) as bare:
        yield bare


@contextmanager
def prepared() -> Iterator[tuple[Browser, Path]]:
    """A browser and a folder with the figures in it; raises NoBrowserError without Chromium."""
    executable = find_chromium()
    if executable is None:
        raise NoBrowserError("There is no Chromium on this machine.")
    with tempfile.TemporaryDirectory(prefix="headroom-benchmark-") as folder, chromium(executable) as browser:
        scratch = Path(folder)
        (scratch / "figures.json").write_text(json.dumps(figures(scratch / "headroom.db")), "utf-8")
        yield browser, scratch


def opening(browser: Browser, pair: Pair, rounds: int) -> list[Result]:
    """Opening the next page by the menu, until it has stopped changing.

    The bar is held against a bare page with the same figures; the second line of each, against one whose figures have
    what ours have for the browser's sake too, is for information.
    """
    ours, bare = (visit(browser, side.url) for side in pair)
    sent = visit(browser, f"{pair[1].url}/overview_as_sent")
    sides = [(ours, ""), (bare, ""), (sent, " as sent")]
    results = []
    for title, back in (("Added posts", "Overview"), ("Overview", "Added posts")):
        for page, more in sides:
            _open(page, f"{title}{more}")
            _open(page, f"{back}{more}")
        openers = [_opener(page, f"{title}{more}", f"{back}{more}") for page, more in sides]
        for number, name, bar in ((1, REFERENCE, 1.0), (2, "bare, figures as sent", None)):
            medians = in_turn([openers[0], openers[number]], rounds)
            results.append(Result(f"Opening {title}", name, *medians, rounds, bar))
        for page, more in sides:
            _open(page, f"{title}{more}")
    leave([ours, bare, sent])
    return results


def slider(browser: Browser, pair: Pair, rounds: int) -> list[Result]:
    """Moving the posts slider by one with a key, until the bars by team have stopped changing.

    The bar is held against a bare page with the slider and the same figure; the second line, against a bare page with
    all the figures of the posts page, is for information.
    """
    ours, bare = pair
    references = {REFERENCE: f"{bare.url}/bars", "bare with every figure": f"{bare.url}/posts"}
    pages = [visit(browser, url) for url in (f"{ours.url}/posts", *references.values())]
    for page in pages:
        page.get_by_role("slider").first.focus()
        mover(page)()
    moves = [mover(page) for page in pages]
    results = []
    for number, reference in enumerate(references, start=1):
        medians = in_turn([moves[0], moves[number]], rounds)
        results.append(Result("Moving the posts slider", reference, *medians, rounds, 1.0 if number == 1 else None))
    leave(pages)
    return results


def cold(browser: Browser, pair: Pair, rounds: int) -> list[Result]:
    """The first visit of a browser that has kept nothing, over a line of 10 Mbit/s."""
    sides = [partial(first_visit, browser, side.url, slow=True) for side in pair]
    ours, bare = in_turn(sides, rounds)
    return [Result("First visit over 10 Mbit/s", REFERENCE, ours, bare, rounds, 0.6)]


def warm(browser: Browser, scratch: Path, rounds: int) -> list[Result]:
    """The very first visit after the server has started, against the second."""
    first, next_one = [], []
    for _ in range(rounds):
        with served.headroom(scratch / "headroom.db") as ours:
            first.append(first_visit(browser, ours.url))
            next_one.append(first_visit(browser, ours.url))
    medians = statistics.median(first), statistics.median(next_one)
    return [Result("First visit after a start", "the next visit", *medians, rounds, None)]


def first_visit(browser: Browser, url: str, *, slow: bool = False) -> float:
    """Milliseconds from entering the address in a browser that has kept nothing to the page at rest."""
    page = _page(browser)
    if slow:
        page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
    page.goto(url, wait_until="commit")
    milliseconds = elapsed(page)
    page.context.close()
    return milliseconds


def _page(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-GB")
    context.add_init_script(WATCHER)
    return context.new_page()


def visit(browser: Browser, url: str) -> Page:
    """A page opened at an address, at rest."""
    page = _page(browser)
    page.goto(url)
    elapsed(page)
    return page


def leave(pages: list[Page]) -> None:
    """Close the pages."""
    for page in pages:
        page.context.close()


def elapsed(page: Page) -> float:
    """Milliseconds from what the page was armed for to the watched part at rest."""
    return float(page.evaluate("times => window.headroomClock.settled(...times)", [QUIET_MS, PATIENCE_MS]))


def _open(page: Page, title: str) -> float:
    page.evaluate("part => window.headroomClock.arm(part)", MAIN)
    page.get_by_role("link", name=title, exact=True).click()
    return elapsed(page)


def _opener(page: Page, title: str, back: str) -> Callable[[], float]:
    def open_again() -> float:
        milliseconds = _open(page, title)
        _open(page, back)
        return milliseconds

    return open_again


def mover(page: Page) -> Callable[[], float]:
    """Milliseconds from moving the slider that has the focus by one to the bars at rest."""
    keys = cycle(("ArrowRight", "ArrowLeft"))

    def move() -> float:
        before = page.locator(f"{BARS} .main-svg").first.inner_html()
        page.evaluate("part => window.headroomClock.arm(part)", f"{BARS} [data-testid=stPlotlyChart]")
        page.keyboard.press(next(keys))
        milliseconds = elapsed(page)
        assert page.locator(f"{BARS} .main-svg").first.inner_html() != before, "The bars did not change."
        return milliseconds

    return move
