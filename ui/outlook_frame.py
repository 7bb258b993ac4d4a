"""The table behind a fan: a row a month, of the service as one or of a team, with how its columns are headed."""

from __future__ import annotations

from datetime import date
from math import isfinite

from model import outlook_words as words
from model.frames import rounded
from model.outlook import PERCENTILES, Case, Fan, month_after
from model.outlook_process import Course

HEADINGS = {
    "actual": "Counted",
    "expected": "At expected inputs: children ÷ workers",
    "mean": "Mean of futures",
    **{f"p{each}": f"{each} in 100 below" for each in PERCENTILES},
    "chance": "Futures of 100 at the optimum, the waiting counted",
    "waiting": "Children waiting (mean of futures)",
    "waits": "Children waiting at expected inputs",
    "active": "Children expected",
    "effective": "Effective FTE expected",
    "vacancies": "Vacancies expected (FTE)",
}
COLUMNS = ("month", *HEADINGS)
# What a month that was counted has none of.
NOT_AHEAD: dict[str, object] = dict.fromkeys(set(HEADINGS) - {"actual", "waiting"})


def months_ahead(first: date, case: Case, found: Fan) -> list[dict[str, object]]:
    """The months of the case from ``first``, that of the figures, on; what was counted in it is left blank."""
    lines: list[dict[str, object]] = []
    for month, value in enumerate(case.line):
        line: dict[str, object] = {
            "month": month_after(first, month).isoformat(),
            "actual": None,
            "expected": shown_value(value),
            "mean": shown_value(found.mean[month]),
            "chance": words.of_hundred(float(found.chance[month])),
            "waiting": rounded(float(found.waiting[month]), 0),
            **_people(case.expected, month),
        }
        line |= {f"p{each}": shown_value(row[month]) for each, row in zip(PERCENTILES, found.percentiles, strict=True)}
        lines.append(line)
    return lines


def _people(course: Course, month: int) -> dict[str, object]:
    return {
        "waits": rounded(float(course.unallocated[month].sum()), 0),
        "active": rounded(float(course.children[month].sum()), 0),
        "effective": rounded(float(course.effective[month].sum())),
        "vacancies": rounded(float(course.vacancies[month].sum())),
    }


def shown_value(value: float) -> float | None:
    """A value as shown; none where it is beyond all numbers, because nobody is in post."""
    return rounded(float(value)) if isfinite(value) else None
