"""The answer of the Added posts page: exhibits and what is left unsolved."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pandas as pd

from charts.caseload import team_bars
from model import findings
from model.basis import nobody_counted
from model.case_mix_findings import posts_in_points
from model.caseload import Demand
from model.change import Change, change
from model.exact import exact, shown
from model.frames import placement_frame, rounded, rows, team_frame
from model.outlook_start import start_of
from model.plan import Plan, highest_average
from model.posts import months_until_filled
from model.posts import of_teams_with_optimum as of_teams
from model.posts_findings import children_over
from model.words import count_words, sentence
from ui.case_mix_exhibit import mix_of
from ui.caseload_exhibits import MEASURE, top_of_axis
from ui.exhibit import Exhibit
from ui.service_headlines import restructures
from ui.vacancies import unfilled, vacancies
from ui.view import View, once_a_view

TEAM_COLUMNS = (
    "team", "added", "allocated", "unallocated", "fte", "before", "average", "change", "optimum", "excess"
)  # fmt: skip


@once_a_view
def of_teams_with_optimum(view: View) -> View:
    """The view with teams that have no optimum left out of every sum, because no post can be asked for them."""
    now, before = of_teams(view.now), of_teams(view.before) if view.before else None
    return view if now is view.now and before is view.before else replace(view, now=now, before=before)


def by_team(view: View, plan: Plan) -> Exhibit:
    """Each team after the posts as a bar, before them as a tick, the posts it received at the right."""
    demand = _demand_of_teams(plan)
    frame = team_frame(plan.after, plan.before, demand, ordered_by=plan.before)
    frame = placement_frame(frame, plan.placement.added)
    return Exhibit(
        key="posts_by_team",
        finding=findings.caseload_title(plan.after, demand, beside_average=demand == plan.ask.demand),
        beneath=_beneath(plan, demand),
        figure=team_bars(
            frame,
            view.style,
            axis_max=top_of_axis(view),
            before_name="now",
            now_name="with the posts",
            optimum=rounded(plan.after.shared_optimum, 2),
            aside=("Added", "added_text"),
        ),
        alt=_words(frame),
        frame=frame,
        columns=TEAM_COLUMNS,
        source=view.source,
        headings={"before": "Average now", "average": "Average with the posts", "fte": "FTE with the posts"},
    )


def _words(frame: pd.DataFrame) -> str:
    teams = [
        f"{team} from {average_words(before)} to {average_words(average)}, {added} added"
        for team, before, average, added in rows(frame, "team", "before", "average", "added")
    ]
    return f"Bar chart of children for each social worker before and after the posts: {'; '.join(teams)}."


def _demand_of_teams(plan: Plan) -> Demand:
    """The children in the teams' own averages: those who wait are in them only where the teams know of them."""
    return plan.ask.demand if plan.before.unallocated_by_team is not None else Demand.ALLOCATED


def _beneath(plan: Plan, demand: Demand) -> str:
    measure = MEASURE if demand == Demand.ALLOCATED else "Children, the waiting too, for each full-time social worker"
    bars = f"{measure}; bars: with {count_words(plan.posts, 'post')}, orange tick: now."
    apart = plan.before.unallocated_service_only if plan.ask.demand == Demand.ALL else None
    have = count_words(apart or 0, "child who waits has no team and is", "children who wait have no team and are")
    outside = f" {sentence(f'{have} in no bar')}" if apart else ""
    return f"{bars}{outside} {findings.basis(plan.before, demand)}"


def average_words(average: float) -> str:
    """An average as it is said aloud, where it may not be known."""
    return "not known" if pd.isna(average) else shown(average)


def difference_by_hand(plan: Plan) -> str:
    """What placing by hand costs or gains against the best placement of as many posts, in a sentence."""
    if plan.best is None:
        return ""
    demand = plan.ask.demand
    mine, best = highest_average(plan.after, demand), highest_average(plan.best, demand)
    over, best_over = plan.after.excess(demand), plan.best.excess(demand)
    if mine is None or best is None or over is None or best_over is None:
        return "The difference from the best placement is not known."
    return (
        f"By hand: highest average {shown(mine)}, {children_over(over)} over the optimum. "
        f"Best for “{plan.ask.objective.label.lower()}” with the same {count_words(plan.posts, 'post')}: "
        f"{shown(best)} and {shown(best_over, 0)}."
    )


