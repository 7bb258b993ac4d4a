"""The headline figures of the outlook, all of the month that is judged."""

from __future__ import annotations

from math import isfinite

from model.exact import half_up, shortest, shown, signed
from model.outlook import Case, Fan
from model.outlook_start import Start
from ui.headline import Headline
from ui.outlook_answer import MOST_POSTS, Asked, in_words


def headlines(asked: Asked, case: Case, found: Fan) -> list[Headline]:
    """Four figures of the month that is judged: average, children waiting, posts needed, vacancies."""
    outcome, month = asked.outcome(case), case.month
    line, course = shortest(asked.optimum), case.expected
    low, high = (found.percentiles[row][month] for row in (0, -1))
    most = int(found.percentiles_of_waiting[-1][month])
    established, effective = (float(values[month].sum()) for values in (course.established, course.effective))
    return [
        Headline(
            "Expected average", in_words(outcome.value), _moved(outcome.value, float(case.line[0])),
            f"80 in 100 futures: {in_words(low)} to {in_words(high)}",
            f"In {outcome.month}, at expected inputs: {case.measure.label}.",
        ),
        Headline(
            "Children waiting", shown(float(found.waiting[month]), 0), None,
            f"now {_waiting_now(asked.start)}; 90 in 100 futures: {most:,} at most",
            "Mean of the simulated futures: children above the most that effective workers are given.",
        ),
        Headline(
            "Posts needed", _posts(asked.needed), None, f"{_posts(asked.sure).lower()} for 80 in 100 futures",
            f"Posts in the first stage for an average of {line} in that month, at expected inputs.",
        ),
        Headline(
            "Vacancies", f"{shown(float(course.vacancies[month].sum()))} FTE", None,
            f"{shown(effective)} effective of {shown(established)} FTE established",
            "Established posts less those in post, expected. Effective is what is left after ramp-up and absence.",
        ),
    ]  # fmt: skip


def _moved(after: float, before: float) -> str | None:
    if not (isfinite(after) and isfinite(before)) or half_up(after) == half_up(before):
        return None
    return signed(half_up(after) - half_up(before))


def _waiting_now(start: Start) -> str:
    return "not known" if start.waiting is None else f"{start.waiting:,}"


def _posts(number: int | None) -> str:
    return f"Over {MOST_POSTS}" if number is None else str(number)
