"""Tables turned on their side: the teams side by side, a measure in each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.children.people import hold_names, table_of_people
from loaders.dates.periods import month_in
from loaders.files.cells import Kind, number, text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.belowteams import BelowTeams, below_teams
from loaders.layouts.found import Remark
from loaders.layouts.measurelabels import MEASURES, MOST_ROWS, label_column, labels_of, may_have_labels
from loaders.layouts.sections import end_of, is_figure, labels_in_sections
from loaders.layouts.unfolded import Column, Flat, lines_between, row_line, span
from loaders.staff.personnames import are_like_people
from loaders.teams.teamheadings import is_team_alone
from loaders.words.vocabulary import meaning_of, names_people


@dataclass(frozen=True)
class _Block:
    """One table: the row of the teams' names, if there is one, and the rows with a label, each with its meaning."""

    names: int | None
    known: Sequence[tuple[int, str]]
    first: int
    last: int


def transposed_tables(sheet: Sheet, filled: Mapping[Place, Cell]) -> list[Flat]:
    """The tables of a sheet that have their teams side by side; none for a sheet that has not."""
    if not may_have_labels(sheet):
        return []
    labelled = labels_of(sheet)
    column = label_column(labelled)
    if column is None:
        return []
    said = labels_in_sections(sheet, sheet.filled_rows[:MOST_ROWS], column)
    plain = {row: meaning_of(labels[column]) for row, labels in labelled.items() if column in labels}
    known = [(row, meaning_of(said[row]) or "") for row in plain]
    if "team" not in plain.values() and _names_row(sheet, column, -1, known[0][0]) is None:
        # "Service" in the corner, before the names of the teams.
        known = [(row, "team" if name == "kind" and is_team_alone(said[row]) else name) for row, name in known]
    tables: list[Flat] = []
    nameless: list[Remark] = []
    previous = -1
    for block in _blocks(sheet, column, known):
        measures = {plain[row] for row, _ in block.known} & MEASURES
        people = _people_in(sheet, column, range(previous + 1, block.last + 1)) if len(measures) > 1 else None
        people = people or (_unnamed_people(sheet, column, block) if len(measures) > 1 else None)
        if people:
            tables.append(table_of_people("teams side by side", people, range(block.first, block.last + 1)))
        elif block.names is not None and len(measures) > 1:
            table = _Turned(sheet, filled, column, block, block.names, previous, said).flat()
            tables += [table] if table else []
        elif measures:
            nameless.append(Remark("figures_without_teams", (block.first, column), {}))
        previous = block.last
    return [replace(tables[0], remarks=(*tables[0].remarks, *nameless)), *tables[1:]] if tables else []


def _people_in(sheet: Sheet, column: int, rows: range) -> Place | None:
    """The label beside which people are named, so that they stand side by side; ``None`` for none."""
    for row in rows:
        for place in range(column + 1):
            label = text(sheet.at(row, place))
            if label and names_people(label) and hold_names(sheet.rows[row][column + 1 :]):
                return row, place
    return None


def _unnamed_people(sheet: Sheet, column: int, block: _Block) -> Place | None:
    """The cell beside the names of a table, where they look like people's and no label says that they are teams."""
    if block.names is None or dict(block.known).get(block.names) in ("team", "area"):
        return None
    names = (text(cell) for cell in sheet.rows[block.names][column + 1 :] if month_in(cell) is None)
    return (block.names, column) if are_like_people(names) else None


def _blocks(sheet: Sheet, column: int, known: Sequence[tuple[int, str]]) -> Iterator[_Block]:
    """The tables below one another: each has its own row of names, and each measure once."""
    last = -1
    for group in _groups(sheet, column, known):
        own = next((row for row, name in group if name == "team"), None)
        above = _names_row(sheet, column, last, group[0][0])
        names_at = own if own is not None else above
        if names_at is None:
            names_at = next((row for row, name in group if name == "area"), None)
        if names_at is None:
            yield _Block(None, group, group[0][0], group[-1][0])
        else:
            yield _Block(names_at, group, min(names_at, group[0][0]), end_of(sheet, column, group[-1][0]))
        last = group[-1][0]


