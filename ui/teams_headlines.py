"""The headline figures of the Teams page."""

from __future__ import annotations

from fractions import Fraction

from model.basis import average_label
from model.exact import half_up, pounds, shown, signed
from model.team_plan import TeamPlan
from model.team_plan_findings import highest
from model.words import count_words, named, number_words
from ui.headline import Headline
from ui.posts_headlines import staff_words
from ui.prices import whose_post
from ui.view import View


def headlines(view: View, plan: TeamPlan) -> list[Headline]:
    """Four figures of the answer: service average, highest average, staff to each manager, cost."""
    demand = plan.ask.posts.demand
    one, other = highest(plan)
    return [
        _average(
            average_label(plan.now), plan.now.average(demand), plan.after.average(demand),
            f"{demand.label.capitalize()} divided by full-time equivalent social workers. Only added posts change it.",
        ),
        _average("Highest team average", one, other, "The highest of a counted team, with the plan.", _over(plan)),
        _managers(view, plan),
        _cost(view, plan),
    ]  # fmt: skip


def _average(label: str, before: Fraction | None, after: Fraction | None, told: str, more: str = "") -> Headline:
    moved = before is not None and after is not None and half_up(after) != half_up(before)
    return Headline(
        label,
        "Not known" if after is None else shown(after),
        signed(half_up(after) - half_up(before)) if moved and after is not None and before is not None else None,
        "; ".join(filter(None, (f"from {shown(before)}" if before is not None else "", more))),
        told,
    )


def _over(plan: TeamPlan) -> str:
    """How many teams are over, of those of which it is known."""
    blind = [team.team for team in plan.after.counted if team.is_over(plan.demand) is None]
    judged = len(plan.after.counted) - len(blind)
    above = len(plan.after.over(plan.demand))
    over = f"{number_words(above) if above else 'none'} of {count_words(judged, 'team')} over"
    return f"{over}, without {named(blind, most=2)}" if blind else over


def _managers(view: View, plan: TeamPlan) -> Headline:
    most, span, before = view.settings.staff_per_manager, plan.span, plan.span_now
    if span is None:
        return Headline(
            "Staff to each manager", "Not known", None, "Number of people not known", "FTE does not give it."
        )
    was = f"{shown(before.staff_per_manager)} now; " if before else ""
    return Headline(
        "Staff to each manager",
        shown(span.staff_per_manager),
        None,
        f"{was}at most {most}",
        f"Social workers and family workers of the counted teams to each Team Manager, with one manager a team and "
        f"{view.settings.family_workers_per_team} family workers in each.",
    )


def _cost(view: View, plan: TeamPlan) -> Headline:
    bill = plan.bill
    if not plan.year and not bill.managers and not plan.family_workers:
        return Headline(
            "Cost a year", "No posts", None, "add some to see what they would cost; moving costs no post",
            "Added posts, and managers and family workers where their cost is known.",
        )  # fmt: skip
    whose = whose_post(view)
    parts = [f"{pounds(view.settings.cost_per_post)} for a full post{f' ({whose})' if whose else ''}"]
    parts += staff_words(bill, plan.family_workers, plan.family_year)
    return Headline(
        "Cost a year", pounds(plan.year), None, "; ".join(parts),
        "Added posts, and managers and family workers where their cost is known. Moving costs no post.",
    )  # fmt: skip
