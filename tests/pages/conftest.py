"""A database of its own for each test, and no memory of the test before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from loaders import load
from store import Store
from ui import cached

Keep = Callable[..., None]


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of the database: it is not there until something is kept."""
    file = tmp_path / "headroom.db"
    monkeypatch.setenv("HEADROOM_DATABASE_URL", f"sqlite:///{file}")
    # The example is read once for all tests: it is the same for all.
    remembering = (
        cached.store, cached.tables, cached.settings, cached.months_of_service, cached.published, cached.team_decisions,
        cached.activity,
    )  # fmt: skip
    for each in remembering:
        each.clear()
    yield file
    for each in remembering:
        each.clear()


@pytest.fixture(autouse=True)
def no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each new screen would look through every installed package for components of other makers: there are none."""
    search = "streamlit.components.v2.manifest_scanner.scan_component_manifests"
    monkeypatch.setattr(search, lambda *_, **__: [], raising=False)


@pytest.fixture
def store(database: Path) -> Store:
    """What is kept, seen past the screen."""
    return Store(f"sqlite:///{database}")


@pytest.fixture
def kept(store: Store) -> Keep:
    """Keeps a file past the screen, for tests that are not about uploading."""

    def keep(content: bytes, name: str = "caseload.xlsx", council: str = "Anytown") -> None:
        loaded = load(content, name, worker_key=store.worker_key())
        assert not loaded.stopped, loaded.problems
        at = datetime(2024, 12, 2, 9, 30, tzinfo=UTC)
        store.keep(council, loaded.tables, file_name=name, sha256=loaded.sha256, by="", at=at)

    return keep
