"""Every page is opened once before the first visitor comes: what is slow the first time is then behind us."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import streamlit as st
from streamlit.cli_util import open_browser
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.web.server.server_util import get_url

from server.compression import Assets

LOG = logging.getLogger(__name__)
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


def freeze() -> None:
    """Collect once and take what is left, the program itself, out of every later collection."""
    gc.collect()
    gc.freeze()


def lifespan_with(assets: Assets) -> Callable[[st.App], AbstractAsyncContextManager[None]]:
    """The server's life: compress the files, warm the pages, freeze, open the browser, then serve."""

    @asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncIterator[None]:
        compressing = asyncio.create_task(assets.pack_all())
        try:
            await visit_every_page(Runtime.instance())
        except TimeoutError:
            # A slow page is no reason not to serve: its first visitor waits instead.
            LOG.warning("A page did not finish while the server was starting.")
        await compressing
        freeze()
        if not st.get_option("server.headless"):
            await asyncio.to_thread(open_browser, get_url("localhost"))
        yield

    return lifespan
