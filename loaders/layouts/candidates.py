"""The row of a sheet without a table that looks most like headings, so that a person can say what they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from loaders.files.cells import text
from loaders.files.grid import Sheet, is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import FIGURES, Header
from loaders.staff.personnames import is_named_like_person
from loaders.strangers import is_stranger
from loaders.words.sheetnames import is_silent_sheet
from loaders.words.vocabulary import MEANINGS, is_of_person, known_words, meaning_of, missing_reason, words_of

_LINES, _FEWEST, _MOST = 25, 3, 40


def likely_table(sheet: Sheet) -> Found | None:
    """The first row of three or more short texts above a row with a text and a number; none for a list of people."""
    if is_silent_sheet(sheet.name):
        return None
    rows = [row for row in sheet.filled_rows if row < _LINES]
    for place, row in enumerate(rows[:-1]):
        told = {column: text(cell) for column, cell in enumerate(sheet.rows[row]) if not is_blank(cell)}
        if is_stranger(list(told.values())) or any(map(is_of_person, told.values())):
            return None
        if _are_headings(sheet, row) and _are_values(sheet, rows[place + 1]):
            if _may_be_a_row(told.values()) or any(
                _is_value(heading, sheet, column, rows[place + 1 :]) for column, heading in told.items()
            ):
                # A list without headings: its first row is somebody's.
                return None
            # Measures down the side: what stands above the figures are names.
            on_its_side = any(meaning_of(text(sheet.at(below, min(told)))) in FIGURES for below in rows[place + 1 :])
            return None if on_its_side else _found(sheet, row, told)
    return None


def _are_headings(sheet: Sheet, row: int) -> bool:
    cells = [cell for cell in sheet.rows[row] if not is_blank(cell)]
    short = all(isinstance(cell, str) and len(cell) <= _MOST * 2 for cell in cells)
    return short and _FEWEST <= len(cells) <= _MOST


def _may_be_a_row(headings: Collection[str]) -> bool:
    """Whether texts may be a row of a list: one is a code for a missing figure, or none has a word of headings."""
    return any(map(missing_reason, headings)) or not any(map(_has_known_word, headings))


def _has_known_word(heading: str) -> bool:
    return not known_words().isdisjoint(words_of(heading).split())


def _are_values(sheet: Sheet, row: int) -> bool:
    cells = [cell for cell in sheet.rows[row] if not is_blank(cell)]
    return any(isinstance(cell, str) for cell in cells) and any(isinstance(cell, int | float) for cell in cells)


def _is_value(heading: str, sheet: Sheet, column: int, below: Sequence[int]) -> bool:
    """Whether what stands in a heading's place is a value of its column: it comes again below, or both are names."""
    values = {text(sheet.at(row, column)) for row in below}
    if any(map(str.isdigit, heading)) and _form(heading) in map(_form, values):
        # The first of a column of references.
        return True
    return heading in values or (is_named_like_person(heading) and any(map(is_named_like_person, values)))


def _form(said: str) -> str:
    return re.sub(r"[A-Za-z]+", "a", re.sub(r"\d", "9", said))


def _found(sheet: Sheet, row: int, headings: dict[int, str]) -> Found:
    columns: dict[str, int] = {}
    for column, heading in headings.items():
        name = meaning_of(heading)
        if name and not MEANINGS[name].several:
            columns.setdefault(name, column)
    below = [other for other in sheet.filled_rows if other > row]
    return Found(sheet, Header(row, row, "", columns, headings), below, (), sheet.merged_fill() if sheet.merged else {})
