"""Trends: every measure in short, and one of them as a control chart with its table and its file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pandas as pd

from charts.trend import control_chart
from model import course, trend_findings
from model.findings import who_is_counted
from model.frames import rounded
from model.fte_basis import fte_of_course
from model.trend import Polarity
from model.trend_frames import COLUMNS, HEADINGS, OVERVIEW, overview_frame, trend_frame
from model.trend_quarterly import quarterly
from model.trend_series import SERVICE, Measure, Series, Step, measures, monthly, other_fte
from model.trend_target import target_words
from ui import cached
from ui.caseload_exhibits import course_to_now
from ui.exhibit import Exhibit
from ui.view import View, once_a_view

_BETTER = {
    Polarity.LOWER: "lower is better",
    Polarity.HIGHER: "higher is better",
    Polarity.NONE: "neither way is better",
}


@once_a_view
def found(view: View, team: str, afresh: bool) -> list[Series]:
    """Every series of the service ("") or of a team, those of the months first, then those of the quarters.

    ``afresh`` is whether limits start afresh at the restructures of the figures. A measure without any figure has none.
    """
    history = course_to_now(view)
    series = [monthly(history, measure, team, _steps(view, measure, team, afresh)) for measure in measures()]
    if not team and view.now.whole_service:
        series += _quarterly(view)
    return [each for each in series if each.last is not None]


def _quarterly(view: View) -> list[Series]:
    report, until = cached.activity(view.authority, view.version), view.now.month
    return [_quarters(view, each.measure, report) or each for each in quarterly(report, until=until)]


def _quarters(view: View, measure: Measure, report: pd.DataFrame) -> Series | None:
    """A measure again, cut where somebody marked a step change of it; ``None`` where nobody did."""
    steps = _said(view, measure, "")
    cut = quarterly(report, steps, view.now.month) if steps else []
    return next((each for each in cut if each.measure == measure), None)


def _steps(view: View, measure: Measure, team: str, afresh: bool) -> list[Step]:
    """Where the limits of a measure start afresh: restructures, other kinds of FTE, and what somebody marked."""
    marked = [Step(date.fromisoformat(month), "restructure") for month, _ in view.breaks] if afresh else []
    fte = other_fte(course_to_now(view), team) if measure.over_fte else []
    return [*marked, *fte, *_said(view, measure, team)]


def _said(view: View, measure: Measure, team: str) -> list[Step]:
    whose = team or (SERVICE if view.now.whole_service else "")
    return [Step(each.month, each.reason) for each in view.settings.steps if each.is_of(measure.key, whose)]


def target(view: View, series: Series) -> Fraction | None:
    """The target that somebody typed; a count of the whole service has none for a team."""
    typed = view.settings.targets.get(series.measure.key)
    of_all = not series.whose and view.now.whole_service
    return Fraction(typed) if typed is not None and (of_all or series.measure.is_rate) else None


def in_short(view: View, series: Sequence[Series]) -> tuple[pd.DataFrame, dict[str, str]]:
    """A row a measure, and the headings; no column of targets where there is none."""
    targets = {each.measure.key: aim for each in series if (aim := target(view, each)) is not None}
    frame = overview_frame(series, targets)
    return frame, {name: heading for name, heading in OVERVIEW.items() if name != "target" or targets}


def exhibit(view: View, series: Series) -> Exhibit:
    """One measure as a control chart."""
    measure, frame = series.measure, trend_frame(series)
    aim = target(view, series)
    told = (
        trend_findings.rests_on(series),
        trend_findings.steps_words(series),
        target_words(series, aim),
        _not_alike(view, series),
    )
    return Exhibit(
        key="trend",
        finding=trend_findings.title(series),
        beneath=_beneath(view, series),
        figure=control_chart(
            frame,
            view.style,
            unit=measure.unit,
            places=measure.places,
            steps=[(series.periods[place].isoformat(), _at_step(reason)) for place, reason in series.steps],
            target=rounded(aim, 2),
        ),
        alt=trend_findings.in_words(series),
        frame=frame.assign(value=frame["figure"]),
        columns=[name if name != "figure" or not measure.places else "value" for name in COLUMNS],
        source=f"{view.authority}, quarterly activity reports" if measure.quarterly else view.source,
        headings={"label": "Quarter" if measure.quarterly else "Month", "value": HEADINGS["figure"], **HEADINGS},
        note=" ".join(filter(None, told)),
        of_month=False,
    )


def _at_step(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}"


def _beneath(view: View, series: Series) -> str:
    measure = series.measure
    unit = f" ({measure.unit})" if measure.unit and measure.unit not in measure.name.lower() else ""
    fte = f", {fte_of_course(course_to_now(view))}" if measure.over_fte else ""
    counted = "" if measure.quarterly else who_is_counted(view.now).rstrip(".")
    whose = series.whose or f"{counted[:1].lower()}{counted[1:]}"
    span = f"{series.labels[0]} to {series.labels[-1]}"
    return f"{'; '.join(filter(None, (f'{measure.name}{unit}{fte}, {span}', whose)))}; {_BETTER[measure.polarity]}."


def _not_alike(view: View, series: Series) -> str:
    """That the months are not of the same teams, where the series is of all of them."""
    if series.whose or series.measure.quarterly:
        return ""
    return course.not_the_same_teams(course_to_now(view)).replace("The averages of", "The figures of")
