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
    """What one code says: alone, and for a run of them in one column.

    ``message`` and ``many`` end with what to do, where something is to be done.
    ``question`` is what a person is asked about the column that is meant, if anything; where it ``must`` be
    answered, the file waits for that.
    """

    severity: Severity
    message: str
    to_do: str
    many: str
    many_to_do: str
    alike: bool
    one_by_one: int
    expected: str
    question: str
    must: bool


def _message(typed: Mapping[str, object]) -> Message:
    # As on every page; keyboards and most editors give the straight apostrophe.
    entry = {name: value.replace("'", "’") if isinstance(value, str) else value for name, value in typed.items()}
    to_do = str(entry.get("to_do", ""))
    many, many_to_do = str(entry.get("many", "")), str(entry.get("many_to_do", to_do))
    return Message(
        severity=cast(Severity, entry["severity"]),
        message=f"{entry['message']} {to_do}".strip(),
        to_do=to_do,
        many=f"{many} {many_to_do}".strip() if many else "",
        many_to_do=many_to_do,
        alike=bool(entry.get("alike", False)),
        one_by_one=cast(int, entry.get("one_by_one", 3)),
        expected=str(entry.get("expected", "")),
        question=str(entry.get("question", "")),
        must=bool(entry.get("must", False)),
    )


MESSAGES: Mapping[str, Message] = {code: _message(entry) for code, entry in _DATA.items()}
