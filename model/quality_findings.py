"""What there is to check in the figures, each in a sentence, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from model.exact import exact, half_up, shortest, shown
from model.to_check import Finding, Kind, Point
from model.words import count_words, listed, month_words, months_apart

# Months in which two teams are alike that are named one by one.
_MOST_NAMED = 3

TO_DO: Mapping[Kind, str] = {
    Kind.SAME_TEAMS: "Check that one team’s figures were not copied to the other before keeping the month.",
    Kind.JUMP: "Check the figure before keeping the month.",
    Kind.TENFOLD: "Check for a digit too many or too few, or a point in the wrong place, before keeping the month.",
    Kind.FTE_GONE: "Check the team’s FTE before keeping the month.",
    Kind.TEAM_GONE: "Check before keeping the month whether it was left out, renamed, merged or closed.",
    Kind.COPIED: "Check that the month was not copied from the one before, before keeping it.",
    Kind.MONTH_MISSING: "Check before keeping the months whether one was left out.",
    Kind.AVERAGE: "Check the average, the children and the FTE before keeping the month.",
    Kind.FTE_KIND: "Check before keeping the month whether the spreadsheet has FTE of the same kind for it.",
    Kind.FLOWS: "Check the children, the starts and the closures before keeping the month: none of them is corrected.",
}


def to_do(finding: Finding) -> str:
    """What to do about it before the month is kept."""
    return TO_DO[finding.kind]


def said(finding: Finding, mark: str = "") -> str:
    """The finding as a sentence that names teams, months and figures; ``mark`` quotes a team's name, as in "“%s”"."""
    teams = [mark.replace("%s", team) if mark else team for team in finding.teams]
    who, points = listed(teams) or "All teams together", finding.points
    if finding.kind is Kind.SAME_TEAMS:
        return f"{who} have the same {_what_is_alike(points)} in {_alike(points)}."
    if finding.kind is Kind.COPIED:
        same = f"Every team has the same FTE and the same children in {_month(points[1])} as in {_month(points[0])}"
        return f"{same}: {_both(points[1])} in all."
    if finding.kind is Kind.MONTH_MISSING:
        return _missing(points[0].month, points[1].month)
    if finding.kind is Kind.FTE_KIND:
        return _fte_kind(*points)
    if finding.kind is Kind.FLOWS:
        return _flows(*points)
    if finding.kind is Kind.AVERAGE:
        return _average(who, points[0])
    if finding.kind is Kind.FTE_GONE:
        return _fte_gone(who, *points)
    if finding.kind is Kind.TEAM_GONE:
        return f"{who} is not in the figures of {_month(points[1])}; in {_month(points[0])} it had {_both(points[0])}."
    return _moved(who, finding)


def points_words(number: int) -> str:
    """How many findings there are, as the heading of their list: "Two things to check in these figures"."""
    return f"{count_words(number, 'thing').capitalize()} to check in these figures"


def _month(point: Point) -> str:
    return month_words(point.month)


def _number(value: float | None, unit: str) -> str:
    return f"{unit} not known" if value is None else f"{shortest(value)} {'child' if (unit, value) == _ONE else unit}"


_ONE = ("children", 1)


def _both(point: Point) -> str:
    return f"{_number(point.fte, 'FTE')} and {_number(point.children, 'children')}"


def _what_is_alike(points: Sequence[Point]) -> str:
    if all(point.fte and point.children is not None for point in points):
        return "FTE and the same children"
    if all(point.children is None for point in points):
        return "average"
    return "number of children" if all(point.children is not None and not point.fte for point in points) else "figures"


def _alike(points: Sequence[Point]) -> str:
    if len(points) > _MOST_NAMED:
        last = points[-1]
        return f"{len(points)} months, the last of them {_month(last)} ({_known(last)})"
    return listed([f"{_month(point)} ({_known(point)})" for point in points])


def _known(point: Point) -> str:
    """The figures of a point that are known; an average only where the children are not."""
    if point.children is None and point.printed is not None:
        return shortest(point.printed)
    return _both(point) if point.fte else _number(point.children, "children")


def _missing(earlier: date, later: date) -> str:
    first, last = _after(earlier, 1), _after(earlier, months_apart(earlier, later) - 1)
    which = month_words(first) if first == last else f"the months from {month_words(first)} to {month_words(last)}"
    return f"There are figures for {month_words(earlier)} and {month_words(later)}, but none for {which}."


def _after(month: date, months: int) -> date:
    year, number = divmod(month.year * 12 + month.month - 1 + months, 12)
    return date(year, number + 1, 1)


def _average(who: str, point: Point) -> str:
    right = shown(exact(point.children or 0) / exact(point.fte or 1))
    return (
        f"The average of {who} in {_month(point)} is printed as {shortest(point.printed or 0)}, "
        f"but {_both(point)} give {right}."
    )


def _fte_kind(before: Point, now: Point) -> str:
    return (
        f"The FTE of {_month(now)} is {now.basis}; that of {_month(before)} was {before.basis}. "
        "Their averages are not like for like."
    )


def _flows(before: Point, now: Point) -> str:
    was, are = exact(before.children or 0), exact(now.children or 0)
    net = exact(now.starts or 0) - exact(now.closures or 0)
    return (
        f"All teams together have {_number(now.children, 'children')} in {_month(now)}, after "
        f"{shortest(before.children or 0)} in {_month(before)}: {_more(are - was)}. {shortest(now.starts or 0)} that "
        f"started and {shortest(now.closures or 0)} that closed make {_more(net)}. "
        f"The two differ by {shortest(abs(are - was - net))}."
    )


def _more(change: Fraction) -> str:
    return f"{shortest(abs(change))} {'fewer' if change < 0 else 'more'}"


def _fte_gone(who: str, before: Point, now: Point) -> str:
    gone = "is not known" if now.fte is None else "is 0"
    here = "" if now.children is None else f", with {_number(now.children, 'children')}"
    return f"The FTE of {who} {gone} in {_month(now)}{here}; in {_month(before)} it was {shortest(before.fte or 0)}."


def _moved(who: str, finding: Finding) -> str:
    before, now, *after = ((getattr(point, finding.figure), _month(point)) for point in finding.points)
    unit = "FTE" if finding.figure == "fte" else "children allocated"
    verb, was = ("has", "it was") if finding.teams else ("have", "they were")
    back = f"; in {after[0][1]} {was} {shortest(after[0][0])}" if after else ""
    far = _how_far(finding.kind, before[0], now[0])
    return f"{who} {verb} {shortest(now[0])} {unit} in {now[1]}, {far} the {shortest(before[0])} in {before[1]}{back}."


def _how_far(kind: Kind, before: float, now: float) -> str:
    if kind is Kind.TENFOLD:
        return "about ten times" if now > before else "about a tenth of"
    if now >= 3 * before:
        return f"{shown(exact(now) / exact(before))} times"
    part = half_up(abs(exact(now) - exact(before)) * 100 / exact(before), 0)
    return f"{part}% {'more' if now > before else 'less'} than"
