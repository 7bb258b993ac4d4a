"""What a person waits for on the Outlook page, in Chromium: moving the posts slider to the line, and to the fan, drawn.

The line is drawn first and the fan follows in its place: each is watched by itself. Every number of posts is asked for
the first time. Reference: benchmarks/bare/outlook.py, the same figure with Streamlit's own defaults.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Page
from streamlit.testing.v1 import AppTest

from benchmarks import screen, served
from benchmarks.chromium import chromium, find_chromium
from benchmarks.measure import Result, in_turn
from benchmarks.served import ROOT

BARE = Path(__file__).parent / "bare" / "outlook.py"
FAN = "outlook_fan"
CHART = f".st-key-{FAN} [data-testid=stPlotlyChart]"
# Ours first draws the line in its place. Streamlit keeps the fan before in the page, hidden, until all is done: that it
# is taken away then, nobody sees.
OUR_LINE = ".st-key-outlook_line [data-testid=stPlotlyChart]"
# The slider has 60 posts: one move to get warm, then one a round for the line and one for the fan.
MOST_ROUNDS = 29


def figure(database: Path) -> dict[str, Any]:
    """The fan as the Outlook page sends it on an empty `database`, without what ui/drawn.py adds for the browser."""
    with patch.dict(os.environ, {"HEADROOM_DATABASE_URL": f"sqlite:///{database}"}), screen.as_charts_draw_them():
        at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60).run()
        charts = at.switch_page("../pages/outlook.py").run().get("plotly_chart")
    (fan,) = [json.loads(chart.proto.spec) for chart in charts if chart.proto.id.endswith(FAN)]
    return dict(fan)


def slider(rounds: int) -> list[Result]:
    """Moving the posts slider of the Outlook page by one with a key; raises NoBrowserError without Chromium.

    At most as many rounds as the slider has numbers are measured.
    """
    rounds = min(rounds, MOST_ROUNDS)
    executable = find_chromium()
    if executable is None:
        raise screen.NoBrowserError("There is no Chromium on this machine.")
    with tempfile.TemporaryDirectory(prefix="headroom-benchmark-") as folder, chromium(executable) as browser:
        scratch = Path(folder)
        (scratch / "figures.json").write_text(json.dumps(figure(scratch / "headroom.db")), "utf-8")
        with served.headroom(scratch / "headroom.db") as ours, screen.bare_served(scratch, BARE) as bare:
            pages = [screen.visit(browser, url) for url in (f"{ours.url}/outlook?outlook_posts=0", bare.url)]
            for page in pages:
                page.get_by_role("slider").first.focus()
                _mover(page, CHART)()
            other = _mover(pages[1], CHART)
            line = in_turn([_mover(pages[0], OUR_LINE), other], rounds)
            fan = in_turn([_mover(pages[0], CHART), other], rounds)
            screen.leave(pages)
    what = "Moving the slider of the Outlook"
    return [
        Result(f"{what}, the line", screen.REFERENCE, *line, rounds, 1.0),
        Result(f"{what}, the fan", screen.REFERENCE, *fan, rounds, 3.0),
    ]


def _mover(page: Page, part: str) -> Callable[[], float]:
    """Milliseconds from moving the slider by one to the part of the page at rest, which may be gone since."""

    def move() -> float:
        before = page.locator(f".st-key-{FAN} .main-svg").first.inner_html()
        page.evaluate("part => window.headroomClock.arm(part)", part)
        page.keyboard.press("ArrowRight")
        elapsed = screen.elapsed(page)
        assert page.evaluate("window.headroomClock.drawn"), "The chart was not drawn."
        assert page.locator(f".st-key-{FAN} .main-svg").first.inner_html() != before, "The chart did not change."
        return elapsed

    return move
