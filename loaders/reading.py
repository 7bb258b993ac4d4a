"""From a file's bytes to the clean tables and the problems: the way that a file goes through this room."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from loaders.book import read_sheets
from loaders.caseload import read_teams
from loaders.frames import no_tables, tables_of
from loaders.grid import Sheet
from loaders.header import TEAM, Found, find_tables
from loaders.problem import Problem
from loaders.problems import Problems
from loaders.refusal import Refusal
from loaders.repeats import refuse_repeats
from loaders.strangers import say_no_teams


@dataclass(frozen=True)
class SheetRead:
    """How one table of a sheet was understood. Rows are numbered as in Excel, from 1; ``columns`` is heading → field."""

    sheet: str
    table: str
    header_row: int
    columns: Mapping[str, str]
    rows: int


@dataclass(frozen=True)
class Loaded:
    """What a file gave: the four clean tables (all empty when ``stopped``), and everything there is to say."""

    file_name: str
    sha256: str
    tables: dict[str, pd.DataFrame]
    problems: list[Problem]
    read: list[SheetRead] = field(default_factory=list)

    @property
    def stopped(self) -> bool:
        """Whether an error stopped the file: nothing of it may be kept."""
        return any(problem.severity == "error" for problem in self.problems)


def load(content: bytes, file_name: str, *, worker_key: bytes | None = None) -> Loaded:
    """Read a team-caseload workbook or text file.

    ``worker_key`` makes the codes that stand for workers' names; without one the
    codes hold for this file only. A file that cannot be read never raises: it
    gives an error among the problems.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    problems = Problems()
    try:
        sheets = read_sheets(content, file_name)
    except Refusal as refusal:
        problems.add("error", refusal.code, refusal.message, sheet=refusal.sheet)
        return Loaded(file_name, sha256, no_tables(), problems.listed())
    read, tables = _read(sheets, file_name, worker_key or sha256.encode(), problems)
    return Loaded(file_name, sha256, no_tables() if problems.stopped else tables, problems.listed(), read)


def _read(
    sheets: Sequence[Sheet], file_name: str, key: bytes, problems: Problems
) -> tuple[list[SheetRead], dict[str, pd.DataFrame]]:
    found = [table for sheet in sheets if not sheet.hidden for table in find_tables(sheet)]
    teams = [read_teams(table, file_name, problems) for table in found if table.header.table == TEAM]
    if not teams:
        say_no_teams(sheets, problems)
    refuse_repeats(teams, problems)
    return [_sheet_read(table) for table in found], tables_of(teams)


def _sheet_read(found: Found) -> SheetRead:
    header = found.header
    columns = {header.headings[column]: name for name, column in header.columns.items()}
    return SheetRead(found.sheet.name, header.table, header.last + 1, columns, len(found.rows))
