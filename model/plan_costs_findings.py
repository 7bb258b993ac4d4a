"""What a plan of posts costs, in sentences: at most 15 words where one is a title."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from model.assumptions import Settings
from model.costs import BreakEven
from model.exact import Number, exact, pounds, shortest, shown
from model.outlook import month_after
from model.plan_costs import ByAgency, CostPlan, Month, by_year, full_year, total, year_words
from model.words import count_words, figure_words, first_short, listed, month_words, sentence

_ONCE_FILLED = "From then on it is costed as filled, without a break."


def answer(plan: CostPlan, months: Sequence[Month]) -> str:
    """What the posts cost in the first year that pays them, in a full year, net of what, and what is unfunded.

    A title: "Six posts cost £183,680 in 2013/14, £244,906 in a full year".
    """
    if not plan.posts:
        return "No posts are approved, so the plan adds no cost"
    year, whole = first_year_paid(months), full_year(plan)
    posts = f"{count_words(plan.posts, 'post')} {'costs' if plan.posts == 1 else 'cost'}"
    full = f"{pounds(whole.gross)} a full year"
    net = f", {pounds(whole.net)} net of agency" if whole.released else ""
    gap = unfunded_from(months)
    end = f"; unfunded from {month_words(gap.day)}" if gap else ""
    if year is None:
        return first_short(f"{posts} nothing before {month_words(month_after(months[-1].day, 1))}, then {full}{net}")
    this = f"{pounds(by_year(months)[year].gross)} in {year_words(year)}"
    return first_short(
        f"{posts} {this}, {full}{net}{end}",
        f"{posts} {full}{net}{end}",
        f"{posts} {full}{end}",
    ).rstrip(".")


def first_year_paid(months: Sequence[Month]) -> int | None:
    """The financial year in which the plan first costs something; ``None`` where that is in none of these months."""
    return next((month.year for month in months if month.posts or month.sums.gross), None)


def unfunded_from(months: Sequence[Month]) -> Month | None:
    """The first month with a cost that is not funded."""
    return next((month for month in months if month.sums.unfunded), None)


def when_paid(plan: CostPlan) -> str:
    """When the posts of each stage are approved, filled and paid, in sentences; "" without a post."""
    return " ".join(
        f"{count_words(sum(stage.posts), 'post').capitalize()}: approved in {_month(plan, stage.month)}, "
        f"filled at the end of {_month(plan, plan.paid_from(stage) - 1)}, "
        f"paid from {_month(plan, plan.paid_from(stage))}."
        for stage in plan.stages
        if sum(stage.posts)
    )


def _month(plan: CostPlan, number: int) -> str:
    return month_words(month_after(plan.first, number))


def by_month_title(plan: CostPlan, months: Sequence[Month]) -> str:
    """What a month costs in the end, as a title: "From July 2013 the plan adds £20,409 a month"."""
    last = months[-1]
    if not last.posts:
        return "The plan adds no cost in these months"
    first = next(month for month in months if month.posts == last.posts)
    settled = [each for each in months if each.number >= first.number + plan.terms.overlap and not each.sums.payments]
    month = settled[0] if settled else last
    rise = "at first " if plan.terms.uplift else ""
    return f"From {month_words(month.day)} the plan adds {rise}{pounds(month.sums.net)} a month"


def managers(plan: CostPlan) -> str:
    """Whether the posts make extra teams, and whether those are costed, in a sentence."""
    teams, staff = plan.extra_teams, _staff_of_teams(plan)
    if plan.people is None:
        return "How many people the teams have is not known, so no further manager or family worker is counted."
    if not teams:
        return "The posts need no further Team Manager." if plan.posts else ""
    found = [f"{count_words(count, who)}{' (not costed)' if cost is None else ''}" for count, who, cost in staff]
    said = f"{plan.people + plan.posts} social workers make {count_words(teams, 'extra team')}: {listed(found)}"
    together = full_year(plan).teams
    ask = " What they cost is typed under “Prices and years”." if any(cost is None for *_, cost in staff) else ""
    return sentence(f"{said}; {pounds(together)} a year is in these sums" if together else said) + ask


def _staff_of_teams(plan: CostPlan) -> list[tuple[int, str, Decimal | None]]:
    """How many managers and family workers the extra teams have, with what each is called and costs, where known."""
    settings, teams = plan.settings, plan.extra_teams
    staff = (
        (teams, "Team Manager", settings.cost_per_manager),
        (settings.family_workers_per_team * teams, "family worker", settings.cost_per_family_worker),
    )
    return [each for each in staff if each[0]]


def not_costed(plan: CostPlan) -> str:
    """Who is needed and in no sum because nobody has said what they cost, in a few words; "" for nobody.

    Where the number of people is not known nobody can say how many managers the posts need, and that is said.
    """
    if plan.people is None and plan.posts:
        return "without further managers: headcount not known"
    lacking = [count_words(count, who) for count, who, cost in _staff_of_teams(plan) if cost is None]
    return f"without {listed(lacking)}" if lacking else ""


def extra_staff(plan: CostPlan) -> str:
    """Whether a full year has the managers and family workers of extra teams, in a few words; "" for no extra team."""
    together = full_year(plan).teams
    within = f"{pounds(together)} of it for {count_words(plan.extra_teams, 'extra team')}" if together else ""
    return ", ".join(filter(None, (within, not_costed(plan))))


def prices(settings: Settings) -> str:
    """Of which year the prices are, where they are the report's; else ""."""
    agency_is, post_is = _reports(settings)
    if post_is:
        return "2013 prices"
    return "agency at 2013 prices" if agency_is else ""


