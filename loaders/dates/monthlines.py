"""A month and its year that two lines above a table say apart: "Month: Oct" and "Year: 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.dates.months import When
from loaders.dates.yearless import with_year
from loaders.words.phrases import patterns

_LABEL = rf"(?P<label>{patterns(__file__, 'labels')['label']})"
_SAID = re.compile(_LABEL + r"\s*(?::|-|–|=|\s)\s*(?P<said>[a-z0-9][a-z0-9 /–-]*)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)?\d{2}(?:\s?[/–-]\s?(?:19|20)?\d{2})?")


# One with the month, one with its year.
_LINES = 2
_NAMES = ["jan", "feb", "mar", "apr", "may", "june?", "july?", "aug", "sept?", "oct", "nov", "dec"]
_LONG = ["january", "february", "march", "april", "august", "september", "october", "november", "december"]
_ALONE = re.compile(
    rf"\b{patterns(__file__, 'alone')['named']}[\s:–-]+(?:{'|'.join((*_LONG, *_NAMES))})\b(?!\W{{0,3}}\d)",
    re.IGNORECASE,
)


def names_month_alone(line: str) -> bool:
    """Whether a line names the month of figures without its year: "Reporting month: September"."""
    return _ALONE.search(line) is not None


def of_lines(titles: Sequence[str]) -> tuple[When, str] | None:
    """The month that a line and another with its year say, and the line; ``None`` for none, or for several."""
    if len(titles) < _LINES:
        return None
    said = [found for line in titles if (found := _SAID.fullmatch(line.strip()))]
    years = {(one["said"], one["label"]) for one in said if _is_year(one)}
    if len(years) != 1:
        return None
    [(year, heading)] = years
    named = [
        (when, one.group()) for one in said if not _is_year(one) and (when := with_year(one["said"], year, heading))
    ]
    return named[0] if len({when.month for when, _ in named}) == 1 else None


def _is_year(found: re.Match[str]) -> bool:
    return found["label"].casefold().endswith(("year", "fy")) and bool(_YEAR.fullmatch(found["said"]))
