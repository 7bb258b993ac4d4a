"""The curve of the Added posts page, and where there is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from charts.style import LIGHT
from model.assumptions import Settings
from model.caseload import Demand, ServiceMonth, TeamMonth
from model.posts import of_teams_with_optimum
from model.tables import TABLES, empty
from model.words import MOST_WORDS_IN_TITLE
from ui.posts_curve import curve, nothing_to_work_out
from ui.view import View

pytestmark = pytest.mark.unit

MONTH, OPTIMUM = date(2013, 2, 1), Fraction(25)


def view(*teams: TeamMonth, whole: bool = True, waiting: int | None = None) -> View:
    """A view of a month of these teams, as the page takes it."""
    kept = waiting if whole else None
    now = ServiceMonth(MONTH, None, teams, OPTIMUM, kept, whole, unallocated_elsewhere_too=None if whole else waiting)
    now = of_teams_with_optimum(now)
    tables = {name: empty(table) for name, table in TABLES.items()}
    return View("Somewhere", 1, Settings(), tables, [now], now, None, LIGHT)


def teams(number: int, fte: int | None, children: int, kind: str | None = None, optimum: Fraction | None = OPTIMUM):
    """So many teams alike, told apart by their figures in the name."""
    size = None if fte is None else Fraction(fte)
    return [
        TeamMonth(team=f"{kind} {fte} {n}", kind=kind, fte=size, allocated=children, optimum=optimum)
        for n in range(number)
    ]


@pytest.mark.parametrize("children", [10, 120, 180])
def test_the_title_of_the_curve_is_short_whoever_the_average_is_of(children):
    # Given one known team or twelve, without and with others that lack FTE or an optimum, all or chosen
    for known, blank, other, whole in product((1, 12), (0, 2), (0, 1), (True, False)):
        left_out = teams(other, 4, 90, "Front door", None)
        made = view(*teams(known, 5, children), *teams(blank, None, 90), *left_out, whole=whole)
        said = curve(made, Demand.ALLOCATED, Decimal(1), 60).finding
        assert len(said.split()) <= MOST_WORDS_IN_TITLE, said
        # Then it is of the service only where every team is in it
        assert ("service" in said) == (whole and not blank and not other), said


def test_children_who_wait_elsewhere_too_leave_nothing_to_draw():
    # Given chosen teams of a service in which 76 wait, nobody knows where
    chosen = view(*teams(2, 5, 120), whole=False, waiting=76)
    title, why = nothing_to_work_out(chosen, Demand.ALL) or ("", "")
    assert title == "How many posts all children need cannot be worked out from these figures"
    assert why.startswith("76 children wait in the whole service; the figures do not say how many")
    # Then of the allocated children all can be worked out, and of the whole service too
    assert nothing_to_work_out(chosen, Demand.ALLOCATED) is None
    assert nothing_to_work_out(view(*teams(2, 5, 120), waiting=76), Demand.ALL) is None


def test_nobody_in_post_and_no_children_is_said_as_it_is():
    # Given teams that all had neither: their children are known, and there are none
    title, why = nothing_to_work_out(view(*teams(2, 0, 0)), Demand.ALLOCATED) or ("", "")
    assert title == "The service has no social workers in post and no children"
    assert "no post is needed" in why
    # And where some wait, those are children too, and posts for them can be worked out
    waiting = view(*teams(2, 0, 0), waiting=5)
    assert (nothing_to_work_out(waiting, Demand.ALLOCATED) or ("",))[0].endswith("no allocated children")
    assert nothing_to_work_out(waiting, Demand.ALL) is None
    # And then the words of the curve begin at its first point
    assert "with one added post" in curve(waiting, Demand.ALL, Decimal(1), 20).alt
