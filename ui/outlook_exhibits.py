"""The exhibits that stand beside the fan: what each team comes to, what posts would buy."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

import pandas as pd

from charts.caseload import team_bars
from charts.outlook_parts import chance_curve
from model import outlook_findings as findings
from model import outlook_words as words
from model.basis import at_time
from model.exact import adding_up, shown
from model.findings import when
from model.frames import rounded, rows, tidy
from model.outlook import Case, month_after, with_those_who_wait
from model.outlook_placement import placed_words, stages_of_teams
from model.outlook_process import Approval, Array, Measure
from model.outlook_start import team_units
from model.outlook_teams import TeamFutures, apart_words, team_futures, together_words
from model.words import count_words, month_words
from ui.caseload_exhibits import top_of_axis
from ui.exhibit import Exhibit
from ui.outlook_answer import Asked, chance_points


def by_team(asked: Asked, posts: int) -> Exhibit:
    """Each team by itself in the month that is judged, with its posts, who waits in it and its chance."""
    case, added = case_of_teams(asked, posts)
    optima = [float(team.optimum or asked.optimum) for team in asked.start.teams]
    futures, month = team_futures(case, asked.futures(case), optima), _month(asked, case)
    frame = _team_frame(asked, case, optima, futures, added)
    expected = [float(value) for value in case.expected.value(case.measure)[case.month]]
    of_all = case.expected.value(with_those_who_wait(case).measure)[case.month].tolist()
    over, with_them = (
        [value - optimum for value, optimum in zip(values, optima, strict=True)] for values in (expected, of_all)
    )
    line, no_team = rounded(asked.start.service.shared_optimum, 2), asked.start.service.unallocated_service_only or 0
    besides = f"; the {no_team:,} who wait for no team yet are not in them" if no_team else ""
    return Exhibit(
        key="outlook_teams",
        finding=findings.teams_title(over, month, line, int(frame["waiting"].sum()), with_them),
        beneath=f"Bars: {case.measure.label}, expected in {month}; orange tick: the same "
        f"{at_time(asked.start.service)}; right: children expected to wait in the team, and futures at the optimum, "
        f"those children counted in{besides}. {asked.in_brief}",
        figure=team_bars(
            frame, asked.view.style, axis_max=top_of_axis(asked.view), before_name=when(asked.start.service),
            now_name=f"expected in {month}", optimum=line, aside=("Waiting · futures", "beside"),
        ),
        alt=f"Bar chart of teams in {month}: {'; '.join(f'{team}, {said}' for team, said in _said(frame))}.",
        frame=frame,
        columns=_TEAM_COLUMNS,
        source=asked.view.source,
        headings=_headings(case.measure),
        note=" ".join(filter(None, (
            placed_words(asked.start, case.units, added),
            together_words(case.expected, asked.case(posts).expected, case.month, case.measure, no_team),
            apart_words(expected, futures.mean.tolist()),
        ))),
    )  # fmt: skip


_TEAM_COLUMNS = (
    "team", "before", "average", "waiting", "every", "chance", "added", "mean", "allocated", "children", "fte",
    "optimum",
)  # fmt: skip


def _headings(measure: Measure) -> dict[str, str]:
    """How the columns are headed: a row's average is its children over its FTE, whatever is counted."""
    counted = "with a worker" if measure == Measure.ALLOCATED else "counted in the average"
    return {
        "before": "Average now",
        "average": "Expected average",
        "mean": "Mean of futures",
        "every": "With those who wait",
        "chance": "Futures of 100 at the optimum",
        "allocated": f"Children {counted}",
        "waiting": "Children waiting",
        "children": "Children in all",
        "fte": "Effective FTE expected" if measure == Measure.EFFECTIVE else "FTE expected, agency included",
    }


def case_of_teams(asked: Asked, posts: int) -> tuple[Case, list[int]]:
    """The teams with the posts of each stage where they do most for the highest caseload; posts by team."""
    units = team_units(asked.start, asked.assumed, asked.vacant)
    stages = stages_of_teams(asked.start, units, (Approval(asked.chosen.approved, (posts,)), *asked.chosen.later))
    case = Case(units, asked.assumed, stages, asked.chosen.measure, asked.optimum, asked.chosen.month)
    return case, [sum(each) for each in zip(*(stage.posts for stage in stages), strict=True)]


