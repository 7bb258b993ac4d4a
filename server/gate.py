"""The doors that stay closed: Streamlit's own measurements, its interface for programs, and other web sites."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from server.paths import route

CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Gate:
    """Answers 404 for what is closed and 403 to a page of another web site.

    Streamlit asks a service on the internet for this machine's address before it refuses a foreign origin;
    refusing first keeps that request from being made.
    """

    def __init__(self, app: ASGIApp, *, base_path: str = "", allowed_origins: Collection[str] = ()) -> None:
        """Stand before `app`, served below `base_path`; web sites of `allowed_origins` are let in."""
        self.app = app
        self.base_path = base_path
        self.allowed_origins = allowed_origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it here."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
        elif is_closed(route(scope, self.base_path)):
            await _refuse(scope, receive, send, 404, "There is no such page.")
        elif comes_from_elsewhere(scope, self.allowed_origins):
            await _refuse(scope, receive, send, 403, "This address answers its own pages only.")
        else:
            await self.app(scope, receive, send)


def is_closed(path: str) -> bool:
    """Whether a path, or anything below it, is one that Headroom does not serve."""
    return any(path == door or path.startswith(f"{door}/") for door in CLOSED)


def comes_from_elsewhere(scope: Scope, allowed_origins: Collection[str]) -> bool:
    """Whether a web page of another origin that is not allowed opens the connection or sends something."""
    if scope["type"] == "http" and scope["method"] in READING:
        return False
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is None or urlsplit(origin).netloc == headers.get("host"):
        return False
    return origin not in allowed_origins


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, sentence: str) -> None:
    if scope["type"] == "websocket":
        # Closing before accepting is how a websocket is refused; the browser sees status 403.
        await send({"type": "websocket.close", "code": 1008, "reason": sentence})
    else:
        await PlainTextResponse(sentence, status_code=status)(scope, receive, send)
