"""Titles which say that the figures below are no children at a day: families, rates, or the allocations of a month."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.files.cells import quoted
from loaders.layouts.found import Found
from loaders.layouts.header import CHILDREN_COLUMNS, TEAM, WORKER
from loaders.problems import Problems
from loaders.words.cumulative import is_cumulative
from loaders.words.phrases import patterns

_TITLES = patterns(__file__, "titles")
_FAMILIES = re.compile(
    rf"\b{_TITLES['families']}\b|\b{_TITLES['families_alone']}\b(?! and)|^\W*{_TITLES['families_first']}\b",
    re.IGNORECASE,
)
_RATES, _MADE, _ALLOCATIONS = (
    re.compile(rf"\b{_TITLES[kind]}\b", re.IGNORECASE) for kind in ("rates", "made", "allocations")
)
# A heading that says it of its own column: the title is about that one.
_OF_COLUMN = re.compile(rf"\b{patterns(__file__, 'headings')['of_column']}\b", re.IGNORECASE)


def refuse_title_units(found: Sequence[Found], problems: Problems) -> None:
    """Refuse the tables of teams or workers whose title says that their children are no number of children at a day.

    Where a heading says so itself the title is about that column, and nothing is said here.
    """
    for table in found:
        if table.header.table not in (TEAM, WORKER) or table.shape:
            continue
        columns = [table.header.columns[name] for name in CHILDREN_COLUMNS if name in table.header.columns]
        line, what = _other_unit(table.titles)
        if columns and line and not any(map(_OF_COLUMN.search, table.header.headings.values())):
            place, words = (table.header.last, min(columns)), {"line": quoted(line), "what": what}
            problems.add("title_of_other_unit", sheet=table.sheet.name, place=place, words=words)


def _other_unit(titles: Sequence[str]) -> tuple[str, str]:
    """The first title that says so, and what it says the figures are; "" for none."""
    for line in titles:
        if _FAMILIES.search(line):
            return line, "families"
        if _RATES.search(line):
            return line, "rates"
        if _MADE.search(line) or (is_cumulative(line) and _ALLOCATIONS.search(line)):
            return line, "what was allocated in a time, and not what is open at its end"
    return "", ""
