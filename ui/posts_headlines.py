"""The headline figures of the Added posts page."""

from __future__ import annotations

from fractions import Fraction

from model.basis import average_label
from model.costs import MONTHS_IN_YEAR, Bill, family_workers_year
from model.exact import half_up, pounds, shown, signed
from model.plan import Plan
from model.words import count_words, figure_words, listed, named
from ui.headline import Headline
from ui.prices import whose_post
from ui.view import View


def headlines(view: View, plan: Plan) -> list[Headline]:
    """Four figures of the answer: average, teams over, cost, managers."""
    demand = plan.ask.demand
    average, before = plan.after.average(demand), plan.before.average(demand)
    span = plan.span
    return [
        Headline(
            average_label(plan.after),
            "Not known" if average is None else shown(average),
            _moved(average, before),
            f"from {shown(before)}" if before is not None else "",
            f"{demand.label.capitalize()} divided by full-time equivalent social workers, after the posts.",
        ),
        _teams_over(plan),
        Headline(
            "Cost a year", pounds(_year(view, plan)), None,
            _cost_words(view, plan),
            "The posts, and further managers with their family workers where their cost is known.",
        ),
        Headline(
            "Further managers",
            "Not known" if span is None else str(plan.bill.managers),
            None,
            "Number of people not known"
            if span is None
            else f"{shown(span.staff_per_manager)} staff to each manager; at most {view.settings.staff_per_manager}"
            f"{_lacking(plan)}",
            f"Team Managers that the posts ask for. One supervises at most {view.settings.staff_per_manager} people, "
            f"{view.settings.family_workers_per_team} of them family workers.",
        ),
    ]  # fmt: skip


def _lacking(plan: Plan) -> str:
    """How many managers are lacking without the posts, in a clause; "" for none."""
    lacking = plan.span_now.further_managers if plan.span_now else 0
    return f"; {count_words(lacking, 'manager')} lacking already" if lacking else ""


def _teams_over(plan: Plan) -> Headline:
    """How many stay over, of the teams of which it is known."""
    demand = plan.ask.demand
    blind = [team.team for team in plan.after.counted if team.is_over(demand) is None]
    judged, now = len(plan.after.counted) - len(blind), f"{len(plan.before.over(demand))} now"
    return Headline(
        "Teams still over",
        f"{len(plan.after.over(demand))} of {judged}",
        None,
        f"{now}; without {named(blind, most=2)}" if blind else now,
        "Counted teams whose average stays above their optimum, of those with known figures.",
    )


def _moved(after: Fraction | None, before: Fraction | None) -> str | None:
    """The difference of the two figures as shown, so that the three agree; ``None`` where there is none."""
    if after is None or before is None or half_up(after) == half_up(before):
        return None
    return signed(half_up(after) - half_up(before))


def _year(view: View, plan: Plan) -> Fraction:
    """A full year of the plan as the Teams and Costs pages have it, in pounds, as far as costs are set."""
    return plan.bill.year + (family_workers_year(plan.bill.managers, view.settings) or 0)


def staff_words(bill: Bill, family: int, family_year: Fraction | None) -> list[str]:
    """Managers and family workers beyond the posts: who is in the cost, then who is not costed."""
    staff = [
        (bill.managers, "Team Manager", bill.managers_year is not None),
        (family, "family worker", family_year is not None),
    ]
    within, without = (
        listed([count_words(count, who) for count, who, is_costed in staff if count and is_costed is asked])
        for asked in (True, False)
    )
    return [text for text, who in ((f"with {within}", within), (f"{without} not costed", without)) if who]


def _cost_words(view: View, plan: Plan) -> str:
    bill = plan.bill
    whose = whose_post(view)
    parts = [f"{pounds(view.settings.cost_per_post)} for a full post{f' ({whose})' if whose else ''}"]
    parts += staff_words(
        bill, view.settings.family_workers_per_team * bill.managers, family_workers_year(bill.managers, view.settings)
    )
    if plan.ask.months < MONTHS_IN_YEAR:
        paid = pounds(_year(view, plan) * Fraction(plan.ask.months, MONTHS_IN_YEAR))
        parts.append(f"{paid} in {figure_words(plan.ask.months, 'month')}")
    return "; ".join(parts)
