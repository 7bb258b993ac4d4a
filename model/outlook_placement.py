"""Where the posts of an outlook go: where they do most once the posts that are vacant now are filled.

The outlook fills these without any post added. Placed by today's figures, posts would go to teams that are short only
until then, and nothing in the months ahead could move them. What is placed now, on today's figures, is
:mod:`model.placement`, by the same objective.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.exact import exact, shown
from model.outlook_process import Approval, Unit
from model.outlook_start import Start
from model.placement import place
from model.service import ServiceMonth
from model.words import count_words, number_words

# Digits of an FTE that are told apart: sums of FTE are not exact in binary, and a tie goes to the earlier team.
_DIGITS = 6


def stages_of_teams(start: Start, units: Sequence[Unit], stages: Sequence[Approval]) -> tuple[Approval, ...]:
    """The posts of each stage of the service, by team: highest caseload first, with the vacant posts filled.

    ``units`` are the teams of ``start``, in their order.
    """
    filled = _with_vacancies_filled(start, units)
    found: list[Approval] = []
    placed = [0] * len(units)
    for stage in stages:
        # The posts so far and those of the stage where they do most together, less what is placed already.
        every = _best(start, filled, sum(placed) + sum(stage.posts))
        more = tuple(max(all_ - now, 0) for all_, now in zip(every, placed, strict=True))
        found.append(Approval(stage.month, more))
        placed = [now + added for now, added in zip(placed, more, strict=True)]
    return tuple(found)


def placed_words(start: Start, units: Sequence[Unit], added: Sequence[int]) -> str:
    """How the posts ``added`` by team are placed, in a sentence or two; "" without any.

    Where today's figures, as on the Added posts page, would put them into other teams, that is said.
    """
    posts, vacant = sum(added), sum(unit.vacant for unit in units)
    if not posts:
        return ""
    are = count_words(posts, "post").capitalize()
    if not vacant:
        return f"{are} placed highest caseload first."
    said = f"{are} placed highest caseload first, with the {shown(vacant)} FTE vacant now filled."
    today = _best(start, start.service, posts)
    elsewhere = sum(max(now - then, 0) for now, then in zip(today, added, strict=True))
    if not elsewhere:
        return said
    would = f"{number_words(elsewhere)} of them" if posts > 1 else "it"
    team = "a team" if elsewhere == 1 else "teams"
    return (
        f"{said} By today’s figures, as on Added posts, {would} would go to {team} whose vacant posts are filled "
        "without any post added."
    )


def _with_vacancies_filled(start: Start, units: Sequence[Unit]) -> ServiceMonth:
    """The teams with the FTE that they have once nobody is lacking and agency workers have left."""
    teams = (
        replace(team, fte=exact(round(unit.in_post + unit.vacant, _DIGITS)))
        for team, unit in zip(start.teams, units, strict=True)
    )
    return replace(start.service, teams=tuple(teams))


def _best(start: Start, service: ServiceMonth, posts: int) -> list[int]:
    added = place(service, posts).added
    return [added.get(team.team, 0) for team in start.teams]
