"""Children of a second worker, who are those of a first one too: a total of both counts them twice."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.files.cells import number
from loaders.layouts.columnheading import heading
from loaders.problems import Problems
from loaders.teams.teamtable import TeamTable
from loaders.words.phrases import word_lists
from loaders.words.vocabulary import words_of

_FIRST, _SECOND = (word_lists(__file__, "coworked")[kind] for kind in ("first", "second"))


def say_secondary(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Warn where the children read are those of first and second workers added up, by the columns beside."""
    for table in tables:
        found, children = table.found, table.plan.figures.get("allocated")
        if children is None:
            continue
        words = {column: words_of(told).split() for column, told in found.header.headings.items()}
        second = [column for column in found.header.unread if not _SECOND.isdisjoint(words[column])]
        first = [column for column in found.header.unread if not _FIRST.isdisjoint(words[column])]
        if second and first and _adds_up(table, children, [*first[:1], *second[:1]]):
            told = {"heading": heading(found, children), "secondary": heading(found, second[0])}
            place = (found.header.last, children)
            problems.add("secondary_counted", sheet=found.sheet.name, place=place, words=told)


def _adds_up(table: TeamTable, whole: int, parts: Sequence[int]) -> bool:
    """Whether a column is others added up in most rows that have numbers, and more than the first of them in one."""
    rows = [[number(table.found.cell(row, column))[0] for column in (whole, *parts)] for row in table.found.rows]
    known = [(row[0], row[1], row[2]) for row in rows if None not in row]
    agree = sum(value == (one or 0) + (other or 0) for value, one, other in known)
    return agree * 2 > len(known) and any(other for _, _, other in known)
