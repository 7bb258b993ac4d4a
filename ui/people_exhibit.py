"""Who is at work of the posts that are established: by team, without names."""

from __future__ import annotations

import pandas as pd

from charts.people_away import people_bars
from model.frames import rounded
from model.people_away import AtWork, at_work, not_known, title, together
from ui.exhibit import Exhibit
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
def by_team(view: View) -> Exhibit | None:
    """The established posts of each counted team as a bar; ``None`` where the figures do not say who is away."""
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
