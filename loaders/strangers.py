"""Files and sheets that hold something else: what was looked for, what was found, what to upload instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from loaders.children.people import say_people
from loaders.dates.periods import month_in
from loaders.files.cells import quoted, text
from loaders.files.grid import Sheet, is_blank
from loaders.layouts.calledsheets import gives_months
from loaders.layouts.found import Found, find_tables
from loaders.layouts.header import TEAM
from loaders.problems import Problems
from loaders.staff.personnames import holds_name, is_named_like_person
from loaders.words.sheetnames import is_activity_sheet, is_silent_sheet
from loaders.words.vocabulary import is_case_heading, is_childs_own, meaning_of, words_of

_DFE = {"time_period", "geographic_level"}
_LINES = 25


def say_no_teams(sheets: Sequence[Sheet], found: Sequence[Found], problems: Problems) -> None:
    """The error of a file without a team table: as near to its cause as can be told."""
    if not any(sheet.filled_rows for sheet in sheets):
        problems.add("empty_book")
        return
    if say_people(found, problems, teams=False):
        return
    for sheet in sheets:
        for row in range(min(_LINES, len(sheet.rows))):
            if _say_known_stranger(sheet, row, problems):
                return
    for sheet in sheets:
        if not sheet.hidden and _say_other_layout(sheet, problems):
            return
    of_all = [sheet for sheet in sheets if not sheet.hidden and gives_months(sheet)]
    if of_all and not any(map(_may_be_of_somebody, of_all)):
        problems.add("figures_without_team", sheet=of_all[0].name)
        return
    problems.add("no_teams", found_words=_where_headings_may_be(sheets))


def is_stranger(headings: Sequence[str]) -> bool:
    """Whether headings are those of published statistics, or of a list with a row for each child."""
    names = {word.casefold() for word in headings}
    return names >= _DFE or any(is_case_heading(word, "child") for word in headings)


def _words(sheet: Sheet, row: int) -> list[str]:
    return [text(cell) for cell in sheet.rows[row] if isinstance(cell, str) and not is_blank(cell)]


def _say_known_stranger(sheet: Sheet, row: int, problems: Problems) -> bool:
    words = _words(sheet, row)
    names = {word.casefold() for word in words}
    if names >= _DFE:
        problems.add("dfe_statistics", sheet=sheet.name)
        return True
    child = next((word for word in words if is_case_heading(word, "child")), None)
    if child and len(words) > 2:
        column = next(place for place, cell in enumerate(sheet.rows[row]) if cell != "" and text(cell) == child)
        problems.add("child_level", sheet=sheet.name, place=(row, column), found=child, heading=quoted(child))
        return True
    return False


def _say_other_layout(sheet: Sheet, problems: Problems) -> bool:
    """The layouts that hold team caseloads, but not one row for each team."""
    for row in range(min(_LINES, len(sheet.rows))):
        meanings = {meaning_of(word): word for word in _words(sheet, row)}
        if "team" in meanings and "measure" in meanings:
            problems.add("row_per_measure", sheet=sheet.name, heading=quoted(meanings["measure"]))
            return True
        months = sum(not isinstance(cell, float) and month_in(cell) is not None for cell in sheet.rows[row])
        if "team" in meanings and months >= 2:
            problems.add("months_across", sheet=sheet.name)
            return True
    return False


def _where_headings_may_be(sheets: Sequence[Sheet]) -> str:
    """The likeliest headings of the first sheets, in words: where they are, never what they say.

    In a list without headings the fullest row is somebody's.
    """
    told = []
    likely = [sheet for sheet in sheets if not sheet.hidden and not is_silent_sheet(sheet.name)] or sheets
    for sheet in likely[:3]:
        filled = [len(_words(sheet, row)) for row in range(min(_LINES, len(sheet.rows)))]
        most = max(filled, default=0)
        if most:
            cells = "1 cell" if most == 1 else f"{most} cells"
            called = "one sheet" if _may_be_of_somebody(sheet) else quoted(sheet.name)
            told.append(f" The row of {called} with most words is row {filled.index(most) + 1}, {cells}.")
    return "".join(told) or " No headings were found."


def say_passed_over(
    sheets: Sequence[Sheet], found: Sequence[Found], of_years: Collection[str], problems: Problems
) -> None:
    """Note the sheets that nothing was read from, unless their names say that they are free text or lists.

    ``of_years`` are the names of the sheets that hold tables of years.
    """
    say_people(found, problems, teams=True)
    read = {*(table.sheet.name for table in found), *of_years}
    others: list[Sheet] = []
    for sheet in sheets:
        if sheet.name in read or is_silent_sheet(sheet.name) or not any(map(any, sheet.rows)):
            continue
        if is_activity_sheet(sheet.name):
            problems.add("activity_sheet", sheet=sheet.name)
        elif sheet.hidden:
            if any(table.header.table == TEAM for table in find_tables(sheet)):
                problems.add("hidden_not_read", sheet=sheet.name)
        else:
            others.append(sheet)
    if others:
        problems.add("sheets_passed_over", names=_names_shown(others))


def _names_shown(sheets: Sequence[Sheet]) -> str:
    """The names of sheets in quotation marks; those that may be somebody's are only counted."""
    shown = [quoted(sheet.name) for sheet in sheets if not _may_be_of_somebody(sheet)]
    number = len(sheets) - len(shown)
    if number:
        more = "other " if shown else ""
        shown.append(f"{number:,} {more}{'sheet' if number == 1 else 'sheets'} whose name may be a person’s")
    return ", ".join(shown)


def _may_be_of_somebody(sheet: Sheet) -> bool:
    """Whether a sheet is named as people are, or by a number of theirs, or has the headings of somebody’s own facts."""
    if is_named_like_person(sheet.name) or holds_name(sheet.name) or re.search(r"\d{5}", sheet.name):
        return True
    if not sheet.name.strip() or words_of(sheet.name).split()[:1] == ["sheet"]:
        return False
    return any(is_childs_own(word) for row in range(min(_LINES, len(sheet.rows))) for word in _words(sheet, row))
