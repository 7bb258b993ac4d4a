"""One child process that reads files, for every test that wants one: to start one takes a second."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from loaders.apart import ReaderApart


@pytest.fixture(scope="session")
def reader() -> Iterator[ReaderApart]:
    """A reader with the limits that the server gives it. It starts another child after one that died."""
    with ReaderApart() as found:
        yield found
