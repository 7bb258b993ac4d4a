"""The choices and the answer of the Added posts page."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd
import streamlit as st

from charts import caseload as caseload_charts
from charts import posts as posts_charts
from model import findings
from model.caseload import Demand, ServiceMonth
from model.exact import pounds, shortest, shown, signed
from model.frames import placement_frame, rounded, team_frame
from model.plan import Ask, Needed, Plan, highest_average, needed
from model.posts import Objective, average_curve, needed_for_service_average
from model.words import count_words
from ui.caseload_exhibits import MEASURE, one_optimum, top_of_axis
from ui.exhibit import Exhibit
from ui.headline import Headline
from ui.text import plain
from ui.view import View

SLIDER = "posts"
FIRST_ASKED = 6


def most_posts(service: ServiceMonth) -> int:
    """The end of the slider: room beyond what every question needs, a multiple of ten."""
    enough = [n for d in Demand for n in vars(needed(service, d)).values() if n is not None]
    return max(20, -(-(max(enough, default=0) + 5) // 10) * 10)


def choose_demand() -> Demand:
    """Which children the answer counts."""
    # In words as short as a narrow column needs; the caption under each answer says it in full.
    options = {"Allocated": Demand.ALLOCATED, "All children": Demand.ALL}
    chosen = st.segmented_control(
        "Children counted", list(options), default=next(iter(options)), required=True, key="children",
        bind="query-params",
    )  # fmt: skip
    return options[chosen or "Allocated"]


def choose_objective() -> Objective:
    """What the best placement is best at."""
    by_label = {objective.label: objective for objective in Objective}
    chosen = st.selectbox(
        "Place the posts for", list(by_label), key="objective", bind="query-params",
        help="  \n".join(f"**{o.label}**: {o.explanation}" for o in Objective),
    )  # fmt: skip
    return by_label[str(chosen)]


def choose_limits(view: View) -> tuple[Decimal | None, bool, Decimal, int]:
    """The most FTE in a team, whether teams keep to one manager's span, the size of a post, months of cost."""
    with st.popover("Limits, size and cost of a post", width="stretch"):
        most = st.number_input(
            "Most social workers in one team (FTE)", min_value=1.0, max_value=100.0, value=None, step=0.5,
            placeholder="No limit", key="most_in_team", bind="query-params",
        )  # fmt: skip
        people = view.settings.social_workers_per_team
        span = st.toggle(f"At most {people} social workers, as people, in each team", key="span", bind="query-params")
        size = st.number_input(
            "Size of one post (FTE)", min_value=0.1, max_value=1.0, value=1.0, step=0.1, key="size", bind="query-params"
        )
        months = st.number_input(
            "Months paid in the first year", min_value=1, max_value=12, value=12, key="months", bind="query-params"
        )
        st.caption(f"One post costs {pounds(view.settings.cost_per_post)} a year. Change it on the Methods page.")
    return (None if most is None else Decimal(str(most))), span, Decimal(str(round(size, 2))), int(months)


def offer_enough(enough: Needed, service: ServiceMonth, most: int) -> None:
    """Buttons that set the slider to the number that is enough for each of the three questions."""
    line = shortest(service.optimum)
    waiting = service.unallocated
    questions = [
        ("average", enough.service_average, f"service average of {line}"),
        (
            "every_team",
            enough.every_team,
            f"every team at {line} or below" if one_optimum(service) else "every team at its optimum",
        ),
        ("waiting", enough.every_team_and_waiting if waiting else None, f"every team, and the {waiting} who wait"),
    ]
    st.caption("Enough for:")
    for name, number, question in questions:
        if number is not None:
            st.button(
                f"**{number}** {question}", key=f"enough_{name}", on_click=_set_posts, args=(min(number, most),),
                width="stretch",
            )  # fmt: skip


def _set_posts(number: int) -> None:
    st.session_state[SLIDER] = number


def chosen_size() -> Decimal:
    """The size of a post as chosen further down, FTE: the answers above it depend on it."""
    return Decimal(str(round(float(st.session_state.get("size", 1.0)), 2)))


def choose_posts(most: int) -> int:
    """How many posts: the slider, at rest while posts are placed by hand."""
    disabled = bool(st.session_state.get("by_hand"))
    return int(
        st.slider(
            "Added posts", 0, most, FIRST_ASKED, key=SLIDER, bind="query-params", disabled=disabled,
            help="Full posts, filled. Recruitment time and new workers' smaller caseloads are not in this picture.",
        )
    )  # fmt: skip


def choose_by_hand(service: ServiceMonth, start: dict[str, int]) -> dict[str, int] | None:
    """Posts by team, typed by a person, starting from the best placement; ``None`` while that is off."""
    names = [team.team for team in service.counted if team.fte is not None]
    keys = {name: f"hand{index}" for index, name in enumerate(names, start=1)}
    on = st.toggle(
        "Place by hand", key="by_hand", bind="query-params", on_change=_start_by_hand, args=(keys, start),
        help="Starts from the best placement. The difference your change makes is shown beside it.",
    )  # fmt: skip
    if not on:
        return None
    boxes = st.columns(2)
    return {
        name: int(
            boxes[index % len(boxes)].number_input(
                plain(name), min_value=0, max_value=99, value=0, key=keys[name], bind="query-params"
            )
        )
        for index, name in enumerate(names)
    }


def _start_by_hand(keys: dict[str, str], start: dict[str, int]) -> None:
    if st.session_state.get("by_hand"):
        for name, key in keys.items():
            st.session_state[key] = start.get(name, 0)


