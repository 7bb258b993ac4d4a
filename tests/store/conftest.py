"""A store of its own for each test, and a short way to keep something in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kept_months import WHEN, Tables

from store import Store, Upload


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "kept.db"


@pytest.fixture
def store(file: Path) -> Store:
    return Store(f"sqlite:///{file}")


@pytest.fixture
def keep(store: Store) -> Callable[..., Upload]:
    """Keep tables for an authority with the rest filled in."""

    def _keep(tables: Tables, authority: str = "Stockton", **more: Any) -> Upload:
        origin = {"file_name": "month.xlsx", "sha256": "ab" * 32, "by": "Sam", "at": WHEN}
        return store.keep(authority, tables, **(origin | more))

    return _keep
