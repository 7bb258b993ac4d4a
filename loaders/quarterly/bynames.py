"""Lists of measures that are each of a name, such as a team's: those are no activity report of a whole service."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from loaders.files.cells import text
from loaders.files.grid import Sheet
from loaders.layouts.measures import measure_of
from loaders.quarterly.activityhead import TIMES, ActivityHead, block_of, part_of, plainly
from loaders.words.vocabulary import meaning_of

_LOOKED_AT = 400
_OF_NAMES = ("team", "area", "kind")
# Columns of a report under whose headings, such as "Unit" or "Group", names may stand as well.
_MAY_BE_NAMES = ("block", "part")


def is_by_names(head: ActivityHead) -> bool:
    """Whether the rows below a report's headings are each of a measure and of a name beside it.

    They are where most measures stand several times, each time beside another name, in a column that is none of a
    report's or is headed like that of its blocks or parts. They are beside any such column too where every measure is
    that of a team's caseload, and where most are if its heading is one of teams, areas or services.
    """
    sheet, named = head.sheet, head.named
    rows = [row for row in sheet.filled_rows if row > head.last][:_LOOKED_AT]
    measures = _filled_down(sheet, rows, named["measure"])
    keys = {column for name, column in named.items() if name in (*TIMES.values(), *_MAY_BE_NAMES)}
    known = {column for name, column in named.items() if name not in _MAY_BE_NAMES}
    for column in head.headings.keys() - known - {one.column for one in (*head.figures, *head.directions.values())}:
        names = _filled_down(sheet, rows, column)
        if not _may_be_names(names):
            continue
        if _are_told_apart(measures, names, *(_filled_down(sheet, rows, key) for key in keys - {column})):
            return True
        if _are_of_teams(measures, every=meaning_of(head.headings[column]) not in _OF_NAMES):
            return True
    return False


def measures_of(head: ActivityHead) -> set[str]:
    """What stands below a report's heading of measures."""
    sheet, column = head.sheet, head.named["measure"]
    return {text(sheet.at(row, column)) for row in sheet.filled_rows if row > head.last} - {""}


def _filled_down(sheet: Sheet, rows: Sequence[int], column: int) -> list[str]:
    """What stands in each row of a column, or else above it."""
    told: list[str] = []
    for row in rows:
        said = text(sheet.at(row, column))
        told.append(said or (told[-1] if told else ""))
    return told


def _may_be_names(said: Sequence[str]) -> bool:
    """Whether most of what stands in a column is text, and neither a part of a ratio nor a block of a report."""
    distinct = {one for one in said if one}
    names = [one for one in distinct if not (part_of(one) or block_of(one)) and any(map(str.isalpha, one))]
    return len(names) * 2 > len(distinct)


def _are_told_apart(measures: Sequence[str], names: Sequence[str], *keys: Sequence[str]) -> bool:
    """Whether most measures of a period stand more than once, and never twice beside one name."""
    times: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for measure, name, *rest in zip(measures, names, *keys, strict=True):
        if measure and not part_of(measure):
            times[plainly(measure), *rest].append(name.casefold())
    several = [told for told in times.values() if len(told) > 1]
    return len(several) * 2 > len(times) and all(len(set(told)) == len(told) for told in several)


def _are_of_teams(measures: Sequence[str], *, every: bool) -> bool:
    distinct = {one for one in measures if one}
    known = sum(measure_of(one) is not None for one in distinct)
    return known == len(distinct) if every else known * 2 > len(distinct)
