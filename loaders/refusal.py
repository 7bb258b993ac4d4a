"""A file that cannot be read at all: the one thing that loaders raise, and only among themselves."""

from __future__ import annotations


class RefusalError(Exception):
    """A file is not read. ``code`` is that of the message, ``words`` fill it in."""

    def __init__(self, code: str, *, sheet: str | None = None, **words: str) -> None:
        """Keep the message's code, the sheet where there is one, and the message's words."""
        super().__init__(code)
        self.code = code
        self.sheet = sheet
        self.words = words
