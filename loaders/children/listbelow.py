"""Lists below the teams of a table, such as "Awaiting allocation": who stands there may be a child, and is no team."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.children.likenames import may_be_somebodys
from loaders.children.namedbelow import Teams, children_by_name, counted_one_by_one, is_added_up
from loaders.files.cells import Kind, number, text
from loaders.files.grid import is_blank
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.personnames import holds_name, is_named_like_person
from loaders.teams.columns import Plan
from loaders.teams.figures import quiet_figure
from loaders.teams.rows import Row, RowKind
from loaders.teams.teamrow import BASES
from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import names_people, plain, words_of

_WAITING, _CHILDREN = word_lists(__file__, "lists_below")["waiting"], word_lists(__file__, "listed")["children"]
_OF_LISTS = re.compile(rf"\b{patterns(__file__, 'listed_headings')['of_lists']}\b")
_LINES = word_lists(__file__, "lines")["of_somebody"]
_NAMED = (RowKind.TEAM, RowKind.EMPTY_TEAM)
_TEAMS = {"team", "teams"}
_HEADS = (RowKind.REMARK, RowKind.EMPTY_TEAM)


def without_lists(found: Found, plan: Plan, rows: Sequence[Row], problems: Problems) -> list[Row]:
    """The rows, those of a list below the teams as blank; nothing is said of what stands in them.

    A list begins with a line of its own that says so, or with headings where figures stand. It ends with a row of FTE
    and children that is a team by its name, or by a total, or apart from the list by its figures. Rows named as people
    are, where the teams are not, are a list without a beginning.
    """
    begun, after, kept = -1, False, list[Row]()
    left: list[int] = []
    for place, row in enumerate(rows):
        whole = row.kind is RowKind.TEAM and _is_whole(found, plan, row)
        if whole and (begun < 0 or (_has_both(plan) and _is_team_again(found, plan, rows, place, begun))):
            begun, after = -1, True
        elif after and begun < 0 and _begins(found, plan, rows, place):
            begun = row.row
            if row.kind is not RowKind.WAITING or not _has_number(found, plan, row):
                row = Row(row.row, RowKind.REMARK, row.name)
        elif after and begun < 0 and _is_of_somebody(found, plan, rows, place):
            begun = row.row
            left.append(row.row)
            row = Row(row.row, RowKind.BLANK)
        elif begun >= 0 and row.kind in _NAMED and _is_refused(found, plan, row):
            pass
        elif begun >= 0 and (row.kind in _NAMED or (left and left[-1] >= begun and not _is_total(found, plan, row))):
            left.append(row.row)
            row = Row(row.row, RowKind.BLANK)
        kept.append(row)
    refused = {row.row for row in kept if row.kind in _NAMED and _is_refused(found, plan, row)}
    named = counted_one_by_one(found, plan, kept) | (children_by_name(found, plan, kept) - refused)
    left = sorted({*left, *named})
    kept = [Row(row.row, RowKind.BLANK) if row.row in named else row for row in kept]
    if left:
        problems.add("list_below_teams", sheet=found.sheet.name, place=(left[0], plan.name), n=f"{len(left):,}")
    return kept


def _columns(plan: Plan) -> tuple[list[int], list[int]]:
    fte = [plan.figures[name] for name in (*(name for name, _ in BASES), "headcount") if name in plan.figures]
    return fte, [plan.figures["allocated"]] if "allocated" in plan.figures else []


def _has_both(plan: Plan) -> bool:
    return all(_columns(plan))


def _is_whole(found: Found, plan: Plan, row: Row) -> bool:
    """Whether a row has what a team has: FTE and children above 0, as far as there are columns for them."""
    return all(any(quiet_figure(found, row.row, column) for column in columns) for columns in _columns(plan) if columns)


def _is_team_again(found: Found, plan: Plan, rows: Sequence[Row], place: int, begun: int) -> bool:
    """Whether a row in a list, with FTE and children, is a team again.

    It is by its name, where a total below counts it, and apart from the list with figures like those of the teams.
    """
    row = rows[place]
    teams = Teams(found, plan, [one for one in rows if one.row < begun])
    if teams.know(row) or is_added_up(found, plan, rows, row.row):
        return True
    apart = rows[place - 1].row != begun and (row.row > rows[place - 1].row + 1 or rows[place - 1].kind in _HEADS)
    return apart and teams.is_like(row) and not may_be_somebodys(row.name)


def _is_refused(found: Found, plan: Plan, row: Row) -> bool:
    """Whether the row is one that stops the file, so that it is left for that: a person's name and no figure."""
    fte, children = _columns(plan)
    none = not any(quiet_figure(found, row.row, column) for column in (*fte, *children))
    return none and is_named_like_person(row.name)


def _is_total(found: Found, plan: Plan, row: Row) -> bool:
    return row.kind is RowKind.REMARK or _is_whole(found, plan, row)


def _begins(found: Found, plan: Plan, rows: Sequence[Row], place: int) -> bool:
    """Whether a row is the line, or has the headings, with which a list begins."""
    row, said = rows[place], plain(rows[place].name).split()
    if row.kind not in (RowKind.REMARK, RowKind.WAITING, *_NAMED):
        return False
    cells = [found.cell(row.row, column) for column in plan.figures.values()]
    cells = [cell for cell in cells if not is_blank(cell)]
    words = words_of(row.name).split()
    named = not _LINES.isdisjoint(words) and _TEAMS.isdisjoint(words)
    if row.kind is RowKind.WAITING and _has_number(found, plan, row):
        # How many they are stands in the line itself.
        return row.name.endswith(":") or named
    if any(map(str.isdigit, "".join(map(text, cells)))) and row.kind is RowKind.WAITING:
        # "About 76", if nobody stands below it.
        return any(one.kind in _NAMED for one in rows[place + 1 :])
    if cells:
        worded = all(number(cell)[1] is Kind.UNREADABLE for cell in cells)
        told = any(_OF_LISTS.search(words_of(text(cell))) for cell in cells)
        return worded and (told or not _WAITING.isdisjoint(said) or names_people(row.name))
    if named:
        return True
    apart = _is_apart(rows, place) or row.name.endswith(":")
    listed = not _WAITING.isdisjoint(said) or (not _CHILDREN.isdisjoint(said) and row.name.endswith(":"))
    return apart and listed and _TEAMS.isdisjoint(words)


def _has_number(found: Found, plan: Plan, row: Row) -> bool:
    return any(quiet_figure(found, row.row, column) is not None for column in plan.figures.values())


def _is_apart(rows: Sequence[Row], place: int) -> bool:
    """Whether a blank row or a total stands right above a row."""
    return rows[place].row > rows[place - 1].row + 1 or rows[place - 1].kind is RowKind.TOTAL


def _is_of_somebody(found: Found, plan: Plan, rows: Sequence[Row], place: int) -> bool:
    """Whether a row apart from the teams is somebody's: "Anna Smith, 5 days", or a name and a number under the FTE."""
    row = rows[place]
    if row.kind not in _NAMED or not _is_apart(rows, place):
        return False
    if row.kind is RowKind.EMPTY_TEAM:
        return holds_name(row.name) and not is_named_like_person(row.name)
    fte, children = _columns(plan)
    held = [any(quiet_figure(found, row.row, column) is not None for column in columns) for columns in (fte, children)]
    return bool(children) and held == [True, False] and is_named_like_person(row.name)
