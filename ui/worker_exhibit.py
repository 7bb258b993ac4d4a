"""The exhibit of workers, under a code, against the optimum."""

from __future__ import annotations

import pandas as pd

from charts.workers import worker_dots
from model import course
from model.basis import optimum_words
from model.caseload import ServiceMonth
from model.findings import when, who_is_counted
from model.frames import axis_top, rounded
from model.words import count_words, first_short, listed, number_words
from model.workers import spread, worker_frame
from ui.caseload_exhibits import teams_in_order
from ui.exhibit import Exhibit
from ui.view import View, once_a_view

DOTS = "One dot a worker, children scaled to full time; open dots: newly qualified, for whom less is expected"


@once_a_view
def by_worker(view: View) -> Exhibit | None:
    """Each worker's children against the optimum; ``None`` where the month has no workers."""
    frame = _workers(view)
    if frame.empty:
        return None
    title = _title(frame, view.now)
    return Exhibit(
        key="caseload_by_worker",
        finding=title,
        beneath=" ".join(filter(None, (f"{DOTS}; {view.day}.", who_is_counted(view.now), _without(view, frame)))),
        figure=worker_dots(
            spread(frame),
            view.style,
            axis_max=axis_top(frame["children_per_fte"].tolist(), *frame["optimum"].dropna()),
            optimum=rounded(view.now.shared_optimum, 2),
        ),
        alt=f"Dot chart. {title}; {view.day}.",
        frame=frame,
        columns=("team", "counted", "worker", "role", "fte", "asye", "allocated", "children_per_fte"),
        source=view.source,
        note=" ".join(filter(None, (_before(view), course.waiting_now(view.now)))),
    )


def _workers(view: View) -> pd.DataFrame:
    """The workers in the order of the team bars, with whether their team is counted."""
    frame = worker_frame(view.tables["worker_caseload"], view.now.month, view.now)
    teams = teams_in_order(view)
    place = {team: row for row, team in enumerate(teams["team"])}
    frame = frame.assign(counted=frame["team"].isin(teams.loc[teams["counted"], "team"]).astype(bool))
    return frame.sort_values("team", key=lambda names: names.map(place), kind="stable", ignore_index=True)


def _title(frame: pd.DataFrame, service: ServiceMonth) -> str:
    """How many of the counted teams' workers carry more than the optimum; those of a team without one are not asked."""
    listed_ones = frame[frame["counted"]]
    judged = listed_ones[listed_ones["optimum"].notna()]
    if listed_ones.empty:
        return "No worker of a counted team is listed"
    if judged.empty:
        return "No optimum is set for the teams of these workers, so none is over it"
    workers, over = len(judged), int(judged["is_over"].sum())
    whose = "listed" if workers == len(listed_ones) else "of teams with an optimum"
    shared = service.shared_optimum is not None
    line = f"{optimum_words(service)} children" if shared else "the optimum of their team"
    if workers == 1:
        carries = f"The one worker {whose} carries {'more' if over else 'no more'} than {line}"
    else:
        who, carry = number_words(over) if over else "none", "carries" if over == 1 else "carry"
        carries = f"{who} of the {count_words(workers, 'worker')} {whose} {carry} more than {line}"
    return first_short(f"{carries} for full-time hours", carries).rstrip(".")


def _before(view: View) -> str:
    """How many it was in the compared month, in a sentence; "" where there is none."""
    if view.before is None:
        return ""
    frame, counted = worker_frame(view.tables["worker_caseload"], view.before.month, view.before), view.before.counted
    ours = frame[frame["team"].isin([team.team for team in counted]) & frame["optimum"].notna()]
    if ours.empty:
        return f"No workers are listed for {when(view.before)}."
    on = "On" if view.before.as_at else "In"
    return f"{on} {when(view.before)} it was {int(ours['is_over'].sum())} of {len(ours)}."


def _without(view: View, frame: pd.DataFrame) -> str:
    missing = [team.team for team in view.now.counted if team.team not in set(frame["team"])]
    return f"No workers are given for {listed(missing)}." if missing else ""
