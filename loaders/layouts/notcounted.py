"""Tables of targets, forecasts, tests or changes: nobody counted their figures, so they are passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.dates.datewords import is_not_counted, said_in
from loaders.files.cells import quoted
from loaders.layouts.compared import compared_by
from loaders.layouts.found import Found
from loaders.layouts.header import CHILD, TEAM, WORKER
from loaders.problems import Problems
from loaders.words.phrases import patterns

_OF_TEAMS = (TEAM, WORKER, CHILD)
_PROPOSED = re.compile(rf"\W*{patterns(__file__, 'proposed')['proposed']}\b", re.IGNORECASE)


def counted_tables(found: Sequence[Found], problems: Problems) -> list[Found]:
    """The tables but for those that their sheet's name or their title calls targets, forecasts, a test or a comparison.

    Each of these is noted; where nothing else in the file can hold teams, that is an error.
    """
    called = [_called(table) or compared_by(table, found) for table in found]
    if sum(table.header.table in _OF_TEAMS and not words for table, words in zip(found, called, strict=True)) > 1:
        called = [words or _proposed(table) for table, words in zip(found, called, strict=True)]
    counted = [table for table, words in zip(found, called, strict=True) if not words]
    lost = not any(table.header.table in _OF_TEAMS for table in counted)
    for table, words in zip(found, called, strict=True):
        if words:
            alone = lost and table.header.table in _OF_TEAMS
            problems.add("only_not_counted" if alone else "not_counted", sheet=table.sheet.name, called=words)
    return counted


def _proposed(table: Found) -> str:
    """What calls a table one of what would be, in words, in the line right above it; "" for nothing."""
    line = table.titles[0] if table.titles else ""
    return f"titled {quoted(line)}" if _PROPOSED.match(line) else ""


def _called(table: Found) -> str:
    """What calls a table one of figures that nobody counted, in words; "" for nothing."""
    if not table.sheet.is_text and is_not_counted(table.sheet.name):
        return f"called {quoted(table.sheet.name)}"
    for line in table.titles:
        if is_not_counted(line, titled=True):
            return f"titled {quoted(line)}"
        if said_in(line).when:
            # The nearer title is that of counted figures.
            return ""
    return ""
