"""The exhibits about caseloads: figure, table and words put together from the model's answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pandas as pd

from charts.caseload import team_bars
from charts.history import service_history, team_lines
from model import course, findings
from model.basis import at_time, fte_words
from model.benchmark_findings import not_like_for_like
from model.caseload import ServiceMonth
from model.england import ENGLAND_AVERAGE_CASELOAD, ENGLAND_SOURCE
from model.exact import half_up, shortest, signed
from model.findings import when
from model.frames import axis_top, history_frame, rounded, rows, team_frame, team_history_frame
from model.fte_basis import fte_changes, fte_of_course, same_fte
from model.words import month_words, sentence
from ui.exhibit import Exhibit
from ui.view import View, once_a_view

TEAM_COLUMNS = (
    "team", "area", "allocated", "unallocated", "fte", "fte_basis", "average", "before", "change", "optimum",
    "excess", "headroom", "counted", "state",
)  # fmt: skip
MEASURE = "Allocated children for each full-time social worker"


@once_a_view
def top_of_axis(view: View) -> float:
    """The end of the caseload axis: the same for every month, so that months can be compared by eye."""
    averages = [team.average() for service in view.history for team in service.teams]
    return axis_top(averages, *(team.optimum for service in view.history for team in service.teams))


@once_a_view
def teams_in_order(view: View) -> pd.DataFrame:
    """A row a team, highest average first; those left out of the sums last."""
    frame = team_frame(view.now, view.before)
    return frame.sort_values("counted", ascending=False, kind="stable", ignore_index=True)


@once_a_view
def by_team(view: View, *, regional: bool = False, england: bool = False, key: str = "caseload_by_team") -> Exhibit:
    """Average caseload of each team against its optimum, with the compared month as a tick."""
    frame = teams_in_order(view)
    band = (view.settings.band_low, view.settings.band_high)
    year, value = max(ENGLAND_AVERAGE_CASELOAD.items())
    before_name = when(view.before) if view.before else ""
    references = not_like_for_like(view.settings, regional=regional, england=england)
    told = findings.highest_made_of(view.before, view.now), course.waiting_now(view.now)
    return Exhibit(
        key=key,
        finding=findings.caseload_title(view.now),
        beneath=_beneath(view, f"{_measure(view)}, {view.day}", _tick(view)),
        figure=team_bars(
            frame,
            view.style,
            axis_max=max(top_of_axis(view), float(band[1] or 0) + 3 if regional else 0),
            before_name=before_name,
            now_name=view.day,
            optimum=rounded(view.now.shared_optimum, 2),
            regional=(float(band[0]), float(band[1]))
            if regional and band[0] is not None and band[1] is not None
            else None,
            england=(f"England {year}", float(value)) if england else None,
            aside=("Waiting", "waiting_text") if view.now.unallocated_by_team is not None else None,
        ),
        alt=f"{_team_words(view, frame)} {references}".strip(),
        frame=frame,
        columns=TEAM_COLUMNS,
        source=view.source + (f"; England: {ENGLAND_SOURCE}" if england else ""),
        headings={
            "before": f"Average, {before_name}" if before_name else "Average before",
            "state": "Why no average",
        },
        measure=_beneath(view, f"{_measure(view)}, {view.day}"),
        foot=_foot(view),
        foot_note=_rounded_apart(view),
        note=" ".join(filter(None, (references, *told))),
    )


def _tick(view: View) -> str:
    """What the orange tick is: the compared month, and its FTE where that is of another kind; "" for none."""
    if view.before is None:
        return ""
    kind = "" if same_fte(view.before, view.now) else f", {fte_words(view.before)}, not like for like"
    return f"orange tick: {when(view.before)}{kind}"


def _foot(view: View) -> dict[str, object]:
    """The service under its teams: sums of the counted teams, and the average of the sums."""
    now = view.now
    return {
        "team": "Teams with known figures" if now.unmeasured else "Counted teams" if now.left_out else "All teams",
        "allocated": now.allocated,
        "unallocated": now.unallocated,
        "fte": rounded(now.fte, 2),
        "average": rounded(now.average()),
        "before": rounded(view.before.average()) if view.before else None,
        "change": rounded(_moved(view)),
        "excess": rounded(now.excess()),
        "headroom": rounded(now.headroom()),
    }


def _moved(view: View) -> Fraction | None:
    """The change of the service average, exactly: rounded once, as in the headline and in the parts it is made of."""
    now, before = view.now.average(), view.before.average() if view.before else None
    alike = view.before is not None and same_fte(view.before, view.now)
    return now - before if alike and now is not None and before is not None else None


def _rounded_apart(view: View) -> str:
    """A sentence where the change in the last row is not the difference of the averages shown beside it, or ""."""
    moved, now = _moved(view), view.now.average()
    if moved is None or now is None:
        return ""
    shown_apart = half_up(now) - half_up(now - moved)
    if shown_apart == half_up(moved):
        return ""
    return f"The service average moved by {signed(moved)} before it was rounded, not {signed(shown_apart)}."


def _measure(view: View) -> str:
    return f"{MEASURE} ({findings.fte_taken(view.now)})"


def _beneath(view: View, measure: str, mark: str = "", *, months: Sequence[ServiceMonth] = ()) -> str:
    who = findings.who_is_counted(view.now)
    if course.not_the_same_teams(months):
        # Not "all three teams" of a month that counts five.
        who = f"In {month_words(view.now.month)}, {who[:1].lower()}{who[1:]}"
    return f"{'; '.join(filter(None, (measure, mark)))}. {who}"


def _team_words(view: View, frame: pd.DataFrame) -> str:
    parts = [
        f"{team} {state or format(average, '.1f')}{', ' * bool(out)}{out}"
        for team, state, average, out in rows(frame, "team", "state", "average", "left_out")
    ]
    shared = view.now.shared_optimum
    optimum = "" if shared is None else f", optimum {shortest(shared)}"
    return f"Bar chart of children for each social worker {at_time(view.now)}{optimum}: {'; '.join(parts)}."


def course_to_now(view: View) -> list[ServiceMonth]:
    """The months kept up to the chosen one, ascending: what an exhibit over time may show."""
    return [service for service in view.history if service.month <= view.now.month]


def breaks_to_now(view: View) -> list[tuple[str, str]]:
    """The breaks of the series up to the chosen month, another kind of FTE being one: ISO month and words."""
    kinds = [
        (month.month.isoformat(), f"{sentence(fte_words(month)).rstrip('.')}, {month_words(month.month)}")
        for month in fte_changes(course_to_now(view))
    ]
    return sorted([*_restructures(view), *kinds])


def _restructures(view: View) -> list[tuple[str, str]]:
    return [(month, words) for month, words in view.breaks if month <= view.now.month.isoformat()]


def restructures_to_now(view: View) -> list[date]:
    """The months of the restructures up to the chosen month."""
    return [date.fromisoformat(month) for month, _ in _restructures(view)]


def _with_days(frame: pd.DataFrame, history: list[ServiceMonth]) -> pd.DataFrame:
    """The frame with the day each month was counted, ISO text, missing where it is not known."""
    days = {service.month.isoformat(): service.as_at.isoformat() for service in history if service.as_at}
    return frame.assign(as_at=frame["month"].map(days))


@once_a_view
def over_time(view: View) -> Exhibit | None:
    """Each team's average over time, a panel a team, the highest first and teams of earlier months last.

    ``None`` where there is one month only.
    """
    history = course_to_now(view)
    if len(history) < 2:
        return None
    # A team that was merged, split or closed keeps its history: without it the chart would begin at the change.
    former = [team.team for service in reversed(history) for team in service.teams]
    teams = list(dict.fromkeys([*teams_in_order(view)["team"], *former]))
    frame = _with_days(team_history_frame(history, teams), history)
    first, last = history[0].month, history[-1].month
    return Exhibit(
        key="teams_over_time",
        finding=course.teams_course(history, restructures_to_now(view)),
        beneath=_beneath(
            view,
            f"{MEASURE} ({fte_of_course(history)}), {month_words(first)} to {month_words(last)}",
            "dashed line: optimum",
            months=history,
        ),
        figure=team_lines(
            frame, view.style, axis_max=top_of_axis(view), breaks=[month for month, _ in breaks_to_now(view)]
        ),
        alt=course.teams_words(history),
        frame=frame,
        columns=("month", "as_at", "team", "average", "allocated", "unallocated", "fte", "optimum"),
        source=view.source,
    )


@once_a_view
def service_over_time(view: View) -> Exhibit | None:
    """The service's average over time, and the children waiting beneath it; ``None`` where there is one month only."""
    history = course_to_now(view)
    if len(history) < 2:
        return None
    frame = _with_days(history_frame(history), history)
    told = course.not_the_same_teams(history), course.measured_course(history), course.waiting_now(view.now)
    waiting = ", and children waiting" if frame["unallocated"].notna().any() else ""
    return Exhibit(
        key="service_over_time",
        finding=course.service_course(history, restructures_to_now(view)),
        beneath=_beneath(
            view,
            f"Service average (allocated children divided by all FTE, {fte_of_course(history)}){waiting}, "
            f"{month_words(history[0].month)} to {month_words(history[-1].month)}",
            months=history,
        ),
        figure=service_history(
            frame,
            view.style,
            optimum=rounded(view.now.shared_optimum, 2),
            axis_max=axis_top([service.average() for service in history], view.now.shared_optimum),
            breaks=breaks_to_now(view),
        ),
        alt=course.service_words(history, restructures_to_now(view)),
        frame=frame,
        columns=("month", "as_at", "average", "allocated", "unallocated", "fte", "excess"),
        source=view.source,
        note=" ".join(filter(None, told)),
    )
