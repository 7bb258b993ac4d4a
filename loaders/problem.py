"""What a loader has to say about a file: what it found, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Problem:
    """One thing worth saying about a file.

    ``severity``: an error stops the file (nothing of it may be kept), a warning
    is something to check, a note says how something was read.
    ``sheet`` and ``cell`` (such as ``"C7"``) are ``None`` where the whole file is
    meant; a CSV file has one sheet, named after the file.
    ``message`` is a whole sentence for the person who typed the file; ``found``,
    ``expected`` and ``to_do`` are its parts where they can be told apart.
    ``month`` (ISO, its first day) is the one month that it is about, where that is known.
    ``code`` is a stable short name for tests and for counting.
    """

    severity: Severity
    code: str
    message: str
    sheet: str | None = None
    cell: str | None = None
    found: str = ""
    expected: str = ""
    to_do: str = ""
    month: str = ""

    def to_dict(self) -> dict[str, str | None]:
        """The problem as JSON-ready values."""
        return {**vars(self)}

    @property
    def where(self) -> str:
        """The place in words: "Sep 2024, cell C7", or "" for the whole file."""
        parts = [self.sheet or "", f"cell {self.cell}" if self.cell else ""]
        return ", ".join(part for part in parts if part)
