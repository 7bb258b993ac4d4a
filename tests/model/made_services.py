"""Services made for tests: Stockton's two dates, and any small ones hypothesis can think of."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from itertools import product
from pathlib import Path

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

from model import tables
from model.caseload import Demand, ServiceMonth, TeamMonth
from model.exact import exact
from model.objective import Objective

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
TEAMS = ("North 1", "North 2", "North 3", "South 1", "South 2", "South 3")
DAYS = {"september": date(2012, 9, 3), "february_a": date(2013, 2, 20), "february_b": date(2013, 2, 20)}


def team(name="North 1", fte=7.5, allocated=187, optimum=25, **more):
    """A team with exact figures; ``None`` stays unknown."""
    numbers = {key: None if value is None else exact(value) for key, value in (("fte", fte), ("optimum", optimum))}
    return TeamMonth(team=name, allocated=allocated, **numbers, **more)


def service(*teams, optimum=25, unallocated=None, **more):
    """A service in February 2013 of the teams given."""
    more = {"month": date(2013, 2, 1), "as_at": date(2013, 2, 20), **more}
    return ServiceMonth(teams=tuple(teams), optimum=exact(optimum), unallocated_service=unallocated, **more)


def stockton(which, unallocated=None):
    """One of the reconstructions of the report: "september", "february_a" or "february_b"."""
    figures, day = CASES["reconstructions"][which], DAYS[which]
    teams = [
        team(name, fte, children, fte_basis="case-holding")
        for name, fte, children in zip(TEAMS, figures["fte"], figures["children"], strict=True)
    ]
    waiting = figures.get("unallocated_service") if unallocated is None else unallocated
    return service(*teams, unallocated=waiting, month=day.replace(day=1), as_at=day)


def averages_only(when):
    """The six published averages and nothing else."""
    printed = CASES["averages_printed"][when]
    teams = [team(name, None, None, average_printed=exact(value)) for name, value in zip(TEAMS, printed, strict=True)]
    return service(*teams)


def one_team(children, fte=42, waiting=None):
    """A service that is known as a whole only: one team of so many children and FTE."""
    return service(team("Service", fte, children), unallocated=waiting)


def team_table(*rows):
    """A ``team_caseload`` table of the rows given as dicts."""
    return tables.conform(pd.DataFrame(list(rows)), tables.TEAM_CASELOAD)


def dict_of_tables(*rows, service_rows=()):
    """The dict of tables with these team rows and service rows."""
    made = {name: tables.empty(table) for name, table in tables.TABLES.items()}
    if rows:
        made["team_caseload"] = team_table(*rows)
    if service_rows:
        made["service_caseload"] = tables.conform(pd.DataFrame(list(service_rows)), tables.SERVICE_CASELOAD)
    return made


def load(team_month, added=0, size=1, demand=Demand.ALLOCATED):
    """How heavy a team is beside its optimum: nobody for its children is heavier than any average."""
    need = team_month.children(demand) / team_month.optimum
    fte = team_month.fte + added * exact(size)
    if fte:
        return (0, need / fte)
    return (1, need) if need else (0, Fraction(0))


def worth(made, objective):
    """What an objective makes of a service: less is better."""
    nobody = sorted((load(each)[1] for each in made.teams if load(each)[0]), reverse=True)
    if objective is Objective.LOWEST_HIGHEST:
        return sorted((load(each) for each in made.teams), reverse=True)
    if objective is Objective.FEWEST_OVER:
        return nobody, made.excess()
    return nobody, sum((each.allocated / each.optimum) ** 2 / each.fte for each in made.teams if each.fte)


def every_placement(service_month, posts, size=1, cap=None):
    """All placements of as many posts as fit, by brute force."""
    rooms = [posts] * len(service_month.teams)
    if cap is not None:
        rooms = [max(0, min(posts, (exact(cap) - t.fte) // exact(size))) for t in service_month.teams]
    placed = min(posts, sum(rooms))
    return [x for x in product(*(range(room + 1) for room in rooms)) if sum(x) == placed]


# The machine that runs the tests may be busy: no example has a deadline.
few = settings(max_examples=50, deadline=None)

fte_values = st.integers(0, 40).map(lambda quarters: Fraction(quarters, 4))
optimum_values = st.sampled_from([Fraction(15), Fraction(20), Fraction(45, 2), Fraction(25)])
post_sizes = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(3, 5)])


@st.composite
def services(draw, most_teams=4, shared_optimum=True, least_fte=0, waiting=False):
    """A small service whose figures are all known."""
    shared = draw(optimum_values)
    made = [
        TeamMonth(
            team=f"Team {index + 1}",
            fte=max(Fraction(least_fte), draw(fte_values)),
            allocated=draw(st.integers(0, 150)),
            unallocated=draw(st.integers(0, 20)) if waiting else None,
            optimum=shared if shared_optimum else draw(optimum_values),
        )
        for index in range(draw(st.integers(1, most_teams)))
    ]
    known = sum(t.unallocated or 0 for t in made)
    total = known + draw(st.integers(0, 80)) if waiting else None
    return ServiceMonth(date(2013, 2, 1), date(2013, 2, 20), tuple(made), shared, total)
