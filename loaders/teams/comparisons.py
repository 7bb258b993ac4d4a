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

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_BASES = (
    r"(?:targets?|forecasts?|budget(?:ed)?|projected|projections?|proposed|proposal|scenario|what[ -]if|variances?"
    r"|differences?|change|(?:last|previous|prior) (?:month|quarter|year|time|report)|optimum|benchmark)"
)
# After a dash or in brackets more is no part of a name than after a space.
_APART = (
    rf"(?:{_BASES}|{_MONTHS}|previous|prior|before|if .+|plan(?:ned)?|capacity"
    r"|(?:after|once|with) .*\b(?:recruit\w*|posts?|restructure\w*|filled|appointed)\b.*)"
)
_NOW = r"(?:actuals?|current|this (?:month|quarter|year)|latest|now)"
_CLOSED = re.compile(r"(?P<team>.+?)\s*(?:[(\[]\s*(?P<in>[^()\[\]]+?)\s*[)\]]|\s[-–—:]\s*(?P<after>.+))")
_OPEN = re.compile(rf"(?P<team>.+?)\s+(?:{_BASES}|(?P<now>{_NOW}))", re.IGNORECASE)
_MARK, _IS_NOW = re.compile(_APART, re.IGNORECASE), re.compile(_NOW, re.IGNORECASE)


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
