"""The tables of a sheet, whatever their shape: those of other shapes are laid flat first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from loaders.areas.hubs import with_hubs
from loaders.areas.teamnames import with_team_names
from loaders.children.people import hold_names
from loaders.files.cells import text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.across import month_tables
from loaders.layouts.columnheading import heading as heading_of
from loaders.layouts.found import Found, Remark, find_tables
from loaders.layouts.header import CHILD, DATES, LONG, TEAM, WORKER
from loaders.layouts.longtable import long_table
from loaders.layouts.measurecolumn import list_of_measures, may_be_list
from loaders.layouts.monthsdown import months_down
from loaders.layouts.sidebyside import side_by_side
from loaders.layouts.splitmonths import with_own_month
from loaders.layouts.teamsacross import tables_of_teams_across
from loaders.layouts.transposed import transposed_tables
from loaders.layouts.unfolded import Flat, lay_flat
from loaders.staff.personnames import are_like_people
from loaders.staff.workertables import with_settled
from loaders.teams.teamheadings import is_of_rows

# No team has so many social workers; a number of staff is larger.
_MOST_COUNTED = 100


def tables_of_sheet(sheet: Sheet) -> list[Found]:
    """Every table of a sheet, in flat form; one that another shape claims is not read as it stands too."""
    found = [with_own_month(one) for one in find_tables(sheet) if not _is_of_somebody(one)]
    found = (may_be_list(found) and list_of_measures(sheet)) or found
    found = [part for one in found for part in side_by_side(one)]
    found = with_settled([with_team_names(_with_counts(_with_names(_with_workers(with_hubs(one))))) for one in found])
    if any(one.header.table == CHILD for one in found):
        # No other shape is looked for among the rows of children.
        return found
    filled = sheet.merged_fill() if sheet.merged else {}
    tables = month_tables(sheet, filled) or ([] if found else months_down(sheet, filled))
    if not tables:
        # The column of measures in a table with a row for each looks like the labels of one on its side.
        has_long = any(one.header.table == LONG for one in found)
        listed = any(one.header.table == WORKER and {"team", "worker"} <= one.header.columns.keys() for one in found)
        tables = _long_tables(found) if has_long else [] if listed else _teams_across(sheet, filled)
    if not tables:
        return found
    kept = [one for one in found if not any(one.header.last in table.taken for table in tables)]
    return [*kept, *lay_flat(sheet, filled, tables)]


def _teams_across(sheet: Sheet, filled: Mapping[Place, Cell]) -> list[Flat]:
    return tables_of_teams_across(sheet, filled) or transposed_tables(sheet, filled)


def _is_of_somebody(found: Found) -> bool:
    """Whether people's names stand below a heading that does not say that they are teams'."""
    team = found.header.columns.get("team")
    if team is None or not is_of_rows(found.header.headings.get(team, "")):
        return False
    return are_like_people(text(cell) for cell in found.column(team))


def _with_workers(found: Found) -> Found:
    """A table of areas with workers' names beside them is a list of workers, whose teams are the areas."""
    header, columns = found.header, found.header.columns
    if header.table != TEAM or "team" in columns or "worker" not in columns:
        return found
    if not hold_names(found.column(columns["worker"])):
        return found
    named = {"team" if name == "area" else name: column for name, column in columns.items()}
    remark = Remark("areas_as_teams", (header.last, columns["area"]), {"heading": heading_of(found, columns["area"])})
    return replace(found, header=replace(header, table=WORKER, columns=named), remarks=(remark,))


def _with_names(found: Found) -> Found:
    """A table of teams in which "Staff" are mostly words, not numbers, is a list of workers."""
    header, columns = found.header, found.header.columns
    if header.table != TEAM or not {"team", "workers"} <= columns.keys() or columns.keys() & {"worker", "headcount"}:
        return found
    cells = [cell for cell in found.column(columns["workers"]) if not is_blank(cell)]
    if sum(hold_names([cell]) for cell in cells) * 2 <= len(cells):
        return found
    named = {"worker" if name == "workers" else name: column for name, column in columns.items()}
    return replace(found, header=replace(header, table=WORKER, columns=named))


def _with_counts(found: Found) -> Found:
    """A list in which every team stands once, with a small number for its worker, is a table of teams and counts."""
    header, columns = found.header, found.header.columns
    if header.table != WORKER or not {"team", "worker"} <= columns.keys() or "workers" in columns:
        return found
    cells = [cell for cell in found.column(columns["worker"]) if not is_blank(cell)]
    if not cells or not all(type(cell) in (int, float) and 0 <= float(cell) < _MOST_COUNTED for cell in cells):  # type: ignore[arg-type]
        return found
    keys = list(zip(*(found.column(columns[name]) for name in ("team", *DATES) if name in columns), strict=True))
    if len(set(keys)) < len(keys):
        return found
    counts = {"workers" if name == "worker" else name: column for name, column in columns.items()}
    return replace(found, header=replace(header, table=TEAM, columns=counts))


def _long_tables(found: list[Found]) -> list[Flat]:
    tables = ((one, long_table(one)) for one in found if one.header.table == LONG)
    return [replace(table, remarks=(*one.remarks, *table.remarks)) for one, table in tables if table]
