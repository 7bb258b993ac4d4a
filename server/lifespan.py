"""The server's life: compress the files, warm the pages, freeze, open the browser, then serve."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from server.compression import Assets

LOG = logging.getLogger(__name__)

Step = Callable[[], Awaitable[None]]


def freeze() -> None:
    """Collect once and take what is left, the program itself, out of every later collection."""
    gc.collect()
    gc.freeze()


def lifespan_with(assets: Assets, *, warm: Step, opened: Step) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """What a server does before it serves: `warm` while the files are compressed, at the end `opened`."""

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        compressing = asyncio.create_task(assets.pack_all())
        try:
            await warm()
        except TimeoutError:
            # A slow page is no reason not to serve: its first visitor waits instead.
            LOG.warning("A page did not finish while the server was starting.")
        await compressing
        freeze()
        await opened()
        yield

    return lifespan
