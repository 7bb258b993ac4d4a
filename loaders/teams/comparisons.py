"""Rows named after a team with something added: "Assessment (Sep)" and "Assessment target" are no teams."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from loaders.files.cells import quoted
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.rows import Row, RowKind
from loaders.teams.sidelines import is_line
from loaders.words.phrases import patterns

_ADDED = patterns(__file__, "added")
_CLOSED = re.compile(r"(?P<team>.+?)\s*(?:[(\[]\s*(?P<in>[^()\[\]]+?)\s*[)\]]|\s[-–—:]\s*(?P<after>.+))")
_OPEN = re.compile(rf"(?P<team>.+?)\s+(?:{_ADDED['compared']}|(?P<now>{_ADDED['now']}))", re.IGNORECASE)
_MARK = re.compile(rf"{_ADDED['compared']}|{_ADDED['compared_apart']}", re.IGNORECASE)
_IS_NOW = re.compile(_ADDED["now"], re.IGNORECASE)


@lru_cache(maxsize=20_000)
def compared_team(name: str) -> tuple[str, bool]:
    """The team that a name adds something to, in small letters, or ""; and whether the row is that team's own, as now.

    >>> compared_team("Ash (Sep)"), compared_team("Ash - actual"), compared_team("Ash (duty)")
    (('ash', False), ('ash', True), ('', False))
    """
    if told := _CLOSED.fullmatch(name):
        mark = told["in"] or told["after"]
        if _IS_NOW.fullmatch(mark):
            return told["team"].casefold(), True
        if _MARK.fullmatch(mark) or is_line(mark):
            return told["team"].casefold(), False
    told = _OPEN.fullmatch(name)
    return (told["team"].casefold(), bool(told["now"])) if told else ("", False)


def compared_with(names: Iterable[str]) -> Mapping[str, str]:
    """Those of some names that are another one's with something added, each with that other one."""
    marked = {name: told for name in set(names) if (told := compared_team(name))[0]}
    if not marked:
        return {}
    own = {name.casefold(): name for name in names if not marked.get(name, ("", True))[0]}
    own |= {team: name for name, (team, is_now) in marked.items() if is_now}
    return {name: own[team] for name, (team, is_now) in marked.items() if not is_now and team in own}


def without_comparisons(found: Found, rows: Sequence[Row], problems: Problems) -> list[Row]:
    """The rows, those as blank that are named after another team with something added; each is said."""
    teams = [row for row in rows if row.kind in (RowKind.TEAM, RowKind.EMPTY_TEAM)]
    others = compared_with([row.name for row in teams])
    if not others:
        return list(rows)
    column = found.header.columns.get("team", found.header.columns.get("area", 0))
    left = {row.row for row in teams if row.name in others}
    for row in teams:
        if row.row in left:
            words = {"team": quoted(row.name), "other": quoted(others[row.name])}
            problems.add("compared_team", sheet=found.sheet.name, place=(row.row, column), words=words)
    return [Row(row.row, RowKind.BLANK) if row.row in left else row for row in rows]
