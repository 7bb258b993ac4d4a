"""Tables with a row for each month, team and measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.children.people import people_heading, table_of_people
from loaders.files.cells import Kind, number, quoted, text
from loaders.files.grid import Place, column_letters
from loaders.layouts.found import Found, Remark
from loaders.layouts.header import DATES
from loaders.layouts.pivot import Fact, Outline, Pivot
from loaders.layouts.unfolded import Column, Flat
from loaders.words.groups import is_changing
from loaders.words.vocabulary import is_value_heading

_WORDS = ("area", "kind", "year")
_SAMPLE = 200


def long_table(found: Found) -> Flat | None:
    """The table with a row for each team and month; ``None`` if it has no column of figures that is plain."""
    value = _value_column(found)
    if value is None:
        return None
    headings = {(found.header.last, column): heading for column, heading in found.header.headings.items()}
    columns = found.header.columns
    outline = _outline(found)
    if people := people_heading(found.sheet, headings, columns.get("team", columns.get("area", value))):
        return table_of_people(outline.shape, people, outline.taken)
    pivot = Pivot(found.sheet, found.filled, outline)
    for fact in _facts(found, value):
        pivot.add(fact)
    table = pivot.flat()
    others = _other_figures(found, value)
    if table and others:
        names = ", ".join(quoted(found.header.headings[column]) for column in others)
        place = (found.header.last, others[0])
        table = replace(table, remarks=(*table.remarks, Remark("figures_beside", place, {"names": names})))
    return table


def _value_column(found: Found) -> int | None:
    """The column of figures: the one that is called so, else the only one that holds numbers."""
    columns = _other_figures(found, None)
    called = [column for column in columns if is_value_heading(found.header.headings[column])]
    if called:
        return called[0]
    return columns[0] if len(columns) == 1 else None


def _other_figures(found: Found, value: int | None) -> list[int]:
    """The columns of numbers that no word column of ours is, but ``value``."""
    header = found.header
    ours = {header.columns.get(name) for name in ("team", "measure", *DATES, *_WORDS)}
    return [
        column for column in header.headings if column not in ours and column != value and _holds_numbers(found, column)
    ]


def _holds_numbers(found: Found, column: int) -> bool:
    kinds = [number(found.cell(row, column))[1] for row in found.rows[:_SAMPLE]]
    formulas = any((row, column) in found.sheet.formulas for row in found.rows[:_SAMPLE])
    return formulas or any(kind in (Kind.NUMBER, Kind.TYPED) for kind in kinds)


def _outline(found: Found) -> Outline:
    columns, headings = found.header.columns, found.header.headings
    heads = {}
    named = {name: name for name in ("team", *_WORDS)}
    named["team"] = "team" if "team" in columns else "area"
    month = next((name for name in DATES if name in columns), None)
    if month:
        named["month"] = month
    for name, source in named.items():
        if source in columns and not (name == "area" and "team" not in columns):
            place = (found.header.last, columns[source])
            meaning = month if name == "month" else name
            heads[name] = Column(meaning, headings[place[1]], place, f"column {column_letters(place[1])}")
    taken = range(found.header.first, (found.rows[-1] if found.rows else found.header.last) + 1)
    return Outline("a row for each measure", heads, found.titles, taken, totals_last=True)


def _facts(found: Found, value: int) -> Iterator[Fact]:
    """Every row's figure; a month or a team that is typed once stands for the rows below it."""
    columns = found.header.columns
    month_column = next((columns[name] for name in DATES if name in columns), None)
    team_column = columns.get("team", columns.get("area", 0))
    month = team = None
    besides = _besides(found, value)
    for row in found.rows:
        month = _place(found, row, month_column) or month
        team = _place(found, row, team_column) or team
        measure = _place(found, row, columns["measure"])
        if team and measure:
            words = {name: place for name in _WORDS if (place := _place(found, row, columns.get(name)))}
            section = " ".join(said for column in besides if is_changing(said := text(found.cell(row, column))))
            yield Fact(month, team, measure, (row, value), words, section)


def _besides(found: Found, value: int) -> list[int]:
    """The other columns of words, which may make another thing of a measure: "Agency" under "Staff group"."""
    ours = {value, *found.header.columns.values()}
    others = (column for column in found.header.headings if column not in ours)
    return [column for column in others if any(is_changing(text(cell)) for cell in set(found.column(column)))]


def _place(found: Found, row: int, column: int | None) -> Place | None:
    return (row, column) if column is not None and text(found.cell(row, column)) else None
