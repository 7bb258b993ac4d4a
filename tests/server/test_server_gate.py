"""Closed doors answer 404, pages of other web sites 403, everything else passes."""

from __future__ import annotations

import pytest
from starlette.responses import PlainTextResponse

from server.gate import Gate
from server.paths import route

pytestmark = pytest.mark.unit


async def behind(scope, receive, send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await PlainTextResponse("from behind")(scope, receive, send)


@pytest.fixture
def gate() -> Gate:
    return Gate(behind)


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/mcp", "/_stcore/agent", "/_stcore/script-health-check"]
)
def test_a_closed_door_is_not_found(gate, ask, path) -> None:
    assert ask(gate, path).status == 404


@pytest.mark.parametrize("path", ["/", "/posts", "/_stcore/health", "/_stcore/metrics-of-mine", "/_stcore/host-config"])
def test_what_a_browser_needs_is_open(gate, ask, path) -> None:
    assert ask(gate, path).status == 200


def test_a_page_of_this_server_may_open_a_stream_and_send_a_file(gate, ask) -> None:
    here = {"host": "localhost:8501", "origin": "http://localhost:8501"}
    assert ask(gate, "/_stcore/stream", kind="websocket", **here).messages == [{"type": "websocket.accept"}]
    assert ask(gate, "/_stcore/upload_file/a/b", "PUT", **here).status == 200


@pytest.mark.parametrize("origin", ["http://localhost:9999", "https://elsewhere.example", "null"])
def test_a_page_of_another_site_may_not(gate, ask, origin) -> None:
    there = {"host": "localhost:8501", "origin": origin}
    assert ask(gate, "/_stcore/stream", kind="websocket", **there).messages[0]["type"] == "websocket.close"
    assert ask(gate, "/_stcore/upload_file/a/b", "PUT", **there).status == 403


def test_another_site_may_when_the_settings_name_it(ask) -> None:
    # Given a proxy whose public address is among the allowed origins
    gate = Gate(behind, allowed_origins=["https://headroom.example"])
    # Then its pages are let in
    there = {"host": "localhost:8501", "origin": "https://headroom.example"}
    assert ask(gate, "/_stcore/stream", kind="websocket", **there).messages == [{"type": "websocket.accept"}]


@pytest.mark.parametrize(
    ("root_path", "base", "path", "expected"),
    [
        ("", "", "/static/x.js", "/static/x.js"),
        ("", "social-care", "/social-care/static/x.js", "/static/x.js"),
        ("/proxy", "/social-care/", "/proxy/social-care", "/"),
        ("", "social", "/social-care/static/x.js", "/social-care/static/x.js"),
    ],
)
def test_a_path_is_read_below_the_prefixes_of_the_proxy(root_path, base, path, expected) -> None:
    assert route({"type": "http", "path": path, "root_path": root_path}, base) == expected


def test_a_door_stays_closed_below_the_prefix_of_the_proxy(ask) -> None:
    assert ask(Gate(behind, base_path="social-care"), "/social-care/_stcore/metrics").status == 404
