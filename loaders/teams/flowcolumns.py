"""The columns of what came and went, and of who was away, in a table of teams or of the service."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.files.grid import is_blank
from loaders.layouts.columnheading import heading, say_of_column
from loaders.layouts.found import Found
from loaders.layouts.kinds import holds_kind, numbers_in
from loaders.problems import Problems
from loaders.teams.doubled import differing_columns
from loaders.teams.unread import without_cumulative
from model.tables import FLOWS


def flow_columns(found: Found, rows: Sequence[int], problems: Problems) -> dict[str, int]:
    """The columns of what came and went and of who was away, where they hold numbers.

    They are never needed, so that none stops the file: one with words in it, such as the names of leavers, and two
    that are read as the same thing and differ are left out, which is said. Leavers with a fraction among them are
    FTE, and else people.
    """
    columns = {name: found.header.columns[name] for name in FLOWS if name in found.header.columns}
    columns = without_cumulative(found, columns, problems)
    for name, column in differing_columns(found, rows):
        if name in columns:
            first = columns.pop(name)
            say_of_column("two_flows", found, column, problems, one=heading(found, first), other=heading(found, column))
    for name, column in list(columns.items()):
        if not holds_kind(found, column, "number"):
            del columns[name]
            if any(not is_blank(cell) for cell in found.column(column)):
                say_of_column("flow_of_words", found, column, problems)
    for name in ("leavers", "joiners"):
        if name in columns and any(not value.is_integer() for value in numbers_in(found, columns[name], rows)):
            column = columns.pop(name)
            columns.setdefault(f"{name}_fte", column)
    return columns
