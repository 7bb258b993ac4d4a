"""Totals of a report's quarters, held against them; and reports whose quarters are added up from April on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.dates.quarters import year_words
from loaders.files.cells import number, plain_number, quoted, text
from loaders.files.grid import Place, is_blank
from loaders.problems import Problems
from loaders.quarterly.activityhead import ActivityHead, Figures, plainly
from loaders.quarterly.activityrows import Measure

_TOTAL = re.compile(
    r"(?:(?:grand|annual|overall|full)? ?(?:year )?)?(?:totals?|sum)"
    r"(?: (?:for|of|in)?(?: ?the)? ?(?:full )?(?:year|quarters))?(?: ?\d{4} \d{2,4})?(?: q1 (?:to )?q?4)?"
)
_COUNTED = ("number", "numerator", "denominator")
_QUARTERS = ("Q1", "Q2", "Q3", "Q4")
_YEAR_SO_FAR = "year to date"
# "Performance to date" says nothing of the quarters.
_ADDED_UP = re.compile(r"(?<!not )(?<!non)(?<!non[ -])\b(?:cumulative(?:ly)?|running totals?)\b", re.IGNORECASE)
_LONGEST = 120

Periods = dict[tuple[str, int], list[Figures]]


def say_totals(
    head: ActivityHead, measures: Sequence[Measure], periods: Periods, report: int, problems: Problems
) -> None:
    """Warn where a total of a measure's quarters is neither their sum nor what a stock has: the last, or their mean."""
    totals = [] if head.is_list else _columns_of_totals(head)
    columns = [periods.get((name, report), []) for name in _QUARTERS]
    for measure in measures if totals else ():
        for part in _COUNTED:
            quarters = [figure for one in columns if (figure := measure.figure(one, part)) and not figure.is_blank]
            values = [figure.value for figure in quarters if figure.value is not None]
            if 1 < len(values) == len(quarters):
                for column in totals:
                    _say_total(head, measure, (quarters[0].place[0], column), values, problems)


def _columns_of_totals(head: ActivityHead) -> list[int]:
    """The columns headed as a total, those left out that are read as a quarter's or as what is no figure."""
    known = {*head.named.values(), *head.directions, *(one.column for one in head.figures if one.period in _QUARTERS)}
    return [
        column for column, heading in head.headings.items() if column not in known and is_total_of_quarters(heading)
    ]


def is_total_of_quarters(heading: str) -> bool:
    """Whether a heading is that of a sum of quarters: "Total", "Year total", "Total Q1 to Q4"."""
    return bool(_TOTAL.fullmatch(plainly(heading)))


def _say_total(head: ActivityHead, measure: Measure, place: Place, values: Sequence[float], problems: Problems) -> None:
    total = number(head.sheet.at(*place))[0]
    if total is None or _is_total(total, values):
        return
    words = {
        "measure": quoted(measure.name),
        "heading": quoted(head.headings[place[1]]),
        "printed": plain_number(total),
        "given": plain_number(sum(values)),
    }
    problems.add("activity_total_disagrees", sheet=head.sheet.name, place=place, words=words)


def _is_total(total: float, values: Sequence[float]) -> bool:
    added = sum(values)
    return abs(total - added) < 1e-6 or total == values[-1] or abs(total - added / len(values)) < 1


def added_up_by(head: ActivityHead) -> str:
    """The line above a report, or its sheet's name, that says its quarters are added up from April on; "" for none."""
    above = [text(cell) for row in head.sheet.rows[: head.first] for cell in row if not is_blank(cell)]
    lines = above if head.sheet.is_text else [head.sheet.name, *above]
    return next((line for line in lines if len(line) <= _LONGEST and _ADDED_UP.search(line)), "")


def without_added_up(head: ActivityHead, periods: Periods, report: int, problems: Problems) -> Periods:
    """The periods without quarters that hold those before them too: the first stays, the last is the year to date.

    A report that has a column for the year to date besides has that year in its title, not in its quarters.
    """
    quarters = [(name, report) for name in _QUARTERS if (name, report) in periods]
    line = added_up_by(head)
    if not line or (_YEAR_SO_FAR, report) in periods or not quarters or quarters == [("Q1", report)]:
        return periods
    kept = {key: columns for key, columns in periods.items() if key not in quarters or key[0] == "Q1"}
    words = {"line": quoted(line), "last": f"{quarters[-1][0]} {year_words(report)}"}
    problems.add("activity_added_up", sheet=head.sheet.name, words=words)
    return kept | {(_YEAR_SO_FAR, report): periods[quarters[-1]]}
