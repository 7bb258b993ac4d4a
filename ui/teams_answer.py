"""All that the Teams page says of a plan, worked out once for everybody who asks the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

import pandas as pd

from charts.caseload import team_bars
from model import findings, moving_findings, team_plan_findings
from model.basis import who_is_counted
from model.exact import exact
from model.frames import rounded, rows
from model.posts import teams_in_question
from model.restructure import RestructureError
from model.team import Demand
from model.team_plan import TeamAsk, TeamPlan, least_moves, team_plan
from model.waiting_findings import waiting_sentence
from ui import teams_headlines
from ui.caseload_exhibits import MEASURE, top_of_axis
from ui.exhibit import Exhibit
from ui.headline import Headline
from ui.posts_answer import average_words, difference_by_hand, of_teams_with_optimum
from ui.view import View, once_a_view

COLUMNS = (
    "team", "changes", "allocated", "unallocated", "fte", "before", "average", "change", "optimum", "excess", "people",
    "staff",
)  # fmt: skip
_NOT_IN_IT = (
    "Posts are full and filled; a plan is a picture, and nothing of it is kept: the link to this page holds it. "
    "FTE, children and people that a team does not have on file are not made up."
)


@dataclass(frozen=True)
class Answer:
    """The plan and what is said of it; ``refused`` is why the teams could not be split or merged as asked, or ""."""

    plan: TeamPlan
    refused: str
    title: str
    bars: Exhibit
    headlines: list[Headline]
    moving: str
    moves: list[str]
    managers: list[str]
    basis: str


def of_whom(view: View) -> View:
    """The view with teams that have no optimum left out of every sum, where any team has one."""
    return of_teams_with_optimum(view) if teams_in_question(view.now) else view


def answer(view: View, asked: TeamAsk, line: Fraction | None) -> Answer:
    """The answer to what is asked; where teams cannot be split or merged as asked, the answer without that.

    One with posts placed by hand is its reader's own, and is not kept for others.
    """
    return _answer(view, asked, line) if asked.posts.by_hand is not None else _best(view, asked, line)


@once_a_view
def _best(view: View, asked: TeamAsk, line: Fraction | None) -> Answer:
    return _answer(view, asked, line)


def _answer(view: View, asked: TeamAsk, line: Fraction | None) -> Answer:
    refused = ""
    try:
        plan = team_plan(view.now, view.settings, asked)
    except RestructureError as error:
        refused, plan = str(error), team_plan(view.now, view.settings, replace(asked, change=None))
    posts, demand = plan.ask.posts, plan.ask.posts.demand
    people = view.settings.social_workers_per_team if posts.keep_span else None
    least = least_moves(plan.regrouped, posts, line, people)
    size = exact(posts.post_fte)
    said = [*moving_findings.ways(plan.regrouped, least, size, plan.demand, line), *moving_findings.done(plan)]
    aside = people is not None or posts.max_fte_per_team is not None
    if aside and least.posts and least.posts.can_be and least.posts.takes:
        said.append(moving_findings.LIMITS_ASIDE)
    reasons = [plan.plan.placement.reason, *plan.plan.placement.notes, difference_by_hand(plan.plan)]
    return Answer(
        plan,
        refused,
        team_plan_findings.title(plan),
        bars(view, plan),
        teams_headlines.headlines(view, plan),
        moving_findings.title(plan.regrouped, least, demand, line),
        said,
        [
            *filter(None, reasons),
            *team_plan_findings.supervised(plan, view.settings),
            team_plan_findings.costs(plan, view.settings),
        ],
        f"{findings.basis(view.now, demand)}. {who_is_counted(plan.regrouped)} {_NOT_IN_IT}",
    )


def bars(view: View, plan: TeamPlan) -> Exhibit:
    """Each team with everything done as a bar, before moves and posts as a tick, what comes and goes at the right."""
    frame = team_plan_findings.frame(plan, view.settings)
    told = any(frame["changes"])
    return Exhibit(
        key="teams_after",
        finding=findings.caseload_title(plan.after, plan.demand, beside_average=plan.demand == plan.ask.posts.demand),
        beneath=_beneath(plan),
        figure=team_bars(
            frame,
            view.style,
            axis_max=top_of_axis(view),
            before_name="before moves and posts",
            now_name="with the plan",
            optimum=rounded(plan.after.shared_optimum, 2),
            aside=("Comes and goes", "changes") if told else None,
        ),
        alt=_words(frame),
        frame=frame,
        columns=COLUMNS,
        source=view.source,
        headings={
            "changes": "Comes and goes",
            "before": "Average before moves and posts",
            "average": "Average with the plan",
            "fte": "FTE with the plan",
            "people": "Social workers, people",
            "staff": "Staff with its own family workers",
        },
        note=waiting_sentence(plan.now, plan.after),
    )


def _beneath(plan: TeamPlan) -> str:
    measure = (
        MEASURE if plan.demand == Demand.ALLOCATED else "Children, the waiting too, for each full-time social worker"
    )
    did = "; ".join(team_plan_findings.steps(plan)) or "the teams as they are"
    return f"{measure}; bars: {did}; orange tick: before moves and posts. {findings.basis(plan.now, plan.demand)}"


def _words(frame: pd.DataFrame) -> str:
    teams = [
        f"{team} from {average_words(before)} to {average_words(average)}{f', {changes}' if changes else ''}"
        for team, before, average, changes in rows(frame, "team", "before", "average", "changes")
    ]
    return f"Bar chart of children for each social worker before and after the plan: {'; '.join(teams)}."
