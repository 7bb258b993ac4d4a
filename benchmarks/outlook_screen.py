"""What a person waits for on the Outlook page, in Chromium: moving the posts slider to the line and its fan drawn.

They are one figure, so one wait. Each number of posts is asked for the first time. Reference:
benchmarks/bare/outlook.py, the same figure with Streamlit's own defaults.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from benchmarks import screen, served
from benchmarks.chromium import chromium, find_chromium
from benchmarks.measure import Result, in_turn
from benchmarks.served import ROOT

BARE = Path(__file__).parent / "bare" / "outlook.py"
FAN = "outlook_fan"
MOST_ROUNDS = 19


def figure(database: Path) -> dict[str, Any]:
    """The fan as the Outlook page sends it on an empty `database`, without what ui/drawn.py adds for the browser."""
    with patch.dict(os.environ, {"HEADROOM_DATABASE_URL": f"sqlite:///{database}"}), screen.as_charts_draw_them():
        at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60).run()
        charts = at.switch_page("../pages/outlook.py").run().get("plotly_chart")
    (fan,) = [json.loads(chart.proto.spec) for chart in charts if chart.proto.id.endswith(FAN)]
    return dict(fan)


def slider(rounds: int) -> Result:
    """Moving the posts slider of the Outlook page by one with a key; raises NoBrowserError without Chromium.

    At most as many rounds as the slider of the example has numbers are measured.
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
            moves = [screen.mover(page, f".st-key-{FAN}", ["ArrowRight"]) for page in pages]
            for page, move in zip(pages, moves, strict=True):
                page.get_by_role("slider").first.focus()
                move()
            medians = in_turn(moves, rounds)
            screen.leave(pages)
    return Result("Moving the slider of the Outlook, line and fan", screen.REFERENCE, *medians, rounds, 1.0)
