"""What the plan of the Outlook page costs: one headline figure. The Costs page says the rest."""

from __future__ import annotations

from model import plan_costs_findings as findings
from model.exact import exact, pounds
from model.outlook import Case
from model.outlook_process import Approval
from model.plan_costs import CostPlan, by_year, course, full_year, year_words
from model.plan_costs_terms import Terms
from model.span import span_of_control
from ui.headline import Headline
from ui.outlook_answer import Asked
from ui.prices import payment_and_uplift, whose_post


def plan_of(asked: Asked, stages: tuple[Approval, ...]) -> CostPlan:
    """The plan of such stages, with the extra teams that the Costs page counts, no agency workers released."""
    settings, (payment, uplift) = asked.view.settings, payment_and_uplift(asked.view)
    terms = Terms(uplift, payment, 1 - exact(asked.assumed.asye_new), cover=exact(asked.assumed.agency_cover))
    span = span_of_control(asked.view.now, settings)
    people, teams = (span.social_workers, span.teams) if span else (None, 0)
    return CostPlan(asked.start.service.month, stages, asked.assumed.lead, settings, terms, people, teams)


def headline(asked: Asked, case: Case) -> Headline:
    """A full year of the posts approved, and the first financial year that pays them, gross, as on the Costs page."""
    plan = plan_of(asked, case.approvals)
    if not plan.posts:
        return Headline(
            "Cost of a full year", "No posts", None, "move the slider to see what they would cost",
            "Posts at the cost typed on the Costs page, else that set on the Methods page.",
        )  # fmt: skip
    months = course(plan)
    year, prices = findings.first_year_paid(months), findings.prices(plan.settings)
    first = f"{pounds(by_year(months)[year].gross)} in {year_words(year)}" if year is not None else ""
    return Headline(
        "Cost of a full year", pounds(full_year(plan).gross), None,
        ", ".join(filter(None, (first, "gross" if first else "", prices if first else "", findings.extra_staff(plan)))),
        f"{pounds(plan.settings.cost_per_post)} for a post ({whose_post(asked.view) or 'as set on Methods'}), paid "
        "from the month after it is filled, agency workers in it until then, recruitment payments, and extra teams as "
        "far as their cost is known. The Costs page has funding and the years after.",
    )  # fmt: skip
