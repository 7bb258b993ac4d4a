"""Cases by type: what teams' mixes are, and how they compare when cases are weighed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from charts.case_mix import PARTS, mix_bars, type_bars
from model.case_mix import CaseMix, TeamMix, of_settings
from model.case_mix_findings import not_weighed, restated, same_as_a_whole, title
from model.case_types import CASE_TYPES, HEAVY
from model.exact import percentage, shortest
from model.frames import rounded, state
from model.words import listed
from ui.exhibit import Exhibit
from ui.view import View, once_a_view

_TYPES = {name: f"{told[:1].upper()}{told[1:]}" for name, told in CASE_TYPES.items()}
_SHORT = ("Looked after", "Court", "Child protection", "In need", "In assessment", "Care leavers")
_POINTS = ("points", "points_per_fte", "optimum_points")
_HEADINGS = {
    **dict(zip(CASE_TYPES, _SHORT, strict=True)),
    "allocated": "Allocated children",
    "points": "Points",
    "fte": "Social workers (FTE)",
    "points_per_fte": "Points per FTE",
    "optimum_points": "Optimum, points per FTE",
    "average": "Children per FTE",
    "optimum": "Optimum, children per FTE",
}


@once_a_view
def mix_of(view: View) -> CaseMix | None:
    """The case-mix of the month, with the weights that the council has set."""
    return of_settings(view.tables, view.now, view.settings)


@once_a_view
def by_team(view: View) -> Exhibit | None:
    """The types of each team that can be weighed, or points beside children once weights are set.

    ``None`` where no team can be weighed.
    """
    mix = mix_of(view)
    if mix is None or not mix.teams:
        return None
    order = sorted(mix.teams, key=lambda each: _heaviest(mix, each), reverse=True)
    frame = pd.DataFrame([_row(mix, team) for team in order])
    blank = {name for name in CASE_TYPES if frame[name].isna().all()}
    frame = frame.astype(dict.fromkeys((*CASE_TYPES, "allocated"), "Int64"))
    drawn = "Bars of the shares of types by team" if mix.is_plain else "Two panels of bars by team, points and children"
    return Exhibit(
        key="case_mix",
        finding=title(mix),
        beneath=f"Allocated children by type of case, {view.day}. {weights_words(mix)}",
        figure=type_bars(_shares(order), view.style) if mix.is_plain else mix_bars(frame, view.style),
        alt=f"{drawn}: {title(mix)}.",
        frame=frame,
        columns=("team", *(name for name in _HEADINGS if name not in blank and not (mix.is_plain and name in _POINTS))),
        source=view.source + (f"; weights: {view.settings.weights_source}" if view.settings.weights_source else ""),
        headings=_HEADINGS,
        note=" ".join(filter(None, (restated(mix), same_as_a_whole(mix), not_weighed(mix)))),
    )


def _heaviest(mix: CaseMix, of: TeamMix) -> Fraction:
    """By which the teams stand in order: the share of heavy types, or points per FTE once weights are set."""
    return (of.share(*HEAVY) if mix.is_plain else of.per_fte) or Fraction(-1)


def _shares(teams: Sequence[TeamMix]) -> pd.DataFrame:
    """The parts of the bars in %, and the same in words; a team without children has none."""
    parts = {name: HEAVY if name == "heavy" else (name,) for name in PARTS}
    lines = []
    for team in teams:
        shares = {name: team.share(*types) or 0 for name, types in parts.items()}
        told = {f"{name}_text": f"{percentage(share, 1, 0)}%" for name, share in shares.items()}
        lines.append({"team": team.team.team, **{name: rounded(100 * share) for name, share in shares.items()}, **told})
    return pd.DataFrame(lines)


def why_not(view: View) -> str:
    """What the figures would need for cases to be weighed, in sentences."""
    mix = mix_of(view)
    if mix is None:
        return (
            f"The figures for {view.day} do not give children by type of case. Figures such as “Children in need”, "
            "“Child protection” and “Looked after” beside the children allocated, each child in one of them, add it: "
            "in a table of teams, down or across, or in a list of workers. A list of children needs one column that "
            "says the type of each child’s case."
        )
    return not_weighed(mix)


def weights_words(mix: CaseMix) -> str:
    """What each type weighs, in a sentence."""
    if mix.is_plain:
        return "Every type weighs 1, which is plain counting; your own weights are set on the Methods page."
    told = [f"{_TYPES[name].lower()} {shortest(weight)}" for name, weight in mix.weights.items() if weight != 1]
    return f"Points of a child: {listed(told)}; every other type 1. The weights are your service’s own (Methods page)."


def _row(mix: CaseMix, of: TeamMix) -> dict[str, object]:
    figures = {
        "allocated": of.team.allocated,
        "points": rounded(of.points),
        "fte": rounded(of.team.fte, 2),
        "points_per_fte": rounded(of.per_fte),
        "optimum_points": rounded(mix.optimum(of.team), 2),
        "average": rounded(of.team.average()),
        "optimum": rounded(of.team.optimum, 2),
        "over_points": bool(mix.is_over(of)),
        "over_children": bool(of.team.is_over()),
        "state": state(of.team),
    }
    return {"team": of.team.team, **{name: of.children.get(name) for name in CASE_TYPES}, **figures}
