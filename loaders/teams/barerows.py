"""Rows with figures that are called "Sep" or "ASYE": read as teams, and said, since hardly any team is called so."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from loaders.dates.baremonths import is_bare_month
from loaders.files.cells import quoted
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.rows import Row, RowKind
from loaders.words.phrases import word_lists
from loaders.words.vocabulary import words_of

_PARTS, _NAMES = (word_lists(__file__, "bare_rows")[which] for which in ("parts", "names"))


def is_bare(name: str) -> bool:
    """Whether a name is a month or a quarter without its year, no town's, or a part of the staff or the children.

    >>> is_bare("Sep"), is_bare("ASYE"), is_bare("ASYE team"), is_bare("March")
    (True, True, False, False)
    """
    words = words_of(name)
    return words in _PARTS or (is_bare_month(name) and words not in _NAMES)


def may_be_bare(names: Collection[str]) -> bool:
    """Whether one of the names of a table is such a one, but not most."""
    bare = sum(map(is_bare, set(names)))
    return 0 < bare * 2 <= len(set(names))


def say_bare_rows(found: Found, column: int, rows: Sequence[Row], problems: Problems) -> None:
    """Warn of each such row among teams that are called otherwise."""
    teams = [row for row in rows if row.kind is RowKind.TEAM]
    if may_be_bare([row.name for row in teams]):
        for row in filter(lambda row: is_bare(row.name), teams):
            place = (row.row, column)
            problems.add("row_may_be_part", sheet=found.sheet.name, place=place, team=quoted(row.name))
