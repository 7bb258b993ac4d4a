"""A file that cannot be read at all: the one thing that loaders raise, and only to themselves."""

from __future__ import annotations


class Refusal(Exception):
    """Why a file is not read, as a sentence for the person who chose it; ``code`` is its short name."""

    def __init__(self, code: str, message: str, *, sheet: str | None = None, cell: str | None = None) -> None:
        """Keep the short name, the sentence, and the place where there is one."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.sheet = sheet
        self.cell = cell
