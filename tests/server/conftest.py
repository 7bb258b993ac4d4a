"""A request put to an ASGI application without a network."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest


@dataclass(frozen=True)
class Answer:
    """What an application answered: the status, its headers in lower case, the body; the messages as they came."""

    messages: list[dict[str, Any]]

    @property
    def status(self) -> int:
        return self.messages[0]["status"]

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode().lower(): value.decode() for name, value in self.messages[0]["headers"]}

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.messages[1:])


Ask = Callable[..., Answer]


@pytest.fixture
def ask() -> Ask:
    """Puts one request to an application: ask(app, "/path", method="GET", kind="http", name=value…)."""

    def asked(app: Any, path: str, method: str = "GET", kind: str = "http", **headers: str) -> Answer:
        scope = {
            "type": kind,
            "method": method,
            "path": path,
            "root_path": "",
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        }
        messages: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            messages.append(message)

        asyncio.run(app(scope, receive, send))
        return Answer(messages)

    return asked
