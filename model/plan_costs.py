"""What a plan of posts costs, month by month: gross, net of the agency staff it releases, and what is unfunded.

Months are counted from that of the figures, as on the Outlook page: a post approved at the end of month a is filled at
the end of month a + lead, not before month 1, and paid from the month after. The time before costs no more than the
agency workers who cover the post. Once filled a post is paid as filled. Pounds, exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cache, partial
from math import floor

from model.assumptions import Settings
from model.costs import MONTHS_IN_YEAR, cost_of_posts, net_of_agency
from model.exact import Number, exact
from model.outlook import month_after
from model.outlook_process import Approval
from model.plan_costs_terms import Terms
from model.span import further_managers

APRIL = 4


@dataclass(frozen=True)
class Sums:
    """Pounds in some time. ``teams``: managers and family workers of extra teams, as far as their cost is set.

    ``cover``: agency workers in the new posts until these are filled.
    ``released``: agency cost that is saved; ``unfunded``: net cost after one-off funding has run out;
    ``already``: agency staff in post now, spent with or without the plan and in no other sum.
    """

    posts: Fraction = Fraction(0)
    teams: Fraction = Fraction(0)
    payments: Fraction = Fraction(0)
    cover: Fraction = Fraction(0)
    released: Fraction = Fraction(0)
    unfunded: Fraction = Fraction(0)
    already: Fraction = Fraction(0)

    @property
    def gross(self) -> Fraction:
        """Everything the plan pays."""
        return self.posts + self.teams + self.payments + self.cover

    @property
    def net(self) -> Fraction:
        """The cost added: gross less agency released, below 0 where more is released."""
        return net_of_agency(self.gross, self.released)


@dataclass(frozen=True)
class Month:
    """One month of the plan: its number, its first day, posts paid and extra teams in it, and the money."""

    number: int
    day: date
    posts: int
    teams: int
    sums: Sums

    @property
    def year(self) -> int:
        """The calendar year in which its financial year, April to March, begins."""
        return financial_year(self.day)


@dataclass(frozen=True)
class CostPlan:
    """What is costed: posts approved in stages, recruited in ``lead`` months, at the prices of ``settings``.

    ``first`` is the month of the figures. ``people`` are the social workers and ``teams`` the teams there are now;
    without ``people``, who are never inferred from FTE, no extra team is counted.
    """

    first: date
    stages: tuple[Approval, ...]
    lead: int
    settings: Settings
    terms: Terms = field(default_factory=Terms)
    people: int | None = None
    teams: int = 0

    @property
    def posts(self) -> int:
        """Posts approved in all stages."""
        return sum(sum(stage.posts) for stage in self.stages)

    @property
    def extra_teams(self) -> int:
        """Extra teams, each with a manager and family workers, once all posts are filled."""
        return self.teams_for(self.posts)

    def paid_from(self, stage: Approval) -> int:
        """The first month in which the posts of a stage are paid."""
        return max(stage.month + self.lead, 1) + 1

    def in_pay(self, month: int) -> int:
        """Posts that are paid in a month."""
        return sum(sum(stage.posts) for stage in self.stages if self.paid_from(stage) <= month)

    def not_filled(self, month: int) -> int:
        """Posts that are approved in a month and that nobody is in yet."""
        return sum(sum(stage.posts) for stage in self.stages if stage.month < month < self.paid_from(stage))

    def teams_for(self, posts: int) -> int:
        """Extra teams that so many posts make: beyond those that the people there now already make."""
        if self.people is None:
            return 0
        now, then = (further_managers(each, self.teams, self.settings) for each in (self.people, self.people + posts))
        return then - now


def usual_end_of_funding(first: date) -> int:
    """The month in which one-off funding usually ends, counted from ``first``: a March at least a year away."""
    return MONTHS_IN_YEAR + (APRIL - 1 - first.month) % MONTHS_IN_YEAR


def financial_year(day: date) -> int:
    """The calendar year in which the financial year of a day, April to March, begins."""
    return day.year if day.month >= APRIL else day.year - 1


def year_words(year: int) -> str:
    """A financial year by the calendar year in which it begins: "2013/14"."""
    return f"{year}/{(year + 1) % 100:02}"


def course(plan: CostPlan, years: int = 3) -> list[Month]:
    """The months ahead, from the one after the figures to the end of the financial year so many years on."""
    last = financial_year(month_after(plan.first, MONTHS_IN_YEAR * years))
    end = (last + 1) * MONTHS_IN_YEAR + APRIL - 2
    months = end - (plan.first.year * MONTHS_IN_YEAR + plan.first.month - 1)
    a_year = cache(partial(_a_year, plan))
    return [
        _month(plan, number, a_year(plan.in_pay(number), plan.in_pay(number - plan.terms.overlap)))
        for number in range(1, months + 1)
    ]


def _month(plan: CostPlan, number: int, made: Sums) -> Month:
    """One month, of which ``made`` is a whole year at the prices of the first."""
    day, terms, posts = month_after(plan.first, number), plan.terms, plan.in_pay(number)
    rise = (1 + terms.uplift) ** rises(plan, day)
    monthly = rise / MONTHS_IN_YEAR
    # A payment is a fixed sum: it does not rise with pay.
    paid = (posts - plan.in_pay(number - 1)) * terms.experienced * exact(terms.payment)
    sums = Sums(
        posts=made.posts * monthly,
        teams=made.teams * monthly,
        payments=paid,
        cover=terms.cover * plan.not_filled(number) * exact(plan.settings.agency_per_fte) * monthly,
        released=made.released * monthly,
        already=made.already * monthly,
    )
    if terms.funded_until is not None and number > terms.funded_until:
        sums = replace(sums, unfunded=max(sums.net, Fraction(0)))
    return Month(number, day, posts, plan.teams_for(posts), sums)


def rises(plan: CostPlan, day: date) -> int:
    """How often pay and prices have risen by a day: each April after the first one ahead, before which they stand.

    It hangs on the day alone: a post has one price in a month, whenever it was approved.
    """
    first = month_after(plan.first, 1)
    return max(0, financial_year(day) - financial_year(first) - (first.month != APRIL))


def full_year(plan: CostPlan) -> Sums:
    """A year with every post filled and all agency staff gone who go: nothing paid once, prices of the first year."""
    return _a_year(plan, plan.posts, plan.posts)


def _a_year(plan: CostPlan, posts: int, handed_over: int) -> Sums:
    """A year of so many posts, of which ``handed_over`` have taken the place of an agency worker where one goes."""
    settings, teams, agency = plan.settings, plan.teams_for(posts), exact(plan.settings.agency_per_fte)
    of_team = exact(settings.cost_per_manager or 0)
    of_team += settings.family_workers_per_team * exact(settings.cost_per_family_worker or 0)
    return Sums(
        posts=cost_of_posts(posts, settings.cost_per_post),
        teams=teams * of_team,
        released=min(plan.terms.released, Fraction(handed_over)) * agency,
        already=(plan.terms.agency or 0) * agency,
    )


def total(many: Iterable[Sums]) -> Sums:
    """The sums added up."""
    found = Sums()
    for each in many:
        found = Sums(**{name: value + getattr(each, name) for name, value in vars(found).items()})
    return found


def by_year(months: Sequence[Month]) -> dict[int, Sums]:
    """The sums of each financial year, by the calendar year in which it begins, in order; the first is what is left."""
    return {
        year: total(month.sums for month in months if month.year == year)
        for year in dict.fromkeys(month.year for month in months)
    }


def cost_per_place(plan: CostPlan, optimum: Number) -> Fraction | None:
    """A full year's gross cost ÷ (posts × optimum), in pounds a child's place; ``None`` without a post."""
    return full_year(plan).gross / (plan.posts * exact(optimum)) if plan.posts and exact(optimum) else None


@dataclass(frozen=True)
class ByAgency:
    """The same posts by agency: ``year`` a full year of them, ``more`` what that is above permanent posts.

    ``months`` in post after which a permanent worker has cost less, the payment once and the overlap counted in;
    ``None`` where agency is not dearer.
    """

    year: Fraction
    more: Fraction
    months: int | None


def by_agency(plan: CostPlan) -> ByAgency:
    """What the posts of the plan would cost by agency, and from when permanent workers are cheaper."""
    permanent, agency = (exact(cost) for cost in (plan.settings.cost_per_post, plan.settings.agency_per_fte))
    once = plan.terms.experienced * exact(plan.terms.payment) + plan.terms.overlap * agency / MONTHS_IN_YEAR
    saved = (agency - permanent) / MONTHS_IN_YEAR
    # The first whole month after which the sum saved is more than what was paid once.
    months = floor(once / saved) + 1 if saved > 0 else None
    return ByAgency(plan.posts * agency, plan.posts * (agency - permanent), months)
