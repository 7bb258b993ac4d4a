"""What happens before the server serves, and that a slow page does not keep it shut."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

import pytest

from server import lifespan
from server.compression import Assets
from server.lifespan import freeze, lifespan_with

pytestmark = pytest.mark.unit


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Starts a server with what warms it, and returns what was done, in order."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "a.js").write_text("var a;")
    done: list[str] = []
    monkeypatch.setattr(lifespan, "freeze", lambda: done.append("frozen"))

    def started(warm) -> list[str]:
        async def warmed() -> None:
            done.append("warmed")
            await warm()

        async def opened() -> None:
            done.append("opened")

        async def serve() -> None:
            async with lifespan_with(Assets(tmp_path), warm=warmed, opened=opened)(None):
                done.append("serving")

        asyncio.run(serve())
        return done

    return started


async def nothing() -> None:
    """Pages that are warm at once."""


async def too_slow() -> None:
    """A page that never finishes."""
    raise TimeoutError


async def broken() -> None:
    """A server that cannot open a page at all."""
    raise RuntimeError("No runtime")


@pytest.mark.parametrize("warm", [nothing, too_slow])
def test_the_server_serves_warm_and_frozen_and_even_after_a_slow_page(steps, warm) -> None:
    assert steps(warm) == ["warmed", "frozen", "opened", "serving"]


def test_a_server_that_cannot_open_a_page_does_not_start(steps) -> None:
    with pytest.raises(RuntimeError):
        steps(broken)


def test_freezing_takes_the_program_out_of_later_collections() -> None:
    try:
        freeze()
        assert gc.get_freeze_count() > 1000
    finally:
        gc.unfreeze()
