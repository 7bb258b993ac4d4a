"""The row of a sheet without a table that looks most like headings, so that a person can say what they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from loaders.files.cells import Kind, number, text
from loaders.files.grid import Sheet, is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import FIGURES, Header
from loaders.layouts.measurelabels import MEASURES
from loaders.staff.personnames import is_named_like_person
from loaders.strangers import is_stranger
from loaders.teams.rows import is_summary, is_total
from loaders.teams.teamheadings import is_of_rows
from loaders.teams.waitingnames import is_waiting
from loaders.words.missing import missing_reason
from loaders.words.sheetnames import is_silent_sheet
from loaders.words.vocabulary import MEANINGS, is_of_person, known_words, meaning_of, words_of

# What a column without a heading goes by.
NAMELESS = "(no heading)"
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
            below = rows[place + 1 :]
            told |= dict.fromkeys(_nameless(sheet, min(told), below), NAMELESS)
            labels = [text(sheet.at(other, min(told))) for other in below]
            return None if _is_on_its_side(told.values(), labels) else _found(sheet, row, told)
    return None


def _nameless(sheet: Sheet, first: int, rows: Sequence[int]) -> list[int]:
    """The columns left of the first heading in which most rows have words: the corner over the teams is often blank."""
    return [
        column
        for column in range(first)
        if sum(isinstance(cell, str) and not is_blank(cell) for cell in (sheet.at(row, column) for row in rows)) * 2
        > len(rows)
    ]


def _is_on_its_side(headings: Iterable[str], labels: Iterable[str]) -> bool:
    """Whether measures stand down the side and none along the top, so that what is there are names.

    "Total" and "Unallocated" stand below teams too.
    """
    if any(meaning_of(heading) in MEASURES for heading in headings):
        return False
    own = (one for one in labels if not (is_total(one) or is_waiting(one) or is_summary(one)))
    return any(meaning_of(one) in FIGURES for one in own)


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
    kinds = {number(cell)[1] for cell in sheet.rows[row] if not is_blank(cell)}
    return Kind.UNREADABLE in kinds and not kinds.isdisjoint((Kind.NUMBER, Kind.TYPED))


def _is_value(heading: str, sheet: Sheet, column: int, below: Sequence[int]) -> bool:
    """Whether what stands in a heading's place is a value of its column: it comes again below, or both are names."""
    values = {text(sheet.at(row, column)) for row in below}
    if any(map(str.isdigit, heading)) and _form(heading) in map(_form, values):
        # The first of a column of references.
        return True
    if heading in values:
        return True
    return is_named_like_person(heading) and not is_of_rows(heading) and any(map(is_named_like_person, values))


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
