"""One team month by month, once it is chosen: counted before, expected and simulated ahead, with its own posts."""

from __future__ import annotations

from math import floor, isfinite

import pandas as pd
import streamlit as st

from charts.outlook import Axes, fan_chart
from model import outlook_words as words
from model.caseload import Demand
from model.exact import shortest, shown
from model.findings import when
from model.frames import axis_top, rounded
from model.outlook import Case, Fan, fan, month_after
from model.outlook_process import Measure
from model.outlook_teams import futures_of_unit, of_unit
from model.team import TeamMonth
from model.words import count_words, first_short, month_words, sentence
from ui import exhibit, forecast_exhibit
from ui.exhibit import Exhibit
from ui.outlook_answer import Asked, in_words
from ui.outlook_exhibits import case_of_teams
from ui.outlook_fan import MONTHS_BEFORE
from ui.outlook_frame import COLUMNS, HEADINGS, NOT_AHEAD, months_ahead
from ui.text import plain

_TEAM = "outlook_team"


def show(asked: Asked, posts: int) -> None:
    """The choice of a team, and its months once one is chosen; nothing where there is one team only."""
    names = [team.team for team in asked.start.teams]
    if len(names) < 2:
        return
    if st.session_state.get(_TEAM) not in (None, *names):
        # A team of other figures is no option any more.
        st.session_state[_TEAM] = None
    chosen = st.selectbox(
        "A team month by month", names, index=None, key=_TEAM, bind="query-params", placeholder="Choose a team"
    )
    if chosen in names:
        found = _exhibit(asked, posts, names.index(str(chosen)))
        if found:
            exhibit.show(found)
        else:
            st.caption(plain(f"Nobody is expected in post in {chosen} in any month, so its children all wait."))


def _exhibit(asked: Asked, posts: int, place: int) -> Exhibit | None:
    team = asked.start.teams[place]
    every, added = case_of_teams(asked, posts)
    case = of_unit(every, place, float(team.optimum or asked.optimum))
    if not any(map(isfinite, case.line)):
        return None
    found = fan(case, futures_of_unit(asked.futures(every), place))
    frame = _frame(asked, team, case, found)
    month = month_words(month_after(asked.start.service.month, case.month))
    given = f"{count_words(added[place], 'post')} of {sum(added):,}" if sum(added) else "none"
    said = f"{team.team}: {in_words(float(case.line[case.month])).lower()} expected in {month}"
    return Exhibit(
        key="outlook_one_team",
        finding=first_short(f"{said}, {_span(case, found)}", said).rstrip("."),
        beneath=f"{sentence(case.measure.label)[:-1]}, against {shortest(case.optimum)}. Line: at expected inputs. "
        f"Shades: half and 80 in 100 of {found.futures:,} simulated futures. Posts added to this team: {given}. "
        f"{asked.in_brief}",
        figure=fan_chart(
            frame, asked.view.style, optimum=case.optimum, axes=_axes(case, frame),
            judged=month_after(asked.start.service.month, case.month).isoformat(),
            now=(asked.start.service.month.isoformat(), when(asked.start.service)),
            breaks=[day for day, _ in forecast_exhibit.breaks(asked.view)],
        ),
        alt=f"Fan chart of {team.team}: {said}, {_span(case, found)}.",
        frame=frame,
        columns=COLUMNS,
        source=asked.view.source,
        headings=HEADINGS,
        note=words.gap_words(float(case.line[case.month]), float(found.mean[case.month])),
    )  # fmt: skip


def _span(case: Case, found: Fan) -> str:
    low, high = (found.percentiles[row][case.month] for row in (0, -1))
    if not isfinite(high):
        return "in some futures nobody is in post"
    return f"80 in 100 futures {shown(float(low))} to {shown(float(high))}"


def _frame(asked: Asked, team: TeamMonth, case: Case, found: Fan) -> pd.DataFrame:
    """The team in the months before as counted, and in the months ahead."""
    first, measure = asked.start.service.month, asked.chosen.measure
    before = [month for month in asked.view.history if month.month < first][-MONTHS_BEFORE:]
    lines = [
        NOT_AHEAD | {"month": month.month.isoformat()} | _counted(there, measure)
        for month in before
        if (there := month.team(team.team)) is not None
    ]
    now, *later = months_ahead(first, case, found)
    return pd.DataFrame([*lines, now | _counted(team, measure), *later])


def _counted(team: TeamMonth, measure: Measure) -> dict[str, object]:
    demand = {Measure.ALLOCATED: Demand.ALLOCATED, Measure.ALL: Demand.ALL}.get(measure)
    return {"actual": rounded(None if demand is None else team.average(demand)), "waiting": team.unallocated}


def _axes(case: Case, frame: pd.DataFrame) -> Axes:
    values = [*frame["actual"].dropna(), *frame["p10"].dropna(), *frame["p90"].dropna(), *frame["expected"].dropna()]
    low = floor(min(values, default=case.optimum) * 0.95 / 5) * 5.0
    ends = min(low, floor(case.optimum * 0.8 / 5) * 5.0), axis_top([*values, case.optimum])
    return Axes(ends, axis_top([*frame["waiting"].dropna().astype(float), 10.0]), [float(v) for v in case.line])
