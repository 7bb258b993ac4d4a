"""The exhibits that stand beside the fan: what each team comes to, what posts would buy."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

import pandas as pd

from charts.caseload import team_bars
from charts.outlook_parts import chance_curve
from model import outlook_findings as findings
from model import outlook_words as words
from model.exact import half_up, shown
from model.findings import when
from model.frames import rounded, rows, tidy
from model.outlook import Case, chances_by_team, month_after
from model.outlook_process import Approval
from model.outlook_start import team_units
from model.plan import Ask, plan
from model.words import count_words, month_words
from ui.caseload_exhibits import top_of_axis
from ui.exhibit import Exhibit
from ui.outlook_answer import Asked, chance_points


def by_team(asked: Asked, posts: int) -> Exhibit:
    """Each team by itself in the month that is judged, with its posts and its chance."""
    case, added = _case_of_teams(asked, posts)
    optima = [float(team.optimum or asked.optimum) for team in asked.start.teams]
    chances = chances_by_team(case, asked.futures(case), optima)
    frame, month = _team_frame(asked, case, optima, list(map(float, chances)), added), _month(asked, case)
    expected = [float(value) for value in case.expected.value(case.measure)[case.month]]
    over = [value - optimum for value, optimum in zip(expected, optima, strict=True)]
    line = rounded(asked.start.service.shared_optimum, 2)
    return Exhibit(
        key="outlook_teams",
        finding=findings.teams_title(over, month, line),
        beneath=f"Bars: {case.measure.label}, expected in {month}; orange tick: the same on "
        f"{when(asked.start.service)}; right: futures at the optimum, those who wait counted in. "
        f"{_placed_words(sum(added))}{asked.in_brief}",
        figure=team_bars(
            frame, asked.view.style, axis_max=top_of_axis(asked.view), before_name=when(asked.start.service),
            now_name=f"expected in {month}", optimum=line, aside=("Futures", "chance_text"),
        ),
        alt=f"Bar chart of teams in {month}: {'; '.join(f'{team}, {said}' for team, said in _said(frame))}.",
        frame=frame,
        columns=("team", "added", "before", "average", "chance", "allocated", "fte", "optimum"),
        source=asked.view.source,
        headings=_TEAM_HEADINGS,
        note=words.together_words(
            float(case.expected.together().value(case.measure)[case.month, 0]),
            float(asked.case(posts).line[case.month]), asked.start.service.unallocated_service_only or 0,
        ),
    )  # fmt: skip


def _placed_words(posts: int) -> str:
    return f"{count_words(posts, 'post').capitalize()} placed highest caseload first. " if posts else ""


_TEAM_HEADINGS = {
    "before": "Average now",
    "average": "Expected average",
    "chance": "Futures of 100 at the optimum",
    "allocated": "Children expected",
    "fte": "FTE expected, agency included",
}


def _case_of_teams(asked: Asked, posts: int) -> tuple[Case, list[int]]:
    """The teams with the posts of each stage where they do most for the highest caseload; posts by team."""
    stages: list[Approval] = []
    placed = [0] * len(asked.start.teams)
    for stage in (Approval(asked.chosen.approved, (posts,)), *asked.chosen.later):
        # The posts so far and those of the stage where they do most together, less what is placed already.
        every = _placed(asked, sum(placed) + sum(stage.posts))
        more = tuple(max(all_ - now, 0) for all_, now in zip(every, placed, strict=True))
        stages.append(Approval(stage.month, more))
        placed = [now + added for now, added in zip(placed, more, strict=True)]
    units = team_units(asked.start, asked.assumed, asked.vacant)
    case = Case(units, asked.assumed, tuple(stages), asked.chosen.measure, asked.optimum, asked.chosen.month)
    return case, placed


def _placed(asked: Asked, posts: int) -> list[int]:
    added = plan(asked.start.service, asked.view.settings, Ask(posts)).placement.added
    return [added.get(team.team, 0) for team in asked.start.teams]


def _team_frame(asked: Asked, case: Case, optima: list[float], chances: list[float], added: list[int]) -> pd.DataFrame:
    course, month = case.expected, case.month
    now, then = course.value(case.measure)[0], course.value(case.measure)[month]
    lines = []
    for place, team in enumerate(asked.start.teams):
        known = isfinite(then[place])
        lines.append(
            {
                "team": team.team,
                "average": rounded(float(then[place])) if known else None,
                "before": rounded(float(now[place])) if isfinite(now[place]) else None,
                "optimum": optima[place],
                "is_over": bool(then[place] > optima[place] + 1e-9),
                "state": "" if known else "no worker in post",
                "allocated": int(half_up(float(course.children[month, place]), 0)),
                "fte": rounded(float(course.in_post[month, place] + course.agency[month, place])),
                "counted": True,
                "added": added[place],
                "chance": words.of_hundred(chances[place]),
                "chance_text": f"{words.of_hundred(chances[place])} in 100",
            }
        )
    lines.sort(key=lambda line: -float(str(line["before"] or 0)))
    return tidy(lines, list(lines[0]), ("allocated", "added", "chance"))


def _said(frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Each team with its average, or why it has none."""
    for team, average, state in rows(frame, "team", "average", "state"):
        yield team, state if pd.isna(average) else shown(average)


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
