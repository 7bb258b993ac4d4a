"""Who is at work of the posts that are established: by team, without names."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd

from charts.people_away import people_bars
from model.exact import shown
from model.frames import rounded
from model.people_away import AtWork, at_work, not_known, title, together
from ui.exhibit import Exhibit
from ui.headline import Headline
from ui.view import View, once_a_view

_HEADINGS = {
    "established": "Established FTE",
    "in_post": "FTE in post",
    "case_holding": "Case-holding FTE",
    "sick": "Away sick (FTE)",
    "leave": "On maternity or parental leave (FTE)",
    "vacant": "Vacant (FTE)",
    "present": "At work (FTE)",
}
# Not every team that is away for a day is in the figures, nor is every colleague as experienced.
_NOT_IN_IT = (
    "At work is FTE in post less those away; short absences and new workers’ smaller caseloads are not taken off."
)


@once_a_view
def headlines(view: View) -> list[Headline]:
    """Established, in post, at work, holding cases: the FTE of the counted teams, one less than the other by what."""
    whole = together(at_work(view.tables, view.now), "")
    away = whole.in_post - whole.present if whole.in_post is not None and whole.present is not None else None
    return [
        _figure("Established", whole.established, "posts of social workers", "Posts that there is money for."),
        _figure("In post", whole.in_post, _less(whole.vacant, "vacant"), "Social workers who are employed."),
        _figure(
            "At work", whole.present, _less(away, "away sick or on leave"), "Those in post who are neither sick nor on "
            "maternity or parental leave. Short absences are not taken off.",
        ),
        _figure(
            "Holding cases", whole.case_holding, "agency workers included",
            "Who carries children, in post or from an agency. The average caseload is over these where they are known.",
        ),
    ]  # fmt: skip


def _figure(label: str, fte: Fraction | None, since: str, told: str) -> Headline:
    return Headline(f"{label} (FTE)", "Not known" if fte is None else shown(fte), None, since, told)


def _less(fte: Fraction | None, what: str) -> str:
    return f"how many are {what} is not known" if fte is None else f"{shown(fte)} {what}"


@once_a_view
def by_team(view: View) -> Exhibit | None:
    """The established posts of each counted team as a bar; ``None`` where the figures do not say."""
    teams = at_work(view.tables, view.now)
    if not teams:
        return None
    whole = together(teams, "All counted teams")
    frame = pd.DataFrame([_row(team) for team in teams]).astype(dict.fromkeys(_HEADINGS, "float64"))
    return Exhibit(
        key="people_away",
        finding=title(whole),
        beneath=f"Full-time equivalent of established social worker posts, {view.day}. {_NOT_IN_IT}",
        figure=people_bars(_drawn(frame), view.style),
        alt=f"Stacked bars of established posts by team: {title(whole)}.",
        frame=frame,
        columns=("team", *_HEADINGS),
        source=view.source,
        headings=_HEADINGS,
        note=not_known(teams),
        foot=_row(whole),
    )


def _row(team: AtWork) -> dict[str, object]:
    return {"team": team.team} | {name: rounded(getattr(team, name)) for name in _HEADINGS}


def _drawn(frame: pd.DataFrame) -> pd.DataFrame:
    """The parts of the bars: where it is not known who of those in post is at work, they stand whole."""
    unknown = frame["present"].isna()
    parts = {"in_post_only": frame["in_post"].where(unknown)}
    return frame.assign(**parts, **{name: frame[name].mask(unknown) for name in ("sick", "leave")})
