"""The column of the teams' names, where none is headed so and areas are: the names beside the areas tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from loaders.files.cells import Kind, number, quoted, text
from loaders.files.grid import Cell, Place, Sheet, cell_name, is_blank
from loaders.layouts.columnheading import heading as heading_of
from loaders.layouts.found import Found, Remark
from loaders.layouts.header import DATES, LONG, TEAM
from loaders.layouts.measures import measure_of
from loaders.layouts.monthhead import MonthHeading
from loaders.staff.personnames import are_like_people
from loaders.teams.rows import is_summary, is_total
from loaders.words.identifiers import identifies
from loaders.words.phrases import word_lists
from loaders.words.vocabulary import is_named, meaning_of, names_people, words_of

_LONGEST = 60
_NUMBERS = (Kind.NUMBER, Kind.TYPED)
# Of headings of what a team or an area has, and is not called.
_NO_NAMES = word_lists(__file__, "no_names")["no_names"]


def with_team_names(found: Found) -> Found:
    """A table of areas in which a column beside them has a name of its own in each row.

    Where areas stand in several rows that column has the teams, which is said. Where each stands in one, either may
    have them, and the person is asked.
    """
    header, columns = found.header, found.header.columns
    if header.table not in (TEAM, LONG) or "team" in columns or "area" not in columns:
        return found
    others = [
        column
        for column, heading in header.headings.items()
        if _may_name(heading) and not identifies(heading, found.column(column))
    ]
    if not others:
        return found
    rows = _rows(found)
    area = filled_down([found.cell(row, columns["area"]) for row in rows])
    keys = [
        filled_down([found.cell(row, columns[name]) for row in rows])
        for name in (*DATES, "year", "measure")
        if name in columns
    ]
    own = [column for column in others if are_names([found.cell(row, column) for row in rows], keys)]
    if len(own) == 1 and not are_distinct(area, keys):
        named = {name: column for name, column in columns.items() if column != own[0]} | {"team": own[0]}
        return replace(found, header=replace(header, columns=named), remarks=(_say(found, "names_as_teams", own[0]),))
    return replace(found, remarks=(*found.remarks, *(_say(found, "area_or_team", column) for column in own)))


def without_answered(found: Found, answered: Collection[Place]) -> Found:
    """The table without what was to be asked about headings at places of which a person has said what they are."""
    kept = tuple(one for one in found.remarks if one.code != "area_or_team" or one.place not in answered)
    return found if len(kept) == len(found.remarks) else replace(found, remarks=kept)


def with_names_across(
    sheet: Sheet, filled: Mapping[Place, Cell], headings: Sequence[MonthHeading]
) -> tuple[list[MonthHeading], list[Remark]]:
    """The same for tables with their months side by side, and what there is to say."""
    told: list[MonthHeading] = []
    remarks: dict[tuple[str, str], Remark] = {}
    ends = [*(heading.first for heading in headings[1:]), len(sheet.rows)]
    for heading, end in zip(headings, ends, strict=True):
        own, are_areas = _across(sheet, filled, heading, end)
        if len(own) == 1 and are_areas:
            heading = replace(heading, words={**heading.words, "team": own[0]}, name=own[0])
        for column in own:
            names = {
                "heading": _named(sheet, heading.last, column),
                "area": _named(sheet, heading.last, heading.words["area"]),
            }
            code = "names_as_teams" if "team" in heading.words else "area_or_team"
            remarks.setdefault(
                (code, text(sheet.at(heading.last, column))), Remark(code, (heading.last, column), names)
            )
        told.append(heading)
    return told, list(remarks.values())


def _named(sheet: Sheet, row: int, column: int) -> str:
    return f"{quoted(sheet.at(row, column))} (cell {cell_name(row, column)})"


def _across(sheet: Sheet, filled: Mapping[Place, Cell], heading: MonthHeading, end: int) -> tuple[list[int], bool]:
    """The columns left of the months with a name of its own in each row, and whether areas stand in several rows."""
    words, first = heading.words, min(heading.columns)
    if "team" in words or "area" not in words:
        return [], False
    said = {column: text(sheet.at(heading.last, column)) for column in range(first)}
    rows = [
        row
        for row in sheet.filled_rows
        if heading.last < row < end
        and any(number(sheet.at(row, column))[1] in _NUMBERS for column in heading.columns)
        and not any(is_total(told) or is_summary(told) for told in (text(sheet.at(row, column)) for column in said))
    ]

    def cells(column: int) -> list[Cell]:
        return [filled.get((row, column), sheet.at(row, column)) for row in rows]

    keys = [
        filled_down(cells(column))
        for column in said
        if column == words.get("measure") or any(measure_of(text(cell)) for cell in cells(column))
    ]
    own = [
        column
        for column, label in said.items()
        if _may_name(label) and are_names(cells(column), keys) and not identifies(label, cells(column))
    ]
    return own, not are_distinct(filled_down(cells(words["area"])), keys)


def _say(found: Found, code: str, column: int) -> Remark:
    words = {"heading": heading_of(found, column), "area": heading_of(found, found.header.columns["area"])}
    return Remark(code, (found.header.last, column), words)


def _may_name(heading: str) -> bool:
    """Whether a heading may be that of teams' names: it is none of ours, or that of kinds of team such as "Service"."""
    if is_named(heading) or meaning_of(heading) not in (None, "kind") or names_people(heading):
        return False
    words = words_of(heading).split()
    return bool(words) and words[-1] not in _NO_NAMES


def _rows(found: Found) -> list[int]:
    """The rows with a figure that are no totals by their first words."""
    words = sorted(column for name, column in found.header.columns.items() if name in ("area", "kind"))
    figures = [column for column in found.header.headings if column not in words]
    return [
        row
        for row in found.rows
        if any(is_number(found, row, column) for column in figures)
        and not any(is_total(said) or is_summary(said) for said in (text(found.cell(row, column)) for column in words))
    ]


def is_number(found: Found, row: int, column: int) -> bool:
    """Whether a number stands in a cell, or a formula."""
    return (row, column) in found.sheet.formulas or number(found.cell(row, column))[1] in _NUMBERS


def filled_down(cells: Sequence[Cell]) -> list[str]:
    """The texts of cells, a blank as what stands above it."""
    said: list[str] = []
    for cell in cells:
        said.append(said[-1] if said and is_blank(cell) else text(cell))
    return said


def are_names(cells: Sequence[Cell], keys: Sequence[Sequence[str]]) -> bool:
    """Whether each of several rows has a name, none of them twice in a month, and they are not those of people."""
    names = [text(cell) if isinstance(cell, str) else "" for cell in cells]
    if len(names) < 2 or not all(0 < len(name) <= _LONGEST for name in names):
        return False
    are_words = all(number(name)[1] is Kind.UNREADABLE for name in set(names))
    return are_words and are_distinct(names, keys) and not are_like_people(set(names))


def are_distinct(names: Sequence[str], keys: Sequence[Sequence[str]]) -> bool:
    """Whether no name stands twice with the same ``keys``, such as its month."""
    told = list(zip((name.casefold() for name in names), *keys, strict=True))
    return len(set(told)) == len(told)
