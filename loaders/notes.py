"""What there is to know about a month: rows of month, mark and note."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from loaders.dates.dating import Dating
from loaders.files.cells import quoted, text
from loaders.layouts.found import Found
from loaders.problems import Problems
from model.tables import MONTH_MARKS


@dataclass(frozen=True, slots=True)
class MonthNote:
    """One note on one month."""

    month: dt.date
    mark: str
    note: str


def read_notes(found: Found, file_name: str, problems: Problems) -> list[MonthNote]:
    """Read a table of month, mark and note; a note that stands twice is kept once."""
    dating = Dating(found, file_name, problems)
    columns = found.header.columns
    notes: dict[MonthNote, None] = {}
    for row in found.rows:
        mark, note = (text(found.cell(row, columns[name])) for name in ("mark", "note"))
        if not mark and not note:
            continue
        when = dating.of(row)
        if not note:
            problems.add("note_without_text", sheet=found.sheet.name, place=(row, columns["note"]))
        elif when is not None:
            notes[MonthNote(when.month, _mark(found, row, columns["mark"], problems), note)] = None
    return list(notes)


def _mark(found: Found, row: int, column: int, problems: Problems) -> str:
    said = text(found.cell(row, column))
    mark = said.casefold().replace("-", " ")
    if mark in MONTH_MARKS or not mark:
        return mark or "note"
    known = ", ".join(MONTH_MARKS)
    words = {"cell_quoted": quoted(said), "known": known}
    problems.add("unknown_mark", sheet=found.sheet.name, place=(row, column), found=said[:60], words=words)
    return "note"
