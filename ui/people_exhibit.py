"""Who is at work of the posts that are established: by team, without names."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd

from charts.people_away import people_bars
from model import post_titles
from model.exact import exact, shown
from model.frames import rounded
from model.outlook_assumptions import Assumptions
from model.outlook_start import read_from, start_of
from model.people_away import AtWork, at_work, not_known, title, together
from ui import forecast_exhibit
from ui.carried import chosen
from ui.exhibit import Exhibit
from ui.headline import Headline
from ui.view import View, once_a_view

HEADINGS = {
    "established": "Established FTE",
    "in_post": "FTE in post",
    "case_holding": "Case-holding FTE",
    "sick": "Away sick (FTE)",
    "leave": "On maternity or other leave (FTE)",
    "vacant": "Vacant (FTE)",
    "present": "At work (FTE)",
    "effective": "Effective (FTE)",
}
# Not every team that is away for a day is in the figures, nor is every colleague as experienced.
_NOT_IN_IT = (
    "At work is FTE in post less those away; short absences and new workers’ smaller caseloads are not taken off."
)
_EFFECTIVE = (
    "Effective FTE is what the average is taken over less the share of time away with which the Outlook starts: what "
    "carries children there. From then on new workers’ smaller caseloads are taken off too."
)


def headlines(view: View) -> list[Headline]:
    """Established, in post, at work, holding cases, effective: the FTE of the counted teams, each with its lack."""
    return _headlines(view, _absence(view))


def _absence(view: View) -> Fraction:
    """The share of time away with which the Outlook starts: as read from the months kept, or assumed, or typed."""
    typed, start = chosen().get("assumed_absence"), start_of(view.now)
    if typed is not None:
        return exact(float(typed)) / 100
    return exact(read_from(start, forecast_exhibit.as_chosen(view))[0].absence if start else Assumptions().absence)


@once_a_view
def _headlines(view: View, absence: Fraction) -> list[Headline]:
    whole = together(at_work(view.tables, view.now), "")
    away = whole.in_post - whole.present if whole.in_post is not None and whole.present is not None else None
    return [
        _figure("Established", whole.established, "posts of social workers", "Posts that there is money for."),
        _figure("In post", whole.in_post, _less(whole.vacant, "vacant"), "Social workers who are employed."),
        _figure(
            "At work", whole.present, _less(away, "away sick or on leave"), "Those in post who are neither sick nor on "
            "maternity or other leave. Short absences are not taken off.",
        ),
        _figure(
            "Holding cases", whole.case_holding, "agency workers included",
            "Who carries children, in post or from an agency. The average caseload is over these where they are known.",
        ),
        _figure(
            "Effective", whole.effective(absence), f"after {shown(absence * 100)}% of time away",
            _EFFECTIVE,
        ),
    ]  # fmt: skip


def _figure(label: str, fte: Fraction | None, since: str, told: str) -> Headline:
    return Headline(f"{label} (FTE)", "Not known" if fte is None else shown(fte), None, since, told)


def _less(fte: Fraction | None, what: str) -> str:
    return f"how many are {what} is not known" if fte is None else f"{shown(fte)} {what}"


def by_team(view: View) -> Exhibit | None:
    """The established posts of each counted team as a bar; ``None`` where the figures do not say."""
    return _by_team(view, _absence(view))


@once_a_view
def _by_team(view: View, absence: Fraction) -> Exhibit | None:
    teams = at_work(view.tables, view.now)
    if not teams:
        return None
    whole = together(teams, "All counted teams")
    frame = pd.DataFrame([_row(team, absence) for team in teams]).astype(dict.fromkeys(HEADINGS, "float64"))
    return Exhibit(
        key="people_away",
        finding=title(whole),
        beneath=f"Full-time equivalent of established social worker posts, {view.day}. {_NOT_IN_IT}",
        figure=people_bars(drawn(frame), view.style),
        alt=f"Stacked bars of established posts by team: {title(whole)}.",
        frame=frame,
        columns=("team", *HEADINGS),
        source=view.source,
        headings=HEADINGS,
        note=" ".join(filter(None, (not_known(teams), _more_away(whole, absence)))),
        foot=_row(whole, absence),
        foot_note=f"{_EFFECTIVE} Away: {shown(absence * 100)}% of time.",
    )


def _more_away(whole: AtWork, absence: Fraction) -> str:
    """Why effective FTE is above who is at work, where it is; "" where it is not."""
    effective = whole.effective(absence)
    if not whole.in_post or whole.present is None or effective is None:
        return ""
    if effective - whole.present < Fraction(1, 10):
        return ""
    share = 1 - whole.present / whole.in_post
    return (
        f"Effective FTE is above those at work: {shown(share * 100)}% of FTE in post are away in this month, and the "
        f"Outlook starts with {shown(absence * 100)}%. Another share can be typed there."
    )


def _row(team: AtWork, absence: Fraction) -> dict[str, object]:
    known: dict[str, object] = {name: rounded(getattr(team, name)) for name in HEADINGS if name != "effective"}
    return {"team": team.team} | known | {"effective": rounded(team.effective(absence))}


def drawn(frame: pd.DataFrame) -> pd.DataFrame:
    """The parts of the bars: where it is not known who of those in post is at work, they stand whole."""
    unknown = frame["present"].isna()
    parts = {"in_post_only": frame["in_post"].where(unknown)}
    away = {name: frame[name].mask(unknown) for name in ("sick", "leave", "hidden") if name in frame}
    return frame.assign(**parts, **away)


def why_not(view: View) -> str:
    """Why there are no bars by team, in a sentence."""
    away = "" if post_titles.by_title(view.tables, view.now).away_said else ", nor who is away"
    return (
        f"The figures for {view.day} do not say, as full-time equivalent by team, how many posts are established and "
        f"how many of them filled{away}."
    )
