"""Children who are named below the teams of a table: their rows are refused, and nobody's name is shown."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.personnames import is_named_like_person
from loaders.teams.columns import Plan
from loaders.teams.figures import quiet_figure
from loaders.teams.rows import Row, RowKind
from loaders.teams.teamrow import BASES
from loaders.words.phrases import word_lists
from loaders.words.vocabulary import plain

_NAMED = (RowKind.TEAM, RowKind.EMPTY_TEAM)
_WORDS = (RowKind.REMARK, RowKind.EMPTY_TEAM, RowKind.WAITING)
_OF_CHILDREN = word_lists(__file__, "above_names")["of_children"]


def refuse_children(found: Found, plan: Plan, rows: Sequence[Row], problems: Problems) -> list[Row]:
    """The rows, those as blank that stand below the teams, are named as people are, and have neither FTE nor children.

    Below a line such as "Children waiting:" a 0 is as good as a blank, and a name alone is enough.
    """
    columns = [plan.figures[name] for name in (*(name for name, _ in BASES), "allocated") if name in plan.figures]

    def held(row: Row) -> list[float | None]:
        return [quiet_figure(found, row.row, column) for column in columns]

    places = range(len(rows) - 1, -1, -1)
    last = next((place for place in places if rows[place].kind is RowKind.TEAM and any(held(rows[place]))), None)
    if last is None:
        return list(rows)
    kept, announced = list(rows[: last + 1]), False
    for row in rows[last + 1 :]:
        announced = announced or (row.kind in _WORDS and not _OF_CHILDREN.isdisjoint(plain(row.name).split()))
        empty = not any(held(row)) if announced else row.kind is RowKind.TEAM and set(held(row)) == {None}
        refused = empty and row.kind in _NAMED and is_named_like_person(row.name)
        if refused:
            problems.add("child_among_teams", sheet=found.sheet.name, place=(row.row, plan.name))
        kept.append(Row(row.row, RowKind.BLANK) if refused else row)
    return kept
