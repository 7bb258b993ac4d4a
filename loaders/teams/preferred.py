"""Which of several tables of teams are read: those that are filled in and have children, before any others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.parts import in_parts
from loaders.teams.rows import is_filled_in


def preferred_tables(found: Sequence[Found], problems: Problems) -> Sequence[Found]:
    """The tables of teams to be read; those that others are better than are passed over, each with a note.

    A sheet of, say, vacancies by team is not a team's caseload where others are; nor are areas the teams.
    """
    found = in_parts(_better(found, is_filled_in, "table_not_filled_in", problems))
    found = _better(found, lambda one: one.header.has_children or one.part, "table_without_children", problems)
    return _better(found, lambda one: "team" in one.header.columns, "table_of_areas", problems)


def _better(
    found: Sequence[Found], is_better: Callable[[Found], bool], code: str, problems: Problems
) -> Sequence[Found]:
    """The better tables, if there are any."""
    best = [table for table in found if is_better(table)]
    for table in found if best else []:
        if not is_better(table):
            problems.add(code, sheet=table.sheet.name)
    return best or found
