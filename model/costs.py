"""What posts cost, and what else the money would have to do to be worth as much. Pounds, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from model.assumptions import Settings
from model.exact import Number, exact

MONTHS_IN_YEAR = 12


@dataclass(frozen=True)
class Bill:
    """The cost of added posts and managers, in pounds.

    ``posts_year`` and ``managers_year`` are for a full year, ``year`` is their sum;
    ``this_year`` is for the months of the first year. ``net_year`` and ``net_this_year`` are
    less the agency cost that is released in the same time. Where ``managers`` are needed but their cost is
    not set, ``managers_year`` is ``None`` and they are in no sum.
    """

    posts: int
    managers: int
    months: int
    posts_year: Fraction
    managers_year: Fraction | None
    year: Fraction
    this_year: Fraction
    net_year: Fraction
    net_this_year: Fraction


@dataclass(frozen=True)
class BreakEven:
    """What a sum has to achieve to be worth as many places as the posts it would pay for.

    ``fewer_open`` in open children; ``share`` of the children there are, 0–1;
    ``fewer_starts`` in children starting a month.
    """

    cost_per_place: Fraction
    fewer_open: Fraction
    share: Fraction | None
    fewer_starts: Fraction | None


def cost_of_posts(posts: int, cost_per_post: Number, months: int = MONTHS_IN_YEAR) -> Fraction:
    """Posts × cost a year × months ÷ 12, in pounds.

    Raises :class:`ValueError` for a number of posts or months below 0, or more than 12 months.
    """
    if posts < 0 or not 0 <= months <= MONTHS_IN_YEAR:
        raise ValueError("Posts cannot be below 0, and months are from 0 to 12")
    return posts * exact(cost_per_post) * months / MONTHS_IN_YEAR


def net_of_agency(gross: Number, agency_released: Number) -> Fraction:
    """The cost left when agency staff are released: gross − agency, below 0 where more is released."""
    return exact(gross) - exact(agency_released)


def pressure(proposed: Number, *funded: Number) -> Fraction:
    """What a proposal costs beyond what is funded or spent already, in pounds."""
    return exact(proposed) - sum(map(exact, funded), Fraction(0))


def bill(
    posts: int,
    settings: Settings,
    months: int = MONTHS_IN_YEAR,
    managers: int = 0,
    agency_released_year: Number = 0,
) -> Bill:
    """The cost of posts and further managers at the costs of the settings.

    Raises :class:`ValueError` as :func:`cost_of_posts` does.
    """
    posts_year = cost_of_posts(posts, settings.cost_per_post)
    managers_year = None
    if settings.cost_per_manager is not None or managers == 0:
        managers_year = cost_of_posts(managers, settings.cost_per_manager or 0)
    year = posts_year + (managers_year or 0)
    net_year, part = net_of_agency(year, agency_released_year), cost_of_posts(1, 1, months)
    return Bill(posts, managers, months, posts_year, managers_year, year, year * part, net_year, net_year * part)


def family_workers_year(teams: int, settings: Settings) -> Fraction | None:
    """A year of the family workers of so many extra teams, in pounds; ``None`` where they are needed and not costed."""
    number, each = settings.family_workers_per_team * teams, settings.cost_per_family_worker
    return Fraction(0) if not number else None if each is None else number * exact(each)


def break_even(
    cost: Number,
    cost_per_post: Number,
    optimum: Number,
    children: int | None = None,
    months_open: Number | None = None,
) -> BreakEven:
    """How many fewer open children would be worth as much as posts of the same cost.

    A post at the optimum gives ``optimum`` places, so a place costs cost per post ÷
    optimum. Fewer starts a month follow from Little's law where the mean months open are given.

    Raises :class:`ValueError` if a post costs nothing, or the optimum or the months are not above 0.
    """
    if exact(cost_per_post) <= 0 or exact(optimum) <= 0 or (months_open is not None and exact(months_open) <= 0):
        raise ValueError("The cost of a post, the optimum and the months open must be above 0")
    place = exact(cost_per_post) / exact(optimum)
    fewer = exact(cost) / place
    return BreakEven(
        cost_per_place=place,
        fewer_open=fewer,
        share=fewer / children if children else None,
        fewer_starts=None if months_open is None else fewer / exact(months_open),
    )
