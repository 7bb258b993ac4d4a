"""Every page is opened once before the first visitor."""

from __future__ import annotations

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ui import warmup
from ui.warmup import Visitor, visit_every_page

pytestmark = pytest.mark.unit


class Runtime:
    """Streamlit's runtime as the visitor sees it: a menu of pages, each of which finishes unless it is stuck."""

    def __init__(self, pages: list[str], stuck: str | None = None) -> None:
        self.pages, self.stuck = pages, stuck
        self.opened: list[str] = []
        self.closed: list[str] = []

    def connect_session(self, client: Visitor, user_info: dict[str, str]) -> str:
        self.client = client
        return "session"

    def handle_backmsg(self, session: str, message: BackMsg) -> None:
        page = message.rerun_script.page_script_hash
        self.opened.append(page)
        menu = ForwardMsg()
        for name in self.pages:
            menu.navigation.app_pages.add(page_script_hash=name)
        self.client.write_forward_msg(menu)
        if page != self.stuck:
            self.client.write_forward_msg(
                ForwardMsg(script_finished=ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY)
            )

    def close_session(self, session: str) -> None:
        self.closed.append(session)


def test_the_first_page_and_then_each_of_the_menu_is_opened_and_the_visit_ends() -> None:
    # Given three pages
    runtime = Runtime(["overview", "caseloads", "posts"])
    # When the server warms up
    visited = asyncio.run(visit_every_page(runtime))
    # Then each was opened and the session is gone
    assert visited == ["overview", "caseloads", "posts"]
    assert runtime.opened == ["", *visited]
    assert runtime.closed == ["session"]


def test_a_page_that_never_finishes_ends_the_visit(monkeypatch) -> None:
    # Given a page that hangs
    monkeypatch.setattr(warmup, "SECONDS_PER_PAGE", 0.01)
    runtime = Runtime(["overview", "posts"], stuck="posts")
    # When the server warms up
    with pytest.raises(TimeoutError):
        asyncio.run(visit_every_page(runtime))
    # Then the session is closed all the same
    assert runtime.closed == ["session"]
