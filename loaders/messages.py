"""The sentences that the loader says, from ``messages.toml``: reviewed as text, filled in here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from loaders.problem import Severity

_DATA = tomllib.loads(Path(__file__).with_name("messages.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Message:
    """What one code says: alone, and for a run of them in one column."""

    severity: Severity
    message: str
    many: str = ""
    alike: bool = False
    one_by_one: int = 3
    expected: str = ""
    to_do: str = ""


MESSAGES: Mapping[str, Message] = {
    code: Message(
        severity=cast(Severity, entry["severity"]),
        message=entry["message"],
        many=entry.get("many", ""),
        alike=entry.get("alike", False),
        one_by_one=entry.get("one_by_one", 3),
        expected=entry.get("expected", ""),
        to_do=entry.get("to_do", ""),
    )
    for code, entry in _DATA.items()
}
