"""Lines and headings which say that figures are added up over months: they are those of no one month."""

from __future__ import annotations

import re

_ADDED_UP = re.compile(
    r"\b(?:ytd|cumulative(?:ly)?|running totals?|year[\s-]*(?:to[\s-]*date|so far)|so far this year|rolling"
    r"|(?<!up )to[\s-]date(?!\s+of)|since (?:the )?(?:start|beginning|1(?:st)? |april)"
    r"|(?:last|past|previous) (?:12|twelve) months|(?:12|twelve) months? (?:to|ending|rolling)"
    r"|from (?:1(?:st)? )?april(?: \d{4})? (?:to|until|onwards))\b",
    re.IGNORECASE,
)


def is_cumulative(line: str) -> bool:
    """Whether a text says that figures are added up over months: "Starts, year to date", "since 1 April"."""
    return _ADDED_UP.search(line) is not None
