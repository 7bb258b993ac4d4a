"""Rules for every test: each declares its kind; the tests of a file, and all browser tests, run in one process."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

# Many processes read the same code, the server of the browser tests among them: what one has compiled the others need
# not, whatever this machine says of it.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# No test is timed: a busy machine is no fault of the code.
settings.register_profile("untimed", parent=settings.default, deadline=None)
settings.load_profile("untimed")

KINDS = ("unit", "functional", "back")
TESTS = Path(__file__).parent
# What takes long begins first, so that the processes end together; then the order of the names.
FIRST = ("browser", "test_house.py", "pages", "loaders", "store")


class ByFile(LoadScopeScheduling):
    """Gives a process the tests of a whole file at a time, in the order collected, and all browser tests to one.

    A browser, the server before it and what the tests of a file share are then started once.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::")[0]
        return "browser" if "browser" in Path(file).parts else file


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Files and tests that are named run in this process, so that one can look into it; all else once a core."""
    return 0 if all(Path(argument.split("::")[0]).is_file() for argument in config.args) else None


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Our own order and shares."""
    config.option.loadscopereorder = False
    return ByFile(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Nothing of what is collected is garbage before the end: no search for some goes through it, then or later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a test that does not say its kind: unit, functional or back; put the slow ones first."""
    items.sort(key=_turn)
    unmarked = [item.nodeid for item in items if not any(item.get_closest_marker(kind) for kind in KINDS)]
    if unmarked:
        raise pytest.UsageError(
            "These tests do not say their kind (unit, functional or back):\n  " + "\n  ".join(unmarked)
        )
    _leave_one_kind(items)


def _leave_one_kind(items: list[pytest.Item]) -> None:
    """Let what a test says of itself go before what its file says of all: each test is of one kind only."""
    kinds = {item: next(mark for mark in item.iter_markers() if mark.name in KINDS) for item in items}
    for node in {node for item in items for node in item.listchain()}:
        node.own_markers[:] = [mark for mark in node.own_markers if mark.name not in KINDS]
    for item, kind in kinds.items():
        item.own_markers.append(kind)


def _turn(item: pytest.Item) -> int:
    room = item.path.relative_to(TESTS).parts[0]
    return FIRST.index(room) if room in FIRST else len(FIRST)