def why_not(view: View) -> str:
    """Why posts cannot be worked out for this month, and what the file would need."""
    nobody = nobody_counted(view.now)
    if nobody:
        return f"{sentence(nobody)} Which teams are counted is set on the Methods page."
    if view.now.unweighted_average is not None:
        return (
            f"The figures of {view.day} give averages, but no full-time equivalent and no number of children, and "
            "neither is worked out from the other. A file with both answers the question."
        )
    return (
        "No counted team has an optimum, a full-time equivalent and a number of children. "
        "The Methods page says which teams are counted; the Upload page takes a file with the missing figures."
    )


def growth(view: View, plan: Plan) -> str:
    """Who needs the places of the posts now, and when growth fills as many; "" where numbers do not rise.

    Not across a restructure or between other teams, whose children are others, nor from a few days, which are no month.
    """
    # Children who are left waiting are growth too: of the allocated alone there would seem to be less of it.
    moved = next((found for demand in (Demand.ALL, Demand.ALLOCATED) if (found := _moved(view, demand))), None)
    if moved is None or moved.children_per_month is None or not plan.posts or view.before is None:
        return ""
    if restructures(view) or not moved.same_teams:
        return ""
    places = _places(plan)
    months = months_until_filled(places, moved.children_per_month)
    if months is None:
        return ""
    lacking = plan.before.excess(Demand.ALLOCATED) or 0
    wait = plan.before.unallocated_of_measured or 0
    taken = f" {sentence(_taken(lacking, wait, places))}" if lacking or wait else ""
    which = "children" if moved.counting == Demand.ALL else "allocated children"
    return (
        f"The posts are {shown(places, 0)} places.{taken} At the growth since {findings.when(view.before)}, "
        f"{shown(moved.children_per_month)} {which} a month, as many places are filled in {shown(months)} months."
    )


def _moved(view: View, demand: Demand) -> Change | None:
    """The change since the compared month; of all children only where it is known in both who waits, in every team."""
    if view.before is None:
        return None
    partial = view.before.unallocated_is_partial or view.now.unallocated_is_partial
    return None if partial and demand == Demand.ALL else change(view.before, view.now, demand)


def _taken(lacking: Fraction | int, wait: int, places: Fraction) -> str:
    """Who needs the places today, before any growth."""
    over = f"{children_over(lacking)} over the optimum" if lacking else ""
    waiting = f"{wait:,} who {'waits' if wait == 1 else 'wait'}" if wait else ""
    now = " and ".join(filter(None, (over, waiting)))
    return f"{now} need places now{', more than these' if lacking + wait > places else ''}"


def _places(plan: Plan) -> Fraction:
    """The places of the posts, each at the optimum of the team it goes to."""
    size, added = exact(plan.ask.post_fte), plan.placement.added
    return sum((added[team.team] * size * (team.optimum or 0) for team in plan.after.counted), Fraction(0))


def unfilled_first(plan: Plan) -> str:
    """How many established posts nobody fills, agency workers neither, to be filled first; "" where none or not known.

    Where only the FTE of those who hold cases is known, others may be in post without cases: that is said.
    """
    service, start = plan.before, start_of(plan.before)
    vacant, without_cases = vacancies(service), unfilled(service)
    if vacant is None and without_cases and without_cases > 0 and "case-holding" in service.fte_bases:
        return (
            f"In established posts of {shown(without_cases)} full-time equivalents nobody holds cases today; how many "
            "of these are vacant is not known. The posts asked for here come on top."
        )
    agency = start.agency if start and start.vacant and start.agency else Fraction(0)
    gap = None if vacant is None else vacant - agency
    if gap is None and service.fte_bases == ("in post",):
        gap = without_cases
    if gap is None or gap <= 0:
        return ""
    held = f"Agency workers hold another {shown(agency)}, which the Outlook counts as vacant too. " if agency else ""
    return (
        f"Established posts of {shown(gap)} full-time equivalents are not filled today. {held}The posts asked for "
        "here come on top: each of the others that is filled is one fewer to ask for."
    )


def unsolved(view: View, plan: Plan) -> list[str]:
    """What the posts do not solve, with what could not be placed."""
    found = [
        plan.placement.reason,
        *plan.placement.notes,
        *findings.unsolved(plan.before, plan.after, plan.ask.demand, view.settings),
        growth(view, plan),
        unfilled_first(plan),
        posts_in_points(mix_of(view)),
    ]
    return [text for text in found if text]
