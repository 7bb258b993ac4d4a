"""Every page is opened once before the first visitor comes: what is slow the first time is then behind us."""

from __future__ import annotations

import asyncio

import streamlit as st
from streamlit.cli_util import open_browser
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.web.server.server_util import get_url

SECONDS_PER_PAGE = 30.0


class Visitor:
    """A browser that looks at nothing: it notes which pages there are and when a page has finished."""

    def __init__(self) -> None:
        """A visitor who has seen no page."""
        self.pages: list[str] = []
        self.finished = asyncio.Event()

    @property
    def client_context(self) -> None:
        """There is no connection behind this visitor."""
        return

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Take what a page sends to the browser."""
        kind = msg.WhichOneof("type")
        if kind == "navigation":
            self.pages = [page.page_script_hash for page in msg.navigation.app_pages]
        elif kind == "script_finished":
            self.finished.set()

    async def open(self, runtime: Runtime, session: str, page: str) -> None:
        """Open a page by its identifier (empty for the first) and wait until it has finished."""
        self.finished.clear()
        message = BackMsg()
        message.rerun_script.page_script_hash = page
        runtime.handle_backmsg(session, message)
        await asyncio.wait_for(self.finished.wait(), SECONDS_PER_PAGE)


async def visit_every_page(runtime: Runtime) -> list[str]:
    """Open the first page and then every page that the navigation names, in one session; returns their identifiers.

    Raises TimeoutError when a page does not finish.
    """
    visitor = Visitor()
    session = runtime.connect_session(client=visitor, user_info={})
    try:
        await visitor.open(runtime, session, "")
        for page in list(visitor.pages):
            await visitor.open(runtime, session, page)
    finally:
        runtime.close_session(session)
    return visitor.pages


async def warm_pages() -> None:
    """Open every page of the server that is starting; raises TimeoutError when one does not finish."""
    await visit_every_page(Runtime.instance())


async def show_in_browser() -> None:
    """Open the first page in the person's browser, where the machine has one that is wanted."""
    if not st.get_option("server.headless"):
        await asyncio.to_thread(open_browser, get_url("localhost"))
