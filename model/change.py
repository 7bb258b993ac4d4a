"""What changed between two months, and how much of it came from demand and how much from capacity."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from model.exact import exact
from model.fte_basis import same_fte
from model.service import ServiceMonth
from model.team import Demand, TeamMonth

DAYS_IN_AVERAGE_MONTH = exact("30.4375")
# A fortnight: fewer days say nothing of a month. Twelve children in three days are not 122 a month.
LEAST_DAYS = 14


@dataclass(frozen=True)
class Change:
    """The change of the service average from one month to another, all parts exact.

    ``total`` = ``demand`` + ``capacity``, in children per FTE. ``children`` and
    ``fte`` are the differences of the sums behind the average, ``growth`` is that of the
    children as a share (0–1) of those before. ``days`` lie between the two "as at" dates,
    ``None`` if either is unknown; ``children_per_month`` needs a fortnight. ``counting``
    is which children are counted. ``same_teams`` is whether the same teams are in both averages,
    a team that was split or merged in between being the same as those that it became;
    ``same_fte`` whether both divide by the same kind of FTE.
    """

    total: Fraction
    demand: Fraction
    capacity: Fraction
    children: int
    fte: Fraction
    growth: Fraction | None
    days: int | None
    children_per_month: Fraction | None
    counting: Demand
    same_teams: bool
    same_fte: bool

    @property
    def like_for_like(self) -> bool:
        """Whether the two averages are of the same teams and divide by the same kind of FTE."""
        return self.same_teams and self.same_fte


def change(before: ServiceMonth, after: ServiceMonth, demand: Demand = Demand.ALLOCATED) -> Change | None:
    """The change of the service average, split in two; ``None`` if either average is unknown.

    With children D and FTE F at the two dates, the demand part is
    ½(1/F0 + 1/F1)(D1 − D0) and the capacity part ½(D0 + D1)(1/F1 − 1/F0): the
    two orders in which the changes could have come, averaged. They sum exactly.
    """
    d0, d1, f0, f1 = before.children(demand), after.children(demand), before.fte, after.fte
    if d0 is None or d1 is None or not f0 or not f1:
        return None
    days = _days(before, after)
    return Change(
        total=d1 / f1 - d0 / f0,
        demand=(1 / f0 + 1 / f1) * (d1 - d0) / 2,
        capacity=(1 / f1 - 1 / f0) * (d0 + d1) / 2,
        children=d1 - d0,
        fte=f1 - f0,
        growth=Fraction(d1 - d0, d0) if d0 else None,
        days=days,
        children_per_month=(d1 - d0) * DAYS_IN_AVERAGE_MONTH / days if days and days >= LEAST_DAYS else None,
        counting=Demand(demand),
        same_teams=carried_over(before.measured, before, after) == {team.team for team in after.measured},
        same_fte=same_fte(before, after),
    )


def carried_over(teams: Iterable[TeamMonth], before: ServiceMonth, after: ServiceMonth) -> set[str]:
    """The names of these teams of ``before``, those split or merged by ``after`` under the names of what they became.

    Only a split or merger that somebody told of, and whose teams are all among these, carries them over.
    """
    names = {team.team for team in teams}
    others = {team.team for team in before.teams} - names
    for each in after.changes:
        if before.month < each.month <= after.month and each.before <= names and not each.after & others:
            names = names - each.before | each.after
    return names


def same_teams(
    before: ServiceMonth, after: ServiceMonth, *groups: Callable[[ServiceMonth], Iterable[TeamMonth]]
) -> bool:
    """Whether the same teams are in each of the ``groups`` in both months, splits and mergers carried over.

    Without any named, the groups are the counted teams and the measured ones.
    """
    return all(
        carried_over(group(before), before, after) == {team.team for team in group(after)}
        for group in groups or COUNTED_AND_MEASURED
    )


COUNTED_AND_MEASURED: tuple[Callable[[ServiceMonth], Iterable[TeamMonth]], ...] = (
    lambda month: month.counted,
    lambda month: month.measured,
)


def a_year_before(month: date) -> date:
    """The same month of the year before, as its first day."""
    return date(month.year - 1, month.month, 1)


def _days(before: ServiceMonth, after: ServiceMonth) -> int | None:
    if before.as_at is None or after.as_at is None:
        return None
    return (after.as_at - before.as_at).days
