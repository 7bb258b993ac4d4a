"""Children who start and close: what the months counted say of the months ahead, and the choices about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from charts.forecast import forecast_chart
from model import demand_findings as findings
from model.demand import DemandForecast, demand_forecast, usable, usual_first
from model.flows import FlowMonth, Step, flows, steps
from model.frames import rounded
from model.outlook import month_after
from model.outlook_start import Readings
from model.readings import readings
from model.words import month_words
from ui import cached, exhibit
from ui.carried import follow
from ui.exhibit import Exhibit
from ui.text import plain
from ui.view import View, once_a_view

_FORECAST, _STEADY = "As forecast", "As many as close"
_ALL = "Nothing left out"
_MARKED = "known_breaks"


def _months(view: View) -> list[FlowMonth]:
    """What is known of each month up to the one that is looked at."""
    now = view.now
    # By the teams, not once a view: where some have no optimum the page makes a view of the others at every turn.
    key = ("flows", view.authority, view.version, now.month, tuple(team.team for team in now.teams), now.absent)
    found: list[FlowMonth] = cached.once(
        key, lambda: flows(view.tables, [month for month in view.history if month.month <= now.month])
    )
    return found


@once_a_view
def _steps(view: View) -> list[Step]:
    return steps(_months(view))


@once_a_view
def _forecast(view: View, since: date | None) -> DemandForecast | None:
    return demand_forecast(_months(view), since)


@once_a_view
def _readings(view: View, since: date | None, of_in_post: bool) -> Readings:
    return readings(_months(view), since, of_in_post=of_in_post)


@dataclass(frozen=True)
class Course:
    """What was chosen: the first month that is used, ``None`` for all, and whether starts go on as forecast."""

    since: date | None
    as_forecast: bool


def choose(view: View) -> Readings:
    """The choices, drawn where there is a forecast; and what the figures say of the assumptions under them."""
    return _under(view, _choose_course(view))


def as_chosen(view: View, chosen: Mapping[str, Any] | None = None) -> Readings:
    """The same under choices by their keys, those of the Outlook page if none are given; it draws nothing."""
    choices = {str(key): st.session_state[key] for key in st.session_state} if chosen is None else chosen
    known = _steps(view)
    by_name = {month_words(month): month for month in usable(known)[1:]}
    first, usual = choices.get("forecast_since"), usual_first(known, _breaks(view))
    since = by_name.get(str(first)) if first else usual if usual in by_name.values() else None
    return _under(view, Course(since, bool(usable(known)) and choices.get("starts_course") != _STEADY))


def _under(view: View, course: Course) -> Readings:
    basis = {team.fte_basis for team in view.now.measured}
    found = _readings(view, course.since, basis == {"in post"})
    ahead = _forecast(view, course.since)
    if not course.as_forecast or ahead is None:
        return found
    return found.under(ahead.readings)


def _choose_course(view: View) -> Course:
    known = _steps(view)
    firsts = usable(known)
    if not firsts:
        return Course(None, False)
    left, right, marks = st.columns([2, 2, 4])
    with left:
        course = st.radio(
            "Children starting", [_FORECAST, _STEADY], key="starts_course", bind="query-params", horizontal=True,
            help="As forecast below, or as many as close, so that the number of children holds steady.",
        )  # fmt: skip
    months = [month_words(step.month) for step in known[1:]]
    if _MARKED in st.session_state:
        # Another month of figures knows others.
        st.session_state[_MARKED] = [month for month in st.session_state[_MARKED] if month in months]
    with marks:
        st.multiselect(
            "Known breaks", months, key=_MARKED, bind="query-params",
            placeholder="Months, such as that of an inspection",
            help="Marked in both charts. Restructures in the file, and splits and mergers told of on the Upload page, "
            "are marked by themselves.",
        )  # fmt: skip
    options = [_ALL, *(month_words(month) for month in firsts[1:])]
    usual = usual_first(known, _breaks(view))
    start = options.index(month_words(usual)) if usual and usual in firsts[1:] else 0
    follow("forecast_since", options[start])
    with right:
        first = st.selectbox(
            "Leave out months before", options, key="forecast_since", bind="query-params", index=start,
            help="After a break, such as a restructure or an inspection, what was before may say little of what comes.",
        )  # fmt: skip
    since = dict(zip(options[1:], firsts[1:], strict=True)).get(str(first))
    return Course(since, course != _STEADY)


def breaks(view: View) -> list[tuple[str, str]]:
    """Every break up to the month looked at, as ISO month and words: of the figures, and those a person marked."""
    marked = st.session_state.get(_MARKED) or ()
    own = [(step.month.isoformat(), f"Break, {month_words(step.month)}") for step in _steps(view)
           if month_words(step.month) in marked]  # fmt: skip
    of_figures = {month: said for month, said in view.breaks if month <= view.now.month.isoformat()}
    return sorted((dict(own) | of_figures).items())


def _breaks(view: View) -> list[date]:
    return [date.fromisoformat(month) for month, _ in breaks(view)]


def show(view: View) -> None:
    """The exhibit of the forecast, or why there is none."""
    known = _steps(view)
    chosen = str(st.session_state.get("forecast_since", _ALL))
    since = next((month for month in usable(known) if month_words(month) == chosen), None)
    found = _exhibit(view, since, tuple(breaks(view)))
    if found is None:
        st.caption(plain(findings.why_none(known)))
    else:
        exhibit.show(found)


@once_a_view
def _exhibit(view: View, since: date | None, known: tuple[tuple[str, str], ...]) -> Exhibit | None:
    found = _forecast(view, since)
    if found is None:
        return None
    frame = _frame(found)
    shown_months = set(frame["month"])
    marked = [(month, said) for month, said in known if month in shown_months]
    named = f" Upright lines: {'; '.join(said for _, said in marked)}." if len(marked) > 1 else ""
    return Exhibit(
        key="outlook_forecast",
        finding=findings.title(found),
        beneath=f"{findings.rests_on(found)}{named}",
        figure=forecast_chart(frame, view.style, now=(view.now.month.isoformat(), view.day), breaks=marked),
        alt=f"Lines of children who start and who close by month. {findings.title(found)} in the months ahead.",
        frame=frame,
        columns=("month", *_HEADINGS),
        source=view.source,
        headings=_HEADINGS,
        note=findings.methods(found),
    )


_HEADINGS = {
    "starts": "Children starting",
    "starts_low": "Starting, low",
    "starts_high": "Starting, high",
    "closures": "Children closing",
    "closures_low": "Closing, low",
    "closures_high": "Closing, high",
    "children": "Children open at the end",
}


def _frame(found: DemandForecast) -> pd.DataFrame:
    """The months counted and the months ahead, a row each; children to whole ones."""
    blank = dict.fromkeys(name for name in _HEADINGS if name.endswith(("_low", "_high")))
    rows: list[dict[str, object]] = [
        blank | {
            "month": step.month.isoformat(), "starts": step.starts, "closures": step.closures, "children": step.after,
        }
        for step in found.steps
    ]  # fmt: skip
    last, share = found.steps[-1].month, found.share
    lines = {
        "starts": found.starts.path, "starts_low": found.starts.low, "starts_high": found.starts.high,
        "closures": found.closures(share.path), "closures_low": found.closures(share.low),
        "closures_high": found.closures(share.high), "children": found.children[1:],
    }  # fmt: skip
    for place in range(len(found.starts.path)):
        ahead: dict[str, object] = {name: rounded(values[place], 0) for name, values in lines.items()}
        rows.append(ahead | {"month": month_after(last, place + 1).isoformat()})
    return pd.DataFrame(rows)
