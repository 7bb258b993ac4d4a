"""The fan of the Outlook page: the months before as counted, the line expected, and the simulated futures about it.

The line is worked out in a moment and the futures are not. When the slider moves, the line is therefore drawn first,
with the shades as they were; the futures with that many posts follow in the same place.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, isfinite

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.outlook import Axes, fan_chart
from charts.style import CONFIG, Figure
from model import outlook_words as words
from model.caseload import Demand, ServiceMonth
from model.exact import shortest, shown
from model.findings import when
from model.frames import axis_top, rounded
from model.outlook import Case, Fan, month_after
from model.outlook_outcome import Outcome
from model.outlook_process import Measure
from model.posts import of_teams_with_optimum
from ui import exhibit, forecast_exhibit
from ui.drawn import Drawn
from ui.exhibit import Exhibit
from ui.outlook_answer import Asked, in_words
from ui.outlook_frame import COLUMNS, HEADINGS, NOT_AHEAD, months_ahead, shown_value
from ui.pace import Pace

# Months before that of the figures which the fan shows.
MONTHS_BEFORE = 12
# Seconds in which a browser draws the line, and those in which a slow one then draws the fan.
LINE_DRAWN, FAN_DRAWN = 0.1, 0.2
_DRAWN = "outlook_drawn"


@dataclass(frozen=True)
class _Drawn:
    """The fan that a person sees: of so many posts, with what it shows and how far its axes reach."""

    posts: int
    frame: pd.DataFrame
    axes: Axes


@dataclass(frozen=True)
class Place:
    """Where the fan goes: the words above it, and the picture; ``has_line`` while the line stands there before it."""

    above: DeltaGenerator
    picture: DeltaGenerator
    pace: Pace
    has_line: bool = False


@dataclass(frozen=True)
class Made:
    """The fan of so many posts as it will be shown."""

    posts: int
    found: Fan
    frame: pd.DataFrame
    axes: Axes
    exhibit: Exhibit


def stand_still() -> None:
    """Forget what was drawn last: the whole page is drawn, and nothing in it has moved."""
    st.session_state.pop(_DRAWN, None)


def line_first(asked: Asked, case: Case, posts: int) -> Place:
    """The place of the fan; where the slider was moved the line is drawn there at once, the shades as they were.

    While the browser draws it, the fan is worked out: see :func:`made`.
    """
    above, picture, pace = st.container(), st.container(key="outlook_picture"), Pace()
    drawn: _Drawn | None = st.session_state.get(_DRAWN)
    if drawn is None or drawn.posts == posts:
        return Place(above, picture, pace)
    line = picture.plotly_chart(
        Drawn(_line(asked, case, drawn)), key="outlook_line", theme=None, config=CONFIG,
        alt="Expected; the futures follow.",
    )  # fmt: skip
    pace.leave(LINE_DRAWN)
    return Place(above, line, pace, has_line=True)


def _line(asked: Asked, case: Case, drawn: _Drawn) -> Figure:
    """The fan as drawn with another line."""
    ahead = [shown_value(value) for value in case.line]
    before = drawn.frame["expected"].tolist()[: -len(ahead)]
    frame = drawn.frame.assign(expected=pd.Series([*before, *ahead], dtype="float64"))
    return _figure(asked, case, frame, drawn.axes)


def made(asked: Asked, case: Case, posts: int) -> Made:
    """The fan, worked out and not shown yet."""
    found = asked.fan(case)
    frame = _frame(asked, case, found)
    axes = _axes(asked, frame)
    return Made(posts, found, frame, axes, _exhibit(asked, case, found, frame, axes))


def fan_follows(place: Place, fan: Made) -> None:
    """Show the fan, in the place of the line where that stands there."""
    exhibit.show(fan.exhibit, above=place.above, picture=place.picture)
    st.session_state[_DRAWN] = _Drawn(fan.posts, fan.frame, fan.axes)
    if place.has_line:
        place.pace.leave(FAN_DRAWN)


def fan_exhibit(asked: Asked, case: Case, found: Fan) -> Exhibit:
    """The months before as counted and the months ahead in simulated futures."""
    frame = _frame(asked, case, found)
    return _exhibit(asked, case, found, frame, _axes(asked, frame))


def _frame(asked: Asked, case: Case, found: Fan) -> pd.DataFrame:
    return pd.DataFrame(_months_before(asked) + _months_ahead(asked, case, found))


def _exhibit(asked: Asked, case: Case, found: Fan, frame: pd.DataFrame, axes: Axes) -> Exhibit:
    outcome = asked.outcome(case)
    low, high = (found.percentiles[row][case.month] for row in (0, -1))
    # An average at the optimum for want of those who wait never stands without them.
    is_low = outcome.leaves_waiting and outcome.is_at_optimum
    left_out = ""
    if outcome.leaves_waiting:
        every = shown(outcome.value if outcome.counting_them is None else outcome.counting_them)
        left_out = f", the {shown(outcome.waiting, 0)} who wait left out ({every} with them)"
    return Exhibit(
        key="outlook_fan",
        finding=words.range_title(low, high, outcome.month, leaves_waiting=is_low),
        beneath=f"Line: as expected{left_out}. Shades: half and 80 in 100 of {found.futures:,} simulated futures. "
        f"{asked.basis}",
        figure=_figure(asked, case, frame, axes),
        alt=_fan_words(outcome, found, case),
        frame=frame,
        columns=COLUMNS,
        source=asked.view.source,
        headings=HEADINGS,
        note=" ".join(
            filter(
                None,
                (
                    words.gap_words(outcome.value, float(found.mean[case.month])),
                    words.waiting_gap_words(outcome.waiting, found.judged.mean),
                ),
            )
        ),
    )  # fmt: skip


def _figure(asked: Asked, case: Case, frame: pd.DataFrame, axes: Axes) -> Figure:
    first = asked.start.service.month
    return fan_chart(
        frame, asked.view.style, optimum=asked.optimum, axes=axes,
        judged=month_after(first, case.month).isoformat(), now=(first.isoformat(), when(asked.start.service)),
        breaks=[month for month, _ in forecast_exhibit.breaks(asked.view)],
    )  # fmt: skip


def _months_before(asked: Asked) -> list[dict[str, object]]:
    """The months as counted, up to that of the figures, which the months ahead start with."""
    now = asked.start.service.month
    months = [month for month in asked.view.history if month.month < now][-MONTHS_BEFORE:]
    return [NOT_AHEAD | _counted(of_teams_with_optimum(month), asked.chosen.measure) for month in months]


def _counted(month: ServiceMonth, measure: Measure) -> dict[str, object]:
    demand = {Measure.ALLOCATED: Demand.ALLOCATED, Measure.ALL: Demand.ALL}.get(measure)
    # Nobody counts effective FTE: months before have none.
    average = None if demand is None else month.average(demand)
    return {"month": month.month.isoformat(), "actual": rounded(average), "waiting": month.unallocated}


def _months_ahead(asked: Asked, case: Case, found: Fan) -> list[dict[str, object]]:
    now, *later = months_ahead(asked.start.service.month, case, found)
    return [now | _counted(asked.start.service, asked.chosen.measure), *later]


# So far below its expected line a fan reaches.
_BELOW = 0.9


def _axes(asked: Asked, frame: pd.DataFrame) -> Axes:
    """Axes that hold the fans of no post and of as many as are nearly sure; only a future beyond widens them."""
    case = asked.case(0)
    none, course = asked.fan(case), [float(value) for value in case.line]
    fewest = [float(value) * _BELOW for value in asked.case(asked.sure or 0).line]
    high = [*frame["actual"].dropna(), *frame["p90"].dropna(), *map(float, none.percentiles[-1]), *course]
    low = [asked.optimum * 0.8, *frame["p10"].dropna(), *fewest]
    waiting = [*frame["waiting"].dropna(), *map(float, none.waiting)]
    ends = floor(min(v for v in low if isfinite(v)) / 5) * 5.0, axis_top(v for v in high if isfinite(v))
    return Axes(ends, axis_top(waiting), course)


def _fan_words(outcome: Outcome, found: Fan, case: Case) -> str:
    low, high = (found.percentiles[row][case.month] for row in (0, -1))
    span = (
        f"80 in 100 futures lie from {shown(low)} to {shown(high)}" if isfinite(high) else "no worker in some futures"
    )
    return (
        f"Fan chart of the months ahead: {in_words(outcome.value)} expected "
        f"in {outcome.month} against the optimum of {shortest(outcome.optimum)}; {span}."
    )
