"""Tables in which single people stand where teams would: they are known by a heading, and no row of them is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loaders.files.cells import Kind, number, quoted, text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import CHILD, PEOPLE, WORKER
from loaders.layouts.unfolded import Column, Flat
from loaders.problems import Problems
from loaders.words.vocabulary import is_childs_own, meaning_of, names_people

# Said of rows and sheets that may name people.
_MAY_NAME = (
    "child_level", "no_teams", "sheets_passed_over", "child_among_teams", "name_for_number", "list_below_teams",
    "row_below_total",
)  # fmt: skip


def hold_names(cells: Iterable[Cell]) -> bool:
    """Whether there are words among cells that would be numbers if they were counted."""
    return any(number(cell)[1] is Kind.UNREADABLE for cell in cells if not is_blank(cell))


def people_heading(sheet: Sheet, headings: Mapping[Place, str], names: int) -> Place | None:
    """The place of the heading of people among those left of figures; ``None`` for none.

    ``names`` is the column of the rows' names. In another column, words must stand below the heading.
    """
    for (row, column), heading in headings.items():
        below = (cells[column] for cells in sheet.rows[row + 1 :] if column < len(cells))
        if heading and names_people(heading) and (column == names or hold_names(below)):
            return row, column
    return None


def table_of_people(shape: str, place: Place, taken: range) -> Flat:
    """A table that is of people, by the heading at a place: it takes its rows of the sheet, and has none."""
    return Flat(shape, [Column("team", "", place)], [], [], taken, people=place)


def say_people(found: Sequence[Found], problems: Problems, *, teams: bool) -> bool:
    """Refuse the tables of people, or pass them over where there are ``teams``; whether there was one."""
    tables = [(one, one.people) for one in found if one.people]
    for one, place in tables:
        heading = text(one.sheet.at(*place))
        if not (names_people(heading) or meaning_of(heading) == "workers"):
            problems.add("names_passed_over" if teams else "names_like_people", sheet=one.sheet.name, place=place)
            continue
        child = is_childs_own(heading) and meaning_of(heading) != "worker"
        code = "people_not_read" if teams else "child_level" if child else "people_not_teams"
        shown = "" if teams else heading[:60]
        problems.add(code, sheet=one.sheet.name, place=place, found=shown, heading=quoted(heading))
    return bool(tables)


def may_hold_people(sheets: Sequence[Sheet], found: Sequence[Found], problems: Problems) -> bool:
    """Whether rows of children or workers were seen, or may have been among what was passed over."""
    known = any(one.header.table in (CHILD, PEOPLE, WORKER) for one in found)
    named = any(map(names_people, (heading for one in found for heading in one.header.headings.values())))
    # A sheet that nobody knows, or a hidden one, may be a list of people too.
    unknown = any(map(problems.has, _MAY_NAME))
    return known or named or unknown or any(sheet.hidden for sheet in sheets)
