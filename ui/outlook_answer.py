"""The answer of the Outlook page: what was asked, and the exhibit of the fan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor, isfinite
from typing import TypeVar

import pandas as pd

from charts.outlook import fan_chart
from model import outlook_words as words
from model.basis import whose_average
from model.caseload import Demand, ServiceMonth
from model.exact import shortest, shown
from model.findings import when
from model.frames import axis_top, rounded
from model.outlook import PERCENTILES, Case, Fan, chances_by_posts, enough, fan, line_by_posts, month_after
from model.outlook_assumptions import Assumptions
from model.outlook_findings import VERY_LIKELY, Outcome
from model.outlook_futures import Base
from model.outlook_process import Approval, Course, Measure
from model.outlook_start import Start, service_unit
from model.posts import of_teams_with_optimum
from ui import cached
from ui.exhibit import Exhibit
from ui.outlook_question import MOST_POSTS, Chosen
from ui.view import View

# Months before that of the figures which the fan shows.
MONTHS_BEFORE = 12

T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """What the page was asked, but for the number of posts; ``vacant`` FTE where somebody typed it."""

    view: View
    start: Start
    chosen: Chosen
    assumed: Assumptions
    vacant: float | None

    @property
    def optimum(self) -> float:
        """Children per FTE that the service as one is held against."""
        return float(self.start.optimum)

    def case(self, posts: int) -> Case:
        """The service as one, with so many posts in the first stage."""
        unit = service_unit(self.start, self.assumed, self.vacant)
        stages = [Approval(self.chosen.approved, (posts,)), *self.chosen.later]
        return Case((unit,), self.assumed, tuple(stages), self.chosen.measure, self.optimum, self.chosen.month)

    @cached_property
    def needed(self) -> int | None:
        """Posts in the first stage that are enough at expected inputs."""
        return enough(line_by_posts(self.case(0), MOST_POSTS), self.optimum, at_least=False)

    @cached_property
    def chances(self) -> list[float]:
        """The share of futures that 0, 1, 2 … posts in the first stage are enough for."""
        case = self.case(0)
        return self._once("chances", case, lambda: chances_by_posts(case, self.futures(case), MOST_POSTS).tolist())

    @cached_property
    def sure(self) -> int | None:
        """Posts in the first stage that are enough in 80 of 100 futures."""
        return enough(self.chances, VERY_LIKELY, at_least=True)

    def futures(self, case: Case) -> Base:
        """The futures of the case's units, without any post approved."""
        return cached.futures(case.units, self.assumed, vary=self.chosen.vary)

    @property
    def later_posts(self) -> int:
        """Posts of the later stages."""
        return sum(sum(stage.posts) for stage in self.chosen.later)

    def outcome(self, case: Case, waiting: float = 0.0) -> Outcome:
        """What is expected in the month that is judged; ``waiting`` children are the mean of the futures."""
        filled = [stage.month + self.assumed.lead for stage in case.approvals if sum(stage.posts)]
        who = whose_average(self.start.service)
        return Outcome(
            case.measure, self.optimum, self.later_posts + case.approvals[0].posts[0],
            month_after(self.start.service.month, case.month), float(case.line[case.month]), waiting,
            None if self.needed is None else self.needed + self.later_posts, MOST_POSTS + self.later_posts,
            who if len(who.split()) < 4 else "these teams", bool(filled) and min(filled) > case.month,
        )  # fmt: skip

    def fan(self, case: Case) -> Fan:
        """The simulated futures of the case."""
        return self._once("fan", case, lambda: fan(case, self.futures(case)))

    def _once(self, what: str, case: Case, make: Callable[[], T]) -> T:
        """What is worked out of the futures of a case: it takes a moment, and the page asks again at every choice."""
        found: T = cached.once((f"outlook {what}", repr(case), self.chosen.vary), make)
        return found

    @cached_property
    def basis(self) -> str:
        """What the answer rests on, in a row."""
        return words.rests_on(self.start, self.chosen.measure, self.optimum)

    @cached_property
    def in_brief(self) -> str:
        """The same in few words, for what stands beside the answer."""
        return words.in_brief(self.start, self.chosen.measure, self.chosen.month)


