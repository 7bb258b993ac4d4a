"""The headings of a sheet's tables: found by what they say, never by their place.

A table begins at the row (or the two rows, when a group heading such as
"Children" stands over "Allocated" and "Waiting") whose cells name the columns of
one of ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from loaders.dates.printed import PRINTED
from loaders.files.cells import Kind, number, text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.teams.teamheadings import team_alone
from loaders.words.groups import Split, TwoRows, two_rows
from loaders.words.vocabulary import MEANINGS, OF_PEOPLE, casework_field, is_case_heading, meaning_of, words_of
from model.tables import FLOWS

FTE_COLUMNS = ("fte_case_holding", "fte_in_post", "fte_established", "fte")
CHILDREN_COLUMNS = ("allocated", "children", "active", "caseload", "part")
FIGURES = frozenset({*FTE_COLUMNS, *CHILDREN_COLUMNS, "headcount", "workers", "unallocated", "held", "average", *FLOWS})
# A quarter says less than a month, and counts only where no other column is one of dates.
DATES = ("month", "date", "as_at", "quarter")
# Two of these are in no row of figures, as "Total" and one measure may be.
_SURE = FIGURES - {"children", "part"} | {"measure", *DATES}

# The tables a sheet may hold, and what each is called in SheetRead.
TEAM, SERVICE, WORKER, NOTE = "team_caseload", "service_caseload", "worker_caseload", "month_note"
# A table with a row for each measure, which becomes a table of teams.
LONG = "a row for each measure"
# A list with a row for each child, which is counted.
CHILD = "a row for each child"
# A table of single people in another shape, of which nothing is read.
PEOPLE = "people, not teams"


@dataclass(frozen=True)
class Header:
    """The heading of one table. Columns and rows are counted from 0; ``last`` is its lowest row."""

    first: int
    last: int
    table: str
    columns: dict[str, int]
    headings: dict[int, str]
    doubled: tuple[tuple[str, int], ...] = ()
    parts: tuple[int, ...] = ()
    splits: tuple[Split, ...] = ()
    doubted: Mapping[int, str] = field(default_factory=dict)

    @property
    def has_children(self) -> bool:
        """Whether a column counts children, or averages them."""
        return bool(self.parts) or any(
            name in self.columns for name in (*CHILDREN_COLUMNS, "unallocated", "held", "average")
        )

    @property
    def unread(self) -> list[int]:
        """Columns with a heading that is none of ours."""
        known = {*self.columns.values(), *self.parts, *(column for _, column in self.doubled)}
        return [column for column in self.headings if column not in known]


def find_headers(sheet: Sheet, filled: Mapping[Place, Cell]) -> list[Header]:
    """The headings of a sheet's tables, downwards; ``filled`` is what merged ranges show."""
    headers: list[Header] = []
    telling: set[int] | None = None
    for row in sheet.filled_rows:
        if headers and (row <= headers[-1].last or (headers[-1].table == CHILD and _is_of_child(sheet.rows[row]))):
            continue
        if headers and headers[-1].table != CHILD:
            # Below the first heading there are many rows: those that may be another are found once for all of them.
            if telling is None:
                headings = {cell for cell in sheet.distinct if isinstance(cell, str) and _may_be_heading(cell)}
                telling = sheet.rows_with(headings, headers[0].last)
            if row not in telling:
                continue
        header = _header_at(sheet, row, filled)
        # What looks like a heading among the rows of children is one of them.
        if header and (not headers or header.table == CHILD or headers[-1].table != CHILD):
            headers.append(header)
    return headers


def _is_of_child(cells: Sequence[Cell]) -> bool:
    """Whether a row below the heading of a list of children is one of them: a number, a date or a code stands in it."""
    return not all(type(cell) is str for cell in cells) or any(map(str.isdigit, "".join(map(str, cells))))


