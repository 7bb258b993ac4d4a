"""Lists with a row for each family: a family is not a child, and how many it has stands in a column of its own."""

from __future__ import annotations

import re

from loaders.files.cells import quoted, text
from loaders.files.grid import Cell
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.words.phrases import patterns
from loaders.words.vocabulary import is_case_heading, words_of

_COUNT = re.compile(patterns(__file__, "families")["count"])
_NUMBER = re.compile(r"(\d{1,2})(?:\.0+)?(?: [a-z]+)?", re.IGNORECASE)
# A child may stand in a row of its own, and how many brothers and sisters it has beside it.
_BESIDE_A_CHILD = re.compile(rf"\b{patterns(__file__, 'siblings')['beside_a_child']}\b")
_OWN = re.compile(rf"\b{patterns(__file__, 'own')['own']}\b")


def say_families(found: Found, problems: Problems) -> None:
    """Refuse a list whose rows may each be several children: a column counts them, and one row has two or more.

    Where each row has a child's own number, name or day of birth, a count of brothers and sisters is a warning only.
    """
    headings = found.header.headings
    own = any(is_case_heading(heading, "child") and _OWN.search(words_of(heading)) for heading in headings.values())
    for column, heading in headings.items():
        words = words_of(heading)
        if _is_of_the_child(heading) or not _COUNT.fullmatch(words):
            continue
        if any(_counted(found.cell(row, column)) > 1 for row in found.rows):
            beside = own and _BESIDE_A_CHILD.search(words) is not None
            code = "siblings_beside" if beside else "families_not_children"
            place = (found.header.last, column)
            problems.add(code, sheet=found.sheet.name, place=place, heading=quoted(heading))


def _is_of_the_child(heading: str) -> bool:
    """Whether the heading is that of the child's name, number or birth: "Child", "Child no."."""
    return is_case_heading(heading, "child")


def _counted(cell: Cell) -> int:
    told = _NUMBER.fullmatch(text(cell)) if isinstance(cell, str | int | float) else None
    return int(told[1]) if told else 0
