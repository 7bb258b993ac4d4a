"""Blocks of one team each with the months side by side, whose corner has the team's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.dates.months import in_title
from loaders.files.cells import text
from loaders.files.grid import Sheet
from loaders.layouts.measures import measure_of
from loaders.layouts.monthhead import MonthHeading
from loaders.words.vocabulary import meaning_of

_LETTERS = re.compile(r"[A-Za-z]{2}")


def with_corners(sheet: Sheet, headings: Sequence[MonthHeading]) -> list[MonthHeading]:
    """The rows of months, those of one team each with the place of its name in their corner.

    None has one unless several do, each another name: above a block alone the title may as well have the team.
    """
    own = [not heading.words and _names_measures(sheet, heading, headings) for heading in headings]
    names = [text(sheet.at(one.last, one.name)) for one, is_own in zip(headings, own, strict=True) if is_own]
    several = len(names) > 1 and len({name.casefold() for name in names}) == len(names)
    if not several or not all(map(_may_name_team, names)):
        return list(headings)
    both = zip(headings, own, strict=True)
    return [replace(one, corner=(one.last, one.name)) if is_own else one for one, is_own in both]


def _may_name_team(said: str) -> bool:
    return bool(_LETTERS.search(said)) and meaning_of(said) is None and not in_title(said)


def _names_measures(sheet: Sheet, heading: MonthHeading, headings: Sequence[MonthHeading]) -> bool:
    """Whether most names below a row of months, as far as the next, are measures."""
    end = next((other.first for other in headings if other.first > heading.last), len(sheet.rows))
    rows = [row for row in sheet.filled_rows if heading.last < row < end]
    said = [told for row in rows if (told := text(sheet.at(row, heading.name)))]
    return sum(measure_of(told) is not None for told in said) * 2 > len(said)