def fan_exhibit(asked: Asked, case: Case, found: Fan) -> Exhibit:
    """The months before as counted and the months ahead in simulated futures."""
    outcome, first = asked.outcome(case), asked.start.service.month
    frame = pd.DataFrame(_months_before(asked) + _months_ahead(asked, case, found))
    low, high = (found.percentiles[row][case.month] for row in (0, -1))
    return Exhibit(
        key="outlook_fan",
        finding=words.range_title(low, high, outcome.month),
        beneath=f"Line: as expected. Shades: half and 80 in 100 of {found.futures:,} simulated futures. {asked.basis}",
        figure=fan_chart(
            frame, asked.view.style, optimum=asked.optimum, span=_span(asked, frame),
            judged=month_after(first, case.month).isoformat(), now=(first.isoformat(), when(asked.start.service)),
        ),
        alt=_fan_words(outcome, found, case),
        frame=frame,
        columns=(
            "month", "actual", "expected", "mean", *(f"p{each}" for each in PERCENTILES), "chance", "waiting", "active",
            "effective", "vacancies",
        ),
        source=asked.view.source,
        headings=_FAN_HEADINGS,
        note=words.gap_words(outcome.value, float(found.mean[case.month])),
    )  # fmt: skip


_FAN_HEADINGS = {
    "actual": "Counted",
    "expected": "Expected children ÷ expected workers",
    "mean": "Mean of futures",
    **{f"p{each}": f"{each} in 100 below" for each in PERCENTILES},
    "chance": "Futures of 100 at the optimum",
    "waiting": "Children waiting (mean of futures)",
    "active": "Children expected",
    "effective": "Effective FTE expected",
    "vacancies": "Vacancies expected (FTE)",
}
_AHEAD = ("expected", "mean", "chance", "active", "effective", "vacancies", *(f"p{each}" for each in PERCENTILES))


def _months_before(asked: Asked) -> list[dict[str, object]]:
    """The months as counted, up to that of the figures, which the months ahead start with."""
    now = asked.start.service.month
    months = [month for month in asked.view.history if month.month < now][-MONTHS_BEFORE:]
    blank = dict.fromkeys(_AHEAD)
    return [blank | _counted(of_teams_with_optimum(month), asked.chosen.measure) for month in months]


def _counted(month: ServiceMonth, measure: Measure) -> dict[str, object]:
    demand = {Measure.ALLOCATED: Demand.ALLOCATED, Measure.ALL: Demand.ALL}.get(measure)
    # Nobody counts effective FTE: months before have none.
    average = None if demand is None else month.average(demand)
    return {"month": month.month.isoformat(), "actual": rounded(average), "waiting": month.unallocated}


def _months_ahead(asked: Asked, case: Case, found: Fan) -> list[dict[str, object]]:
    first, course = asked.start.service.month, case.expected
    lines: list[dict[str, object]] = []
    for month, value in enumerate(case.line):
        line: dict[str, object] = {
            "month": month_after(first, month).isoformat(),
            "actual": None,
            "expected": _number(value),
            "mean": _number(found.mean[month]),
            "chance": words.of_hundred(float(found.chance[month])),
            "waiting": rounded(float(found.waiting[month]), 0),
            **_people(course, month),
        }
        line |= {f"p{each}": _number(row[month]) for each, row in zip(PERCENTILES, found.percentiles, strict=True)}
        lines.append(line | (_counted(asked.start.service, asked.chosen.measure) if month == 0 else {}))
    return lines


def _people(course: Course, month: int) -> dict[str, object]:
    return {
        "active": rounded(float(course.children[month].sum()), 0),
        "effective": rounded(float(course.effective[month].sum())),
        "vacancies": rounded(float(course.vacancies[month].sum())),
    }


def _number(value: float) -> float | None:
    """A value as shown; none where it is beyond all numbers, because nobody is in post."""
    return rounded(float(value)) if isfinite(value) else None


def _span(asked: Asked, frame: pd.DataFrame) -> tuple[float, float]:
    """The axis of the averages: still while the number of posts moves, unless a future lies outside it."""
    without = asked.case(0).line
    highest = axis_top([*frame["actual"].dropna(), *frame["p90"].dropna(), *(v for v in without if isfinite(v))])
    low = min([asked.optimum * 0.8, *frame["p10"].dropna()])
    return floor(low / 5) * 5.0, highest


def _fan_words(outcome: Outcome, found: Fan, case: Case) -> str:
    low, high = (found.percentiles[row][case.month] for row in (0, -1))
    span = (
        f"80 in 100 futures lie from {shown(low)} to {shown(high)}" if isfinite(high) else "no worker in some futures"
    )
    return (
        f"Fan chart of the months ahead: {in_words(outcome.value)} expected "
        f"in {outcome.month} against the optimum of {shortest(outcome.optimum)}; {span}."
    )


def in_words(value: float) -> str:
    """A value of the measure as a figure, or that nobody is in post."""
    return shown(value) if isfinite(value) else "No worker"


def chance_points(chances: Sequence[float], most: int) -> list[tuple[int, int]]:
    """Posts and futures of 100 in which they are enough, up to so many posts."""
    return [(posts, words.of_hundred(share)) for posts, share in enumerate(chances[: most + 1])]