def ask_of(posts: int, demand: Demand, objective: Objective, limits: tuple[Decimal | None, bool, Decimal, int]) -> Ask:
    """The question in the model's terms."""
    most, span, size, months = limits
    return Ask(posts, demand, objective, size, most, span, None, months)


def headlines(view: View, plan: Plan) -> list[Headline]:
    """Four figures of the answer: average, teams over, cost, managers."""
    demand = plan.ask.demand
    average, before = plan.after.average(demand), plan.before.average(demand)
    over, counted = len(plan.after.over(demand)), len(plan.after.counted)
    months = f", {pounds(plan.bill.this_year)} in {plan.ask.months} months" if plan.ask.months < 12 else ""
    span = plan.span
    return [
        Headline(
            "Service average",
            "Not known" if average is None else shown(average),
            None if average is None or before is None or average == before else signed(average - before),
            f"from {shown(before)}" if before is not None else "",
            f"{demand.label.capitalize()} divided by full-time equivalent social workers, after the posts.",
        ),
        Headline(
            "Teams over the optimum", f"{over} of {counted}", None, f"{len(plan.before.over(demand))} now",
            "Counted teams whose average stays above their optimum.",
        ),
        Headline(
            "Cost a year", pounds(plan.bill.posts_year), None,
            f"{pounds(view.settings.cost_per_post)} for a full post{months}",
            "The posts alone, at the cost set on the Methods page. Managers are costed only where a cost is set.",
        ),
        Headline(
            "Further managers",
            "Not known" if span is None else str(span.further_managers),
            None,
            "Number of people not known"
            if span is None
            else f"{shown(span.staff_per_manager)} staff to each manager; at most {view.settings.staff_per_manager}",
            f"One Team Manager supervises at most {view.settings.staff_per_manager} people, "
            f"{view.settings.family_workers_per_team} of them family workers.",
        ),
    ]  # fmt: skip


def by_team(view: View, plan: Plan) -> Exhibit:
    """Each team after the posts as a bar, before them as a tick, the posts it received at the right."""
    demand = plan.ask.demand
    frame = team_frame(plan.after, plan.before, demand, ordered_by=plan.before)
    frame = placement_frame(frame, plan.placement.added)
    return Exhibit(
        key="posts_by_team",
        finding=findings.caseload_title(plan.after, demand),
        beneath=f"{MEASURE if demand == Demand.ALLOCATED else 'Children, the waiting too, for each social worker'}; "
        f"bars: with {count_words(plan.posts, 'post')}, orange tick: now. {findings.basis(plan.before, demand)}",
        figure=caseload_charts.team_bars(
            frame,
            view.style,
            axis_max=top_of_axis(view),
            before_name="now",
            now_name="with the posts",
            optimum=one_optimum(plan.after),
            aside=("Added", "added_text"),
        ),
        alt=_words(plan, demand),
        frame=frame,
        columns=(
            "team",
            "added",
            "allocated",
            "unallocated",
            "fte",
            "before",
            "average",
            "change",
            "optimum",
            "excess",
        ),
        source=view.source,
        headings={"before": "Average now", "average": "Average with the posts", "fte": "FTE with the posts"},
    )


def _words(plan: Plan, demand: Demand) -> str:
    frame = team_frame(plan.after, plan.before, demand, ordered_by=plan.before)
    teams = [
        f"{row['team']} {row['before']} to {row['average']}, {plan.placement.added.get(str(row['team']), 0)} added"
        for row in frame.to_dict("records")
    ]
    return f"Bar chart of children for each social worker before and after the posts: {'; '.join(teams)}."


def curve(view: View, plan: Plan, most: int) -> Exhibit:
    """The service average against the number of posts, and where it meets the optimum."""
    demand = plan.ask.demand
    points = [(posts, rounded(a) or 0.0) for posts, a in average_curve(plan.before, most, demand, plan.ask.post_fte)]
    crossing = needed_for_service_average(plan.before, demand, plan.ask.post_fte)
    return Exhibit(
        key="posts_curve",
        finding=_curve_title(crossing, plan),
        beneath=f"Service average with 0 to {most} added posts. {findings.basis(plan.before, demand)}",
        figure=posts_charts.average_curve(
            points, view.style, optimum=float(plan.before.optimum), chosen=plan.posts, crossing=crossing
        ),
        alt=f"Curve: the service average falls from {points[0][1] if points else 'not known'} with no added post; "
        f"{crossing if crossing is not None else 'an unknown number of'} posts bring it to the optimum.",
        frame=_curve_frame(points),
        columns=("posts", "average"),
        source=view.source,
    )


def _curve_title(crossing: int | None, plan: Plan) -> str:
    line = shortest(plan.before.optimum)
    if crossing is None:
        return "The service average is not known, so neither is its course"
    if crossing == 0:
        return f"The service average is at {line} or below without another post"
    return f"The service average meets {line} at {count_words(crossing, 'added post')}"


def _curve_frame(points: Sequence[tuple[int, float]]) -> pd.DataFrame:
    return pd.DataFrame(points, columns=["posts", "average"])


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
        f"By hand: highest average {shown(mine)}, {shown(over, 0)} children over the optimum. "
        f"Best for “{plan.ask.objective.label.lower()}” with the same {count_words(plan.posts, 'post')}: "
        f"{shown(best)} and {shown(best_over, 0)}."
    )


def unsolved(view: View, plan: Plan) -> list[str]:
    """What the posts do not solve, with what could not be placed."""
    left = [plan.placement.reason, *plan.placement.notes]
    return [text for text in left if text] + findings.unsolved(plan.before, plan.after, plan.ask.demand, view.settings)
