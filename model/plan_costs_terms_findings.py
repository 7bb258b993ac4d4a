"""What the terms of a plan do to its cost, in sentences: whose prices, their rise, recruitment payments."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from model.assumptions import Settings
from model.exact import exact, pounds, shortest
from model.plan_costs import CostPlan, Month, rises, year_words
from model.words import count_words, month_words


def not_own_price(settings: Settings) -> str:
    """That a council's posts are costed at the report's price, in sentences; "" where it has typed its own."""
    if settings.cost_per_post != Settings().cost_per_post:
        return ""
    return (
        f"A post is costed at Stockton’s {pounds(settings.cost_per_post)} of 2013, with no rise since. Type what one "
        "costs you under “Prices and years”, or keep it for everybody on the Methods page."
    )


def uplift_words(plan: CostPlan, months: Sequence[Month]) -> str:
    """From when pay and prices rise and what a post costs in the last year, in a sentence; "" without a post."""
    if not plan.posts:
        return ""
    if not plan.terms.uplift:
        return "Every year is at the prices of the first: no rise in pay and prices is typed under “Prices and years”."
    first = next((month for month in months if rises(plan, month.day)), None)
    share, last = f"{shortest(100 * plan.terms.uplift)}%", months[-1]
    if first is None:
        return f"Pay and prices rise by {share} only after these months."
    cost = exact(plan.settings.cost_per_post) * (1 + plan.terms.uplift) ** rises(plan, last.day)
    return (
        f"Pay and prices rise by {share} each April, first in {month_words(first.day)}: in {year_words(last.year)} a "
        f"post costs {pounds(cost)} a year, and what agency workers, managers and family workers cost has risen alike."
    )


def payment_words(plan: CostPlan, months: Sequence[Month]) -> str:
    """What recruitment payments come to and who gets them, in sentences; "" where none is typed or paid."""
    paid = sum((month.sums.payments for month in months), Fraction(0))
    if not paid:
        return ""
    who = plan.terms.experienced * max(month.posts for month in months)
    many = count_words(int(who), "starter") if who.denominator == 1 else f"{shortest(who)} starters"
    share = f"{shortest(100 * plan.terms.experienced)}%"
    return (
        f"Recruitment payments of {pounds(plan.terms.payment)} to {many}, the {share} who are taken to be experienced: "
        f"{pounds(paid)} in all, once, when they start; in the gross cost above and in no full year. Those who come in "
        "the place of leavers later are not in it."
    )
