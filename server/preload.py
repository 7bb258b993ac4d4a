"""The browser is told of the chart library with the page itself, and fetches it while Streamlit is still starting.

Streamlit asks for it only when the first chart arrives; it is half of what a first visit downloads.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE = "index.html"
CHART = "PlotlyChart/PlotlyChart.tsx"

Manifest = dict[str, dict[str, Any]]


class Preload:
    """Adds a Link header to every page of HTML."""

    def __init__(self, app: ASGIApp, *, link: str) -> None:
        """Stand before `app` with the value of the header; an empty one adds nothing."""
        self.app = app
        self.link = link

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and add the header to a page."""
        if scope["type"] != "http" or not self.link:
            await self.app(scope, receive, send)
            return

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers["Link"] = self.link
            await send(message)

        await self.app(scope, receive, send_with_link)


def chart_link(manifest: Path) -> str:
    """The Link header (RFC 8288) for the chart library and the modules that only it needs.

    `manifest` is the list of files that Streamlit's build ships. Without it, or without a chart in it, the header is
    empty: the browser then fetches the library when the first chart arrives.
    """
    files: Manifest = json.loads(manifest.read_text("utf-8")) if manifest.exists() else {}
    chart = next((name for name in files if name.endswith(CHART)), None)
    if chart is None or PAGE not in files:
        return ""
    extra = sorted(needs(files, chart) - needs(files, PAGE))
    return ", ".join(f"<./{files[name]['file']}>; rel=modulepreload" for name in extra)


def needs(files: Manifest, name: str) -> frozenset[str]:
    """A module and everything it imports, directly or not."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += files[module].get("imports", [])
    return frozenset(found)