def _may_be_heading(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(meaning_of(cell) or casework_field(cell))


def _header_at(sheet: Sheet, row: int, filled: Mapping[Place, Cell]) -> Header | None:
    """The header that begins, or has its lower row, at this row."""
    if not any(map(_may_be_heading, sheet.rows[row])):
        return None
    best = _one_row(sheet, row)
    if best and best.table == CHILD:
        return best
    for upper in (row, row - 1):
        if not 0 <= upper < len(sheet.rows) - 1:
            continue
        if _only_text(sheet.rows[upper]) and _only_text(sheet.rows[upper + 1]) and not _is_printed(sheet.rows[upper]):
            lower = _one_row(sheet, upper + 1)
            if lower is None or lower.table != CHILD:
                told = _two_rows(sheet, upper, filled)
                both = _read(upper, upper + 1, told.headings, told.splits, line=_is_line(sheet, upper + 1))
                # Where the group changes what stands below it, neither row is a heading by itself.
                if both and told.doubted:
                    both = replace(both, doubted=told.doubted)
                best = both if told.changed or told.splits or told.doubted else _better(best, lower, both)
    return best


def _better(best: Header | None, lower: Header | None, both: Header | None) -> Header | None:
    """Two rows as one heading, if the upper one gives a column its meaning; else it is a title."""
    if both is None or _known(both) < max(_known(best), _known(lower)):
        return best
    alone = [header.columns for header in (best, lower) if header]
    return best if both.columns in alone else both


def _one_row(sheet: Sheet, row: int) -> Header | None:
    cells = enumerate(sheet.rows[row])
    return _read(row, row, {place: text(cell) for place, cell in cells if isinstance(cell, str) and cell.strip()})


def _known(header: Header | None) -> int:
    return len(header.columns) + len(header.parts) if header else 0


def _only_text(cells: Sequence[Cell]) -> bool:
    """Whether a row may be one of headings; in a text file a number is a text too, and is none."""
    told = [cell for cell in cells if not is_blank(cell)]
    if not told or not all(isinstance(cell, str) for cell in told):
        return False
    return not any(cell[:1].isdigit() and number(cell)[1] is Kind.TYPED for cell in told)  # type: ignore[index]


def _is_printed(cells: Sequence[Cell]) -> bool:
    """Whether a row says when the report was made, as no row of groups does."""
    return any(isinstance(cell, str) and PRINTED.search(cell) and any(map(str.isdigit, cell)) for cell in cells)


def _is_line(sheet: Sheet, row: int) -> bool:
    """Whether a row has one cell alone, as where a team's name stands above its workers."""
    return sum(not is_blank(cell) for cell in sheet.rows[row]) == 1


def _two_rows(sheet: Sheet, upper: int, filled: Mapping[Place, Cell]) -> TwoRows:
    columns = range(max(len(sheet.rows[upper]), len(sheet.rows[upper + 1])))
    above = [text(filled.get((upper, column), sheet.at(upper, column))) for column in columns]
    return two_rows(above, [text(sheet.at(upper + 1, column)) for column in columns])


def _read(
    first: int, last: int, headings: dict[int, str], splits: tuple[Split, ...] = (), *, line: bool = False
) -> Header | None:
    """The header that headings make, or ``None``; ``line`` says that one cell alone is the lower row of two."""
    columns: dict[str, int] = {}
    doubled: list[tuple[str, int]] = []
    parts: list[int] = []
    for column, heading in headings.items():
        name = meaning_of(heading)
        if name is None:
            continue
        if MEANINGS[name].several:
            parts.append(column)
        elif name in columns:
            doubled.append((name, column))
        else:
            columns[name] = column
    if any(name in columns for name in DATES[:-1]):
        columns.pop("quarter", None)
    if "team" not in columns and not line and len(_SURE & columns.keys()) > 1:
        _add_team(columns, headings)
    if _is_case_list(headings, columns):
        return Header(first, last, CHILD, _of_casework(headings, columns), headings, tuple(doubled), tuple(parts))
    surname = next((column for column, heading in headings.items() if words_of(heading) in OF_PEOPLE["surnames"]), None)
    if surname is not None and "worker" not in columns and any(name in columns for name in FTE_COLUMNS):
        columns["worker"] = surname
    if "team" not in columns and not line and "worker" in columns and "area" not in columns:
        # A list of workers has their teams, whatever figures it has.
        _add_team(columns, headings)
    table = _table_of(columns, bool(parts or splits))
    return Header(first, last, table, columns, headings, tuple(doubled), tuple(parts), splits) if table else None


def _add_team(columns: dict[str, int], headings: Mapping[int, str]) -> None:
    """Let the only column that can be that of the teams be it, where none is called so."""
    if (team := team_alone(headings)) is not None:
        columns["team"] = team
        if columns.get("kind") == team:
            del columns["kind"]


def _is_case_list(headings: Mapping[int, str], columns: Mapping[str, int]) -> bool:
    """Whether a heading can only be that of a child's row; a table with FTE is none."""
    if len(headings) < 3 or any(name in columns for name in FTE_COLUMNS):
        return False
    return any(is_case_heading(heading, "child") for heading in headings.values())


def _of_casework(headings: Mapping[int, str], columns: Mapping[str, int]) -> dict[str, int]:
    """The columns of a list of children, with the team and the worker by the words that such lists have for them."""
    # "Name" is the child's, though in other lists it is the worker's.
    childs = {column for column, heading in headings.items() if words_of(heading) in OF_PEOPLE["names"]}
    more = {name: column for name, column in columns.items() if name != "worker" or column not in childs}
    for alone in (False, True):
        known = dict(more)
        for column, heading in headings.items():
            field = casework_field(heading, alone=alone)
            if field and field not in known:
                more = {name: place for name, place in more.items() if place != column}
                more.setdefault(field, column)
    return more


def _table_of(columns: dict[str, int], parts: bool) -> str | None:
    """Which table the columns make, or ``None``."""
    names = columns.keys()
    dated = any(name in names for name in DATES)
    figures = bool(names & FIGURES) or parts
    if "measure" in names and ("team" in names or "area" in names):
        return LONG
    if "worker" in names and figures and ("team" in names or "role" in names or "asye" in names):
        return WORKER
    if (
        "worker" in names
        and names & set(FTE_COLUMNS)
        and names & set(CHILDREN_COLUMNS)
        and not (dated or "area" in names)
    ):
        return WORKER
    if ("team" in names or "area" in names) and figures:
        return TEAM
    if dated and "note" in names and "mark" in names:
        return NOTE
    if dated and ("service_unallocated" in names or "unallocated" in names):
        return SERVICE
    # What came and went is of a month: under a date stands a list of what happened on that day.
    if "month" in names and not names.isdisjoint(FLOWS):
        return SERVICE
    return None
