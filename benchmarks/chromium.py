"""Chromium as installed from the machine's packages, and how to tell that a Streamlit page has settled."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A name or address outside this machine is never found.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
# The page is at rest when its script has stopped, nothing is a placeholder or out of date and every chart is drawn.
AT_REST = """
(milliseconds) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const waiting = '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-testid="stSpinner"], '
    + '[data-stale="true"]';
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  const resting = app
    && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector(waiting)
    && charts.every((chart) => chart.querySelector('.main-svg'));
  const now = performance.now();
  if (!resting) { window.headroomRestingSince = undefined; return false; }
  window.headroomRestingSince ??= now;
  return now - window.headroomRestingSince >= milliseconds;
}
"""


def find_chromium() -> str | None:
    """The browser's path: HEADROOM_CHROMIUM if set, else the first of the usual names; None if there is none."""
    return os.environ.get("HEADROOM_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def chromium(executable: str) -> Iterator[Browser]:
    """A headless browser for as long as the block runs."""
    with sync_playwright() as playwright:
        browser = launch(playwright, executable)
        try:
            yield browser
        finally:
            browser.close()


def launch(playwright: Playwright, executable: str) -> Browser:
    """Start the browser without a window and without a way out of this machine."""
    return playwright.chromium.launch(executable_path=executable, headless=True, args=list(FLAGS))


def settled(page: Page, *, quiet_ms: int = 150, timeout_ms: int = 30_000) -> None:
    """Wait until the page has been at rest for `quiet_ms`; raises playwright's TimeoutError after `timeout_ms`."""
    page.evaluate("() => { window.headroomRestingSince = undefined; }")
    page.wait_for_function(AT_REST, arg=quiet_ms, polling="raf", timeout=timeout_ms)
