"""Leavers and joiners that one sheet of a workbook gives as people and another as FTE, under the same heading."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.files.cells import quoted
from loaders.layouts.columnheading import heading
from loaders.problems import Problems
from loaders.teams.teamtable import TeamTable


def say_flow_units(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Warn where a heading that does not say its unit is read as people on one sheet and as FTE on another."""
    for name in ("leavers", "joiners"):
        told = [(table, column) for table in tables if (column := table.found.header.columns.get(name)) is not None]
        people = [(table, column) for table, column in told if table.plan.figures.get(name) == column]
        fte = [table for table, column in told if table.plan.figures.get(f"{name}_fte") == column]
        for table, column in people if fte else []:
            sheet, place = table.found.sheet, (table.found.header.last, column)
            words = {"heading": heading(table.found, column), "other": quoted(fte[0].found.sheet.name)}
            problems.add("flow_unit_changes", sheet=sheet.name, place=place, words=words)
