"""The exhibit of workers, under a code, against the optimum."""

from __future__ import annotations

import pandas as pd

from charts.workers import worker_dots
from model import course
from model.exact import shortest
from model.findings import when, who_is_counted
from model.frames import axis_top
from model.words import count_words, listed, number_words, sentence
from model.workers import spread, worker_frame
from ui.caseload_exhibits import one_optimum, teams_in_order
from ui.exhibit import Exhibit
from ui.view import View, once_a_view

DOTS = "One dot a worker, children scaled to full time; open dots: newly qualified, for whom less is expected"


@once_a_view
def by_worker(view: View) -> Exhibit | None:
    """Each worker's children against the optimum; ``None`` where the month has no workers."""
    frame = _workers(view)
    if frame.empty:
        return None
    ours = frame[frame["counted"]]
    title = _title(int(ours["is_over"].sum()), len(ours), shortest(view.now.optimum))
    return Exhibit(
        key="caseload_by_worker",
        finding=title,
        beneath=" ".join(filter(None, (f"{DOTS}; {view.day}.", who_is_counted(view.now), _without(view, frame)))),
        figure=worker_dots(
            spread(frame),
            view.style,
            axis_max=axis_top(frame["children_per_fte"].tolist(), view.now.optimum),
            optimum=one_optimum(view.now),
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


def _title(over: int, workers: int, optimum: str) -> str:
    listed_ones = f"of the {count_words(workers, 'worker')} listed"
    if not workers:
        return "No worker of a counted team is listed"
    if workers == 1:
        return (
            f"The one worker listed carries {'more' if over else 'no more'} than {optimum} children for full-time hours"
        )
    carry = "carries" if over == 1 else "carry"
    who = number_words(over) if over else "none"
    return sentence(f"{who} {listed_ones} {carry} more than {optimum} children for full-time hours").rstrip(".")


def _before(view: View) -> str:
    """How many it was in the compared month, in a sentence; "" where there is none."""
    if view.before is None:
        return ""
    frame, counted = worker_frame(view.tables["worker_caseload"], view.before.month, view.before), view.before.counted
    ours = frame[frame["team"].isin([team.team for team in counted])]
    if ours.empty:
        return f"No workers are listed for {when(view.before)}."
    on = "On" if view.before.as_at else "In"
    return f"{on} {when(view.before)} it was {int(ours['is_over'].sum())} of {len(ours)}."


def _without(view: View, frame: pd.DataFrame) -> str:
    missing = [team.team for team in view.now.counted if team.team not in set(frame["team"])]
    return f"No workers are given for {listed(missing)}." if missing else ""