def _groups(sheet: Sheet, column: int, known: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """The labels of each table: a new one begins with a new row of names, or where a measure comes again."""
    groups: list[list[tuple[int, str]]] = []
    named = False
    for row, name in known:
        names = {other for _, other in groups[-1]} if groups else set()
        after = groups[-1][-1][0] if groups else -1
        renamed = _names_row(sheet, column, after, row) is not None
        begins = renamed or (named and name == "team")
        if not groups or (name in names and name not in ("", "part")) or (begins and names & MEASURES):
            groups.append([])
            named = False
        named = named or renamed or name == "team"
        groups[-1].append((row, name))
    return groups


def _names_row(sheet: Sheet, column: int, after: int, before: int) -> int | None:
    """The row between two whose cells right of the labels are names, nearest to the measures.

    Rows of figures whose label is not known are passed over.
    """
    for row in range(before - 1, after, -1):
        right = [cell for cell in sheet.rows[row][column + 1 :] if not is_blank(cell)]
        names = [cell for cell in right if isinstance(cell, str) and number(cell)[1] is Kind.UNREADABLE]
        if len(right) > 1 and (len(names) * 2 > len(right) or below_teams(sheet, {}, row, _filled(sheet, row, column))):
            return row
        if len(names) < len(right) and not (text(sheet.at(row, column)) and all(map(is_figure, right))):
            return None
    return None


def _filled(sheet: Sheet, row: int, column: int) -> list[int]:
    """The columns behind one in which a row has anything."""
    return [place for place in range(column + 1, len(sheet.rows[row])) if not is_blank(sheet.at(row, place))]


class _Turned:
    """One table on its side, made flat: a row for each column."""

    def __init__(
        self,
        sheet: Sheet,
        filled: Mapping[Place, Cell],
        column: int,
        block: _Block,
        names: int,
        previous: int,
        said: Mapping[int, str],
    ) -> None:
        self._told = said
        self._sheet = sheet
        self._filled = filled
        self._column = column
        self._block = block
        self._names = names
        self._titles_after = previous
        width = max(len(sheet.rows[row]) for row in range(block.first, block.last + 1))
        places = range(column + 1, width)
        self._across = [place for place in places if self._holds_team(place)]

    def flat(self) -> Flat | None:
        """The table, or ``None`` if no team stands in it."""
        if below := self._below_teams():
            return self._of_teams_above(below)
        if not self._across or all(self._is_month(place) for place in self._across):
            return None
        block, sheet = self._block, self._sheet
        above = self._row_above()
        rows = [self._names, *([above[0]] if above else []), *self._rows_below()]
        names = span([(self._names, place) for place in self._across])
        columns = [Column("team", names, (self._names, self._column), row_line(self._names))]
        if above:
            columns.append(Column(above[1], "", (above[0], self._column), row_line(above[0])))
        columns += [self._measure(row) for row in self._rows_below()]
        first = above[0] if above else block.first
        titles = [*lines_between(sheet, self._titles_after, first), *self._corner()]
        flat_rows = [[(row, place) for row in rows] for place in self._across]
        return Flat("teams side by side", columns, flat_rows, titles, range(first, block.last + 1))

    def _below_teams(self) -> BelowTeams | None:
        if self._block.first != self._names or self._names - 1 <= self._titles_after:
            return None
        return below_teams(self._sheet, self._filled, self._names, self._across)

    def _of_teams_above(self, below: BelowTeams) -> Flat:
        """The table with its teams in the row above, each over months or over figures of several kinds."""
        first, taken = self._names - 1, range(self._names - 1, self._block.last + 1)
        if are_like_people(text(self._sheet.at(*place)) for place in set(below.teams.values())):
            return table_of_people("teams side by side", (first, self._column), taken)
        rows, names = self._rows_below(), span(list(dict.fromkeys(below.teams.values())))
        columns = [Column("team", names, (first, self._column), row_line(first))]
        if below.dated:
            columns.append(Column("month", "", (self._names, self._column), row_line(self._names)))
        dates = [self._names] if below.dated else []
        flat_rows = [[below.teams[one], *((row, one) for row in (*dates, *rows))] for one in below.kept]
        columns += [self._measure(row) for row in rows]
        titles = [*lines_between(self._sheet, self._titles_after, first), *self._corner()]
        return Flat("teams side by side", columns, flat_rows, titles, taken, below.remarks)

    def _said(self, row: int, column: int) -> str:
        value = self._sheet.at(row, column)
        return text(self._filled.get((row, column), value) if value == "" else value)

    def _holds_team(self, column: int) -> bool:
        """Whether a column has a name or figures; words beside the table, such as a comment, are none."""
        rows = [row for row, name in self._block.known if name in MEASURES]
        heading = self._said(self._names, column)
        if meaning_of(heading) == "note":
            return False
        return bool(heading) or any(self._said(row, column) or (row, column) in self._sheet.formulas for row in rows)

    def _is_month(self, column: int) -> bool:
        cell = self._sheet.at(self._names, column)
        return not isinstance(cell, float) and month_in(cell) is not None

    def _rows_below(self) -> list[int]:
        block = self._block
        rows = range(block.first, block.last + 1)
        return [row for row in rows if row != self._names and self._said(row, self._column)]

    def _measure(self, row: int) -> Column:
        name = dict(self._block.known).get(row) or None
        told = self._told.get(row) or self._said(row, self._column)
        return Column(name, told, (row, self._column), row_line(row))

    def _corner(self) -> list[str]:
        corner = self._said(self._names, self._column)
        return [corner] if corner and meaning_of(corner) is None else []

    def _row_above(self) -> tuple[int, str] | None:
        """The row above the names, if it groups them by month or by area."""
        row = self._block.first - 1
        if row <= self._titles_after or self._block.first != self._names:
            return None
        cells = [self._filled.get((row, place), self._sheet.at(row, place)) for place in self._across]
        told = {text(cell) for cell in cells if not is_blank(cell)}
        if len(told) < 2:
            return None
        if all(is_blank(cell) or month_in(cell) for cell in cells):
            return row, "month"
        return row, "area"
