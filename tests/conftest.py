"""Rules for every test: each declares which of the three kinds it is."""

from __future__ import annotations

import pytest

KINDS = ("unit", "functional", "back")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a test that does not say its kind: unit, functional or back; browser tests come last.

    The browser's driver keeps an event loop running from the first of its tests on, and other tests start their own.
    """
    items.sort(key=lambda item: "browser" in item.path.parts)
    unmarked = [item.nodeid for item in items if not any(item.get_closest_marker(kind) for kind in KINDS)]
    if unmarked:
        raise pytest.UsageError(
            "These tests do not say their kind (unit, functional or back):\n  " + "\n  ".join(unmarked)
        )
