"""Lines and headings which say that figures are added up over months: they are those of no one month."""

from __future__ import annotations

import re

from loaders.words.phrases import patterns

_SAID = patterns(__file__, "cumulative", year=r"\d{4}")
_ADDED_UP = re.compile(rf"\b(?:{_SAID['added_up']}|(?<!up ){_SAID['to_date']}(?!\s+of))\b", re.IGNORECASE)


def is_cumulative(line: str) -> bool:
    """Whether a text says that figures are added up over months: "Starts, year to date", "since 1 April"."""
    return _ADDED_UP.search(line) is not None
