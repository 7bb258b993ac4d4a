"""Sections of tables that are no columns side by side: what a word over or beside a label makes of it.

"FTE" under "Vacancies" is no FTE in post, wherever the two stand. What changes nothing ("Workforce") is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.dates.months import in_title
from loaders.files.cells import Kind, number, text
from loaders.files.grid import Cell, Sheet, is_blank
from loaders.layouts.header import CHILDREN_COLUMNS, DATES
from loaders.words.groups import is_neutral, joined
from loaders.words.vocabulary import GROUPS, is_named, meaning_of, named, words_of

_OF_CHILDREN = (*CHILDREN_COLUMNS, "unallocated", "average", "starts", "closures")
_OF_NAMES = ("team", "area", "measure", *DATES)


def in_section(section: str, label: str) -> str:
    """What a section and a label say together; the label alone where the section changes nothing of it."""
    if is_named(label) and section and not label.startswith(named(None, settled=True)):
        return label if is_neutral(section) else named(None)
    # No child is a vacant post's: the section ends before the children.
    if GROUPS["of_posts"].issuperset(words_of(section).split()) and meaning_of(label) in _OF_CHILDREN:
        return label
    return joined(section, label)


def labels_in_sections(sheet: Sheet, rows: Sequence[int], column: int) -> dict[int, str]:
    """The label of each row below titles, with its section where that makes another thing of it."""
    sections = sections_of(sheet, rows, column, titled=True)
    return {row: in_section(section, text(sheet.at(row, column))) for row, section in sections.items()}


def sections_of(
    sheet: Sheet, rows: Iterable[int], column: int, *, titled: bool = False, beside: bool = True
) -> dict[int, str]:
    """For each row the section that its label in a column stands in, "" for none.

    A section stands left of its first label, which ``beside`` looks for, or alone above it, until the next one or a
    blank row. ``titled`` says that lines before the first row of several cells are titles.
    """
    found: dict[int, str] = {}
    section, before, alone = "", -1, False
    for row in rows:
        label = _words(sheet, row, column)
        others = reversed(range(column)) if beside else ()
        left = next(filter(None, (_words(sheet, row, other) for other in others)), "")
        filled = sum(cell != "" for cell in sheet.rows[row])
        if before >= 0 and row > before + 1 and not alone:
            section = ""
        alone = filled == 1 and bool(left or label) and not titled
        if alone and (in_title(left or label) or meaning_of(left or label) in _OF_NAMES):
            section = ""
        elif alone and (meaning_of(left or label) is None or is_neutral(left or label)):
            section = left or label
        elif filled > 1:
            titled = False
            if left or meaning_of(label) in _OF_NAMES or _is_of_names(sheet, row, column):
                section = "" if meaning_of(left) in _OF_NAMES else left
        found[row] = "" if alone else section
        before = row
    return found


def is_figure(cell: Cell) -> bool:
    """Whether a cell holds a number, or a code for a missing one."""
    return number(cell)[1] in (Kind.NUMBER, Kind.TYPED, Kind.MISSING)


def end_of(sheet: Sheet, column: int, last: int) -> int:
    """The last row of a table: what is none of ours has its label and figures below the others."""
    row = last + 1
    while row < len(sheet.rows) and text(sheet.at(row, column)) and meaning_of(text(sheet.at(row, column))) is None:
        if not any(map(is_figure, sheet.rows[row][column + 1 :])):
            break
        row += 1
    return row - 1


def _words(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.at(row, column)
    return text(cell) if isinstance(cell, str) and not is_blank(cell) else ""


def _is_of_names(sheet: Sheet, row: int, column: int) -> bool:
    """Whether most of what stands beside a label are names, and no figures."""
    cells = [cell for cell in sheet.rows[row][column + 1 :] if not is_blank(cell)]
    names = [cell for cell in cells if isinstance(cell, str) and number(cell)[1] is Kind.UNREADABLE]
    return len(names) * 2 > len(cells)