def _team_frame(asked: Asked, case: Case, optima: list[float], futures: TeamFutures, added: list[int]) -> pd.DataFrame:
    course, month = case.expected, case.month
    is_effective, is_allocated = case.measure == Measure.EFFECTIVE, case.measure == Measure.ALLOCATED
    fte = course.effective if is_effective else course.in_post + course.agency
    now, then = course.value(case.measure)[0], course.value(case.measure)[month]
    every = course.value(Measure.EFFECTIVE if is_effective else Measure.ALL)[month]
    # The teams as shown add up to what is said of them together.
    children, waiting = _whole(course.children[month]), _whole(course.unallocated[month])
    lines = []
    for place, team in enumerate(asked.start.teams):
        chance = words.of_hundred(float(futures.chance[place]))
        lines.append(
            {
                "team": team.team,
                "average": _finite(then[place]),
                "before": _finite(now[place]),
                "mean": _finite(futures.mean[place]),
                "every": _finite(every[place]),
                "optimum": optima[place],
                "is_over": bool(then[place] > optima[place] + 1e-9),
                "state": "" if isfinite(then[place]) else "no worker in post",
                "allocated": children[place] - waiting[place] * is_allocated,
                "waiting": waiting[place],
                "children": children[place],
                "fte": rounded(float(fte[month, place])),
                "counted": True,
                "added": added[place],
                "chance": chance,
                "beside": f"{waiting[place]:,} wait{'s' * (waiting[place] == 1)} · {chance} in 100",
            }
        )
    lines.sort(key=lambda line: -float(str(line["before"] or 0)))
    return tidy(lines, list(lines[0]), ("allocated", "waiting", "children", "added", "chance"))


def _whole(children: Array) -> list[int]:
    return [int(each) for each in adding_up([float(value) for value in children], 0)]


def _finite(value: float) -> float | None:
    return rounded(float(value)) if isfinite(value) else None


def _said(frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Each team with its average, or why it has none, and how many wait in it."""
    for team, average, state, waiting in rows(frame, "team", "average", "state", "waiting"):
        yield team, f"{state if pd.isna(average) else shown(average)}, {waiting} waiting"


def needed(asked: Asked, most: int) -> Exhibit:
    """In how many futures each number of posts is enough: it stands still while the slider moves."""
    case = asked.case(0)
    outcome = asked.outcome(case)
    later = asked.later_posts
    # As far as the answer, so that the curve is seen to reach it.
    most = max(most, min((asked.sure or 0) + 5, len(asked.chances) - 1))
    points = [(posts + later, chance) for posts, chance in chance_points(asked.chances, most)]
    sure = None if asked.sure is None else asked.sure + later
    of_later = f", {count_words(later, 'of them')} in later stages" if later else ""
    of_later += asked.beside_agency
    return Exhibit(
        key="outlook_needed",
        finding=findings.needed_title(outcome, sure),
        beneath=f"In how many of 100 simulated futures the optimum is reached in {outcome.month}, by posts approved in "
        f"{month_words(month_after(asked.start.service.month, asked.chosen.approved))}{of_later}. Those who wait are "
        "counted in.",
        figure=chance_curve(points, asked.view.style, sure=sure),
        alt=f"Curve: with no posts {points[0][1]} of 100 futures are at the optimum, with {points[-1][0]} posts "
        f"{points[-1][1]} of 100.",
        frame=pd.DataFrame(points, columns=["posts", "chance"]),
        columns=("posts", "chance"),
        source=asked.view.source,
        headings={"posts": "Posts approved", "chance": "Futures of 100 at the optimum"},
        measure=f"Simulated futures of 100 at the optimum. {asked.in_brief}",
    )


def _month(asked: Asked, case: Case) -> str:
    return month_words(month_after(asked.start.service.month, case.month))
