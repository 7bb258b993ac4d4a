"""From a file's bytes to the clean tables and the problems: the way that a file goes through this room."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import pandas as pd

from loaders.children.caselists import counted_lists
from loaders.children.people import may_hold_people
from loaders.dates.farmonths import say_far_months
from loaders.dates.filemonth import say_month_of_file_name
from loaders.files.book import read_sheets
from loaders.files.grid import Sheet
from loaders.forgetting import forget_file, forget_texts
from loaders.layouts.found import Found
from loaders.layouts.header import CHILD, NOTE, SERVICE, TEAM, WORKER
from loaders.layouts.naming import named_tables
from loaders.layouts.notcounted import counted_tables
from loaders.loaded import Loaded
from loaders.mapping import ColumnRead, Decided, Decision
from loaders.notes import read_notes
from loaders.problems import Problems
from loaders.questions import say_likeness, with_questions
from loaders.refusal import RefusalError
from loaders.sheetmonth import SheetMonth, months_asked, with_given
from loaders.sheetread import SheetRead, read_as, sheet_read
from loaders.staff.staffing import teams_of
from loaders.staff.twiceworkers import check_workers
from loaders.staff.workerrows import WorkerList
from loaders.staff.workers import read_workers
from loaders.strangers import say_no_teams, say_passed_over
from loaders.teams.bases import agree_on_basis, say_bases
from loaders.teams.caseload import read_teams
from loaders.teams.flowunits import say_flow_units
from loaders.teams.frames import every_table, tables_of
from loaders.teams.leftout import say_left_out
from loaders.teams.lonemonths import refuse_lone_months
from loaders.teams.noteams import say_empty
from loaders.teams.parts import join_parts
from loaders.teams.preferred import preferred_tables
from loaders.teams.quality import say_what_to_check
from loaders.teams.repeats import refuse_repeats, tell_apart
from loaders.teams.service import read_service, service_rows
from loaders.teams.teamtable import TeamTable
from loaders.teams.titleunits import refuse_title_units
from loaders.teams.waitinglines import read_waiting_lines
from loaders.textfile import check_text
from loaders.words.sheetnames import is_activity_sheet, is_guidance_sheet
from loaders.yearly import read_years

Row = TypeVar("Row")


def load(
    content: bytes,
    file_name: str,
    *,
    worker_key: bytes | None = None,
    mapping: Sequence[Decision] = (),
    months: Sequence[SheetMonth] = (),
    today: dt.date | None = None,
) -> Loaded:
    """Read a team-caseload workbook or text file.

    ``worker_key`` makes the codes that stand for workers' names; without one the codes hold for this file only.
    ``mapping`` is what people decided about its columns, now or for an earlier file of the same headings; of two about
    the same column the first counts, and those about columns that are not there do nothing. ``today`` is the day by
    which months are still to come; without one none is. A file that cannot be read never raises: it gives an error
    among the problems.
    """
    collects = gc.isenabled()
    # Nothing of what a file is made into is garbage before its end: looking for some on the way takes a while.
    gc.disable()
    try:
        return load_keeping(content, file_name, worker_key, mapping, today, months)[0]
    finally:
        if collects:
            gc.enable()


def load_keeping(
    content: bytes,
    file_name: str,
    worker_key: bytes | None,
    mapping: Sequence[Decision],
    today: dt.date | None,
    given: Sequence[SheetMonth] = (),
) -> tuple[Loaded, object]:
    """As :func:`load`, with what it was made from: clearing that away takes a while, and who keeps it says when."""
    sha256 = hashlib.sha256(content).hexdigest()
    problems = Problems()
    tables: dict[str, pd.DataFrame] = {}
    reading: _Reading | None = None
    read: list[SheetRead] = []
    columns: list[ColumnRead] = []
    months: list[SheetMonth] = []
    try:
        sheets = read_sheets(content, file_name)
    except RefusalError as refusal:
        problems.add(refusal.code, sheet=refusal.sheet, words=refusal.words)
    else:
        of_file, sheets = sheets, with_given(sheets, given, problems)
        reading = _Reading(sheets, file_name, worker_key or sha256.encode(), Decided(mapping), problems)
        read_tables, read = reading.run(today)
        columns, months = reading.columns(), months_asked(of_file, given, problems)
        tables = tables if problems.stopped else read_tables
    loaded = Loaded(file_name, sha256, every_table(tables), problems.listed(), read, columns, months)
    if reading and reading.has_people:
        forget_texts()
    forget_file()
    return loaded, reading


class _Reading:
    """One file on its way: its sheets, the tables found on them, and the problems met so far."""

    def __init__(
        self, sheets: Sequence[Sheet], file_name: str, key: bytes, decided: Decided, problems: Problems
    ) -> None:
        self._sheets = sheets
        self._file_name = file_name
        self._key = key
        self._problems = problems
        self._years = read_years(sheets, file_name, problems)
        self._found, self._columns = named_tables([one for one in sheets if self._is_read(one)], decided)
        self._read = [SheetRead(*told) for told in self._years.read]
        for table in self._found:
            if table.shape:
                problems.follow(table.sheet)
        self._counted_found = counted_tables(self._found, problems)
        for table in self._counted_found:
            for remark in table.remarks:
                problems.add(remark.code, sheet=table.sheet.name, place=remark.place, words=remark.words)
        say_likeness(self._columns, problems)

    @property
    def has_people(self) -> bool:
        """Whether rows of children or workers were seen, or may have been among what was passed over."""
        return bool(self._years.read) or may_hold_people(self._sheets, self._found, self._problems)

    def _is_read(self, sheet: Sheet) -> bool:
        other = sheet.hidden or is_guidance_sheet(sheet.name) or is_activity_sheet(sheet.name)
        return not other and sheet.name not in self._years.sheets

    def columns(self) -> list[ColumnRead]:
        """Every column of the file's tables, those that the reading left open with their question."""
        return with_questions(self._columns, self._problems)

    def run(self, today: dt.date | None) -> tuple[dict[str, pd.DataFrame], list[SheetRead]]:
        """The clean tables, and how each sheet was understood."""
        check_text(self._sheets, self._counted_found, self._problems)
        refuse_title_units(self._counted_found, self._problems)
        tables, lists = self._teams(), self._workers()
        tables = tables or self._added_up(lists)
        if not tables:
            tables, lists = self._counted()
        elif cases := self._of(CHILD):
            for sheet in dict.fromkeys(found.sheet.name for found in cases):
                self._problems.add("case_list_not_read", sheet=sheet)
        if not tables and self._years.read:
            say_passed_over(self._sheets, self._found, self._years.sheets, self._problems)
            return dict(self._years.tables), self._read
        if not tables and self._problems.has("only_not_counted"):
            return {}, []
        if not tables:
            say_no_teams(self._sheets, self._found, self._problems)
            return {}, []
        given = self._each(SERVICE, read_service)
        workers = [worker for listed in lists for worker in listed.workers]
        notes = self._each(NOTE, read_notes)
        if workers:
            check_workers(workers, [team for table in tables for team in table.teams], self._problems)
        service = service_rows(tables, given, self._problems)
        refuse_lone_months(tables, [*service, *workers], self._problems)
        say_far_months(tables, today, self._problems)
        say_month_of_file_name(tables, self._file_name, self._problems)
        say_passed_over(self._sheets, self._found, self._years.sheets, self._problems)
        if self._problems.stopped:
            return {}, self._read
        made = tables_of(tables, service, lists, notes)
        say_what_to_check(tables, notes, made, self._problems)
        return {**made, **self._years.tables}, self._read

    def _teams(self) -> list[TeamTable]:
        found = preferred_tables(self._of(TEAM), self._problems)
        tables = [read_teams(one, self._file_name, self._problems) for one in found]
        read_waiting_lines(tables, self._counted_found, self._sheets, self._problems)
        for table in tables:
            self._note(table.found, table.count, table.plan.figures)
        say_empty(tables, self._problems, alone=not self._years.read)
        say_left_out(tables, self._columns, self._problems)
        agree_on_basis(tables, self._problems)
        say_bases(tables, self._problems)
        say_flow_units(tables, self._problems)
        tell_apart(tables, self._problems)
        tables = join_parts(tables, self._problems)
        refuse_repeats(tables, self._problems)
        return tables

    def _workers(self) -> list[WorkerList]:
        lists = [read_workers(one, self._file_name, self._problems, key=self._key) for one in self._of(WORKER)]
        for listed in lists:
            self._note(listed.found, len(listed.workers), read_as(listed.found))
        return lists

    def _added_up(self, lists: Sequence[WorkerList]) -> list[TeamTable]:
        """The teams of lists of workers, where the file has no table of teams."""
        tables = [teams_of(listed, self._problems) for listed in lists]
        for table in tables:
            self._note(table.found, table.count, table.plan.figures, TEAM)
        refuse_repeats(tables, self._problems)
        return tables

    def _counted(self) -> tuple[list[TeamTable], list[WorkerList]]:
        """The teams and the workers of a list of children, counted."""
        lists = counted_lists(self._of(CHILD), self._file_name, self._problems, key=self._key)
        for table, _ in lists:
            self._note(table.found, table.count, {"worker": table.plan.figures["allocated"]}, TEAM)
        return [table for table, _ in lists], [listed for _, listed in lists]

    def _of(self, table: str) -> list[Found]:
        return [found for found in self._counted_found if found.header.table == table]

    def _each(self, table: str, read: Callable[[Found, str, Problems], list[Row]]) -> list[Row]:
        rows: list[Row] = []
        for found in self._of(table):
            one = read(found, self._file_name, self._problems)
            self._note(found, len(one), read_as(found))
            rows.extend(one)
        return rows

    def _note(self, found: Found, rows: int, figures: Mapping[str, int], table: str = "") -> None:
        self._read.append(sheet_read(found, rows, figures, table))