def _reports(settings: Settings) -> tuple[bool, bool]:
    """Whether the cost of agency, and that of a post, is the one of the report."""
    shipped = Settings()
    return settings.agency_per_fte == shipped.agency_per_fte, settings.cost_per_post == shipped.cost_per_post


def agency_in_post(plan: CostPlan) -> str:
    """What the agency staff in post now cost, and what the plan would cost net if they went; "" where none is known."""
    there, whole = plan.terms.agency, full_year(plan)
    if not there:
        return ""
    many = there > 1
    said = (
        f"{shortest(there)} FTE of agency and supernumerary staff {'are' if many else 'is'} in post now: "
        f"{pounds(whole.already)} a year, spent already and not added by the plan"
    )
    going = min(there, Fraction(plan.posts)) - plan.terms.released
    agency_is, post_is = _reports(plan.settings)
    if agency_is and not post_is:
        said += ", at Stockton’s price of 2013 while none is typed under “Prices and years”"
    if going <= 0 or agency_is != post_is:
        return sentence(said)
    net = whole.gross - min(there, Fraction(plan.posts)) * exact(plan.settings.agency_per_fte)
    return f"{said}. If as many went as posts are filled, the plan would cost {pounds(net)} net in a full year."


def beyond_posts(plan: CostPlan, covering: Number | None) -> str:
    """Of the agency staff in post, how many the figures have in vacant posts (``covering`` FTE), in a sentence.

    "" where nobody knows, and where all of them are there.
    """
    there = plan.terms.agency
    if covering is None or not there or there <= exact(covering):
        return ""
    return (
        f"Of these agency and supernumerary staff the figures have {shortest(covering)} FTE in vacant posts; the other "
        f"{shortest(there - exact(covering))} FTE are supernumerary: beyond the posts, and in no average caseload."
    )


def agency_instead(plan: CostPlan, found: ByAgency) -> str:
    """What the same posts would cost by agency, and from when permanent ones are cheaper, in sentences.

    A council's own cost is not compared with the report's of 2013: what is missing is asked for.
    """
    if not plan.posts:
        return ""
    agency_is, post_is = _reports(plan.settings)
    if agency_is != post_is:
        whose = "an agency worker" if agency_is else "a post"
        return (
            f"What the same posts would cost by agency is not compared: the cost of {whose} is still Stockton’s of "
            f"2013. Type your own cost of {whose} under “Prices and years”."
        )
    price = ", at the price in 2013 of five social workers and one deputy manager," if agency_is else ""
    said = f"By agency{price} the same {count_words(plan.posts, 'post')} would cost {pounds(found.year)} a year"
    if found.months is None:
        return f"{said}, no more than permanent: {pounds(-found.more)} less."
    once = "from the first month" if found.months == 1 else f"from the {_nth(found.months)} month in post"
    return f"{said}, {pounds(found.more)} more. A permanent worker has cost less {once}."


def _nth(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def place_words(cost: Fraction | None, optimum: Number | None) -> str:
    """What a child's place costs, in a sentence; "" without a post."""
    if optimum is None:
        return "What a child’s place costs is not worked out: the teams have no optimum."
    return "" if cost is None else f"A child’s place costs {pounds(cost)} a year, with {shortest(optimum)} to a post."


def pays_for_itself(what: str, cost: Number, even: BreakEven, months_open: Number) -> str:
    """What early help or screening of a cost would have to achieve to be worth it, in sentences: never what it will."""
    share = "" if even.share is None else f", {shown(100 * even.share)}% of those there are"
    return (
        f"{what} for {pounds(cost)} a year pays for itself with {shown(even.fewer_open)} fewer open "
        f"children{share}: {shown(even.fewer_starts or 0)} fewer starting a month, "
        f"at {figure_words(months_open, 'month', places=1)} open. This is what it would take, not what it would do."
    )


def unfunded_words(plan: CostPlan, months: Sequence[Month]) -> str:
    """What one-off funding leaves without money, in a sentence."""
    gap = unfunded_from(months)
    if not plan.posts:
        return ""
    if plan.terms.funded_until is None:
        return "Funded from the base budget, for good: nothing runs out."
    ends = f"One-off funding ends with {_month(plan, plan.terms.funded_until)}"
    if gap is None:
        return f"{ends}; no cost is left without funding up to {month_words(months[-1].day)}."
    every = total(month.sums for month in months).unfunded
    return (
        f"{ends}; from {month_words(gap.day)} {pounds(gap.sums.unfunded)} a month is unfunded, "
        f"{pounds(every)} in all up to {month_words(months[-1].day)}."
    )


def until_filled(plan: CostPlan) -> str:
    """What a post costs before somebody is in it and from then on, in sentences."""
    if not plan.terms.cover:
        return f"A post costs nothing until somebody is in it. {_ONCE_FILLED}"
    share = shortest(100 * plan.terms.cover, 1)
    return f"Until somebody is in a post, agency workers hold {share}% of it, as on the Outlook page. {_ONCE_FILLED}"


def cover_words(plan: CostPlan, months: Sequence[Month]) -> str:
    """What agency workers in the new posts cost until these are filled, in a sentence; "" where there are none."""
    cost = total(month.sums for month in months).cover
    if not cost:
        return ""
    return (
        f"Agency workers in {shortest(100 * plan.terms.cover, 1)}% of the new posts until these are filled: "
        f"{pounds(cost)} in all, in the gross cost above and in no full year. Where nobody would be brought in for "
        "posts that are only approved, type 0 under “Agency staff”."
    )
