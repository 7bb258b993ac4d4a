"""Files that hold no team caseloads: say what was looked for, what was found, and what to upload instead."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.cells import quoted, text
from loaders.grid import Sheet, is_blank
from loaders.problems import Problems

_LOOKED_FOR = "a column for the team (such as “Team”) and at least one of “Case-holding FTE”, “Children allocated”, “Children waiting”"


def say_no_teams(sheets: Sequence[Sheet], problems: Problems) -> None:
    """The error of a file without a team table."""
    problems.add(
        "error", "no_teams", f"No sheet holds team caseloads. Looked for: {_LOOKED_FOR}.{_what_was_found(sheets)}"
    )


def _what_was_found(sheets: Sequence[Sheet]) -> str:
    told = []
    for sheet in sheets[:3]:
        headings = max(
            ([text(cell) for cell in row if isinstance(cell, str) and not is_blank(cell)] for row in sheet.rows[:20]),
            key=len,
            default=[],
        )
        if headings:
            told.append(f" Found in {quoted(sheet.name)}: {', '.join(map(quoted, headings[:8]))}.")
    return "".join(told)
